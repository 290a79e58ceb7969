/** Just enough of a reader for what the tests ask of an uncompressed PDF. */
export function readPdf(bytes: Uint8Array) {
  const file = Buffer.from(bytes).toString("latin1");
  const objects = new Map(
    [...file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((m) => [m[1], m[2] ?? ""]),
  );
  const all = [...objects.values()];
  const fonts = new Map<string, Map<string, string>>();
  for (const object of all)
    for (const [, name, id] of object.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1];
      if (name && unicode) fonts.set(name, readMap(objects.get(unicode) ?? ""));
    }
  const pages = /\/Kids \[([^\]]*)\]/.exec(file)?.[1]?.match(/\d+(?= 0 R)/g) ?? [];
  const text = pages.map((id) => {
    const content = /\/Contents (\d+) 0 R/.exec(objects.get(id) ?? "")?.[1];
    return readText(objects.get(content ?? "") ?? "", fonts);
  });
  return {
    file,
    text,
    tags: all.flatMap((object) => /\/S \/(\w+)\n/.exec(object)?.[1] ?? []),
    alternatives: all.flatMap((object) =>
      /\/Alt \(/.test(object) ? [readString(object, object.indexOf("/Alt (") + 6)] : [],
    ),
    bookmarks: all.flatMap((object) =>
      /\/Title \(/.test(object) && /\/Parent /.test(object) ? [readString(object, object.indexOf("/Title (") + 8)] : [],
    ),
  };
}

const wide = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");

function readMap(map: string): Map<string, string> {
  const signs = new Map<string, string>();
  for (const [, first, list] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    [...(list ?? "").matchAll(/<([\w ]*)>/g)].forEach(([, sign], at) =>
      signs.set((parseInt(first ?? "", 16) + at).toString(16).padStart(4, "0"), wide((sign ?? "").replaceAll(" ", ""))),
    );
  return signs;
}

function readText(content: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  return [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*> ?-?[\d.]* ?)+)\] TJ/g)]
    .map(([, name, shown]) => {
      if (name) font = fonts.get(name) ?? font;
      const codes =
        (shown ?? "")
          .match(/<[0-9a-f]*>/g)
          ?.join("")
          .replace(/[<>]/g, "")
          .match(/.{4}/g) ?? [];
      return name ? "" : `${codes.map((code) => font.get(code) ?? "").join("")}\n`;
    })
    .join("");
}

/** A string object from where its text begins; beyond ASCII they are UTF-16. */
function readString(object: string, from: number): string {
  let raw = "";
  for (let at = from; object[at] !== ")"; at += 1) {
    if (object[at] === "\\") at += 1;
    raw += object[at] ?? "";
  }
  return raw.startsWith("\u00fe\u00ff") ? Buffer.from(raw.slice(2), "latin1").swap16().toString("utf16le") : raw;
}
