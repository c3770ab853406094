import { randomUUID } from 'node:crypto';
import type { ChannelKit, OpenChannel, Opening, RunningChannel } from '../../channel/channel.ts';
import { nameChannel } from '../../domain/desk/channel_state.ts';
import { isClosedTo } from '../../domain/talk/phone/opt_out.ts';
import { faultOf } from '../../lib/log.ts';
import { startLoop } from '../../lib/loop.ts';
import { aliyun } from './gateway/aliyun.ts';
import { gateway } from './gateway/provider.ts';
import { aliyunHooks, aliyunPath } from './gateway/receive.ts';
import { parseSms } from './parse.ts';
import { INCOMING, type SmsProvider } from './provider.ts';
import { smsSender } from './send.ts';
import type { SmsSettings } from './settings.ts';
import { twilio } from './twilio/provider.ts';

type Provider = NonNullable<SmsSettings['provider']>;

/** Texts to phone numbers, by the provider that is set up. */
export function open({ config, publicUrl }: Opening<SmsSettings>): OpenChannel {
  return {
    parse: async (row) => parseSms(row),
    start: async (kit) => config.provider && startTexts(kit, config, config.provider, publicUrl),
  };
}

function startTexts(
  kit: ChannelKit,
  { longest, perSecond }: SmsSettings,
  config: Provider,
  publicUrl: string,
): RunningChannel {
  const provider = providerOf(kit, config, publicUrl);
  const running = provider.start?.();
  return {
    sender: smsSender({
      ...{ provider, longest, perSecond },
      isOut: (address) => isClosedTo(kit.db.sql, { channel: 'sms', address }),
    }),
    ...(provider.fetchFile && { fetchFile: provider.fetchFile }),
    ...(provider.hooks && { hooks: provider.hooks }),
    states: ['sms', INCOMING],
    stop: async () => running?.stop(),
  };
}

function providerOf(kit: ChannelKit, config: Provider, publicUrl: string): SmsProvider {
  if (config.kind === 'twilio') return twilio(kit, config, publicUrl);
  if (config.kind === 'gateway') return gateway(config);
  return {
    ...aliyun(config, { now: () => new Date(), random: randomUUID }),
    hooks: aliyunHooks(config, (events) => kit.receiver.receiveAll(events)),
    // nobody but us knows the address that Aliyun is to push to: /setup shows it
    start: () => keepName(kit, `${publicUrl}${aliyunPath(config)}`),
  };
}

const DAY_MS = 24 * 3_600_000;
const AGAIN_MS = 60_000;

/** Keeps the name under which /setup and /status show the channel. */
const keepName = (kit: ChannelKit, name: string) =>
  startLoop(
    async () => {
      await kit.act((ctx) => nameChannel(ctx, 'sms', name));
      return DAY_MS;
    },
    (error) => kit.log.warn(faultOf(error), 'sms name'),
    AGAIN_MS,
  );
