import type { Sql, Tx } from '../../../db/sql.ts';

/**
 * The next number of this style, kept from others until `tx` ends: without gaps, and never one that was given to another lead. One that this
 * lead was given and whose quote was taken back before it left is given to it again.
 */
export async function nextNumber(
  tx: Tx,
  leadId: string,
  { style, year }: { style: string; year: number },
): Promise<string> {
  await tx`select pg_advisory_xact_lock(hashtextextended('quote numbers', 0))`;
  const [begun] = await tx<{ number: string }>`
    select number from quote_numbers r
    where lead_id = ${leadId} and not exists (select from quotes q where q.number = r.number) order by n limit 1`;
  if (begun) return begun.number;
  const dated = style.replace('YYYY', String(year));
  const series = dated.replace(/#+$/, '#');
  const [row] = await tx<{ next: string }>`
    select (coalesce(max(n), 0) + 1)::text as next from quote_numbers where series = ${series}`;
  return dated.replace(/#+$/, (count) => row!.next.padStart(count.length, '0'));
}

/** 'Q-2026-001'; of a later revision 'Q-2026-001-2'. */
export const shownNumber = ({ number, revision }: { number: string; revision: number }): string =>
  revision > 1 ? `${number}-${revision}` : number;

/** Q2026001: as it is said without its dashes. */
const UNDASHED = /^([A-Z]{1,4})(20\d{2})(\d{2,6})$/;

/** The quote that is called so, in any case; of a number without a revision the newest. */
export async function quoteCalled(sql: Sql, words: string): Promise<string | undefined> {
  const typed = words.toUpperCase().replace(UNDASHED, '$1-$2-$3');
  const unrevised = typed.replace(/-\d+$/, '');
  const [found] = await sql<{ id: string }>`
    select id from quotes
    where upper(number) in (${typed}, ${unrevised}) and (upper(number) = ${typed} or upper(number) || '-' || revision = ${typed})
    order by upper(number) = ${typed} desc, revision desc limit 1`;
  return found?.id;
}
