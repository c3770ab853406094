import { detectLanguage } from '../../../text/language.ts';
import { locales } from '../../../text/locale.ts';
import { truncate } from '../../../text/truncate.ts';
import { typedMeanings, typedWords } from '../../../text/typed.ts';
import { placeFirst } from '../../../text/when/named_zone.ts';
import { lengthFirst } from '../../../text/when/parse_from.ts';
import { timeFirst } from '../../../text/when/time_like.ts';
import { fromWallTime, wallTime } from '../../../text/when/zone.ts';
import { orderItems, returnList, ticketItems, wroteItems } from '../../desk/return_list.ts';
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
import { presenceLine } from '../../owner/presence.ts';
import { type Button, type Field, failed, type Reply } from '../../reply.ts';
import { wordsFor } from '../../talk/automatic_answer.ts';
import { leftToFillIn } from '../../talk/variable.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { paged } from '../paged.ts';
import { askAboutTime, askWhichMoment, exactly, momentOf, shown, wordsBehind } from '../words/moment.ts';
import { idIn, pageIn, splitFirst } from '../words/words.ts';
import { readAbsence, type Until } from './absence_read.ts';

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
/** What buttons say of one absence. */
const OF_ONE = ['cancel', 'plain'] as const;
const LABEL_GRAPHEMES = 30;
/** What a button says: in place of what was planned for a time that overlaps. */
const INSTEAD = 'instead';

