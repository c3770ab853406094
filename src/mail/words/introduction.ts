const LINE_LIMIT = 1000;
const SENTENCE_LIMIT = 1500;
const SENTENCE_END = 300;
const MOST_LINES = 4;
/** The most characters that a name and a day take. */
const SHORT = 80;
/** Languages whose programs put the day first. */
const LOCALES =
  'en de fr es it pt nl sv da nb fi et lv lt pl cs sk sl hr sr hu ro bg ru uk el tr he ar fa hi th vi id ms ca eu is'.split(
    ' ',
  );

/** "Wrote", as mail programs say it above a quotation. */
const WROTE = [
  'wrote|writes|写道|寫道|撰写|撰寫|写到|写了|編寫|编写|のメール|さんは書きました|さんが書きました|님이 작성|작성|작성함',
  'schrieb|geschrieben|a écrit|escribió|escreveu|ha scritto|schreef|geschreven|a scris|va escriure',
  'skrev|skrev följande|skrev følgende|skriver|kirjoitti|kirjutas|napisał|napisała|napisał\\(a\\)|pisze|napsal|napsala|napsal\\(a\\)|napísal|napísala|napísal\\(a\\)|je napisao|je napisala|je napisao/la|ezt írta|írta|şunları yazdı|şunu yazdı|yazdı',
  'пишет|написал|написала|написал\\(а\\)|пише|написав|написала|написав\\(ла\\)|написа|menulis|đã viết|viết|เขียนว่า|เขียน|έγραψε|כתב|כתבה|כתב/ה|كتب|rašė|rakstīja|எழுதியது|წერდა|დაწერა|تمت كتابة ما يلي بواسطة|नें? लिखा|लिखा|লিখেছেন|نوشت|جاء فيها|skrifaði|idatzi du|је написао/ла|напиша|жазды|je napisal/-a|menulis|sumulat',
].join('|');
/**
 * How the line above a quotation ends: `wrote:`, `写道：`, `schrieb Anna:`, or in Japanese mail with the address and a
 * word after it.
 */
