import type { ReactNode } from "react";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { Checkboxes } from "~/ui/checkboxes";
import type { FieldErrors } from "~/ui/error-messages";
import { formatList } from "~/ui/format-list";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { useSchemaForm } from "~/ui/use-schema-form";
import { copyToSchoolsSchema } from "./copy-to-schools.schema";

type Typed = { commandId: string; to: string[] };

type CopyToSchoolsPageProps = {
  title: string;
  school: string;
  back: { href: string; text: string };
  /** The council's other drafts; a closed one has words already. */
  targets: { planId: string; school: string; hint: string; closed?: boolean }[];
  typed: Typed;
  serverErrors?: FieldErrors;
  children: ReactNode;
};

/** Which other schools of the council take a copy of what was written for one. */
export function CopyToSchoolsPage(props: CopyToSchoolsPageProps) {
  const { title, school, back, targets, typed, serverErrors, children } = props;
  const form = useSchemaForm<Typed>({ schema: copyToSchoolsSchema as never, defaultValues: typed, serverErrors });
  const { errors, register, onSubmit } = form;
  const open = targets.filter((target) => !target.closed);
  const closed = targets.filter((target) => target.closed);
  return (
    <ServicePage width="narrow" back={back} errors={errors}>
      <PageHeading caption={school}>{title}</PageHeading>
      {children}
      {open.length === 0 && (
        <p className="govuk-body">
          {targets.length === 0
            ? "No other school of your council has a draft plan."
            : "Every other draft of your council has words in this section already, and a copy never replaces any."}
        </p>
      )}
      {open.length > 0 && (
        <PostForm onSubmit={onSubmit}>
          <input type="hidden" {...register("commandId")} defaultValue={typed.commandId} />
          <Checkboxes
            {...register("to")}
            legend="Which schools take a copy?"
            legendSize="s"
            error={errors.to}
            defaultValues={typed.to}
            items={open.map(({ planId, school: label, hint }) => ({ value: planId, label, hint }))}
          />
          {closed.length > 0 && (
            <p className="govuk-body">
              {formatList(closed.map((target) => target.school))} {closed.length === 1 ? "has" : "have"} words in this
              section already, which a copy would not replace.
            </p>
          )}
          <ButtonGroup>
            <Button preventDoubleClick>Copy</Button>
            <a className="govuk-link" href={back.href}>
              Cancel
            </a>
          </ButtonGroup>
        </PostForm>
      )}
    </ServicePage>
  );
}
