const controls = /(?![\t\n\r])\p{Cc}/u;
// Windows-1252 has signs where other sets have the upper controls, but for these five bytes.
const not1252 = /(?![\t\n\r\u0080-\u009f])\p{Cc}|[\u0081\u008d\u008f\u0090\u009d]/u;
// A browser or a shell that is given such a text takes it for a page or a program.
const opensAsPage = /^\s*(<[!?/a-z]|#!)/i;
const holdsScript = /<\/?script[\s/>]/i;

function decode(bytes: Buffer): { text: string; forbidden: RegExp } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), forbidden: controls };
  } catch {
    return { text: bytes.toString("latin1"), forbidden: not1252 };
  }
}

/** What is wrong with bytes that are to be plain text in UTF-8 or Windows-1252; null where nothing is. */
export function refuseText(bytes: Buffer): "notText" | "script" | null {
  const { text, forbidden } = decode(bytes);
  if (forbidden.test(text)) return "notText";
  return opensAsPage.test(text) || holdsScript.test(text) ? "script" : null;
}
