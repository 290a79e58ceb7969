import { AttachEvidenceForm, useAttachForm } from "~/evidence/attach-evidence-form";
import { ServicePage } from "~/people/service-page";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import { ChallengeDetails } from "./challenge-details";
import type { ChallengeFiles } from "./get-challenge-files.server";

type ChallengeFilesPageProps = ChallengeFiles & {
  commandId: string;
  answer?: { errors: FieldErrors; description: string };
};

/** What a council said against a flag, and the files that show it; while the challenge is open it attaches more. */
export function ChallengeFilesPage(props: ChallengeFilesPageProps) {
  const { caseId, schoolName, challenge, mayAttach, commandId, answer } = props;
  const form = useAttachForm(answer?.errors);
  const home = `/cases/${caseId}`;
  return (
    <ServicePage width="narrow" back={{ href: home, text: schoolName }} errors={form.errors}>
      <PageHeading caption={schoolName}>Challenge and its files</PageHeading>
      <ChallengeDetails challenge={challenge} />
      {mayAttach && (
        <>
          <h2 className="govuk-heading-m">Attach a file</h2>
          <p className="govuk-body">
            The Department’s admins see a file as soon as you attach it. You cannot take it back.
          </p>
          <AttachEvidenceForm
            {...form}
            commandId={commandId}
            description={answer?.description ?? ""}
            cancelHref={home}
            button="Attach file"
          />
        </>
      )}
    </ServicePage>
  );
}
