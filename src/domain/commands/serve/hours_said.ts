import { readHours } from '../../../text/hours/days.ts';
import { clock, type Span, writeSpans } from '../../../text/hours/spans.ts';
import type { Sentence } from '../../../text/sentence/sentence.ts';
import type { Context } from '../../context.ts';
import { readWeek } from '../../serve/clock/hours.ts';
import type { Lines } from '../sell/order_said.ts';
import { splitFirst } from '../words/words.ts';

/** How a pattern says that only one end of the hours was named, or none: the others are those that are kept. */
const ENDS = ['closing', 'opening', 'also'];

export const isOneEnd = (words: string): boolean => ENDS.includes(splitFirst(words)[0]);

/**
 * The hours that a sentence means: we close at 4 on Fridays, 每周六十点开门, 周二营业. The week is shown where those days
 * have none to go by, or different ones.
 */
export async function hoursSaid(ctx: Context, { words }: Sentence): Promise<Lines | undefined> {
  const [end, rest] = splitFirst(words);
  const [time, days] = end === 'also' ? ['', rest] : splitFirst(rest);
  const week = readWeek(ctx.settings.hours);
  const said = readHours(`${days} 0-24`, { ...ctx.settings, now: ctx.now })[0]?.[0]?.days;
  if (!said || !('weekdays' in said)) return undefined;
  const kept = said.weekdays.map((nth) => week[nth] ?? []);
  const open = kept.filter(({ length }) => length > 0);
  if (end === 'also') return open.length > 0 ? lineOf('') : onLike(days, week);
  const [spans, ...others] = new Set(open.map(writeSpans));
  if (spans === undefined || others.length > 0 || open.length < kept.length) return lineOf('');
  return lineOf(`${days} ${cut(open[0]!, end === 'closing', time)}`);
}

const lineOf = (words: string): Lines => {
  const line = `/hours ${words}`.trim();
  return { line, shown: line };
};

/** As on the first day that is open. */
function onLike(days: string, week: readonly (readonly Span[])[]): Lines | undefined {
  const usual = week.find(({ length }) => length > 0);
  return usual && lineOf(`${days} ${writeSpans(usual)}`);
}

/** The last of the spans ends, or the first begins, when it was said. */
function cut(spans: readonly Span[], isEnd: boolean, time: string): string {
  const nth = isEnd ? spans.length - 1 : 0;
  const { from, to } = spans[nth]!;
  const said = isEnd ? `${clock(from)}-${time}` : `${time}-${clock(to)}`;
  return spans.map((one, at) => (at === nth ? said : writeSpans([one]))).join(' ');
}
