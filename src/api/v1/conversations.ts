import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { idShape, pageOf, pageShape, time, timeOrNull, timeShape } from '../shapes.ts';

const group = 'conversations';

const conversationShape = z
  .strictObject({
    id: idShape('the conversation'),
    contact: idShape('its contact'),
    channel: z.string().openapi({ example: 'telegram' }),
    address: z.string(),
    subject: z.string().nullable(),
    waiting_since: timeShape.nullable().openapi({ description: 'Since when the customer waits for an answer' }),
    last_message_at: timeShape.nullable(),
    created_at: timeShape,
  })
  .openapi('Conversation');

interface Row {
  id: string;
  contact: string;
  channel: string;
  address: string;
  subject: string | null;
  waitingSince: Date | null;
  lastMessageAt: Date | null;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  v.id, v.contact_id as contact, v.channel, v.address, v.subject, v.waiting_since as "waitingSince",
  v.last_message_at as "lastMessageAt", v.created_at as "createdAt"`;

const shape = ({ waitingSince, lastMessageAt, createdAt, ...row }: Row) => ({
  ...row,
  ...{
    waiting_since: timeOrNull(waitingSince),
    last_message_at: timeOrNull(lastMessageAt),
    created_at: time(createdAt),
  },
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from conversations v where v.id = ${id}`;
  if (!row) throw notFound('conversation');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/conversations', name: 'listConversations', group, scope: 'read' },
  summary: 'Conversations, of everybody or of one contact',
  query: z.object({
    ...pageShape,
    contact: idShape('the contact').optional(),
    waiting: z.enum(['true']).optional().openapi({ description: 'Only those that wait for an answer' }),
  }),
  ok: { status: 200, shape: pageOf(conversationShape).openapi('ConversationPage') },
  async run({ tx }, { query }) {
    const where = all(
      tx,
      query.contact ? tx`v.contact_id = ${query.contact}` : undefined,
      query.waiting ? tx`v.waiting_since is not null` : undefined,
    );
    const listed = { from: tx`conversations v`, id: tx`v.id`, columns: columns(tx), where };
    return { body: await listPage(tx, listed, query, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/conversations/{id}', name: 'getConversation', group, scope: 'read' },
  params: { id: idShape('the conversation') },
  summary: 'A conversation',
  ok: { status: 200, shape: conversationShape },
  versioned: { table: 'conversations', load },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

export const conversationOperations = [list, get];
