import type { Texts } from '../../../text/texts.ts';
import { linkOf } from '../../channel.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { failed, type Reply } from '../../reply.ts';
import { answerWay } from '../../talk/answer_way.ts';
import { type AnswerPlace, loadConversation } from '../../talk/conversation.ts';
import { mailAddressOf, placeFor, sendsMail } from '../../talk/mail/first_mail.ts';
import { lastThreadAmong } from '../../talk/mail/participant.ts';
import type { CommandContext } from '../command.ts';

/** Where what is said to them goes: the conversation that was picked, else where they can be reached. Undefined: nowhere. */
export const whereToAnswer = async (
  ctx: CommandContext,
  contact: Contact,
  picked: AnswerPlace | undefined,
): Promise<AnswerPlace | undefined> => (picked && picked.channel !== 'note' ? picked : placeFor(ctx, contact));

/** They have no conversation of their own: what they wrote in a thread of somebody else is answered there, which is said first. */
export async function nowhereToAnswer(ctx: CommandContext, contact: Contact): Promise<Reply> {
  const { id, name } = contact;
  const among = await lastThreadAmong(ctx.tx, id);
  const thread = among && (await loadConversation(ctx.tx, among));
  if (!thread) return howToReach(ctx, contact);
  const { address, copies } = await answerWay(ctx.tx, thread);
  const owner = (await loadContact(ctx.tx, thread.contactId))!.name || thread.address;
  return failed(ctx.t.reply.onlyAmong(name, owner, [address, ...copies]), {
    buttons: [[{ label: ctx.t.button.show, command: `/inbox v${thread.id}` }]],
  });
}

/** They have never written: what is to be set up, or how they can come to us. */
async function howToReach(ctx: CommandContext, contact: Contact): Promise<Reply> {
  const { reply, passedOn } = ctx.t;
  const name = nameOf(contact);
  const address = await mailAddressOf(ctx, contact.id);
  const mayLink = ctx.channels.some((channel) => channel.on && linkOf(channel.name));
  const steps = [
    ...(address ? [reply.setUpMail(address)] : []),
    ...(!address && sendsMail(ctx) ? [reply.giveMail(name, `c${contact.id}`)] : []),
    ...(mayLink ? [reply.invite] : []),
  ];
  return failed(reply.noChannel(name), {
    hint: steps.length > 0 ? steps.join('\n') : reply.setUpSomething,
    ...(mayLink && { buttons: [[{ label: passedOn.link, command: `/link c${contact.id}` }]] }),
  });
}

/** Words that reach nobody are not lost: we show them, and they can be kept as a note. */
export function withWords(t: Texts, contactId: string, text: string, reply: Reply): Reply {
  if (!reply.failed || reply.quote || text.trim() === '') return reply;
  const note = { label: t.desk.asNote, command: `/note c${contactId} ${text}` };
  return { ...reply, quote: text, buttons: [...(reply.buttons ?? []), [note]] };
}

/** They have never written at all. */
export function noChannel(t: Texts, name: string): Reply {
  return { ...failed(t.reply.noChannel(name)), hint: t.reply.giveAddress(name) };
}
