import type { CouncilOpening } from "./list-openings.server";

/** What the openings of a publication come to. */
export function countOpenings(councils: readonly CouncilOpening[]) {
  const sum = (of: (council: CouncilOpening) => number) => councils.reduce((total, council) => total + of(council), 0);
  return {
    councils: councils.length,
    opened: councils.filter(({ first }) => first !== null).length,
    schools: sum(({ schools }) => schools),
    headsTold: sum(({ headsTold }) => headsTold),
    headsOpened: sum(({ headsOpened }) => headsOpened),
  };
}
