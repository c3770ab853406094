import type { Outcome, OutletFound } from '../../outbox/message.ts';
import type { SlackWeb } from './api.ts';
import { outcomeOf, refusalOf } from './outcome.ts';
import { tsIn } from './place.ts';

const GONE = /^(?:message_not_found|file_not_found|file_deleted)$/;
const MAY_NOT = /^(?:not_in_channel|is_archived|restricted_action.*|cant_delete_message|missing_scope)$/;

/** Deletes the messages of a post, and the pictures that were shown with it. Repeating it changes nothing. */
export async function remove(web: SlackWeb, channel: string, { ids = [] }: { ids?: string[] }): Promise<Outcome> {
  if (ids.length === 0) return { result: 'failed', error: 'the message has no id', reason: 'rejected' };
  try {
    for (const id of ids) {
      await (isFile(id) ? web.files.delete({ file: id }) : web.chat.delete({ channel, ts: tsIn(id) })).catch(
        unlessGone,
      );
    }
    return { result: 'sent' };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Slack counts messages by their time, and calls a file F…. */
const isFile = (id: string): boolean => id.startsWith('F');

function unlessGone(error: unknown): void {
  if (!GONE.test(refusalOf(error) ?? '')) throw error;
}

/**
 * Whether we are in a channel: only its members' apps may read its last message. That takes no scope that the app does not have anyway
 * (channels:history, groups:history); Slack does not tell the name with it.
 */
export async function lookAtOutlet(web: SlackWeb, channel: string): Promise<Outcome> {
  try {
    await web.conversations.history({ channel, limit: 1 });
    const outlet: OutletFound = { address: channel, name: '', handle: '' };
    return { result: 'sent', outlet };
  } catch (error) {
    const refusal = refusalOf(error) ?? '';
    return MAY_NOT.test(refusal) ? { result: 'failed', error: refusal, reason: 'may_not_post' } : outcomeOf(error);
  }
}
