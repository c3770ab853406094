import type { Fragment, Sql } from '../../../db/sql.ts';
import { type Among, among, before, opposite } from './among.ts';
import type { Comparison, Level } from './filter.ts';

/** Larger than any count or sum. */
const MOST = 2n ** 63n - 1n;
/** What stands for all currencies in what is kept of purchases. */
export const ALL = '*';

/** The smallest and largest figure that match. */
export function range(is: Comparison, figure: bigint): [least: bigint, most: bigint] {
  if (is === '=') return [figure, figure];
  if (is === '>' || is === '>=') return [is === '>' ? figure + 1n : figure, MOST];
  return [-MOST, is === '<' ? figure - 1n : figure];
}

/**
 * Whose kept purchases fit, in this currency; '*': in all. Who bought nothing has none: if zero matches too, everybody matches except
 * those whose figure is something else.
 */
export function everBought(sql: Sql, figure: Fragment, currency: string, [least, most]: [bigint, bigint]): Among {
  const fits = sql`${figure} between ${String(least)}::bigint and ${String(most)}::bigint`;
  return least <= 0n && most >= 0n ? opposite(buyers(sql, currency, sql`not (${fits})`)) : buyers(sql, currency, fits);
}

const buyers = (sql: Sql, currency: string, fits: Fragment): Among =>
  among(sql`select b.contact_id from contact_purchases b where b.currency = ${currency} and ${fits}`);

/** Whoever has never bought has no last order, and fits none of these. */
export function lastOrder(sql: Sql, is: Comparison, days: number, now: Date): Among {
  const at = before(now, days);
  const fits = {
    '=': sql`b.last_at <= ${at} and b.last_at > ${before(now, days + 1)}`,
    '>': sql`b.last_at < ${at}`,
    '>=': sql`b.last_at <= ${at}`,
    '<': sql`b.last_at > ${at}`,
    '<=': sql`b.last_at >= ${at}`,
  }[is];
  return buyers(sql, ALL, fits);
}

interface Levels {
  /** Of the orders of the last year in this currency, and the same of all that was ever bought, as it is kept: never less. */
  figure: Fragment;
  ever: Fragment;
  currency: string;
  some: bigint;
  many: bigint;
}

/** High is more than `many`, medium more than `some`, and low everybody else who has ever bought. */
export function atLevel(sql: Sql, level: Level, now: Date, levels: Levels): Among {
  const { some, many } = levels;
  if (level === 'high') return among(withinYear(sql, now, levels, [many, MOST]));
  if (level === 'medium') return among(withinYear(sql, now, levels, [some, many]));
  // within one set: the opposite of two is asked of each contact
  return buyers(
    sql,
    ALL,
    sql`not exists (
      select from (${withinYear(sql, now, levels, [some, MOST])}) more (contact_id) where more.contact_id = b.contact_id
    )`,
  );
}

/** Who comes to more than `over` in the last year, and at most `most`. Only the orders of those are read of whom what is kept leaves it open. */
function withinYear(sql: Sql, now: Date, { figure, ever, currency }: Levels, [over, most]: [bigint, bigint]): Fragment {
  const since = before(now, 365);
  return sql`
    select o.contact_id from contact_purchases b join purchases o on o.contact_id = b.contact_id
    where b.currency = ${currency} and ${ever} > ${String(over)}::bigint and b.last_at >= ${since}
      and o.placed_at >= ${since} and ${currency} in (o.currency, ${ALL})
    group by o.contact_id having ${figure} > ${String(over)}::bigint and ${figure} <= ${String(most)}::bigint`;
}
