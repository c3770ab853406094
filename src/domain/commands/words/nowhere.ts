import type { Texts } from '../../../text/texts.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import { failed, type Reply } from '../../reply.ts';
import { answerWay } from '../../talk/answer_way.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { lastThreadAmong } from '../../talk/mail/participant.ts';
import type { CommandContext } from '../command.ts';

/** They have no conversation of their own: what they wrote in a thread of somebody else is answered there, which is said first. */
export async function nowhereToAnswer(ctx: CommandContext, { id, name }: Contact): Promise<Reply> {
  const among = await lastThreadAmong(ctx.tx, id);
  const thread = among && (await loadConversation(ctx.tx, among));
  if (!thread) return noChannel(ctx.t, name);
  const { address, copies } = await answerWay(ctx.tx, thread);
  const owner = (await loadContact(ctx.tx, thread.contactId))!.name || thread.address;
  return failed(ctx.t.reply.onlyAmong(name, owner, [address, ...copies]), {
    buttons: [[{ label: ctx.t.button.show, command: `/inbox v${thread.id}` }]],
  });
}

/** They have never written at all. */
export function noChannel(t: Texts, name: string): Reply {
  return { ...failed(t.reply.noChannel(name)), hint: t.reply.giveAddress(name) };
}
