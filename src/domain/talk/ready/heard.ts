import { refusesRobots } from '../../../text/question/robots.ts';
import type { Context } from '../../context.ts';
import { writerOf } from '../automatic_answer.ts';
import type { Conversation } from '../conversation.ts';
import type { Message } from '../message.ts';
import { noteRefusal, refusesAutomatic } from './refusal.ts';

/** Whether they say with it that they want no automatic answers: that is kept with whoever wrote it. False too where it was known. */
export async function heardRefusal(
  ctx: Context,
  conversation: Conversation,
  { id, subject, text, author }: Message,
): Promise<boolean> {
  if (!refusesRobots(`${subject ?? ''}\n${text}`)) return false;
  const writer = await writerOf(ctx, conversation, author);
  if (!writer) return false;
  const before = await refusesAutomatic(ctx.tx, writer.contact.id);
  return (await noteRefusal(ctx, writer.contact.id, id)) && !before;
}
