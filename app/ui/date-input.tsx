import type { ComponentPropsWithRef, ReactNode } from "react";
import { classNames } from "./class-names";
import { ErrorMessage } from "./error-message";
import { describeField } from "./field-props";
import { Fieldset } from "./fieldset";
import { Hint } from "./hint";
import { Label } from "./label";
import type { LabelSize } from "./label";

type DatePart = "day" | "month" | "year";

interface DateInputProps {
  /** The boxes are named `name-day`, `name-month` and `name-year`, and so are their ids. */
  name: string;
  id?: string;
  legend: ReactNode;
  legendSize?: LabelSize;
  legendAsHeading?: boolean;
  hint?: ReactNode;
  error?: string;
  /** The boxes that are wrong; all of them when left out. */
  errorParts?: DatePart[];
  defaultValues?: Partial<Record<DatePart, string>>;
  /** Attributes of single boxes, such as what react-hook-form's register returns; a name given here wins. */
  fields?: Partial<Record<DatePart, ComponentPropsWithRef<"input">>>;
  /** For a date of birth: "bday" gives "bday-day" and so on. */
  autoComplete?: string;
}

const parts: { part: DatePart; label: string; width: number }[] = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
];

export function DateInput(props: DateInputProps) {
  const {
    name,
    id = name,
    legend,
    legendSize,
    legendAsHeading,
    hint,
    error,
    errorParts,
    defaultValues,
    fields,
  } = props;
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
      <Fieldset
        role="group"
        {...{ legend, legendSize, legendAsHeading }}
        describedBy={describeField(id, { hint, error })}
      >
        {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
        {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
        <div className="govuk-date-input" id={id}>
          {parts.map(({ part, label, width }) => (
            <div key={part} className="govuk-date-input__item">
              <div className="govuk-form-group">
                <Label htmlFor={`${id}-${part}`} className="govuk-date-input__label">
                  {label}
                </Label>
                <input
                  name={`${name}-${part}`}
                  type="text"
                  inputMode="numeric"
                  defaultValue={defaultValues?.[part]}
                  autoComplete={props.autoComplete && `${props.autoComplete}-${part}`}
                  {...fields?.[part]}
                  id={`${id}-${part}`}
                  className={classNames(
                    "govuk-input govuk-date-input__input",
                    error && (errorParts?.includes(part) ?? true) && "govuk-input--error",
                    `govuk-input--width-${width}`,
                  )}
                />
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </div>
  );
}
