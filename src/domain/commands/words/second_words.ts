import { formatMoney, type Money, parseMoney, plainDecimal } from '../../../text/money/money.ts';
import { readAmount } from '../../../text/money/read_amount.ts';
import { type SecondWords, type State, secondWordsIn } from '../../../text/sentence/second_words.ts';
import { texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatClock } from '../../../text/when/format_when.ts';
import { fromNow } from '../../../text/when/from_now.ts';
import { localSlot, parseWhen, type WhenContext } from '../../../text/when/when.ts';
import { type Context, localeOf } from '../../context.ts';
import { leadButtons } from '../../desk/contact_card.ts';
import type { User } from '../../owner/user.ts';
import type { Button, Thing } from '../../reply.ts';
import { type Lead, loadLead, openLeadsOf } from '../../sell/lead.ts';
import { quoteLines } from '../../sell/quote.ts';
import { taskButtons } from '../../tasks/buttons.ts';
import { loadTask } from '../../tasks/task.ts';
import type { AnyCommand } from '../command.ts';
import { writeValues } from './values.ts';

const TITLE_GRAPHEMES = 30;

/** What words under what tells of a lead, task or ticket mean for it; `sure`: the first of the buttons, and nothing else. */
export interface Meant {
  buttons: Button[];
  sure: boolean;
}

/** The command that sets a state of a thing; any other state is asked about. */
const SETS: Readonly<Record<Thing['noun'], Partial<Record<State, AnyCommand['name']>>>> = {
  lead: { won: 'won', lost: 'lost' },
  task: { done: 'done' },
  ticket: { done: 'resolve' },
};

/** Undefined: the words speak of no change that the thing can have. */
export async function meantForThing(ctx: Context, user: User, thing: Thing, text: string): Promise<Meant | undefined> {
  const said = secondWordsIn(text);
  if (!said) return undefined;
  if ('state' in said) return stateOf(ctx, user, thing, said.state);
  if (thing.noun === 'ticket') return undefined;
  if (thing.noun === 'task') return timeOf(ctx, user, thing.id, said);
  const lead = await loadLead(ctx.tx, thing.id);
  return lead && amountOf(ctx, user, lead, said);
}

/** The same under a customer's own card, where it may well be said to them: the one lead of theirs that is open, else none. */
export async function meantForLeadOf(ctx: Context, user: User, contactId: string, text: string): Promise<Button[]> {
  const said = secondWordsIn(text);
  if (!said || 'state' in said || !said.sure || !parseMoney(said.change, ctx.settings.currency)) return [];
  const [lead, ...others] = await openLeadsOf(ctx.tx, contactId);
  return lead && others.length === 0 ? ((await amountOf(ctx, user, lead, said))?.buttons ?? []) : [];
}

async function stateOf(ctx: Context, user: User, { noun, id }: Thing, state: State): Promise<Meant | undefined> {
  const t = texts(localeOf(ctx, user));
  const name = SETS[noun][state];
  const task = noun === 'task' ? await loadTask(ctx.tx, id) : undefined;
  const ways = {
    lead: () => leadButtons(t, id),
    task: () => (task ? taskButtons(t, task, ctx.now) : []),
    ticket: () => [{ label: t.button.resolve, command: `/resolve ${id}` }],
  };
  const buttons = ways[noun]();
  const own = buttons.find(({ command }) => command === `/${name} ${id}`);
  return own ? { buttons: [own], sure: true } : { buttons, sure: false };
}

type Change = Extract<SecondWords, { change: string }>;

/** The lead has another amount now. */
async function amountOf(ctx: Context, user: User, lead: Lead, { change }: Change): Promise<Meant | undefined> {
  const currency = lead.currency ?? ctx.settings.currency;
  const one = parseMoney(change, currency);
  const read = one ? undefined : readAmount(change, currency);
  const perhaps = read?.is === 'unsure' ? read.perhaps : [];
  const moneys = one ? [one] : perhaps.flatMap(({ price }) => parseMoney(price, currency) ?? []);
  const buttons: Button[] = [];
  for (const money of moneys) buttons.push(await worthButton(ctx, user, lead, money));
  return buttons.length > 0 ? { buttons, sure: one !== undefined } : undefined;
}

async function worthButton(ctx: Context, user: User, lead: Lead, { minor, currency }: Money): Promise<Button> {
  const locale = localeOf(ctx, user);
  const worth = texts(locale).lead.amountIs(formatMoney(minor, currency, locale));
  const label = `${truncate(lead.title, TITLE_GRAPHEMES)} · ${worth}`;
  return { label, command: await worthLine(ctx, lead, `${currency} ${plainDecimal(minor, currency)}`) };
}

/** The one line of a quote gives way to another; of several it is shown which there are. */
async function worthLine(ctx: Context, { id, title, stage }: Lead, price: string): Promise<string> {
  if (stage === 'won') return `/won ${id} ${price}`;
  const [first, ...others] = await quoteLines(ctx.tx, id);
  const add = `/quote ${id} ${writeValues({ item: first?.description ?? title, quantity: '1', price })}`;
  if (!first) return add;
  return others.length > 0 || first.quantity !== '1' ? `/quote ${id}` : `/quote ${id} -${first.id}\n${add}`;
}

/** A time of day alone is one of the day the task is due on; a day alone keeps its time of day. */
async function timeOf(ctx: Context, user: User, id: string, { change }: Change): Promise<Meant | undefined> {
  const { now, settings } = ctx;
  const { timezone, country } = settings;
  const moment: WhenContext = { now, timezone, country, locale: localeOf(ctx, user) };
  const task = await loadTask(ctx.tx, id);
  const due = task?.dueAt ?? undefined;
  const meant = (words: string): Meant => ({
    buttons: [{ label: change, command: `/postpone ${id} ${words}` }],
    sure: true,
  });
  const exactly = (at: Date, clock = at) => meant(`${localSlot(at, timezone)} ${formatClock(clock, timezone)}`);
  const thatDay = due && parseWhen(`${localSlot(due, timezone)} ${change}`, moment);
  if (thatDay?.rest === '' && !thatDay.dateOnly && thatDay.at > now) return exactly(thatDay.at);
  const when = parseWhen(fromNow(change), moment);
  if (when?.rest !== '') return undefined;
  const isPlainDay = when.dateOnly && !when.others && !when.farOff && !when.skipped;
  return isPlainDay && due ? exactly(when.at, due) : meant(change);
}
