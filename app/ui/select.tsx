import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { classNames } from "./class-names";
import { describeField } from "./field-props";
import type { FieldProps } from "./field-props";
import { FormGroup } from "./form-group";

interface SelectItem {
  value: string;
  text: string;
  disabled?: boolean;
}

interface SelectProps extends FieldProps, Omit<ComponentPropsWithoutRef<"select">, "id" | "name" | "children"> {
  items: SelectItem[];
}

export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
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
  const { items, className, ...rest } = control;
  return (
    <FormGroup {...{ id, label, labelSize, labelAsHeading, labelHidden, hint, error }}>
      <select
        id={id}
        aria-describedby={describeField(id, { describedBy, hint, error })}
        {...rest}
        ref={ref}
        className={classNames("govuk-select", className, error && "govuk-select--error")}
      >
        {items.map(({ value, text, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
});
