import { formatDateShort } from "~/ui/format-date";
import { PostForm } from "~/ui/post-form";
import { Table } from "~/ui/table";
import { TextButton } from "~/ui/text-button";
import { VisuallyHidden } from "~/ui/visually-hidden";
import { describeRole } from "./describe-role";
import type { PersonDetail } from "./get-person.server";

type HeldRolesProps = { personId: string; version: number; roles: PersonDetail["roles"] };

/** The roles in force, each with the form that revokes it. */
export function HeldRoles({ personId, version, roles }: HeldRolesProps) {
  return (
    <Table
      caption="Roles held now"
      captionSize="m"
      rowHeaders
      columns={[{ label: "Role" }, { label: "Since" }, { label: "Action" }]}
      empty="This person holds no role."
      rows={roles.map((role) => ({
        key: role.id,
        cells: [
          describeRole(role),
          formatDateShort(role.since),
          <PostForm
            key="revoke"
            action={`/people/${personId}/roles/${role.id}/revoke`}
            version={version}
            reloadDocument
          >
            <TextButton>
              Revoke <VisuallyHidden>{describeRole(role)}</VisuallyHidden>
            </TextButton>
          </PostForm>,
        ],
      }))}
    />
  );
}
