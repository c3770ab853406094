import type { Sql, Tx } from '../../../db/sql.ts';
import { isoDay, wallTime } from '../../../text/when/zone.ts';
import type { Settings, Tax } from '../../settings.ts';
import { businessOf, daysOf } from './business.ts';
import { type Deduction, lockLead, offOf, type QuoteLine, quoteLines } from './lines.ts';
import { type Sums, sumsOf } from './sums.ts';

/** What a lead is offered by now: its lines, and what is said beside them. */
export interface Draft {
  lines: QuoteLine[];
  off: Deduction | undefined;
  tax: Tax | undefined;
  /** 'YYYY-MM-DD', the last day; null: without an end. */
  validUntil: string | null;
  terms: string;
  note: string;
  sums: Sums;
  /** Of its lines; null as long as there is none. */
  currency: string | null;
}

/** What is set beside the lines; what is left out stays. null: as the business has it by default, of the discount none. */
export interface Terms {
  off?: Deduction | null;
  /** 'none': no tax is said. */
  tax?: Tax | 'none' | null;
  /** 'YYYY-MM-DD'. */
  validUntil?: string | null;
  terms?: string | null;
  note?: string | null;
}

interface Row {
  percent: string | null;
  minor: string | null;
  taxPercent: string | null;
  taxIncluded: boolean | null;
  validUntil: string | null;
  terms: string | null;
  note: string | null;
}

const NOTHING: Row = {
  ...{ percent: null, minor: null, taxPercent: null, taxIncluded: null },
  ...{ validUntil: null, terms: null, note: null },
};

interface Moment {
  now: Date;
  settings: Settings;
}

/** Of a draft: it has no end, whatever the business has by default. */
const ENDLESS = 'infinity';

/** What a draft has for it (sql); an issued one without an end has said so. */
const lastDay = (sql: Sql) =>
  sql`case when state = 'draft' then valid_until else coalesce(valid_until, ${ENDLESS}) end`;

/** The draft of a lead: it goes on from what was issued last, in all; what nobody has set is as the business has it. */
export async function draftOf(sql: Sql, leadId: string, { now, settings }: Moment): Promise<Draft> {
  const lines = await quoteLines(sql, leadId);
  const [row = NOTHING] = await sql<Row>`
    select trim_scale(discount_percent)::text as percent, discount_minor as minor, trim_scale(tax_percent)::text as "taxPercent",
      tax_included as "taxIncluded", ${lastDay(sql)}::text as "validUntil", terms, note
    from quotes where lead_id = ${leadId} order by state = 'draft' desc, id desc limit 1`;
  const business = businessOf(settings);
  const { off } = offOf(row);
  const tax = taxOf(row, business.tax);
  const days = daysOf(business);
  const last = days > 0 ? isoDay(wallTime(now, settings.timezone).day + days) : null;
  return {
    ...{ lines, off, tax, terms: row.terms ?? business.terms ?? '' },
    validUntil: row.validUntil === ENDLESS ? null : (row.validUntil ?? last),
    ...{ note: row.note ?? '', sums: sumsOf(lines, off, tax), currency: lines[0]?.currency ?? null },
  };
}

function taxOf({ taxPercent, taxIncluded }: Row, byDefault: Tax | undefined): Tax | undefined {
  if (taxPercent === null) return byDefault;
  return Number(taxPercent) === 0 ? undefined : { percent: taxPercent, included: taxIncluded === true };
}

/** Sets what stands beside the lines. */
export async function setTerms(tx: Tx, leadId: string, terms: Terms, now: Date): Promise<void> {
  await lockLead(tx, leadId);
  await beginDraft(tx, leadId, now);
  const { off, tax, validUntil, terms: words, note } = terms;
  const percent = off && 'percent' in off ? off.percent : null;
  const minor = off && 'minor' in off ? off.minor : null;
  const rate = tax === 'none' ? '0' : (tax?.percent ?? null);
  const included = tax && tax !== 'none' ? tax.included : null;
  await tx`
    update quotes set
      discount_percent = case when ${off !== undefined}::boolean then ${percent}::numeric else discount_percent end,
      discount_minor = case when ${off !== undefined}::boolean then ${minor}::bigint else discount_minor end,
      tax_percent = case when ${tax !== undefined}::boolean then ${rate}::numeric else tax_percent end,
      tax_included = case when ${tax !== undefined}::boolean then ${included}::boolean else tax_included end,
      valid_until = case when ${validUntil !== undefined}::boolean then ${validUntil ?? null}::date else valid_until end,
      terms = case when ${words !== undefined}::boolean then ${words ?? null} else terms end,
      note = case when ${note !== undefined}::boolean then ${note ?? null} else note end
    where lead_id = ${leadId} and state = 'draft'`;
}

/** The row of a lead's draft, made where there is none: as what was issued last. */
export async function beginDraft(tx: Tx, leadId: string, now: Date): Promise<string> {
  const [known] = await tx<{ id: string }>`select id from quotes where lead_id = ${leadId} and state = 'draft'`;
  if (known) return known.id;
  const [made] = await tx<{ id: string }>`
    insert into quotes (
      lead_id, created_at, discount_percent, discount_minor, tax_percent, tax_included, valid_until, terms, note
    )
    select ${leadId}, ${now}, discount_percent, discount_minor, tax_percent, tax_included, ${lastDay(tx)}, terms, note
    from (select) one left join (
      select * from quotes where lead_id = ${leadId} order by id desc limit 1
    ) last on true
    returning id`;
  return made!.id;
}

/** The lead is worth what its draft comes to; without lines it has no amount. */
export async function followTotal(tx: Tx, leadId: string, moment: Moment): Promise<void> {
  const { lines, sums, currency } = await draftOf(tx, leadId, moment);
  await tx`
    update leads set amount_minor = ${lines.length > 0 ? sums.total : null}, currency = ${currency}, active_at = ${moment.now}
    where id = ${leadId}`;
}
