import type { Texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import { roomFor, wordsOf } from '../desk/card_words.ts';
import { refileButtons, workButtons } from '../desk/customer_card.ts';
import { filedOf } from '../desk/filing.ts';
import { laterOnCard } from '../desk/later_field.ts';
import { tellOwner } from '../desk/tell.ts';
import { retell, retellJudged } from '../desk/tell_message.ts';
import type { MessagesWithdrawn } from '../event.ts';
import { loadContact } from '../people/contact.ts';
import type { Button, Reply } from '../reply.ts';
import { messageWithPart } from '../talk/album.ts';
import { isWithheld } from '../talk/block.ts';
import { loadConversation } from '../talk/conversation.ts';
import { lockMessageAt, type Message, markWithdrawn } from '../talk/message.ts';
import { laterOf } from '../talk/scheduled.ts';
import { type AnswerMet, answerMet } from '../undo/recall.ts';
import { answeredFields, bringBack, filingFields, keepBack } from './edit_card.ts';
import { judgeWithdrawn } from './judge_edit.ts';

/** A customer's messages were deleted where they had been written. They stay here, and the owner hears about it. */
export async function withdraw(ctx: Context, event: MessagesWithdrawn): Promise<string | undefined> {
  const messages: Message[] = [];
  for (const externalId of event.externalIds) {
    const message = await messageAt(ctx, event, externalId);
    if (message && (await markWithdrawn(ctx.tx, message, !event.from, ctx.now)) && message.direction === 'in')
      messages.push(message);
  }
  return tellOf(ctx, event, messages);
}

/** In an album each part has its own id. */
async function messageAt(ctx: Context, event: MessagesWithdrawn, externalId: string): Promise<Message | undefined> {
  const { channel, chat } = event;
  const album = await messageWithPart(ctx.tx, { channel, chat, externalId });
  return lockMessageAt(ctx.tx, { channel, address: chat, externalId: album?.externalId ?? externalId });
}

async function tellOf(ctx: Context, event: MessagesWithdrawn, messages: Message[]): Promise<string | undefined> {
  const [first] = messages;
  const last = messages.at(-1);
  if (!last) return 'nothing known was deleted';
  const conversation = (await loadConversation(ctx.tx, last.conversationId))!;
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  if (contact.blockedAt || (await isWithheld(ctx.tx, last.id))) return 'blocked';
  const name = contact.name || conversation.address;
  const count = messages.length;
  const filing = event.from ? await judgeWithdrawn(ctx, messages) : undefined;
  for (const { id } of messages)
    await (filing ? retellJudged(ctx, id, contact.id, undefined) : retell(ctx, [id], contact.id));
  const [answer, later] = await Promise.all([answerMet(ctx.tx, first!), laterOf(ctx.tx, contact.id)]);
  await tellOwner(
    ctx,
    `withdrawn:${last.id}`,
    (t, locale) => ({
      title: event.from ? t.card.withdrawn(name, count) : t.card.deleted(name, count),
      quote: messages.map((message) => wordsOf(t, message, roomFor(messages))).join('\n'),
      text: t.card.withdrawnStays,
      ...whatFollows(t, contact.id, messages, { name, filing, answer, later: laterOnCard(ctx, t, locale, later) }),
    }),
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
  later: Pick<Reply, 'fields' | 'buttons'>;
}

/** What had been made of it, what it had been answered, and the way back; nothing where there is neither. */
function whatFollows(
  t: Texts,
  contactId: string,
  messages: Message[],
  { name, filing, answer, later }: Follows,
): Pick<Reply, 'fields' | 'buttons'> {
  const filed = filing ? filingFields(t, filing.gone, filing.stays) : [];
  const fields = [...filed, ...answeredFields(t, answer), ...(later.fields ?? [])];
  const buttons = [
    ...keepBack(t, answer, name),
    ...(later.buttons ?? []),
    ...(filing && filed.length > 0 ? filingButtons(t, contactId, messages, filing) : []),
  ];
  return { ...(fields.length > 0 && { fields }), ...(buttons.length > 0 && { buttons }) };
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