const ENDS = new RegExp(
  [
    `(${WROTE})\\s?[:：]?$`,
    `(?<!\\p{L})(${WROTE})(?!\\p{L}).{1,200}[:：]$`,
    `(?<!\\p{L})(${WROTE})(?!\\p{L}).{1,200}<[^<>\\s]{1,200}@[^<>\\s]{3,200}>$`,
    '<\\s?[^<>\\s]{1,200}@[^<>\\s]{3,200}>\\s?[:：]$',
    // any language: an address in brackets, then what may be "wrote"
    '[<(]\\s?[^<>()\\s]{1,200}@[^<>()\\s]{3,200}[>)][^<>@]{1,60}[:：]$',
    '\\d.{0,80}\\s[^<>()\\s]{1,64}@[^<>()\\s:：]{3,200}\\s?[:：]$',
  ].join('|'),
  'iu',
);
/** Zimbra and Yahoo begin the line with these. */
const DASHES = /^[-–—]{2,10}\s?(?=\p{L})/u;
const BEGINS = /^(?:[-–—]{2,10}\s?(?=\p{L}))?[\p{L}\d"“”'(（<*_[]/u;
/** What only an introduction has: a day, a time or an address. */
const EVIDENCE = /\d{4}|\d{1,2}[:：]\d\d|@|\d{1,2}[./-]\d{1,2}[./-]\d{2}/;
/** The author's own sentences: "On 19 November I ordered two and you wrote:", "As Anna wrote on 3 March:". */
const OWN_SENTENCE =
  /(?<![\p{L}\p{M}])(i|we|you|my|your|me|us|our|she|they|that|what|which|ich|wir|mir|uns|ihr|ihnen|nous|vous|nosotros|usted|noi|wij|jullie)(?![\p{L}\p{M}])|[我您你]/iu;
const BEGINS_OWN = /^(as|like|because|since|if|when|wie|da|weil|comme|puisque|como|porque|come|perché|zoals)\s/i;
const ENDS_SAYING = new RegExp(`(${WROTE})$`, 'iu');
const SAYS_LAST = new RegExp(`(?<!\\p{L})(?:${WROTE})`, 'iu');
/** An address with the capitalised words before it: "Me & You Ltd <desk@x>". */
const NAMED_ADDRESS =
  /(?:(?:\p{Lu}[\p{L}\p{M}'’.-]{0,40}|&|"[^"]{0,80}")\s{0,3}){0,6}[<([]?\s?[^\s<>()]{1,64}@[^\s<>()]{3,200}/gu;
const SAYS = new RegExp(`(?<!\\p{L})(${WROTE})|写道|寫道|のメール`, 'iu');
/** A day with its year, and a time. */
const MOMENT =
  /(\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2})[\s\S]{0,60}?\d{1,2}\s?[:：.hH点時时]\s?\d{2}(?!\d)|\d{1,2}[:：]\d{2}[\s\S]{0,60}\d{4}/;
const FROM = /^(from|by|von|от|від|od|de|da|van|af|av|fra|г|р|в|о|a|u|ob|h)$/;
const STARTS_CLEARLY =
  /^(noong|þann|בתאריך|في|در|on|at|在|am|le|el|il giorno|em|op|den|d\.|dne|dnia|dňa|w dniu|pada|la|vào|เมื่อ|στις|\d{4}[年/-])\s?/i;

/**
 * How many lines from `index` on introduce a quotation: `On 20 Nov 2026 at 10:00, Mei <mei@x> wrote:` and its
 * equivalents in other languages, which mail programs wrap over up to four lines. 0 for other lines.
 */
export function introductionLength(lines: readonly string[], index: number): number {
  // Yahoo indents it
  const first = plainly(lines[index]!).trimStart();
  if (first === '' || first.length > LINE_LIMIT || !BEGINS.test(first)) return 0;
  let sentence = '';
  for (let length = 1; length <= MOST_LINES; length++) {
    const line = lines[index + length - 1];
    if (!line || line.length > LINE_LIMIT || sentence.length > SENTENCE_LIMIT) return 0;
    const words = plainly(line);
    sentence += ` ${words}`;
    if (ENDS.test(sentence.slice(-SENTENCE_END))) {
      if (beginsBelow(lines.slice(index, index + length))) return 0;
      return isIntroduction(sentence.trim().replace(DASHES, ''), words, nextLine(lines, index + length)) ? length : 0;
    }
    if (!mayWrap(first, words, length)) return 0;
  }
  return 0;
}

/**
 * We follow a line further only if it already looks like the start of an introduction; otherwise we would take a
 * paragraph before it along.
 */
function mayWrap(first: string, line: string, length: number): boolean {
  if (/[。！？!?]$/.test(line)) return false;
  return length === 1 ? startsWithDay(first) || /@|\d{4}[年/-]/.test(first) || MOMENT.test(first) : true;
}

/**
 * "I need two on Monday" and below it "On Tue, 3 Mar 2026 at 9:00, Mei <mei@x> wrote:": the first line is the author's.
 */
function beginsBelow(lines: readonly string[]): boolean {
  return lines.some((_, at) => {
    const rest = plainly(lines.slice(at).join(' '));
    return at > 0 && !/[,，]\s*$/.test(lines[at - 1]!) && /\S@\S/.test(rest) && MOMENT.test(rest);
  });
}

/** Whether words between dashes say who wrote, as Zoho and Notes put them above history. */
export function isAttribution(words: string): boolean {
  const plain = plainly(words);
  const tells = /@/.test(plain) || MOMENT.test(plain) || ENDS_SAYING.test(plain);
  return SAYS.test(plain) && tells && !isOwnSentence(plain);
}

const isOwnSentence = (words: string): boolean =>
  BEGINS_OWN.test(words) || OWN_SENTENCE.test(words.replace(NAMED_ADDRESS, ' '));

/**
 * Whether it is an introduction: quoted lines follow, or it holds what only programs write: an address in brackets with
 * a day or time, or a day without "I" and "you". "On Monday at 10:30 you wrote:" is a customer's own sentence.
 */
function isIntroduction(sentence: string, last: string, next: string): boolean {
  const quoted = /^ ?[>＞|]/.test(next);
  const addressed = /[<([]\s?(mailto:)?[^\s<>()]{1,200}@[^\s<>()]{3,200}[>)\]]/.test(sentence);
  const named = addressed || /(?<=\s)[^\s<>()]{1,64}@[^\s<>():：]{3,200}/.test(sentence);
  const dated = MOMENT.test(sentence);
  const says = SAYS.test(sentence);
  const isOwn = isOwnSentence(sentence);
  if (!/[:：]$/.test(last)) return quoted ? EVIDENCE.test(sentence) : named && dated && says && !isOwn;
  if (quoted) return says || (named && /\d/.test(sentence));
  if (isOwn) return false;
  if (addressed && says) return /\d/.test(sentence);
  if (!says) return named && dated && sentence.length <= SENTENCE_END && saysNothingElse(sentence);
  return EVIDENCE.test(sentence) && isName(sentence.split(SAYS_LAST).at(-1)!);
}

/** Whether a name or a day stands after "wrote", with no further sentence. Asked if nothing else decides. */
function isName(words: string): boolean {
  if (words.length > SHORT) return false;
  const all = words.match(/\p{L}[\p{L}'’.-]*/gu) ?? [];
  return all.length <= 6 && all.every((word) => !/^\p{Ll}/u.test(word) || DAY_WORDS.has(word.replace(/\.$/, '')));
}

/** Names of days in the languages of mail programs, and the words that join day and time. */
const DAY_WORDS = new Set('at om um uhr kl klo kell am pm den il le el the de van von der à la'.split(' '));
for (const locale of LOCALES) {
  for (const weekday of ['long', 'short'] as const) {
    const names = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday, day: 'numeric', month: weekday });
    for (let month = 0; month < 12; month++) {
      const written = names.format(Date.UTC(2026, month, 1 + month)).toLowerCase();
      for (const [word] of written.matchAll(/[\p{L}\p{M}]+/gu)) DAY_WORDS.add(word);
    }
  }
}

/**
 * Whether it holds a day, a name and an address, with at most "from" between them: `03.03.2026, 09:00, "Mei" <mei@x>:`.
 */
function saysNothingElse(sentence: string): boolean {
  const words =
    sentence
      .replace(STARTS_CLEARLY, ' 1')
      .replace(NAMED_ADDRESS, ' ')
      .match(/(?<![\p{L}\p{M}.])\p{Ll}[\p{L}\p{M}]*/gu) ?? [];
  const others = words.filter((word) => !DAY_WORDS.has(word));
  return startsWithDay(sentence) && others.every((word) => FROM.test(word)) && others.length <= 2;
}

/** Whether it begins with a day: `Вторник, 3 марта 2026`, `03.03.2026, 09:00`, or in the way of `STARTS_CLEARLY`. */
function startsWithDay(sentence: string): boolean {
  if (/^\d/.test(sentence) || STARTS_CLEARLY.test(sentence)) return true;
  const [first = ''] = /^[\p{L}\p{M}]+/u.exec(sentence) ?? [];
  return DAY_WORDS.has(first.toLowerCase());
}

/**
 * Normalizes a line: Hebrew and Arabic programs add direction marks and use their own digits, and Taiwan has small
 * colons.
 */
function plainly(line: string): string {
  if (!/[\u0660-\u06f9\u200e-\u2069\ufe13\ufe55]/.test(line)) return line;
  return line
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\ufe13\ufe55]/g, ':');
}

function nextLine(lines: readonly string[], from: number): string {
  return lines[from] || lines[from + 1] || lines[from + 2] || '';
}
