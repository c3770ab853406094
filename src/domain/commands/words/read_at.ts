import { timeIn } from '../../../text/when/time_like.ts';
import { parseWhen } from '../../../text/when/when.ts';
import type { Context } from '../../context.ts';
import { type Button, buttonsOf, type Reply } from '../../reply.ts';
import type { AnyCommand } from '../command.ts';

/** The commands whose words may hold a time. */
export const READ_TIMES: readonly AnyCommand['name'][] = [
  'task',
  'taskall',
  'later',
  'orders',
  'takings',
  'leads',
  'tickets',
  'inbox',
  'snooze',
  'postpone',
  'next',
  'promise',
  'away',
  'spare',
  'post',
  'call',
  'quote',
  'csat',
];
/** One of them in a line of several too, or in what an addition goes on with. */
const LINE = new RegExp(`/(?:${READ_TIMES.join('|')})\\s(.*)`, 'gs');
/** What `exactly` writes: it says the same whenever it is read. */
const EXACT = /\d{4}-\d\d-\d\d \d\d:\d\d/g;
const REF = /(?<!\S)[cvos#]?\d+(?!\S)/gi;

/**
 * The reply to what somebody typed, or to a button that repeats it: where its buttons and its question repeat a time of theirs, that is
 * read as it was at `at`, whenever they are pressed or answered.
 */
export function readingAt(ctx: Pick<Context, 'settings'>, reply: Reply, typed: string, at: Date): Reply {
  const repeats = (line: string) => repeatsTime(ctx, line, typed, at);
  const isMeant = (button: Button) => button.readAt === undefined && repeats(button.command);
  const isQuestion = reply.rest && reply.rest.need !== 'time' && repeats(`${reply.rest.before} ${reply.rest.after}`);
  if (!isQuestion && !buttonsOf(reply).some(isMeant)) return reply;
  const readAt = at.toISOString();
  const dated = (button: Button): Button => (isMeant(button) ? { ...button, readAt } : button);
  return {
    ...reply,
    ...(isQuestion && reply.rest && { rest: { readAt, ...reply.rest } }),
    ...(reply.buttons && { buttons: reply.buttons.map((row) => row.map(dated)) }),
    ...(reply.lists && {
      lists: reply.lists.map((list) => ({
        ...list,
        items: list.items.map((item) => (item.buttons ? { ...item, buttons: item.buttons.map(dated) } : item)),
      })),
    }),
  };
}

/** A time of ours (in an hour, tomorrow) is counted from the press. */
function repeatsTime({ settings }: Pick<Context, 'settings'>, line: string, typed: string, now: Date): boolean {
  const words = [...line.matchAll(LINE)]
    .map(([, behind]) => behind!.replace(EXACT, ' ').replace(REF, ' ').trim())
    .join(' ');
  if (words === '' || !words.split(/\s+/).some((word) => typed.includes(word))) return false;
  const moment = { now, timezone: settings.timezone, country: settings.country, locale: settings.locale };
  return timeIn(words) !== undefined || parseWhen(words, moment) !== undefined;
}
