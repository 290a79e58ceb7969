import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { ErrorMessage } from "./error-message";
import type { FieldProps } from "./field-props";
import { Hint } from "./hint";
import { Label } from "./label";

interface FormGroupProps extends Omit<FieldProps, "id" | "name" | "describedBy"> {
  id: string;
  className?: string;
  children: ReactNode;
  data?: Record<`data-${string}`, string | number | undefined>;
}

/** Label, hint and error in the Design System's order around one control. */
export function FormGroup(props: FormGroupProps) {
  const { id, label, labelSize, labelAsHeading, labelHidden, hint, error, className, children, data } = props;
  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error", className)} {...data}>
      <Label htmlFor={id} size={labelSize} asHeading={labelAsHeading} hidden={labelHidden}>
        {label}
      </Label>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`}>{error}</ErrorMessage>}
      {children}
    </div>
  );
}
