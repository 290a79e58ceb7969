import { NOT_SHOWN } from "./format-figure";
import { limits } from "./suppress";

const { smallest, fewestOthers } = limits;

/** The rule of small numbers, for those who read figures that it was applied to. */
export function SmallNumbers({ severalCouncils }: { severalCouncils: boolean }) {
  return (
    <>
      <h2 className="govuk-heading-m">Small numbers</h2>
      <p className="govuk-body">
        “{NOT_SHOWN}” stands where a figure is not shown, so that this page can be handed on:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          of your council, a number of schools from 1 to {smallest - 1}, or one that alone or with another number of
          this page would leave 1 to {smallest - 1} of the others. How many schools have a result and are not eligible
          can still be worked out, as it can from the published tables. Your own schools are all listed in{" "}
          <a className="govuk-link" href="/schools">
            Your schools
          </a>
        </li>
        <li>
          of your region and of England, a number that, once your own schools are taken away from it, would rest on
          fewer than {fewestOthers} other councils or say of fewer than {smallest} of their schools (or of none) that
          they are below the floor, at it or above. For that reason another council of your region may be shown figures
          that you are not, and the other way round
        </li>
        <li>any percentage of a number that is not shown</li>
      </ul>
      <p className="govuk-body">No figure of another council can be worked out from this page.</p>
      {severalCouncils && (
        <p className="govuk-body">
          You work for more than one council. Regional and national figures are shown to people of one council only, as
          the figures of several could be taken away from them.
        </p>
      )}
    </>
  );
}
