import type { ReactNode } from "react";
import { classNames } from "./class-names";
import type { LabelSize } from "./label";

interface FieldsetProps {
  legend: ReactNode;
  legendSize?: LabelSize;
  legendAsHeading?: boolean;
  legendHidden?: boolean;
  describedBy?: string;
  role?: "group";
  children: ReactNode;
}

export function Fieldset(props: FieldsetProps) {
  const { legend, legendSize, legendAsHeading, legendHidden, describedBy, role, children } = props;
  return (
    <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy}>
      <legend
        className={classNames(
          "govuk-fieldset__legend",
          legendSize && `govuk-fieldset__legend--${legendSize}`,
          legendHidden && "govuk-visually-hidden",
        )}
      >
        {legendAsHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
