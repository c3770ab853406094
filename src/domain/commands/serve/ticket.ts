import { withoutUrgency } from '../../../text/sentence/urgency.ts';
import { orderState } from '../../desk/order_card.ts';
import { ordersOfTicket } from '../../desk/shop/order_tickets.ts';
import { type Reply, withFields } from '../../reply.ts';
import { insertTicket, openTicketsOf, type Ticket, ticketNumbered } from '../../serve/ticket.ts';
import { type Command, type CommandContext, Incomplete } from '../command.ts';
import { pickContact } from '../who/pick.ts';
import { conversationWith } from '../who/pick_conversation.ts';
import { isNoTitle, wordsInDoubt } from '../words/in_doubt.ts';
import { noSuchNumber } from '../words/number.ts';
import { idIn, splitFirst } from '../words/words.ts';
import { describeTicket, orderButtons, resolveButton, ticketCard } from './ticket_card.ts';
import { changeTicket, onlyAsks } from './ticket_change.ts';
import { isNew, ofTheirs, withoutNew } from './ticket_of.ts';

/** '/ticket 张三 茶罐碎了' opens one, '/ticket 12' shows it, '/ticket 12 urgent' and '/ticket 张三 紧急' change it. */
export const ticket: Command<{ words: string }> = {
  name: 'ticket',
  role: 'helper',
  titles: true,
  goesOn: true,
  saidAtOnce: 'sure',
  changes: true,
  onlyShows({ words }) {
    const [first, rest] = splitFirst(words);
    return idIn(first) !== undefined && onlyAsks(rest);
  },
  parse: (words, { replying }) => (words || replying ? { words } : new Incomplete('name')),
  async run(ctx, { words }) {
    const numbered = await ofNumber(ctx, words);
    if (numbered) return numbered;
    const picked = await pickContact(ctx, words, (ref, rest) => `/ticket ${ref} ${rest}`);
    if ('ask' in picked) return picked.ask;
    const theirs = isNew(picked.rest) ? undefined : await ofTheirs(ctx, picked.contact, picked.rest);
    if (theirs) return theirs;
    const { title, urgent } = withoutUrgency(withoutNew(picked.rest));
    const again = (said: string) => `/ticket c${picked.contact.id} ${said}`;
    const inDoubt = wordsInDoubt(ctx, title, again, { isDoubt: isNoTitle });
    if (inDoubt) return inDoubt;
    const conversation = await conversationWith(ctx, picked.contact.id, picked.conversation);
    const draft = {
      contactId: picked.contact.id,
      conversationId: conversation?.id ?? null,
      title: title || ctx.t.ticket.untitled,
      ...(urgent && { priority: 'urgent' as const }),
    };
    const others = await openTicketsOf(ctx.tx, picked.contact.id);
    const made = await insertTicket(ctx.tx, draft, ctx.now);
    const orders = await ordersOfTicket(ctx.tx, made);
    const { priority } = ctx.t.ticketCard;
    return {
      text: [ctx.t.ticket.opened(describeTicket(made)), ...(urgent ? [priority.urgent] : [])].join(' · '),
      ...withFields(
        orders.map((one) => ({ label: ctx.t.order.title(one.number), value: orderState(ctx.t, one, ctx.locale) })),
      ),
      ...(others.length > 0 && {
        hint: ctx.t.ticket.alsoOpen(others.slice(0, MOST_OTHERS).map(({ number, title }) => `#${number} · ${title}`)),
      }),
      buttons: [
        [resolveButton(ctx.t, made), showButton(ctx, made), ...orderButtons(orders.slice(0, MOST_ORDERS))],
        ...(urgent ? [[{ label: priority.normal, command: `/ticketas ${made.number} normal` }]] : []),
      ],
      person: { contactId: picked.contact.id, sure: false },
      thing: { noun: 'ticket', id: made.id },
    };
  },
};

/** Of more orders that a ticket names, the newest. */
const MOST_ORDERS = 2;
/** Of more that are open already, the newest. */
const MOST_OTHERS = 3;

const showButton = ({ t }: CommandContext, { number }: Ticket) => ({
  label: t.ticketCard.button.show,
  command: `/ticket ${number}`,
});

/** Its whole card, or what is changed of it; undefined where the words do not begin with the number of one. */
async function ofNumber(ctx: CommandContext, words: string): Promise<Reply | Incomplete | undefined> {
  const [first, rest] = splitFirst(words);
  const number = idIn(first);
  const row = number ? await ticketNumbered(ctx.tx, number) : undefined;
  if (!row) return number && rest === '' ? noSuchNumber(ctx, 'ticket', number) : undefined;
  return rest === '' ? ticketCard(ctx, row.id) : changeTicket(ctx, row, rest);
}
