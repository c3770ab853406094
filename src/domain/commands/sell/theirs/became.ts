import { formatMoney } from '../../../../text/money/money.ts';
import { isWhole } from '../../../../text/money/order/order_change.ts';
import type { Sentence } from '../../../../text/sentence/sentence.ts';
import { sentencesIn } from '../../../../text/sentence/sentence.ts';
import { maySayWhatBecame, titleIn, withoutTitle } from '../../../../text/sentence/theirs/within.ts';
import { texts } from '../../../../text/texts.ts';
import type { Context } from '../../../context.ts';
import { loadContact } from '../../../people/contact.ts';
import { nameOf } from '../../../people/name.ts';
import { type Lead, openLeadsOf } from '../../../sell/lead.ts';
import { isPaid, type Order, ordersOf } from '../../../sell/order.ts';
import { linesOf } from '../../../sell/order_lines.ts';
import { keptOf, loadOwn } from '../../../sell/own_order.ts';
import { oneNamed } from '../../meant/one_named.ts';
import { splitFirst } from '../../words/words.ts';
import { actIn } from '../order/act.ts';
import type { Lines } from '../order_said.ts';
import { saidOfLead } from '../pipeline/lead_change.ts';

const MOST = 6;

/** Something of theirs that a text names, as the text may be read without its words. */
interface Thing {
  readonly readings: readonly string[];
  readonly lead?: Lead;
  readonly order?: Order;
}

/**
 * What has become of a lead or an order that whoever has it is named with, by words of its title or its articles between their name and the
 * deed: 孙莉团购谈成了 8000, cancel dev's flyer order. Undefined: none is named so, or more than one, or nothing is said of it.
 */
export async function becameOfTheirs(ctx: Context, text: string): Promise<(Lines & { ids: string[] }) | undefined> {
  if (!maySayWhatBecame(text)) return undefined;
  const whom = await oneNamed(ctx, text);
  if (!whom) return undefined;
  const { id } = whom;
  const things = [...(await leadsIn(ctx, text, id)), ...(await ordersIn(ctx, text, id))];
  if (things.length === 0) return undefined;
  const found = [];
  for (const thing of things) {
    const lines = await linesOfThing(ctx, thing, whom.said, id);
    if (lines) found.push(lines);
  }
  const [only, ...more] = found;
  return only && more.length === 0 ? { ...only, ids: [id] } : undefined;
}

async function leadsIn({ tx }: Context, text: string, id: string): Promise<Thing[]> {
  return (await openLeadsOf(tx, id)).flatMap((lead) => {
    const at = titleIn(text, lead.title);
    return at ? [{ lead, readings: withoutTitle(text, at, 'lead') }] : [];
  });
}

async function ordersIn({ tx }: Context, text: string, id: string): Promise<Thing[]> {
  const found: Thing[] = [];
  for (const order of await ordersOf(tx, id, MOST)) {
    if (order.deletedAt !== null || order.test) continue;
    const at = (await linesOf(tx, order.id)).map(({ title }) => titleIn(text, title)).find((one) => one !== undefined);
    if (at) found.push({ order, readings: withoutTitle(text, at, 'order') });
  }
  return found;
}

async function linesOfThing(
  ctx: Context,
  { lead, order, readings }: Thing,
  said: string,
  id: string,
): Promise<Lines | undefined> {
  for (const reading of readings)
    for (const sentence of sentencesIn(reading)) {
      if (sentence.who?.toLowerCase() !== said.toLowerCase()) continue;
      const lines = lead ? ofLead(lead, sentence) : await ofOrder(ctx, order!, sentence, id);
      if (lines) return lines;
    }
  return undefined;
}

function ofLead({ id, title, contactName }: Lead, { does, words }: Sentence): Lines | undefined {
  const behind = leadWords(does, words);
  if (!behind) return undefined;
  const line = (ref: string) => `/${behind.does} ${ref} ${behind.words}`.trim();
  return { line: line(id), shown: line(`#${id} ${contactName} ${title}`) };
}

function leadWords(does: Sentence['does'], words: string): { does: Sentence['does']; words: string } | undefined {
  if (does === 'won' || does === 'lost') return { does, words };
  if (does === 'lead' && saidOfLead(words)?.what === 'amount') return { does, words };
  const [first, price] = splitFirst(words);
  return does === 'quote' && first === 'worth' ? { does: 'lead', words: `amount ${price}` } : undefined;
}

/** An order that is still open and is not wanted any more is off. */
async function ofOrder(ctx: Context, order: Order, { does, words }: Sentence, id: string): Promise<Lines | undefined> {
  const y = texts(ctx.settings.locale).typed;
  const said = does === 'lost' ? y.orderAct.cancel[0]! : does === 'order' ? words : '';
  const act = said === '' ? undefined : actIn(said);
  if (!act || !MAY_BE[act.is]?.(order)) return undefined;
  const own = await loadOwn(ctx.tx, order.id);
  if (!own) return { line: `/order o${order.id}`, shown: `/order ${order.number}` };
  // what was given back for what they bought is all that they paid
  const isAll = act.is === 'refund' && (act.words === '' || isWhole(act.words) || act.words === 'all');
  const whole = isAll ? `${y.orderAct.refund[0]!} ${y.everything[0]!}` : said;
  const sum = isAll ? ` ${formatMoney(String(keptOf(own)), own.currency, ctx.settings.locale)}` : '';
  const contact = await loadContact(ctx.tx, id);
  const all = (await ordersOf(ctx.tx, id, MOST)).filter((one) => one.deletedAt === null && MAY_BE[act.is]?.(one));
  const shown = contact && all.length === 1 ? nameOf(contact) : order.number;
  return { line: `/order o${order.id} ${whole}`, shown: `/order ${shown} ${whole}${sum}` };
}

/** What can be said of an order by its articles, and by how it stands. Money that comes is read with its sum. */
const MAY_BE: Partial<Record<string, (order: Order) => boolean>> = {
  sent: (order) => order.cancelledAt === null && order.fulfillment !== 'fulfilled',
  refund: (order) => isPaid(order) || order.payment === 'partially_paid',
  cancel: (order) => order.cancelledAt === null && !isPaid(order) && order.fulfillment !== 'fulfilled',
};
