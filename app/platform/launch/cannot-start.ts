/** A reason not to start, in one sentence that says what to do. It is shown as it is, without a stack trace. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

/** What an unknown failure says, on one line. */
export function reasonOf(error: unknown): string {
  const text =
    error instanceof AggregateError ? reasonOf(error.errors[0]) : error instanceof Error ? error.message : `${error}`;
  return text.trim().split("\n")[0] ?? "";
}
