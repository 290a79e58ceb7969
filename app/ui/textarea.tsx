import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { classNames } from "./class-names";
import { describeField } from "./field-props";
import type { FieldProps } from "./field-props";
import { FormGroup } from "./form-group";

interface TextareaProps extends FieldProps, Omit<ComponentPropsWithoutRef<"textarea">, "id" | "name"> {}

export const Textarea = forwardRef<HTMLTextAreaElement, TextareaProps>(function Textarea(props, ref) {
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
  const { rows = 5, className, ...rest } = control;
  return (
    <FormGroup {...{ id, label, labelSize, labelAsHeading, labelHidden, hint, error }}>
      <textarea
        id={id}
        rows={rows}
        aria-describedby={describeField(id, { describedBy, hint, error })}
        {...rest}
        ref={ref}
        className={classNames("govuk-textarea", error && "govuk-textarea--error", className)}
      />
    </FormGroup>
  );
});
