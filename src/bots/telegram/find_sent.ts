import type { Api } from 'grammy';
import type { Doubt } from '../../outbox/message.ts';
import { grammySignal } from './api.ts';
import { type Call, callsFor } from './calls.ts';
import { isOnTelegram } from './format.ts';
import { isPrivate } from './numbers.ts';
import { isRefusal } from './outcome.ts';

/**
 * Few other messages come between the mark and the message: only what a one-person company sends and receives in a
 * moment.
 */
const LOOKED_AT = 20;

/**
 * Finds the message whose answer was lost, if it is in its chat. Bots cannot read a chat, but an edit that changes
 * nothing tells whether they have a message of that number there: "message is not modified" or "message to edit not
 * found". We ask for the numbers after the mark one by one, up to that of the chat's next doubt; one that is there and
 * that we do not know must be it.
 * @returns undefined if we cannot tell: nothing found, a message of several parts, a chat with numbers of its own
 */
export async function findSent(
  api: Api,
  doubt: Doubt,
  signal: AbortSignal,
): Promise<{ externalId: string } | undefined> {
  const call = onlyCall(doubt);
  if (!call || doubt.sentAfter === null || !isPrivate(doubt.address)) return undefined;
  const last = Math.min(doubt.sentAfter + LOOKED_AT, doubt.sentBefore ?? Number.POSITIVE_INFINITY);
  try {
    for (let number = doubt.sentAfter + 1; number <= last; number++) {
      const externalId = String(number);
      if (!doubt.known.includes(externalId) && (await isThere(api, call, number, signal))) return { externalId };
    }
  } catch {
    // told to wait, no answer, or blocked meanwhile: the owner is asked
  }
  return undefined;
}

function onlyCall({ address, audience, payload }: Doubt): Call | undefined {
  if (payload.kind !== 'message' || payload.reply.attachments?.some((file) => !isOnTelegram(file))) return undefined;
  const [call, ...more] = callsFor({ address, audience, payload });
  return more.length === 0 ? call : undefined;
}

/**
 * Sets the buttons that the message would have anyway, so nothing changes, whatever is there.
 * @throws if Telegram says neither yes nor no
 */
async function isThere(api: Api, { payload }: Call, number: number, signal: AbortSignal): Promise<boolean> {
  const markup = payload.reply_markup as Parameters<Api['editMessageReplyMarkup']>[2];
  try {
    await api.editMessageReplyMarkup(
      String(payload.chat_id),
      number,
      { ...(markup && { reply_markup: markup as never }) },
      grammySignal(signal),
    );
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (/message is not modified/i.test(error.description)) return true;
    if (/message to edit not found|message can't be edited/i.test(error.description)) return false;
    throw error;
  }
}
