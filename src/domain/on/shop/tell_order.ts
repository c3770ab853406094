import type { Locale } from '../../../text/locale.ts';
import { formatMoney } from '../../../text/money/money.ts';
import type { Texts } from '../../../text/texts.ts';
import type { OfLead, Urgency } from '../../card.ts';
import type { Context } from '../../context.ts';
import { withLater } from '../../desk/later_field.ts';
import { withLead } from '../../desk/lead_line.ts';
import { buyerShown } from '../../desk/order_card.ts';
import type { OrderNews } from '../../desk/order_flood.ts';
import type { AnswersTo, OrderNamed } from '../../desk/order_news_card.ts';
import { togetherCard } from '../../desk/order_together.ts';
import { ticketsNaming } from '../../desk/shop/order_tickets.ts';
import { ticketFields } from '../../desk/shop/parcel.ts';
import { tellOwner } from '../../desk/tell.ts';
import { loadContact } from '../../people/contact.ts';
import { type PersonShown, type Reply, withFields } from '../../reply.ts';
import type { Order } from '../../sell/order.ts';
import { HISTORY_DAYS } from '../../sell/order_money.ts';
import type { Ticket } from '../../serve/ticket.ts';
import { listStillToCome, orderIsTold } from '../../talk/scheduled.ts';
import { goesTo } from '../../talk/who_gets_it.ts';

const DAY_MS = 24 * 3_600_000;

type News = Omit<OrderNews, 'order'>;

export type OrderCard = (named: OrderNamed, t: Texts, money: (minor: string) => string, locale: Locale) => Reply;

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

/** Tells one card about an order; test orders are not told. */
export async function tell(
  ctx: Context,
  key: string,
  order: Order,
  card: OrderCard,
  { urgent, news, lead, itself, answers, formerId, tickets }: Told = {},
): Promise<void> {
  if (order.test) return;
  const [buyer, later, formers = [], about] = await Promise.all([
    order.contactId ? loadContact(ctx.tx, order.contactId) : undefined,
    orderIsTold(ctx.tx, order),
    formerId ? listStillToCome(ctx.tx, formerId) : undefined,
    tickets ?? ticketsNaming(ctx.tx, order),
  ]);
  const waiting = [...later, ...formers];
  const alone = itself || waiting.length > 0;
  await tellOwner(
    ctx,
    key,
    async (t, locale) => {
      const money = (minor: string) => formatMoney(minor, order.currency, locale);
      const { name, person } = await buyerShown(ctx.tx, t, order, buyer);
      const shown = card({ number: order.number, name, contactId: buyer?.id }, t, money, locale);
      const named = { ...shown, ...withFields([...(shown.fields ?? []), ...ticketFields(t, about)]) };
      const reply = withOrder(named, t, order);
      const said = withLater(ctx, t, locale, { ...reply, ...(person && asSaid(person, answers)) }, waiting);
      return withLead(t, locale, said, lead);
    },
    {
      notice: { kind: 'order' },
      urgent,
      ...(!alone && { collect: { orderId: order.id } }),
      // told together with others, it would not be seen that an answer may no longer fit
      ...(news &&
        waiting.length === 0 && {
          news: {
            ...news,
            order: {
              ...{ id: order.id, number: order.number, lead },
              counted: { minor: news.minor, currency: news.currency },
            },
            together: (t, locale, all) => togetherCard(ctx, t, locale, all),
          },
        }),
    },
  );
}

/** The order itself is a tap away, also where nobody is known to have bought it. One that the shop has deleted is not. */
function withOrder(reply: Reply, t: Texts, { id, deletedAt }: Order): Reply {
  if (deletedAt) return reply;
  const button = { label: t.button.order, command: `/order o${id}` };
  const [first = [], ...others] = reply.buttons ?? [];
  return { ...reply, buttons: [[...first, button], ...others] };
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
