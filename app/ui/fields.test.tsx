import type { ReactElement } from "react";
import { useForm } from "react-hook-form";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CharacterCount } from "./character-count";
import { Checkboxes } from "./checkboxes";
import { fixtureMarkup, markupOf } from "./compare-markup";
import { DateInput } from "./date-input";
import { FileUpload } from "./file-upload";
import { PasswordInput } from "./password-input";
import { Radios } from "./radios";
import { Select } from "./select";
import { TextInput } from "./text-input";
import { Textarea } from "./textarea";

const ni = "National insurance number";
const niHint = "It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.";
const photoHint = "Your photo may be in your Pictures, Photos, Downloads or Desktop folder. Or in an app like iPhoto.";
const detailHint =
  "Don't include personal or financial information, eg your National Insurance number or credit card details.";

function Contact({ id, name, label }: { id: string; name: string; label: string }) {
  return (
    <>
      <label className="govuk-label" htmlFor={id}>
        {label}
      </label>
      <input className="govuk-input govuk-!-width-one-third" name={name} type="text" id={id} />
    </>
  );
}

const cases: [component: string, fixture: string, element: ReactElement][] = [
  [
    "input",
    "with error and hint",
    <TextInput
      key=""
      name="with-error-hint"
      label={ni}
      hint={niHint}
      error="Enter a National Insurance number in the correct format"
    />,
  ],
  [
    "input",
    "with label as page heading",
    <TextInput
      key=""
      id="input-with-page-heading"
      name="test-name"
      label="National Insurance number"
      labelSize="l"
      labelAsHeading
    />,
  ],
  [
    "input",
    "with prefix and suffix",
    <TextInput
      key=""
      id="input-with-prefix-suffix"
      name="cost"
      label="Cost per item, in pounds"
      prefix="£"
      suffix="per item"
    />,
  ],
  [
    "textarea",
    "with error message",
    <Textarea
      key=""
      name="no-ni-reason"
      label="Why can’t you provide a National Insurance number?"
      error="You must provide an explanation"
    />,
  ],
  [
    "select",
    "with hint text and error message",
    <Select
      key=""
      name="select-2"
      label="Label text goes here"
      hint="Hint text goes here"
      error="Error message goes here"
      items={["1", "2", "3"].map((value) => ({ value, text: `GOV.UK frontend option ${value}` }))}
    />,
  ],
  [
    "select",
    "with selected value",
    <Select
      key=""
      name="select-1"
      label="Label text goes here"
      defaultValue="2"
      items={["1", "2", "3"].map((value) => ({
        value,
        text: `GOV.UK frontend option ${value}`,
        disabled: value === "3",
      }))}
    />,
  ],
  [
    "radios",
    "with conditional item checked",
    <Radios
      key=""
      name="how-contacted-checked"
      legend="How do you want to be contacted?"
      defaultValue="email"
      items={[
        {
          value: "email",
          label: "Email",
          conditional: <Contact id="context-email" name="context-email" label="Email" />,
        },
        {
          value: "phone",
          label: "Phone",
          conditional: <Contact id="contact-phone" name="contact-phone" label="Phone number" />,
        },
        {
          value: "text",
          label: "Text message",
          conditional: <Contact id="contact-text-message" name="contact-text-message" label="Mobile phone number" />,
        },
      ]}
    />,
  ],
  [
    "radios",
    "with a divider",
    <Radios
      key=""
      idPrefix="example-divider"
      name="example"
      legend="How do you want to sign in?"
      items={[
        { value: "government-gateway", label: "Use Government Gateway" },
        { value: "govuk-verify", label: "Use GOV.UK Verify" },
        { divider: "or" },
        { value: "create-account", label: "Create an account" },
      ]}
    />,
  ],
  [
    "radios",
    "inline",
    <Radios
      key=""
      idPrefix="example"
      name="example"
      legend="Have you changed your name?"
      hint="This includes changing your last name or spelling your name differently."
      inline
      defaultValue="no"
      items={[
        { value: "yes", label: "Yes" },
        { value: "no", label: "No" },
      ]}
    />,
  ],
  [
    "checkboxes",
    "with pre-checked values",
    <Checkboxes
      key=""
      name="how-contacted-checked"
      legend="How do you want to be contacted?"
      defaultValues={["email", "text"]}
      items={[
        {
          value: "email",
          label: "Email",
          conditional: <Contact id="context-email" name="context-email" label="Email address" />,
        },
        {
          value: "phone",
          label: "Phone",
          conditional: <Contact id="contact-phone" name="contact-phone" label="Phone number" />,
        },
        {
          value: "text",
          label: "Text message",
          conditional: <Contact id="contact-text-message" name="contact-text-message" label="Mobile phone number" />,
        },
      ]}
    />,
  ],
  [
    "file-upload",
    "with error message and hint",
    <FileUpload key="" name="file-upload-3" label="Upload a file" hint={photoHint} error="Error message goes here" />,
  ],
  ["password-input", "default", <PasswordInput key="" name="password" label="Password" />],
  [
    "character-count",
    "with hint and error",
    <CharacterCount
      key=""
      name="with-error"
      label="Can you provide more detail?"
      maxLength={10}
      error="Please provide more detail"
      hint={detailHint}
    />,
  ],
];

describe("the Design System's own examples", () => {
  test.each(cases)("%s, %s", (component, fixture, element) => {
    expect(markupOf(element)).toBe(fixtureMarkup(component, fixture));
  });

  test("date input with an error in one box, in all but the boxes' names", () => {
    const element = (
      <DateInput
        name="dob"
        id="dob-day-error"
        legend="What is your date of birth?"
        hint="For example, 31 3 1980"
        error="Error message goes here"
        errorParts={["day"]}
      />
    );
    expect(markupOf(element, ["name"])).toBe(fixtureMarkup("date-input", "with error on day input", ["name"]));
  });
});

describe("fields", () => {
  const describedBy = (html: string) => /aria-describedby="([^"]*)"/.exec(html)?.[1];

  test("are described by what stands around them, in reading order", () => {
    const field = <TextInput name="cost" label="Cost" hint="In pounds" error="Enter a cost" describedBy="total" />;
    expect(describedBy(renderToStaticMarkup(field))).toBe("total cost-hint cost-error");
    expect(describedBy(renderToStaticMarkup(<TextInput name="cost" label="Cost" />))).toBeUndefined();
  });

  test("take the id that the error summary links to from their name", () => {
    const radios = renderToStaticMarkup(
      <Radios
        name="kind"
        legend="Kind"
        error="Select a kind"
        items={[
          { value: "a", label: "A" },
          { value: "b", label: "B" },
        ]}
      />,
    );
    expect(radios).toContain('id="kind"');
    expect(radios).toContain('id="kind-2"');
    expect(describedBy(radios)).toBe("kind-error");
  });

  test("take what react-hook-form's register returns", () => {
    function Form() {
      const { register } = useForm<{ cost: string; kind: string; why: string; on: { day: string } }>();
      return (
        <>
          <TextInput id="cost" label="Cost" defaultValue="12" {...register("cost")} />
          <Radios legend="Kind" items={[{ value: "a", label: "A" }]} {...register("kind")} />
          <CharacterCount label="Why" maxLength={20} {...register("why")} />
          <DateInput name="on" legend="On" fields={{ day: register("on.day") }} />
        </>
      );
    }
    const html = renderToStaticMarkup(<Form />);
    expect(html).toMatch(/<input[^>]*id="cost"[^>]*value="12"/);
    expect([...html.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      "cost",
      "kind",
      "why",
      "on.day",
      "on-month",
      "on-year",
    ]);
  });
});
