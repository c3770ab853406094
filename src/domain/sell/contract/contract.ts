import { countUpTo } from '../../../db/count.ts';
import { type DaySpan, within } from '../../../db/days.ts';
import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import { type Day, dayOfIso, isoDay } from '../../../text/when/zone.ts';
import type { Attachment } from '../../attachment.ts';
import { type Notice, noticeBy, termEnd } from './term.ts';

export type ContractState = 'active' | 'noticed' | 'ended';
export type Per = 'once' | 'month' | 'year';

/** What is said of a contract; days as 'YYYY-MM-DD'. */
export interface ContractFacts {
  title: string;
  valueMinor: string | null;
  currency: string | null;
  per: Per;
  startsOn: string | null;
  /** The last day of the term that runs; null: without an end. */
  endsOn: string | null;
  /** By how many months it goes on by itself; null: it ends. */
  renewsBy: number | null;
  notice: Notice | null;
}

export interface Contract extends ContractFacts {
  id: string;
  contactId: string;
  contactName: string;
  quoteId: string | null;
  state: ContractState;
  firstEndsOn: string | null;
  terms: number;
  /** The last day on which notice can be given; null: there is none. */
  noticeBy: string | null;
  /** What counts next: that day, or its end. */
  dueOn: string | null;
  remindOn: string | null;
  reminded: string[];
  /** The lead of its next term, or of what comes after it. */
  leadId: string | null;
  noticedOn: string | null;
  endedOn: string | null;
  createdAt: Date;
}

type Row = Omit<Contract, 'notice'> & {
  noticeCount: number | null;
  noticeUnit: Notice['unit'] | null;
  noticeTo: NonNullable<Notice['to']> | null;
};

const columns = (sql: Sql): Fragment => sql`
  k.id, k.contact_id as "contactId", c.name as "contactName", k.quote_id as "quoteId", k.title, k.state, k.value_minor as "valueMinor",
  k.currency, k.per, k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", k.first_ends_on::text as "firstEndsOn", k.terms,
  k.renews_by as "renewsBy", k.notice_count as "noticeCount", k.notice_unit as "noticeUnit", k.notice_to as "noticeTo",
  k.notice_by::text as "noticeBy", k.due_on::text as "dueOn", k.remind_on::text as "remindOn", k.reminded, k.lead_id as "leadId",
  k.noticed_on::text as "noticedOn", k.ended_on::text as "endedOn", k.created_at as "createdAt"`;
const rows = (sql: Sql): Fragment => sql`contracts k join contacts c on c.id = k.contact_id`;

function shaped({ noticeCount, noticeUnit, noticeTo, ...row }: Row): Contract {
  const notice = noticeCount === null ? null : { count: noticeCount, unit: noticeUnit!, to: noticeTo ?? undefined };
  return { ...row, notice };
}

export async function loadContract(sql: Sql, id: string): Promise<Contract | undefined> {
  const [row] = await sql<Row>`select ${columns(sql)} from ${rows(sql)} where k.id = ${id}`;
  return row && shaped(row);
}

/** As it is by then, kept from others until `tx` ends. */
export async function lockContract(tx: Tx, id: string): Promise<Contract | undefined> {
  await tx`select from contracts where id = ${id} for update`;
  return loadContract(tx, id);
}

/** The one that a quote was made into. */
export async function contractOfQuote(sql: Sql, quoteId: string): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>`select id from contracts where quote_id = ${quoteId}`;
  return row?.id;
}

/** Which of them: those that run, or those that are over; perhaps of one person. */
export interface Which {
  over?: boolean;
  contactId?: string | undefined;
  /** Due in these days: to give notice, or to end. */
  due?: DaySpan | undefined;
}

const meant = (sql: Sql, { over = false, contactId, due }: Which): Fragment => sql`
  ${over ? sql`k.state = 'ended'` : sql`k.state <> 'ended'`} ${contactId ? sql`and k.contact_id = ${contactId}` : sql``}
  ${due ? sql`and ${within(sql, sql`k.due_on`, due)}` : sql``}`;

/** By what is due next; those that are over, the last one first. */
export async function listContracts(sql: Sql, which: Which, limit: number, offset = 0): Promise<Contract[]> {
  const order = which.over ? sql`k.ended_on desc, k.id desc` : sql`coalesce(k.due_on, 'infinity'::date), k.id`;
  const found = await sql<Row>`
    select ${columns(sql)} from ${rows(sql)} where ${meant(sql, which)}
    order by ${order} limit ${limit} offset ${offset}`;
  return found.map(shaped);
}

/** How many `listContracts` lists, counted up to `most`. */
export async function countContracts(sql: Sql, which: Which, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from contracts k where ${meant(sql, which)}`, most)} as count`;
  return row!.count;
}

/** What follows from what is said of it. */
export interface Dates {
  noticeBy: string | null;
  dueOn: string | null;
}

/**
 * The last day to give notice, and what counts next on a day: that, as long as it can be given, else the end. What goes on by itself without
 * a time of notice is given notice of on its last day.
 */
export function datesOf(
  { endsOn, notice, renewsBy, state }: Pick<Contract, 'endsOn' | 'notice' | 'renewsBy' | 'state'>,
  today: Day,
): Dates {
  if (endsOn === null) return { noticeBy: null, dueOn: null };
  const ends = dayOfIso(endsOn);
  const by = notice ? noticeBy(ends, notice) : renewsBy === null ? undefined : ends;
  const open = by !== undefined && state === 'active' && by >= today;
  return { noticeBy: by === undefined ? null : isoDay(by), dueOn: open ? isoDay(by) : endsOn };
}

