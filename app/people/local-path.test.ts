import { expect, it } from "vitest";
import { localPath } from "./local-path";

it.each([
  ["/schools", "/schools"],
  ["/board?region=North%20Vale&page=2", "/board?region=North%20Vale&page=2"],
  ["/plans/1#comments", "/plans/1#comments"],
  ["/sign-ins", "/sign-ins"],
])("keeps %j, an address of this service", (wanted, path) => {
  expect(localPath(wanted)).toBe(path);
});

it.each([
  "https://elsewhere.example/",
  "//elsewhere.example",
  "//elsewhere.example/schools",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "\\\\elsewhere.example",
  "/.//elsewhere.example",
  "/x/..//elsewhere.example",
  "javascript:alert(1)",
  "schools",
  "",
  null,
  undefined,
  "/sign-out",
  "/sign-in",
  "/sign-in/demonstration",
])("goes home instead of to %j", (wanted) => {
  expect(localPath(wanted)).toBe("/");
});
