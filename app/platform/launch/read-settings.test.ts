import { describe, expect, it } from "vitest";
import { readSettings, requireLiveSettings } from "./read-settings";

const live = {
  APP_MODE: "live",
  SESSION_SECRET: "s".repeat(32),
  APP_ORIGIN: "https://plans.example.gov.uk",
  DATABASE_URL: "postgres://plans@db.example/plans",
};

describe("readSettings", () => {
  it("needs nothing set for the demonstration", () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      dataDir: ".data",
      mode: "demonstration",
      databaseUrl: null,
      sessionSecret: null,
      origin: null,
    });
  });

  it("takes an empty value for a missing one", () => {
    expect(readSettings({ PORT: "", DATABASE_URL: " " })).toMatchObject({ port: 3000, databaseUrl: null });
  });

  it("names every bad value in one sentence", () => {
    const bad = {
      PORT: "80x",
      APP_MODE: "test",
      DATABASE_URL: "mysql://db",
      APP_ORIGIN: "plans",
      SESSION_SECRET: "short",
    };
    expect(() => readSettings(bad)).toThrow(
      /^The service cannot start: PORT .*, APP_MODE .*, DATABASE_URL .*, APP_ORIGIN .* and SESSION_SECRET [^.]*\.$/,
    );
  });

  it.each(["0", "65536", "3000.5", "-1"])("refuses port %s", (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(/PORT must be a whole number/);
  });
});

describe("requireLiveSettings", () => {
  it("names all that live mode lacks in one sentence", () => {
    expect(() => requireLiveSettings(readSettings({ APP_MODE: "live" }), null)).toThrow(
      /without SESSION_SECRET .*, APP_ORIGIN .*, DATABASE_URL .* and the first admin .*npm run admin:create/,
    );
  });

  it("names one alone where one alone is missing", () => {
    const { APP_ORIGIN: _, ...rest } = live;
    expect(() => requireLiveSettings(readSettings(rest), true)).toThrow(
      /^Live mode cannot start without APP_ORIGIN \([^)]*\)\.$/,
    );
    expect(() => requireLiveSettings(readSettings(live), false)).toThrow(/without the first admin/);
  });

  it("lets live mode start when everything is set", () => {
    expect(() => requireLiveSettings(readSettings(live), true)).not.toThrow();
  });
});
