import { describe, expect, it } from "vitest";
import type { AppLoadContext } from "@remix-run/node";
import { readUpload } from "./read-upload.server";

const context = { csrf: "the session's own token" } as AppLoadContext;
const maxBytes = 1000;

function post(parts: [string, string | Blob, string?][]): Request {
  const form = new FormData();
  for (const [name, value, filename] of parts)
    if (typeof value === "string") form.append(name, value);
    else form.append(name, value, filename);
  return new Request("http://localhost/results/upload", { method: "POST", body: form });
}

const token: [string, string] = ["csrf", context.csrf];
const file = (size: number): [string, Blob, string] => ["file", new Blob(["x".repeat(size)]), "results é.csv"];
const read = (parts: [string, string | Blob, string?][]) => readUpload(post(parts), context, { maxBytes });

/** A body that never ends, and counts what is taken of it. */
function endless(): { request: Request; taken: () => number } {
  let taken = 0;
  const boundary = "boundary";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${context.csrf}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
    pull: (controller) => {
      taken += 500;
      controller.enqueue(new Uint8Array(500));
    },
  });
  const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
  const init = { method: "POST", body, headers, duplex: "half" } as RequestInit;
  return { request: new Request("http://localhost/results/upload", init), taken: () => taken };
}

describe("an upload", () => {
  it("is read with its fields", async () => {
    const { form, file: found } = await read([token, ["year", "2026"], file(1000)]);
    expect(form.get("year")).toBe("2026");
    expect(found).toMatchObject({ name: "results é.csv" });
    expect(found?.bytes).toHaveLength(1000);
  });

  it("without a file has none", async () => {
    expect(await read([token, ["file", new Blob([]), ""]])).toMatchObject({ file: null });
    expect(await read([token])).toMatchObject({ file: null });
  });

  it("comes without its bytes where the file is larger than allowed by a byte, with the fields of its form", async () => {
    const { form, file: found } = await read([token, ["year", "2026"], file(1001)]);
    expect(found).toEqual({ name: "results é.csv", size: 1001, bytes: null });
    expect(form.get("year")).toBe("2026");
  });

  it("is refused where the file goes on without end", async () => {
    const { request, taken } = endless();
    await expect(readUpload(request, context, { maxBytes })).rejects.toMatchObject({ status: 413 });
    expect(taken()).toBeLessThan(maxBytes * 10);
  });

  it("is refused without the session's token, or with the token after the file", async () => {
    await expect(read([file(10)])).rejects.toMatchObject({ status: 403 });
    await expect(read([["csrf", "another"], file(10)])).rejects.toMatchObject({ status: 403 });
    expect(await read([file(10), token])).toMatchObject({ file: null });
  });

  it("is refused where it is not such a form, or damaged", async () => {
    const plain = new Request("http://localhost/", { method: "POST", body: new URLSearchParams({ csrf: "x" }) });
    await expect(readUpload(plain, context, { maxBytes })).rejects.toMatchObject({ status: 400 });
    const headers = { "Content-Type": "multipart/form-data; boundary=b" };
    const cut = new Request("http://localhost/", { method: "POST", body: "--b\r\nContent-Disp", headers });
    await expect(readUpload(cut, context, { maxBytes })).rejects.toMatchObject({ status: 400 });
    const unnamed = new Request("http://localhost/", {
      method: "POST",
      body: "x",
      headers: { "Content-Type": "multipart/form-data" },
    });
    await expect(readUpload(unnamed, context, { maxBytes })).rejects.toMatchObject({ status: 400 });
  });
});
