import { FREQUENT_CYRILLIC, FREQUENT_GREEK, FREQUENT_HAN, FREQUENT_HANGUL, SHORT_WORDS } from '../frequent_letters.ts';
import { ACCENTED, isAlphabet, isLettersAlone, isWestern, LATIN, lostIn, withoutHyphens } from './western.ts';

export { lostIn };

/** Charsets that occur without a label in practice, in the order that decides a tie. */
const CANDIDATES = [
  'windows-1252',
  'gb18030',
  'shift_jis',
  'euc-jp',
  'big5-hkscs',
  'cp949',
  'windows-1251',
  'koi8-r',
  'windows-1253',
  'windows-1250',
] as const;
export type Guessable = (typeof CANDIDATES)[number];

/** How much we look at: enough to tell, and the time stays the same however long the mail is. */
const SAMPLE_BYTES = 8192;
/** How much a Western label on the bytes weighs, on a scale where certain text has 1. */
const WESTERN_LABEL = 0.15;
/** How much less Central European weighs, whose letters have the same bytes, where the label names Latin-1 and all is Latin-1. */
const NAMED_OTHERWISE = 0.5;
/** What a label claims about Western text: nothing; eight bits of some kind; Latin-1 by its name. */
export type WesternClaim = 'vague' | 'named' | undefined;

/**
 * The charset in which unlabelled bytes were most plausibly written. Each candidate's reading is weighed by how usual
 * its letters are in their places; a reading that needs rare letters loses to one that does not.
 * @param western whether the label claimed Latin-1
 */
export function guessCharset(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array, charset: Guessable) => string,
  { western }: { western?: WesternClaim } = {},
): Guessable {
  const sample = sampleOf(bytes);
  const hyphened = withoutHyphens(sample, western === 'named');
  if (hyphened && isRead(hyphened, decode, western)) return 'windows-1252';
  let best: { charset: Guessable; weight: number } = { charset: 'windows-1252', weight: Number.NEGATIVE_INFINITY };
  const named = western === 'named' ? decode(sample, 'windows-1252') : '';
  const explained = named !== '' && isWestern(named);
  for (const charset of CANDIDATES) {
    const bonus = western && charset === 'windows-1252' ? WESTERN_LABEL : 0;
    const text = decode(sample, charset);
    const malus = charset === 'windows-1250' && (explained || isOfSeveral(text)) ? NAMED_OTHERWISE : 0;
    const weight = plausibility(text, charset) + bonus - malus;
    if (weight > best.weight) best = { charset, weight };
  }
  const alone = explained ? isLettersAlone(named) : isAlphabet(decode(sample, 'windows-1252'));
  return alone && !isShortWords(decode(sample, best.charset), best.charset) ? 'windows-1252' : best.charset;
}

/** No language has Czech letters and Polish or Slovak ones that Czech lacks: `střrrelse ćřĺ` is Danish. */
const isOfSeveral = (text: string): boolean => /ř/i.test(text) && /[ćĺłńśź]/i.test(text);

/** Whether what is left without soft hyphens is Western. */
function isRead(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array, charset: Guessable) => string,
  western: WesternClaim,
): boolean {
  const text = decode(bytes, 'windows-1252');
  if (!isWestern(text)) return false;
  return (western === 'named' && isLettersAlone(text)) || guessCharset(bytes, decode, { western }) === 'windows-1252';
}

/** Starts at the line of the first byte over 127: a long English beginning says nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = Math.max(
    0,
    bytes.findIndex((byte) => byte > 0x7f),
  );
  const line = bytes.lastIndexOf(0x0a, first) + 1;
  return bytes.subarray(line, line + SAMPLE_BYTES);
}

/** Between -1 and 1: the mean over the letters outside ASCII, each weighted by the number of its bytes. */
function plausibility(text: string, charset: Guessable): number {
  const letters = [...text];
  let [bytes, weight] = [0, 0];
  for (const [at, letter] of letters.entries()) {
    if (letter <= '\x7f') continue;
    const size = /^(windows|koi8)/.test(charset) || isHalfWidth(letter) ? 1 : 2;
    bytes += size;
    weight += size * weightOf(letter, letters[at - 1] ?? ' ', letters[at + 1] ?? ' ', charset);
  }
  return bytes === 0 ? 0 : weight / bytes;
}

