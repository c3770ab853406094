import { countUpTo } from '../../db/count.ts';
import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Money } from '../../text/money/money.ts';
import { type Fate, fateOf, isHeardOf } from '../shown.ts';

export interface Lead {
  id: string;
  contactId: string;
  contactName: string;
  conversationId: string | null;
  title: string;
  /** The key of its stage, what the owner calls that (null: what it is always called), and how likely it is to be won there, in percent. */
  stage: string;
  stageName: string | null;
  probability: number;
  /** When it came there. */
  stageAt: Date;
  amountMinor: string | null;
  currency: string | null;
  product: string | null;
  /** Where it came from, as the owner says; null: as it is seen. */
  source: string | null;
  /** The day on which it is expected to be won, ISO 8601. */
  expectedOn: string | null;
  /** What is to be done next: the first of its open tasks. */
  step: Step | null;
  lostReason: string | null;
  activeAt: Date;
  createdAt: Date;
  /** What has become of the words it came from. */
  fate: Fate | null;
}

/** What is to be done next of a lead. */
export interface Step {
  /** Of the task. */
  id: string;
  title: string;
  /** ISO 8601; null: without a time. */
  dueAt: string | null;
}

/** The first of a lead's open tasks (sql), as a `Step`. */
const stepOf = (sql: Sql) => sql`(
  select jsonb_build_object('id', k.id::text, 'title', k.title, 'dueAt', k.due_at)
  from tasks k where k.lead_id = l.id and k.done_at is null order by k.due_at, k.id limit 1
)`;

/** Of leads `l` with their contacts `c` and stages `g` (sql). */
export const leadColumns = (sql: Sql) => sql`
  l.id, l.contact_id as "contactId", c.name as "contactName", l.conversation_id as "conversationId", l.title, l.stage,
  g.name as "stageName", g.probability, coalesce(l.stage_at, l.closed_at, l.created_at) as "stageAt", l.amount_minor as "amountMinor", l.currency, l.product, l.source,
  l.expected_on::text as "expectedOn", ${stepOf(sql)} as step, l.lost_reason as "lostReason",
  l.active_at as "activeAt", l.created_at as "createdAt", ${fateOf(sql, sql`l`)} as fate`;

/** Every lead, as `leadColumns` reads it (sql). */
export const leadsOf = (sql: Sql) =>
  sql`from leads l join contacts c on c.id = l.contact_id join stages g on g.key = l.stage`;

export async function loadLead(sql: Sql, id: string): Promise<Lead | undefined> {
  const [lead] = await sql<Lead>`
    select ${leadColumns(sql)} ${leadsOf(sql)} where l.id = ${id}`;
  return lead;
}

/** From an amount on, or up to one; minor units. */
export interface Worth extends Money {
  is: '>=' | '<=';
}

/** What is known to be worth that, of all that are open. */
const openAnd = (sql: Sql, worth: Worth | undefined) => sql`
  l.closed_at is null and ${isHeardOf(sql, sql`l`)}
  ${worth ? sql`and l.currency = ${worth.currency} and ${worth.is === '>=' ? sql`l.amount_minor >= ${worth.minor}` : sql`l.amount_minor <= ${worth.minor}`}` : sql``}`;

export async function openLeads(sql: Sql, limit: number, offset = 0, worth?: Worth): Promise<Lead[]> {
  return sql<Lead>`
    select ${leadColumns(sql)} ${leadsOf(sql)}
    where ${openAnd(sql, worth)} order by l.active_at desc, l.id desc limit ${limit} offset ${offset}`;
}

/** How many `openLeads` lists, counted up to `most`. */
export async function countOpenLeads(sql: Sql, most: number, worth?: Worth): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from leads l where ${openAnd(sql, worth)}`, most)} as count`;
  return row!.count;
}

export async function openLeadsOf(sql: Sql, contactId: string): Promise<Lead[]> {
  return sql<Lead>`
    select ${leadColumns(sql)} ${leadsOf(sql)}
    where l.contact_id = ${contactId} and l.closed_at is null order by l.active_at desc, l.id desc`;
}

