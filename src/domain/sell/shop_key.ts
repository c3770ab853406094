import { assignments, given } from '../../db/assignments.ts';
import type { Sql, Tx } from '../../db/sql.ts';
import type { Place } from '../../outbox/message.ts';
import type { Context } from '../context.ts';
import { connectionContext } from './connection.ts';
import { isFinal, type ShopFault } from './shop_fault.ts';

/** How the shop's webhooks are, as far as it says or its silence shows. `partial`: some of them are gone. */
export type WebhookState = 'unknown' | 'on' | 'off' | 'gone' | 'partial' | 'silent';

/** With which key a shop is asked what it has, and how that goes. */
export interface ShopKey {
  connectionId: string;
  provider: string;
  token: string;
  root: string;
  state: 'untried' | 'works' | 'refused';
  /** What was changed before that is history. */
  fromAt: Date;
  fault: ShopFault | null;
  failingSince: Date | null;
  /** How often in a row it has not answered. */
  tries: number;
  toldAt: Date | null;
  webhooks: WebhookState;
  /** What they tell of, in the shop's words, and what of it there is no webhook for any more. */
  topics: string[];
  lost: string[];
  /** The shop was asked to make a secret, and it is not kept: whatever it made since signs with what nobody has. */
  making: boolean;
  watchedAt: Date | null;
  /** The owner wants its webhooks mended. */
  repair: boolean;
  userId: string | null;
  place: Pick<Place, 'channel' | 'address'>;
  toldKey: string;
}

/** A key as it is kept, with the secrets of the shop's webhooks, and from when on the shop may be asked. */
export interface SealedShopKey extends ShopKey {
  runAt: Date;
  sealed: Uint8Array;
  secret: Uint8Array | null;
}

/** For which place a key is sealed. */
export const shopKeyContext = (token: string): string => `${connectionContext(token)}:key`;

const columns = (sql: Sql) => sql`
  k.connection_id as "connectionId", n.provider, n.token, k.root, k.state, k.from_at as "fromAt", k.fault, k.failing_since as "failingSince",
  k.tries, k.told_at as "toldAt", k.webhooks, k.topics, k.lost, k.making, k.watched_at as "watchedAt",
  k.repair, k.user_id as "userId",
  jsonb_build_object('channel', k.channel, 'address', k.address) as place, k.told_key as "toldKey"`;

export async function loadShopKey(sql: Sql, connectionId: string): Promise<ShopKey | undefined> {
  const [key] = await sql<ShopKey>`
    select ${columns(sql)} from shop_keys k join connections n on n.id = k.connection_id
    where k.connection_id = ${connectionId} and n.disabled_at is null`;
  return key;
}

/** The same, kept from others until `tx` ends. */
export async function lockShopKey(tx: Tx, connectionId: string): Promise<ShopKey | undefined> {
  await tx`select from shop_keys where connection_id = ${connectionId} for update`;
  // the shop may have been disconnected while the lock was waited for
  return loadShopKey(tx, connectionId);
}

export async function listShopKeys(sql: Sql): Promise<ShopKey[]> {
  return sql<ShopKey>`select ${columns(sql)} from shop_keys k join connections n on n.id = k.connection_id`;
}

/** The one that is to be asked next, from its `runAt` on; undefined: there is none. */
export async function nextShopKey(sql: Sql): Promise<SealedShopKey | undefined> {
  const [key] = await sql<SealedShopKey>`
    select ${columns(sql)}, k.run_at as "runAt", k.key as sealed, n.secret
    from shop_keys k join connections n on n.id = k.connection_id
    where n.disabled_at is null and k.state <> 'refused' order by k.run_at limit 1`;
  return key;
}

/** Longer ago than this webhooks are made up for no more: what lies before is history. */
const MADE_UP_FOR_MS = 30 * 24 * 3_600_000;

/** A key as it is given. `account`: whose it is, where many are asked for at one address; null: the address says it. */
interface GivenKey extends Pick<ShopKey, 'root' | 'userId' | 'place' | 'toldKey'> {
  account: string | null;
  sealed: Uint8Array;
}

/**
 * Keeps a key, or puts it in the place of the one before; it is tried at once. What the shop had before we listened, or longer ago than
 * a month, is history. A key of another shop or account begins anew: nothing is known of that one. False: the shop was disconnected
 * meanwhile, and nothing was kept.
 */
