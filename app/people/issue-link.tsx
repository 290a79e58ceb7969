import { Button } from "~/ui/button";
import { formatDateTime } from "~/ui/format-date";
import { PostForm } from "~/ui/post-form";

type IssueLinkProps = {
  name: string;
  /** Until when a link issued before works. */
  linkUntil: Date | string | null;
  /** The link just issued. */
  issued?: { link: string; expiresAt: Date | string };
};

/** What a set-password link does and the button that issues one; once issued, the link itself. */
export function IssueLink({ name, linkUntil, issued }: IssueLinkProps) {
  if (issued)
    return (
      <>
        <p className="govuk-body">
          Give this link to {name} yourself, by a way that only they read. It works once, until{" "}
          {formatDateTime(issued.expiresAt)}.
        </p>
        <p className="app-copy">{issued.link}</p>
        <p className="govuk-body">It is shown only now. If it gets lost, issue another: this one then stops working.</p>
      </>
    );
  return (
    <>
      <p className="govuk-body">
        With the link {name} sets a password, or a new one where they forgot theirs. It works once and for 48 hours.
        Their present password works until the new one is set.
      </p>
      {linkUntil && (
        <p className="govuk-body">
          A link that works until {formatDateTime(linkUntil)} was issued before. It stops working when you issue
          another.
        </p>
      )}
      <PostForm reloadDocument>
        <Button>Issue link</Button>
      </PostForm>
    </>
  );
}
