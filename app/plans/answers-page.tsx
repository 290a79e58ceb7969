import { ServicePage } from "~/people/service-page";
import { InsetText } from "~/ui/inset-text";
import { PageHeading } from "~/ui/page-heading";
import { inSentence } from "./comparison-page";
import type { AnsweredSection, Answers } from "./get-answers.server";
import { SectionDifference } from "./section-difference";
import { MarksKey } from "./text-difference";

const Words = ({ title, children }: { title: string; children: string }) => (
  <>
    <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
    <p className="govuk-body app-typed-text">{children}</p>
  </>
);

function Section({ section, answered }: { section: AnsweredSection; answered: boolean }) {
  const { key, number, title, comment, reply, difference } = section;
  return (
    <section className="app-answer" aria-labelledby={`answer-${key}`}>
      <h2 className="govuk-heading-m" id={`answer-${key}`}>
        {number}. {title}
      </h2>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-one-third">
          <Words title="What the reviewer asked">{comment}</Words>
          {answered && <Words title="What the council replied">{reply || "No reply yet."}</Words>}
        </div>
        {answered && (
          <div className="govuk-grid-column-two-thirds">
            <h3 className="govuk-heading-s">What changed</h3>
            {difference ? (
              <SectionDifference section={difference} />
            ) : (
              <p className="govuk-body">The text of this section is as it was.</p>
            )}
          </div>
        )}
      </div>
    </section>
  );
}

function Round({ planId, round }: { planId: string; round: NonNullable<Answers["round"]> }) {
  const { on, next, sections, others } = round;
  if (!next)
    return (
      <>
        <InsetText>The council has not submitted the plan again. Its replies come with the next submission.</InsetText>
        {sections.map((section) => (
          <Section key={section.key} section={section} answered={false} />
        ))}
      </>
    );
  return (
    <>
      <p className="govuk-body">
        Comments on {inSentence(on)}, and what changed in {inSentence(next)}.{" "}
        {others.length > 0 && `Also changed, without a comment: ${others.join(", ")}. `}
        <a className="govuk-link" href={`/plans/${planId}/compare?from=${on.id}&to=${next.id}`}>
          Compare the two texts
        </a>
      </p>
      <MarksKey />
      {sections.map((section) => (
        <Section key={section.key} section={section} answered />
      ))}
    </>
  );
}

/** A returned plan's comments, each beside what was replied and what changed because of it. */
export function AnswersPage({ answers, back }: { answers: Answers; back: string }) {
  const { planId, schools, rounds, round } = answers;
  const others = rounds.filter(({ id }) => id !== round?.on.id);
  return (
    <ServicePage back={{ href: back }}>
      <PageHeading caption={schools.join(", ")}>Comments and what changed</PageHeading>
      {round ? <Round planId={planId} round={round} /> : <InsetText>The plan has not been returned.</InsetText>}
      {others.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Comments on other revisions</h2>
          <ul className="govuk-list">
            {others.map(({ id, name }) => (
              <li key={id}>
                <a className="govuk-link" href={`/plans/${planId}/answers?revision=${id}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </ServicePage>
  );
}
