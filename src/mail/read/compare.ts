import { STRIKE } from '../../text/struck.ts';
import { withoutPictures } from '../fetch/marks.ts';
import { isProgramLine } from '../words/program_line.ts';
import { untold } from './telling.ts';

/** What mail programs write in plain text in place of a picture. */
const PICTURE = /\[(?:image|cid|inline image|图片|圖片|bild|imagen)\s?[:：]?[^[\]\n]{0,200}\]/gi;
const TARGET = /https?:\/\/[^\s<>()]{1,2000}/gi;
/** What remains of letters that a charset did not have. */
const LOST = /\p{L}[?\ufffd]+\p{L}|(?<=\s)[?\ufffd]\p{L}|\ufffd/gu;

/**
 * Whether the HTML of a mail tells its reader something that the plain text beside it does not: words and signs, or
 * their order, words struck out, figures set high or low, the target of a link, letters that the plain text lost. `own`
 * is the part of the HTML that is no history.
 */
export function saysMore(html: { all: string; own: string }, plain: string): boolean {
  if (untold(html.own.split('\n'), plain).length > 0 || lost(plain) > lost(html.all)) return true;
  if (html.own.includes(STRIKE.open) || setOff(html.own) > setOff(plain)) return true;
  return leadsOn(html.own, saidIn(plain));
}

/**
 * The paragraphs of the plain text that say something that the HTML does not, or say it in another order; '' for none.
 */
export function saidOnlyIn(plain: string, html: string): string {
  const paragraphs = withoutCutWord(plain, html).split(/\n[^\S\n]*\n/);
  const lines = paragraphs
    .flatMap((paragraph, at) => paragraph.split('\n').map((line) => ({ at, line: line.replace(PICTURE, ' ') })))
    .filter(({ line }) => lost(line) === 0 && !isProgramLine(line.trim()));
  // a question mark may also be what remains of a letter
  const asked = lines.map(({ line }) => line.replace(/[?？]/g, ' '));
  const only = untold(asked, withoutPictures(html)).map((index) => lines[index]!.at);
  const said = saidIn(html);
  const leading = lines.filter(({ line }) => leadsOn(line, said)).map(({ at }) => at);
  const shown = new Set([...only, ...leading]);
  return paragraphs.filter((_, at) => shown.has(at)).join('\n\n');
}

/** The plain text without its last word if the text was cut short within that word. */
function withoutCutWord(plain: string, whole: string): string {
  const [cut, word = ''] = /(\p{L}{1,40})\s?(?:\.{3}|…)\s*$/u.exec(plain) ?? [];
  return cut && whole.includes(word) ? plain.slice(0, -cut.length) : plain;
}

/** Whether a link in the text leads somewhere that the given targets do not. */
const leadsOn = (text: string, said: ReadonlySet<string>): boolean =>
  (text.match(TARGET) ?? []).some((target) => !said.has(bareTarget(target)));

const saidIn = (text: string): Set<string> => new Set((text.match(/[^\s<>()]{1,2000}/g) ?? []).map(bareTarget));

const bareTarget = (target: string): string =>
  target
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/(?<![/.,;:!?])[/.,;:!?]+$/, '');

const lost = (text: string) => text.replace(TARGET, ' ').match(LOST)?.length ?? 0;

const setOff = (text: string) => text.match(/[⁰¹²³⁴-ⁿ₀-₎]/gu)?.length ?? 0;
