import type { ReactNode } from "react";
import type { LabelSize } from "./label";

/** What every single-control field takes beside the control's own attributes. */
export interface FieldProps {
  /** Defaults to the name, so that an error summary can link to it by name. */
  id?: string;
  name: string;
  label: ReactNode;
  labelSize?: LabelSize;
  labelAsHeading?: boolean;
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: string;
  /** Ids of further describing elements, read before the hint and the error. */
  describedBy?: string;
}

interface GroupProps {
  name: string;
  /** Defaults to the name. */
  idPrefix?: string;
  legend: ReactNode;
  legendSize?: LabelSize;
  legendAsHeading?: boolean;
  legendHidden?: boolean;
  hint?: ReactNode;
  error?: string;
}

interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  id?: string;
  disabled?: boolean;
  /** Fields shown while this choice is taken. They are sent whether shown or not. */
  conditional?: ReactNode;
}

export type ChoiceItem = Choice | { divider: string };

export interface ChoiceGroupProps extends GroupProps {
  items: ChoiceItem[];
  small?: boolean;
}

/** The value of aria-describedby: what is read after the field's name, in order. */
export function describeField(id: string, field: { describedBy?: string; hint?: ReactNode; error?: string }) {
  const ids = [field.describedBy, field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}
