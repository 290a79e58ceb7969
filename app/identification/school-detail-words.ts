const labels: Readonly<Record<string, string>> = {
  name: "Name",
  type: "Type",
  mainstream: "Held against a floor",
  open: "Open",
  council_code: "Council",
  laestab: "Number",
  urn: "URN",
  town: "Town",
  postcode: "Postcode",
  successor_urn: "URN that it became",
};

const words = (detail: string, value: string | null): string => {
  if (value === null || value === "") return "not known";
  if (value === "true") return "Yes";
  if (value === "false") return "No";
  return detail === "laestab" ? `${value.slice(0, 3)}/${value.slice(3)}` : value;
};

/** A changed detail of a school as pages and CSV write it. */
export const describeDetail = (detail: string, before: string | null, after: string | null) => ({
  label: labels[detail] ?? detail,
  before: words(detail, before),
  after: words(detail, after),
});
