export type Edge = { from: string; to: string };

/**
 * Which edges are part of a circle: those whose ends lead to each other. Tarjan's parts, without recursion, because a
 * damaged file can hold one circle of a hundred thousand schools.
 */
export function findCircles(edges: readonly Edge[]): (edge: Edge) => boolean {
  const after = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = after.get(from);
    if (known) known.push(to);
    else after.set(from, [to]);
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const partOf = new Map<string, number>();
  const open: string[] = [];
  let parts = 0;

  const enter = (node: string) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node) ?? 0);
    open.push(node);
    return { node, next: 0 };
  };
  const lower = (node: string, to: number | undefined) =>
    lowest.set(node, Math.min(lowest.get(node) ?? 0, to ?? Infinity));
  const leave = (node: string) => {
    if (lowest.get(node) !== order.get(node)) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      partOf.set(member, parts);
      if (member === node) break;
    }
    parts += 1;
  };

  for (const start of after.keys()) {
    if (order.has(start)) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = after.get(top.node)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        leave(top.node);
        path.pop();
        const before = path.at(-1);
        if (before) lower(before.node, lowest.get(top.node));
      } else if (!order.has(to)) path.push(enter(to));
      else if (!partOf.has(to)) lower(top.node, order.get(to));
    }
  }
  return ({ from, to }) => partOf.has(from) && partOf.get(from) === partOf.get(to);
}
