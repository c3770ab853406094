import type { Row } from '../db/sql.ts';
import type { Locale } from '../text/locale.ts';

export type Role = 'owner' | 'helper' | 'viewer';

/** A person who may give commands. Everyone else is a customer. */
export interface User {
  id: string;
  name: string;
  role: Role;
  locale: Locale | null;
}

/** A user, and the address they write from; '' if they are known only by name. */
export interface UserAt extends User {
  channel: string;
  address: string;
}

/** Everybody who may give commands and, only by name, those who have been invited to: they are few. */
export const USERS = `
  select coalesce(i.channel, '') as channel, coalesce(i.address, '') as address, u.id, u.name, u.role, u.locale
  from users u left join user_identities i on i.user_id = u.id where u.removed_at is null
  union all (
    select '', '', -id, name, role, null from pairing_codes
    where used_at is null and name <> '' and role <> 'owner' order by id desc limit 20
  )`;

/** The rows of USERS. */
export const usersFrom = (rows: readonly Row[]): UserAt[] => rows as unknown as UserAt[];

/** Who may give commands from there, as of the beginning of the act. */
export function userAt({ users }: { users: readonly UserAt[] }, channel: string, address: string): User | undefined {
  return users.find((user) => user.channel === channel && user.address === address);
}
