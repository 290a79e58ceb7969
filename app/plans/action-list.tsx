import { LinkButton } from "~/ui/link-button";
import { PostForm } from "~/ui/post-form";
import { TextButton } from "~/ui/text-button";
import { ActionSummary } from "./action-summary";
import type { PlanActionContent } from "./plan-content";

type ActionListProps = { planId: string; actions: PlanActionContent[] };

/** A draft's actions in their order, each to change, move or remove, and the way to add one. */
export function ActionList({ planId, actions }: ActionListProps) {
  const at = (id: string) => `/plans/${planId}/actions/${id}`;
  const move = (id: string, number: number, to: number) => (
    <PostForm key={to} action={`${at(id)}/move`}>
      <input type="hidden" name="to" value={to} />
      <TextButton>
        {to < number ? "Move up" : "Move down"}
        <span className="govuk-visually-hidden"> action {number}</span>
      </TextButton>
    </PostForm>
  );
  return (
    <>
      {actions.length === 0 && <p className="govuk-body">No action has been added yet.</p>}
      {actions.map((action, index) => {
        const number = index + 1;
        return (
          <ActionSummary
            key={action.id}
            action={action}
            number={number}
            headingLevel={2}
            links={[
              { text: "Change", href: at(action.id) },
              { text: "Copy", href: `${at(action.id)}/copy` },
              { text: "Remove", href: `${at(action.id)}/remove` },
            ]}
            forms={[
              ...(index > 0 ? [move(action.id, number, number - 1)] : []),
              ...(number < actions.length ? [move(action.id, number, number + 1)] : []),
            ]}
          />
        );
      })}
      <LinkButton href={`/plans/${planId}/actions/new`} variant="secondary" id="add-action">
        {actions.length === 0 ? "Add an action" : "Add another action"}
      </LinkButton>
    </>
  );
}
