import { PaginationLink } from "./pagination-link";

interface PreviousNextProps {
  /** What the links move through, for example "Sections". */
  label: string;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
}

/** Moving through a short series of pages, each with a name. */
export function PreviousNext({ label, previous, next }: PreviousNextProps) {
  if (!previous && !next) return null;
  return (
    <nav className="govuk-pagination govuk-pagination--block" aria-label={label}>
      {previous && (
        <PaginationLink href={previous.href} direction="prev" block label={previous.label}>
          Previous
        </PaginationLink>
      )}
      {next && (
        <PaginationLink href={next.href} direction="next" block label={next.label}>
          Next
        </PaginationLink>
      )}
    </nav>
  );
}
