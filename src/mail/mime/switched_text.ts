import iconv from 'iconv-lite';
import { lostIn } from '../../text/charset/guess.ts';
import { FREQUENT_HAN } from '../../text/frequent_letters.ts';

const [ESC, SO, SI] = ['\x1b', '\x0e', '\x0f'];

/** What switches to characters of several bytes (ISO 2022, as RFC 1468, 1554, 1557 and 1922 use it): how the eight-bit charset marks the same bytes. */
const SETS: Readonly<Record<string, { charset: string; mark?: string; size: 1 | 2 }>> = {
  '$@': { charset: 'euc-jp', size: 2 },
  $B: { charset: 'euc-jp', size: 2 },
  '$(B': { charset: 'euc-jp', size: 2 },
  '$(D': { charset: 'euc-jp', mark: '\x8f', size: 2 },
  '(I': { charset: 'euc-jp', mark: '\x8e', size: 1 },
  $A: { charset: 'gb18030', size: 2 },
  '$(A': { charset: 'gb18030', size: 2 },
  '$(C': { charset: 'cp949', size: 2 },
};
/** A line break ends a run, whether or not its writer closed it. */
const ESCAPED = new RegExp(String.raw`${ESC}(\$@|\$B|\$\([ABCD]|\$A|\(I)([^${ESC}\r\n]*)(?:${ESC}\([BJH])?`, 'g');
/** ISO-2022-KR and -CN name the other set once, and shift to it and back. */
const SHIFTED = new RegExp(String.raw`${SO}([^${SO}${SI}${ESC}\r\n]*)(?:${SI}|(?=[\r\n])|$)`, 'g');
const TO_KOREAN = `${ESC}$)C`;
const TO_CHINESE = `${ESC}$)A`;
/** HZ (RFC 1843). It has no escape character: its words alone tell it from a program's text. */
const BRACED = /~\{((?:[!-w][!-~])+)(?:~\}|(?=[\r\n]|$))/g;
const ONE_WORD = /^(?:[A-Z]+|[a-z]+|\d+)$/;
const SHARE_OF_FREQUENT = 0.4;

/**
 * Text in which runs of another charset are announced in seven bits, with those read: the announcement is evidence whatever a label says.
 * Runs that come out broken stay as they are.
 */
export function switched(text: string): string {
  const escaped = text.includes(ESC) ? text.replace(ESCAPED, readEscaped) : text;
  const shifted = escaped.includes(SO) ? readShifted(escaped) : escaped;
  return shifted.includes('~{') ? readBraced(shifted) : shifted;
}

function readEscaped(run: string, set: string, letters: string): string {
  const { charset, mark = '', size } = SETS[set]!;
  return readRun(letters, charset, size, mark) ?? run;
}

function readShifted(text: string): string {
  const charset = text.includes(TO_CHINESE) ? 'gb18030' : 'cp949';
  return text
    .replace(SHIFTED, (run: string, letters: string) => readRun(letters, charset, 2) ?? run)
    .replaceAll(TO_KOREAN, '')
    .replaceAll(TO_CHINESE, '');
}

/** Undefined where its bytes are no characters. Blanks among them stand for themselves; what was cut at the end is left out. */
function readRun(letters: string, charset: string, size: 1 | 2, mark = ''): string | undefined {
  const words = letters.split(/([^!-~]+)/).map((word, nth) => {
    if (nth % 2 === 1) return word;
    const whole = word.slice(0, word.length - (word.length % size));
    const eight = whole.replace(size === 1 ? /[!-~]/g : /[!-~]{2}/g, (letter) => mark + high(letter));
    return iconv.decode(Buffer.from(eight, 'latin1'), charset);
  });
  const read = words.join('');
  return lostIn(read) * 4 > read.length ? undefined : read;
}

function readBraced(text: string): string {
  const runs = [...text.matchAll(BRACED)].map(([, letters = '']) => letters);
  const read = runs.map((letters) => readRun(letters, 'gb18030', 2) ?? '').join('');
  const characters = [...read].filter((letter) => letter > '\u3002');
  const frequent = characters.filter((letter) => FREQUENT_HAN.has(letter) || !/\p{Script=Han}/u.test(letter));
  const isWritten = lostIn(read) === 0 && !runs.every((letters) => ONE_WORD.test(letters));
  if (!isWritten || frequent.length < Math.max(1, characters.length * SHARE_OF_FREQUENT)) return text;
  return text.replace(BRACED, (run: string, letters: string) => readRun(letters, 'gb18030', 2) ?? run);
}

function high(letters: string): string {
  return letters.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) | 0x80));
}
