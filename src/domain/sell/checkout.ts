import { createHash } from 'node:crypto';
import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { CheckoutUpdated } from '../shop_event.ts';
import type { Buyer } from './order_write.ts';

/** Whoever has not gone on for so long has left; and after so long it is forgotten. */
const LEFT_MS = 3_600_000;
const KEPT_MS = 30 * 24 * 3_600_000;

/** A cart that somebody began to pay and left. */
export interface LeftCheckout {
  id: string;
  contactId: string | null;
  /** Their name here, else as the shop gives it; null if nobody is known. */
  name: string | null;
  currency: string;
  totalMinor: string;
  lines: { title: string; variant?: string; quantity: number }[];
  /** Where the buyer can go on with it. */
  url: string | null;
  startedAt: Date;
  /** When it was touched last. */
  at: Date;
}

/** Writes a checkout as it stands; false if that is no newer than what is stored. */
export async function upsertCheckout(tx: Tx, event: CheckoutUpdated, buyer: Buyer | undefined): Promise<boolean> {
  const { connectionId, checkout, customer, updatedAt } = event;
  const body = createHash('sha256').update(JSON.stringify({ checkout, customer })).digest('base64url');
  const lines = checkout.lines.map(({ title, variant, quantity }) => ({
    title,
    ...(variant && { variant }),
    quantity,
  }));
  const { count } = await tx`
    insert into checkouts (
      connection_id, external_id, contact_id, buyer, name, currency, total_minor, lines, url, started_at, completed_at, test,
      version_at, version_tie
    ) values (
      ${connectionId}, ${checkout.externalId}, ${buyer?.contactId ?? null}, ${buyer?.address ?? null}, ${customer?.name ?? null}, ${checkout.currency}, ${checkout.totalMinor},
      ${tx.json(lines)}, ${checkout.url}, ${checkout.startedAt}, ${checkout.completedAt}, ${checkout.test},
      ${updatedAt}, ${`${checkout.completedAt ? 1 : 0}${body}`}
    )
    on conflict (connection_id, external_id) do update set
      contact_id = coalesce(excluded.contact_id, checkouts.contact_id), buyer = coalesce(excluded.buyer, checkouts.buyer),
      name = coalesce(excluded.name, checkouts.name),
      currency = excluded.currency, total_minor = excluded.total_minor, lines = excluded.lines, url = excluded.url,
      started_at = excluded.started_at, completed_at = excluded.completed_at, test = excluded.test,
      version_at = excluded.version_at, version_tie = excluded.version_tie
    where (checkouts.version_at, checkouts.version_tie) < (excluded.version_at, excluded.version_tie)`;
  return count > 0;
}

/** Left alone in (since, now] and not bought in another way since it was begun. */
const isLeft = (sql: Sql, since: Date, now: Date): Fragment =>
  isUnbought(sql, new Date(since.getTime() - LEFT_MS), new Date(now.getTime() - LEFT_MS));

/** Touched last in (after, until] and not bought, in whichever way. */
const isUnbought = (sql: Sql, after: Date, until: Date): Fragment => sql`
  k.completed_at is null and not k.test and k.version_at > ${after} and k.version_at <= ${until}
  and not exists (
    select from orders o where o.contact_id = k.contact_id and o.placed_at >= k.started_at and not o.test
  )`;

/** Those that were left since a time, the newest first; null: of the last month. */
export async function leftCheckouts(
  sql: Sql,
  now: Date,
  { since, limit, offset = 0 }: { since?: Date; limit: number; offset?: number },
): Promise<LeftCheckout[]> {
  return sql<LeftCheckout>`
    select ${columns(sql)} from checkouts k left join contacts c on c.id = k.contact_id
    where ${isLeft(sql, since ?? monthBefore(now), now)} order by k.version_at desc, k.id desc limit ${limit} offset ${offset}`;
}

/** Those of known people that were touched last in (after, until], the oldest first. */
export async function unboughtCheckouts(
  sql: Sql,
  {
    after,
    until,
    limit,
    behind,
  }: { after: Date; until: Date; limit: number; behind?: { at: Date; id: string } | undefined },
): Promise<(LeftCheckout & { contactId: string })[]> {
  // as exact as the moment that a page ends with can be given back
  const at = sql`date_trunc('milliseconds', k.version_at)`;
  return sql<LeftCheckout & { contactId: string }>`
    select ${columns(sql)} from checkouts k join contacts c on c.id = k.contact_id
    where ${isUnbought(sql, after, until)} and ${behind ? sql`(${at}, k.id) > (${behind.at}, ${behind.id}::bigint)` : sql`true`}
    order by ${at}, k.id limit ${limit}`;
}

const columns = (sql: Sql): Fragment => sql`
  k.id, k.contact_id as "contactId", coalesce(nullif(c.name, ''), k.name) as name, k.currency, k.total_minor as "totalMinor", k.lines,
  k.url, k.started_at as "startedAt", k.version_at as at`;

/** Counted up to `most`. */
export async function countLeft(sql: Sql, now: Date, most: number, since?: Date): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from checkouts k where ${isLeft(sql, since ?? monthBefore(now), now)} limit ${most}
    ) few`;
  return row!.count;
}

const monthBefore = (now: Date): Date => new Date(now.getTime() - KEPT_MS);
