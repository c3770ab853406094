import type { Texts } from '../../../text/texts.ts';
import { type Button, failed, type Reply } from '../../reply.ts';

/**
 * Some words are of no use to the command: nothing is done before the owner has seen which. `without`: the command without them, or
 * what it may act on then.
 */
export function unreadReply(t: Texts, unread: string, without: string | Button[]): Reply {
  const ways = typeof without === 'string' ? [{ label: t.desk.withoutUnread, command: without }] : without;
  return failed(t.desk.unread(unread), { ...(ways.length > 0 && { buttons: ways.map((one) => [one]) }) });
}
