/** Moves the focus to the errors: the summary takes it when it appears, but keeps no watch where it is there already. */
export const focusErrorSummary = (): void =>
  void setTimeout(() => document.querySelector<HTMLElement>(".govuk-error-summary")?.focus());
