import type { Api } from 'grammy';
import { describeTelegram, type TelegramBot } from './api.ts';

/** Who the bot is, as Telegram last said. */
export interface Self {
  /** Asks Telegram. Throws GrammyError (401: token revoked) or HttpError. */
  ask(): Promise<TelegramBot>;
  /** What we remember; asks Telegram if that is nothing. */
  known(): Promise<TelegramBot>;
}

export function selfOf(api: Api): Self {
  let last: TelegramBot | undefined;
  const ask = async () => {
    last = await describeTelegram(api);
    return last;
  };
  return { ask, known: async () => last ?? ask() };
}
