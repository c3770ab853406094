import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { todayIn } from '../../domain/commands/sell/contract/shown.ts';
import { insertContract } from '../../domain/sell/contract/contract.ts';
import { cleanName } from '../../text/normalise.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { invalid, notFound } from '../problem.ts';
import { idShape, moneyShape, pageOf, pageShape, textShape, time, timeShape } from '../shapes.ts';
import { needContact } from './contacts.ts';

const group = 'contracts';
const TITLE = 200;
const STATES = ['active', 'noticed', 'ended'] as const;
const PERS = ['once', 'month', 'year'] as const;
const UNITS = ['day', 'week', 'month'] as const;
const dayShape = z.iso
  .date()
  .regex(/^(?:19|2[0-9])[0-9]{2}-/)
  .openapi({ format: 'date', example: '2027-03-31' });
const noticeShape = z.strictObject({ count: z.int().min(0).max(999), unit: z.enum(UNITS) });

const contractShape = z
  .strictObject({
    id: idShape('the contract'),
    contact: idShape('its customer'),
    title: z.string(),
    state: z.enum(STATES).openapi({ description: '`noticed`: it ends with its term' }),
    value: moneyShape.nullable(),
    per: z.enum(PERS),
    starts_on: dayShape.nullable(),
    ends_on: dayShape.nullable().openapi({ description: 'The last day of the term that runs; null: without an end' }),
    renews_by_months: z.int().nullable().openapi({ description: 'It goes on by itself for so long; null: it ends' }),
    notice: noticeShape.nullable(),
    notice_by: dayShape.nullable().openapi({ description: 'The last day on which notice can be given' }),
    ended_on: dayShape.nullable(),
    created_at: timeShape,
  })
  .openapi('Contract');

interface Row {
  id: string;
  contact: string;
  title: string;
  state: (typeof STATES)[number];
  value: string | null;
  currency: string | null;
  per: (typeof PERS)[number];
  starts_on: string | null;
  ends_on: string | null;
  renews_by_months: number | null;
  count: number | null;
  unit: (typeof UNITS)[number] | null;
  notice_by: string | null;
  ended_on: string | null;
  createdAt: Date;
}

const columns = (sql: Sql): Fragment => sql`
  k.id, k.contact_id as contact, k.title, k.state, k.value_minor as value, k.currency, k.per, k.starts_on::text as starts_on,
  k.ends_on::text as ends_on, k.renews_by as renews_by_months, k.notice_count as count, k.notice_unit as unit,
  k.notice_by::text as notice_by, k.ended_on::text as ended_on, k.created_at as "createdAt"`;

const shape = ({ value, currency, count, unit, createdAt, ...row }: Row) => ({
  ...row,
  value: value === null || currency === null ? null : { minor: Number(value), currency },
  notice: count === null || unit === null ? null : { count, unit },
  created_at: time(createdAt),
});

async function load({ tx }: CommandContext, id: string) {
  const [row] = await tx<Row>`select ${columns(tx)} from contracts k where k.id = ${id}`;
  if (!row) throw notFound('contract');
  return shape(row);
}

const list = operation({
  ...{ method: 'get', path: '/contracts', name: 'listContracts', group, scope: 'read' },
  summary: 'Contracts with customers, and until when they run',
  query: z.object({
    ...pageShape,
    contact: idShape('the customer').optional(),
    state: z.enum(STATES).optional(),
  }),
  ok: { status: 200, shape: pageOf(contractShape).openapi('ContractPage') },
  async run({ tx }, { query: { contact, state, ...page } }) {
    const where = all(
      tx,
      contact ? tx`k.contact_id = ${contact}` : undefined,
      state ? tx`k.state = ${state}` : undefined,
    );
    const listed = { from: tx`contracts k`, id: tx`k.id`, columns: columns(tx), where };
    return { body: await listPage(tx, listed, page, shape) };
  },
});

const get = operation({
  ...{ method: 'get', path: '/contracts/{id}', name: 'getContract', group, scope: 'read' },
  params: { id: idShape('the contract') },
  summary: 'A contract',
  ok: { status: 200, shape: contractShape },
  run: async (act, { params }) => ({ body: await load(act, params.id!) }),
});

const create = operation({
  ...{ method: 'post', path: '/contracts', name: 'createContract', group, scope: 'write' },
  summary: 'Write down a contract',
  body: z
    .strictObject({
      contact: idShape('the customer'),
      title: textShape(TITLE, 'Care of the website'),
      value: moneyShape.optional(),
      per: z.enum(PERS).optional(),
      starts_on: dayShape.optional(),
      ends_on: dayShape.optional(),
      renews_by_months: z.int().min(1).max(120).optional(),
      notice: noticeShape.optional(),
    })
    .openapi('NewContract'),
  ok: { status: 201, shape: contractShape },
  async run(act, { body }) {
    await needContact(act, body.contact);
    const { value, starts_on: startsOn = null, ends_on: endsOn = null } = body;
    if (value?.minor === 0) throw invalid('body', 'value', 'nothing');
    if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw invalid('body', 'ends_on', 'before it starts');
    const id = await insertContract(
      act.tx,
      {
        ...{ contactId: body.contact, title: cleanName(body.title, TITLE), per: body.per ?? 'once', startsOn, endsOn },
        ...{ valueMinor: value ? String(value.minor) : null, currency: value?.currency ?? null },
        ...{ renewsBy: body.renews_by_months ?? null, notice: body.notice ?? null },
      },
      todayIn(act),
    );
    return { body: await load(act, id), location: `/contracts/${id}` };
  },
});

export const contractOperations = [list, create, get];
