import type { Locale } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import { type Context, clockOf } from '../../context.ts';
import { orderState } from '../../desk/order_card.ts';
import { ordersOfTicket } from '../../desk/shop/order_tickets.ts';
import { snoozeButtons } from '../../desk/waiting_card.ts';
import type { Button, Field, Item, List, Reply } from '../../reply.ts';
import { withFields } from '../../reply.ts';
import { tendClocks } from '../../serve/clock/tend.ts';
import { dueWords } from '../../serve/due_words.ts';
import { linesOf, type TicketLine } from '../../serve/line.ts';
import { loadTicket, type Ticket } from '../../serve/ticket.ts';
import type { Message } from '../../talk/message.ts';
import { saidBy, withFate, wordsOrFiles } from '../../talk/said_by.ts';
import type { CommandContext } from '../command.ts';
import { wordsOfTicket } from './ticket_words.ts';

const MOST_MESSAGES = 5;
const MOST_ORDERS = 3;
const LINE_GRAPHEMES = 200;

/** '#12 · Anna · cup arrived broken' */
export const describeTicket = (row: Pick<Ticket, 'number' | 'contactName' | 'title'>): string =>
  `#${row.number} · ${row.contactName} · ${row.title}`;

/** The whole ticket: who, what, its clock, orders, the last messages, notes, steps. */
export async function ticketCard(ctx: CommandContext, id: string): Promise<Reply> {
  await tendClocks(ctx);
  const row = (await loadTicket(ctx.tx, id))!;
  const { t } = ctx;
  const [orders, words, notes, steps] = await Promise.all([
    ordersOfTicket(ctx.tx, row),
    wordsOfTicket(ctx.tx, row, MOST_MESSAGES),
    linesOf(ctx.tx, id, 'note'),
    linesOf(ctx.tx, id, 'step'),
  ]);
  const shownOrders = orders.slice(0, MOST_ORDERS);
  return {
    title: describeTicket(row),
    ...withFields([
      ...ticketFields(ctx, t, ctx.locale, row),
      ...shownOrders.map((one) => ({ label: t.order.title(one.number), value: orderState(t, one, ctx.locale) })),
    ]),
    lists: [messageList(ctx, row, words), noteList(ctx, notes), stepList(ctx, row, steps)].filter(
      ({ items }) => items.length > 0,
    ),
    buttons: row.mergedInto
      ? mergedButtons(ctx, row)
      : [
          row.state === 'resolved' ? [openAgain(t, row)] : [resolveButton(t, row), snoozeButtons(t, row.number)[1]],
          [{ label: t.button.contact, command: `/contact c${row.contactId}` }, ...orderButtons(shownOrders)],
          menuButtons(t, row),
          wordButtons(t, row),
        ],
    person: { contactId: row.contactId, sure: false },
    thing: { noun: 'ticket', id },
  };
}

/** What was merged is changed where it goes on. */
const mergedButtons = ({ t }: CommandContext, row: Ticket): Button[][] => [
  laterButtons(t, row, row.mergedInto!),
  [{ label: t.button.contact, command: `/contact c${row.contactId}` }],
];

/** The one that it goes on as, and that it is not to. */
export const laterButtons = (t: Texts, { number }: Ticket, last: string): Button[] => [
  { label: t.ticketCard.button.showLater(last), command: `/ticket ${last}` },
  { label: t.ticketCard.button.part(number), command: `/ticketas ${number} ${t.typed.ticketVerb.part[0]}` },
];

export const resolveButton = (t: Texts, { number }: Pick<Ticket, 'number'>): Button => ({
  label: t.button.resolve,
  command: `/resolve ${number}`,
});

export const openAgain = (t: Texts, { number }: Ticket): Button => ({
  label: t.button.reopen,
  command: `/ticketas ${number} ${t.typed.ticketState.open[0]}`,
});

export const orderButtons = (orders: readonly { id: string; number: string }[]): Button[] =>
  orders.map(({ id, number }) => ({ label: number, command: `/order o${id}` }));

/** Each asks for words, which are kept with it. */
function wordButtons(t: Texts, { number }: Ticket): Button[] {
  const verbs = t.typed.ticketVerb;
  const { button } = t.ticketCard;
  return [
    { label: button.note, command: `/ticket ${number} ${verbs.note[0]}`, asks: true },
    { label: button.step, command: `/ticket ${number} ${verbs.step[0]}`, asks: true },
  ];
}

