import { PaginationLink } from "./pagination-link";

interface Neighbour {
  href: string;
  /** The name of the page there. */
  label: string;
  /** In place of "Previous" or "Next". */
  text?: string;
}

interface PreviousNextProps {
  /** What the links move through, for example "Sections". */
  label: string;
  previous?: Neighbour;
  next?: Neighbour;
}

/** Moving through a short series of pages, each with a name. */
export function PreviousNext({ label, previous, next }: PreviousNextProps) {
  if (!previous && !next) return null;
  return (
    <nav className="govuk-pagination govuk-pagination--block" aria-label={label}>
      {previous && (
        <PaginationLink href={previous.href} direction="prev" block label={previous.label}>
          {previous.text ?? "Previous"}
        </PaginationLink>
      )}
      {next && (
        <PaginationLink href={next.href} direction="next" block label={next.label}>
          {next.text ?? "Next"}
        </PaginationLink>
      )}
    </nav>
  );
}
