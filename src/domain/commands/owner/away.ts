import { blankIn } from '../../../text/blank.ts';
import { detectLanguage } from '../../../text/language.ts';
import { truncate } from '../../../text/truncate.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { figuresFirst } from '../../../text/when/figures/hour_or_words.ts';
import { placeFirst } from '../../../text/when/named_zone.ts';
import { lengthFirst } from '../../../text/when/parse_from.ts';
import { restOfTime } from '../../../text/when/time_like.ts';
import {
  countOrders,
  countTickets,
  countWrote,
  listedAt,
  orderItems,
  returnList,
  ticketItems,
  wroteItems,
} from '../../desk/return_list.ts';
import {
  type Absence,
  cancelAbsence,
  comeBack,
  currentAbsence,
  forgetTexts,
  goAway,
  isJustBack,
  plannedAbsences,
  plannedWithin,
  takeCollected,
} from '../../owner/away.ts';
import { failed, type Reply } from '../../reply.ts';
import { leftToFillIn } from '../../talk/variable.ts';
import type { Command, CommandContext } from '../command.ts';
import { paged } from '../paged.ts';
import { wordsInDoubt } from '../words/in_doubt.ts';
import { askWhichMoment, exactly, momentOf, shown, wordsBehind } from '../words/moment.ts';
import { idIn, pageIn, splitFirst } from '../words/words.ts';
import {
  askHowLong,
  askOfFigures,
  askWhatIsMeant,
  askWhetherBoth,
  askWhichDays,
  askWhichIsIt,
  askWhichYear,
  askWithDates,
  INSTEAD,
  LABEL_GRAPHEMES,
} from './absence_questions.ts';
import { readAbsence, type Until } from './absence_read.ts';
import { cancelButton, howItStands, show, spanOf } from './absence_shown.ts';

type Args =
  | { act: 'show' | 'back' }
  | { act: 'cancel' | 'plain'; id: string }
  | { act: 'list'; of: Listed; page: number }
  | { act: 'go'; words: string; instead: boolean };

const BACK = typedWords(({ away: { back } }) => back);
/** What the list at the return tells of. */
type Listed = 'list' | 'tickets' | 'orders';
const LISTS = typedMeanings<Listed>(({ away: { lists } }) => lists);
/** Customers are told what stands behind a time: only a page number makes these words a list. */
const pageOnly = (words: string): boolean => /^\d{0,4}$/.test(words.trim());
/** What a button's command can do to one absence. */
const OF_ONE = ['cancel', 'plain'] as const;
/** '/away 3d', '/away until Friday I am at a fair', '/外出 周五', '/away off'; alone it shows how it stands. */
export const away: Command<Args> = {
  name: 'away',
  role: 'owner',
  changes: true,
  settles: 'absence',
  onlyShows: ({ act }) => act === 'show' || act === 'list',
  parse(words) {
    const [first, rest] = splitFirst(words);
    if (!first) return { act: 'show' };
    if (BACK.has(first.toLowerCase()) && !rest) return { act: 'back' };
    const ofOne = OF_ONE.find((act) => act === first.toLowerCase());
    const id = idIn(rest);
    if (ofOne && id) return { act: ofOne, id };
    const of = LISTS.get(first.toLowerCase());
    if (of && (of === 'list' || pageOnly(rest))) return { act: 'list', of, page: pageIn(rest) };
    return first === INSTEAD ? { act: 'go', words: rest, instead: true } : { act: 'go', words, instead: false };
  },
  async run(ctx, args) {
    if (args.act === 'list') return listPage(ctx, args.page, args.of);
    if (args.act === 'back') return back(ctx);
    if (args.act === 'cancel') return cancel(ctx, args.id);
    if (args.act === 'plain') return plain(ctx, args.id);
    return args.act === 'go' ? go(ctx, args.words, args.instead) : show(ctx);
  },
};

