import { countUpTo } from '../../../db/count.ts';
import type { Sql } from '../../../db/sql.ts';
import type { Locale } from '../../../text/locale.ts';
import { isoDay, wallTime } from '../../../text/when/zone.ts';
import type { Tax } from '../../settings.ts';
import type { PricedLine } from './lines.ts';
import type { Sums } from './sums.ts';

/** As it is kept; whether it is over by its date is said by `standingOf`. */
type State = 'draft' | 'sent' | 'accepted' | 'declined' | 'replaced' | 'revoked';

/** What is written on an issued quote: it never changes. */
export interface QuoteContent {
  locale: Locale;
  head: { name: string; address: string; taxId: string; bank: string; logo: string | null };
  /** Whose it is. */
  to: string;
  lines: (PricedLine & { description: string; minor: string })[];
  tax: Tax | null;
  sums: Sums;
  currency: string;
  terms: string;
  note: string;
  /** 'YYYY-MM-DD'. */
  issuedOn: string;
  validUntil: string | null;
}

/** How its customer decided. */
export interface Decided {
  /** The name they typed. */
  name?: string;
  /** Why they declined, in their words. */
  reason?: string;
  /** The network address, as it came; '' where it is not known. */
  address: string;
  agent: string;
}

/** A quote that was issued. */
export interface Quote {
  id: string;
  leadId: string;
  leadTitle: string;
  /** It is won or lost. */
  leadClosed: boolean;
  contactId: string;
  contactName: string;
  conversationId: string | null;
  state: Exclude<State, 'draft'>;
  number: string;
  revision: number;
  content: QuoteContent;
  totalMinor: string;
  currency: string;
  validUntil: string | null;
  nonce: string | null;
  pdf: string | null;
  messageId: string | null;
  /** It left by no channel of ours: its owner has passed it on. */
  byHand: boolean;
  issuedAt: Date;
  openedAt: Date | null;
  decidedAt: Date | null;
  decided: Decided | null;
  orderId: string | null;
  orderNumber: string | null;
}

/** How a quote stands on a day. */
export type Standing = Quote['state'] | 'expired';

const columns = (sql: Sql) => sql`
  q.id, q.lead_id as "leadId", l.title as "leadTitle", l.closed_at is not null as "leadClosed", l.contact_id as "contactId", c.name as "contactName",
  coalesce((select m.conversation_id from messages m where m.id = q.message_id), l.conversation_id) as "conversationId",
  q.state, q.number, q.revision, q.content, q.total_minor as "totalMinor", q.currency, q.valid_until::text as "validUntil",
  q.link_nonce as nonce, q.pdf, q.message_id as "messageId", q.by_hand as "byHand", q.issued_at as "issuedAt", q.opened_at as "openedAt",
  q.decided_at as "decidedAt", q.decided, q.order_id as "orderId",
  (select o.number from orders o where o.id = q.order_id) as "orderNumber"`;
const rows = (sql: Sql) => sql`quotes q join leads l on l.id = q.lead_id join contacts c on c.id = l.contact_id`;

export async function loadQuote(sql: Sql, id: string): Promise<Quote | undefined> {
  const [quote] = await sql<Quote>`
    select ${columns(sql)} from ${rows(sql)} where q.id = ${id} and q.state <> 'draft'`;
  return quote;
}

/** Every revision of every number that a lead was given, the newest first. */
export async function quotesOf(sql: Sql, leadId: string): Promise<Quote[]> {
  return sql<Quote>`
    select ${columns(sql)} from ${rows(sql)} where q.lead_id = ${leadId} and q.state <> 'draft' order by q.id desc`;
}

const listed = (sql: Sql, { state, today, contactId }: Which) => {
  const fits = standing(sql, state, today);
  return contactId ? sql`${fits} and q.lead_id in (select id from leads where contact_id = ${contactId})` : fits;
};

interface Which {
  state: Standing | undefined;
  today: string;
  /** Only what they were sent. */
  contactId?: string | undefined;
}

const standing = (sql: Sql, state: Standing | undefined, today: string) => {
  if (state === undefined) return sql`q.state <> 'draft' and q.state <> 'replaced'`;
  if (state === 'expired') return sql`q.state = 'sent' and q.valid_until < ${today}::date`;
  if (state === 'sent') return sql`q.state = 'sent' and (q.valid_until is null or q.valid_until >= ${today}::date)`;
  return sql`q.state = ${state}`;
};

/** Those that stand so, or all but what was replaced; the latest issued first. */
export async function listQuotes(sql: Sql, which: Which, limit: number, offset: number): Promise<Quote[]> {
  return sql<Quote>`
    select ${columns(sql)} from ${rows(sql)} where ${listed(sql, which)}
    order by q.id desc limit ${limit} offset ${offset}`;
}

/** How many `listQuotes` lists, counted up to `most`. */
export async function countQuotes(sql: Sql, which: Which, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from quotes q where ${listed(sql, which)}`, most)} as count`;
  return row!.count;
}

/** The business's own day, 'YYYY-MM-DD'. */
export const todayOf = (now: Date, timezone: string): string => isoDay(wallTime(now, timezone).day);

/** It is valid until the end of its last day, by the business's clock. */
export const standingOf = ({ state, validUntil }: Pick<Quote, 'state' | 'validUntil'>, today: string): Standing =>
  state === 'sent' && validUntil !== null && validUntil < today ? 'expired' : state;
