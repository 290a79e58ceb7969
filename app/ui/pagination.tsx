import { PaginationLink } from "./pagination-link";

interface PaginationProps {
  page: number;
  pages: number;
  hrefFor: (page: number) => string;
  label?: string;
}

/** The pages to name: the first, the last and those around the current one; "gap" stands for the rest. */
function listedPages(page: number, pages: number): (number | "gap")[] {
  const named = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return named.flatMap((n, index) => {
    const before = named[index - 1] ?? 0;
    if (n - before === 2) return [n - 1, n];
    return n - before > 2 ? (["gap", n] as const) : [n];
  });
}

export function Pagination({ page, pages, hrefFor, label = "Pagination" }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav className="govuk-pagination" aria-label={label}>
      {page > 1 && (
        <PaginationLink href={hrefFor(page - 1)} direction="prev">
          Previous<span className="govuk-visually-hidden"> page</span>
        </PaginationLink>
      )}
      <ul className="govuk-pagination__list">
        {listedPages(page, pages).map((item, index) =>
          item === "gap" ? (
            <li key={`gap ${index}`} className="govuk-pagination__item govuk-pagination__item--ellipsis">
              ⋯
            </li>
          ) : (
            <li
              key={item}
              className={
                item === page ? "govuk-pagination__item govuk-pagination__item--current" : "govuk-pagination__item"
              }
            >
              <a
                className="govuk-link govuk-pagination__link"
                href={hrefFor(item)}
                aria-label={`Page ${item}`}
                aria-current={item === page ? "page" : undefined}
              >
                {item}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <PaginationLink href={hrefFor(page + 1)} direction="next">
          Next<span className="govuk-visually-hidden"> page</span>
        </PaginationLink>
      )}
    </nav>
  );
}
