import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { CsrfProvider } from "./csrf-context";
import { toErrorList, toFieldErrors } from "./error-messages";
import { ErrorSummary } from "./error-summary";
import { PageLayout } from "./page-layout";
import { Pagination } from "./pagination";
import { PostForm } from "./post-form";
import { Table } from "./table";

// The framework's form needs its router around it; what it renders is a plain form.
vi.mock("@remix-run/react", async () => {
  const { forwardRef, createElement } = await import("react");
  return {
    Form: forwardRef<HTMLFormElement, ComponentProps<"form">>((props, ref) => createElement("form", { ...props, ref })),
  };
});

describe("errors", () => {
  test("link to their fields, a date to its first box", () => {
    expect(toErrorList({ cost: "Enter a cost", on: "Enter a date" }, { on: "on-day" })).toEqual([
      { text: "Enter a cost", href: "#cost" },
      { text: "Enter a date", href: "#on-day" },
    ]);
  });

  test("of react-hook-form become one message for each field", () => {
    const errors = toFieldErrors({
      cost: { type: "custom", message: "Enter a cost" },
      actions: [undefined, { what: { type: "custom", message: "Enter an action" } }] as never,
      targets: { root: { type: "custom", message: "Add a target" } } as never,
    });
    expect(errors).toEqual({ cost: "Enter a cost", "actions.1.what": "Enter an action", targets: "Add a target" });
  });

  test("are summed up only where there are any", () => {
    expect(renderToStaticMarkup(<ErrorSummary errors={[]} />)).toBe("");
    const html = renderToStaticMarkup(<ErrorSummary errors={[{ text: "Enter a cost", href: "#cost" }]} />);
    expect(html).toMatch(/tabindex="-1"[^>]*><div role="alert">/);
    expect(html).toMatch(/^<div[^>]*autofocus/);
    expect(html).toContain('<a href="#cost">Enter a cost</a>');
  });
});

describe("a form that changes something", () => {
  test("posts its token, its command and the version that was seen", () => {
    const html = renderToStaticMarkup(
      <CsrfProvider value="t0ken">
        <PostForm action="/plans/1/submit" commandId="c-1" version={0}>
          <button>Submit</button>
        </PostForm>
      </CsrfProvider>,
    );
    expect(html).toBe(
      '<form action="/plans/1/submit" method="post" novalidate="">' +
        '<input type="hidden" name="csrf" value="t0ken"/>' +
        '<input type="hidden" name="commandId" value="c-1"/>' +
        '<input type="hidden" name="version" value="0"/>' +
        "<button>Submit</button></form>",
    );
  });

  test("is not made without a token", () => {
    expect(() => renderToStaticMarkup(<PostForm>x</PostForm>)).toThrow("CsrfProvider");
  });
});

describe("page layout", () => {
  const page = renderToStaticMarkup(
    <PageLayout
      navigation={[
        { text: "Schools", href: "/schools", current: "page" },
        { text: "Plans", href: "/plans" },
      ]}
      account={{ name: "Avery Stone", detail: "Lead", signOut: <button>Sign out</button> }}
      banner={{ tag: "Demonstration", text: "All fictional" }}
      back={{ href: "/schools" }}
    >
      <h1>Page</h1>
    </PageLayout>,
  );

  test("has the skip link first, its target, and everything inside a landmark", () => {
    expect(page).toMatch(/^<a href="#main-content" class="govuk-skip-link"/);
    expect(page).toContain('id="main-content"><h1>');
    expect(page).toMatch(/<header.*School action plans.*Avery Stone.*Sign out.*All fictional.*<\/header>/);
    expect(page).toMatch(/<footer.*href="\/accessibility"/);
    expect(page).toContain('href="/schools" aria-current="page"');
  });

  test("shows nobody's crown or crest", () => {
    expect(page).not.toMatch(/crown|crest|GOV\.UK/i);
  });
});

describe("table", () => {
  const rows = [{ key: "1", cells: ["One", 2] }];
  const columns = [
    { label: "Name", sort: { href: "?sort=-name", direction: "ascending" as const } },
    { label: "Plans", numeric: true },
  ];

  test("says its order and sorts by links", () => {
    const html = renderToStaticMarkup(<Table caption="Plans" columns={columns} rows={rows} />);
    expect(html).toMatch(/<th scope="col"[^>]*aria-sort="ascending"><a[^>]*href="\?sort=-name">/);
    expect(html).not.toContain('role="region"');
  });

  test("that is wide scrolls in a named region that the keyboard reaches", () => {
    const html = renderToStaticMarkup(<Table caption="Plans" columns={columns} rows={[]} wide empty="No plans." />);
    expect(html).toMatch(/^<div class="app-scroll" role="region" aria-label="Plans" tabindex="0">/);
    expect(html).toContain('<td class="govuk-table__cell" colSpan="2">No plans.</td>');
  });
});

test.each([
  [1, 1, []],
  [1, 3, [1, 2, 3]],
  [4, 12, [1, 2, 3, 4, 5, "⋯", 12]],
  [6, 12, [1, "⋯", 5, 6, 7, "⋯", 12]],
  [12, 12, [1, "⋯", 11, 12]],
])("page %i of %i lists the pages around it", (page, pages, expected) => {
  const html = renderToStaticMarkup(<Pagination page={page} pages={pages} hrefFor={(n) => `?page=${n}`} />);
  const items = [...html.matchAll(/(?:aria-label="Page (\d+)"|>(⋯)<)/g)].map(([, n, gap]) => gap ?? Number(n));
  expect(items).toEqual(expected);
});
