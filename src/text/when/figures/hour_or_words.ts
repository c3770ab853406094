import { plainly } from '../../plainly.ts';
import { formatClock, type WhenContext } from '../format_when.ts';
import { parseWhenFirst, type When } from '../parse_when.ts';
import { timeFirst } from '../time_like.ts';
import { isOwnSentence } from './own_sentence.ts';

/** What four figures next to a time may be: each moment with the words that are left then. */
export interface HourOrWords {
  figures: string;
  moments: { at: Date; words: string }[];
}

/** What parts a time from words that are no part of it: 1900: we talk. */
const PARTED = /[:：|｜\n–—)\]}]\s*$|\s-\s*$/u;
const AT_END =
  /(?:^|[^\d:.,/-])(?<!\b(?:at|by|around|@)\s)(?<figures>(?:[01]\d|2[0-3]|24(?=00))[0-5]\d)(?<mark>[^\p{L}\p{N}]*)$/iu;
const AT_START = /^(?<figures>(?:[01]\d|2[0-3]|24(?=00))[0-5]\d)(?![\d/:.%a-z]|,\d)(?<mark>[\s,，。.:：;；]*)(?=\S)/u;

/**
 * Bare figures that were read for an hour (tomorrow 1900 for both), or left among the words (tomorrow 1900 cups), where neither is sure.
 * `said` is what was read for the time, `text` what stands behind it.
 */
export function hourOrWords(
  when: When & { said: string },
  text: string,
  context: WhenContext,
): HourOrWords | undefined {
  return when.dateOnly ? amongWords(when, text, context) : readForHour(when, text, context);
}

function readForHour(when: When & { said: string }, text: string, context: WhenContext): HourOrWords | undefined {
  const { figures, mark } = AT_END.exec(plainly(when.said))?.groups ?? {};
  if (figures === undefined || mark === undefined || PARTED.test(mark) || isOwnSentence(text)) return undefined;
  const clock = formatClock(when.at, context.timezone).replace(':', '');
  if (clock !== figures.replace('2400', '0000')) return undefined;
  const start = when.said.length - mark.length - figures.length;
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

/** Left there for what they seemed to count, and still perhaps the hour: 2000 boxes. */
function amongWords(when: When & { said: string }, text: string, context: WhenContext): HourOrWords | undefined {
  const found = AT_START.exec(plainly(text));
  const figures = found?.groups?.figures;
  if (!found || figures === undefined || timeFirst(text) === undefined) return undefined;
  const at = parseWhenFirst(`${when.said.trimEnd()} at ${figures}`, context);
  if (!at || at.dateOnly || at.rest !== '') return undefined;
  return {
    figures,
    moments: [
      { at: when.at, words: text },
      { at: at.at, words: text.slice(found[0].length) },
    ],
  };
}
