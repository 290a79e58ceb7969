import { formatDateTime } from "~/ui/format-date";
import { formatCount } from "~/ui/format-number";
import { SummaryList } from "~/ui/summary-list";
import type { EvidenceDetail } from "./get-evidence.server";
import { evidenceKinds } from "./evidence-kinds";
import { formatSize } from "./format-size";

/** What is known about a file, so that whoever has a copy can tell whether it is the same. */
export function EvidenceFacts({ evidence }: { evidence: EvidenceDetail }) {
  const { filename, kind, size, addedBy, addedAt, checksum, draft } = evidence;
  const claims = draft?.claims ?? [];
  return (
    <SummaryList
      rows={[
        { key: "File name", value: <span className="app-typed-text">{filename}</span> },
        { key: "Type", value: evidenceKinds[kind].name },
        { key: "Size", value: size < 1024 ? formatSize(size) : `${formatSize(size)} (${formatCount(size)} bytes)` },
        { key: "Added", value: `${addedBy ? `By ${addedBy} on ` : ""}${formatDateTime(addedAt)}` },
        { key: "Checksum (SHA-256)", value: <code className="app-typed-text">{checksum}</code> },
        ...(draft && !draft.removed
          ? [
              {
                key: "Cited by",
                value:
                  claims.length === 0 ? (
                    "Nothing yet"
                  ) : (
                    <ul className="govuk-list">
                      {claims.map(({ section, key, label }) => (
                        <li key={key}>
                          {draft.editable ? (
                            <a className="govuk-link" href={`/plans/${draft.planId}/sections/${section}`}>
                              {label}
                            </a>
                          ) : (
                            label
                          )}
                        </li>
                      ))}
                    </ul>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
