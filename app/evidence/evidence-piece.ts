import type { EvidenceKind } from "./evidence-kinds";

/** One file with what is said of it; a revision keeps it like this, so that it stays as it was at submission. */
export type EvidencePiece = {
  id: string;
  filename: string;
  kind: EvidenceKind;
  /** In bytes. */
  size: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  checksum: string;
  description: string;
  /** An ISO instant. */
  addedAt: string;
};
