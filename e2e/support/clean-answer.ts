export type Answer = { status: number; headers: string; text: string };

// Made anew for every answer and told to nobody before it: the nonce of the page's scripts, the id by which a form that
// is sent twice or saved as it is written is known, and when the answer was sent.
const nonces = /nonce-[^']+'|nonce="[^"]*"|"nonce":"[^"]*"/g;
const commands =
  /name="(commandId|formKey)"[^>]*>|"(commandId|formKey)","[0-9a-f-]{36}"|(commandId|formKey)[\\",]+[0-9a-f-]{36}/g;
const sentAt = new Set(["date", "keep-alive"]);

/** An answer's bytes without what no two answers share, so that two can be held against each other. */
export async function cleanAnswer(
  answer: { status: number; headers: Iterable<[string, string]>; text: () => Promise<string> },
  without: readonly string[],
): Promise<Answer> {
  const headers = [...answer.headers].filter(([name]) => !sentAt.has(name)).map((pair) => pair.join(": "));
  const clean = (text: string) =>
    without.reduce((left, own) => left.replaceAll(own, ""), text.replaceAll(nonces, "").replaceAll(commands, ""));
  return { status: answer.status, headers: clean(headers.join("\n")), text: clean(await answer.text()) };
}