/** Which of these contacts have an open one. */
export async function withOpenLeads(sql: Sql, contactIds: readonly string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set();
  const rows = await sql<{ id: string }>`
    select distinct contact_id as id from leads where contact_id = any(${[...contactIds]}::bigint[]) and closed_at is null`;
  return new Set(rows.map(({ id }) => id));
}

/** Where leads begin (sql). */
const firstStage = (sql: Sql) =>
  sql`(select key from stages where removed_at is null and ends is null order by position, id limit 1)`;

export async function insertLead(
  tx: Tx,
  draft: {
    contactId: string;
    conversationId?: string | null;
    messageId?: string;
    title: string;
    amount?: Money | undefined;
  },
  now: Date,
): Promise<Lead> {
  const [made] = await tx<Lead>`
    with made as (
      insert into leads (
        contact_id, conversation_id, message_id, title, amount_minor, currency, stage, stage_at, active_at, created_at
      ) values (
        ${draft.contactId}, ${draft.conversationId ?? null}, ${draft.messageId ?? null}, ${draft.title},
        ${draft.amount?.minor ?? null}, ${draft.amount?.currency ?? null}, ${firstStage(tx)}, ${now}, ${now}, ${now}
      )
      returning *
    )
    select ${leadColumns(tx)} from made l join contacts c on c.id = l.contact_id join stages g on g.key = l.stage`;
  return made!;
}

/** Says what an open lead is worth, where nothing says it yet; false: something does, or it is closed. */
export async function setWorth(tx: Tx, id: string, { minor, currency }: Money): Promise<boolean> {
  const { count } = await tx`
    update leads set amount_minor = ${minor}, currency = ${currency}
    where id = ${id} and closed_at is null and amount_minor is null`;
  return count > 0;
}

/** What a user can say of a lead; null: it is not known any more. */
export interface LeadChange {
  title?: string | undefined;
  /** Null: nothing is known of it any more. */
  amount?: Money | null | undefined;
  product?: string | null | undefined;
  source?: string | null | undefined;
  /** A day, ISO 8601. */
  expectedOn?: string | null | undefined;
}

/** Puts right what is given; what is left out stays. The amount is the user's then. */
export async function changeLead(tx: Tx, id: string, change: LeadChange): Promise<void> {
  const { title, amount, product, source, expectedOn } = change;
  const given = (value: string | null | undefined, before: Fragment) =>
    tx`case when ${value === undefined} then ${before} else ${value ?? null} end`;
  await tx`
    update leads set title = coalesce(${title ?? null}, title),
      amount_minor = case when ${amount === null} then null else coalesce(${amount?.minor ?? null}::bigint, amount_minor) end,
      currency = case when ${amount === null} then null else coalesce(${amount?.currency ?? null}, currency) end, amount_from_order = amount_from_order and ${amount === undefined},
      product = ${given(product, tx`product`)}, source = ${given(source, tx`source`)},
      expected_on = case when ${expectedOn === undefined} then expected_on else ${expectedOn ?? null}::date end
    where id = ${id}`;
}

export const touchLeads = (tx: Tx, conversationId: string, now: Date): Fragment =>
  tx`update leads set active_at = ${now} where conversation_id = ${conversationId} and closed_at is null`;

/** Of somebody something was noted: their open leads are not quiet. */
export async function touchLeadsOf(tx: Tx, contactId: string, now: Date): Promise<void> {
  await tx`update leads set active_at = ${now} where contact_id = ${contactId} and closed_at is null`;
}

/** What won a lead: an order automatically, or at a user's word (then the amount is the user's). */
export interface WonBy {
  orderId: string;
  itself: boolean;
}

/** Wins a lead. If it was won already, only a new amount changes anything; without one it keeps its own. */
export async function winLead(tx: Tx, id: string, amount: Money | undefined, now: Date, by?: WonBy): Promise<Lead> {
  const minor = amount?.minor ?? null;
  const currency = amount?.currency ?? null;
  await tx`
    with ended as (${endSteps(tx, id, now)})
    update leads set
      stage = 'won', stage_at = case when stage = 'won' then stage_at else ${now} end, closed_at = ${now}, active_at = ${now},
      lost_reason = null, lost_reason_id = null,
      won_order_id = ${by?.orderId ?? null}, stage_before = ${stageBefore(tx)},
      amount_from_order = ${by?.itself === true && amount !== undefined},
      amount_minor = coalesce(${minor}::bigint, amount_minor), currency = coalesce(${currency}, currency)
    where id = ${id} and (
      stage <> 'won' or (amount_minor, currency) is distinct from
        (coalesce(${minor}::bigint, amount_minor), coalesce(${currency}, currency))
    )`;
  return (await loadLead(tx, id))!;
}

