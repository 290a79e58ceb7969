import { forwardRef } from "react";
import type { ComponentPropsWithoutRef } from "react";
import { classNames } from "./class-names";
import { describeField } from "./field-props";
import type { FieldProps } from "./field-props";
import { FormGroup } from "./form-group";

interface FileUploadProps
  extends FieldProps, Omit<ComponentPropsWithoutRef<"input">, "id" | "name" | "type" | "defaultValue"> {}

export const FileUpload = forwardRef<HTMLInputElement, FileUploadProps>(function FileUpload(props, ref) {
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
  const { className, ...rest } = control;
  return (
    <FormGroup {...{ id, label, labelSize, labelAsHeading, labelHidden, hint, error }}>
      <input
        id={id}
        type="file"
        aria-describedby={describeField(id, { describedBy, hint, error })}
        {...rest}
        ref={ref}
        className={classNames("govuk-file-upload", className, error && "govuk-file-upload--error")}
      />
    </FormGroup>
  );
});
