import type { ReactNode } from "react";
import { ServicePage } from "~/people/service-page";
import type { FieldErrors } from "~/ui/error-messages";
import { PageHeading } from "~/ui/page-heading";
import type { Review } from "./review";
import { ReviewSummary } from "./review-summary";
import { describeVerdict, schoolsOf } from "./review-words";
import { Tag } from "~/ui/tag";

type Props = {
  review: Review;
  title: string;
  errors?: FieldErrors;
  /** Lists each section with its verdict and comment, linked, so that errors can point at it. */
  withSections?: boolean;
  children: ReactNode;
};

/** The frame of a page on which a plan is decided: which plan, how its sections stand, the form. */
export function DecideOnPlanPage({ review, title, errors, withSections, children }: Props) {
  return (
    <ServicePage
      width="narrow"
      back={{ href: `/plans/${review.planId}/review`, text: "Back to the review" }}
      errors={errors}
      errorTargets={{ dueOn: "dueOn-day" }}
    >
      <PageHeading caption={schoolsOf(review)}>{title}</PageHeading>
      <ReviewSummary review={review} />
      {withSections && (
        <>
          <h2 className="govuk-heading-m">Sections</h2>
          <dl className="govuk-summary-list">
            {review.sections.map((section) => {
              const status = describeVerdict(section);
              return (
                <div key={section.key} className="govuk-summary-list__row">
                  <dt className="govuk-summary-list__key">
                    <a
                      className="govuk-link"
                      id={`section-${section.key}`}
                      href={`/plans/${review.planId}/review/${section.key}`}
                    >
                      {section.title}
                    </a>
                  </dt>
                  <dd className="govuk-summary-list__value">
                    <Tag colour={status.colour}>{status.text}</Tag>
                    {section.comment && <div className="app-typed-text">{section.comment}</div>}
                  </dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
      {children}
    </ServicePage>
  );
}
