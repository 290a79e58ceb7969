import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Tag } from "./tag";
import type { TagColour } from "./tag";

export interface TaskListItem {
  /** The link's own id, for an error summary to move the focus to it. */
  id?: string;
  title: ReactNode;
  /** Left out where the task cannot be opened. */
  href?: string;
  hint?: ReactNode;
  /** Words alone for a task that is complete or cannot start yet; a colour makes them a tag. */
  status: { text: string; colour?: TagColour; cannotStart?: boolean };
  /** A line under the status, such as a due date. */
  date?: ReactNode;
}

export function TaskList({ items, idPrefix = "task-list" }: { items: TaskListItem[]; idPrefix?: string }) {
  return (
    <ul className="govuk-task-list">
      {items.map(({ id, title, href, hint, status, date }, index) => {
        const hintId = `${idPrefix}-${index + 1}-hint`;
        const statusId = `${idPrefix}-${index + 1}-status`;
        return (
          <li
            key={statusId}
            className={classNames(
              "govuk-task-list__item",
              href && "govuk-task-list__item--with-link",
              Boolean(date) && "app-task-list__item--dated",
            )}
          >
            <div className="govuk-task-list__name-and-hint">
              {href ? (
                <a
                  id={id}
                  className="govuk-link govuk-task-list__link"
                  href={href}
                  aria-describedby={hint ? `${hintId} ${statusId}` : statusId}
                >
                  {title}
                </a>
              ) : (
                <div>{title}</div>
              )}
              {hint && (
                <div id={hintId} className="govuk-task-list__hint">
                  {hint}
                </div>
              )}
            </div>
            <div
              className={
                status.cannotStart
                  ? "govuk-task-list__status govuk-task-list__status--cannot-start-yet"
                  : "govuk-task-list__status"
              }
              id={statusId}
            >
              {status.colour ? <Tag colour={status.colour}>{status.text}</Tag> : status.text}
              {date && <div className="app-task-list__date">{date}</div>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
