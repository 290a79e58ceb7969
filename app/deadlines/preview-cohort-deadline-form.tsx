import { Button } from "~/ui/button";
import { DateInput } from "~/ui/date-input";
import type { FieldErrors } from "~/ui/error-messages";
import { Radios } from "~/ui/radios";

type PreviewProps = { action: string; errors: FieldErrors; values: Record<string, string> };

/** Which cohort, and which date: sent by GET, because a preview changes nothing. */
export function PreviewCohortDeadlineForm({ action, errors, values }: PreviewProps) {
  return (
    <form method="get" action={action} noValidate>
      <Radios
        name="cohort"
        legend="Which cohort?"
        legendSize="s"
        inline
        defaultValue={values.cohort}
        error={errors.cohort}
        items={[
          { value: "priority", label: "Priority" },
          { value: "standard", label: "Standard" },
        ]}
      />
      <DateInput
        name="dueOn"
        legend="New due date"
        legendSize="s"
        hint="Plans are in time until the end of this day."
        error={errors.dueOn}
        defaultValues={{ day: values["dueOn-day"], month: values["dueOn-month"], year: values["dueOn-year"] }}
      />
      <Button variant="secondary">Preview change</Button>
    </form>
  );
}
