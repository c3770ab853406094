import { contactCard } from '../../desk/contact_card.ts';
import { orderCard, orderList } from '../../desk/order_card.ts';
import { isFilter } from '../../people/filter_parse.ts';
import { type FoundContact, findContacts } from '../../people/search.ts';
import type { List, Reply } from '../../reply.ts';
import type { Order } from '../../sell/order.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { nobodyFound } from '../who/choices.ts';
import { personOf } from '../who/ref.ts';
import { queryPage } from '../words/words.ts';
import { contactItem, filteredReply, readFilter } from './filtered.ts';

const MAX_FOUND = 10;
const MAX_ORDERS = 5;

/**
 * By name, part of a name, pinyin, initials, last digits, mail, the number of an order: one hit is shown at once. By what they are (`#vip -city:上海`): how
 * many, and what can be done with all of them.
 */
export const find: Command<{ query: string; page: number }> = {
  name: 'find',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => (words ? queryPage(words) : new Incomplete('word')),
  async run(ctx, { query, page }) {
    const orders = await ordersNumbered(ctx.tx, query, MAX_ORDERS);
    if (orders.length === 0 && isFilter(query)) {
      const read = readFilter(ctx, query);
      return 'ask' in read ? read.ask : filteredReply(ctx, read.filter, page);
    }
    const person = orders.length === 0 && (await personOf(ctx.tx, query));
    if (person) return contactCard(ctx, ctx.t, ctx.locale, person.contact.id);
    const found = await findContacts(ctx.tx, query, MAX_FOUND + 1);
    if (orders.length > 0) return foundOrders(ctx, query, orders, found.slice(0, MAX_FOUND));
    if (found.length === 0) return nobodyFound(ctx, query);
    if (found.length === 1) return onlyOne(ctx, query, found[0]!);
    const hints = [
      ...(found[0]!.alike ? [ctx.t.find.onlyAlike(query)] : []),
      ...(found.length > MAX_FOUND ? [ctx.t.find.more] : []),
    ];
    return {
      title: ctx.t.find.found(query),
      lists: [peopleList(ctx, found.slice(0, MAX_FOUND))],
      ...(hints.length > 0 && { hint: hints.join('\n') }),
    };
  },
};

async function onlyOne(ctx: CommandContext, query: string, { id, alike }: FoundContact): Promise<Reply> {
  const card = await contactCard(ctx, ctx.t, ctx.locale, id);
  return { ...card, ...(alike && { hint: ctx.t.find.onlyAlike(query) }) };
}

function peopleList(ctx: CommandContext, people: FoundContact[]): List {
  return { items: people.map((contact) => contactItem(ctx, contact)) };
}

/** A number may be an order's, the end of a phone's and a tag: whatever it is, is shown. */
async function foundOrders(
  ctx: CommandContext,
  query: string,
  orders: Order[],
  people: FoundContact[],
): Promise<Reply> {
  if (orders.length === 1 && people.length === 0) return orderCard(ctx, ctx.t, ctx.locale, orders[0]!);
  const lists = [await orderList(ctx, ctx.t, ctx.locale, orders), peopleList(ctx, people)];
  return { title: ctx.t.find.found(query), lists: lists.filter(({ items }) => items.length > 0) };
}
