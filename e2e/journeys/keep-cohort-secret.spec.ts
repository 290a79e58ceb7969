import { type Access, permissions } from "../../app/people/permissions";
import type { RoleName } from "../../app/platform/actor";
import { addressOf } from "../support/address-of";
import { type Answer, cleanAnswer } from "../support/clean-answer";
import { type Server, startServer } from "../support/start-programs";
import { expect, test } from "../support/test";
import { makeTwins, type Twins } from "../support/twin-databases";
import { FROZEN, world } from "../support/world";

async function ask(server: Server, cookie: string, address: string): Promise<Answer> {
  const answer = await fetch(server.baseURL + address, { headers: { cookie }, redirect: "manual" });
  return cleanAnswer(answer, [server.baseURL]);
}

/** Every address of the service for these objects, and every link that a page shown to this person leads to. */
async function compareAll(servers: Server[], cookie: string, starts: string[], most: number) {
  const queue = [...starts];
  const known = new Set(queue);
  const different: string[] = [];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const at = address;
    const [one, two] = await Promise.all(servers.map((server) => ask(server, cookie, at)));
    if (JSON.stringify(one) !== JSON.stringify(two)) different.push(at);
    if (one?.status !== 200) continue;
    // A page is also there as bare data, which the framework's own script would ask for.
    const links = [...one.text.matchAll(/href="(\/[^"#]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
    const more = at.includes("?") || at.includes(".") ? links : [...links, at === "/" ? "/_root.data" : `${at}.data`];
    for (const link of more)
      if (!link.startsWith("/assets/") && !known.has(link) && known.size < most) {
        known.add(link);
        queue.push(link);
      }
  }
  return { different, asked: known.size };
}

/** The cookie that a visitor who is not signed in is given: the same for both servers, as the forms' tokens follow from it. */
async function visitorCookie({ baseURL }: Server): Promise<string> {
  const answer = await fetch(`${baseURL}/sign-in`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** The addresses of both councils' objects, by the routes that the role may ask for; for nobody by every route. */
function addressesFor(role: RoleName | null, objects: Twins["objects"]): string[] {
  const open = (access: Access) => role === null || typeof access === "string" || access.includes(role);
  const routes = Object.entries(permissions).filter(([, access]) => open(access));
  return [...new Set(objects.flatMap((named) => routes.map(([route]) => addressOf(route, named))))];
}

const lineOf = (line: string) => line.replace(/"at":"[^"]*"/, "").replace(/"port":\d+/, "");

test("@S18 two databases that differ only in who is priority give everybody outside the same bytes", async ({
  browserName: _,
}) => {
  test.setTimeout(180_000);
  const twins: Twins = await makeTwins();
  const logs: string[][] = [[], []];
  const servers: Server[] = [];
  try {
    for (const [at, databaseUrl] of twins.urls.entries()) {
      const onLog = (line: string) => void logs[at]?.push(lineOf(line));
      const { directory } = world();
      servers.push(await startServer({ databaseUrl, directory, name: `twin-${at}`, instant: FROZEN, onLog }));
    }
    const told = await compareAll(servers, twins.insider.cookie, ["/schools", "/notices"], 20);
    expect(told.different, "A council learns its own date, so its lead's pages differ").toContain("/schools");

    const [server] = servers;
    const nobody = { who: "Nobody", cookie: server ? await visitorCookie(server) : "", role: null };
    for (const { who, cookie, role } of [nobody, ...twins.outsiders]) {
      const starts = addressesFor(role, twins.objects);
      const { different, asked } = await compareAll(servers, cookie, starts, starts.length + 80);
      expect(different, who).toEqual([]);
      expect(asked, who).toBeGreaterThanOrEqual(starts.length);
    }
    expect(logs[0]?.length).toBeGreaterThan(0);
    expect(logs[1]).toEqual(logs[0]);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await twins.drop();
  }
});
