import type { Context } from '../context.ts';
import { canonical, codesAmong, codeTyped } from './code.ts';
import { noteAct } from './journal.ts';
import { addUserIdentity, ensureOwner, findUser, loadUser, type Role, type User } from './user.ts';

const MINUTE_MS = 60_000;
/** An owner with a code sits at both ends; an invitation waits for somebody else. */
const LIFETIME_MS: Record<Role, number> = {
  owner: 10 * MINUTE_MS,
  helper: 24 * 60 * MINUTE_MS,
  viewer: 24 * 60 * MINUTE_MS,
};
const HOUR_MS = 60 * MINUTE_MS;
/** How many wrong tries a chat has within an hour. */
const MAX_TRIES = 5;
/** How many wrong tries all chats together have while a code is open: nobody guesses 80 bits with that many. */
const MAX_TRIES_OF_ALL = 1000;

/** What a code makes of the person who types it. */
interface Invited {
  role: Role;
  name: string;
  /** The member who gets the chat; null: somebody new. */
  userId: string | null;
}

/** A chat that wants to pair, and its person. */
export interface Newcomer {
  channel: string;
  address: string;
  name: string;
  locale: User['locale'];
}

/**
 * Makes the only valid code for the owner (80 bits, 10 minutes, one use); older ones end. It is shown only on the
 * console.
 */
export async function newPairingCode(ctx: Context): Promise<string> {
  await ctx.tx`
    update pairing_codes set expires_at = ${ctx.now} where role = 'owner' and used_at is null and expires_at > ${ctx.now}`;
  return newCode(ctx, { role: 'owner', name: '', userId: null });
}

/** A code for one chat. Only its hash is kept. */
export async function newCode(ctx: Context, { role, name, userId }: Invited): Promise<string> {
  const code = ctx.random().toUpperCase().match(/.{4}/g)!.join('-');
  await ctx.tx`
    insert into pairing_codes (code_hash, expires_at, role, name, user_id)
    values (${ctx.sha256(canonical(code))}, ${new Date(ctx.now.getTime() + LIFETIME_MS[role])}, ${role}, ${name}, ${userId})`;
  return code;
}

/**
 * Pairs the chat if the code is valid. Wrong tries count against the chat that makes them, so that a stranger cannot
 * end anybody's code; and, with a far higher limit, against all open codes. An owner's chat stays the owner's, whatever
 * invitation is typed there.
 */
export async function pair(ctx: Context, chat: Newcomer, typed: string): Promise<User | undefined> {
  const open = await ctx.tx<Invited & { id: string; hash: Buffer }>`
    select id, code_hash as hash, role, name, user_id as "userId" from pairing_codes
    where used_at is null and expires_at > ${ctx.now} and tries < ${MAX_TRIES_OF_ALL} order by id for update`;
  if (open.length === 0 || (await triesOf(ctx, chat)) >= MAX_TRIES) return undefined;
  const meant = codeTyped(typed);
  const hash = meant && ctx.sha256(meant);
  const code = hash && open.find((one) => one.hash.equals(hash));
  if (!code) {
    await noteTry(ctx, chat);
    await ctx.tx`update pairing_codes set tries = tries + 1 where id = any(${open.map(({ id }) => id)})`;
    return undefined;
  }
  const known = await findUser(ctx.tx, chat.channel, chat.address);
  if (known?.role === 'owner' && code.role !== 'owner') return undefined;
  await ctx.tx`update pairing_codes set used_at = ${ctx.now} where id = ${code.id}`;
  const user = code.role === 'owner' ? await ensureOwner(ctx.tx, 'owner') : await memberFor(ctx, code, chat);
  await addUserIdentity(ctx.tx, user.id, chat.channel, chat.address);
  if (user.role !== 'owner') await noteAct(ctx.tx, { userId: user.id, command: '/pair', now: ctx.now }, 'joined');
  return user;
}

/** The code of ours among these words, that we have given out, still good or not; undefined: there is none. */
export async function ourCodeIn({ tx, sha256 }: Context, typed: string): Promise<string | undefined> {
  const codes = codesAmong(typed);
  if (codes.length === 0) return undefined;
  const hashes = codes.map((code) => Buffer.from(sha256(code)));
  const [given] = await tx<{ hash: Buffer }>`
    select code_hash as hash from pairing_codes where code_hash = any(${hashes}) order by used_at is null desc limit 1`;
  return codes.find((_, nth) => given?.hash.equals(hashes[nth]!));
}

/** Wrong tries of a chat within the last hour. */
async function triesOf({ tx, now }: Context, { channel, address }: Newcomer): Promise<number> {
  const [row] = await tx<{ tries: number }>`
    select count(*)::int as tries from pairing_tries
    where channel = ${channel} and address = ${address} and at > ${new Date(now.getTime() - HOUR_MS)}`;
  return row!.tries;
}

/** Also removes tries that no longer count, so that there are never more than an hour's. */
async function noteTry({ tx, now }: Context, { channel, address }: Newcomer): Promise<void> {
  await tx`delete from pairing_tries where at <= ${new Date(now.getTime() - HOUR_MS)}`;
  await tx`insert into pairing_tries (channel, address, at) values (${channel}, ${address}, ${now})`;
}

async function memberFor({ tx }: Context, { userId, role, name }: Invited, chat: Newcomer): Promise<User> {
  if (userId) {
    await tx`update users set role = ${role}, removed_at = null where id = ${userId} and role <> 'owner'`;
    return (await loadUser(tx, userId))!;
  }
  const [made] = await tx<User>`
    insert into users (name, role, locale) values (${name || chat.name || chat.address}, ${role}, ${chat.locale})
    returning id, name, role, locale`;
  return made!;
}
