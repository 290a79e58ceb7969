/** Round steps that people count in. */
const steps = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];

export interface Scale {
  min: number;
  max: number;
  ticks: number[];
}

/**
 * An axis of about four round steps that holds every value with room around it.
 * `floor` and `ceiling` are the least and the most that is possible (0 and 100 for percentages).
 */
export function niceScale(values: number[], floor = 0, ceiling = Infinity): Scale {
  const low = values.length > 0 ? Math.min(...values) : floor;
  const high = values.length > 0 ? Math.max(...values) : floor + 1;
  const span = Math.max(high - low, 1);
  const step = steps.find((candidate) => span / candidate <= 4) ?? 10 ** Math.ceil(Math.log10(span / 4));
  const min = Math.max(floor, Math.floor((low - step / 4) / step) * step);
  const max = Math.min(ceiling, Math.ceil((high + step / 4) / step) * step);
  const ticks: number[] = [];
  for (let tick = min; tick <= max; tick += step) ticks.push(tick);
  return { min, max, ticks };
}

/**
 * Moves positions apart until neighbours are at least `gap` apart, in their order and inside the bounds,
 * so that labels beside lines never lie on each other.
 */
export function spreadApart(positions: number[], gap: number, top: number, bottom: number): number[] {
  const order = positions.map((position, index) => ({ position, index })).sort((a, b) => a.position - b.position);
  let previous = top - gap;
  for (const item of order) {
    item.position = Math.max(item.position, previous + gap);
    previous = item.position;
  }
  let next = bottom + gap;
  for (const item of order.reverse()) {
    item.position = Math.min(item.position, next - gap);
    next = item.position;
  }
  const spread: number[] = [];
  for (const { position, index } of order) spread[index] = position;
  return spread;
}
