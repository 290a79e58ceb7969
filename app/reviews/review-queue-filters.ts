/** The parts of the queue, in the order in which the page offers them. */
export const queueParts = {
  todo: "All to do",
  submitted: "Waiting for a reviewer",
  mine: "In review by you",
  inReview: "In review by others",
  awaitingSecondApproval: "Awaiting second approval",
  returned: "Returned to the council",
} as const;
export type QueuePart = keyof typeof queueParts;

export type QueueFilters = { part: QueuePart; page: number };

const isQueuePart = (text: string | null): text is QueuePart => text !== null && Object.hasOwn(queueParts, text);

/** The filters in an address's query; what is not understood counts as not given. */
export function readQueueFilters(query: URLSearchParams): QueueFilters {
  const part = query.get("part");
  const page = Number(query.get("page"));
  return {
    part: isQueuePart(part) ? part : "todo",
    page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : 1,
  };
}

/** The address of the queue with these filters. */
export function queueHref({ part, page }: QueueFilters): string {
  const query = new URLSearchParams({ ...(part !== "todo" && { part }), ...(page > 1 && { page: String(page) }) });
  return query.size > 0 ? `/reviews?${query}` : "/reviews";
}
