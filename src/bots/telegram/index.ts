import type { Api } from 'grammy';
import type { Config, TelegramConfig } from '../../config.ts';
import { lease } from '../../db/lease.ts';
import { nameChannel } from '../../domain/desk/channel_state.ts';
import { faultOf } from '../../lib/log.ts';
import { type Loop, startLoop, unless } from '../../lib/loop.ts';
import type { Channel, House, Way } from '../../service/house.ts';
import { botIdOf, openTelegram } from './api.ts';
import { fetchFromTelegram } from './files.ts';
import { keepMenus } from './menus.ts';
import { numbersSoFar } from './numbers.ts';
import { isRefusal } from './outcome.ts';
import { startTelegramPolling } from './receive.ts';
import { type Self, selfOf } from './self.ts';
import { telegramSender } from './send.ts';
import { topicRows } from './topic_rows.ts';
import { topicsOf } from './topics.ts';
import { setTelegramWebhook, telegramWebhook } from './webhook.ts';

/** Coming in and going out fail apart from each other: what was sent says nothing about what is received. */
const INCOMING = 'telegram_incoming';
/** Telegram may forget a webhook's failures, but not the webhook: once a day is enough to see that it still stands. */
const WEBHOOK_CHECK_MS = 24 * 3_600_000;
const WEBHOOK_RETRY_MS = 60_000;
/** A new name and topics turned on at @BotFather show within the hour. */
const NAME_CHECK_MS = 3_600_000;
const NAME_RETRY_MS = 60_000;

/** The owner's bot, when there is a token for one. */
export async function startTelegram(house: House): Promise<Channel | undefined> {
  const { telegram } = house.config;
  if (!telegram) return undefined;
  const api = await openTelegram(telegram);
  const self = selfOf(api);
  const topics = topicsOf({
    api,
    rows: topicRows(house.db),
    self,
    onDesk: (ok, detail) => house.noteChannel('telegram_desk', ok, detail),
  });
  const way = telegram.mode === 'webhook' ? byWebhook(house, telegram, api) : byPolling(house, telegram, api);
  const keeping = [keepName(house, self), keepMenus(house, api)];
  return {
    ...way,
    sender: telegramSender(api, house.files, topics, await numbersSoFar(house.db.sql)),
    fetchFile: fetchFromTelegram(api),
    states: ['telegram', INCOMING, 'telegram_desk'],
    stop: async () => {
      await Promise.all([way.stop(), ...keeping.map((loop) => loop.stop())]);
    },
  };
}

/** Coming in and going out fail apart from each other. */
export function telegramWays({ telegram }: Config): Way[] {
  const on = telegram !== undefined;
  return on
    ? [
        { name: 'telegram', on },
        { name: INCOMING, on },
      ]
    : [{ name: 'telegram', on }];
}

/** /status shows as whom we are there, and whether chats have topics is known before the first card. */
function keepName(house: House, self: Self): Pick<Loop, 'stop'> {
  let noted = '';
  return startLoop(
    unless(house.resting, async () => {
      const { username } = await self.ask();
      if (username !== noted) await house.act((ctx) => nameChannel(ctx, 'telegram', `@${username}`));
      noted = username;
      return NAME_CHECK_MS;
    }),
    (error) => house.log.warn(faultOf(error), 'telegram getMe'),
    NAME_RETRY_MS,
  );
}

function byPolling(house: House, { token }: TelegramConfig, api: Api): Pick<Channel, 'stop'> {
  const ending = new AbortController();
  const mine = lease(house.db, `telegram:${botIdOf(token)}`, house.holder);
  const polling = startTelegramPolling({
    api,
    signal: ending.signal,
    store: (events) => house.receiver.receiveAll(events),
    lease: async () => !house.resting() && (await mine.hold()),
    onState: ({ ok, reason, detail }) => {
      if (!ok) house.log.warn({ reason }, 'telegram');
      // what mends itself within a minute is not worth a word to the owner
      if (ok || reason === 'token_refused' || reason === 'conflict') house.noteChannel(INCOMING, ok, detail);
    },
  });
  return {
    async stop() {
      ending.abort();
      await polling.stopped;
      await mine.release();
    },
  };
}

function byWebhook(house: House, { token }: TelegramConfig, api: Api): Pick<Channel, 'hooks' | 'stop'> {
  const setting = startLoop(
    unless(house.resting, async () => {
      await setTelegramWebhook(api, house.config.publicUrl);
      house.noteChannel(INCOMING, true, '');
      return WEBHOOK_CHECK_MS;
    }),
    (error) => {
      house.log.warn(faultOf(error), 'telegram webhook');
      if (isRefusal(error)) house.noteChannel(INCOMING, false, `Telegram refuses the webhook (${error.error_code})`);
    },
    WEBHOOK_RETRY_MS,
  );
  return {
    hooks: { '/telegram/:token': telegramWebhook({ token, store: (event) => house.receiver.receive(event) }) },
    stop: () => setting.stop(),
  };
}
