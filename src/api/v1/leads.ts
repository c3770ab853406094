import { z } from '@hono/zod-openapi';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { CommandContext } from '../../domain/commands/command.ts';
import { planStep } from '../../domain/commands/sell/follow/plan.ts';
import {
  changeLead,
  insertLead,
  type LeadChange,
  loadLead,
  loseLead,
  reopenLead,
  winLead,
} from '../../domain/sell/lead.ts';
import { loadReasons, reasonsIn } from '../../domain/sell/pipeline/lost_reason.ts';
import { moveLead } from '../../domain/sell/pipeline/move.ts';
import { loadStages, type Stage } from '../../domain/sell/pipeline/stage.ts';
import { conversationOf } from '../../domain/talk/conversation.ts';
import { finishTask, loadTask } from '../../domain/tasks/task.ts';
import { cleanName } from '../../text/normalise.ts';
import { operation } from '../operation.ts';
import { all, listPage } from '../page.ts';
import { notFound } from '../problem.ts';
import { idShape, moneyShape, pageOf, pageShape, textShape, time, timeOrNull, timeShape } from '../shapes.ts';
import { needContact } from './contacts.ts';

const group = 'leads';
const params = { id: idShape('the lead') };
const TITLE = 300;
/** What is always there, or the number of one of the owner's own. */
const KEY = '(?:new|contacted|qualified|quoted|won|lost|s[1-9][0-9]{0,17})';
const KEY_SAID = 'The key of a stage: see /stages';
const keyShape = z
  .string()
  .regex(new RegExp(`^${KEY}$`))
  .openapi({ description: KEY_SAID, example: 'quoted' });
/** A stage, or any that is open. */
const openOr = (description: string) =>
  z
    .string()
    .regex(new RegExp(`^(?:open|${KEY})$`))
    .openapi({ description, example: 'open' });
const PRODUCT = 200;
const dayShape = z.iso.date().openapi({ format: 'date', example: '2026-12-24' });

