import { DownloadList } from "./download-list";

/** A submission to take along, whole and for sharing; of a withdrawn one there is no shareable version. */
export function RevisionDownloads({ revisionId, withdrawn = false }: { revisionId: string; withdrawn?: boolean }) {
  const whole = { text: "Download the submitted plan (PDF)", href: `/revisions/${revisionId}/pdf` };
  const shareable = {
    text: "Download a version to share, without confidential parts (PDF)",
    href: `/revisions/${revisionId}/shareable`,
  };
  return <DownloadList downloads={withdrawn ? [whole] : [whole, shareable]} />;
}
