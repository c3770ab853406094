import type { Texts } from '../../../text/texts.ts';
import { commandOf } from '../../commands/called.ts';
import { runCommand } from '../../commands/run.ts';
import type { Context } from '../../context.ts';
import type { MessageReceived } from '../../event.ts';
import { mayAct, type User } from '../../owner/user.ts';
import type { Reply } from '../../reply.ts';
import { placeOf } from './answer_card.ts';

/** A photo goes with a post, or is the logo of the business. */
const TAKE_PICTURES: readonly string[] = ['post', 'business'];

/** A photo whose caption is a command that takes one: the words run as any line does, with the file beside them. */
export async function onCaption(ctx: Context, user: User, event: MessageReceived): Promise<Reply | undefined> {
  if (event.attachments.length === 0 || event.forwardedFrom) return undefined;
  if (!TAKE_PICTURES.includes(commandOf(event.text.trim())?.name ?? '')) return undefined;
  return runCommand({ ...ctx, files: event.attachments }, user, event.text.trim(), placeOf(event), undefined);
}

/** The owner has passed on a post of a channel: that may be to say where posts go. */
export function withOutlet(
  t: Texts,
  user: User,
  { forwardedFrom: from }: MessageReceived,
  reply: Reply | undefined,
): Reply | undefined {
  if (!reply || !from?.outlet || !mayAct(user, 'owner')) return reply;
  const button = { label: t.post.button.outlet(from.name), command: `/post to ${from.outlet} ${from.name}` };
  return { ...reply, buttons: [[button], ...(reply.buttons ?? [])] };
}
