import { Form } from "@remix-run/react";
import type { FormProps } from "@remix-run/react";
import { forwardRef } from "react";
import { useCsrfToken } from "./csrf-context";

interface PostFormProps extends Omit<FormProps, "method" | "noValidate"> {
  /** Sent with the form so that the same form posted again has one effect. */
  commandId?: string;
  /** The version of the thing that the person was looking at. */
  version?: number;
}

/**
 * The only form that changes anything: POST, checked by the server rather than by the browser, with its token. The
 * answer is a new page, so that focus and title are the browser's.
 */
export const PostForm = forwardRef<HTMLFormElement, PostFormProps>(function PostForm(props, ref) {
  const { commandId, version, children, ...rest } = props;
  const csrf = useCsrfToken();
  return (
    <Form reloadDocument {...rest} method="post" noValidate ref={ref}>
      <input type="hidden" name="csrf" value={csrf} />
      {commandId !== undefined && <input type="hidden" name="commandId" value={commandId} />}
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {children}
    </Form>
  );
});
