import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import type { NewsOrder, OfLead, Urgency } from '../../card.ts';
import type { Context } from '../../context.ts';
import { withLater } from '../../desk/later_field.ts';
import { withLead } from '../../desk/lead_line.ts';
import { buyerShown } from '../../desk/order_card.ts';
import type { OrderNews } from '../../desk/order_flood.ts';
import type { AnswersTo, OrderNamed } from '../../desk/order_news_card.ts';
import { ticketsNamingEach } from '../../desk/shop/order_tickets.ts';
import { ticketFields } from '../../desk/shop/parcel.ts';
import { type NewsTold, tellNews } from '../../desk/shop/tell_news.ts';
import { type Card, tellOwner } from '../../desk/tell.ts';
import { type Contact, loadContacts } from '../../people/contact.ts';
import { type PersonShown, type Reply, withFields } from '../../reply.ts';
import type { Order } from '../../sell/order.ts';
import { HISTORY_DAYS } from '../../sell/order_money.ts';
import type { Ticket } from '../../serve/ticket.ts';
import { listStillToCome, noteOrdersTold, type StillToCome } from '../../talk/scheduled.ts';
import { goesTo } from '../../talk/who_gets_it.ts';

const DAY_MS = 24 * 3_600_000;

type News = Omit<OrderNews, 'order'>;

/** An amount in minor units as it is read; in the order's money, if no other is named. */
export type MoneyText = (minor: string, currency?: string) => string;

export type OrderCard = (named: OrderNamed, t: Texts, money: MoneyText, locale: Locale) => Reply;

interface Told {
  urgent?: Urgency | undefined;
  news?: News;
  lead?: OfLead | undefined;
  /**
   * The order's state does not show it, so the card waits while the owner is away: the list at the return would not
   * tell it.
   */
  itself?: true;
  /** Where the card says that its buyer is answered. */
  answers?: AnswersTo | undefined;
  /** Whose it was before. */
  formerId?: string;
  /** Those that are about it; absent: those that name it. */
  tickets?: readonly Ticket[];
}

/** What is to be told of an order. */
interface ToTell extends Told {
  key: string;
  order: Order;
  card: OrderCard;
}

/** What tells the owner something else, in its place. */
type Aside = () => Promise<void>;

/** A context in which what is to be told waits until all of it is known. */
interface Gathering extends Context {
  toTell: (ToTell | Aside)[];
}

const isGathering = (ctx: Context): ctx is Gathering => 'toTell' in ctx;

/** What is told of different orders in `work` is told together, once that is done. */
export async function tellTogether<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  const gathering: Gathering = { ...ctx, toTell: [] };
  const result = await work(gathering);
  await tellAll(ctx, gathering.toTell);
  return result;
}

/** What is told by `work` comes in its order among what is told of orders. */
export async function tellInTurn(ctx: Context, work: Aside): Promise<void> {
  if (isGathering(ctx)) ctx.toTell.push(work);
  else await work();
}

/** Tells one card about an order; test orders are not told. */
export async function tell(ctx: Context, key: string, order: Order, card: OrderCard, how: Told = {}): Promise<void> {
  if (order.test) return;
  const one = { ...how, key, order, card };
  if (isGathering(ctx)) ctx.toTell.push(one);
  else await tellAll(ctx, [one]);
}

/** What a card about an order shows besides. */
interface Around {
  buyer: Contact | undefined;
  waiting: StillToCome[];
  tickets: readonly Ticket[];
}

