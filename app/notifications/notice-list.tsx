import { formatDateTime } from "~/ui/format-date";
import { PostForm } from "~/ui/post-form";
import { Tag } from "~/ui/tag";
import { TextButton } from "~/ui/text-button";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { NoticeItem } from "./list-notices.server";

function Notice({ id, title, body, link, createdAt, read }: NoticeItem) {
  return (
    <li>
      <h2 className="govuk-heading-s">
        <a className="govuk-link" href={link}>
          {title}
        </a>{" "}
        {!read && <Tag colour="blue">New</Tag>}
      </h2>
      <p className="govuk-body">
        {body}
        <br />
        <time className="govuk-hint" dateTime={createdAt}>
          {formatDateTime(createdAt)}
        </time>
      </p>
      {!read && (
        <PostForm action="/notices/read" reloadDocument>
          <input type="hidden" name="notice[]" value={id} />
          <TextButton>
            Mark as read<VisuallyHidden>: {title}</VisuallyHidden>
          </TextButton>
        </PostForm>
      )}
      <hr className="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
    </li>
  );
}

export function NoticeList({ notices }: { notices: NoticeItem[] }) {
  return (
    <ul className="govuk-list">
      {notices.map((notice) => (
        <Notice key={notice.id} {...notice} />
      ))}
    </ul>
  );
}
