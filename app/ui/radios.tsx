import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { ChoiceGroup } from "./choice-group";
import type { ChoiceGroupProps } from "./field-props";

type InputProps = Omit<ComponentPropsWithoutRef<"input">, keyof ChoiceGroupProps | "defaultValue" | "value" | "type">;

interface RadiosProps extends ChoiceGroupProps, InputProps {
  defaultValue?: string;
  inline?: boolean;
}

export const Radios = forwardRef<HTMLInputElement, RadiosProps>(function Radios(props, ref) {
  const { name, idPrefix, legend, legendSize, legendAsHeading, legendHidden, hint, error, items, small, ...rest } =
    props;
  const { defaultValue, inline, ...inputProps } = rest;
  return (
    <ChoiceGroup
      kind="radios"
      {...{ name, idPrefix, legend, legendSize, legendAsHeading, legendHidden, hint, error, items, small }}
      className={inline ? "govuk-radios--inline" : undefined}
      isChecked={(value) => value === defaultValue}
      renderInput={(input) => (
        <input
          {...inputProps}
          {...input}
          name={name}
          type="radio"
          defaultChecked={input.value === defaultValue}
          ref={ref}
        />
      )}
    />
  );
});
