import type { MessageOf } from '../../outbox/by_kind.ts';
import type { Outcome } from '../../outbox/message.ts';
import type { SlackWeb } from './api.ts';
import { formatSlack } from './format.ts';
import { outcomeOf } from './outcome.ts';
import { readPress, tsIn } from './place.ts';
import { type ResponseUrlOf, respond } from './respond.ts';

/**
 * The ids of chats of two. We write to such a chat by its person, but change its messages by the chat's own id, which
 * comes with each post and each press.
 */
export type Directs = Map<string, string>;

interface Editing {
  web: SlackWeb;
  directs: Directs;
  responseUrlOf: ResponseUrlOf;
}

export const directId = (channel: string): boolean => channel.startsWith('D');

/**
 * Rewrites a message in place; one that only one person sees, through the address that its press brought. Repeating it
 * changes nothing (docs.slack.dev, chat.update), so no outcome is a doubt.
 */
export async function edit(editing: Editing, message: MessageOf<'edit'>, signal: AbortSignal): Promise<Outcome> {
  const { now } = message.payload;
  const [text, ...more] = now ? formatSlack(now.reply, now.isPublic ? 'public' : 'owner') : [];
  if (!text || more.length > 0) return refused('the words do not fit into the message');
  if (!now?.externalId) return editUnseen(editing, message, signal);
  const channel = channelOf(editing.directs, message);
  if (!channel) return refused('the id of the chat is not known');
  try {
    await editing.web.chat.update({ channel, ts: tsIn(now.externalId), ...text });
    return { result: 'sent' };
  } catch (error) {
    return outcomeOf(error);
  }
}

async function editUnseen(editing: Editing, message: MessageOf<'edit'>, signal: AbortSignal): Promise<Outcome> {
  const url = await editing.responseUrlOf(message).catch(() => undefined);
  const [text] = formatSlack(message.payload.now?.reply ?? {});
  if (!url || !text) return refused('the message has no id');
  const posted = await respond(url, text, signal, { instead: true });
  if (posted === 'unknown') return { result: 'unknown', error: 'no answer from Slack (response_url)' };
  return posted === 'sent' ? { result: 'sent' } : refused('the address is used up');
}

function channelOf(directs: Directs, { address, payload }: MessageOf<'edit'>): string | undefined {
  if (!/^[UW]/.test(address)) return address;
  const pressed = payload.pressId && readPress(payload.pressId).channel;
  return pressed && directId(pressed) ? pressed : directs.get(address);
}

const refused = (error: string): Outcome => ({ result: 'failed', error, reason: 'rejected' });
