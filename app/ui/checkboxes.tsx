import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { ChoiceGroup } from "./choice-group";
import type { ChoiceGroupProps } from "./field-props";

type InputProps = Omit<ComponentPropsWithoutRef<"input">, keyof ChoiceGroupProps | "defaultValue" | "value" | "type">;

interface CheckboxesProps extends ChoiceGroupProps, InputProps {
  defaultValues?: string[];
}

export const Checkboxes = forwardRef<HTMLInputElement, CheckboxesProps>(function Checkboxes(props, ref) {
  const { name, idPrefix, legend, legendSize, legendAsHeading, legendHidden, hint, error, items, small, ...rest } =
    props;
  const { defaultValues = [], ...inputProps } = rest;
  return (
    <ChoiceGroup
      kind="checkboxes"
      {...{ name, idPrefix, legend, legendSize, legendAsHeading, legendHidden, hint, error, items, small }}
      isChecked={(value) => defaultValues.includes(value)}
      renderInput={(input) => (
        <input
          {...inputProps}
          {...input}
          name={name}
          type="checkbox"
          defaultChecked={defaultValues.includes(input.value)}
          ref={ref}
        />
      )}
    />
  );
});
