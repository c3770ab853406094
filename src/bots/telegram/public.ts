import type { Api } from 'grammy';
import type { Outcome } from '../../outbox/message.ts';
import { grammySignal } from './api.ts';
import { isRefusal, outcomeOf } from './outcome.ts';

/** Bot API, deleteMessages: so many at once. */
const MOST = 100;
/** Somebody has deleted it before us. */
const GONE = /message to delete not found|message_id_invalid/i;
const NOT_THERE = /member list is inaccessible|not a member|chat_admin_required|not enough rights|need administrator/i;

/** Deletes the messages of a post. Bots may for 48 hours (Bot API, deleteMessage). Repeating it changes nothing. */
export async function remove(
  api: Api,
  chat: string,
  { ids = [] }: { ids?: string[] },
  signal: AbortSignal,
): Promise<Outcome> {
  const [first, ...more] = ids.map(Number).filter(Number.isSafeInteger).slice(0, MOST);
  if (first === undefined) return { result: 'failed', error: 'the message has no id', reason: 'rejected' };
  try {
    // the plural passes over what it may not delete and says nothing of it
    for (const id of [first, ...more]) await removeOne(api, chat, id, signal);
    return { result: 'sent' };
  } catch (error) {
    return outcomeOf(error);
  }
}

async function removeOne(api: Api, chat: string, id: number, signal: AbortSignal): Promise<void> {
  try {
    await api.deleteMessage(chat, id, grammySignal(signal));
  } catch (error) {
    if (!isRefusal(error) || !GONE.test(error.description)) throw error;
  }
}

/** Whether we may post in a channel: Telegram shows its admins, and what each may do, to an admin alone. */
export async function lookAtOutlet(api: Api, address: string, signal: AbortSignal): Promise<Outcome> {
  try {
    const chat = await api.getChat(address, grammySignal(signal));
    if (chat.type !== 'channel') return { result: 'failed', error: `it is a ${chat.type}`, reason: 'no_such_address' };
    const self = (await api.getMe(grammySignal(signal))).id;
    const member = await api.getChatMember(chat.id, self, grammySignal(signal));
    if (member.status !== 'administrator' || !member.can_post_messages)
      return mayNot(`the bot is ${member.status} there`);
    return {
      result: 'sent',
      outlet: { address: String(chat.id), name: chat.title ?? '', handle: chat.username ?? '' },
    };
  } catch (error) {
    if (isRefusal(error) && NOT_THERE.test(error.description)) return mayNot(error.description);
    const outcome = outcomeOf(error);
    return outcome.result === 'failed' && outcome.reason === 'blocked' ? mayNot(outcome.error) : outcome;
  }
}

const mayNot = (error: string): Outcome => ({ result: 'failed', error, reason: 'may_not_post' });
