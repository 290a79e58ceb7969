interface PageTitle {
  title: string;
  /** Set when the page shows an error summary: the title is what is read first. */
  error?: boolean;
  service?: string;
}

/** The text of the title element, as the Design System words it. */
export function pageTitle({ title, error, service = "School action plans" }: PageTitle): string {
  return `${error ? "Error: " : ""}${title} – ${service}`;
}
