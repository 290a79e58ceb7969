import { SchoolCell } from "~/schools/school-cell";
import { describeRule } from "~/identification/describe-rule";
import { BOUNDARY_POINTS } from "~/identification/floor-rule";
import type { ProgrammeRule } from "~/identification/rule-version";
import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { ButtonGroup } from "~/ui/button-group";
import { formatCount, formatPlural } from "~/ui/format-number";
import { PageHeading } from "~/ui/page-heading";
import { Pagination } from "~/ui/pagination";
import { PostForm } from "~/ui/post-form";
import { StatCards } from "~/ui/stat-cards";
import { Table } from "~/ui/table";
import type { ProgrammePage } from "./get-programme.server";
import { PREVIEW_PAGE, previewAddress, type PreviewList, previewLists, type PreviewQuery } from "./preview-query";
import type { PreviewedSchool, RulePreview } from "./preview-rule.server";

type RulePreviewPageProps = {
  programme: Pick<ProgrammePage, "id" | "state" | "version"> & { name: string };
  preview: RulePreview;
  rule: ProgrammeRule;
  query: PreviewQuery;
};

const empty: Record<PreviewList, string> = {
  come: "No school comes on the list with these settings.",
  go: "No school goes from the list with these settings.",
  near: `No school lies within ${BOUNDARY_POINTS} points of the other outcome.`,
};

function distance({ margin }: PreviewedSchool): string {
  if (margin === null) return "–";
  const points = Number(margin);
  return points === 0 ? "At the floor" : `${Math.abs(points)} ${points < 0 ? "below" : "above"}`;
}

function Schools({ programme, preview, query }: Omit<RulePreviewPageProps, "rule">) {
  const { page, values } = query;
  const { list, schools, total, against } = preview;
  return (
    <>
      <p className="govuk-body app-no-print">
        <a className="govuk-link" href={previewAddress(programme.id, { values, list, at: "preview/csv" })} download>
          Download these schools (CSV)
        </a>
      </p>
      <Table
        caption={`${previewLists[list]}: ${formatPlural(total, "school")}`}
        captionSize="m"
        rowHeaders
        wide
        columns={[
          { label: "School" },
          { label: "Council" },
          { label: "Points from the floor", nowrap: true },
          {
            label: against.runNumber === null ? "With the stored settings" : `In run ${against.runNumber}`,
            prose: true,
          },
          { label: "With these settings", prose: true },
        ]}
        rows={schools.map((school) => ({
          key: school.schoolId,
          cells: [
            <SchoolCell key="school" school={school} />,
            school.council,
            distance(school),
            school.before ?? "Was not looked at",
            school.after ?? "Is not looked at: no result of these years",
          ],
        }))}
        empty={empty[list]}
      />
      <Pagination
        page={page}
        pages={Math.max(1, Math.ceil(total / PREVIEW_PAGE))}
        hrefFor={(wanted) => previewAddress(programme.id, { values, list, page: wanted })}
      />
    </>
  );
}

/** What settings would give before they are saved: the counts, and which schools come, go, and lie near the floor. */
export function RulePreviewPage({ programme, preview, rule, query }: RulePreviewPageProps) {
  const { list, before, after, against } = preview;
  const { values } = query;
  const listed = (wanted: PreviewList) => previewAddress(programme.id, { values, list: wanted });
  const was = (count: number) => `was ${formatCount(count)}`;
  return (
    <ServicePage
      width="wide"
      back={
        programme.state === "draft"
          ? { href: previewAddress(programme.id, { values, at: "edit" }), text: "Change the settings" }
          : { href: `/programmes/${programme.id}`, text: programme.name }
      }
    >
      <PageHeading caption={programme.name}>Preview of the settings</PageHeading>
      <p className="govuk-body-l">
        Nothing is saved yet. Compared with{" "}
        {against.runNumber === null ? "the stored settings, because no run is finished" : `run ${against.runNumber}`}.
      </p>
      <StatCards
        stats={[
          { value: formatCount(after.eligible), label: `Eligible (${was(before.eligible)})` },
          { value: formatCount(after.flagged), label: `Flagged (${was(before.flagged)})`, tone: "waiting" },
          { value: formatCount(after.firstConcern), label: `First concern (${was(before.firstConcern)})` },
          { value: formatCount(preview.come), label: previewLists.come, href: listed("come") },
          { value: formatCount(preview.go), label: previewLists.go, href: listed("go") },
          { value: formatCount(preview.near), label: previewLists.near, href: listed("near") },
        ]}
      />
      <h2 className="govuk-heading-m">The rule in words</h2>
      {describeRule(rule).map((sentence) => (
        <p key={sentence} className="govuk-body">
          {sentence}
        </p>
      ))}
      {programme.state === "draft" && (
        <PostForm action={`/programmes/${programme.id}/edit`} version={programme.version}>
          {Object.entries(values).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <ButtonGroup>
            <Button preventDoubleClick>Save these settings</Button>
            <a className="govuk-link" href={previewAddress(programme.id, { values, at: "edit" })}>
              Change the settings
            </a>
          </ButtonGroup>
        </PostForm>
      )}
      <nav aria-label="Schools of the preview" className="app-no-print">
        <ul className="govuk-list">
          {(Object.keys(previewLists) as PreviewList[]).map((wanted) => (
            <li key={wanted}>
              <a className="govuk-link" href={listed(wanted)} aria-current={wanted === list ? "page" : undefined}>
                {wanted === list ? <strong>{previewLists[wanted]}</strong> : previewLists[wanted]} (
                {formatCount(preview[wanted])})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Schools programme={programme} preview={preview} query={query} />
    </ServicePage>
  );
}
