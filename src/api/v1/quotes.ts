import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { idShape, pageOf, pageShape, time, timeOrNull, timeShape } from '../shapes.ts';

const group = 'quotes';
const STATES = ['sent', 'accepted', 'declined', 'replaced', 'revoked'] as const;

const quoteShape = z
  .strictObject({
    id: idShape('the quote'),
    number: z.string().openapi({ example: 'Q-2026-001' }),
    revision: z.number().int(),
    lead: idShape('its lead'),
    contact: idShape('its customer'),
    order: idShape('the order that its acceptance opened').nullable(),
    state: z.enum(STATES).openapi({ description: 'What is over by its date is still "sent": see valid_until.' }),
    currency: z.string(),
    total_minor: z.number().int(),
    lines: z.array(
      z.strictObject({
        description: z.string(),
        quantity: z.string(),
        unit_minor: z.number().int(),
        amount_minor: z.number().int(),
      }),
    ),
    valid_until: z.string().nullable().openapi({ description: 'The last day, by the clock of the business' }),
    accepted_by: z.string().nullable(),
    sent_at: timeShape,
    opened_at: timeShape.nullable(),
    decided_at: timeShape.nullable(),
  })
  .openapi('Quote');

interface Row {
  id: string;
  number: string;
  revision: number;
  lead: string;
  contact: string;
  order: string | null;
  state: (typeof STATES)[number];
  currency: string;
  total: string;
  lines: { description: string; quantity: string; unitMinor: string; minor: string }[];
  validUntil: string | null;
  acceptedBy: string | null;
  issuedAt: Date;
  openedAt: Date | null;
  decidedAt: Date | null;
}

const columns = (sql: Sql): Fragment => sql`
  q.id, q.number, q.revision, q.lead_id as lead, l.contact_id as contact, q.order_id as "order", q.state, q.currency,
  q.total_minor as total, q.content -> 'lines' as lines, q.valid_until::text as "validUntil",
  case when q.state = 'accepted' then q.decided ->> 'name' end as "acceptedBy",
  q.issued_at as "issuedAt", q.opened_at as "openedAt", q.decided_at as "decidedAt"`;
const leads = (sql: Sql): Fragment => sql`join leads l on l.id = q.lead_id`;

const shape = ({ total, lines, validUntil, acceptedBy, issuedAt, openedAt, decidedAt, ...row }: Row) => ({
  ...row,
  total_minor: Number(total),
  lines: lines.map(({ description, quantity, unitMinor, minor }) => ({
    ...{ description, quantity, unit_minor: Number(unitMinor), amount_minor: Number(minor) },
  })),
  ...{ valid_until: validUntil, accepted_by: acceptedBy, sent_at: time(issuedAt) },
  ...{ opened_at: timeOrNull(openedAt), decided_at: timeOrNull(decidedAt) },
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`
    select ${columns(tx)} from quotes q ${leads(tx)} where q.id = ${id} and q.state <> 'draft'`;
  if (!row) throw notFound('quote');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/quotes', name: 'listQuotes', group, scope: 'read' },
  summary: 'Quotes that were sent',
  query: z.object({
    ...pageShape,
    lead: idShape('the lead').optional(),
    state: z.enum(STATES).optional(),
  }),
  ok: { status: 200, shape: pageOf(quoteShape).openapi('QuotePage') },
  async run({ tx }, { query: { lead, state, ...page } }) {
    const where = all(
      tx,
      tx`q.state <> 'draft'`,
      lead ? tx`q.lead_id = ${lead}` : undefined,
      state ? tx`q.state = ${state}` : undefined,
    );
    const listed = { from: tx`quotes q`, id: tx`q.id`, columns: columns(tx), joins: leads(tx), where };
    return { body: await listPage(tx, listed, page, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/quotes/{id}', name: 'getQuote', group, scope: 'read' },
  params: { id: idShape('the quote') },
  summary: 'A quote',
  ok: { status: 200, shape: quoteShape },
  versioned: { table: 'quotes', load },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

export const quoteOperations = [list, get];
