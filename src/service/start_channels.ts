import type { ChannelKit, OpenChannel, RunningChannel } from '../channel/channel.ts';
import { forgetChannels } from '../domain/desk/channel_state.ts';
import type { FetchFile } from '../files/index.ts';
import type { ReceiveHook } from '../http/hook.ts';
import type { BulkWay } from '../outbox/bulk.ts';
import type { Sender } from '../outbox/message.ts';

/** What all the running channels offer together. */
export interface RunningChannels {
  senders: Record<string, Sender>;
  bulk: Record<string, BulkWay>;
  fetchers: Record<string, FetchFile>;
  hooks: Record<string, ReceiveHook>;
  stop(): Promise<void>;
}

/** Starts the channels that are set up, one after the other, without waiting for any network. */
export async function startChannels(kit: ChannelKit, open: Record<string, OpenChannel>): Promise<RunningChannels> {
  const started: [string, RunningChannel][] = [];
  for (const [name, { start }] of Object.entries(open)) {
    const channel = await start(kit);
    if (channel) started.push([name, channel]);
  }
  const states = started.flatMap(([name, channel]) => channel.states ?? [name]);
  await kit.act((ctx) => forgetChannels(ctx, states));
  return {
    senders: Object.fromEntries(started.flatMap(([name, { sender }]) => (sender ? [[name, sender]] : []))),
    bulk: Object.fromEntries(started.flatMap(([name, { bulk }]) => (bulk ? [[name, bulk]] : []))),
    fetchers: Object.fromEntries(started.flatMap(([name, { fetchFile }]) => (fetchFile ? [[name, fetchFile]] : []))),
    hooks: Object.fromEntries(started.flatMap(([, { hooks }]) => Object.entries(hooks ?? {}))),
    stop: async () => {
      await Promise.all(started.map(([, channel]) => channel.stop()));
    },
  };
}
