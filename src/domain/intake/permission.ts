import { permissionSaid } from '../../text/rating/permission.ts';
import type { Context } from '../context.ts';
import { takePermission } from '../desk/ratings/permission.ts';
import type { MessageReceived } from '../event.ts';
import { quoteAskedIn } from '../serve/feedback.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { Message } from '../talk/message.ts';
import { noteAnswerToUs } from './rating.ts';

/** Whether a message is the answer to our question whether their praise may be shown: then nobody has to answer it. */
export async function takePermissionSaid(
  ctx: Context,
  event: MessageReceived,
  conversation: Conversation,
  message: Message,
): Promise<boolean> {
  if (event.attachments.length > 0 || event.forwardedFrom) return false;
  if (event.trust === 'suspicious' || event.automatic) return false;
  const said = permissionSaid(event.text);
  const asked = said && (await quoteAskedIn(ctx.tx, conversation.id, ctx.now));
  if (!asked) return false;
  const taken = await takePermission(ctx, {
    id: asked.id,
    said,
    answer: event.text.trim(),
    conversationId: conversation.id,
  });
  if (taken) await noteAnswerToUs(ctx, conversation, message);
  return taken;
}
