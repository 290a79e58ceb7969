import { forwardRef } from "react";
import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classNames } from "./class-names";
import { describeField } from "./field-props";
import type { FieldProps } from "./field-props";
import { FormGroup } from "./form-group";

type InputWidth =
  2 | 3 | 4 | 5 | 10 | 20 | 30 | "full" | "three-quarters" | "two-thirds" | "one-half" | "one-third" | "one-quarter";

export interface TextInputProps
  extends FieldProps, Omit<ComponentPropsWithoutRef<"input">, "id" | "name" | "prefix" | "width"> {
  prefix?: string;
  suffix?: string;
  /** What stands under the box, such as what its figure comes to; name its id in describedBy. */
  below?: ReactNode;
  /** Characters (2 to 30) or a share of the column. */
  width?: InputWidth;
}

export const TextInput = forwardRef<HTMLInputElement, TextInputProps>(function TextInput(props, ref) {
  const {
    id = props.name,
    label,
    labelSize,
    labelAsHeading,
    labelHidden,
    hint,
    error,
    describedBy,
    ...control
  } = props;
  const { prefix, suffix, below, width, className, type = "text", ...rest } = control;
  const input = (
    <input
      id={id}
      type={type}
      aria-describedby={describeField(id, { describedBy, hint, error })}
      {...rest}
      ref={ref}
      className={classNames(
        "govuk-input",
        typeof width === "number" && `govuk-input--width-${width}`,
        typeof width === "string" && `govuk-!-width-${width}`,
        className,
        error && "govuk-input--error",
      )}
    />
  );
  return (
    <FormGroup {...{ id, label, labelSize, labelAsHeading, labelHidden, hint, error }}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          )}
          {input}
          {suffix && (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          )}
        </div>
      ) : (
        input
      )}
      {below}
    </FormGroup>
  );
});
