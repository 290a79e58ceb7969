import { RevisionDownloads } from "~/documents/revision-downloads";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { formatPlural } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { PostForm } from "~/ui/post-form";
import { TaskList } from "~/ui/task-list";
import type { Review, ReviewedSection } from "./review";
import { ReviewSummary } from "./review-summary";
import { describeChange, describeVerdict, schoolsOf } from "./review-words";

const address = (review: Review, page: string) => `/plans/${review.planId}/${page}`;

function SectionHint({ section, review }: { section: ReviewedSection; review: Review }) {
  const change = describeChange(section, review.previousRevision);
  const [latest] = section.earlier;
  if (!change && !latest) return null;
  return (
    <>
      {change && <div>{change}</div>}
      {latest && (
        <>
          <div>
            Comment on revision {latest.revision}: “{latest.comment}”
          </div>
          <div>{latest.reply ? <>The council’s reply: “{latest.reply}”</> : "The council has not replied."}</div>
        </>
      )}
    </>
  );
}

function Standing({ review }: { review: Review }) {
  const { state, structural, available, reviewer, isMine, independent, firstApprover } = review;
  if (state === "submitted")
    return available.includes("START_REVIEW") ? null : (
      <InsetText>
        {independent
          ? "The plan waits for a reviewer."
          : "You are not independent of this plan, so another reviewer has to review it."}
      </InsetText>
    );
  if (state === "inReview" && !isMine)
    return <InsetText>{reviewer?.name ?? "Another reviewer"} is reviewing this plan.</InsetText>;
  if (state === "inReview" && structural)
    return (
      <InsetText>
        The plan proposes a federation, trust, academy or closure. When you approve it, a second reviewer has to
        confirm.
      </InsetText>
    );
  if (state === "awaitingSecondApproval")
    return (
      <InsetText>
        {firstApprover ?? "A reviewer"} approved this plan. It proposes a federation, trust, academy or closure, so a
        second reviewer who recorded no verdict on it has to confirm.
        {!available.includes("CONFIRM_APPROVAL") && " You cannot give the second approval."}
      </InsetText>
    );
  return null;
}

function Decisions({ review, commandId }: { review: Review; commandId: string }) {
  const { available } = review;
  const may = (event: Review["available"][number]) => available.includes(event);
  const anyAction = may("HAND_OVER_REVIEW") || may("RELEASE_REVIEW");
  return (
    <>
      {may("START_REVIEW") && (
        <PostForm action={address(review, "start-review")} commandId={commandId} reloadDocument>
          <Button preventDoubleClick>Start review</Button>
        </PostForm>
      )}
      {may("RECORD_VERDICT") && (
        <ButtonGroup>
          <LinkButton href={address(review, "approve")}>Approve plan</LinkButton>
          <LinkButton href={address(review, "return")} variant="secondary">
            Return plan
          </LinkButton>
        </ButtonGroup>
      )}
      {may("CONFIRM_APPROVAL") && (
        <ButtonGroup>
          <LinkButton href={address(review, "confirm-approval")}>Confirm approval</LinkButton>
          <LinkButton href={address(review, "refuse-approval")} variant="secondary">
            Refuse approval
          </LinkButton>
        </ButtonGroup>
      )}
      {anyAction && (
        <p className="govuk-body">
          If {review.isMine ? "you" : "its reviewer"} cannot finish the review,{" "}
          <a className="govuk-link" href={address(review, "hand-over")}>
            hand it over
          </a>{" "}
          to another reviewer or{" "}
          <a className="govuk-link" href={address(review, "release")}>
            release it
          </a>{" "}
          to the queue.
        </p>
      )}
    </>
  );
}

/** A plan under review: how it stands, its sections as a task list, and what can be decided. */
export function ReviewOverview({ review, commandId }: { review: Review; commandId: string }) {
  const accepted = review.sections.filter(({ verdict }) => verdict === "accepted").length;
  return (
    <ServicePage back={{ href: "/reviews", text: "Back to the queue" }} width="narrow">
      <PageHeading caption={schoolsOf(review)}>Review the plan</PageHeading>
      <ReviewSummary review={review} />
      <RevisionDownloads revisionId={review.revisionId} />
      <Standing review={review} />
      <h2 className="govuk-heading-m">Sections</h2>
      <p className="govuk-body">
        {accepted} of {formatPlural(review.sections.length, "section")} accepted
      </p>
      {review.previousRevision && (
        <p className="govuk-body">
          <a className="govuk-link" href={address(review, "answers")}>
            Read each comment beside what changed
          </a>{" "}
          or{" "}
          <a className="govuk-link" href={address(review, "compare")}>
            see everything that changed
          </a>
          .
        </p>
      )}
      <TaskList
        items={review.sections.map((section) => ({
          title: section.title,
          href: address(review, `review/${section.key}`),
          hint: <SectionHint section={section} review={review} />,
          status: describeVerdict(section),
        }))}
      />
      <Decisions review={review} commandId={commandId} />
      <p className="govuk-body">
        <a className="govuk-link" href={address(review, "feed")}>
          Follow this plan in a feed (Atom)
        </a>
      </p>
    </ServicePage>
  );
}
