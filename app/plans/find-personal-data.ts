import type { FoundWords } from "./word-finding";
import { isGivenName, isSchoolWord } from "./personal-names";

type Match = { start: number; words: string };
type Sentence = { start: number; end: number };

const span = (why: string, suggestion: string, { start, words }: Match): FoundWords => ({
  kind: "personal",
  start,
  words,
  why,
  suggestion,
});

const all = (text: string, expression: RegExp): Match[] =>
  [...text.matchAll(expression)].map((match) => ({ start: match.index, words: match[0] }));

/** Whether ten digits end in the check digit that NHS numbers have. */
function isNhsNumber(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && Number(digits[9]) === (check === 11 ? 0 : check);
}

// Two letters that begin a postcode somewhere in the United Kingdom: "KS2 1AB" is none.
const postcodeAreas =
  /^(?:AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)\d/;

const leaveOut = "Leave it out.";
const noNumber = "Leave the number out. A plan needs no single pupil’s or person’s number.";

function findNumbers(text: string): FoundWords[] {
  const digits = ({ words }: Match) => words.replace(/\D/g, "");
  return [
    ...all(
      text,
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu,
    ).map((match) => span("This is an email address.", "Name the role or the office instead.", match)),
    ...all(text, /(?<![\p{N}.,£])(?:\+44|0)(?:[ -]?\(?\d\)?){9,10}(?![\p{N}])/gu).map((match) =>
      span("This looks like a telephone number.", leaveOut, match),
    ),
    ...all(text, /(?<![\p{N}.,£])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\p{N}])/gu)
      .filter((match) => isNhsNumber(digits(match)))
      .map((match) => span("This looks like an NHS number.", noNumber, match)),
    ...all(text, /(?<![\p{L}\p{N}])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![\p{L}\p{N}])/gu).map((match) =>
      span("This looks like a unique pupil number (UPN).", noNumber, match),
    ),
    ...all(text, /(?<![\p{L}\p{N}])\d{5}[\dA-Z]\d{6}[A-Z](?![\p{L}\p{N}])/gu).map((match) =>
      span("This looks like a unique candidate identifier (UCI).", noNumber, match),
    ),
    ...all(
      text,
      /(?<![\p{L}\p{N}])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\p{N}])/gu,
    ).map((match) => span("This looks like a National Insurance number.", noNumber, match)),
    ...all(
      text,
      /(?<![\p{L}])(?:born|date of birth|d\.?o\.?b\.?|birthday)[\s:]{1,3}(?:on |is |was )?(?:the )?\d{1,2}(?:st|nd|rd|th)?[ ./-](?:\d{1,2}|[A-Za-z]{3,9})[ ./-]\d{2,4}/giu,
    ).map((match) => span("This is somebody’s date of birth.", "Write the year group.", match)),
    ...all(text, /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu)
      .filter(({ words }) => postcodeAreas.test(words))
      .map((match) =>
        span(
          "A full postcode can lead to one family’s home.",
          "Write the area, such as “BS5”, unless it is the school’s.",
          match,
        ),
      ),
  ];
}

const capital = "\\p{Lu}[\\p{L}’'-]{1,30}";
const one =
  "(?:[Pp]upil|[Bb]oy|[Gg]irl|[Cc]hild|[Ss]tudent|[Ss]on|[Dd]aughter|[Mm]other|[Mm]um|[Ff]ather|[Dd]ad|[Cc]arer|[Bb]rother|[Ss]ister|[Pp]arent|[Gg]randmother|[Gg]randfather)";
const nameWhy = "This looks like the name of a pupil or of somebody close to one.";
const noName = "Write how many pupils it is about and their year group.";

const afterCue = new RegExp(
  `(?<![\\p{L}])(?:${one}s?|[Cc]hildren)(?:,? (?:called|named)|,|:)?\\s{1,2}(${capital})(?:\\s(${capital}))?`,
  "gu",
);
const afterName = new RegExp(
  `(?<![\\p{L}’'.-]|St\\.? )(${capital})(?: ${capital})?(?:['’]s ${one}(?![\\p{L}])|,? (?:is |was )?(?:a|an|our) (?:[Yy]ear \\d{1,2} )?${one}(?![\\p{L}])|,? \\(?(?:in |of )?[Yy]ear \\d)`,
  "gu",
);
const twoNames = new RegExp(`(?<![\\p{L}’'-]|St\\.? )(${capital}) (${capital})(?! \\p{Lu})`, "gu");
const closeToOne = new RegExp(`(?<![\\p{L}])${one}(?![\\p{L}])`, "u");
const titled = new RegExp(`(?<![\\p{L}])(?:Mr|Mrs|Ms|Miss|Dr)\\.? ${capital}(?:[ -]${capital})?`, "gu");

const isName = (word: string | undefined): word is string =>
  word !== undefined && /^\p{Lu}\p{Ll}/u.test(word) && !isSchoolWord(word);
const bare = (word: string) => word.replace(/['’]s$/, "");
const namesAPlace = (text: string, end: number) =>
  /^(?:['’]s)?(?: \p{Lu}[\p{L}’'-]*){0,3} (?:School|Primary|Academy|Junior|Infant|Infants|College|High|CE|C of E|RC|Catholic|Nursery|Centre|Road|Street|Lane|Trust|House|Hall)\b/u.test(
    text.slice(end, end + 80),
  );

function findNames(text: string, sentenceAt: (start: number) => Sentence): FoundWords[] {
  const found: Match[] = [];
  for (const match of text.matchAll(afterCue)) {
    const [whole, first, second] = match;
    const both = isName(first) && isName(second);
    if (!isName(first) || !(both || isGivenName(bare(first)))) continue;
    const from = whole.lastIndexOf(both ? `${first}${whole.slice(whole.indexOf(first) + first.length)}` : first);
    const words = both ? whole.slice(from) : first;
    if (!namesAPlace(text, match.index + from + words.length)) found.push({ start: match.index + from, words });
  }
  for (const match of text.matchAll(afterName))
    if (isGivenName(bare(match[1] ?? ""))) found.push({ start: match.index, words: match[0] });
  for (const match of text.matchAll(twoNames)) {
    const [words, first = "", second] = match;
    if (!isGivenName(first) || !isName(second) || namesAPlace(text, match.index + words.length)) continue;
    if (/^(?:School|Primary|Academy|College|Road|Street|Lane|House)$/.test(second)) continue;
    const { start, end } = sentenceAt(match.index);
    if (closeToOne.test(text.slice(start, Math.min(end, start + 1_000)))) found.push({ start: match.index, words });
  }
  return [
    ...found.map((match) => span(nameWhy, noName, match)),
    ...all(text, titled)
      .filter(
        ({ start, words }) => !namesAPlace(text, start + words.length) && !/ (?:School|Primary|Academy)$/.test(words),
      )
      .map((match) =>
        span("This is the name of a person.", "Write the role, such as “the deputy headteacher”.", match),
      ),
  ];
}

/** Names, numbers and addresses in a text from which somebody could be known. */
export const findPersonalData = (text: string, sentenceAt: (start: number) => Sentence): FoundWords[] => [
  ...findNumbers(text),
  ...findNames(text, sentenceAt),
];
