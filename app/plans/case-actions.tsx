import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { PostForm } from "~/ui/post-form";
import type { EventLink } from "./case-events";

type CaseActionsProps = {
  links: EventLink[];
  /** Where the next step is to go on with something rather than an event of its own. */
  next?: { text: string; href: string };
  /** What to say where there is nothing to do. */
  nothing: string;
  commandId: string;
};

const first = ["START_PLAN", "START_REVIEW", "RECORD_VERDICT", "UPHOLD_FLAG", "GRANT_EXTENSION", "CONFIRM_APPROVAL"];

/** What to do next as a button, then everything else that can be done. */
export function CaseActions({ links, next, nothing, commandId }: CaseActionsProps) {
  const main = next ? undefined : links.find(({ event }) => first.includes(event));
  const others = links.filter((link) => link !== main && link.href !== next?.href);
  const hasMain = next !== undefined || main !== undefined;
  return (
    <div className="app-no-print">
      <h2 className="govuk-heading-m">{hasMain || others.length === 0 ? "What to do next" : "What you can do"}</h2>
      {next && <LinkButton href={next.href}>{next.text}</LinkButton>}
      {main &&
        (main.post ? (
          <PostForm action={main.href} commandId={commandId} reloadDocument>
            <Button preventDoubleClick>{main.text}</Button>
          </PostForm>
        ) : (
          <LinkButton href={main.href}>{main.text}</LinkButton>
        ))}
      {!hasMain && others.length === 0 && <p className="govuk-body">{nothing}</p>}
      {others.length > 0 && (
        <>
          {hasMain && <p className="govuk-body">You can also:</p>}
          <ul className="govuk-list govuk-list--bullet">
            {others.map(({ event, text, href }) => (
              <li key={event}>
                <a className="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
