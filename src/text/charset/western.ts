/** What Western text looks like whose charset is not certain. */

/** How many characters were lost in decoding. */
export function lostIn(text: string): number {
  return text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
}

export const ACCENTED = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e]/;
export const LATIN = /[a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/i;

/** Whether everything in it is explained as Western text: signs and letters stand where they do in its languages. */
export function isWestern(text: string): boolean {
  const letters = [...text];
  return letters.every(
    (letter, at) => letter <= '\x7f' || !isStray(letter, letters[at - 1] ?? ' ', letters[at + 1] ?? ' '),
  );
}

/** `wysy³ka`, `z³`, `mo¿e`, `£atwo`, `jaŸñ`: letters of another charset, read as Western text. */
function isStray(letter: string, before: string, after: string): boolean {
  if (lostIn(letter) > 0 || (letter >= '\x80' && letter < '\xa0')) return true;
  if (letter === '³' || letter === '¹') return /[a-z]/.test(after) || /[a-ln-su-z]/.test(before);
  if (letter === '¿') return LATIN.test(before);
  if (letter === '£') return /[a-z]/.test(after);
  return ACCENTED.test(letter) && letter !== letter.toLowerCase() && /[a-z]/.test(before);
}

/** The letters that some languages have beside those of ASCII, and those on the keys of a French keyboard. */
const ALPHABETS = ['åäö', 'æøå', 'äöüß', 'éèçàù'].map((letters) => new RegExp(`^[${letters}]+$`));

/**
 * Whether there are accented letters alone, as people spell them (`ÅÄÖ`, `ÄÖÜ ß`, `ÑÑ`, `áéíóú`). In other charsets the same bytes
 * are letters of several languages, and cased otherwise.
 */
export function isLettersAlone(text: string): boolean {
  const words =
    text
      .replace(QUOTED, ' $1 ')
      .replace(DASHES, ' ')
      .match(/[^\0-\x7f]+/g) ?? [];
  if (words.join('').length > FEW_LETTERS) return false;
  if (!words.every(isCased)) return false;
  return (
    ALPHABETS.some((alphabet) => words.every((word) => alphabet.test(word.toLowerCase()))) ||
    words.every(isSpelled) ||
    isOfAccents(words)
  );
}

/** A text with more of them has words that tell. */
const FEW_LETTERS = 16;
/** Marks around letters or between blanks; elsewhere their bytes begin characters of Japanese. */
const QUOTED = /[“„‘«]([\u00c0-\u00ff ]{1,40})[”“’»]/g;
const DASHES = /(?<= )[–—•](?= )|(?<=\d ?)€|€(?= ?\d)/g;

/** Capitals stand in front. */
function isCased(word: string): boolean {
  const small = [...word].findIndex((letter) => letter !== letter.toUpperCase());
  return small < 0 || word.slice(small) === word.slice(small).toLowerCase();
}

/** One letter over and over, or the vowels with one of them. */
function isSpelled(word: string): boolean {
  const parts = [...word.toLowerCase()].map((letter) => letter.normalize('NFD'));
  if (parts.length > 1 && parts.every((part) => part === parts[0])) return ACCENTED.test(word);
  // `ÀÁÂÃÄÅ`: as they stand in a table
  if (parts.length > 3 && [...word].every((letter, at, all) => at === 0 || follows(letter, all[at - 1]!))) return true;
  return (
    parts.length > 2 &&
    parts.every((part, at) => part.length > 1 && part[1] === parts[0]![1] && (at === 0 || part > parts[at - 1]!))
  );
}

/** `éèêë àâ`: one letter with each of its accents. Words of other alphabets have fewer of those bytes. */
function isOfAccents(words: readonly string[]): boolean {
  const parts = words.map((word) => [...word.toLowerCase()].map((letter) => letter.normalize('NFD')));
  const isOne = (letters: readonly string[]) =>
    letters.length > 1 &&
    new Set(letters).size === letters.length &&
    letters.every((letter) => letter[0] === letters[0]![0] && /^.[\u0300-\u0302\u0308]$/.test(letter));
  return parts.every(isOne) && parts.some((letters) => letters.length > 3);
}

const follows = (letter: string, before: string): boolean => letter.codePointAt(0) === before.codePointAt(0)! + 1;

/** All the letters that one language has beside those of ASCII, as people spell them (`Åäö`, `æøå`); words may have them too. */
export function isAlphabet(text: string): boolean {
  const words = text.toLowerCase().match(/(?<![^\0-\x40])[^\0-\x7f]+(?![a-z])/g) ?? [];
  const others = text.toLowerCase().match(/[^\0-\x7f]/g) ?? [];
  const own = ['åäö', 'æøå', 'äöü', 'äöüß'].filter((letters) => words.every((word) => word === letters));
  return words.length > 0 && own.some((letters) => others.every((letter) => letters.includes(letter)));
}

const SOFT_HYPHEN = 0xad;
const NO_BREAK_SPACE = 0xa0;
const isPlain = (byte: number | undefined): boolean => byte !== undefined && /[a-z]/i.test(String.fromCharCode(byte));
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (isPlain(byte) || (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7));

/**
 * The bytes without the soft hyphens inside Western words, and with plain blanks; undefined if there are none. In other charsets such a
 * byte and the letter behind it are one character, which stands in no Western word. Unless the label names Latin-1, only
 * those count that have small letters of ASCII around them.
 */
export function withoutHyphens(bytes: Uint8Array, named: boolean): Uint8Array | undefined {
  const isHyphen = (byte: number, at: number): boolean => {
    if (byte !== SOFT_HYPHEN || !isLetter(bytes[at - 1]) || !isLetter(bytes[at + 1])) return false;
    const near = [at - 2, at - 1, at + 1, at + 2].map((place) => isPlain(bytes[place]));
    return named ? near.includes(true) : !near.includes(false);
  };
  if (!bytes.includes(SOFT_HYPHEN) || !bytes.some(isHyphen)) return undefined;
  const kept = bytes.filter((byte, at) => !isHyphen(byte, at));
  return kept.map((byte, at) =>
    byte === NO_BREAK_SPACE && !(kept[at - 1]! >= 0x80 && kept[at - 1]! < 0xc0 && kept[at - 1] !== NO_BREAK_SPACE)
      ? 0x20
      : byte,
  );
}
