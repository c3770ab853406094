import type { Context } from './context.ts';
import { addUserIdentity, ensureOwner, type User } from './user.ts';

const LIFETIME_MS = 10 * 60_000;
const MAX_TRIES = 5;

/** Makes the one valid code (80 bits, 10 minutes, one use, 5 tries); older ones end. Shown only on the console. */
export async function newPairingCode(ctx: Context): Promise<string> {
  const code = ctx.random().toUpperCase().match(/.{4}/g)!.join('-');
  await ctx.tx`update pairing_codes set expires_at = ${ctx.now} where used_at is null and expires_at > ${ctx.now}`;
  await ctx.tx`
    insert into pairing_codes (code_hash, expires_at)
    values (${ctx.sha256(canonical(code))}, ${new Date(ctx.now.getTime() + LIFETIME_MS)})`;
  return code;
}

/** Pairs the chat with the owner if the code is the valid one. Every wrong try counts against the code. */
export async function pair(ctx: Context, channel: string, address: string, typed: string): Promise<User | undefined> {
  const [code] = await ctx.tx<{ id: string; code_hash: Buffer }>`
    select id, code_hash from pairing_codes
    where used_at is null and expires_at > ${ctx.now} and tries < ${MAX_TRIES}
    order by id desc limit 1 for update`;
  if (!code) return undefined;
  if (!code.code_hash.equals(ctx.sha256(canonical(typed)))) {
    await ctx.tx`update pairing_codes set tries = tries + 1 where id = ${code.id}`;
    return undefined;
  }
  await ctx.tx`update pairing_codes set used_at = ${ctx.now} where id = ${code.id}`;
  const owner = await ensureOwner(ctx.tx, 'owner');
  await addUserIdentity(ctx.tx, owner.id, channel, address);
  return owner;
}

function canonical(code: string): string {
  return code.toUpperCase().replace(/[^A-Z2-7]/g, '');
}
