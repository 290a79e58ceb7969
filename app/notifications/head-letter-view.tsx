import { Table } from "~/ui/table";
import type { HeadLetter } from "./head-words";

type HeadLetterViewProps = { letter: HeadLetter; from: string; headingLevel?: 2 | 3 };

/** The council's letter to a headteacher, to be read, printed or read out. */
export function HeadLetterView({ letter, from, headingLevel = 2 }: HeadLetterViewProps) {
  const Title: "h2" | "h3" = `h${headingLevel}`;
  const Heading = headingLevel === 2 ? "h3" : "h4";
  const [reason, ...others] = letter.parts;
  const part = ({ heading, paragraphs }: HeadLetter["parts"][number]) => (
    <div key={heading}>
      <Heading className="govuk-heading-s">{heading}</Heading>
      {paragraphs.map((text) => (
        <p key={text} className="govuk-body">
          {text}
        </p>
      ))}
    </div>
  );
  return (
    <section className="app-letter" aria-labelledby="letter">
      <p className="govuk-body">{letter.to}</p>
      <Title className="govuk-heading-m" id="letter">
        {letter.title}
      </Title>
      {reason && part(reason)}
      <Table
        caption={`Results by year. The floor is ${letter.floor}.`}
        rowHeaders
        small
        columns={[{ label: "Year" }, { label: "Result", numeric: true }]}
        rows={letter.figures.map(({ year, result }) => ({ key: String(year), cells: [year, result] }))}
      />
      {others.map(part)}
      <p className="govuk-body">{from}</p>
    </section>
  );
}
