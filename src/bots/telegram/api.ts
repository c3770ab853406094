import type { Api } from 'grammy';
import { head } from '../../text/cut.ts';

/**
 * After this time a hanging request, even a getUpdates, ends as a failed one; grammY's own default would wait 500 s.
 */
const TIMEOUT_SECONDS = 60;

interface TelegramAccess {
  token: string;
  /** Does not end in a slash. */
  apiRoot: string;
  timeoutSeconds?: number;
}

export interface TelegramBot {
  id: string;
  /** Without the @. */
  username: string;
  name: string;
  /** Private chats with the bot have topics (a switch at @BotFather). */
  hasTopics: boolean;
}

/**
 * Loads grammY, only if a bot is configured, in its edition for browsers: that one uses the global fetch and loads no
 * HTTP client of its own. Node's fetch tells a connection that was never established from one that broke (outcome.ts
 * needs that), gives up connecting after 10 s, and drops connections that were idle for 4 s, before a router on the way
 * forgets them.
 */
export async function openTelegram({ token, apiRoot, timeoutSeconds = TIMEOUT_SECONDS }: TelegramAccess): Promise<Api> {
  const { Api } = await import('grammy/web');
  return new Api(token, { apiRoot, timeoutSeconds });
}

/** grammY declares its own type for signals; at run time the two are the same. */
export function grammySignal(signal: AbortSignal): NonNullable<Parameters<Api['getMe']>[0]> {
  return signal as unknown as NonNullable<Parameters<Api['getMe']>[0]>;
}

/** The bot's id is the part of its token before the colon. */
export function botIdOf(token: string): string {
  return token.slice(0, token.indexOf(':'));
}

/** Asks Telegram who the bot is. Throws GrammyError (401: token revoked) or HttpError. */
export async function describeTelegram(api: Api): Promise<TelegramBot> {
  const me = await api.getMe();
  return { id: String(me.id), username: me.username, name: me.first_name, hasTopics: me.has_topics_enabled === true };
}

export interface OwnerCommand {
  /** 1 to 32 of a-z, 0-9 and _, without the slash. */
  command: string;
  /** Cut at 256 characters. */
  description: string;
}

/**
 * Shows the commands only in one chat's menu, so customers never see them. `language` is a two-letter code of the app's
 * language; without it the list is for every language that has none of its own. At most 100 commands.
 */
export async function setOwnerCommands(
  api: Api,
  chatId: string,
  commands: readonly OwnerCommand[],
  language?: 'zh' | 'en',
): Promise<void> {
  const menu = commands.slice(0, 100).map(({ command, description }) => ({
    command,
    description: head(description, 256),
  }));
  await api.setMyCommands(menu, inChat(chatId, language));
}

/** Makes the chat of somebody who may no longer give commands look like a customer's again. */
export async function hideOwnerCommands(api: Api, chatId: string, language?: 'zh' | 'en'): Promise<void> {
  await api.deleteMyCommands(inChat(chatId, language));
}

function inChat(chatId: string, language: 'zh' | 'en' | undefined) {
  return { scope: { type: 'chat', chat_id: Number(chatId) } as const, ...(language && { language_code: language }) };
}
