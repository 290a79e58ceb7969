import { formatDateShort } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { fileWords } from "./cited-evidence";
import type { ListedEvidence } from "./list-evidence.server";

type EvidenceTableProps = {
  evidence: readonly ListedEvidence[];
  caption: string;
  empty: string;
  /** The claims that cite a piece, where there are claims. */
  claimsOf?: (id: string) => string[];
};

/** Pieces of evidence: what each shows and what the file is, who added it and when, and what cites it. */
export function EvidenceTable({ evidence, caption, empty, claimsOf }: EvidenceTableProps) {
  const cited = (id: string) => {
    const claims = claimsOf?.(id) ?? [];
    if (claims.length === 0) return "Not cited yet";
    return (
      <>
        {claims.map((label) => (
          <div key={label}>{label}</div>
        ))}
      </>
    );
  };
  return (
    <Table
      caption={caption}
      captionSize="m"
      captionHidden
      wide
      columns={[
        { label: "What the file shows", prose: true },
        { label: "File", prose: true },
        { label: "Added", prose: true },
        ...(claimsOf ? [{ label: "Cited by", prose: true }] : []),
      ]}
      rowHeaders
      rows={evidence.map((piece) => ({
        key: piece.id,
        cells: [
          <a key="link" className="govuk-link app-typed-text" href={`/evidence/${piece.id}`}>
            {piece.description}
          </a>,
          <span key="file" className="app-typed-text">
            {piece.filename}
            <br />
            {fileWords(piece)}
          </span>,
          `${formatDateShort(piece.addedAt)}${piece.addedBy ? `, ${piece.addedBy}` : ""}`,
          ...(claimsOf ? [cited(piece.id)] : []),
        ],
      }))}
      empty={empty}
    />
  );
}
