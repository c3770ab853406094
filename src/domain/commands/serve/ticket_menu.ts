import { truncate } from '../../../text/truncate.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { listCauses } from '../../serve/cause.ts';
import { KINDS, PRIORITIES } from '../../serve/kind.ts';
import type { TicketLine } from '../../serve/line.ts';
import { openTicketsOf, type Ticket } from '../../serve/ticket.ts';
import type { CommandContext } from '../command.ts';
import { lineButton } from '../line_button.ts';
import { splitFirst } from '../words/words.ts';
import { describeTicket, resolveButton } from './ticket_card.ts';
import { saysOfTicket } from './ticket_read.ts';

const MOST_CAUSES = 8;
const MOST_STEPS = 8;
const LABEL_GRAPHEMES = 40;

type Menu = 'kind' | 'priority' | 'cause' | 'merge';

/** What can be chosen, a tap each; what holds now is marked. */
export async function menuOf(ctx: CommandContext, row: Ticket, verb: string): Promise<Reply> {
  const { ticketCard: t } = ctx.t;
  const menu = verb as Menu;
  const choices = await CHOICES[menu](ctx, row);
  const back = { label: t.button.back, command: `/ticket ${row.number}`, turns: true as const };
  return {
    title: describeTicket(row),
    text: t.choose[menu],
    buttons: [...inPairs(choices), [back]],
    ...(menu === 'cause' && { hint: t.causesHint }),
    thing: { noun: 'ticket', id: row.id },
  };
}

const inPairs = (buttons: readonly Button[]): Button[][] =>
  Array.from({ length: Math.ceil(buttons.length / 2) }, (_, nth) => buttons.slice(nth * 2, nth * 2 + 2));

const CHOICES: Readonly<Record<Menu, (ctx: CommandContext, row: Ticket) => Promise<Button[]>>> = {
  kind: async ({ t }, row) =>
    KINDS.map((one) => choice(row, `${t.typed.ticketKind[one][0]}`, t.ticketCard.kind[one], row.kind === one)),
  priority: async ({ t }, row) =>
    PRIORITIES.map((one) =>
      choice(row, `${t.typed.priority[one][0]}`, t.ticketCard.priority[one], row.priority === one),
    ),
  cause: async ({ tx, t }, row) => {
    const verb = t.typed.ticketVerb.cause[0]!;
    const causes = await listCauses(tx, MOST_CAUSES);
    return causes.map(({ name }) => choice(row, `${verb} ${name}`, name, row.cause === name));
  },
  merge: async ({ tx, t }, row) => {
    const others = (await openTicketsOf(tx, row.contactId)).filter(({ id }) => id !== row.id);
    const verb = t.typed.ticketVerb.merge[0]!;
    return others.map((one) => choice(row, `${verb} ${one.number}`, `#${one.number} · ${one.title}`, false));
  },
};

const choice = ({ number }: Ticket, words: string, label: string, holds: boolean): Button => ({
  label: truncate(holds ? `✓ ${label}` : label, LABEL_GRAPHEMES),
  command: `/ticketas ${number} ${words}`,
});

/** What the words were taken for, and what could be said instead: what their first word says of it, or that they are to be noted. */
export async function notUnderstood(ctx: CommandContext, row: Ticket, words: string): Promise<Reply> {
  const { t } = ctx;
  const { number } = row;
  const [first] = splitFirst(words);
  const ways = [
    ...(first !== words && saysOfTicket(first) ? [`/ticket ${number} ${first}`] : []),
    `/ticket ${number} ${t.typed.ticketVerb.note[0]} ${words}`,
  ];
  return failed(t.ticketCard.notUnderstood(describeTicket(row), words), {
    buttons: [
      ...ways.map((line) => [lineButton(ctx, line)]),
      [{ label: t.ticketCard.button.show, command: `/ticket ${number}` }],
    ],
    hint: t.ticketCard.example(number),
  });
}

/** Steps are still to be done: one of them may be meant, or the whole. */
export function whichIsDone(ctx: CommandContext, row: Ticket, words: string, steps: readonly TicketLine[]): Reply {
  const { t } = ctx;
  const verb = t.typed.ticketVerb.done[0]!;
  const ticks = steps.flatMap(({ text, doneAt }, nth) =>
    doneAt ? [] : [choice(row, `${verb} ${nth + 1}`, `${t.ticketCard.button.tick} ${nth + 1}. ${text}`, false)],
  );
  return failed(t.ticketCard.whichDone(words), {
    buttons: [[resolveButton(t, row)], ...inPairs(ticks.slice(0, MOST_STEPS))],
  });
}
