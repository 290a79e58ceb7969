import { Details } from "~/ui/details";
import { answerExamples } from "./answer-examples";

/** Beside a question: what makes an answer useful, with a good one and a weak one. */
export function AnswerExample({ of, about }: { of: string; about: string }) {
  const examples = answerExamples[of];
  if (!examples) return null;
  return (
    <Details summary={`A good and a weak answer: ${about}`}>
      <p className="govuk-body">{examples.tip}</p>
      <p className="govuk-body">
        <strong>Good:</strong> {examples.good}
      </p>
      <p className="govuk-body">
        <strong>Weak:</strong> {examples.weak}
      </p>
    </Details>
  );
}
