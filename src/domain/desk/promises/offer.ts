import { head } from '../../../text/cut.ts';
import type { Locale } from '../../../text/locale.ts';
import { type PromiseMade, promisesIn } from '../../../text/promise/promise.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { fromWallTime, wallTime } from '../../../text/when/zone.ts';
import { type Context, clockOf } from '../../context.ts';
import type { Button, Reply } from '../../reply.ts';
import type { Message } from '../../talk/message.ts';
import { exactTime } from './exact.ts';

/** In the morning, and before an evening, in minutes of the owner's day. */
const MORNING = 9 * 60;
const EVENING = 17 * 60;
const HOUR_MS = 3_600_000;
const WORDS_GRAPHEMES = 80;
/** So many times are offered. */
const MOST = 2;

/** What an answer of the owner's promises: in which words, and when reminders of it may come. */
export interface Offer {
  words: string;
  buttons: Button[][];
  /** Several things: each has a reminder of its own. */
  several: boolean;
}

/** Which of the promises of an answer a button means: 'm12' the first, 'm12.2' the second. */
export const promiseRef = (messageId: string, nth: number): string => `m${messageId}${nth > 1 ? `.${nth}` : ''}`;

/** Undefined: nothing is promised for a time, or the owner wants no such offers. Nothing is made before a button is pressed. */
export function promiseOffer(
  ctx: Pick<Context, 'now' | 'settings'>,
  t: Texts,
  locale: Locale,
  message: Pick<Message, 'id' | 'text'>,
): Offer | undefined {
  const { now, settings } = ctx;
  if (settings.promiseOffers === 'off') return undefined;
  const { timezone, country } = settings;
  const made = promisesIn(message.text, { now, timezone, country, locale });
  if (made.length === 0) return undefined;
  const several = made.length > 1;
  const remind = made.flatMap((one, nth) =>
    timesFor(one, now, timezone)
      .slice(0, several ? 1 : MOST)
      .map((at): Button => {
        const label = t.promise.remind(formatWhen(at, clockOf(ctx, locale)));
        return {
          label,
          command: `/promise ${promiseRef(message.id, nth + 1)} ${exactTime(at, timezone)}`,
          outlasts: true,
        };
      }),
  );
  const no: Button = { label: t.promise.no, command: `/promise m${message.id} ${t.typed.no[0]!}`, outlasts: true };
  return { words: made.map(({ words }) => promiseWords(words)).join(' · '), buttons: [[...remind, no]], several };
}

/** The words of a promise, as they are shown and remembered. */
export const promiseWords = (words: string): string =>
  truncate(head(words.replace(/\s+/gu, ' '), 400), WORDS_GRAPHEMES);

/** Under the line that confirms the answer. */
export function withPromise(
  ctx: Pick<Context, 'now' | 'settings'>,
  t: Texts,
  locale: Locale,
  message: Pick<Message, 'id' | 'text'>,
  reply: Reply,
): Reply {
  const offer = promiseOffer(ctx, t, locale, message);
  if (!offer) return reply;
  const said = t.promise.offer(offer.words);
  return {
    ...reply,
    hint: reply.hint ? `${reply.hint}\n${said}` : said,
    buttons: [...(reply.buttons ?? []), ...offer.buttons],
  };
}

/** The morning of that day and an hour before the hour that was said; what is to be done by a day, the evening before as well. */
function timesFor({ at, dateOnly, by, lastDay }: PromiseMade, now: Date, timezone: string): Date[] {
  const { day } = wallTime(at, timezone);
  const on = (days: number, minutes: number) => fromWallTime({ day: day + days, minutes }, timezone);
  const before = new Date(at.getTime() - HOUR_MS);
  const morning = on(0, MORNING);
  if (lastDay) return [fromWallTime({ day: wallTime(lastDay, timezone).day, minutes: MORNING }, timezone), morning];
  const wanted = dateOnly
    ? [morning, ...(by ? [on(-1, EVENING)] : []), on(0, EVENING)]
    : [...(morning < before ? [morning] : []), before, at];
  const ahead = wanted.filter((one) => one > now);
  const offered = (ahead.length > 0 ? ahead : [at]).slice(0, dateOnly && !by ? 1 : MOST);
  return offered.filter((one, nth) => offered.findIndex((other) => +other === +one) === nth);
}
