import { waitingCards } from '../../outbox/change.ts';
import { carried } from '../attachment.ts';
import type { Context } from '../context.ts';
import { type Card, type DeskPlace, tellOwner } from '../desk/tell.ts';
import { isCollected } from '../owner/away.ts';
import { loadContact } from '../people/contact.ts';
import { joinAlbum, type Part } from '../talk/album.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { Message } from '../talk/message.ts';
import { messageUrgency } from '../talk/urgent.ts';
import { cardKey, type Taking, takeIn } from './take_in.ts';

/** If the card still waits, it is rewritten with the rest of the album; if it has left, the late part follows it. */
export async function addPart(
  ctx: Context,
  conversation: Conversation,
  begun: Message,
  arrival: Pick<Taking, 'arrival'>,
  part: Part,
): Promise<string | undefined> {
  const message = await joinAlbum(ctx.tx, begun, part);
  if (!message) return 'already stored';
  const late = (desk?: DeskPlace) => tellLate(ctx, conversation, message, part, desk);
  const waiting = await waitingCards(ctx.tx, [message.id], conversation.contactId);
  if (waiting.length === 0 && !(await isCollected(ctx, cardKey(message.id)))) return late();
  const verdict = part.text === '' ? message.triage : null;
  await takeIn(ctx, conversation, message, {
    ...arrival,
    ...{ verdict, again: true, delaySeconds: ctx.albumSeconds, late },
  });
  return undefined;
}

async function tellLate(
  ctx: Context,
  conversation: Conversation,
  { id: messageId, triage }: Message,
  part: Part,
  desk?: DeskPlace,
): Promise<undefined> {
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  const attachments = part.attachments.map((file) => carried(file, conversation.channel));
  const card: Card = (t) => ({
    title: t.card.latePart(contact.name || conversation.address),
    ...(part.text && { quote: part.text }),
    attachments,
    changed: { messageId, at: ctx.now.toISOString() },
  });
  await tellOwner(ctx, `late:${part.channel}:${part.chat}:${part.externalId}`, card, {
    notice: { kind: 'late_part', contactId: contact.id },
    conversationId: conversation.id,
    urgent: await messageUrgency(ctx.tx, contact.id, {
      tags: contact.tags,
      ...(triage && { triage }),
      words: part.text,
    }),
    collect: { messageId },
    showsContact: contact.id,
    ...(desk && { desk }),
  });
}
