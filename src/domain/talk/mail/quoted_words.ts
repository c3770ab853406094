/** A word, or a sign that answers like one; languages without blanks are compared sign by sign. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+|\p{Extended_Pictographic}|[✓✔✗✘☑☒√×]/gu;
/** Programs write where a link leads behind it, and a picture's name in its place. */
const LINK_BEHIND = /[<([]\s?(?:https?:|mailto:|tel:)[^\s<>()[\]]{1,2000}\s?[>)\]]/gi;
const URL = /https?:\/\/[^\s<>()[\]]{1,2000}/gi;
const PICTURE = /^\W{0,4}(?:image\s?:.{0,200}|cid:\S{1,200}|[^\s<>[\]]{1,100}\.(?:png|jpe?g|gif|bmp|webp))\W{0,3}$/i;
/** So long is a piece that a program may have wrapped anywhere, as words with blanks between. */
const LONG = 16;
/** A line of so many that is one of ours word for word shows whose words are quoted. */
const TELLING = 32;
/** So many words find the place where our own go on behind theirs. */
const ANCHOR = 3;
/** Of more lines, and more of ours, nothing is compared. */
const MOST_LINES = 2000;
const MOST_CHARACTERS = 40_000;

interface Line {
  text: string;
  isOurs: boolean;
  /** It is theirs, and begins with words of ours: these need not be said again. */
  goesOn: boolean;
}

/**
 * What its writer put into a quotation of our words: each line that differs from them, behind the one of ours that it
 * follows, marked with `>`; '' where none does. `words`: theirs without ours. Undefined where it is no quotation of
 * these words.
 */
export function wordsInQuotation(quotation: string, ours: string): { shown: string; words: string } | undefined {
  const lines = comparedLines(quotation, ours);
  if (!lines) return undefined;
  const shown: string[] = [];
  let answered: string | undefined;
  for (const { text, isOurs, goesOn } of lines) {
    if (isOurs) answered = text;
    else {
      if (answered !== undefined && !goesOn) shown.push(...(shown.length > 0 ? [''] : []), `> ${answered}`);
      shown.push(text);
      answered = undefined;
    }
  }
  const words = lines.filter(({ isOurs }) => !isOurs).map(({ text }) => text);
  return { shown: shown.join('\n'), words: words.join('\n') };
}

/** The lines with words in them; undefined where the quotation is not one of our words. */
function comparedLines(quotation: string, ours: string): Line[] | undefined {
  const texts = quotation.split('\n').filter((text) => !PICTURE.test(text));
  if (texts.length > MOST_LINES || ours.length > MOST_CHARACTERS) return undefined;
  const links = linksIn(ours);
  const wordsOf = (text: string) => wordsIn(withoutLinks(text, links));
  const we = wordsOf(ours);
  const all = ` ${we.join(' ')} `;
  const wholeLines = new Set(ours.split('\n').map((line) => spaced(wordsOf(line))));
  let [at, known, count, tells] = [0, 0, 0, false];
  const lines: Line[] = [];
  for (const text of texts) {
    const words = wordsOf(text);
    if (words.length === 0) continue;
    const end = endOf(all, spaced(words), at, wholeLines);
    const isOurs = end !== undefined;
    const partly = isOurs ? undefined : behind(all, words, at);
    at = end ?? partly!.at;
    known += isOurs ? words.length : partly!.known;
    count += words.length;
    tells ||= isOurs && spaced(words).length >= TELLING;
    lines.push({ text: text.trim(), isOurs, goesOn: !isOurs && partly!.known > 0 });
  }
  const isOfOurs = known > 0 && (tells || known * 2 >= we.length || known * 2 >= count);
  return isOfOurs && lines.some(({ isOurs }) => isOurs || known >= ANCHOR) ? withoutAnnouncement(lines) : undefined;
}

const wordsIn = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORD) ?? [];

/** Our own links: those that stand behind their words, and those that are words themselves. */
interface Links {
  behind: ReadonlySet<string>;
  bare: readonly string[];
}

function linksIn(ours: string): Links {
  const bare: string[] = ours.replace(LINK_BEHIND, ' ').match(URL) ?? [];
  const all: string[] = ours.match(URL) ?? [];
  return { bare, behind: new Set(all.filter((link) => !bare.includes(link))) };
}

/**
 * Without where links lead, however a program writes that behind their words, and with our own links where a mail server leads them
 * through itself.
 */
function withoutLinks(text: string, { behind, bare }: Links): string {
  if (!text.includes('://') && !/[<([](?:mailto|tel):/i.test(text)) return text;
  const ownOf = (url: string) => (behind.has(url) ? ' ' : (bare.find((link) => decoded(url).includes(link)) ?? url));
  return text.replace(LINK_BEHIND, ' ').replace(URL, ownOf);
}

/** As it reads; what is no right code stays. */
const decoded = (url: string): string => url.replace(/%(?:3a|2f|3f|3d|26)/gi, (code) => decodeURIComponent(code));

const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** Where a line ends in our words: it goes on where the last one ended, or is long, or a whole line of ours further down. */
function endOf(all: string, line: string, at: number, wholeLines: ReadonlySet<string>): number | undefined {
  const mayBeFurther = line.length >= LONG || wholeLines.has(line);
  const found = all.startsWith(line, at) ? at : mayBeFurther ? all.indexOf(line, at) : -1;
  return found < 0 ? undefined : found + line.length - 1;
}

/** Where our words go on behind a line that is partly theirs, and how many of its words were ours. */
function behind(all: string, words: readonly string[], from: number): { at: number; known: number } {
  const first = words.length > ANCHOR ? all.indexOf(spaced(words.slice(0, ANCHOR)), from) : -1;
  let at = first < 0 ? from : first;
  let known = 0;
  while (known < words.length && all.startsWith(` ${words[known]} `, at)) at += words[known++]!.length + 1;
  const last = words.length - known > ANCHOR ? spaced(words.slice(-ANCHOR)) : undefined;
  const end = last === undefined ? -1 : all.indexOf(last, at);
  return end < 0 ? { at, known } : { at: end + last!.length - 1, known: known + ANCHOR };
}

/** Lines above our first one are theirs, too, unless they may say whose words follow. */
function withoutAnnouncement(lines: Line[]): Line[] {
  const first = lines.findIndex(({ isOurs }) => isOurs);
  return lines.filter(({ text }, index) => index >= first || !/[:：]$|\S@\S/.test(text));
}
