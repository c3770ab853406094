import { slackWays, startSlack } from '../bots/slack/index.ts';
import { startTelegram, telegramWays } from '../bots/telegram/index.ts';
import type { Config } from '../config.ts';
import { forgetChannels } from '../domain/desk/channel_state.ts';
import type { FetchFile } from '../files/index.ts';
import type { ReceiveHook } from '../http/hook.ts';
import { mailWays, startMail } from '../mail/index.ts';
import type { Sender } from '../outbox/message.ts';
import type { Channel, House, Way } from './house.ts';

/** Every channel by its name; each gives undefined while it is not configured, and none waits for its network here. */
const all: Record<string, ChannelModule> = {
  telegram: { start: startTelegram, ways: telegramWays },
  slack: { start: startSlack, ways: slackWays },
  email: { start: startMail, ways: mailWays },
};

interface ChannelModule {
  start(house: House): Promise<Channel | undefined>;
  ways(config: Config): Way[];
}

/** Every way in and out there can be, set up or not. */
export function waysOf(config: Config): Way[] {
  return Object.values(all).flatMap(({ ways }) => ways(config));
}

export interface Channels {
  on: string[];
  senders: Record<string, Sender>;
  fetchers: Record<string, FetchFile>;
  hooks: Record<string, ReceiveHook>;
  stop(): Promise<void>;
}

export async function startChannels(house: House): Promise<Channels> {
  const started: [string, Channel][] = [];
  for (const [name, { start }] of Object.entries(all)) {
    const channel = await start(house);
    if (channel) started.push([name, channel]);
  }
  const on = started.map(([name]) => name);
  const states = started.flatMap(([name, channel]) => channel.states ?? [name]);
  await house.act((ctx) => forgetChannels(ctx, states));
  return {
    on,
    senders: Object.fromEntries(started.flatMap(([name, { sender }]) => (sender ? [[name, sender]] : []))),
    fetchers: Object.fromEntries(started.flatMap(([name, { fetchFile }]) => (fetchFile ? [[name, fetchFile]] : []))),
    hooks: Object.fromEntries(started.flatMap(([, { hooks }]) => Object.entries(hooks ?? {}))),
    stop: async () => {
      await Promise.all(started.map(([, channel]) => channel.stop()));
    },
  };
}
