import { plainly } from '../../plainly.ts';
import { formatClock, type WhenContext } from '../format_when.ts';
import { parseWhenFirst, type When } from '../parse_when.ts';

/** What four figures next to a time may be: each moment with the words that are left then. */
export interface HourOrWords {
  figures: string;
  /** The hour first. */
  moments: { at: Date; words: string }[];
}

/** What parts a time from words that are no part of it: 1900: we talk. */
const PARTED = /[:：|｜\n]\s*$/u;
const AT_END =
  /(?:^|[^\d:.,/-])(?<!\b(?:at|by|around|@)\s)(?<figures>(?:[01]\d|2[0-3]|24(?=00))[0-5]\d)(?<mark>[^\p{L}\p{N}]*)$/iu;
/** （1900）两个一起: the hour, perhaps, said once more. */
const IN_BRACKETS =
  /^[（(【[「]\s{0,3}(?<figures>(?:[01]\d|2[0-3]|24(?=00))[0-5]\d)\s{0,3}[)）】\]」][\s,，。.:：;；]*(?=\S)/u;
const OPENS = /[（(【[「{<*]\s{0,3}$/u;
const AT_START =
  /^(?<figures>(?:[01]\d|2[0-3]|24(?=00))[0-5]\d)(?![\d/:.%a-z]|,\d|\s?[-–—~至到]\s?\d)(?<mark>[\s,，。.:：;；]*)(?=\S)/u;

/** Said to somebody, with its end, and of no number: what stands in front of it is an hour. Hello Kitty cups and 您好像 are none. */
const GREETS =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: [\p{Lu}\p{Ll}][\p{L}'’-]+)?(?=[,.!]|$)|(?:[您你]好|大家好|[早晚]上好|亲)(?=[,，。!！~～、\s啊呀呢]|$))/iu;
/** An hour that is said already, so that no figures behind it are one. */
const CLOCK = /\d\s?(?:[:：.]\d\d|[ap]\.?m\b|[点點时時h]|o['’]?clock)|\b(?:noon|midday|midnight)\b|正午|半夜|午夜/iu;
/** Written as a sum or a measure, whatever follows: 1900€, 1900 EUR, 1900元。 Not the 元 of 元旦, nor a pound cake. */
const WRITTEN_SUM =
  /^\d{4}\s?(?:[$€£¥%]|(?:eur|usd|gbp|cny|rmb|chf|jpy|hkd|aud|cad|sgd|nzd|sek|nok|dkk|pln|kg|km|cm|mm|ml)\b|[元块](?!\p{Script=Han}))/iu;

/**
 * Bare figures that were read for an hour (tomorrow 1900 for both), or left among the words (tomorrow 1900 cups). No word behind them
 * says which: a box is waiting, your share, 月饼到了, 您的余额 fit either way, and lists of such words were wrong for about half of what
 * had not been thought of. `said` is what was read for the time, `text` what stands behind it. Undefined: they are surely the one or the other.
 */
export function hourOrWords(
  when: When & { said: string },
  text: string,
  context: WhenContext,
): HourOrWords | undefined {
  return readForHour(when, text, context) ?? amongWords(when, text, context);
}

/** The end of a stretch of time as it was typed: friday, of tomorrow - friday. */
export const endOfRange = (said: string): string =>
  said.replace(/^.{0,80}(?:\s[-–—]|[–—~～至到]|\b(?:to|until|till?)\b)\s*/u, '');

function readForHour(when: When & { said: string }, text: string, context: WhenContext): HourOrWords | undefined {
  const { figures, mark } = AT_END.exec(plainly(when.said))?.groups ?? {};
  if (figures === undefined || mark === undefined || PARTED.test(mark) || GREETS.test(text)) return undefined;
  const clock = formatClock(when.at, context.timezone).replace(':', '');
  if (clock !== figures.replace('2400', '0000')) return undefined;
  const before = when.said.slice(0, when.said.length - mark.length - figures.length);
  // a bracket that opens there opens the words
  const start = before.replace(OPENS, '').length;
  const day = parseWhenFirst(when.said.slice(0, start), context);
  if (!day) return undefined;
  const whole = `${when.said.slice(start).trimEnd()}${/\s$/u.test(when.said) ? ' ' : ''}${text}`;
  return {
    figures,
    moments: [
      { at: when.at, words: text },
      { at: day.at, words: whole },
    ],
  };
}

/** Four figures that the words behind `said`, a time without an hour, begin with, and that are written neither as a sum nor as the beginning of a date. */
export function figuresFirst(said: string, text: string): string | undefined {
  const plain = plainly(text);
  if (CLOCK.test(plainly(said))) return undefined;
  return WRITTEN_SUM.test(plain) ? undefined : /^\d{4}(?![\d/:.%a-z]|,\d)(?=\s*\S)/iu.exec(plain)?.[0];
}

/** Left there for what they seemed to count, and still perhaps the hour: 2000 boxes. */
function amongWords(when: When & { said: string }, text: string, context: WhenContext): HourOrWords | undefined {
  const found = AT_START.exec(plainly(text)) ?? IN_BRACKETS.exec(plainly(text));
  const figures = found?.groups?.figures;
  if (!found || figures === undefined || WRITTEN_SUM.test(plainly(text))) return undefined;
  const at = parseWhenFirst(`${when.said.trimEnd()} ${figures.slice(0, 2)}:${figures.slice(2)}`, context);
  if (!at || at.dateOnly || at.rest !== '') return undefined;
  return {
    figures,
    moments: [
      { at: at.at, words: text.slice(found[0].length) },
      { at: when.at, words: text },
    ],
  };
}
