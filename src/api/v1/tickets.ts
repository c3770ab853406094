import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { settleTicket } from '../../domain/commands/serve/resolve.ts';
import { setKind, setPriority } from '../../domain/serve/change.ts';
import { tendClocks } from '../../domain/serve/clock/tend.ts';
import { KINDS, PRIORITIES, type Priority, type TicketKind } from '../../domain/serve/kind.ts';
import { insertTicket, reopenTicket } from '../../domain/serve/ticket.ts';
import { conversationOf } from '../../domain/talk/conversation.ts';
import { cleanName } from '../../text/normalise.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { idShape, pageOf, pageShape, textShape, time, timeOrNull, timeShape } from '../shapes.ts';
import { needContact } from './contacts.ts';

const group = 'tickets';
const params = { id: idShape('the ticket') };
const TITLE = 300;

const kindShape = z.enum(KINDS);
const priorityShape = z.enum(PRIORITIES);

const ticketShape = z
  .strictObject({
    id: idShape('the ticket'),
    contact: idShape('its contact'),
    conversation: idShape('its conversation').nullable(),
    title: z.string(),
    number: z.number().int().openapi({ description: 'What people call it by, counted from 1: #12' }),
    kind: kindShape,
    priority: priorityShape,
    cause: z.string().nullable().openapi({ description: 'Why it came about, in the owner’s words' }),
    state: z
      .enum(['open', 'pending', 'snoozed', 'resolved'])
      .openapi({ description: '`open`: it waits for us; `pending`: for the customer' }),
    due_at: timeShape
      .nullable()
      .openapi({ description: 'When the next of its targets ends, in the past if it is late; null: no clock runs' }),
    resolved_at: timeShape.nullable(),
    reopened: z.number().int().openapi({ description: 'How often it was opened anew' }),
    merged_into: idShape('the ticket that goes on with it').nullable(),
    follows: idShape('the resolved one that it goes on with').nullable(),
    created_at: timeShape,
  })
  .openapi('Ticket');

interface Row {
  id: string;
  contact: string;
  conversation: string | null;
  title: string;
  number: string;
  kind: TicketKind;
  priority: Priority;
  cause: string | null;
  dueAt: Date | null;
  reopened: number;
  mergedInto: string | null;
  follows: string | null;
  state: string;
  resolvedAt: Date | null;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  t.id, t.contact_id as contact, t.conversation_id as conversation, t.title, t.number, t.kind, t.priority, t.state,
  (select name from causes where id = t.cause_id) as cause, (select due_at from ticket_clocks k where k.ticket_id = t.id) as "dueAt",
  t.resolved_at as "resolvedAt", t.created_at as "createdAt", t.reopened, t.merged_into_id as "mergedInto", t.follows_id as follows`;

const shape = ({ resolvedAt, createdAt, dueAt, mergedInto, number, ...row }: Row) => ({
  ...row,
  ...{ number: Number(number), due_at: timeOrNull(dueAt), merged_into: mergedInto },
  ...{ resolved_at: timeOrNull(resolvedAt), created_at: time(createdAt) },
});

async function load(ctx: CommandContext, id: string) {
  const { tx } = ctx;
  await tendClocks(ctx);
  const [row] = await tx<Row>`select ${columns(tx)} from tickets t where t.id = ${id}`;
  if (!row) throw notFound('ticket');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/tickets', name: 'listTickets', group, scope: 'read' },
  summary: 'Tickets',
  query: z.object({
    ...pageShape,
    contact: idShape('the contact').optional(),
    state: z.enum(['unresolved', 'resolved']).optional(),
    kind: kindShape.optional(),
    priority: priorityShape.optional(),
    number: z.coerce.number().int().min(1).max(1_000_000_000).optional(),
  }),
  ok: { status: 200, shape: pageOf(ticketShape).openapi('TicketPage') },
  async run(ctx, { query: { contact, state, kind, priority, number, ...page } }) {
    const { tx } = ctx;
    await tendClocks(ctx);
    const of = state === 'resolved' ? tx`t.resolved_at is not null` : tx`t.resolved_at is null`;
    const where = all(
      tx,
      contact ? tx`t.contact_id = ${contact}` : undefined,
      state ? of : undefined,
      kind ? tx`t.kind = ${kind}` : undefined,
      priority ? tx`t.priority = ${priority}` : undefined,
      number ? tx`t.number = ${number}` : undefined,
    );
    return {
      body: await listPage(tx, { from: tx`tickets t`, id: tx`t.id`, columns: columns(tx), where }, page, shape),
    };
  },
});

const get = operation({
  ...{ method: 'get', path: '/tickets/{id}', name: 'getTicket', group, scope: 'read', params },
  summary: 'A ticket',
  ok: { status: 200, shape: ticketShape },
  versioned: { table: 'tickets', load },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

const create = operation({
  ...{ method: 'post', path: '/tickets', name: 'createTicket', group, scope: 'write' },
  summary: 'Open a ticket',
  body: z
    .strictObject({
      contact: idShape('the contact'),
      title: textShape(TITLE, 'The cup arrived broken'),
      kind: kindShape.optional(),
      priority: priorityShape.optional(),
    })
    .openapi('NewTicket'),
  ok: { status: 201, shape: ticketShape },
  async run(act, { body: { contact, title, kind, priority } }) {
    await needContact(act, contact);
    const conversation = await conversationOf(act.tx, contact);
    const draft = {
      ...{ contactId: contact, conversationId: conversation?.id ?? null, title: cleanName(title, TITLE) },
      ...{ ...(kind && { kind }), ...(priority && { priority }) },
    };
    const { id } = await insertTicket(act.tx, draft, act.now);
    return { body: await load(act, id), location: `/tickets/${id}` };
  },
});

const change = operation({
  ...{ method: 'patch', path: '/tickets/{id}', name: 'resolveTicket', group, scope: 'write', params },
  summary: 'Resolve a ticket, open it anew, or say what it is',
  body: z
    .strictObject({
      state: z
        .enum(['resolved', 'open'])
        .optional()
        .openapi({ description: '`open`: opened anew, if it was resolved' }),
      kind: kindShape.optional(),
      priority: priorityShape.optional(),
    })
    .refine((body) => Object.keys(body).length > 0, 'Nothing is to be changed')
    .openapi('TicketChange', { minProperties: 1 }),
  ok: { status: 200, shape: ticketShape },
  versioned: { table: 'tickets', load },
  async run(act, { params, body: { state, kind, priority } }) {
    const found = await load(act, params.id!);
    if (kind) await setKind(act.tx, found.id, kind);
    if (priority) await setPriority(act.tx, found.id, priority);
    if (state === 'resolved' && found.state !== 'resolved') await settleTicket(act, found.id);
    if (state === 'open' && found.state === 'resolved') await reopenTicket(act.tx, found.id, act.now);
    return { body: await load(act, found.id) };
  },
});

export const ticketOperations = [list, create, get, change];