async function go(ctx: CommandContext, words: string, instead: boolean): Promise<Reply> {
  const read = lastingToday(ctx, readAbsence(momentOf(ctx), words));
  if (read && 'festival' in read) return askWhichDays(ctx, read.festival, instead);
  if (read && !read.until) return askHowLong(ctx, read.startsAt, wordsBehind(read.rest.trim()).words, instead);
  // what stands without a time may be anything: it must not become words to customers
  if (!read) return askWithDates(ctx, words);
  const { words: text, sure } = wordsBehind(read.rest.trim());
  const front = words.trim().slice(0, words.trim().length - text.length);
  const time = front.trim();
  const inDoubt = sure ? undefined : wordsInDoubt(ctx, text, (said) => `/away ${said ? `${time} | ${said}` : time}`);
  if (inDoubt) return inDoubt;
  const figures = sure || text === '' ? undefined : askOfFigures(ctx, read, front, text);
  if (figures) return figures;
  const unread = sure ? undefined : (restOfTime(text) ?? lengthFirst(text) ?? placeFirst(text)?.name ?? read.bound);
  if (unread !== undefined) return askWhatIsMeant(ctx, read, unread, text);
  const left = sure ? undefined : figuresFirst(time, text);
  if (left !== undefined) return askWhatIsMeant(ctx, read, left, text);
  if (read.until < ctx.now) return failed(ctx.t.time.over(shown(ctx, read.until)));
  if (read.farOff) return askWhichYear(ctx, read, text);
  if (read.itself) return askWhichIsIt(ctx, read, read.itself, { time: time.replace(/\s*[|｜]$/, ''), text, instead });
  const blank = leftToFillIn(text) ?? blankIn(text);
  if (blank) return failed(ctx.t.away.nothingFilledIn(blank), { quote: text });
  const which = askWhichMoment(ctx, { at: read.until, ...read }, (at) => ({
    label: ctx.t.time.awayUntil(shown(ctx, at)),
    command: `/away ${exactly(ctx, at)}${text ? ` | ${text}` : ''}`,
  }));
  if (which) return which;
  const texts = text ? { [detectLanguage(text) ?? ctx.locale]: text } : {};
  const met = await metBy(ctx, read);
  if (!instead && !met.every((one) => isMoved(one, read, ctx.now))) return askWhetherBoth(ctx, met, read, text);
  if (instead && read.startsAt) await endOverlapped(ctx, read.startsAt);
  const made = await goAway(ctx, { ...read, texts, userId: ctx.user.id });
  const reply = withOldWords(ctx, made, texts, await howItStands(ctx, made));
  const moved = met.filter(
    (one) => one.until.getTime() !== made.until.getTime() || one.startsAt.getTime() !== made.startsAt.getTime(),
  );
  if (moved.length === 0) return reply;
  const before = ctx.t.away.insteadOf(moved.map((one) => spanOf(ctx, one.startsAt, one.until)).join(', '));
  return { ...reply, hint: [before, reply.hint].filter(Boolean).join('\n') };
}

/** Today, or the evening that has begun, lasts to its end: nobody says today for being back in an hour. */
function lastingToday({ now }: CommandContext, read: ReturnType<typeof readAbsence>): ReturnType<typeof readAbsence> {
  if (!read || 'festival' in read || !read.until || !read.itself || read.itself.from > now) return read;
  const { itself, ...until } = read;
  return { ...until, until: itself.until };
}

/** An absence that begins later replaces one that would still last then. */
async function endOverlapped({ tx, now }: CommandContext, startsAt: Date): Promise<void> {
  const current = startsAt > now ? await currentAbsence(tx, now) : undefined;
  if (current && current.until >= startsAt) await comeBack(tx, now);
}

/** The absence that lasts is met by one that begins before its end; what is planned, by any that has a moment of it. */
async function metBy(ctx: CommandContext, { startsAt, until }: Until): Promise<Absence[]> {
  if (!startsAt || startsAt <= ctx.now) return [];
  const current = await currentAbsence(ctx.tx, ctx.now);
  const met = await plannedWithin(ctx, startsAt, until);
  return current && current.until > startsAt ? [current, ...met.filter(({ id }) => id !== current.id)] : met;
}

