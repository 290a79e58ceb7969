import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccess } from "~/people/require-access.server";
import { ServicePage } from "~/people/service-page";
import type { PageHandle } from "~/platform/page-scripts";
import { listProgrammes } from "~/programmes/list-programmes.server";
import { programmeTemplates } from "~/programmes/programme-templates";
import { formatDate } from "~/ui/format-date";
import { LinkButton } from "~/ui/link-button";
import { PageHeading } from "~/ui/page-heading";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

export const handle: PageHandle = { title: "Programmes" };

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAccess(args, "programmes");
  return { programmes: await listProgrammes({ actor }) };
}

export default function Programmes() {
  const { programmes } = useLoaderData<typeof loader>();
  return (
    <ServicePage>
      <PageHeading>Programmes</PageHeading>
      <p className="govuk-body">
        A programme holds a floor, the rule that flags schools below it, and the dates by which plans are due. There are{" "}
        {programmeTemplates.length} templates to begin with.
      </p>
      <LinkButton href="/programmes/new">Set up a programme</LinkButton>
      <Table
        caption="Programmes"
        captionSize="m"
        rowHeaders
        wide
        columns={[
          { label: "Programme" },
          { label: "State", nowrap: true },
          { label: "Priority due date", nowrap: true },
          { label: "Standard due date", nowrap: true },
          { label: "What to do next" },
        ]}
        rows={programmes.map(({ id, name, state, priorityDueOn, standardDueOn, next }) => ({
          key: id,
          cells: [
            <a key="name" className="govuk-link" href={`/programmes/${id}`}>
              {name}
            </a>,
            state === "published" ? (
              <Tag key="state" colour="green">
                Published
              </Tag>
            ) : (
              <Tag key="state" colour="grey">
                Draft
              </Tag>
            ),
            formatDate(priorityDueOn),
            formatDate(standardDueOn),
            <a key="next" className="govuk-link" href={next.href}>
              {next.text}
              <span className="govuk-visually-hidden">: {name}</span>
            </a>,
          ],
        }))}
        empty="No programme has been set up."
      />
    </ServicePage>
  );
}
