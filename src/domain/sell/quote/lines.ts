import type { Sql, Tx } from '../../../db/sql.ts';

/** What comes off a line, or off all: percent with at most two decimals, or minor units. */
export type Deduction = { percent: string } | { minor: string };

/** What a line comes to follows from these. */
export interface PricedLine {
  /** A decimal with at most three places: '2', '1.5'. */
  quantity: string;
  /** The price of one, in minor units. */
  unitMinor: string;
  /** What comes off this line alone. */
  off?: Deduction | undefined;
}

/** One line of what is offered for a lead. */
export interface QuoteLine extends PricedLine {
  id: string;
  description: string;
  currency: string;
}

/** So a quote stays one readable message, with a button for each line. */
export const MOST_LINES = 40;
/** Less than a bigint column holds, with room for the sum of any two. */
const BEYOND = 10n ** 18n;

/** Half a unit is rounded up; of what is not below nothing. */
export const rounded = (dividend: bigint, divisor: bigint): bigint => (dividend * 2n + divisor) / (divisor * 2n);

/** Quantity times unit price in minor units, half a unit rounded up; what comes off it is rounded so as well. */
export function lineMinor({ quantity, unitMinor, off }: PricedLine): string {
  const [whole = '0', fraction = ''] = quantity.split('.');
  const sum = rounded(BigInt(whole + fraction.padEnd(3, '0')) * BigInt(unitMinor), 1000n);
  return String(sum - deducted(sum, off));
}

/** So much of a sum comes off; never more than there is. */
export function deducted(sum: bigint, off: Deduction | undefined): bigint {
  if (!off) return 0n;
  if ('percent' in off) return rounded(sum * thousandths(off.percent), 100_000n);
  const minor = BigInt(off.minor);
  return minor < sum ? minor : sum;
}

/** '12.5' is 12500: a tax has up to three decimals. */
export function thousandths(percent: string): bigint {
  const [whole = '0', part = ''] = percent.split('.');
  return BigInt(whole + part.padEnd(3, '0').slice(0, 3));
}

/** The sum of the lines as shown, each of them rounded. */
export function totalMinor(lines: readonly PricedLine[]): string {
  return String(lines.reduce((sum, line) => sum + BigInt(lineMinor(line)), 0n));
}

export async function quoteLines(sql: Sql, leadId: string): Promise<QuoteLine[]> {
  const rows = await sql<QuoteLine & { percent: string | null; minor: string | null }>`
    select id, description, trim_scale(quantity)::text as quantity, unit_minor as "unitMinor", currency,
      trim_scale(discount_percent)::text as percent, discount_minor as minor
    from quote_lines where lead_id = ${leadId} order by id`;
  return rows.map(({ percent, minor, ...line }) => ({ ...line, ...offOf({ percent, minor }) }));
}

/** What a row says that comes off. */
export function offOf({ percent, minor }: { percent: string | null; minor: string | null }): { off?: Deduction } {
  if (percent !== null) return { off: { percent } };
  return minor === null ? {} : { off: { minor } };
}

/** Why a line cannot be added. */
export type LineRefused = { refused: 'currency'; currency: string } | { refused: 'too_many' } | { refused: 'too_much' };

/** Adds a line. A lead has one currency. */
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
  return undefined;
}

/** False if the line is not there, or no longer. */
export async function removeQuoteLine(tx: Tx, leadId: string, id: string): Promise<boolean> {
  await lockLead(tx, leadId);
  const gone = await tx`delete from quote_lines where id = ${id} and lead_id = ${leadId} returning id`;
  return gone.length > 0;
}

/** What comes off a line alone, or nothing; false if the line is not there. */
export async function setLineOff(tx: Tx, leadId: string, id: string, off: Deduction | undefined): Promise<boolean> {
  await lockLead(tx, leadId);
  const percent = off && 'percent' in off ? off.percent : null;
  const minor = off && 'minor' in off ? off.minor : null;
  const changed = await tx`
    update quote_lines set discount_percent = ${percent}::numeric, discount_minor = ${minor}::bigint
    where id = ${id} and lead_id = ${leadId} returning id`;
  return changed.length > 0;
}

/** Another quantity or price of a line; false if it is not there, or the lines come to too much then. */
export async function setLine(
  tx: Tx,
  leadId: string,
  id: string,
  change: Partial<Pick<PricedLine, 'quantity' | 'unitMinor'>>,
): Promise<boolean> {
  await lockLead(tx, leadId);
  const lines = (await quoteLines(tx, leadId)).map((line) => (line.id === id ? { ...line, ...change } : line));
  if (BigInt(totalMinor(lines)) >= BEYOND) return false;
  const { quantity = null, unitMinor = null } = change;
  const changed = await tx`
    update quote_lines set quantity = coalesce(${quantity}::numeric, quantity), unit_minor = coalesce(${unitMinor}::bigint, unit_minor)
    where id = ${id} and lead_id = ${leadId} returning id`;
  return changed.length > 0;
}

/** So two lines added at once are both in the total. */
export async function lockLead(tx: Tx, leadId: string): Promise<void> {
  await tx`select from leads where id = ${leadId} for update`;
}
