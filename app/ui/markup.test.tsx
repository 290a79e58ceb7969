import type { ReactElement } from "react";
import { describe, expect, test } from "vitest";
import { BackLink } from "./back-link";
import { Breadcrumbs } from "./breadcrumbs";
import { Button } from "./button";
import { fixtureMarkup, markupOf } from "./compare-markup";
import { Details } from "./details";
import { ErrorSummary } from "./error-summary";
import { InsetText } from "./inset-text";
import { LinkButton } from "./link-button";
import { NotificationBanner } from "./notification-banner";
import { Pagination } from "./pagination";
import { Panel } from "./panel";
import { PhaseBanner } from "./phase-banner";
import { PreviousNext } from "./previous-next";
import { ServiceNavigation } from "./service-navigation";
import { SummaryCard } from "./summary-card";
import { SummaryList } from "./summary-list";
import { Table } from "./table";
import { Tag } from "./tag";
import { TaskList } from "./task-list";
import { WarningText } from "./warning-text";

const contact = (
  <>
    <p className="govuk-body">email@email.com</p>
    <p className="govuk-body">
      Address line 1<br />
      Address line 2<br />
      Address line 3<br />
      Address line 4<br />
      Address line 5
    </p>
  </>
);
const person = [
  { key: "Name", value: "Firstname Lastname" },
  { key: "Date of birth", value: "13/08/1980" },
];
const employment = "Undergraduate teaching assistant";

const cases: [component: string, fixture: string, element: ReactElement, leftOut?: string[]][] = [
  ["back-link", "default", <BackLink key="" href="#" />],
  [
    "breadcrumbs",
    "with last breadcrumb as current page",
    <Breadcrumbs
      key=""
      items={[
        { text: "Home", href: "/" },
        { text: "Passports, travel and living abroad", href: "/browse/abroad" },
        { text: "Travel abroad" },
      ]}
    />,
  ],
  ["button", "default", <Button key="">Save and continue</Button>],
  [
    "button",
    "warning",
    <Button key="" variant="warning" name="Warning">
      Warning button
    </Button>,
  ],
  [
    "button",
    "prevent double click",
    <Button key="" preventDoubleClick>
      Submit
    </Button>,
  ],
  [
    "button",
    "start link",
    <LinkButton key="" href="/" start>
      Start now link button
    </LinkButton>,
  ],
  [
    "details",
    "default",
    <Details key="" summary="Help with nationality">
      We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t
      provide your nationality, you’ll have to send copies of identity documents through the post.
    </Details>,
  ],
  [
    "error-summary",
    "default",
    <ErrorSummary
      key=""
      errors={[
        { text: "The date your passport was issued must be in the past", href: "#example-error-1" },
        { text: "Enter a postcode, like AA1 1AA", href: "#example-error-2" },
      ]}
    />,
    // The Design System's script sets the first; ours must work without one.
    ["tabindex", "autofocus"],
  ],
  [
    "inset-text",
    "default",
    <InsetText key="">
      It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application.
    </InsetText>,
  ],
  [
    "notification-banner",
    "default",
    <NotificationBanner key="">This publication was withdrawn on 7 March 2014.</NotificationBanner>,
  ],
  [
    "notification-banner",
    "with type as success",
    <NotificationBanner key="" success>
      Email sent to example@email.com
    </NotificationBanner>,
    ["tabindex", "autofocus"],
  ],
  [
    "panel",
    "default",
    <Panel key="" title="Application complete">
      Your reference number
      <br />
      <strong>HDJ2123F</strong>
    </Panel>,
  ],
  [
    "phase-banner",
    "default",
    <PhaseBanner key="" tag="Alpha">
      This is a new service - your{" "}
      <a href="#" className="govuk-link">
        feedback
      </a>{" "}
      will help us to improve it.
    </PhaseBanner>,
  ],
  [
    "pagination",
    "with prev and next only and labels",
    <PreviousNext
      key=""
      label="Pagination"
      previous={{ href: "/previous", text: "Previous page", label: "Paying VAT and duty" }}
      next={{ href: "/next", text: "Next page", label: "Registering an imported vehicle" }}
    />,
  ],
  [
    "summary-list",
    "with some actions",
    <SummaryList
      key=""
      rows={[
        {
          key: "Name",
          value: "Firstname Lastname",
          actions: [
            { href: "#", text: "Edit", hiddenText: "name" },
            { href: "#", text: "Delete", hiddenText: "name" },
          ],
        },
        { key: "Date of birth", value: "13/08/1980" },
        { key: "Contact information", value: contact },
      ]}
    />,
  ],
  [
    "summary-list",
    "as a summary card with actions",
    <SummaryCard
      key=""
      title={employment}
      actions={[
        { text: "Delete job history", href: "#" },
        { text: "Withdraw job history", href: "#" },
      ]}
    >
      <SummaryList cardTitle={employment} rows={person} />
    </SummaryCard>,
  ],
  [
    "table",
    "with head and caption",
    <Table
      key=""
      caption="Caption 1: Months and rates"
      captionSize="m"
      rowHeaders
      columns={[
        { label: "Month you apply" },
        { label: "Rate for bicycles", numeric: true },
        { label: "Rate for vehicles", numeric: true },
      ]}
      rows={[
        { key: "1", cells: ["January", "£85", "£95"] },
        { key: "2", cells: ["February", "£75", "£55"] },
        { key: "3", cells: ["March", "£165", "£125"] },
      ]}
    />,
  ],
  [
    "tag",
    "grey",
    <Tag key="" colour="grey">
      Grey
    </Tag>,
  ],
  [
    "task-list",
    "default",
    <TaskList
      key=""
      items={[
        { title: "Company Directors", href: "#", status: { text: "Completed" } },
        { title: "Registered company details", href: "#", status: { text: "Incomplete", colour: "blue" } },
        { title: "Business plan", href: "#", status: { text: "Incomplete", colour: "blue" } },
      ]}
    />,
  ],
  ["warning-text", "default", <WarningText key="">You can be fined up to £5,000 if you don’t register.</WarningText>],
];

describe("the Design System's own examples", () => {
  test.each(cases)("%s, %s", (component, fixture, element, leftOut) => {
    expect(markupOf(element, leftOut)).toBe(fixtureMarkup(component, fixture, leftOut));
  });

  test("pagination, in all but the addresses", () => {
    const element = <Pagination page={2} pages={3} hrefFor={(page) => `/page/${page}`} />;
    expect(markupOf(element, ["href"])).toBe(fixtureMarkup("pagination", "default", ["href"]));
  });

  test("service navigation, without the menu button that only a script can work", () => {
    const items = [1, 2, 3, 4].map((n) => ({
      text: `Navigation item ${n}`,
      href: `#/${n}`,
      current: n === 2 ? ("page" as const) : undefined,
    }));
    const fixture = fixtureMarkup("service-navigation", "with navigation with a current item");
    expect(markupOf(<ServiceNavigation items={items} />)).toBe(fixture.replace(/<button[^]*<\/button>\n/, ""));
  });
});