/** What is told is told in its order: of several that may be told together, only those that nothing else stands between are. */
async function tellAll(ctx: Context, all: readonly (ToTell | Aside)[]): Promise<void> {
  const ofOrders = all.filter((one) => typeof one !== 'function');
  const around = await aroundEach(ctx, ofOrders);
  let news: NewsTold[] = [];
  const tellThem = async () => {
    const those = news;
    news = [];
    await tellNews(ctx, those);
  };
  for (const one of all) {
    if (typeof one === 'function') {
      await tellThem();
      await one();
      continue;
    }
    const { key, urgent, itself, order } = one;
    const shown = around[ofOrders.indexOf(one)]!;
    // told together with others, it would not be seen that an answer may no longer fit
    const isAlone = shown.waiting.length > 0;
    const about = { urgent, ...(!itself && !isAlone && { collect: { orderId: order.id } }) };
    const card: Card = (t, locale) => shownAs(ctx, t, locale, one, shown);
    const goesOn = one.news && !isAlone && news.every((other) => goTogether(other.news, one));
    if (!goesOn) await tellThem();
    if (one.news && !isAlone) news.push({ key, card, news: { ...one.news, order: countedAs(one) }, ...about });
    else await tellOwner(ctx, key, card, { notice: { kind: 'order' }, ...about });
  }
  await tellThem();
}

const goTogether = (known: OrderNews, { order, news }: ToTell): boolean =>
  known.order.id !== order.id && known.kind === news?.kind;

/** The order as a card counts it that tells of several. */
function countedAs({ order: { id, number }, lead, news }: ToTell): NewsOrder {
  return { ...{ id, number, lead }, counted: { minor: news!.minor, currency: news!.currency } };
}

async function aroundEach(ctx: Context, all: readonly ToTell[]): Promise<Around[]> {
  const orders = [...new Map(all.map(({ order }) => [order.id, order])).values()];
  const [buyers, later, tickets] = await Promise.all([
    loadContacts(
      ctx.tx,
      orders.flatMap(({ contactId }) => contactId ?? []),
    ),
    noteOrdersTold(ctx.tx, orders),
    ticketsNamingEach(
      ctx.tx,
      all.filter((one) => !one.tickets).map(({ order }) => order),
    ),
  ]);
  const around: Around[] = [];
  for (const { order, formerId, tickets: about } of all) {
    const formers = formerId ? await listStillToCome(ctx.tx, formerId) : [];
    around.push({
      buyer: order.contactId ? buyers.get(order.contactId) : undefined,
      waiting: [...(later.get(order.id) ?? []), ...formers],
      tickets: about ?? tickets.get(order.id) ?? [],
    });
  }
  return around;
}

async function shownAs(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { order, card, answers, lead }: ToTell,
  { buyer, waiting, tickets }: Around,
): Promise<Reply> {
  const money: MoneyText = (minor, currency = order.currency) => formatMoney(minor, currency, locale);
  const { name, person } = await buyerShown(ctx.tx, t, order, buyer);
  const shown = card({ number: order.number, name, contactId: buyer?.id }, t, money, locale);
  const named = { ...shown, ...withFields([...(shown.fields ?? []), ...ticketFields(t, tickets)]) };
  const reply = withOrder(named, t, order);
  const said = withLater(ctx, t, locale, { ...reply, ...(person && asSaid(person, answers)) }, waiting);
  return withLead(t, locale, said, lead);
}

/** The order itself is a tap away, also where nobody is known to have bought it. One that the shop has deleted is not. */
function withOrder(reply: Reply, t: Texts, { id, deletedAt }: Order): Reply {
  if (deletedAt) return reply;
  const button = { label: t.button.order, command: `/order o${id}` };
  const [first = [], ...others] = reply.buttons ?? [];
  return { ...reply, order: id, buttons: [[...first, button], ...others] };
}

/** An answer to the card goes where the card says, or we ask. */
function asSaid(person: PersonShown, answers: AnswersTo | undefined): Pick<Reply, 'person' | 'goesTo'> {
  if (!answers) return { person };
  const { id } = answers.place;
  return {
    person: { ...person, ...(id !== undefined && { conversationId: id }) },
    ...goesTo(answers.place, answers.way),
  };
}

export const newsOf = (kind: OrderNews['kind'], { currency }: Order, minor: string): News => ({
  kind,
  minor,
  currency,
});

/** Anything older is history. */
export const isRecent = ({ now }: Context, at: Date): boolean => now.getTime() - at.getTime() < HISTORY_DAYS * DAY_MS;
