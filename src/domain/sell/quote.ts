import type { Sql, Tx } from '../../db/sql.ts';

/** One line of what is offered for a lead. */
export interface QuoteLine {
  id: string;
  description: string;
  /** A decimal with at most three places: '2', '1.5'. */
  quantity: string;
  /** The price of one, in minor units. */
  unitMinor: string;
  currency: string;
}

/** So a quote stays one readable message, with a button for each line. */
export const MOST_LINES = 40;
/** Less than a bigint column holds, with room for the sum of any two. */
const BEYOND = 10n ** 18n;

/** Quantity times unit price in minor units, half a unit rounded up. */
export function lineMinor({ quantity, unitMinor }: Pick<QuoteLine, 'quantity' | 'unitMinor'>): string {
  const [whole = '0', fraction = ''] = quantity.split('.');
  const thousandths = BigInt(whole + fraction.padEnd(3, '0'));
  return String((thousandths * BigInt(unitMinor) + 500n) / 1000n);
}

/** The sum of the lines as shown, each of them rounded. */
export function totalMinor(lines: readonly Pick<QuoteLine, 'quantity' | 'unitMinor'>[]): string {
  return String(lines.reduce((sum, line) => sum + BigInt(lineMinor(line)), 0n));
}

export async function quoteLines(sql: Sql, leadId: string): Promise<QuoteLine[]> {
  return sql<QuoteLine>`
    select id, description, trim_scale(quantity)::text as quantity, unit_minor as "unitMinor", currency
    from quote_lines where lead_id = ${leadId} order by id`;
}

/** Why a line cannot be added. */
export type LineRefused = { refused: 'currency'; currency: string } | { refused: 'too_many' } | { refused: 'too_much' };

/** Adds a line; the lead's amount becomes the total. A lead has one currency. */
export async function addQuoteLine(
  tx: Tx,
  leadId: string,
  line: Omit<QuoteLine, 'id'>,
  now: Date,
): Promise<LineRefused | undefined> {
  await lockLead(tx, leadId);
  const lines = await quoteLines(tx, leadId);
  const currency = lines[0]?.currency ?? line.currency;
  if (currency !== line.currency) return { refused: 'currency', currency };
  if (lines.length >= MOST_LINES) return { refused: 'too_many' };
  if (BigInt(totalMinor([...lines, line])) >= BEYOND) return { refused: 'too_much' };
  await tx`
    insert into quote_lines (lead_id, description, quantity, unit_minor, currency, created_at)
    values (${leadId}, ${line.description}, ${line.quantity}, ${line.unitMinor}, ${currency}, ${now})`;
  await followTotal(tx, leadId, now);
  return undefined;
}

/** False if the line is not there, or no longer. */
export async function removeQuoteLine(tx: Tx, leadId: string, id: string, now: Date): Promise<boolean> {
  await lockLead(tx, leadId);
  const gone = await tx`delete from quote_lines where id = ${id} and lead_id = ${leadId} returning id`;
  if (gone.length > 0) await followTotal(tx, leadId, now);
  return gone.length > 0;
}

/** So two lines added at once are both in the total. */
async function lockLead(tx: Tx, leadId: string): Promise<void> {
  await tx`select from leads where id = ${leadId} for update`;
}

/** A quote without lines has no amount. */
async function followTotal(tx: Tx, leadId: string, now: Date): Promise<void> {
  const lines = await quoteLines(tx, leadId);
  const amount = lines.length > 0 ? totalMinor(lines) : null;
  await tx`
    update leads set amount_minor = ${amount}, currency = ${lines[0]?.currency ?? null}, active_at = ${now}
    where id = ${leadId}`;
}
