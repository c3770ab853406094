import type { ChannelKit } from '../../channel/channel.ts';
import { lease } from '../../db/lease.ts';
import type { Act } from '../../domain/act.ts';
import { keepKeys, recordOf } from '../../domain/campaigns/check/dkim_key.ts';
import { domainOf } from '../../domain/campaigns/check/judge.ts';
import { dueCheck, noteChecked } from '../../domain/campaigns/check/mail_check.ts';
import { faultOf } from '../../lib/log.ts';
import { startLoop, unless } from '../../lib/loop.ts';
import { type LookOptions, lookAt } from './look.ts';
import { makeKeys } from './make_keys.ts';

export interface CheckerOptions extends LookOptions {
  /** The address that campaigns are sent from, and the server that takes them. */
  address: string;
  host: string;
  /** Where the outside reaches us, without a trailing slash. */
  publicUrl: string;
}

/** How often a process looks whether a check is due, in ms. */
const REST_MS = 60_000;
const STANDBY_MS = 10_000;

/** Looks whether mail can arrive when somebody asks, and each week after that; of several processes one does. */
export async function startChecker(kit: ChannelKit, options: CheckerOptions): Promise<{ stop(): Promise<void> }> {
  const { db, act, holder, resting, log } = kit;
  const mine = lease(db, 'mail_checks', holder);
  const loop = startLoop(
    unless(resting, async () => ((await mine.hold()) ? checkOnce(act, options).then(() => REST_MS) : STANDBY_MS)),
    (error) => log.error(faultOf(error), 'failed'),
  );
  const unlisten = await db.listen('mail_checks', loop.wake);
  return {
    async stop() {
      await unlisten();
      await loop.stop();
      await mine.release();
    },
  };
}

/** Looks, if it is due. */
export async function checkOnce(act: Act, options: CheckerOptions): Promise<void> {
  const { address, host, publicUrl } = options;
  let due = await act((ctx) => dueCheck(ctx, address));
  if (!due) return;
  if (due.wantsKey && due.keys.length === 0) {
    const made = await makeKeys();
    await act((ctx) => keepKeys(ctx, domainOf(address), made));
    due = await act((ctx) => dueCheck(ctx, address));
    if (!due) return;
  }
  const unsubscribeUrl = publicUrl + due.unsubscribePath;
  const facts = await lookAt({ address, host, records: due.keys.map(recordOf), unsubscribeUrl }, options);
  await act((ctx) => noteChecked(ctx, facts));
}
