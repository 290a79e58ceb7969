import { crc32, deflateRawSync } from "node:zlib";

type Entry = { name: string; text: string; stored?: boolean; encrypted?: boolean };

/** A ZIP with these entries, packed as Office and LibreOffice do. */
export function zipFile(entries: readonly Entry[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, stored = false, encrypted = false } of entries) {
    const plain = Buffer.from(text);
    const data = stored ? plain : deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
    const body = Buffer.concat([head, common, Buffer.from(name), data]);
    const [made, rest] = [Buffer.from([0x50, 0x4b, 0x01, 0x02, 20, 0]), Buffer.alloc(14)];
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([made, common, rest, Buffer.from(name)]));
    bodies.push(body);
    offset += body.length;
  }
  const end = Buffer.alloc(22);
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

const parts = {
  docx: ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
  xlsx: ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
  pptx: ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"],
  docm: ["word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"],
  xlsm: ["xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"],
} as const;

/** A file of Office with the parts that make it one, and others beside them. */
export function officeFile(kind: keyof typeof parts, more: readonly Entry[] = []): Buffer {
  const [name, type] = parts[kind];
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${name}" ContentType="${type}"/></Types>`;
  return zipFile([{ name: "[Content_Types].xml", text: types }, { name, text: "<root/>" }, ...more]);
}

/** An OpenDocument file. */
export function openDocument(kind: "text" | "spreadsheet", more: readonly Entry[] = []): Buffer {
  const mimetype = `application/vnd.oasis.opendocument.${kind}`;
  return zipFile([
    { name: "mimetype", text: mimetype, stored: true },
    { name: "content.xml", text: "<office/>" },
    ...more,
  ]);
}

/** A container of the old Office formats, with this stream's name in its directory. */
export function oldContainer(stream: string): Buffer {
  const bytes = Buffer.alloc(1536);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from(stream, "utf16le"), 1024);
  return bytes;
}

export const jpegFile = Buffer.from([
  0xff,
  0xd8,
  0xff,
  0xe0,
  0,
  16,
  ...Buffer.from("JFIF\0"),
  1,
  1,
  0,
  0,
  1,
  0,
  1,
  0,
  0,
  0xff,
  0xd9,
]);
export const programFile = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(300), Buffer.from("This program")]);
