import type { Texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import { roomFor, wordsShown } from '../desk/card_words.ts';
import { refileButtons, workButtons } from '../desk/customer_card.ts';
import { filedOf } from '../desk/filing.ts';
import { withLater } from '../desk/later_field.ts';
import { tellOwner } from '../desk/tell.ts';
import { retell, retellJudged } from '../desk/tell_message.ts';
import type { MessagesWithdrawn } from '../event.ts';
import { loadContact } from '../people/contact.ts';
import type { Button, Reply } from '../reply.ts';
import { withFields } from '../reply.ts';
import { messageWithPart, partsLeft } from '../talk/album.ts';
import { isWithheld } from '../talk/block.ts';
import { loadConversation } from '../talk/conversation.ts';
import { lockMessageAt, type Message, markPart, markWithdrawn } from '../talk/message.ts';
import { listStillToCome } from '../talk/scheduled.ts';
import { type AnswerMet, answerMet } from '../undo/recall.ts';
import { answeredFields, bringBack, filingFields, keepBack } from './edit_card.ts';
import { judgeWithdrawn, nobodyWaits } from './judge_edit.ts';

/** A customer's messages were deleted where they had been written. They stay here, and the owner hears about it. */
export async function withdraw(ctx: Context, event: MessagesWithdrawn): Promise<string | undefined> {
  const messages: Message[] = [];
  const ofAlbums = new Map<string, Message>();
  for (const externalId of event.externalIds) {
    const { message, isPart } = await messageAt(ctx, event, externalId);
    if (message && isPart && (await partsLeft(ctx.tx, message.id)) > 0) {
      if (await markPart(ctx.tx, message, externalId, ctx.now)) ofAlbums.set(message.id, message);
    } else if (message && (await markWithdrawn(ctx.tx, message, !event.from, ctx.now)) && message.direction === 'in')
      messages.push(message);
  }
  for (const message of ofAlbums.values()) await tellOfPart(ctx, event, message);
  return messages.length === 0 && ofAlbums.size > 0 ? undefined : tellOf(ctx, event, messages);
}

/** In an album each part has its own id. */
async function messageAt(
  ctx: Context,
  { channel, chat }: MessagesWithdrawn,
  externalId: string,
): Promise<{ message: Message | undefined; isPart: boolean }> {
  const album = await messageWithPart(ctx.tx, { channel, chat, externalId });
  const place = { channel, address: chat, externalId: album?.externalId ?? externalId };
  return { message: await lockMessageAt(ctx.tx, place), isPart: album !== undefined };
}

/** An album of which something is left stands as it was told, marked as changed: nobody knows which words were whose. */
async function tellOfPart(ctx: Context, { from, externalIds }: MessagesWithdrawn, message: Message): Promise<void> {
  if (message.direction !== 'in') return;
  const conversation = (await loadConversation(ctx.tx, message.conversationId))!;
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  if (contact.blockedAt || (await isWithheld(ctx.tx, message.id))) return;
  await retell(ctx, [message.id], contact.id);
  const name = contact.name || conversation.address;
  const later = await listStillToCome(ctx.tx, contact.id);
  await tellOwner(
    ctx,
    `part withdrawn:${message.id}:${externalIds.join(',')}`,
    (t, locale) => {
      const title = from ? t.card.partWithdrawn(name) : t.card.partDeleted(name);
      const card = { title, quote: wordsShown(t, message, roomFor([message])), text: t.card.withdrawnStays };
      return withLater(ctx, t, locale, card, later);
    },
    {
      notice: { kind: 'withdrawn', contactId: contact.id },
      conversationId: conversation.id,
      collect: { messageId: message.id },
      showsContact: contact.id,
    },
  );
}

async function tellOf(ctx: Context, event: MessagesWithdrawn, messages: Message[]): Promise<string | undefined> {
  const [first] = messages;
  const last = messages.at(-1);
  if (!last) return 'nothing known was deleted';
  const conversation = (await loadConversation(ctx.tx, last.conversationId))!;
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  if (contact.blockedAt || (await isWithheld(ctx.tx, last.id))) {
    if (event.from) await nobodyWaits(ctx.tx, messages);
    return 'blocked';
  }
  const name = contact.name || conversation.address;
  const count = messages.length;
  const filing = event.from ? await judgeWithdrawn(ctx, messages) : undefined;
  for (const { id } of messages)
    await (filing ? retellJudged(ctx, id, contact.id, undefined) : retell(ctx, [id], contact.id));
  const [answer, later] = await Promise.all([answerMet(ctx.tx, first!), listStillToCome(ctx.tx, contact.id)]);
  await tellOwner(
    ctx,
    `withdrawn:${last.id}`,
    (t, locale) => {
      const card = {
        title: event.from ? t.card.withdrawn(name, count) : t.card.deleted(name, count),
        quote: messages.map((message) => wordsShown(t, message, roomFor(messages))).join('\n'),
        text: t.card.withdrawnStays,
        ...whatFollows(t, contact.id, messages, { name, filing, answer }),
      };
      return withLater(ctx, t, locale, card, later);
    },
    {
      notice: { kind: 'withdrawn', contactId: contact.id },
      conversationId: conversation.id,
      collect: { messageId: last.id, journalId: filing?.journalId },
      showsContact: contact.id,
    },
  );
  return undefined;
}

interface Follows {
  name: string;
  /** What has become of what had been made of it; undefined: nobody says that its writer took it back. */
  filing: Awaited<ReturnType<typeof judgeWithdrawn>> | undefined;
  answer: AnswerMet | undefined;
}

/** What had been made of it, what it had been answered, and the way back; nothing where there is neither. */
function whatFollows(
  t: Texts,
  contactId: string,
  messages: Message[],
  { name, filing, answer }: Follows,
): Pick<Reply, 'fields' | 'buttons'> {
  const filed = filing ? filingFields(t, filing.gone, filing.stays) : [];
  const fields = [...filed, ...answeredFields(t, answer)];
  const buttons = [
    ...keepBack(t, answer, name),
    ...(filing && filed.length > 0 ? filingButtons(t, contactId, messages, filing) : []),
  ];
  return { ...withFields(fields), ...(buttons.length > 0 && { buttons }) };
}

function filingButtons(
  t: Texts,
  contactId: string,
  messages: Message[],
  filing: NonNullable<Follows['filing']>,
): Button[][] {
  const [message] = messages;
  return [
    ...(messages.length === 1 ? [refileButtons(t, { id: message!.id, triage: null })] : []),
    workButtons(t, contactId, filedOf(filing.stays)),
    ...bringBack(t, filing),
  ];
}
