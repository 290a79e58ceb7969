import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { FileUpload } from "~/ui/file-upload";
import { focusErrorSummary } from "~/ui/focus-error-summary";
import { issuesToErrors } from "~/ui/parse-form";
import { PostForm } from "~/ui/post-form";
import { ProgressBar } from "~/ui/progress-bar";
import { TextInput } from "~/ui/text-input";
import { sendWithProgress, type Sent } from "./send-with-progress";
import { MAX_UPLOAD_BYTES, refuseUpload, uploadResultsFileSchema } from "./upload-results-file.schema";

type UploadFormProps = { errors?: FieldErrors; year: string; children: ReactNode };

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)}MB`;

/** What is wrong with the form before it is sent, by field. */
function checkForm(form: HTMLFormElement): FieldErrors {
  const values = new FormData(form);
  const file = values.get("file");
  const problem = refuseUpload(file instanceof File && file.name !== "" ? file : null);
  const parsed = uploadResultsFileSchema.safeParse({ year: String(values.get("year") ?? "") });
  return { ...(problem && { file: problem }), ...(parsed.success ? {} : issuesToErrors(parsed.error.issues)) };
}

/**
 * A real form of a file, which the browser sends by itself. With scripts it is checked first and sent with a progress
 * bar; where that fails the browser sends it after all, so that the server's own page says what is wrong.
 */
export function UploadForm({ errors: serverErrors = {}, year, children }: UploadFormProps) {
  const [checked, setChecked] = useState<FieldErrors | null>(null);
  const [sent, setSent] = useState<Sent | null>(null);
  const sending = useRef(false);
  const errors = checked ?? serverErrors;

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending.current) return;
    const form = event.currentTarget;
    const found = checkForm(form);
    setChecked(found);
    if (Object.keys(found).length > 0) return focusErrorSummary();
    sending.current = true;
    setSent({ bytes: 0, total: 0 });
    sendWithProgress(form, setSent).then(
      (address) => window.location.assign(address),
      () => form.submit(),
    );
  };

  return (
    <ServicePage width="narrow" back={{ href: "/results" }} errors={errors}>
      {children}
      <PostForm encType="multipart/form-data" onSubmit={onSubmit}>
        <FileUpload
          name="file"
          label="Results file, list of schools or links"
          labelSize="s"
          hint={`Up to ${MAX_UPLOAD_BYTES / 1024 / 1024}MB`}
          accept=".csv,.tsv,.txt,.gz,text/csv,application/gzip"
          error={errors.file}
        />
        <TextInput
          name="year"
          label="Year that the file is for (optional)"
          labelSize="s"
          hint="The year in which the school year ends, like 2026. A results file that is for another year is refused. Leave it blank for a list of schools or links."
          width={4}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={year}
          error={errors.year}
        />
        {sent === null ? (
          <Button preventDoubleClick>Upload</Button>
        ) : (
          <ProgressBar
            id="upload-progress"
            label="Uploading"
            value={sent.total > 0 ? sent.bytes : undefined}
            max={sent.total > 0 ? sent.total : undefined}
            text={
              sent.total > 0
                ? sent.bytes < sent.total
                  ? `${megabytes(sent.bytes)} of ${megabytes(sent.total)} sent`
                  : "All of the file is sent. It is being kept."
                : "The upload begins"
            }
          />
        )}
      </PostForm>
    </ServicePage>
  );
}
