import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import type { FieldErrors } from "~/ui/error-messages";
import { FileUpload } from "~/ui/file-upload";
import { focusErrorSummary } from "~/ui/focus-error-summary";
import { issuesToErrors } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { TextInput } from "~/ui/text-input";
import { attachEvidenceSchema, LONGEST_DESCRIPTION, MAX_EVIDENCE_BYTES, refuseFile } from "./attach-evidence.schema";
import { acceptedEndings } from "./evidence-kinds";

/** What is wrong with the form before it is sent, by field; the server looks at the file's content as well. */
function checkForm(form: HTMLFormElement): FieldErrors {
  const values = new FormData(form);
  const file = values.get("file");
  const problem = refuseFile(file instanceof File && file.name !== "" ? file : null);
  const parsed = attachEvidenceSchema.safeParse(Object.fromEntries(values));
  return { ...(problem && { file: problem }), ...(parsed.success ? {} : issuesToErrors(parsed.error.issues)) };
}

/** The form's state, for the page around it to show the errors at its top. */
export function useAttachForm(serverErrors: FieldErrors = {}) {
  const [checked, setChecked] = useState<FieldErrors | null>(null);
  const sent = useRef(false);
  useEffect(() => {
    // A page that the browser kept and shows again by Back can be sent again.
    const reopen = () => (sent.current = false);
    window.addEventListener("pageshow", reopen);
    return () => window.removeEventListener("pageshow", reopen);
  }, []);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const found = checkForm(event.currentTarget);
    setChecked(found);
    const wrong = Object.keys(found).length > 0;
    if (wrong || sent.current) event.preventDefault();
    if (wrong) return focusErrorSummary();
    sent.current = true;
  };
  return { errors: checked ?? serverErrors, onSubmit };
}

type AttachEvidenceFormProps = ReturnType<typeof useAttachForm> & {
  commandId: string;
  description: string;
  cancelHref: string;
  button: string;
  children?: ReactNode;
};

/** A file and what it shows. A real form, which the browser sends by itself; with scripts it is checked first. */
export function AttachEvidenceForm(props: AttachEvidenceFormProps) {
  const { errors, onSubmit, commandId, description, cancelHref, button, children } = props;
  return (
    <PostForm encType="multipart/form-data" commandId={commandId} onSubmit={onSubmit}>
      {children}
      <FileUpload
        name="file"
        label="File"
        labelSize="s"
        hint={`A PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS, CSV or TXT of up to 10MB (${MAX_EVIDENCE_BYTES.toLocaleString("en-GB")} bytes). It must not be protected with a password or hold macros, and must not name pupils.`}
        accept={acceptedEndings}
        error={errors.file}
      />
      <TextInput
        name="description"
        label="What the file shows"
        labelSize="s"
        hint={`In up to ${LONGEST_DESCRIPTION} characters, for example “Lesson observations in maths, autumn 2026”. Readers see it in place of the file’s name.`}
        defaultValue={description}
        error={errors.description}
        autoComplete="off"
      />
      <ButtonGroup>
        <Button preventDoubleClick>{button}</Button>
        <a className="govuk-link" href={cancelHref}>
          Cancel
        </a>
      </ButtonGroup>
    </PostForm>
  );
}
