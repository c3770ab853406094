import type { Api } from 'grammy';
import type { ReactionTypeEmoji } from 'grammy/types';
import type { Outcome, Payload } from '../../outbox/message.ts';
import { grammySignal } from './api.ts';
import { outcomeOf } from './outcome.ts';

/**
 * Puts the reaction on the message. A bot has one reaction on a message, so repeating it changes nothing (Bot API,
 * setMessageReaction).
 */
export async function react(
  api: Api,
  chat: string,
  { replyTo, emoji }: Extract<Payload, { kind: 'reaction' }>,
  signal: AbortSignal,
): Promise<Outcome> {
  const reaction = { type: 'emoji', emoji } as ReactionTypeEmoji;
  try {
    await api.setMessageReaction(chat, Number(replyTo), [reaction], {}, grammySignal(signal));
    return { result: 'sent' };
  } catch (error) {
    return outcomeOf(error);
  }
}