/** Of a lead that is won or lost nothing is to be done any more (sql); of one that was already, what was planned since stays. */
const endSteps = (sql: Sql, id: string, now: Date) => sql`
  update tasks k set done_at = ${now} from leads l
  where k.lead_id = ${id} and k.done_at is null and l.id = k.lead_id and l.closed_at is null`;

/** The stage before it was closed, also if it is closed already. */
const stageBefore = (sql: Sql) => sql`case when closed_at is null then stage else stage_before end`;

/** The lead that this order has won, unless somebody has closed it differently since. */
export async function leadWonBy(sql: Sql, orderId: string): Promise<Lead | undefined> {
  const [lead] = await sql<Lead>`
    select ${leadColumns(sql)} ${leadsOf(sql)}
    where l.won_order_id = ${orderId} and l.stage = 'won' limit 1`;
  return lead;
}

/** Whether a lead of this contact has been won since. */
export async function wonSince(sql: Sql, contactId: string, since: Date): Promise<boolean> {
  const rows = await sql`
    select from leads where contact_id = ${contactId} and stage = 'won' and closed_at >= ${since} limit 1`;
  return rows.length > 0;
}

/** Opens the lead that this order has won, unless somebody has closed it differently since. */
export async function reopenWonBy(tx: Tx, orderId: string, now: Date): Promise<Lead | undefined> {
  const lead = await leadWonBy(tx, orderId);
  return lead && reopenLead(tx, lead.id, now);
}

/**
 * Opens it as it was before it was closed; an amount that came from an order is removed. An open lead stays as it is.
 */
export async function reopenLead(tx: Tx, id: string, now: Date): Promise<Lead> {
  await tx`
    update leads set
      stage = coalesce((select key from stages where key = stage_before and removed_at is null), ${firstStage(tx)}), stage_at = ${now},
      closed_at = null, active_at = ${now}, won_order_id = null, stage_before = null,
      lost_reason = null, lost_reason_id = null, amount_minor = case when not amount_from_order then amount_minor end,
      currency = case when not amount_from_order then currency end, amount_from_order = false
    where id = ${id} and closed_at is not null`;
  return (await loadLead(tx, id))!;
}

/** The contact's leads that are won or lost, the most recently closed first. */
export async function closedLeadsOf(sql: Sql, contactId: string, limit: number): Promise<Lead[]> {
  return sql<Lead>`
    select ${leadColumns(sql)} ${leadsOf(sql)}
    where l.contact_id = ${contactId} and l.closed_at is not null order by l.closed_at desc, l.id desc limit ${limit}`;
}

/**
 * Loses a lead. If it was lost already, only a new reason changes anything. `listed`: the reason of the owner's list that the words name.
 */
export async function loseLead(
  tx: Tx,
  id: string,
  reason: string | undefined,
  now: Date,
  listed?: string | undefined,
): Promise<Lead> {
  const said = reason ?? null;
  await tx`
    with ended as (${endSteps(tx, id, now)})
    update leads set
      stage = 'lost', stage_at = case when stage = 'lost' then stage_at else ${now} end, closed_at = ${now}, active_at = ${now},
      stage_before = ${stageBefore(tx)}, lost_reason = coalesce(${said}, case when stage = 'lost' then lost_reason end),
      lost_reason_id = case when ${said !== null} then ${listed ?? null}::bigint when stage = 'lost' then lost_reason_id end
    where id = ${id} and (
      stage <> 'lost' or ${said !== null} and (lost_reason, lost_reason_id) is distinct from (${said}, ${listed ?? null}::bigint)
    )`;
  return (await loadLead(tx, id))!;
}
