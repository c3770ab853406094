import type { ChannelSettings } from '../../channel/channel.ts';
import { flag, matching, url, wrong } from '../../channel/variables.ts';

export interface TelegramSettings {
  /** Undefined if there is no bot. */
  bot: TelegramBotConfig | undefined;
  ownerId: string | undefined;
}

export interface TelegramBotConfig {
  token: string;
  /** Does not end in a slash. */
  apiRoot: string;
  mode: 'polling' | 'webhook';
}

/** Receiving and sending fail independently: a successful send says nothing about receiving. */
export const INCOMING = 'telegram_incoming';

const variables = {
  TELEGRAM_BOT_TOKEN: matching(/^\d+:[\w-]{10,}$/, ({ variable }) => variable.telegramToken).optional(),
  TELEGRAM_API_ROOT: url(['http:', 'https:'], 'https://api.telegram.org').default('https://api.telegram.org'),
  TELEGRAM_MODE: flag('polling', 'webhook').default('polling'),
  TELEGRAM_OWNER_ID: matching(/^\d+$/, ({ variable }) => variable.telegramOwner).optional(),
};

export const telegramSettings: ChannelSettings<typeof variables, TelegramSettings> = {
  variables,
  read: (env) => ({
    bot: env.TELEGRAM_BOT_TOKEN
      ? {
          token: env.TELEGRAM_BOT_TOKEN,
          apiRoot: env.TELEGRAM_API_ROOT.replace(/\/+$/, ''),
          mode: env.TELEGRAM_MODE,
        }
      : undefined,
    ownerId: env.TELEGRAM_OWNER_ID,
  }),
  problems: ({ TELEGRAM_MODE }, { publicUrl }) =>
    TELEGRAM_MODE === 'webhook' && !publicUrl?.startsWith('https:')
      ? [wrong('PUBLIC_URL', ({ variable }) => variable.webhook)]
      : [],
  ways({ bot }) {
    const on = bot !== undefined;
    const out = { name: 'telegram', on };
    return on ? [out, { name: INCOMING, on }] : [out];
  },
  banner: ({ bot }) => [bot ? 'telegramOn' : 'telegramOff'],
  owner: ({ ownerId }) => ownerId,
};
