import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { settleTicket } from '../../domain/commands/serve/ticket.ts';
import { insertTicket } from '../../domain/serve/ticket.ts';
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

const ticketShape = z
  .strictObject({
    id: idShape('the ticket'),
    contact: idShape('its contact'),
    conversation: idShape('its conversation').nullable(),
    title: z.string(),
    kind: z.string(),
    priority: z.enum(['low', 'normal', 'high']),
    state: z
      .enum(['open', 'pending', 'snoozed', 'resolved'])
      .openapi({ description: '`open`: it waits for us; `pending`: for the customer' }),
    resolved_at: timeShape.nullable(),
    created_at: timeShape,
  })
  .openapi('Ticket');

interface Row {
  id: string;
  contact: string;
  conversation: string | null;
  title: string;
  kind: string;
  priority: string;
  state: string;
  resolvedAt: Date | null;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  t.id, t.contact_id as contact, t.conversation_id as conversation, t.title, t.kind, t.priority, t.state,
  t.resolved_at as "resolvedAt", t.created_at as "createdAt"`;

const shape = ({ resolvedAt, createdAt, ...row }: Row) => ({
  ...row,
  ...{ resolved_at: timeOrNull(resolvedAt), created_at: time(createdAt) },
});

async function load({ tx }: CommandContext, id: string) {
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
  }),
  ok: { status: 200, shape: pageOf(ticketShape).openapi('TicketPage') },
  async run({ tx }, { query: { contact, state, ...page } }) {
    const of = state === 'resolved' ? tx`t.resolved_at is not null` : tx`t.resolved_at is null`;
    const where = all(tx, contact ? tx`t.contact_id = ${contact}` : undefined, state ? of : undefined);
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
    .strictObject({ contact: idShape('the contact'), title: textShape(TITLE, 'The cup arrived broken') })
    .openapi('NewTicket'),
  ok: { status: 201, shape: ticketShape },
  async run(act, { body: { contact, title } }) {
    await needContact(act, contact);
    const conversation = await conversationOf(act.tx, contact);
    const draft = { contactId: contact, conversationId: conversation?.id ?? null, title: cleanName(title, TITLE) };
    const { id } = await insertTicket(act.tx, draft, act.now);
    return { body: await load(act, id), location: `/tickets/${id}` };
  },
});

const change = operation({
  ...{ method: 'patch', path: '/tickets/{id}', name: 'resolveTicket', group, scope: 'write', params },
  summary: 'Resolve a ticket',
  body: z.strictObject({ state: z.enum(['resolved']) }).openapi('TicketChange'),
  ok: { status: 200, shape: ticketShape },
  versioned: { table: 'tickets', load },
  async run(act, { params }) {
    const found = await load(act, params.id!);
    if (found.state !== 'resolved') await settleTicket(act, params.id!);
    return { body: await load(act, params.id!) };
  },
});

export const ticketOperations = [list, create, get, change];