export async function insertContract(
  tx: Tx,
  { contactId, quoteId = null, ...facts }: ContractFacts & { contactId: string; quoteId?: string | null },
  today: Day,
): Promise<string> {
  const { noticeBy: by, dueOn } = datesOf({ ...facts, state: 'active' }, today);
  const { title, valueMinor, currency, per, startsOn, endsOn, renewsBy, notice } = facts;
  const [made] = await tx<{ id: string }>`
    insert into contracts (contact_id, quote_id, title, value_minor, currency, per, starts_on, ends_on, first_ends_on, renews_by,
      notice_count, notice_unit, notice_to, notice_by, due_on)
    values (${contactId}, ${quoteId}, ${title}, ${valueMinor}, ${currency}, ${per}, ${startsOn}, ${endsOn}, ${endsOn}, ${renewsBy},
      ${notice?.count ?? null}, ${notice?.unit ?? null}, ${notice?.to ?? null}, ${by}, ${dueOn})
    returning id`;
  return made!.id;
}

/** Puts right what is said of it. Another end is that of its first term from now on. */
export async function changeContract(
  tx: Tx,
  before: Contract,
  change: Partial<ContractFacts>,
  today: Day,
): Promise<void> {
  const after = { ...before, ...change };
  const { noticeBy: by, dueOn } = datesOf(after, today);
  const isOtherEnd = after.endsOn !== before.endsOn || after.renewsBy !== before.renewsBy;
  await tx`
    update contracts set title = ${after.title}, value_minor = ${after.valueMinor}, currency = ${after.currency}, per = ${after.per},
      starts_on = ${after.startsOn}, ends_on = ${after.endsOn}, renews_by = ${after.renewsBy},
      first_ends_on = case when ${isOtherEnd}::boolean then ${after.endsOn}::date else first_ends_on end,
      terms = case when ${isOtherEnd}::boolean then 0 else terms end,
      notice_count = ${after.notice?.count ?? null}, notice_unit = ${after.notice?.unit ?? null},
      notice_to = ${after.notice?.to ?? null}, notice_by = ${by}, due_on = ${dueOn}
    where id = ${before.id}`;
}

/** It goes on for another term: as its dates say, by so many months. Gives it as it is then. */
export async function rollOn(tx: Tx, contract: Contract, months: number, today: Day): Promise<Contract> {
  const { id, firstEndsOn, endsOn, renewsBy, terms } = contract;
  const own = months === renewsBy;
  const next = isoDay(own ? termEnd(dayOfIso(firstEndsOn!), months, terms + 1) : termEnd(dayOfIso(endsOn!), months, 1));
  const dates = datesOf({ ...contract, state: 'active', endsOn: next }, today);
  await tx`select set_config('crm.renews', ${id}, true)`;
  const [rolled] = await tx<Row>`
    update contracts k set state = 'active', ends_on = ${next}, first_ends_on = case when ${own}::boolean then k.first_ends_on else ${next}::date end,
      terms = case when ${own}::boolean then k.terms + 1 else 0 end, notice_by = ${dates.noticeBy}, due_on = ${dates.dueOn},
      noticed_on = null, ended_on = null, lead_id = null, remind_on = null
    from contacts c where c.id = k.contact_id and k.id = ${id} returning ${columns(tx)}`;
  await tx`select set_config('crm.renews', '', true)`;
  return shaped(rolled!);
}

/** Notice was given: it ends with its term, or on the day that follows from it. */
export async function giveNotice(tx: Tx, contract: Contract, endsOn: string, today: Day): Promise<void> {
  const { noticeBy: by, dueOn } = datesOf({ ...contract, endsOn, state: 'noticed' }, today);
  await tx`
    update contracts set state = 'noticed', noticed_on = ${isoDay(today)}, ends_on = ${endsOn},
      first_ends_on = coalesce(first_ends_on, ${endsOn}::date), notice_by = ${by}, due_on = ${dueOn}, remind_on = null
    where id = ${contract.id}`;
}

export async function endContract(tx: Tx, id: string, on: string): Promise<void> {
  await tx`update contracts set state = 'ended', ended_on = ${on}, remind_on = null where id = ${id} and state <> 'ended'`;
}

/** Notice was given, or it was ended, by mistake. */
export async function resumeContract(tx: Tx, contract: Contract, today: Day): Promise<void> {
  const { noticeBy: by, dueOn } = datesOf({ ...contract, state: 'active' }, today);
  await tx`
    update contracts set state = 'active', noticed_on = null, ended_on = null, notice_by = ${by}, due_on = ${dueOn}
    where id = ${contract.id}`;
}

export async function remindOn(tx: Tx, id: string, day: string | null): Promise<void> {
  await tx`update contracts set remind_on = ${day} where id = ${id}`;
}

/** What its next term of so many months brings; undefined: nobody says what it is worth. */
export function worthOf({ valueMinor, currency, per }: ContractFacts, months: number) {
  if (valueMinor === null || currency === null) return undefined;
  if (per === 'once') return { minor: valueMinor, currency };
  const whole = BigInt(valueMinor) * BigInt(months);
  // half a unit is rounded up
  return { minor: String(per === 'month' ? whole : (whole * 2n + 12n) / 24n), currency };
}

/** A file of a contract: in our own store as soon as it was fetched. */
export interface ContractFile {
  id: string;
  file: Attachment;
  fetched: boolean;
}

export async function filesOf(sql: Sql, contractId: string): Promise<ContractFile[]> {
  return sql<ContractFile>`
    select id, file, fetched_at is not null as fetched from contract_files where contract_id = ${contractId} order by id`;
}
