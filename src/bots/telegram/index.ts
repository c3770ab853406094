import type { Api } from 'grammy';
import type { ChannelKit, OpenChannel, Opening, RunningChannel } from '../../channel/channel.ts';
import { lease } from '../../db/lease.ts';
import { nameChannel } from '../../domain/desk/channel_state.ts';
import { faultOf } from '../../lib/log.ts';
import { type Loop, startLoop, unless } from '../../lib/loop.ts';
import { botIdOf, openTelegram } from './api.ts';
import { fetchFromTelegram } from './files.ts';
import { keepMenus } from './menus.ts';
import { numbersSoFar } from './numbers.ts';
import { isRefusal } from './outcome.ts';
import { parseTelegram } from './parse.ts';
import { startTelegramPolling } from './receive.ts';
import { type Self, selfOf } from './self.ts';
import { telegramSender } from './send.ts';
import { INCOMING, type TelegramBotConfig, type TelegramSettings } from './settings.ts';
import { topicRows } from './topic_rows.ts';
import { topicsOf } from './topics.ts';
import { setTelegramWebhook, telegramWebhook } from './webhook.ts';

/** Telegram may forget a webhook's failures, but not the webhook: checking once a day is enough. */
const WEBHOOK_CHECK_MS = 24 * 3_600_000;
const WEBHOOK_RETRY_MS = 60_000;
/** A new name, or topics turned on at @BotFather, show within the hour. */
const NAME_CHECK_MS = 3_600_000;
const NAME_RETRY_MS = 60_000;

/** The owner's bot, which starts if there is a token for one. */
export function open({ config: { bot }, publicUrl }: Opening<TelegramSettings>): OpenChannel {
  return { parse: parseTelegram, start: async (kit) => bot && startBot(kit, bot, publicUrl) };
}

async function startBot(kit: ChannelKit, bot: TelegramBotConfig, publicUrl: string): Promise<RunningChannel> {
  const api = await openTelegram(bot);
  const self = selfOf(api);
  const topics = topicsOf({
    api,
    rows: topicRows(kit.db),
    self,
    onDesk: (ok, detail) => kit.noteChannel('telegram_desk', ok, detail),
  });
  const way = bot.mode === 'webhook' ? byWebhook(kit, bot, api, publicUrl) : byPolling(kit, bot, api);
  const keeping = [keepName(kit, self), keepMenus(kit, api)];
  return {
    ...way,
    sender: telegramSender(api, kit.files, topics, await numbersSoFar(kit.db.sql)),
    fetchFile: fetchFromTelegram(api),
    states: ['telegram', INCOMING, 'telegram_desk'],
    stop: async () => {
      await Promise.all([way.stop(), ...keeping.map((loop) => loop.stop())]);
    },
  };
}

/**
 * Keeps the bot's description, so /status shows who we are there, and we know before the first card whether chats have
 * topics.
 */
function keepName(kit: ChannelKit, self: Self): Pick<Loop, 'stop'> {
  let noted = '';
  return startLoop(
    unless(kit.resting, async () => {
      const { username } = await self.ask();
      if (username !== noted) await kit.act((ctx) => nameChannel(ctx, 'telegram', `@${username}`));
      noted = username;
      return NAME_CHECK_MS;
    }),
    (error) => kit.log.warn(faultOf(error), 'telegram getMe'),
    NAME_RETRY_MS,
  );
}

function byPolling(kit: ChannelKit, { token }: TelegramBotConfig, api: Api): Pick<RunningChannel, 'stop'> {
  const ending = new AbortController();
  const mine = lease(kit.db, `telegram:${botIdOf(token)}`, kit.holder);
  const polling = startTelegramPolling({
    api,
    signal: ending.signal,
    store: (events) => kit.receiver.receiveAll(events),
    lease: async () => !kit.resting() && (await mine.hold()),
    onState: ({ ok, reason, detail }) => {
      if (!ok) kit.log.warn({ reason }, 'telegram');
      // the owner need not hear of what recovers within a minute
      if (ok || reason === 'token_refused' || reason === 'conflict') kit.noteChannel(INCOMING, ok, detail);
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

function byWebhook(
  kit: ChannelKit,
  { token }: TelegramBotConfig,
  api: Api,
  publicUrl: string,
): Pick<RunningChannel, 'hooks' | 'stop'> {
  const setting = startLoop(
    unless(kit.resting, async () => {
      await setTelegramWebhook(api, publicUrl);
      kit.noteChannel(INCOMING, true, '');
      return WEBHOOK_CHECK_MS;
    }),
    (error) => {
      kit.log.warn(faultOf(error), 'telegram webhook');
      if (isRefusal(error)) kit.noteChannel(INCOMING, false, `Telegram refuses the webhook (${error.error_code})`);
    },
    WEBHOOK_RETRY_MS,
  );
  return {
    hooks: { '/telegram/:token': telegramWebhook({ token, store: (event) => kit.receiver.receive(event) }) },
    stop: () => setting.stop(),
  };
}
