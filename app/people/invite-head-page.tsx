import type { UseFormRegister } from "react-hook-form";
import { Button } from "~/ui/button";
import type { FieldErrors } from "~/ui/error-messages";
import { formatDate, formatDateTime } from "~/ui/format-date";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { SummaryCard } from "~/ui/summary-card";
import { SummaryList } from "~/ui/summary-list";
import { TextButton } from "~/ui/text-button";
import { useSchemaForm } from "~/ui/use-schema-form";
import { inviteHeadSchema } from "./invite-head.schema";
import type { InvitedHeads } from "./list-heads.server";
import { NameFields, type NameValues } from "./name-fields";
import { ServicePage } from "./service-page";

type Dated<Row> = {
  [Key in keyof Row]: Row[Key] extends Date
    ? Date | string
    : Row[Key] extends Date | null
      ? Date | string | null
      : Row[Key];
};

type InviteHeadPageProps = {
  caseId: string;
  school: string;
  heads: Dated<InvitedHeads["heads"][number]>[];
  typed: NameValues;
  serverErrors?: FieldErrors;
  /** The invitation just made. */
  issued?: { name: string; link: string; expiresAt: Date | string };
};

/** Who reads a school's case as its headteacher, and the form to invite them. */
export function InviteHeadPage({ caseId, school, heads, typed, serverErrors, issued }: InviteHeadPageProps) {
  const form = useSchemaForm<NameValues>({ schema: inviteHeadSchema, defaultValues: typed, serverErrors });
  return (
    <ServicePage width="narrow" back={{ href: `/cases/${caseId}` }} errors={form.errors}>
      <PageHeading caption={school}>Invite the headteacher</PageHeading>
      {issued && (
        <section aria-labelledby="issued">
          <h2 className="govuk-heading-m" id="issued">
            Give this link to {issued.name}
          </h2>
          <p className="app-copy">{issued.link}</p>
          <p className="govuk-body">
            Give it yourself, by a way that only they read. It works once, until {formatDateTime(issued.expiresAt)}, and
            is shown only now. If it gets lost, invite them again: this one then stops working.
          </p>
        </section>
      )}
      <p className="govuk-body">
        With the invitation a headteacher reads this one school: why it was flagged, its figures and, while you write
        it, the plan. They can reply to the plan before you submit it. They never see when the plan is due to the
        Department.
      </p>
      {heads.map(({ grantId, name, email, since, lastSignedInAt, linkUntil }) => (
        <SummaryCard
          key={grantId}
          title={name}
          forms={[
            <PostForm key="withdraw" action={`/cases/${caseId}/invite/${grantId}/withdraw`}>
              <TextButton>
                Take access back<span className="govuk-visually-hidden"> from {name}</span>
              </TextButton>
            </PostForm>,
          ]}
        >
          <SummaryList
            rows={[
              { key: "Email address", value: email },
              { key: "Invited", value: formatDate(since) },
              {
                key: "Signed in",
                value: lastSignedInAt
                  ? `Last on ${formatDate(lastSignedInAt)}`
                  : linkUntil
                    ? `Not yet. The link works until ${formatDateTime(linkUntil)}`
                    : "Not yet, and the link works no more. Invite them again",
              },
            ]}
          />
        </SummaryCard>
      ))}
      <h2 className="govuk-heading-m">
        {heads.length === 0 ? "Who is the headteacher?" : "Invite somebody else, or again"}
      </h2>
      <PostForm onSubmit={form.onSubmit}>
        <NameFields
          register={form.register as unknown as UseFormRegister<NameValues>}
          errors={form.errors}
          values={typed}
        />
        <Button preventDoubleClick>Make invitation</Button>
      </PostForm>
    </ServicePage>
  );
}
