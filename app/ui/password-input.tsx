import { forwardRef, useEffect, useState } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { Button } from "./button";
import { classNames } from "./class-names";
import { describeField } from "./field-props";
import type { FieldProps } from "./field-props";
import { FormGroup } from "./form-group";

interface PasswordInputProps extends FieldProps, Omit<ComponentPropsWithoutRef<"input">, "id" | "name" | "type"> {}

export const PasswordInput = forwardRef<HTMLInputElement, PasswordInputProps>(function PasswordInput(props, ref) {
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
  const { className, autoComplete = "current-password", ...rest } = control;
  const [hydrated, setHydrated] = useState(false);
  const [shown, setShown] = useState(false);
  useEffect(() => setHydrated(true), []);

  return (
    <FormGroup
      {...{ id, label, labelSize, labelAsHeading, labelHidden, hint, error }}
      className="govuk-password-input"
      data={{ "data-module": "govuk-password-input" }}
    >
      <div className="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          id={id}
          type={shown ? "text" : "password"}
          spellCheck={false}
          aria-describedby={describeField(id, { describedBy, hint, error })}
          autoComplete={autoComplete}
          autoCapitalize="none"
          {...rest}
          ref={ref}
          className={classNames(
            "govuk-input govuk-password-input__input govuk-js-password-input-input",
            className,
            error && "govuk-input--error",
          )}
        />
        <Button
          type="button"
          variant="secondary"
          className="govuk-password-input__toggle govuk-js-password-input-toggle"
          aria-controls={id}
          aria-label={shown ? "Hide password" : "Show password"}
          hidden={!hydrated}
          onClick={() => setShown(!shown)}
        >
          {shown ? "Hide" : "Show"}
        </Button>
      </div>
      {hydrated && (
        <div className="govuk-visually-hidden" aria-live="polite">
          {shown ? "Your password is visible" : "Your password is hidden"}
        </div>
      )}
    </FormGroup>
  );
});
