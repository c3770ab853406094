import { formatMoney, type Money, parseMoney, plainDecimal } from '../../../text/money/money.ts';
import { readAmount } from '../../../text/money/read_amount.ts';
import { type SecondWords, type State, secondWordsIn } from '../../../text/sentence/second_words.ts';
import { texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { fromNow } from '../../../text/when/from_now.ts';
import { otherTime } from '../../../text/when/other_time.ts';
import { parseWhen } from '../../../text/when/when.ts';
import { type Context, localeOf } from '../../context.ts';
import { leadButtons } from '../../desk/contact_card.ts';
import type { User } from '../../owner/user.ts';
import type { Button, Thing } from '../../reply.ts';
import { type Lead, loadLead, openLeadsOf } from '../../sell/lead.ts';
import { quoteLines } from '../../sell/quote/lines.ts';
import { loadTicket } from '../../serve/ticket.ts';
import { taskButtons } from '../../tasks/buttons.ts';
import { loadTask } from '../../tasks/task.ts';
import { answerOf } from '../../undo/entry.ts';
import { endingOf, lastActs, lastChangeOf, lastTouched } from '../../undo/touched.ts';
import type { AnyCommand, CommandContext } from '../command.ts';
import { quoteLineOf } from '../sell/quote/said_under.ts';
import { spokenLine } from '../who/spoken.ts';
import { writeValues } from './values.ts';

const TITLE_GRAPHEMES = 30;
const LINE_GRAPHEMES = 40;

/** What words under what tells of a lead, task or ticket mean for it; `sure`: the first of the buttons, and nothing else. */
export interface Meant {
  buttons: Button[];
  sure: boolean;
  /** It may as well be said to somebody. */
  bare?: true;
}

/** The command that sets a state of a thing; any other state is asked about. */
const SETS: Readonly<Record<Thing['noun'], Partial<Record<State, AnyCommand['name']>>>> = {
  lead: { won: 'won', lost: 'lost' },
  task: { done: 'done' },
  ticket: { done: 'resolve' },
};

/** Undefined: the words speak of no change that the thing can have. */
export async function meantForThing(ctx: Context, user: User, thing: Thing, text: string): Promise<Meant | undefined> {
  const ofQuote = thing.noun === 'lead' ? await quoteLineOf(ctx, user, thing.id, text) : undefined;
  if (ofQuote) return { buttons: [ofQuote], sure: true };
  const said = secondWordsIn(text);
  if (!said) return undefined;
  if ('state' in said) return stateOf(ctx, user, thing, said);
  if (thing.noun === 'ticket') return undefined;
  const meant = await (thing.noun === 'task'
    ? timeOf(ctx, user, thing.id, said)
    : amountOfLead(ctx, user, thing.id, said));
  // nothing but an amount or a time may be said to somebody as well
  return meant && said.bare ? { ...meant, sure: false, bare: true } : meant;
}

/**
 * The same where no card is answered: of what this user changed last, the latest of each kind that it may be said of. Each button names
 * it; `latest`: nothing else was done since.
 */
export async function meantForTouched(
  ctx: Context,
  user: User,
  text: string,
): Promise<{ buttons: Button[]; latest: boolean }> {
  const said = secondWordsIn(text);
  const meant: { buttons: Button[]; latest: boolean } = { buttons: [], latest: false };
  if (!said || ('bare' in said && said.bare && !isValue(ctx, user, said.change))) return meant;
  if ('vague' in said && said.vague) return { buttons: await lastTaskDropped(ctx, user), latest: true };
  const nouns = new Set<Thing['noun']>();
  for (const [nth, thing] of (await lastTouched(ctx.tx, user.id, ctx.now)).entries()) {
    if (thing === null || nouns.has(thing.noun)) continue;
    const { buttons } = (await meantForThing(ctx, user, thing, text)) ?? { buttons: [] };
    if (buttons.length === 0) continue;
    nouns.add(thing.noun);
    meant.latest ||= nth === 0;
    meant.buttons.push(...(await naming(ctx, thing, buttons)));
  }
  return meant;
}

/** Not needed after all: the task that was noted last of all, and nothing else. */
async function lastTaskDropped(ctx: Context, user: User): Promise<Button[]> {
  const [last] = await lastTouched(ctx.tx, user.id, ctx.now);
  const task = last?.noun === 'task' ? await loadTask(ctx.tx, last.id) : undefined;
  if (!task || task.doneAt) return [];
  const t = texts(localeOf(ctx, user));
  const title = truncate(task.title, TITLE_GRAPHEMES);
  return [{ label: task.repeats ? `${title} · ${t.button.end}` : t.task.drop(title), command: `/end ${task.id}` }];
}

/** Where nothing is answered, a time alone says nothing of whose it is. */
async function naming(ctx: Context, { noun, id }: Thing, buttons: Button[]): Promise<Button[]> {
  const title = noun === 'task' ? truncate((await loadTask(ctx.tx, id))?.title ?? '', TITLE_GRAPHEMES) : '';
  return title === '' ? buttons : buttons.map((one) => ({ ...one, label: `${title} · ${one.label}` }));
}

/** Nothing but an amount or a time. */
function isValue({ now, settings }: Context, user: User, text: string): boolean {
  const { timezone, country, currency } = settings;
  if (parseMoney(text, currency)) return true;
  return parseWhen(fromNow(text), { now, timezone, country, locale: localeOf({ settings }, user) })?.rest === '';
}

/** What takes back what this user did last, where they cancel it; each says what it is. An answer that has left cannot be taken back. */
export async function cancelTouched(ctx: CommandContext): Promise<Button[]> {
  const buttons: Button[] = [];
  for (const entry of await lastActs(ctx.tx, ctx.user.id, ctx.now)) {
    if ((await answerOf(ctx.tx, entry.id))?.left) continue;
    const label = ctx.t.desk.undoOf(truncate(await spokenLine(ctx, entry), LINE_GRAPHEMES));
    buttons.push({ label, command: `/undo ${entry.id}` });
  }
  return buttons;
}

async function amountOfLead(ctx: Context, user: User, id: string, said: Change): Promise<Meant | undefined> {
  const lead = await loadLead(ctx.tx, id);
  return lead && amountOf(ctx, user, lead, said);
}

/** The same under a customer's own card, where it may well be said to them: the one lead of theirs that is open, else none. */
export async function meantForLeadOf(ctx: Context, user: User, contactId: string, text: string): Promise<Button[]> {
  const said = secondWordsIn(text);
  if (!said || 'state' in said || !said.sure || !parseMoney(said.change, ctx.settings.currency)) return [];
  const [lead, ...others] = await openLeadsOf(ctx.tx, contactId);
  return lead && others.length === 0 ? ((await amountOf(ctx, user, lead, said))?.buttons ?? []) : [];
}

async function stateOf(
  ctx: Context,
  user: User,
  thing: Thing,
  { state, words = '' }: Extract<SecondWords, { state: State }>,
): Promise<Meant | undefined> {
  const t = texts(localeOf(ctx, user));
  const { noun, id } = thing;
  if (words !== '' && (noun !== 'lead' || (state === 'won' && !parseMoney(words, ctx.settings.currency))))
    return undefined;
  const name = SETS[noun][state];
  const task = noun === 'task' ? await loadTask(ctx.tx, id) : undefined;
  // what people call a ticket by is not its id
  const called = noun === 'ticket' ? (await loadTicket(ctx.tx, id))?.number : id;
  const ways = {
    lead: () => leadButtons(t, id),
    task: () => (task ? taskButtons(t, task, ctx.now) : []),
    ticket: () => [{ label: t.button.resolve, command: `/resolve ${called}` }],
  };
  const buttons = ways[noun]();
  if (state === 'reopened') return reopened(ctx, user, thing);
  if (state === 'cancelled') return cancelled(ctx, user, thing, task !== undefined && task.repeats === null, buttons);
  const own = buttons.find(({ command }) => command === `/${name} ${called}`);
  if (!own) return { buttons, sure: false };
  return {
    buttons: [words === '' ? own : { label: `${own.label}: ${words}`, command: `${own.command} ${words}` }],
    sure: true,
  };
}

/** What is over goes on: a lead by its command, all else by taking back what ended it. */
async function reopened({ tx, settings }: Context, user: User, { noun, id }: Thing): Promise<Meant | undefined> {
  const label = texts(localeOf({ settings }, user)).button.reopen;
  const lead = noun === 'lead' ? await loadLead(tx, id) : undefined;
  if (lead)
    return ['won', 'lost'].includes(lead.stage)
      ? {
          buttons: [{ label: `${label}: ${truncate(lead.title, TITLE_GRAPHEMES)}`, command: `/reopen ${id}` }],
          sure: true,
        }
      : undefined;
  const entry = await endingOf(tx, user.id, { noun, id });
  return entry ? { buttons: [{ label, command: `/undo ${entry}` }], sure: true } : undefined;
}

/** What was done with it last is taken back: of a task at once, if it was made by that. */
async function cancelled(ctx: Context, user: User, thing: Thing, mayBeSure: boolean, others: Button[]): Promise<Meant> {
  const last = await lastChangeOf(ctx.tx, user.id, thing);
  const back = last && { label: texts(localeOf(ctx, user)).button.undo, command: `/undo ${last.entry}` };
  return { buttons: [...(back ? [back] : []), ...others], sure: mayBeSure && last?.made === true };
}

type Change = Extract<SecondWords, { change: string }>;

/** The lead has another amount now. */
async function amountOf(ctx: Context, user: User, lead: Lead, { change, bare }: Change): Promise<Meant | undefined> {
  const currency = lead.currency ?? ctx.settings.currency;
  const one = parseMoney(change, currency);
  const read = one || bare ? undefined : readAmount(change, currency);
  const perhaps = read?.is === 'unsure' ? read.perhaps : [];
  const moneys = one ? [one] : perhaps.flatMap(({ price }) => parseMoney(price, currency) ?? []);
  const buttons: Button[] = [];
  for (const money of moneys) buttons.push(await worthButton(ctx, user, lead, money));
  return buttons.length > 0 ? { buttons, sure: one !== undefined } : undefined;
}

/** Gives the lead this amount; its label names both. */
export async function worthButton(ctx: Context, user: User, lead: Lead, { minor, currency }: Money): Promise<Button> {
  const locale = localeOf(ctx, user);
  const worth = texts(locale).lead.amountIs(formatMoney(minor, currency, locale));
  const label = `${truncate(lead.title, TITLE_GRAPHEMES)} · ${worth}`;
  return { label, command: await worthLine(ctx, lead, `${currency} ${plainDecimal(minor, currency)}`) };
}

/** The one line of a quote gives way to another; of several it is shown which there are. */
export async function worthLine(ctx: Context, { id, title, stage }: Lead, price: string): Promise<string> {
  if (stage === 'won') return `/won ${id} ${price}`;
  const [first, ...others] = await quoteLines(ctx.tx, id);
  const add = `/quote ${id} ${writeValues({ item: first?.description ?? title, quantity: '1', price })}`;
  if (!first) return add;
  return others.length > 0 || first.quantity !== '1' ? `/quote ${id}` : `/quote ${id} -${first.id}\n${add}`;
}

async function timeOf(ctx: Context, user: User, id: string, { change }: Change): Promise<Meant | undefined> {
  const { now, settings } = ctx;
  const task = await loadTask(ctx.tx, id);
  const moment = { now, timezone: settings.timezone, country: settings.country, locale: localeOf(ctx, user) };
  const words = task && otherTime(task, change, moment);
  return words === undefined
    ? undefined
    : { buttons: [{ label: change, command: `/postpone ${id} ${words}` }], sure: true };
}