/** '/away 3d', '/away until Friday I am at a fair', '/外出 周五', '/away off'; alone it shows how it stands. */
export const away: Command<Args> = {
  name: 'away',
  role: 'owner',
  changes: true,
  settles: true,
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

async function go(ctx: CommandContext, words: string, instead: boolean): Promise<Reply | Incomplete> {
  const read = readAbsence(momentOf(ctx), words);
  if (read && !read.until) return askHowLong(ctx, read.startsAt, wordsBehind(read.rest.trim()).words, instead);
  // what stands without a time may be anything: it must not become words to customers
  if (!read) return new Incomplete('time', 'nowhere', words);
  const { words: text, sure } = wordsBehind(read.rest.trim());
  const unread = sure ? undefined : (timeFirst(text) ?? lengthFirst(text) ?? placeFirst(text)?.name);
  if (unread !== undefined) return askWhatIsMeant(ctx, read, unread, text);
  const blank = leftToFillIn(text);
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
  const reply = withItselfOnly(ctx, read, text, withOldWords(ctx, made, texts, await howItStands(ctx, made)));
  const moved = met.filter(
    (one) => one.until.getTime() !== made.until.getTime() || one.startsAt.getTime() !== made.startsAt.getTime(),
  );
  if (moved.length === 0) return reply;
  const before = ctx.t.away.insteadOf(moved.map((one) => spanOf(ctx, one.startsAt, one.until)).join(', '));
  return { ...reply, hint: [before, reply.hint].filter(Boolean).join('\n') };
}

/** What begins later takes the place of an absence that would still last then. */
async function endOverlapped({ tx, now }: CommandContext, startsAt: Date): Promise<void> {
  const current = startsAt > now ? await currentAbsence(tx, now) : undefined;
  if (current && current.until >= startsAt) await comeBack(tx, now);
}

/** From then on: nobody is away before it is said how long. */
function askHowLong(ctx: CommandContext, from: Date, text: string, instead: boolean): Reply {
  const { timezone } = ctx.settings;
  const { day } = wallTime(from, timezone);
  const lastDays = [day, day + 2, day + 6].map((last) => fromWallTime({ day: last, minutes: 24 * 60 - 1 }, timezone));
  const buttons = lastDays.map((until) => [
    {
      label: spanOf(ctx, from, until),
      command: `/away ${instead ? `${INSTEAD} ` : ''}${exactly(ctx, from)} - ${exactly(ctx, until)}${text && ` | ${text}`}`,
    },
  ]);
  return failed(ctx.t.away.howLong(shown(ctx, from)), { buttons });
}

/** A day or an evening that is named alone may be the absence itself and not its end. */
function withItselfOnly(ctx: CommandContext, { itself }: Until, text: string, reply: Reply): Reply {
  if (!itself) return reply;
  const words = text && ` | ${text}`;
  const from = `/away ${INSTEAD} ${exactly(ctx, itself.from)}`;
  const only = {
    label: ctx.t.away.only(spanOf(ctx, itself.from, itself.until)),
    command: `${from} - ${exactly(ctx, itself.until)}${words}`,
  };
  const on = {
    label: ctx.t.away.fromThen(shown(ctx, itself.from)),
    command: `/away ${INSTEAD} from ${exactly(ctx, itself.from)}${words}`,
  };
  return { ...reply, buttons: [...(reply.buttons ?? []), [only], [on]] };
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

/** Two times that overlap may be one long absence, or the second corrects the first. */
function askWhetherBoth(ctx: CommandContext, met: Absence[], { startsAt, until }: Until, text: string): Reply {
  const from = new Date(Math.min(startsAt!.getTime(), ...met.map((one) => one.startsAt.getTime())));
  const to = new Date(Math.max(until.getTime(), ...met.map((one) => one.until.getTime())));
  const line = (first: Date, last: Date) =>
    `${first > ctx.now ? `${exactly(ctx, first)} - ` : ''}${exactly(ctx, last)}${text && ` | ${text}`}`;
  return failed(ctx.t.away.overlaps(met.map((one) => spanOf(ctx, one.startsAt, one.until)).join(', ')), {
    buttons: [
      [{ label: spanOf(ctx, from, to), command: `/away ${line(from, to)}` }],
      [
        {
          label: ctx.t.away.only(spanOf(ctx, startsAt!, until)),
          command: `/away ${INSTEAD} ${line(startsAt!, until)}`,
        },
      ],
    ],
  });
}

const spanOf = (ctx: CommandContext, from: Date, until: Date): string => `${shown(ctx, from)} – ${shown(ctx, until)}`;

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

/** What is planned; and while another absence lasts nothing about messages that come until then. */
async function howItStands(ctx: CommandContext, absence: Absence): Promise<Reply> {
  if (absence.startsAt <= ctx.now) return show(ctx);
  const { text, ...reply } = plannedReply(ctx, absence);
  return (await currentAbsence(ctx.tx, ctx.now)) ? reply : { ...reply, text: text! };
}

async function cancel(ctx: CommandContext, id?: string): Promise<Reply> {
  const cancelled = await cancelAbsence(ctx.tx, ctx.now, id);
  return cancelled ? { text: ctx.t.away.cancelled(spanOf(ctx, cancelled.startsAt, cancelled.until)) } : show(ctx);
}

/** Customers read what stands behind the time: a piece of another time must not become such words. */
function askWhatIsMeant(ctx: CommandContext, { startsAt, until }: Until, unread: string, text: string): Reply {
  const from = startsAt && startsAt > ctx.now ? `${exactly(ctx, startsAt)} - ` : '';
  const line = `/away ${from}${exactly(ctx, until)}`;
  return askAboutTime(ctx, unread, [
    { label: ctx.t.time.awayUntil(shown(ctx, until)), command: line },
    {
      label: ctx.t.time.awayTelling(shown(ctx, until), truncate(text, LABEL_GRAPHEMES)),
      command: `${line} | ${text}`,
    },
  ]);
}

async function show(ctx: CommandContext): Promise<Reply> {
  const absence = await currentAbsence(ctx.tx, ctx.now);
  const planned = await plannedAbsences(ctx.tx, ctx.now);
  if (!absence) return notAway(ctx, planned);
  const wrote = await wroteItems(ctx, ctx.t, ctx.locale, 1);
  return {
    title: (await presenceLine(ctx, ctx.t, ctx.locale))!,
    text: ctx.t.away.explained,
    fields: [...answerFields(ctx, absence), ...planned.map((one) => plannedField(ctx, one))],
    buttons: [
      [
        { label: ctx.t.away.off, command: '/away off' },
        ...(wrote.length > 0 ? [{ label: ctx.t.away.whoWrote, command: '/away list' }] : []),
      ],
      ...planned.map((one) => [cancelButton(ctx, one)]),
    ],
  };
}

/** Not away; perhaps one day. */
function notAway(ctx: CommandContext, [next, ...others]: Absence[]): Reply {
  const { t } = ctx;
  if (!next) {
    const spans = t.away.spans.map(({ label, typed }) => ({ label, command: `/away ${typed}` }));
    return { text: t.away.here, buttons: [spans] };
  }
  const { fields, buttons, ...reply } = plannedReply(ctx, next);
  return {
    ...reply,
    fields: [...fields!, ...others.map((one) => plannedField(ctx, one))],
    buttons: [...buttons!, ...others.map((one) => [cancelButton(ctx, one)])],
  };
}

function plannedReply(ctx: CommandContext, absence: Absence): Reply {
  return {
    title: ctx.t.away.planned(shown(ctx, absence.startsAt), shown(ctx, absence.until)),
    text: ctx.t.away.plannedHint,
    fields: answerFields(ctx, absence),
    buttons: [[{ label: ctx.t.away.cancelPlan, command: `/away cancel ${absence.id}` }]],
  };
}

function plannedField(ctx: CommandContext, { startsAt, until }: Absence): Field {
  return { label: ctx.t.away.plannedLabel, value: `${shown(ctx, startsAt)} – ${shown(ctx, until)}` };
}

function cancelButton(ctx: CommandContext, { id, startsAt }: Absence): Button {
  return { label: ctx.t.away.cancelOne(shown(ctx, startsAt)), command: `/away cancel ${id}` };
}

/** What customers are told, by their language. */
function answerFields(ctx: CommandContext, absence: Absence): Field[] {
  return locales.map((locale) => ({
    label: ctx.t.language.name[locale],
    value: wordsFor(ctx, absence, locale),
  }));
}

/** The list is the answer: what it tells is told. Typed by who is not away it means what is planned; said twice, or by the button of an old card, it does not. */
async function back(ctx: CommandContext): Promise<Reply> {
  const returned = await comeBack(ctx.tx, ctx.now);
  if (returned) return withPlans(ctx, await returnList(ctx, ctx.t, ctx.locale, await takeCollected(ctx)));
  return ctx.pressed || (await isJustBack(ctx.tx, ctx.now)) ? show(ctx) : cancel(ctx);
}

/** Being back now cancels nothing that is planned. */
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

function listPage(ctx: CommandContext, page: number, of: Listed): Promise<Reply> {
  const { t, locale } = ctx;
  const lists = {
    list: {
      title: t.away.whoWrote,
      load: (limit: number, offset: number) => wroteItems(ctx, t, locale, limit, offset),
    },
    tickets: { title: t.away.tickets, load: (limit: number, offset: number) => ticketItems(ctx, t, limit, offset) },
    orders: {
      title: t.away.orders,
      load: (limit: number, offset: number) => orderItems(ctx, t, locale, limit, offset),
    },
  };
  return paged(ctx, page, { ...lists[of], empty: t.away.nobody, command: `/away ${of}` });
}
