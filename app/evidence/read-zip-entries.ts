import { inflateRawSync } from "node:zlib";

type ZipEntry = { name: string; encrypted: boolean; packed: boolean; size: number; offset: number };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end of a ZIP may be followed by a comment of up to 64 KiB. */
const FARTHEST_END = 22 + 0xffff;

/** What a ZIP says that it holds; null where its directory cannot be read. Nothing is unpacked. */
export function readZipEntries(bytes: Buffer): ZipEntry[] | null {
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - FARTHEST_END);
  while (end >= first && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < first || end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return null;
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packed: bytes.readUInt16LE(at + 10) !== 0,
      size: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

/** The text of one entry, if it unpacks to no more than this many bytes; null where it cannot be read. */
export function readZipText(bytes: Buffer, { offset, size, packed }: ZipEntry, most = 1_000_000): string | null {
  try {
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const data = bytes.subarray(start, start + size);
    return (packed ? inflateRawSync(data, { maxOutputLength: most }) : data.subarray(0, most)).toString("utf8");
  } catch {
    return null;
  }
}
