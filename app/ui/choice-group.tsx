import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { ErrorMessage } from "./error-message";
import { describeField } from "./field-props";
import type { ChoiceGroupProps, ChoiceItem } from "./field-props";
import { Fieldset } from "./fieldset";
import { Hint } from "./hint";
import { Label } from "./label";

interface Props extends ChoiceGroupProps {
  kind: "radios" | "checkboxes";
  className?: string;
  isChecked: (value: string) => boolean;
  renderInput: (input: {
    id: string;
    className: string;
    value: string;
    disabled?: boolean;
    "data-aria-controls"?: string;
    "aria-describedby"?: string;
  }) => ReactNode;
}

/** The frame that radios and checkboxes share. */
export function ChoiceGroup(props: Props) {
  const { kind, name, idPrefix = name, legend, legendSize, legendAsHeading, legendHidden, hint, error, small } = props;
  const block = `govuk-${kind}`;

  function renderItem(item: ChoiceItem, index: number) {
    if ("divider" in item) {
      return (
        <div key={item.divider} className={`${block}__divider`}>
          {item.divider}
        </div>
      );
    }
    // The first has the group's own id, so that the error summary's link reaches it.
    const id = item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`);
    const hintId = `${id}-item-hint`;
    return [
      <div key={item.value} className={`${block}__item`}>
        {props.renderInput({
          id,
          className: `${block}__input`,
          value: item.value,
          disabled: item.disabled,
          "data-aria-controls": item.conditional ? `conditional-${id}` : undefined,
          "aria-describedby": item.hint ? hintId : undefined,
        })}
        <Label htmlFor={id} className={`${block}__label`}>
          {item.label}
        </Label>
        {item.hint && (
          <Hint id={hintId} className={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>,
      item.conditional && (
        <div
          key={`${item.value} conditional`}
          className={classNames(
            `${block}__conditional`,
            !props.isChecked(item.value) && `${block}__conditional--hidden`,
          )}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      ),
    ];
  }

  return (
    <div className={classNames("govuk-form-group", error && "govuk-form-group--error")}>
      <Fieldset
        {...{ legend, legendSize, legendAsHeading, legendHidden }}
        describedBy={describeField(idPrefix, { hint, error })}
      >
        {hint && <Hint id={`${idPrefix}-hint`}>{hint}</Hint>}
        {error && <ErrorMessage id={`${idPrefix}-error`}>{error}</ErrorMessage>}
        <div className={classNames(block, small && `${block}--small`, props.className)} data-module={block}>
          {props.items.map(renderItem)}
        </div>
      </Fieldset>
    </div>
  );
}
