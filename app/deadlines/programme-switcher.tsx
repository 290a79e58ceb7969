import { Button } from "~/ui/button";
import { Select } from "~/ui/select";
import type { ProgrammeChoice } from "./get-board.server";

type ProgrammeSwitcherProps = { action: string; programmes: ProgrammeChoice[]; selected?: string };

/** The same page for another programme; nothing where there is only one. */
export function ProgrammeSwitcher({ action, programmes, selected }: ProgrammeSwitcherProps) {
  if (programmes.length < 2) return null;
  return (
    <form method="get" action={action} className="app-no-print">
      <Select
        name="programme"
        label="Programme"
        defaultValue={selected}
        items={programmes.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <Button variant="secondary">Show programme</Button>
    </form>
  );
}
