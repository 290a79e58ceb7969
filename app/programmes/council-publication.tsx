import { HeadLetterView } from "~/notifications/head-letter-view";
import type { Words } from "~/notifications/publication-words";
import { formatPlural } from "~/ui/format-number";
import { InsetText } from "~/ui/inset-text";
import { Table } from "~/ui/table";
import { VisuallyHidden } from "~/ui/visually-hidden";
import type { CouncilPublication as Publication } from "./get-council-publication.server";

const Notice = ({ title, body }: Words) => (
  <InsetText>
    <p className="govuk-body">
      <strong>{title}</strong>
    </p>
    <p className="govuk-body">{body}</p>
  </InsetText>
);

/** One council's part of a publication, before it is published: its schools, its notice, and the letter to a head. */
export function CouncilPublication({ publication }: { publication: Publication }) {
  const { run, council, schools, notice, head } = publication;
  const becomes = ({ open, follows }: Publication["schools"][number]) =>
    open ? "Open case goes on" : follows ? "New case after an ended one" : "New case";
  return (
    <>
      <h2 className="govuk-heading-m">What the council will read</h2>
      <p className="govuk-body">Each officer and lead of {council.name} gets this notice.</p>
      <Notice {...notice} />
      <h2 className="govuk-heading-m">{formatPlural(schools.length, "school")}</h2>
      <Table
        caption={`Schools of ${council.name}`}
        captionHidden
        rowHeaders
        wide
        columns={[{ label: "School" }, { label: "URN" }, { label: "What happens" }, { label: "Letter" }]}
        rows={schools.map((school) => ({
          key: school.id,
          cells: [
            school.name,
            school.urn ?? "–",
            becomes(school),
            school.id === head.schoolId ? (
              "Shown below"
            ) : (
              <a
                key="letter"
                className="govuk-link"
                href={`/runs/${run.id}/publish/${council.code}?school=${school.id}#head`}
              >
                Show<VisuallyHidden> the letter to the headteacher of {school.name}</VisuallyHidden>
              </a>
            ),
          ],
        }))}
      />
      <h2 className="govuk-heading-m" id="head">
        What the headteacher of {head.school} will read
      </h2>
      <p className="govuk-body">The council tells the headteacher in these words, in person or in writing.</p>
      <HeadLetterView letter={head.letter} from={council.name} headingLevel={3} />
      <p className="govuk-body">
        Once the council has recorded that it told them, a headteacher with an account also gets this notice.
      </p>
      <Notice {...head.notice} />
    </>
  );
}
