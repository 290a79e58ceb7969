import type { PageHandle } from "~/platform/page-scripts";
import { ServicePage } from "~/people/service-page";
import { PageHeading } from "~/ui/page-heading";

export const handle: PageHandle = { title: "Privacy" };

export const loader = () => null;

export default function Privacy() {
  return (
    <ServicePage width="narrow">
      <PageHeading>Privacy</PageHeading>
      <p className="govuk-body">
        The service holds the names and work email addresses of people in councils, schools and the Department, and a
        record of what each of them did. It holds published results of schools, never of a pupil.
      </p>
      <h2 className="govuk-heading-m">Who sees what</h2>
      <p className="govuk-body">
        A council sees its own schools. The Department sees plans once they are submitted, never a working draft. A
        headteacher sees their own school’s figures and plan.
      </p>
      <h2 className="govuk-heading-m">Cookies</h2>
      <p className="govuk-body">
        The service sets only the cookies it needs to keep you signed in, to protect its forms and to tell you once what
        was saved. It does not measure or follow visitors.
      </p>
    </ServicePage>
  );
}