/** Said anew with the same beginning or end it is the same absence; within a longer one nothing of it is lost. */
function isMoved(planned: Absence, { startsAt, until }: Until, now: Date): boolean {
  if (planned.startsAt <= now) return false;
  const [from, to] = [planned.startsAt.getTime(), planned.until.getTime()];
  const [newFrom, newTo] = [startsAt!.getTime(), until.getTime()];
  return from === newFrom || to === newTo || (newFrom <= from && newTo >= to);
}

/** Words said for another time are not told to customers without a word to the owner. */
function withOldWords(ctx: CommandContext, { id, texts }: Absence, said: Absence['texts'], reply: Reply): Reply {
  const kept = Object.entries(texts).filter(([locale]) => !(locale in said));
  if (kept.length === 0) return reply;
  const words = kept.map(([, text]) => truncate(text, LABEL_GRAPHEMES)).join(' / ');
  const button = { label: ctx.t.away.ourWords, command: `/away plain ${id}` };
  return { ...reply, hint: ctx.t.away.keptWords(words), buttons: [...(reply.buttons ?? []), [button]] };
}

async function plain(ctx: CommandContext, id: string): Promise<Reply> {
  const absence = await forgetTexts(ctx.tx, ctx.now, id);
  return absence ? howItStands(ctx, absence) : show(ctx);
}

async function cancel(ctx: CommandContext, id?: string): Promise<Reply> {
  const cancelled = await cancelAbsence(ctx.tx, ctx.now, id);
  return cancelled ? { text: ctx.t.away.cancelled(spanOf(ctx, cancelled.startsAt, cancelled.until)) } : show(ctx);
}

/** The list is the answer: what it tells is told. Typed by who is not away it means what is planned; said twice, or by the button of an old card, it does not. */
async function back(ctx: CommandContext): Promise<Reply> {
  const returned = await comeBack(ctx.tx, ctx.now);
  if (returned) return withPlans(ctx, await returnList(ctx, ctx.t, ctx.locale, await takeCollected(ctx)));
  return ctx.pressed || (await isJustBack(ctx.tx, ctx.now)) ? show(ctx) : cancel(ctx);
}

/** Coming back now does not cancel a planned absence. */
async function withPlans(ctx: CommandContext, list: Reply): Promise<Reply> {
  const planned = await plannedAbsences(ctx.tx, ctx.now);
  if (planned.length === 0) return list;
  const hint = ctx.t.away.stillPlanned(planned.map((one) => spanOf(ctx, one.startsAt, one.until)).join(', '));
  const buttons = planned.map((one) => [cancelButton(ctx, one)]);
  return {
    ...list,
    hint: [list.hint, hint].filter(Boolean).join('\n'),
    buttons: [...(list.buttons ?? []), ...buttons],
  };
}

async function listPage(ctx: CommandContext, page: number, of: Listed): Promise<Reply> {
  const { t, locale } = ctx;
  const at = await listedAt(ctx);
  const lists = {
    list: {
      title: t.away.whoWrote,
      count: async () => (await countWrote(ctx, at)).places,
      load: (limit: number, offset: number) => wroteItems(ctx, t, locale, { at, limit, offset }),
    },
    tickets: {
      title: t.away.tickets,
      count: () => countTickets(ctx, at),
      load: (limit: number, offset: number) => ticketItems(ctx, t, { at, limit, offset }),
    },
    orders: {
      title: t.away.orders,
      count: () => countOrders(ctx, at),
      load: (limit: number, offset: number) => orderItems(ctx, t, locale, { at, limit, offset }),
    },
  };
  return paged(ctx, page, { ...lists[of], empty: t.away.nobody, command: `/away ${of}` });
}
