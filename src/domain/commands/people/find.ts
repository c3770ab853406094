import { sentencesIn } from '../../../text/sentence/sentence.ts';
import { truncate } from '../../../text/truncate.ts';
import { contactCard } from '../../desk/contact_card.ts';
import { orderCard, orderList } from '../../desk/order_card.ts';
import { organizationCard } from '../../desk/organization/card.ts';
import { fieldInFront, labelOf, loadFields } from '../../people/fields/field.ts';
import { withQuotedNames } from '../../people/fields/filter_field.ts';
import { isFilter } from '../../people/filter/filter_parse.ts';
import { type Organization, organizationsWith } from '../../people/organization/organization.ts';
import { type FoundContact, findContacts } from '../../people/search.ts';
import { type Button, failed, type List, type Reply } from '../../reply.ts';
import { loadLead } from '../../sell/lead.ts';
import { type Order, ordersLedTo } from '../../sell/order.ts';
import { ordersNumbered } from '../../sell/order_number.ts';
import { ordersBilledTo } from '../../sell/other_name.ts';
import { ticketNumbered } from '../../serve/ticket.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pageButtons, titleOfPage } from '../paged.ts';
import { nobodyFound } from '../who/choices.ts';
import { personOf } from '../who/ref.ts';
import { idIn, queryPage } from '../words/words.ts';
import { contactItem, filteredReply, isPhrase, readFilter } from './filtered.ts';
import { withUnpaid } from './whom/ordered_unpaid.ts';

const MAX_FOUND = 10;
const MAX_ORDERS = 5;
const MAX_COMPANIES = 3;
const NUMBERED_GRAPHEMES = 40;

/**
 * By name, part of a name, pinyin, initials, last digits, mail, the number of an order: one hit is shown at once. By what they are (`#vip -city:上海`): how
 * many, and what can be done with all of them.
 */
export const find: Command<{ query: string; page: number }> = {
  name: 'find',
  role: 'viewer',
  saidAtOnce: 'shows',
  parse: (words) => (words ? queryPage(words) : new Incomplete('word')),
  async run(ctx, { query: typed, page }) {
    const query = /[:：=<>＜＞≤≥]/u.test(typed) ? withQuotedNames(typed, await loadFields(ctx.tx)) : typed;
    const order = await pressedOrder(ctx, query);
    if (order) return orderCard(ctx, ctx.t, ctx.locale, order);
    const orders = await ordersNumbered(ctx.tx, query, MAX_ORDERS);
    if (orders.length === 0 && (isFilter(query) || isPhrase(query))) {
      const read = await readFilter(ctx, query);
      if ('ask' in read) return read.ask;
      const shown = await withUnpaid(ctx, read.filter, await filteredReply(ctx, read.filter, page));
      return shown.failed ? ((await numbered(ctx, query)) ?? shown) : shown;
    }
    const person = orders.length === 0 && (await personOf(ctx.tx, query));
    if (person) return contactCard(ctx, ctx.t, ctx.locale, person.contact.id);
    const found = await findContacts(ctx.tx, query, page * MAX_FOUND + 1);
    const meant = orders.length > 0 || page > 1 ? orders : await ordersBilledTo(ctx.tx, query, MAX_ORDERS);
    if (meant.length > 0) return foundOrders(ctx, query, page, meant, found);
    const companies = page > 1 ? [] : await organizationsWith(ctx.tx, query, MAX_COMPANIES);
    if (found.length === 0) return (await byField(ctx, query, page)) ?? (await atCompanies(ctx, query, companies));
    const reply =
      found.length === 1 ? await onlyOne(ctx, query, found[0]!) : await foundPeople(ctx, query, page, found);
    return withCompanies(reply, companies);
  },
};

/** Nobody is called so, but a company is: its people are meant. */
async function atCompanies(ctx: CommandContext, query: string, companies: readonly Organization[]): Promise<Reply> {
  const [one, ...others] = companies;
  if (!one) return (await asSaid(ctx, query)) ?? nobodyFound(ctx, query);
  if (others.length === 0) return organizationCard(ctx, ctx.t, ctx.locale, one);
  return withCompanies({ text: ctx.t.organization.which(query) }, companies);
}

