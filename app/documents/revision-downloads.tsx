import { DownloadList } from "./download-list";

/** A submission to take along, whole and for sharing; of a withdrawn one there is no shareable version. */
export function RevisionDownloads({ revisionId, withdrawn = false }: { revisionId: string; withdrawn?: boolean }) {
  const whole = { text: "Download the submitted plan (PDF)", href: `/revisions/${revisionId}/pdf` };
  const shareable = {
    text: "Download a version to share, without confidential parts (PDF)",
    href: `/revisions/${revisionId}/shareable`,
  };
  if (withdrawn) return <DownloadList downloads={[whole]} />;
  return (
    <>
      <DownloadList downloads={[whole, shareable]} />
      <p className="govuk-hint app-no-print">
        The version to share leaves out people, costs, replies and risks. Read it before you share it: a name that
        somebody wrote into another answer is still there.
      </p>
    </>
  );
}
