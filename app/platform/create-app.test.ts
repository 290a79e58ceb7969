import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

// Every request is refused before a page is made: what matters is the address that it is seen to come from.
async function addressSeen(trusted: string | undefined, forwarded: string): Promise<string> {
  vi.resetModules();
  if (trusted === undefined) delete process.env.TRUSTED_PROXIES;
  else process.env.TRUSTED_PROXIES = trusted;
  const { createApp } = await import("./create-app");
  const { loadContext } = await import("~/people/load-context.server");
  let seen = "";
  const app = createApp({
    build: () => Promise.reject(new Error("no page")),
    loadContext: async (...asked) => {
      seen = (await loadContext(...asked)).address;
      throw new Error("no page");
    },
    assets: [(_request, _response, next) => next()],
  });
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await fetch(`http://127.0.0.1:${port}/`, { headers: { "X-Forwarded-For": forwarded } });
  await new Promise((resolve) => server.close(resolve));
  return seen;
}

describe("the address of a visitor", () => {
  const before = { ...process.env };
  beforeEach(() => {
    Object.assign(process.env, {
      DATABASE_URL: "postgres://nowhere",
      SESSION_SECRET: "s".repeat(32),
      LOG_LEVEL: "silent",
    });
  });
  afterEach(() => {
    process.env = { ...before };
  });

  it("is the connection's, whatever a header says, where no proxy is trusted", async () => {
    expect(await addressSeen(undefined, "203.0.113.9")).toMatch(/127\.0\.0\.1$/);
  });

  it("is the one that the outermost trusted proxy saw, not one that the visitor wrote before it", async () => {
    expect(await addressSeen("1", "198.51.100.1, 203.0.113.9")).toBe("203.0.113.9");
    expect(await addressSeen("2", "198.51.100.1, 203.0.113.9, 10.0.0.2")).toBe("203.0.113.9");
  });

  it("needs a whole number of proxies from 0 to 10", async () => {
    const { readEnv } = await import("./env.server");
    const given = { NODE_ENV: "test" as const, DATABASE_URL: "postgres://nowhere", SESSION_SECRET: "s".repeat(32) };
    expect(readEnv(given).TRUSTED_PROXIES).toBe(0);
    for (const wrong of ["11", "-1", "1.5", "true"])
      expect(() => readEnv({ ...given, TRUSTED_PROXIES: wrong })).toThrow(/TRUSTED_PROXIES/);
  });
});
