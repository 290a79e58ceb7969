import { crc32, deflateSync } from "node:zlib";

/** A CSV as spreadsheets save it: UTF-8, a header, CRLF. */
export const csvFile = (rows: readonly (readonly (string | number)[])[]): Buffer =>
  Buffer.from(rows.map((row) => `${row.join(",")}\r\n`).join(""), "utf8");

const pdfText = (line: string) => line.replace(/[\\()]/g, (sign) => `\\${sign}`);

/** A page of A4 with these lines, as the simplest PDF that readers open. */
export function pdfFile(title: string, lines: readonly string[]): Buffer {
  const show = ["BT /F1 16 Tf 60 780 Td", `(${pdfText(title)}) Tj`, "/F1 11 Tf 0 -14 Td"];
  const text = [...show, ...lines.map((line) => `0 -18 Td (${pdfText(line)}) Tj`), "ET"].join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${Buffer.byteLength(text, "latin1")} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Title (${pdfText(title)}) >>`,
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  file += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R /Info 6 0 R >>\n`;
  return Buffer.from(`${file}startxref\n${file.indexOf("xref\n0")}\n%%EOF\n`, "latin1");
}

/** A grey picture with a darker bar for each share of its height. */
export function pngFile(shares: readonly number[], width = 240, height = 120): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const barWidth = width / Math.max(1, shares.length);
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.from([
      0,
      ...Array.from({ length: width }, (_, x) =>
        x % barWidth > 6 && (height - y) / height <= (shares[Math.floor(x / barWidth)] ?? 0) ? 90 : 235,
      ),
    ]),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk("IDAT", deflateSync(Buffer.concat(rows)));
  return Buffer.concat([signature, chunk("IHDR", header), data, chunk("IEND", Buffer.alloc(0))]);
}
