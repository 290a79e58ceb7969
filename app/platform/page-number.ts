/** The page (from 1) that an address asks for; the first where it asks for none or for nonsense. */
export function pageNumber(request: Request): number {
  const asked = Number(new URL(request.url).searchParams.get("page") ?? 1);
  return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
}
