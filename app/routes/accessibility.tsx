import type { PageHandle } from "~/platform/page-scripts";
import { ServicePage } from "~/people/service-page";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Accessibility statement" };

export const loader = () => null;

export default function Accessibility() {
  return (
    <ServicePage width="narrow">
      <PageHeading>Accessibility statement</PageHeading>
      <p className="govuk-body">
        Every page is made to meet the Web Content Accessibility Guidelines, version 2.2, at level AA. You should be
        able to:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>zoom in up to 400% without text going off the screen</li>
        <li>do everything with a keyboard alone</li>
        <li>do everything with scripts switched off</li>
        <li>use a screen reader, with every chart repeated as a table</li>
      </ul>
      <p className="govuk-body">
        If something keeps you from using the service, tell the Department’s programme team through your usual contact.
      </p>
    </ServicePage>
  );
}
