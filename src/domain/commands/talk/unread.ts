import type { Texts } from '../../../text/texts.ts';
import type { Reply } from '../../reply.ts';

/** Some words are of no use to the command: nothing is done before the owner has seen which. `line`: the command without them. */
export function unreadReply(t: Texts, unread: string, line: string): Reply {
  return {
    failed: true,
    text: t.desk.unread(unread),
    buttons: [[{ label: t.desk.withoutUnread, command: line }]],
  };
}
