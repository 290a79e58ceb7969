import { z } from "zod";

const given = z.string().trim().max(100);

const schema = z.object({
  search: given.catch(""),
  role: z.enum(["officer", "lead", "headteacher", "reviewer", "adviser", "admin"]).nullable().catch(null),
  council: z
    .string()
    .regex(/^\d{3}$/)
    .nullable()
    .catch(null),
  status: z.enum(["active", "deactivated"]).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type PeopleFilter = z.infer<typeof schema>;

/** The filter that an address asks for; what it does not understand is left out. */
export const readPeopleFilter = (search: URLSearchParams): PeopleFilter => schema.parse(Object.fromEntries(search));

/** The address of the list with this filter, and with what is changed in it. */
export function peopleHref(filter: PeopleFilter, change: Partial<PeopleFilter> = {}): string {
  const { page, ...wanted } = { ...filter, page: 1, ...change };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(wanted)) if (value) query.set(name, value);
  if (page > 1) query.set("page", String(page));
  return query.size > 0 ? `/people?${query}` : "/people";
}
