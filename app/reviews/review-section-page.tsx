import { ServicePage } from "~/people/service-page";
import { neighboursOf, planSections } from "~/plans/plan-sections";
import { SectionDifference } from "~/plans/section-difference";
import { SectionView } from "~/plans/section-view";
import { MarksKey } from "~/plans/text-difference";
import { Details } from "~/ui/details";
import type { FieldErrors } from "~/ui/error-messages";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import type { FormValues } from "~/ui/parse-form";
import { PreviousNext } from "~/ui/previous-next";
import { Tag } from "~/ui/tag";
import { useSchemaForm } from "~/ui/use-schema-form";
import type { SectionToReview } from "./get-review-for-event.server";
import type { EarlierComment } from "./review";
import { recordVerdictSchema } from "./record-verdict.schema";
import { RecordVerdictForm, type VerdictValues } from "./record-verdict-form";
import { describeChange, describeVerdict, schoolsOf } from "./review-words";

function EarlierComments({ comments }: { comments: EarlierComment[] }) {
  if (comments.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Earlier comments</h2>
      {comments.map(({ revision, comment, by, reply }) => (
        <InsetText key={revision}>
          <p className="govuk-body">
            <strong>
              {by}, on revision {revision}
            </strong>
          </p>
          <p className="govuk-body app-typed-text">{comment}</p>
          <p className="govuk-body">
            <strong>The council’s reply</strong>
          </p>
          <p className="govuk-body app-typed-text">{reply || "None was given."}</p>
        </InsetText>
      ))}
    </>
  );
}

type Props = SectionToReview & { commandId: string; answer?: { errors: FieldErrors; values: FormValues } };

/** One section of a plan under review: what was answered, its text and the text before, and the verdict. */
export function ReviewSectionPage({ review, section, content, previousContent, difference, commandId, answer }: Props) {
  const home = `/plans/${review.planId}/review`;
  const typed = {
    commandId,
    verdict: String(answer?.values.verdict ?? section.verdict ?? ""),
    comment: String(answer?.values.comment ?? section.comment ?? ""),
  };
  const { register, errors, onSubmit } = useSchemaForm<VerdictValues>({
    schema: recordVerdictSchema,
    defaultValues: typed,
    serverErrors: answer?.errors,
  });
  const { previous, next } = neighboursOf(section.key);
  const change = describeChange(section, review.previousRevision);
  const status = describeVerdict(section);
  const linkTo = (key: typeof previous) =>
    key ? { href: `${home}/${key}`, label: planSections[key].title } : undefined;
  return (
    <ServicePage back={{ href: home, text: "Back to the review" }} errors={errors}>
      <PageHeading caption={`${schoolsOf(review)}, revision ${review.revision}`}>{section.title}</PageHeading>
      <p className="govuk-body">
        <Tag colour={status.colour}>{status.text}</Tag> {change}
      </p>
      <EarlierComments comments={section.earlier} />
      {difference && (
        <>
          <h2 className="govuk-heading-m">What changed since revision {review.previousRevision}</h2>
          <MarksKey />
          <SectionDifference section={difference} />
        </>
      )}
      <h2 className="govuk-heading-m">{previousContent ? `Revision ${review.revision}` : "The council’s text"}</h2>
      <SectionView section={section.key} content={content} id={section.key} dates={review} markMissing />
      {previousContent && (
        <Details summary={`Compare with revision ${review.previousRevision}`}>
          <h2 className="govuk-heading-m">Revision {review.previousRevision}</h2>
          <SectionView
            section={section.key}
            content={previousContent}
            id={`previous-${section.key}`}
            dates={review}
            markMissing
          />
        </Details>
      )}
      {review.available.includes("RECORD_VERDICT") ? (
        <RecordVerdictForm {...{ typed, errors, register, onSubmit }} last={next === null} />
      ) : (
        section.comment && (
          <>
            <h2 className="govuk-heading-m">Comment</h2>
            <p className="govuk-body app-typed-text">{section.comment}</p>
          </>
        )
      )}
      <PreviousNext label="Sections" previous={linkTo(previous)} next={linkTo(next)} />
    </ServicePage>
  );
}
