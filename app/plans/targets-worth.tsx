import { describeSource } from "./comparable-schools";
import { describeTarget } from "./describe-target";
import { type PlanSetting, type SectionContent, textOf } from "./plan-content";
import { cohortOf, describeCohort } from "./target-pupils";

/** What each target comes to in pupils and among what comparable schools gained, and where that is from. */
export function TargetsWorth({ setting, targets }: { setting: PlanSetting; targets: SectionContent }) {
  const described = setting.targetYears.map((year) => ({
    year,
    sentences: describeTarget({ year, typed: textOf(targets, `target-${year}`) }, setting),
  }));
  return (
    <>
      {described.some(({ sentences }) => sentences.length > 0) && (
        <>
          <p className="govuk-body">
            <strong>What the targets come to</strong>
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {described.map(({ year, sentences }) =>
              sentences.length === 0 ? null : (
                <li key={year}>
                  {year}: {sentences.join(" ")}
                </li>
              ),
            )}
          </ul>
        </>
      )}
      <p className="govuk-hint">
        {describeCohort(cohortOf(setting))} {describeSource(setting.comparable ?? [])}
      </p>
    </>
  );
}
