const counts = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const decimals = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const wholePounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
const poundsAndPence = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });

/** 1234 → "1,234". */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** A value already in per cent, to one decimal place at most: 46.3 → "46.3%", 48 → "48%". */
export function formatPercent(percent: number): string {
  return `${decimals.format(percent)}%`;
}

/** A share of a whole in per cent: (1, 3) → "33.3%"; of nothing → "0%". */
export function formatShare(part: number, whole: number): string {
  return formatPercent(whole === 0 ? 0 : (100 * part) / whole);
}

/** An amount in pounds: 12500 → "£12,500", 12500.5 → "£12,500.50". */
export function formatPounds(pounds: number): string {
  return (Number.isInteger(pounds) ? wholePounds : poundsAndPence).format(pounds);
}

/** (1, "school") → "1 school"; (2, "school") → "2 schools"; (2, "day off", "days off") → "2 days off". */
export function formatPlural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