/** Whether all that is written there are short words of that charset's languages. */
function isShortWords(text: string, charset: Guessable): boolean {
  const words = text.toLowerCase().match(/[^\0-\x7f]+/g) ?? [];
  const isWord = (word: string) => FREQUENT_HAN.has(word) || (SHORT_WORDS[charset]?.test(word) ?? false);
  return words.length > 0 && words.every(isWord);
}

function isHalfWidth(letter: string): boolean {
  return letter >= '\uff61' && letter <= '\uff9f';
}

function weightOf(letter: string, before: string, after: string, charset: Guessable): number {
  if (lostIn(letter) > 0 || (letter >= '\x80' && letter < '\xa0')) return -1;
  if (charset === 'windows-1252') return westernWeight(letter, before, after);
  if (charset === 'windows-1251' || charset === 'koi8-r') return cyrillicWeight(letter, before, after);
  if (charset === 'windows-1253') return greekWeight(letter, before, after);
  if (charset === 'windows-1250') return centralWeight(letter, before, after);
  return wideWeight(letter, before, after, charset);
}

/** Signs that are common in Western text: no-break space, quotes, dashes, bullets, money, measures. */
const WESTERN_SIGN =
  /[\u00a0\u00a3\u00a7\u00a9\u00ab\u00ae\u00b0\u00b2\u00b3\u00b7\u00bb-\u00bf\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122\u00a1]/;

/** An accented letter belongs in a word: lower case beside letters, a capital only at the beginning of a word. */
function westernWeight(letter: string, before: string, after: string): number {
  const sign = signWeight(letter, before, after);
  if (sign !== undefined) return sign;
  // ³ and ¹ between letters are letters of another charset
  if (/[\u00b2\u00b3\u00b9]/.test(letter) && LATIN.test(after)) return -0.5;
  if (!ACCENTED.test(letter)) return WESTERN_SIGN.test(letter) ? 0.7 : -0.2;
  const isCapital = letter !== letter.toLowerCase();
  const inWord = LATIN.test(before) || LATIN.test(after);
  const alone = !/[a-z]/i.test(before) && !/[a-z]/i.test(after);
  if (!inWord) return /[àâéèêîìòùÀÉÈÊÎÓÖÜÅ]/.test(letter) ? 0.6 : 0;
  if (isCapital && /[a-z]/.test(before)) return -0.3;
  if (isCapital && ACCENTED.test(after) && ACCENTED.test(before)) return -0.3;
  return alone ? 0.2 : 1;
}

/** Signs that stand beside figures, units and abbreviations: `2º`, `Mª`, `Nº`, `5 µm`, `20 m³`, `±5`, `2×4`, `¥500`. */
function signWeight(letter: string, before: string, after: string): number | undefined {
  const isPlain = before <= '\x7f' && after <= '\x7f';
  if (!isPlain) return undefined;
  if (/[ºª]/.test(letter)) return /[\dA-Za-z.]/.test(before) && !/[A-Za-z]/.test(after) ? 0.9 : 0.4;
  if (letter === 'µ') return /[A-Za-z]/.test(before) ? undefined : 0.9;
  if (/[±×÷¥]/.test(letter)) return /[A-Za-z]/.test(before + after) && !/\d/.test(before + after) ? undefined : 0.9;
  // `z³` is `zł`, `s¹` is `są` of another charset
  const powers =
    letter === '²' ? /[\dA-Za-z)]/ : letter === '³' ? /[\dA-Zmt)]/ : letter === '¹' ? /[\dA-Z)]/ : undefined;
  if (powers) return powers.test(before) && !/[a-z]/.test(after) ? 0.9 : undefined;
  if (letter === '¿')
    return /[A-Z]/.test(after) ? 0.9 : /[A-Za-z]/.test(before) && /[a-z]/.test(after) ? -0.5 : undefined;
  return undefined;
}

