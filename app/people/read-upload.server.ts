import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { checkCsrf } from "./csrf.server";

/** `bytes` is null where the file is larger than allowed: `size` is then what was read of it, more than that. */
type UploadedFile = { name: string; size: number; bytes: Buffer | null };
export type Upload = { form: FormData; file: UploadedFile | null };

const limits = { fields: 20, fieldSize: 10_000, files: 1, parts: 25 };
/** How much of a body that is too large is read and dropped, so that the browser gets to see the answer. */
const READ_ON = 4;

const refuse = (status: number, sentence: string) => new Response(sentence, { status });

/**
 * A form with one file, read as it arrives: never more than `maxBytes` of the file is held, and nothing of it before the
 * form's token was seen to be this session's. A file that is larger comes without its bytes, so that the form can say so.
 * Throws an answer of 403 without the token, 413 for a body that goes on far beyond the limit, 400 for one that is not
 * such a form.
 */
export async function readUpload(
  request: Request,
  context: Parameters<typeof checkCsrf>[1],
  { maxBytes }: { maxBytes: number },
): Promise<Upload> {
  const contentType = request.headers.get("Content-Type") ?? "";
  if (!/^multipart\/form-data;.*boundary=/i.test(contentType) || !request.body)
    throw refuse(400, "The form could not be read.");
  const megabytes = `${Math.floor(maxBytes / 1024 / 1024)}MB`;
  const form = new FormData();
  const parts: { name: string; chunks: Buffer[]; size: number }[] = [];

  await new Promise<void>((resolve, reject) => {
    const body = Readable.fromWeb(request.body as NodeReadableStream);
    // One byte more than allowed, so that a file of exactly the limit is told from one beyond it.
    const parser = new Busboy({
      headers: { "content-type": contentType },
      limits: { ...limits, fileSize: maxBytes + 1 },
    });
    const stop = (answer: Response) => {
      body.unpipe(parser);
      body.destroy();
      reject(answer);
    };
    let received = 0;
    body.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > maxBytes * READ_ON) stop(refuse(413, `The file must be smaller than ${megabytes}.`));
    });
    body.on("error", () => stop(refuse(400, "The upload was cut off. Upload the file again.")));
    parser.on("field", (name, value) => form.append(name, value));
    parser.on("file", (_field, stream, filename) => {
      try {
        checkCsrf(form, context);
      } catch {
        // Dropped as it arrives; the check below gives the answer.
        return stream.resume();
      }
      const part = { name: filename ?? "", chunks: [] as Buffer[], size: 0 };
      parts.push(part);
      stream.on("data", (chunk: Buffer) => {
        part.size += chunk.length;
        if (part.size > maxBytes) part.chunks = [];
        else part.chunks.push(chunk);
      });
    });
    parser.on("error", () => stop(refuse(400, "The form could not be read.")));
    parser.on("finish", resolve);
    body.pipe(parser);
  });

  checkCsrf(form, context);
  const [part] = parts;
  // A browser sends a part without a name where no file was chosen.
  if (!part?.name) return { form, file: null };
  const { name, size, chunks } = part;
  return { form, file: { name, size, bytes: size > maxBytes ? null : Buffer.concat(chunks) } };
}
