import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { changeLead, insertLead, loseLead, reopenLead, winLead } from '../../domain/sell/lead.ts';
import { conversationOf } from '../../domain/talk/conversation.ts';
import { cleanName } from '../../text/normalise.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { idShape, moneyShape, pageOf, pageShape, textShape, time, timeOrNull, timeShape } from '../shapes.ts';
import { needContact } from './contacts.ts';

const group = 'leads';
const params = { id: idShape('the lead') };
const TITLE = 300;
const STAGES = ['new', 'qualified', 'won', 'lost'] as const;

const leadShape = z
  .strictObject({
    id: idShape('the lead'),
    contact: idShape('its contact'),
    conversation: idShape('its conversation').nullable(),
    title: z.string(),
    stage: z.enum(STAGES),
    amount: moneyShape.nullable(),
    lost_reason: z.string().nullable(),
    active_at: timeShape,
    closed_at: timeShape.nullable(),
    created_at: timeShape,
  })
  .openapi('Lead');

interface Row {
  id: string;
  contact: string;
  conversation: string | null;
  title: string;
  stage: (typeof STAGES)[number];
  minor: string | null;
  currency: string | null;
  lostReason: string | null;
  activeAt: Date;
  closedAt: Date | null;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  l.id, l.contact_id as contact, l.conversation_id as conversation, l.title, l.stage, l.amount_minor as minor, l.currency,
  l.lost_reason as "lostReason", l.active_at as "activeAt", l.closed_at as "closedAt", l.created_at as "createdAt"`;

const shape = ({ minor, currency, lostReason, activeAt, closedAt, createdAt, ...row }: Row) => ({
  ...row,
  amount: minor === null || currency === null ? null : { minor: Number(minor), currency },
  ...{
    lost_reason: lostReason,
    active_at: time(activeAt),
    closed_at: timeOrNull(closedAt),
    created_at: time(createdAt),
  },
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from leads l where l.id = ${id}`;
  if (!row) throw notFound('lead');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/leads', name: 'listLeads', group, scope: 'read' },
  summary: 'Leads',
  query: z.object({
    ...pageShape,
    contact: idShape('the contact').optional(),
    stage: z.enum(['open', 'won', 'lost']).optional(),
  }),
  ok: { status: 200, shape: pageOf(leadShape).openapi('LeadPage') },
  async run({ tx }, { query: { contact, stage, ...page } }) {
    const of = stage === 'open' ? tx`l.closed_at is null` : tx`l.stage = ${stage ?? null}`;
    const where = all(tx, contact ? tx`l.contact_id = ${contact}` : undefined, stage ? of : undefined);
    return { body: await listPage(tx, { from: tx`leads l`, id: tx`l.id`, columns: columns(tx), where }, page, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/leads/{id}', name: 'getLead', group, scope: 'read', params },
  summary: 'A lead',
  ok: { status: 200, shape: leadShape },
  versioned: { table: 'leads', load },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

const money = (amount: { minor: number; currency: string } | undefined) =>
  amount && { minor: String(amount.minor), currency: amount.currency };

const create = operation({
  ...{ method: 'post', path: '/leads', name: 'createLead', group, scope: 'write' },
  summary: 'Open a lead',
  body: z
    .strictObject({
      contact: idShape('the contact'),
      title: textShape(TITLE, 'Logo design'),
      amount: moneyShape.optional(),
    })
    .openapi('NewLead'),
  ok: { status: 201, shape: leadShape },
  async run(act, { body: { contact, title, amount } }) {
    await needContact(act, contact);
    const conversation = await conversationOf(act.tx, contact);
    const draft = { contactId: contact, conversationId: conversation?.id ?? null, title: cleanName(title, TITLE) };
    const { id } = await insertLead(act.tx, { ...draft, amount: money(amount) }, act.now);
    return { body: await load(act, id), location: `/leads/${id}` };
  },
});

const change = operation({
  ...{ method: 'patch', path: '/leads/{id}', name: 'changeLead', group, scope: 'write', params },
  summary: 'Change a lead, win it, lose it or open it again',
  body: z
    .strictObject({
      title: textShape(TITLE, 'Logo design').optional(),
      amount: moneyShape.optional(),
      stage: z
        .enum(['open', 'won', 'lost'])
        .optional()
        .openapi({ description: '`open`: as it was before it was closed' }),
      lost_reason: textShape(TITLE, 'Too expensive').optional().openapi({ description: 'Used where it is lost' }),
    })
    .openapi('LeadChange'),
  ok: { status: 200, shape: leadShape },
  versioned: { table: 'leads', load },
  async run(act, { params, body }) {
    const id = params.id!;
    const amount = money(body.amount);
    if (body.title !== undefined || amount)
      await changeLead(act.tx, id, { amount, title: body.title && cleanName(body.title, TITLE) });
    if (body.stage === 'won') await winLead(act.tx, id, amount, act.now);
    if (body.stage === 'lost')
      await loseLead(act.tx, id, body.lost_reason && cleanName(body.lost_reason, TITLE), act.now);
    if (body.stage === 'open') await reopenLead(act.tx, id, act.now);
    return { body: await load(act, id) };
  },
});

export const leadOperations = [list, create, get, change];
