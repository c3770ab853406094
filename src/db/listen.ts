import { Client, type Connection } from './client.ts';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1_000;

/** The class of the advisory locks with which processes show that they are alive. */
export const INSTANCES = 0x5010;

/** Hears NOTIFY on its own connection, and its session shows that this process lives. */
export interface Listener {
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>;
  /** Holds the lock of this number from now on, and takes it again after each lost connection. */
  present(instance: number): Promise<void>;
  close(): void;
}

/**
 * Notifications are only hints; polling stays the truth. After a lost connection it subscribes again and then calls
 * every `heard` once, because a notification may have passed meanwhile. `timeoutMs` limits each statement.
 */
export function openListener(connection: Connection, timeoutMs: number): Listener {
  const channels = new Map<string, Set<() => void>>();
  const tell = (channel: string) => {
    for (const heard of channels.get(channel) ?? []) heard();
  };
  const instances = new Set<number>();
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  let refusals = 0;

  const connect = () => {
    const fresh = new Client(connection, { readOnly: true, timeoutMs }, tell);
    fresh.onLost(() => reconnectLater(fresh));
    client = fresh;
    return fresh;
  };
  const reconnectLater = (lost: Client) => {
    client = undefined;
    if (closed || channels.size + instances.size === 0) return;
    refusals = lost.answered ? 0 : refusals + 1;
    retry = setTimeout(resubscribe, Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** refusals));
  };
  const resubscribe = () => {
    clearTimeout(retry);
    const fresh = connect();
    for (const instance of instances) hold(fresh, instance).catch(() => undefined);
    for (const channel of channels.keys()) {
      // if it is refused, the client is lost and we come back here
      fresh
        .run((sql) => sql`listen ${sql(channel)}`)
        .then(
          () => tell(channel),
          () => undefined,
        );
    }
  };

  /** Takes the lock in shared mode: a session that the server does not yet know to be dead may still hold it. */
  const hold = (asked: Client, instance: number) =>
    asked.run((sql) => sql`select pg_advisory_lock_shared(${INSTANCES}::int, ${instance}::int)`);

  return {
    async present(instance) {
      instances.add(instance);
      const asked = client ?? connect();
      await hold(asked, instance).catch((error: unknown) => {
        if (!asked.gone) throw error;
      });
    },
    async listen(channel, heard) {
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(heard));
      const asked = client ?? connect();
      await asked
        .run((sql) => sql`listen ${sql(channel)}`)
        .catch((error: unknown) => {
          // after a lost connection it subscribes again by itself
          if (!asked.gone) throw error;
        });
      return async () => {
        listeners.delete(heard);
        if (listeners.size > 0 || !channels.delete(channel)) return;
        await client?.run((sql) => sql`unlisten ${sql(channel)}`).catch(() => undefined);
      };
    },
    close() {
      closed = true;
      clearTimeout(retry);
      client?.lose(new Error('The database handle is closed.'));
    },
  };
}
