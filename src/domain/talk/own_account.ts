import type { Sql, Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import type { OwnAccount } from '../event.ts';
import { findUser, type User } from '../owner/user.ts';
import type { Conversation } from './conversation.ts';

/** Telegram lets a bot write in an account's chat only so long after the customer's last message there. */
const REACH_MS = 24 * 3_600_000;

/** Why nothing can be said in an account's chat. `silent`: the customer has not written for too long. */
export type OutOfReach = 'disconnected' | 'may_not_reply' | 'silent';

/** The same person's chat with the bot is another conversation: a chat in an account is addressed by both. */
export function addressIn(account: string, person: string): string {
  return `${account}/${person}`;
}

/** Undefined for an address that is in no account. */
export function readAddress(address: string): { account: string; person: string } | undefined {
  const [, account, person] = /^(.+)\/(-?\d+)$/.exec(address) ?? [];
  return account && person ? { account, person } : undefined;
}

/** For texts: the channel as its users call it, a user's own account apart from the bot. */
export function channelOf({ channel, address }: Pick<Conversation, 'channel' | 'address'>): string {
  return readAddress(address) ? `${channel}_account` : channel;
}

const columns = (sql: Sql) => sql`
  a.channel, a.id, a.user_address as "userAddress", a.user_chat as "userChat", a.name, a.can_reply as "canReply", a.enabled,
  a.person_url as "personUrl"`;

export async function loadOwnAccount(sql: Sql, channel: string, id: string): Promise<OwnAccount | undefined> {
  const [account] = await sql<OwnAccount>`
    select ${columns(sql)} from own_accounts a where channel = ${channel} and id = ${id}`;
  return account;
}

/** Accounts of our users. Anybody's may be stored; it counts only while they are one. */
export async function listOwnAccounts(sql: Sql): Promise<OwnAccount[]> {
  return sql<OwnAccount>`
    select ${columns(sql)} from own_accounts a
    where exists (select from user_identities i where i.channel = a.channel and i.address = a.user_address)
    order by a.channel, a.name, a.id`;
}

/** Keeps the account as the channel tells it; gives it as it was. What is older than what we know changes nothing. */
export async function saveOwnAccount(tx: Tx, account: OwnAccount, at: Date): Promise<OwnAccount | undefined> {
  const before = await loadOwnAccount(tx, account.channel, account.id);
  await tx`
    insert into own_accounts (channel, id, user_address, user_chat, name, can_reply, enabled, person_url, changed_at)
    values (
      ${account.channel}, ${account.id}, ${account.userAddress}, ${account.userChat}, ${account.name}, ${account.canReply},
      ${account.enabled}, ${account.personUrl}, ${at}
    )
    on conflict (channel, id) do update set
      name = excluded.name, user_chat = excluded.user_chat, can_reply = excluded.can_reply, enabled = excluded.enabled,
      changed_at = excluded.changed_at
    where own_accounts.changed_at <= excluded.changed_at`;
  return before;
}

/** Whose account it is, if they are a user of ours: everybody can connect our bot to theirs. */
export function userOf(sql: Sql, account: OwnAccount): Promise<User | undefined> {
  return findUser(sql, account.channel, account.userAddress);
}

/** What is wrong with the account itself. */
export function troubleOf({ enabled, canReply }: OwnAccount): OutOfReach | undefined {
  if (!enabled) return 'disconnected';
  return canReply ? undefined : 'may_not_reply';
}

/** Why an answer cannot leave by an account, and how the user can write by hand; undefined when it can, or leaves another way. */
export async function outOfReach(
  ctx: Context,
  conversation: Conversation,
): Promise<{ why: OutOfReach; url: string } | undefined> {
  const place = readAddress(conversation.address);
  const account = place && (await loadOwnAccount(ctx.tx, conversation.channel, place.account));
  if (!account) return undefined;
  const why = troubleOf(account) ?? ((await isSilent(ctx, conversation.id)) ? 'silent' : undefined);
  return why && { why, url: account.personUrl + place.person };
}

/** By which link the user can write by hand, when the conversation is in their own account. */
export async function ownWay(sql: Sql, channel: string, address: string): Promise<string | undefined> {
  const place = readAddress(address);
  const account = place && (await loadOwnAccount(sql, channel, place.account));
  return account && account.personUrl + place.person;
}

async function isSilent(ctx: Context, conversationId: string): Promise<boolean> {
  const [row] = await ctx.tx<{ at: Date }>`
    select occurred_at as at from messages
    where conversation_id = ${conversationId} and direction = 'in' order by occurred_at desc limit 1`;
  return !row || ctx.now.getTime() - row.at.getTime() > REACH_MS;
}
