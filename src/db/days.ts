import type { Fragment, Sql } from './sql.ts';

/** Whole days, 'YYYY-MM-DD': [from, until), open where one is lacking. */
export interface DaySpan {
  from?: string;
  until?: string;
}

/** Whether a day lies in the span (sql). */
export const within = (sql: Sql, day: Fragment, { from = '-infinity', until = 'infinity' }: DaySpan): Fragment =>
  sql`${day} >= ${from}::date and ${day} < ${until}::date`;
