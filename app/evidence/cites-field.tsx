import type { UseFormRegister } from "react-hook-form";
import type { SectionContent } from "~/plans/plan-content";
import { Checkboxes } from "~/ui/checkboxes";
import { Details } from "~/ui/details";
import { formatCount } from "~/ui/format-number";
import { CITES, citedBy, toCite } from "./cites";
import { fileWords } from "./cited-evidence";
import type { EvidencePiece } from "./evidence-piece";

type CitesFieldProps = {
  register: UseFormRegister<SectionContent>;
  typed: SectionContent;
  evidence: readonly EvidencePiece[];
  claim: string;
  /** The claim as the list's legend names it. */
  legend: string;
};

/** More than this are folded away, so that a plan's evidence does not push its text apart. */
const MOST_OPEN = 5;

/** Which of the plan's evidence a claim cites: ticked boxes, saved with the section. */
export function CitesField({ register, typed, evidence, claim, legend }: CitesFieldProps) {
  if (evidence.length === 0) return null;
  const cited = citedBy(typed, claim);
  const boxes = (
    <Checkboxes
      {...register(CITES)}
      idPrefix={`${CITES}-${claim}`}
      legend={legend}
      small
      defaultValues={cited.map((id) => toCite(claim, id))}
      items={evidence.map((piece) => ({
        value: toCite(claim, piece.id),
        label: piece.description,
        hint: `${piece.filename}, ${fileWords(piece)}`,
      }))}
    />
  );
  if (evidence.length <= MOST_OPEN) return boxes;
  return (
    <Details
      summary={`${legend}: ${formatCount(cited.length)} of ${formatCount(evidence.length)} selected`}
      open={cited.length > 0}
    >
      {boxes}
    </Details>
  );
}
