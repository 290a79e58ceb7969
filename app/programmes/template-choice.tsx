import { ServicePage } from "~/people/service-page";
import { Button } from "~/ui/button";
import { PageHeading } from "~/ui/page-heading";
import { Radios } from "~/ui/radios";
import { programmeTemplates } from "./programme-templates";

/** The first step of a new programme: a question by GET, whose answer is the address of the form. */
export function TemplateChoice({ notChosen }: { notChosen: boolean }) {
  const error = notChosen ? "Select a template" : undefined;
  return (
    <ServicePage width="narrow" back={{ href: "/programmes" }} errors={error ? { template: error } : {}}>
      <PageHeading>Set up a programme</PageHeading>
      <form method="get" action="/programmes/new" noValidate>
        {/* Without a choice nothing else would be sent, and the page could not tell that from its first visit. */}
        <input type="hidden" name="chosen" value="" />
        <Radios
          name="template"
          legend="Which template do you want to begin with?"
          legendSize="m"
          error={error}
          items={programmeTemplates.map(({ id, name, about }) => ({ value: id, label: name, hint: about }))}
        />
        <Button>Continue</Button>
      </form>
    </ServicePage>
  );
}
