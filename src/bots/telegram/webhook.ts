import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Api } from 'grammy';
import type { ReceiveHook } from '../../http/hook.ts';
import type { InboxEvent } from '../../inbox/event.ts';
import { botIdOf } from './api.ts';
import { ALLOWED_UPDATES, toInboxEvent } from './update.ts';

/** Where Telegram posts to and how it proves itself; both are derived from the bot token, and neither reveals it. */
interface Hook {
  /** The last part of the URL. */
  token: string;
  /** Bot API: 1-256 characters of A-Z, a-z, 0-9, _ and -. */
  secret: string;
}

/** Telegram's name for the header (Bot API, setWebhook: secret_token). */
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

export function hookOf(botToken: string): Hook {
  const derive = (purpose: string) => createHmac('sha256', botToken).update(`solo-crm ${purpose}`).digest('hex');
  return { token: derive('path').slice(0, 32), secret: derive('secret') };
}

/**
 * Tells Telegram to post updates to `<publicUrl>/telegram/<token>`. Throws GrammyError (a URL that it does not accept)
 * or HttpError.
 */
export async function setTelegramWebhook(api: Api, publicUrl: string): Promise<void> {
  const { token, secret } = hookOf(api.token);
  await api.setWebhook(`${publicUrl}/telegram/${token}`, {
    secret_token: secret,
    allowed_updates: ALLOWED_UPDATES,
  });
}

export interface TelegramWebhook {
  /** The bot token. */
  token: string;
  /** Commits the event, or throws: then Telegram has to come again. */
  store: (event: InboxEvent) => Promise<unknown>;
}

/** Takes in the updates that Telegram posts: first the secret is checked, then the body is stored as it came. */
export function telegramWebhook({ token, store }: TelegramWebhook): ReceiveHook {
  const expected = hookOf(token);
  const botId = botIdOf(token);
  return async ({ token: path, headers, read }) => {
    if (!isSame(path, expected.token)) return 'unknown_hook';
    if (!isSame(headers.get(SECRET_HEADER) ?? '', expected.secret)) return 'not_signed';
    const raw = await read();
    const update = readUpdate(raw);
    if (!update) return 'malformed';
    await store(toInboxEvent(botId, update, raw));
    return 'stored';
  };
}

/** Hashed first, because timingSafeEqual needs equal lengths; and so any wrong value takes equally long. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function readUpdate(raw: Uint8Array): { update_id: number } | undefined {
  try {
    const update: unknown = JSON.parse(Buffer.from(raw).toString());
    return isUpdate(update) ? update : undefined;
  } catch {
    return undefined;
  }
}

function isUpdate(value: unknown): value is { update_id: number } {
  return typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id);
}
