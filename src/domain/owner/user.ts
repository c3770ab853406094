import type { Sql, Tx } from '../../db/sql.ts';
import { isLocal } from '../channel.ts';
import type { Role, User } from '../user.ts';

export type { Role, User } from '../user.ts';

/** A chat in which a user is told things. */
export interface Desk {
  channel: string;
  address: string;
  user: User;
}

const rank: Record<Role, number> = { viewer: 0, helper: 1, owner: 2 };

export function mayAct(user: Pick<User, 'role'>, least: Role): boolean {
  return rank[user.role] >= rank[least];
}

/** The user as of now, for acts that may have changed it; otherwise use `userAt`. */
export async function findUser(sql: Sql, channel: string, address: string): Promise<User | undefined> {
  const [user] = await sql<User>`
    select u.id, u.name, u.role, u.locale
    from users u join user_identities i on i.user_id = u.id
    where i.channel = ${channel} and i.address = ${address} and u.removed_at is null`;
  return user;
}

export async function loadUser(sql: Sql, id: string): Promise<User | undefined> {
  const [user] = await sql<User>`select id, name, role, locale from users where id = ${id}`;
  return user;
}

/** The one owner; made at the first start. */
export async function ensureOwner(tx: Tx, name: string): Promise<User> {
  const [found] = await tx<User>`select id, name, role, locale from users where role = 'owner' order by id limit 1`;
  if (found) return found;
  const [made] =
    await tx<User>`insert into users (name, role) values (${name}, 'owner') returning id, name, role, locale`;
  return made!;
}

/** The owner; if there are several, the first. */
export async function ownerId(sql: Sql): Promise<string | undefined> {
  const [owner] = await sql<{ id: string }>`select id from users where role = 'owner' order by id limit 1`;
  return owner?.id;
}

/** From now on, whoever writes from this address is this user. */
export async function addUserIdentity(tx: Tx, userId: string, channel: string, address: string): Promise<void> {
  await tx`
    insert into user_identities (channel, address, user_id) values (${channel}, ${address}, ${userId})
    on conflict (channel, address) do update set user_id = excluded.user_id`;
}

/** An owner's chat, and which owner that is. */
export type DeskRow = Pick<Desk, 'channel' | 'address'> & User;

export const ownerDeskRows = (sql: Sql) => sql<DeskRow>`
  select i.channel, i.address, u.id::text as id, u.name, u.role, u.locale
  from user_identities i join users u on u.id = i.user_id
  where u.role = 'owner'
  order by i.created_at, i.address`;

/** Chats in which the owner is told things: every paired chat, or the terminal if there is none. */
export async function ownerDesks(sql: Sql): Promise<Desk[]> {
  return desksFrom(await ownerDeskRows(sql));
}

export function desksFrom(rows: readonly DeskRow[]): Desk[] {
  const desks = rows.map(({ channel, address, ...user }) => ({ channel, address, user }));
  const chats = desks.filter((desk) => !isLocal(desk.channel));
  return chats.length > 0 ? chats : desks;
}