/** Each opens a page of choices. */
function menuButtons(t: Texts, { number }: Ticket): Button[] {
  const verbs = t.typed.ticketVerb;
  const of = (verb: keyof typeof verbs) => `/ticket ${number} ${verbs[verb][0]}`;
  return [
    { label: t.ticketCard.button.kind, command: of('kind'), turns: true },
    { label: t.ticketCard.button.priority, command: of('priority'), turns: true },
    { label: t.ticketCard.button.cause, command: of('cause'), turns: true },
    { label: t.ticketCard.button.merge, command: of('merge'), turns: true },
  ];
}

/** What a ticket is, and how it stands against its targets. */
function ticketFields(ctx: Pick<Context, 'now' | 'settings'>, t: Texts, locale: Locale, row: Ticket): Field[] {
  const { ticketCard: words } = t;
  const at = (when: Date) => formatWhen(when, clockOf(ctx, locale));
  const state = row.snoozedUntil ? words.snoozedUntil(at(row.snoozedUntil)) : t.ticket.state[row.state];
  return [
    {
      label: words.stateLabel,
      value: [state, ...(row.reopened > 0 ? [words.reopened(row.reopened)] : [])].join(' · '),
    },
    ...dueField(ctx, t, locale, row),
    { label: words.kindLabel, value: words.kind[row.kind] },
    { label: words.priorityLabel, value: words.priority[row.priority] },
    ...(row.cause ? [{ label: words.cause, value: row.cause }] : []),
    ...(row.mergedInto ? [{ label: words.mergedInto, value: `#${row.mergedInto}` }] : []),
    ...(row.follows ? [{ label: words.follows, value: `#${row.follows}` }] : []),
    { label: words.opened, value: at(row.createdAt) },
  ];
}

function dueField(ctx: Pick<Context, 'now' | 'settings'>, t: Texts, locale: Locale, row: Ticket): Field[] {
  const due = dueWords(ctx, t, locale, row);
  return due ? [{ label: row.unanswered ? t.ticketCard.answerDue : t.ticketCard.resolveDue, value: due }] : [];
}

function messageList(ctx: CommandContext, row: Ticket, words: readonly Message[]): List {
  const { t } = ctx;
  const splits = (one: Message): Button[] =>
    one.direction === 'in' && one.id !== row.messageId && row.state !== 'resolved'
      ? [
          {
            label: t.ticketCard.button.split,
            command: `/ticketas ${row.number} ${t.typed.ticketVerb.split[0]} m${one.id}`,
          },
        ]
      : [];
  const who = (one: Message) =>
    one.direction === 'out' ? t.ticketCard.you : saidBy(t, { name: row.contactName, by: one.authorName ?? '' });
  const items = words.map(
    (one): Item => ({
      text: t.digest.waits(
        who(one),
        withFate(
          t,
          truncate(wordsOrFiles(t, one.text || (one.subject ?? ''), one.attachments), LINE_GRAPHEMES),
          one.fate,
        ),
      ),
      detail: formatWhen(one.occurredAt, clockOf(ctx, ctx.locale)),
      ref: `m${one.id}`,
      buttons: splits(one),
    }),
  );
  return { title: t.ticketCard.messages, items };
}

function noteList(ctx: CommandContext, notes: readonly TicketLine[]): List {
  const items = notes.map(({ text, createdAt }) => ({
    text: truncate(text, LINE_GRAPHEMES),
    detail: formatWhen(createdAt, clockOf(ctx, ctx.locale)),
  }));
  return { title: ctx.t.ticketCard.notes, items };
}

function stepList({ t }: CommandContext, { number }: Ticket, steps: readonly TicketLine[]): List {
  const { button } = t.ticketCard;
  const items = steps.map(({ text, doneAt }, nth): Item => {
    const verb = doneAt ? t.typed.ticketVerb.undone[0] : t.typed.ticketVerb.done[0];
    return {
      text: `${doneAt ? '☑' : '☐'} ${nth + 1}. ${truncate(text, LINE_GRAPHEMES)}`,
      buttons: [
        {
          label: `${doneAt ? button.untick : button.tick} ${nth + 1}`,
          command: `/ticketas ${number} ${verb} ${nth + 1}`,
        },
      ],
    };
  });
  return { title: t.ticketCard.steps(steps.filter(({ doneAt }) => doneAt).length, steps.length), items };
}
