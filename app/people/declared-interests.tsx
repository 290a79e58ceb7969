import { formatDateShort } from "~/ui/format-date";
import { PostForm } from "~/ui/post-form";
import { Table } from "~/ui/table";
import { TextButton } from "~/ui/text-button";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { ListedInterest } from "./list-interests.server";

/** The interests in force, each with the form that withdraws it. */
export function DeclaredInterests({ interests }: { interests: ListedInterest[] }) {
  return (
    <Table
      caption="Interests you have declared"
      captionSize="m"
      columns={[{ label: "In" }, { label: "Your interest" }, { label: "Declared" }, { label: "Action" }]}
      rowHeaders
      rows={interests.map((interest) => ({
        key: interest.id,
        cells: [
          interest.in,
          interest.nature,
          formatDateShort(interest.declaredAt),
          <PostForm key="withdraw" action={`/account/interests/${interest.id}/withdraw`} reloadDocument>
            <TextButton>
              Withdraw <VisuallyHidden>the interest in {interest.in}</VisuallyHidden>
            </TextButton>
          </PostForm>,
        ],
      }))}
    />
  );
}
