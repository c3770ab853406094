import type { Database } from '../../db/open.ts';
import type { Act } from '../../domain/act.ts';
import { channelOfHook, listHooks } from '../../domain/hooks/hook.ts';
import { passOn } from '../../domain/hooks/pass_on.ts';
import { type Loop, startLoop, unless } from '../../lib/loop.ts';
import type { Sender } from '../../outbox/message.ts';
import { type HookSenderOptions, hookSender } from './sender.ts';

/** How soon what happened is passed on if nobody wakes us, in ms; and how often we look for hooks where there are none. */
const POLL_MS = 1000;
const IDLE_MS = 30_000;

/** The hooks of the house while it runs. */
export interface Hooks extends Loop {
  /** A way out for each of them, by its name. */
  senders(): Readonly<Record<string, Sender>>;
}

export interface HooksOptions extends Omit<HookSenderOptions, 'sql'> {
  db: Database;
  act: Act;
  resting(): boolean;
  /** Something waits to be sent. */
  enqueued(): void;
  onError(error: unknown): void;
}

/** Passes on what happens to the hooks that are on. Without any it costs nothing. */
export async function startHooks(options: HooksOptions): Promise<Hooks> {
  const { db, act, resting, enqueued, onError } = options;
  let senders: Readonly<Record<string, Sender>> = {};

  async function round(): Promise<number> {
    const hooks = await listHooks(db.sql);
    senders = Object.fromEntries(
      hooks.map(({ id }) => [
        channelOfHook(id),
        senders[channelOfHook(id)] ?? hookSender(id, { ...options, sql: db.sql }),
      ]),
    );
    if (hooks.length === 0) return IDLE_MS;
    if ((await db.sql`select from hook_events limit 1`).length === 0) return POLL_MS;
    const more = await act(passOn);
    enqueued();
    return more ? 0 : POLL_MS;
  }

  const loop = startLoop(unless(resting, round), onError);
  const unlisten = await db.listen('hooks', loop.wake);
  return {
    senders: () => senders,
    wake: () => loop.wake(),
    async stop() {
      await unlisten();
      await loop.stop();
    },
  };
}