const leadShape = z
  .strictObject({
    id: idShape('the lead'),
    contact: idShape('its contact'),
    conversation: idShape('its conversation').nullable(),
    title: z.string(),
    stage: keyShape,
    stage_since: timeShape,
    probability: z
      .int()
      .min(0)
      .max(100)
      .openapi({ description: 'How likely a lead in its stage is to be won, in percent' }),
    amount: moneyShape.nullable(),
    product: z.string().nullable(),
    source: z.string().nullable().openapi({ description: 'Where it came from, as its owner says' }),
    expected_on: dayShape.nullable(),
    next_step: z.string().nullable().openapi({ description: 'What is to be done next: the first of its open tasks' }),
    next_step_due_at: timeShape.nullable(),
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
  stage: string;
  stageAt: Date;
  probability: number;
  product: string | null;
  source: string | null;
  expectedOn: string | null;
  nextStep: string | null;
  nextStepAt: Date | null;
  minor: string | null;
  currency: string | null;
  lostReason: string | null;
  activeAt: Date;
  closedAt: Date | null;
  createdAt: Date;
}

const step = (sql: Sql, what: Fragment): Fragment => sql`(
  select ${what} from tasks k where k.lead_id = l.id and k.done_at is null order by k.due_at, k.id limit 1
)`;

const columns = (sql: Sql): Fragment => sql`
  l.id, l.contact_id as contact, l.conversation_id as conversation, l.title, l.stage,
  coalesce(l.stage_at, l.closed_at, l.created_at) as "stageAt", (select probability from stages where key = l.stage) as probability,
  l.product, l.source, l.expected_on::text as "expectedOn", ${step(sql, sql`k.title`)} as "nextStep", ${step(sql, sql`k.due_at`)} as "nextStepAt", l.amount_minor as minor, l.currency,
  l.lost_reason as "lostReason", l.active_at as "activeAt", l.closed_at as "closedAt", l.created_at as "createdAt"`;

const shape = ({
  minor,
  currency,
  lostReason,
  activeAt,
  closedAt,
  createdAt,
  stageAt,
  expectedOn,
  nextStep,
  nextStepAt,
  ...row
}: Row) => ({
  ...row,
  ...{
    stage_since: time(stageAt),
    expected_on: expectedOn,
    next_step: nextStep,
    next_step_due_at: timeOrNull(nextStepAt),
  },
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
    stage: openOr('`open`: in any stage that ends no lead').optional(),
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

/** What else can be said of a lead; null: it is not known any more. */
const said = {
  product: textShape(PRODUCT, 'Longjing').nullable().optional(),
  source: textShape(PRODUCT, 'A friend of Anna').nullable().optional(),
  expected_on: dayShape
    .regex(/^(?:19|2[0-9])[0-9]{2}-/)
    .nullable()
    .optional(),
  next_step: textShape(PRODUCT, 'Send a sample').nullable().optional(),
};

interface Said {
  product?: string | null | undefined;
  source?: string | null | undefined;
  expected_on?: string | null | undefined;
  next_step?: string | null | undefined;
}

const clean = (text: string | null | undefined) => (text ? cleanName(text, PRODUCT) : text);

const saidIn = ({ product, source, expected_on }: Said): LeadChange => ({
  ...{ product: clean(product), source: clean(source), expectedOn: expected_on },
});

/** It keeps the time that it has; null: nothing is to be done any more. */
async function setNextStep({ tx, now, user }: CommandContext, id: string, { next_step }: Said): Promise<void> {
  const title = clean(next_step);
  const lead = title === undefined ? undefined : await loadLead(tx, id);
  if (!lead || title === lead.step?.title) return;
  const before = lead.step && (await loadTask(tx, lead.step.id));
  if (title)
    await planStep(tx, lead, { title, dueAt: before?.dueAt ?? null, repeats: before?.repeats ?? null }, user.id);
  else if (lead.step) await finishTask(tx, lead.step.id, now);
}

async function needStage({ tx }: CommandContext, key: string): Promise<Stage> {
  const stage = (await loadStages(tx)).find((one) => one.key === key);
  if (!stage) throw notFound('stage');
  return stage;
}

/** A reason that is in the owner's list is counted there. */
async function lose({ tx, now }: CommandContext, id: string, reason: string | undefined): Promise<void> {
  const named = reason === undefined ? [] : reasonsIn(await loadReasons(tx), reason);
  await loseLead(tx, id, reason, now, named.length === 1 ? named[0]!.id : undefined);
}

const create = operation({
  ...{ method: 'post', path: '/leads', name: 'createLead', group, scope: 'write' },
  summary: 'Open a lead',
  body: z
    .strictObject({
      contact: idShape('the contact'),
      title: textShape(TITLE, 'Logo design'),
      amount: moneyShape.optional(),
      ...said,
    })
    .openapi('NewLead'),
  ok: { status: 201, shape: leadShape },
  async run(act, { body: { contact, title, amount, ...more } }) {
    await needContact(act, contact);
    const conversation = await conversationOf(act.tx, contact);
    const draft = { contactId: contact, conversationId: conversation?.id ?? null, title: cleanName(title, TITLE) };
    const { id } = await insertLead(act.tx, { ...draft, amount: money(amount) }, act.now);
    await changeLead(act.tx, id, saidIn(more));
    await setNextStep(act, id, more);
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
      stage: openOr('Where it goes; `open`: as it was before it was closed').optional(),
      ...said,
      lost_reason: textShape(TITLE, 'Too expensive').optional().openapi({ description: 'Used where it is lost' }),
    })
    .openapi('LeadChange'),
  ok: { status: 200, shape: leadShape },
  versioned: { table: 'leads', load },
  async run(act, { params, body }) {
    const id = params.id!;
    const amount = money(body.amount);
    const change = { ...saidIn(body), amount, title: body.title && cleanName(body.title, TITLE) };
    if (Object.values(change).some((value) => value !== undefined)) await changeLead(act.tx, id, change);
    await setNextStep(act, id, body);
    if (body.stage === 'won') await winLead(act.tx, id, amount, act.now);
    else if (body.stage === 'lost') await lose(act, id, body.lost_reason && cleanName(body.lost_reason, TITLE));
    else if (body.stage === 'open') await reopenLead(act.tx, id, act.now);
    else if (body.stage !== undefined) await moveLead(act.tx, id, await needStage(act, body.stage), act.now);
    return { body: await load(act, id) };
  },
});

const stages = operation({
  ...{ method: 'get', path: '/stages', name: 'listStages', group, scope: 'read' },
  summary: 'The stages that leads go through, in their order',
  ok: {
    status: 200,
    shape: z
      .strictObject({
        data: z.array(
          z.strictObject({
            key: keyShape,
            name: z.string().nullable().openapi({ description: 'null: what it is always called, as its key says' }),
            probability: z.int().min(0).max(100),
            quiet_days: z
              .int()
              .nullable()
              .openapi({ description: 'After so many days a lead there is stale; null: never' }),
            ends: z.enum(['won', 'lost']).nullable(),
          }),
        ),
      })
      .openapi('Stages'),
  },
  async run({ tx }) {
    const data = (await loadStages(tx)).map(({ key, name, probability, quietDays, ends }) => ({
      ...{ key, name, probability, quiet_days: quietDays, ends },
    }));
    return { body: { data } };
  },
});

export const leadOperations = [list, create, get, change, stages];
