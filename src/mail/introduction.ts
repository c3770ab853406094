const LINE_LIMIT = 1000;
const SENTENCE_LIMIT = 1500;
const SENTENCE_END = 300;
const MOST_LINES = 4;

/** How the line above a quotation ends: `wrote:`, `写道：`, `schrieb Anna:`, or, in Japanese mail, after the address. */
const ENDS =
  /(wrote|writes|写道|寫道|写到|写了|編寫|a écrit|escribió|escreveu|ha scritto|schreef|пишет|написал\(?а?\)?|のメール|さんは書きました|작성)\s?[:：]?$|\b(schrieb|schreef|geschreven)\b.{0,200}[:：]$|(wrote|写道|寫道)\s(on|at|于)\b.{0,80}[:：]$|<[^<>\s]{1,200}@[^<>\s]{3,200}>\s?[:：]$/i;
const BEGINS = /^[\p{L}\d"“”'(（<*_[]/u;
/** What only an introduction has: a day, a time or an address. */
const EVIDENCE = /\d{4}|\d{1,2}[:：]\d\d|@|\d{1,2}[./-]\d{1,2}[./-]\d{2}/;
/** "On 19 November I ordered two and you wrote:" */
const OWN_SENTENCE = /\b(i|we|you|my|your)\b|[我您你]/i;
const STARTS_CLEARLY = /^(on|at|在|am|le|el|il giorno|em|op|\d{4}[年/-])\s?/i;

/**
 * How many lines, from `index` on, introduce a quotation: `On 20 Nov 2026 at 10:00, Mei <mei@x> wrote:` and its sisters in other
 * languages, wrapped by mail programs over up to four lines. 0 for other lines.
 */
export function introductionLength(lines: readonly string[], index: number): number {
  // Yahoo indents it
  const first = lines[index]!.trimStart();
  if (first === '' || first.length > LINE_LIMIT || !BEGINS.test(first)) return 0;
  let sentence = '';
  for (let length = 1; length <= MOST_LINES; length++) {
    const line = lines[index + length - 1];
    if (!line || line.length > LINE_LIMIT || sentence.length > SENTENCE_LIMIT) return 0;
    sentence += ` ${line}`;
    if (ENDS.test(sentence.slice(-SENTENCE_END)))
      return isIntroduction(sentence.trim(), line, nextLine(lines, index + length)) ? length : 0;
    if (!mayWrap(first, line, length)) return 0;
  }
  return 0;
}

/** Only a line that already looks like the start of one is followed further: else a paragraph before it would be taken along. */
function mayWrap(first: string, line: string, length: number): boolean {
  if (/[。！？!?]$/.test(line)) return false;
  return length === 1 ? STARTS_CLEARLY.test(first) || /@|\d{4}[年/-]/.test(first) : true;
}

/** Said plainly, or followed by quoted lines; "On Monday I wrote:" is a customer's own sentence. */
function isIntroduction(sentence: string, last: string, next: string): boolean {
  const quoted = /^ ?[>＞|]/.test(next);
  if (!/[:：]$/.test(last)) return quoted && EVIDENCE.test(sentence);
  if (/@[^<>]*>\s?[:：]$/.test(last) && !/(wrote|写道|寫道)/i.test(last)) return quoted && /\d/.test(sentence);
  if (quoted || /@|\d[:：]\d\d/.test(sentence)) return true;
  return EVIDENCE.test(sentence) && !OWN_SENTENCE.test(sentence);
}

function nextLine(lines: readonly string[], from: number): string {
  return lines[from] || lines[from + 1] || lines[from + 2] || '';
}