export async function keepShopKey(
  { tx, now }: Context,
  connectionId: string,
  { root, account, sealed, userId, place: { channel, address }, toldKey }: GivenKey,
): Promise<boolean> {
  const { count: isOpen } = await tx`
    select from connections where id = ${connectionId} and disabled_at is null for update`;
  if (isOpen === 0) return false;
  const { count: isAnother } = await tx`
    delete from shop_keys where connection_id = ${connectionId} and (root, account) is distinct from (${root}, ${account}::text)`;
  if (isAnother > 0) await tx`delete from pulls where connection_id = ${connectionId}`;
  await tx`
    insert into shop_keys (connection_id, root, account, key, from_at, run_at, user_id, channel, address, told_key)
    select id, ${root}, ${account}, ${sealed}, greatest(created_at, ${new Date(now.getTime() - MADE_UP_FOR_MS)}), ${now},
      ${userId}::bigint, ${channel}, ${address}, ${toldKey}
    from connections where id = ${connectionId}
    on conflict (connection_id) do update set key = excluded.key, state = 'untried', run_at = excluded.run_at,
      fault = null, failing_since = null, tries = 0, told_at = null, user_id = excluded.user_id,
      channel = excluded.channel, address = excluded.address, told_key = excluded.told_key`;
  await wakePulls(tx);
  return true;
}

/** Forgets the keys of shops that were disconnected before that: nobody takes it back any more. Until then nothing is asked with them. */
export async function forgetShopKeys(tx: Tx, disconnectedBefore: Date): Promise<void> {
  await tx`
    with gone as (select id from connections where disabled_at < ${disconnectedBefore}),
      keys as (delete from shop_keys where connection_id in (select id from gone))
    delete from pulls where connection_id in (select id from gone)`;
}

export type ShopKeyChange = Partial<
  Pick<
    ShopKey,
    | ('state' | 'fault' | 'failingSince' | 'tries' | 'toldAt')
    | ('webhooks' | 'topics' | 'lost' | 'making' | 'watchedAt' | 'repair')
    | ('toldKey' | 'userId' | 'place')
  >
>;

/** Writes what is given and nothing else, and gives the key as it is by now. `runAt`: not asked before that. */
export async function changeShopKey(tx: Tx, one: ShopKey, to: ShopKeyChange, runAt?: Date): Promise<ShopKey> {
  const text = (value: string | null | undefined) => given(value, (is) => tx`${is}`);
  const time = (value: Date | null | undefined) => given(value, (is) => tx`${is}::timestamptz`);
  const list = (value: string[] | undefined) => given(value, (is) => tx`${is}::text[]`);
  const yes = (value: boolean | undefined) => given(value, (is) => tx`${is}`);
  const sets = assignments(tx, {
    ...{ state: text(to.state), fault: text(to.fault), webhooks: text(to.webhooks), told_key: text(to.toldKey) },
    ...{ channel: text(to.place?.channel), address: text(to.place?.address), user_id: text(to.userId) },
    ...{
      failing_since: time(to.failingSince),
      told_at: time(to.toldAt),
      watched_at: time(to.watchedAt),
      run_at: time(runAt),
    },
    ...{ topics: list(to.topics), lost: list(to.lost), making: yes(to.making), repair: yes(to.repair) },
    tries: given(to.tries, (is) => tx`${is}`),
  });
  if (!sets) return one;
  const [changed] = await tx<ShopKey>`
    update shop_keys k set ${sets} from connections n
    where k.connection_id = ${one.connectionId} and n.id = k.connection_id returning ${columns(tx)}`;
  return changed ?? { ...one, ...to };
}

/** Whoever asks the shops has something to do; sent when `tx` commits. */
export async function wakePulls(tx: Tx): Promise<void> {
  await tx`select pg_notify('pulls', '')`;
}

/** How long to wait before a shop that did not answer is asked again, in seconds, by how often it has not. */
const WAITS_S = [30, 120, 600, 1800, 3600];
/** One that has not answered so long is told. */
const TOLD_AFTER_MS = 3_600_000;

const waitAfter = (tries: number): number => WAITS_S[Math.min(tries, WAITS_S.length) - 1] ?? WAITS_S[0]!;

/** What a fault makes of a key, and whether the owner is to hear of it: at once of what waiting does not mend, after an hour of the rest, each time once. */
export function afterFault(
  one: ShopKey,
  fault: ShopFault,
  now: Date,
): { to: ShopKeyChange; isTold: boolean; runAt: Date } {
  const failingSince = one.failingSince ?? now;
  const isLong = isFinal(fault) || now.getTime() - failingSince.getTime() >= TOLD_AFTER_MS;
  const isTold = isLong && one.toldAt === null;
  const tries = one.tries + 1;
  return {
    to: {
      ...{ fault, failingSince, tries, ...(isFinal(fault) && { state: 'refused' as const }) },
      ...(isTold && { toldAt: now }),
    },
    isTold,
    runAt: new Date(now.getTime() + waitAfter(tries) * 1000),
  };
}

/** It has answered. */
export const ANSWERED: ShopKeyChange = { state: 'works', fault: null, failingSince: null, tries: 0, toldAt: null };
