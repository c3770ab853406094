import type { Sql, Tx } from '../../db/sql.ts';
import { LOCAL } from '../channel.ts';
import type { Context } from '../context.ts';
import { newCode } from './pairing.ts';
import type { Role, User } from './user.ts';

/** Somebody who may give commands, and their addresses. */
export interface Member extends User {
  chats: string[];
  lastActAt: Date | null;
}

/** Everybody on the team, the owner first. */
export async function listTeam(sql: Sql): Promise<Member[]> {
  return sql<Member>`
    select u.id, u.name, u.role, u.locale, array(
        select i.channel from user_identities i where i.user_id = u.id and i.channel <> all(${LOCAL}) order by i.created_at
      ) as chats,
      (select max(j.created_at) from journal j where j.user_id = u.id) as "lastActAt"
    from users u where u.removed_at is null order by u.role <> 'owner', u.id`;
}

/** Invitations that nobody has used yet. */
export async function openInvitations(sql: Sql, now: Date): Promise<{ name: string; role: Role }[]> {
  return sql<{ name: string; role: Role }>`
    select name, role from pairing_codes
    where role <> 'owner' and used_at is null and expires_at > ${now} order by id`;
}

/** By number or by name; case does not matter. */
export async function findMember(sql: Sql, named: string): Promise<User | undefined> {
  const id = /^\d{1,18}$/.test(named) ? named : null;
  const [user] = await sql<User>`
    select id, name, role, locale from users
    where removed_at is null and (id = ${id} or lower(name) = lower(${named})) order by id limit 1`;
  return user;
}

/** A code with which one more chat joins: for the member with this name, else for somebody new. */
export async function invite(ctx: Context, name: string, role: Exclude<Role, 'owner'>): Promise<string> {
  const member = name ? await findMember(ctx.tx, name) : undefined;
  return newCode(ctx, {
    role,
    name: member?.name ?? name,
    userId: member && member.role !== 'owner' ? member.id : null,
  });
}

/** From now on they are a stranger. What they did keeps their name, and undo brings them back as they were. */
export async function removeMember(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx`update users set removed_at = ${now} where id = ${userId} and role <> 'owner'`;
}
