import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { ScrollRegion } from "./scroll-region";

type SortDirection = "ascending" | "descending" | "none";

export interface TableColumn {
  label: ReactNode;
  numeric?: boolean;
  /** Makes the header a link that asks the server for the rows in another order. */
  sort?: { href: string; direction: SortDirection };
  /** Keeps dates and the like on one line. */
  nowrap?: boolean;
  /** Holds sentences: where the table scrolls sideways, they are not squeezed to a word a line. */
  prose?: boolean;
}

export interface TableRow {
  key: string;
  /** One for each column, in order. */
  cells: ReactNode[];
}

interface TableProps {
  caption: string;
  captionSize?: "s" | "m" | "l" | "xl";
  captionHidden?: boolean;
  columns: TableColumn[];
  rows: TableRow[];
  /** The first cell of each row names the row. */
  rowHeaders?: boolean;
  /** Scrolls sideways in a region of its own where it does not fit. */
  wide?: boolean;
  /** A page may have the same table twice, as of two plans: its region is then no landmark, which would need a name of its own. */
  repeated?: boolean;
  /** The head stays in view on large screens. */
  stickyHead?: boolean;
  small?: boolean;
  /** Shown across the table when there are no rows. */
  empty?: ReactNode;
}

function ColumnHeader({ label, numeric, sort }: TableColumn) {
  return (
    <th
      scope="col"
      className={classNames("govuk-table__header", numeric && "govuk-table__header--numeric")}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <a className="app-sort-link" href={sort.href}>
          {label}
          <svg
            className="app-sort-link__icon"
            width="10"
            height="14"
            viewBox="0 0 10 14"
            aria-hidden="true"
            focusable="false"
          >
            {sort.direction !== "descending" && <path d="M5 0l5 6H0z" fill="currentColor" />}
            {sort.direction !== "ascending" && <path d="M5 14l5-6H0z" fill="currentColor" />}
          </svg>
        </a>
      ) : (
        label
      )}
    </th>
  );
}

export function Table(props: TableProps) {
  const { caption, captionSize, captionHidden, columns, rows, rowHeaders, wide, repeated, stickyHead, small, empty } =
    props;
  const table = (
    <table className={classNames("govuk-table", small && "app-table--small", stickyHead && "app-table--sticky")}>
      <caption
        className={classNames(
          "govuk-table__caption",
          captionSize && `govuk-table__caption--${captionSize}`,
          captionHidden && "govuk-visually-hidden",
        )}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column, index) => (
            <ColumnHeader key={index} {...column} />
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map(({ key, cells }) => (
          <tr key={key} className="govuk-table__row">
            {cells.map((cell, index) => {
              const column = columns[index];
              return rowHeaders && index === 0 ? (
                <th
                  key={index}
                  scope="row"
                  className={classNames(
                    "govuk-table__header",
                    column?.nowrap && "app-nowrap",
                    column?.prose && "app-table__prose",
                  )}
                >
                  {cell}
                </th>
              ) : (
                <td
                  key={index}
                  className={classNames(
                    "govuk-table__cell",
                    column?.numeric && "govuk-table__cell--numeric",
                    column?.nowrap && "app-nowrap",
                    column?.prose && "app-table__prose",
                  )}
                >
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
        {rows.length === 0 && empty && (
          <tr className="govuk-table__row">
            <td className="govuk-table__cell" colSpan={columns.length}>
              {empty}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
  return wide ? (
    <ScrollRegion label={caption} fits={stickyHead} role={repeated ? "group" : "region"}>
      {table}
    </ScrollRegion>
  ) : (
    table
  );
}
