import type { Context } from '../context.ts';
import type { Conversation } from '../talk/conversation.ts';
import { insertMessage } from '../talk/message.ts';

/** What the owner wrote above a forward is for themselves. */
export async function keepComment(ctx: Context, { id: conversationId }: Conversation, text: string): Promise<void> {
  await insertMessage(ctx.tx, { conversationId, direction: 'note', text, occurredAt: ctx.now });
}
