import type { Fragment, Sql } from '../../../db/sql.ts';

/** The contacts whom rows of other tables name, some more than once; `not`: everybody else. */
export interface Among {
  ids: Fragment;
  not: boolean;
  /** How the same is asked of a contact `c` at less cost, where few are left to ask it of. */
  ofOne?: Fragment;
}

/**
 * Whether `c` is among the contacts that `ids` selects. Never `in`: its opposite compares each contact with each of the set as soon as
 * that does not fit into the server's memory, while `not exists` is a join of the two.
 */
export function isAmong(sql: Sql, { ids, not, ofOne }: Among): Fragment {
  const is = ofOne ?? sql`exists (select from (${ids}) those (contact_id) where those.contact_id = c.id)`;
  return not ? sql`not (${is})` : is;
}

export const among = (ids: Fragment): Among => ({ ids, not: false });

export const opposite = ({ ids, not }: Among): Among => ({ ids, not: !not });

const DAY_MS = 24 * 3_600_000;

export function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