/** Cyrillic words keep their case: read in the other Cyrillic charset, small letters come out as capitals. */
function cyrillicWeight(letter: string, before: string, after: string): number {
  if (!/[\u0400-\u045f]/.test(letter))
    return /[\u00a0\u00ab\u00bb\u2013\u2014\u2018-\u201e\u2026\u2116]/.test(letter) ? 0.5 : -0.5;
  const lower = letter.toLowerCase();
  const isCapital = letter !== lower;
  // beside Latin letters it is an accented letter of another language
  if (/[a-z]/i.test(before) || /[a-z]/i.test(after)) return -0.5;
  if (isCapital && /[\u0430-\u045f]/.test(before)) return -0.5;
  if (!/[\u0400-\u045f]/.test(before) && !/[\u0400-\u045f]/.test(after)) return 0;
  const frequent = FREQUENT_CYRILLIC.indexOf(lower);
  const usual = frequent < 0 ? 0.1 : frequent < 16 ? 1 : 0.6;
  return isCapital && /[\u0410-\u042f]/.test(after) ? usual - 0.3 : usual;
}

const GREEK = /[\u0386\u0388-\u03ce]/;

/** Greek words keep their case, and have ς only at their end. */
function greekWeight(letter: string, before: string, after: string): number {
  if (!GREEK.test(letter)) return /[\u00a0\u00ab\u00bb\u2013\u2014\u2018-\u201e\u2026\u20ac]/.test(letter) ? 0.5 : -0.5;
  if (/[a-z]/i.test(before) || /[a-z]/i.test(after)) return -0.5;
  if (!GREEK.test(before) && !GREEK.test(after)) return 0;
  const lower = letter.toLowerCase();
  if (letter !== lower && /[\u03ac-\u03ce]/.test(before)) return -0.5;
  if (lower === 'ς' && GREEK.test(after)) return -0.5;
  const frequent = FREQUENT_GREEK.indexOf(lower);
  return frequent < 0 ? 0.1 : frequent < 14 ? 1 : 0.6;
}

/**
 * Letters of Polish and its neighbours. A letter that Western text has as well says less, because Western text is far
 * more common.
 */
function centralWeight(letter: string, before: string, after: string): number {
  if (!/[\u00c0-\u017e]/.test(letter)) return /[\u00a0\u2013\u2014\u2018-\u201e\u2026\u20ac]/.test(letter) ? 0.5 : -0.3;
  const isLetter = (other: string) => /[a-z\u00c0-\u017e]/i.test(other);
  if (!isLetter(before) && !isLetter(after)) return 0;
  if (letter !== letter.toLowerCase() && /[a-z]/.test(before)) return -0.3;
  // no language doubles them: they are other signs (£££, ¿¿)
  if (/[łżźćśńąęřĺ]/i.test(letter) && (letter === before || letter === after)) return -0.3;
  return /[ąćęłńóśźżáéíúýčďěňřšťůžőű]/i.test(letter) ? 0.9 : 0.3;
}

const KANA = /[\u3041-\u30ff]/;
const HAN = /\p{Script=Han}/u;
const WIDE_SIGN =
  /[\u3000-\u3002\u3008-\u3011\u2018-\u201d\u2026\u2014\uff01\uff08\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff5e\uffe5\u30fb\u30fc]/;

function wideWeight(letter: string, before: string, after: string, charset: Guessable): number {
  const isJapanese = charset === 'shift_jis' || charset === 'euc-jp';
  if (isHalfWidth(letter)) return isJapanese && /[^\0-\x7f]/.test(before + after) ? 0.1 : -0.5;
  if (WIDE_SIGN.test(letter)) return 0.8;
  if (KANA.test(letter)) return isJapanese ? 1 : 0.1;
  if (/[\uac00-\ud7a3]/.test(letter)) return charset === 'cp949' ? (FREQUENT_HANGUL.has(letter) ? 1 : 0.5) : -0.5;
  if (!HAN.test(letter)) return 0;
  if (charset === 'cp949') return -0.2;
  return FREQUENT_HAN.has(letter) ? 1 : 0.3;
}
