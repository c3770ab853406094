import { leadButtons } from '../../desk/contact_card.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import { loadLead } from '../../sell/lead.ts';
import { ticketNumbered } from '../../serve/ticket.ts';
import { taskButtons } from '../../tasks/buttons.ts';
import { loadTask } from '../../tasks/task.ts';
import type { CommandContext } from '../command.ts';

export type Numbered = 'lead' | 'ticket' | 'task';

/** Tickets, leads and tasks are each counted for themselves: a number that is none of what was meant may be one of the others. */
export async function noSuchNumber(ctx: CommandContext, wanted: Numbered, id: string): Promise<Reply> {
  const { t } = ctx;
  const found = (await Promise.all([ofLead(ctx, id), ofTicket(ctx, id), ofTask(ctx, id)])).filter(
    (one) => one !== undefined,
  );
  const others = found.filter(({ noun }) => noun !== wanted);
  return failed(
    [t.number.none[wanted](id), ...others.map(({ noun, title }) => t.number.is[noun](id, title))].join('\n'),
    { buttons: [...others.map(({ buttons }) => buttons), [{ label: t[wanted].list, command: `/${wanted}s` }]] },
  );
}

interface Found {
  noun: Numbered;
  title: string;
  buttons: Button[];
}

async function ofLead({ tx, t }: CommandContext, id: string): Promise<Found | undefined> {
  const lead = await loadLead(tx, id);
  return lead && { noun: 'lead', title: `${lead.contactName} · ${lead.title}`, buttons: leadButtons(t, id) };
}

async function ofTicket({ tx, t }: CommandContext, id: string): Promise<Found | undefined> {
  const ticket = await ticketNumbered(tx, id);
  if (!ticket) return undefined;
  const show = { label: t.ticketCard.button.showLater(id), command: `/ticket ${id}` };
  const buttons = ticket.state === 'resolved' ? [show] : [show, { label: t.button.resolve, command: `/resolve ${id}` }];
  return { noun: 'ticket', title: `${ticket.contactName} · ${ticket.title}`, buttons };
}

async function ofTask({ tx, t, now }: CommandContext, id: string): Promise<Found | undefined> {
  const task = await loadTask(tx, id);
  return task && { noun: 'task', title: task.title, buttons: taskButtons(t, task, now) };
}
