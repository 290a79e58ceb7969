import { describe, expect, it } from "vitest";
import { councilNotice } from "./publication-words";

const said = (opened: number, attached: number) =>
  councilNotice({ name: "Ashmere", opened, attached, dueOn: opened > 0 ? "2027-02-26" : null }, "Floor 2026");

describe("the notice to a council", () => {
  it("of new cases gives their date and asks for each head to be told of the right of reply", () => {
    expect(said(2, 0)).toEqual({
      title: "2 schools of Ashmere need a plan",
      body: "The Department has published “Floor 2026”. Plans are due on 26 February 2027. Tell each headteacher before anyone else learns of it: the reason, the figures and their right of reply.",
    });
  });

  it("of schools that are flagged again speaks of the right of reply only where the plan is not sent", () => {
    const again = "the reason and the figures and, where the plan is not sent yet, their right of reply.";
    expect(said(0, 1)).toEqual({
      title: "New results for 1 school of Ashmere in “Floor 2026”",
      body: `The school is flagged again. Plans and due dates stay as they are. Tell each headteacher before anyone else learns of it: ${again}`,
    });
    expect(said(1, 2).body).toBe(
      `The Department has published “Floor 2026”. Plans are due on 26 February 2027. 2 schools with an open plan are flagged again. Tell each headteacher before anyone else learns of it: ${again}`,
    );
  });
});