/** Nobody is called so, but it is a sentence that asks for people: who haven't bought in 60 days. */
async function asSaid(ctx: CommandContext, query: string): Promise<Reply | undefined> {
  const said = sentencesIn(query).find((one) => one.does === 'find' && one.more === undefined);
  if (!said || said.who || said.label || said.town || !isFilter(said.words)) return undefined;
  const read = await readFilter(ctx, said.words);
  return 'ask' in read ? undefined : filteredReply(ctx, read.filter, 1);
}

/** Companies that are called so are a tap away. */
function withCompanies(reply: Reply, companies: readonly Organization[]): Reply {
  if (companies.length === 0) return reply;
  const buttons = companies.map(({ id, name }): Button => ({ label: name, command: `/org o${id}` }));
  return { ...reply, buttons: [...(reply.buttons ?? []), buttons] };
}

/** 生日 30天, shoe size 38: a field and what is in it, without a sign between them. */
async function byField(ctx: CommandContext, query: string, page: number): Promise<Reply | undefined> {
  const named = fieldInFront(await loadFields(ctx.tx), query);
  if (!named || named.rest === '' || /["“”「」]/u.test(named.rest)) return undefined;
  const value = /\s/.test(named.rest) ? `"${named.rest}"` : named.rest;
  const read = await readFilter(ctx, `"${labelOf(ctx.t, named.field)}":${value}`);
  return 'ask' in read ? undefined : filteredReply(ctx, read.filter, page);
}

/** #12 is nobody, but may be the number of a lead or ticket: whose it is is a tap away. */
async function numbered(ctx: CommandContext, query: string): Promise<Reply | undefined> {
  const id = /^[#＃]/u.test(query) ? idIn(query) : undefined;
  if (!id) return undefined;
  const { lead, ticket } = ctx.t.triage.label;
  const [aLead, aTicket] = await Promise.all([loadLead(ctx.tx, id), ticketNumbered(ctx.tx, id)]);
  const whose = (kind: string, one: { contactId: string; title: string } | undefined): Button[] =>
    one
      ? [
          {
            label: truncate(`${kind} #${id} · ${one.title}`, NUMBERED_GRAPHEMES),
            command: `/contact c${one.contactId}`,
          },
        ]
      : [];
  const buttons = [whose(lead, aLead), whose(ticket, aTicket)].filter(({ length }) => length > 0);
  return buttons.length > 0 ? failed(ctx.t.find.nobody(query), { buttons }) : undefined;
}

/** A button names the order by its id. */
async function pressedOrder({ tx, pressed, typed }: CommandContext, query: string): Promise<Order | undefined> {
  const [, id] = /^order:(\d{1,18})$/.exec(query) ?? [];
  return pressed && !typed && id ? (await ordersLedTo(tx, id))[0] : undefined;
}

/** A page of those that were found, of which there may be more than were looked for. */
async function foundPeople(
  ctx: CommandContext,
  query: string,
  page: number,
  found: FoundContact[],
): Promise<Pick<Reply, 'title' | 'buttons' | 'hint'> & { lists: List[] }> {
  const more = found.length > page * MAX_FOUND;
  const shown = found.slice((page - 1) * MAX_FOUND, page * MAX_FOUND);
  const turn = pageButtons(ctx, page, more, (to) => `/find ${query} › ${to}`);
  const title = ctx.t.find.found(query);
  const count = async (most: number) => (await findContacts(ctx.tx, query, most)).length;
  return {
    title: await titleOfPage(ctx, page, { title, count, size: MAX_FOUND }, { shown: shown.length, more }),
    lists: [peopleList(ctx, shown)],
    ...(turn.length > 0 && { buttons: [turn] }),
    ...(found[0]?.alike && { hint: ctx.t.find.onlyAlike(query) }),
  };
}

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
  page: number,
  orders: Order[],
  people: FoundContact[],
): Promise<Reply> {
  if (orders.length === 1 && people.length === 0) return orderCard(ctx, ctx.t, ctx.locale, orders[0]!);
  const reply = await foundPeople(ctx, query, page, people);
  const lists = [await orderList(ctx, ctx.t, ctx.locale, orders), ...reply.lists];
  return { ...reply, lists: lists.filter(({ items }) => items.length > 0) };
}
