export interface Action {
  text: string;
  href: string;
  /** What the action is done to: "Change" + "name". Needed wherever the same words appear twice on a page. */
  hiddenText?: string;
}

export function ActionLink({ text, href, hiddenText, cardTitle }: Action & { cardTitle?: string }) {
  return (
    <a className="govuk-link" href={href}>
      {text}
      {(hiddenText || cardTitle) && (
        <span className="govuk-visually-hidden">
          {hiddenText && ` ${hiddenText}`}
          {cardTitle && ` (${cardTitle})`}
        </span>
      )}
    </a>
  );
}
