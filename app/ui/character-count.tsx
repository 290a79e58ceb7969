import { forwardRef, useEffect, useState } from "react";
import type { ComponentPropsWithoutRef, FormEvent } from "react";
import { classNames } from "./class-names";
import { describeField } from "./field-props";
import type { FieldProps } from "./field-props";
import { FormGroup } from "./form-group";
import { Hint } from "./hint";

interface CharacterCountProps
  extends FieldProps, Omit<ComponentPropsWithoutRef<"textarea">, "id" | "name" | "maxLength"> {
  /** The limit is told, not enforced while typing: the server's check decides. */
  maxLength: number;
}

const QUIET_MS = 1000;

/** "You have 20 characters remaining", or how many too many. */
function describeRemaining(length: number, limit: number): string {
  const difference = Math.abs(limit - length);
  const characters = difference === 1 ? "character" : "characters";
  return length > limit
    ? `You have ${difference} ${characters} too many`
    : `You have ${difference} ${characters} remaining`;
}

export const CharacterCount = forwardRef<HTMLTextAreaElement, CharacterCountProps>(function CharacterCount(props, ref) {
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
  const { maxLength, rows = 5, className, defaultValue, onInput, ...rest } = control;
  const [hydrated, setHydrated] = useState(false);
  const [length, setLength] = useState(String(defaultValue ?? "").length);
  const [announced, setAnnounced] = useState("");
  const remaining = describeRemaining(length, maxLength);
  const over = hydrated && length > maxLength;

  useEffect(() => setHydrated(true), []);
  useEffect(() => {
    // Spoken only when the typing pauses, or every key would interrupt the reading.
    const timer = setTimeout(() => setAnnounced(remaining), QUIET_MS);
    return () => clearTimeout(timer);
  }, [remaining]);

  function count(event: FormEvent<HTMLTextAreaElement>) {
    setLength(event.currentTarget.value.length);
    onInput?.(event);
  }

  return (
    <FormGroup
      {...{ id, label, labelSize, labelAsHeading, labelHidden, hint, error }}
      className="govuk-character-count"
      data={{ "data-module": "govuk-character-count", "data-maxlength": maxLength }}
    >
      <textarea
        id={id}
        rows={rows}
        aria-describedby={describeField(id, {
          describedBy: describedBy ? `${id}-info ${describedBy}` : `${id}-info`,
          hint,
          error,
        })}
        {...rest}
        defaultValue={defaultValue}
        onInput={count}
        ref={ref}
        className={classNames(
          "govuk-textarea",
          (error || over) && "govuk-textarea--error",
          "govuk-js-character-count",
          className,
        )}
      />
      <Hint
        id={`${id}-info`}
        className={classNames("govuk-character-count__message", hydrated && "govuk-visually-hidden")}
      >
        You can enter up to {maxLength} characters
      </Hint>
      {hydrated && (
        <>
          <div
            className={classNames("govuk-character-count__message", over ? "govuk-error-message" : "govuk-hint")}
            aria-hidden="true"
          >
            {remaining}
          </div>
          <div className="govuk-character-count__sr-status govuk-visually-hidden" aria-live="polite">
            {announced}
          </div>
        </>
      )}
    </FormGroup>
  );
});
