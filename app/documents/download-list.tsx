import type { Action } from "~/ui/action-link";
import { VisuallyHidden } from "~/ui/visually-hidden";

/** Links to files, one a line. */
export function DownloadList({ downloads }: { downloads: Action[] }) {
  return (
    <ul className="govuk-list app-no-print">
      {downloads.map(({ text, href, hiddenText }) => (
        <li key={href}>
          <a className="govuk-link" href={href}>
            {text}
            {hiddenText && <VisuallyHidden>: {hiddenText}</VisuallyHidden>}
          </a>
        </li>
      ))}
    </ul>
  );
}
