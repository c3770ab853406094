const LINE_LIMIT = 1000;
const SENTENCE_LIMIT = 1500;
const SENTENCE_END = 300;
const MOST_LINES = 4;

/** "Wrote", as mail programs say it above a quotation. */
const WROTE = [
  'wrote|writes|写道|寫道|写到|写了|編寫|编写|のメール|さんは書きました|さんが書きました|님이 작성|작성|작성함',
  'schrieb|hat geschrieben|a écrit|escribió|escreveu|ha scritto|schreef|geschreven|a scris|va escriure',
  'skrev|skrev följande|skrev følgende|skriver|kirjoitti|kirjutas|napisał|napisała|napisał\\(a\\)|pisze|napsal|napsala|napsal\\(a\\)|napísal|napísala|napísal\\(a\\)|je napisao|je napisala|je napisao/la|ezt írta|írta|şunları yazdı|şunu yazdı|yazdı',
  'пишет|написал|написала|написал\\(а\\)|пише|написав|написала|написав\\(ла\\)|написа|menulis|đã viết|viết|เขียนว่า|เขียน|έγραψε|כתב|כתבה|כתב/ה|كتب|rašė|rakstīja|எழுதியது|წერდა|დაწერა|تمت كتابة ما يلي بواسطة|नें? लिखा|लिखा|লিখেছেন|نوشت|جاء فيها|skrifaði|idatzi du|је написао/ла|напиша|жазды|je napisal/-a|menulis|sumulat',
].join('|');
/** How the line above a quotation ends: `wrote:`, `写道：`, `schrieb Anna:`, or, in Japanese mail, after the address. */
const ENDS = new RegExp(
  [
    `(${WROTE})\\s?[:：]?$`,
    `(?<!\\p{L})(${WROTE})(?!\\p{L}).{1,200}[:：]$`,
    `(?<!\\p{L})(${WROTE})(?!\\p{L}).{1,200}<[^<>\\s]{1,200}@[^<>\\s]{3,200}>$`,
    '<\\s?[^<>\\s]{1,200}@[^<>\\s]{3,200}>\\s?[:：]$',
    // any language: an address in brackets, then what may be "wrote"
    '[<(]\\s?[^<>()\\s]{1,200}@[^<>()\\s]{3,200}[>)][^<>@]{1,60}[:：]$',
  ].join('|'),
  'iu',
);
const BEGINS = /^[\p{L}\d"“”'(（<*_[]/u;
/** What only an introduction has: a day, a time or an address. */
const EVIDENCE = /\d{4}|\d{1,2}[:：]\d\d|@|\d{1,2}[./-]\d{1,2}[./-]\d{2}/;
/** "On 19 November I ordered two and you wrote:" */
const OWN_SENTENCE = /\b(i|we|you|my|your)\b|[我您你]/i;
const SAYS = new RegExp(`(?<!\\p{L})(${WROTE})|写道|寫道|のメール`, 'iu');
/** A day with its year, and a time. */
const MOMENT =
  /(\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2})[\s\S]{0,60}?\d{1,2}\s?[:：.hH点時时]\s?\d{2}(?!\d)|\d{1,2}[:：]\d{2}[\s\S]{0,60}\d{4}/;
const STARTS_WITH_MOMENT = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}/;
const STARTS_CLEARLY =
  /^(on|at|在|am|le|el|il giorno|em|op|den|d\.|dne|dnia|dňa|w dniu|pada|la|vào|เมื่อ|στις|\d{4}[年/-])\s?/i;

/**
 * How many lines, from `index` on, introduce a quotation: `On 20 Nov 2026 at 10:00, Mei <mei@x> wrote:` and its sisters in other
 * languages, wrapped by mail programs over up to four lines. 0 for other lines.
 */
export function introductionLength(lines: readonly string[], index: number): number {
  // Yahoo indents it
  const first = withoutDirections(lines[index]!).trimStart();
  if (first === '' || first.length > LINE_LIMIT || !BEGINS.test(first)) return 0;
  let sentence = '';
  for (let length = 1; length <= MOST_LINES; length++) {
    const line = lines[index + length - 1];
    if (!line || line.length > LINE_LIMIT || sentence.length > SENTENCE_LIMIT) return 0;
    const words = withoutDirections(line);
    sentence += ` ${words}`;
    if (ENDS.test(sentence.slice(-SENTENCE_END)))
      return isIntroduction(sentence.trim(), words, nextLine(lines, index + length)) ? length : 0;
    if (!mayWrap(first, words, length)) return 0;
  }
  return 0;
}

/** Only a line that already looks like the start of one is followed further: else a paragraph before it would be taken along. */
function mayWrap(first: string, line: string, length: number): boolean {
  if (/[。！？!?]$/.test(line)) return false;
  return length === 1 ? STARTS_CLEARLY.test(first) || /@|\d{4}[年/-]/.test(first) || MOMENT.test(first) : true;
}

/**
 * Followed by quoted lines, or with what only programs write: an address in brackets with a day or time, or a day said without "I"
 * and "you". "On Monday at 10:30 you wrote:" is a customer's own sentence.
 */
function isIntroduction(sentence: string, last: string, next: string): boolean {
  const quoted = /^ ?[>＞|]/.test(next);
  const addressed = /[<([]\s?(mailto:)?[^\s<>()]{1,200}@[^\s<>()]{3,200}[>)\]]/.test(sentence);
  const dated = MOMENT.test(sentence);
  const says = SAYS.test(sentence);
  if (!/[:：]$/.test(last)) return quoted ? EVIDENCE.test(sentence) : addressed && dated && says;
  if (quoted) return says || (addressed && /\d/.test(sentence));
  if (addressed) return says ? /\d/.test(sentence) : STARTS_WITH_MOMENT.test(sentence);
  return says && EVIDENCE.test(sentence) && !OWN_SENTENCE.test(sentence);
}

/** Hebrew and Arabic programs wrap names in marks of direction. */
function withoutDirections(line: string): string {
  return /[\u200e-\u2069]/.test(line) ? line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '') : line;
}

function nextLine(lines: readonly string[], from: number): string {
  return lines[from] || lines[from + 1] || lines[from + 2] || '';
}
