import { useEffect, useRef } from "react";
import type { ErrorLink } from "./error-messages";

interface ErrorSummaryProps {
  errors: ErrorLink[];
  title?: string;
  /** Something new at each attempt (the action's data, react-hook-form's submitCount): the focus moves here again. */
  focusKey?: unknown;
}

export function ErrorSummary({ errors, title = "There is a problem", focusKey }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  useEffect(() => {
    if (shown) summary.current?.focus();
  }, [shown, focusKey]);

  if (!shown) return null;
  return (
    // autofocus does without a script what the effect does with one.
    <div className="govuk-error-summary" data-module="govuk-error-summary" tabIndex={-1} ref={summary} autoFocus>
      {/* The alert is a child: an alert that takes the focus itself is read only in part. */}
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {errors.map(({ text, href }) => (
              <li key={`${href} ${text}`}>{href ? <a href={href}>{text}</a> : text}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
