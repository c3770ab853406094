import { type Attachment, changeOfFiles, type FilesChange } from '../attachment.ts';
import { isPrivate } from '../channel.ts';
import type { Context } from '../context.ts';
import { readyOnCard } from '../desk/chips/ready.ts';
import { showLeft } from '../desk/chips/ready_left.ts';
import { tellOwner } from '../desk/tell.ts';
import { retell, retellJudged } from '../desk/tell_message.ts';
import type { MessageEdited } from '../event.ts';
import { editCard } from '../intake/edit_card.ts';
import { judgeEdit } from '../intake/judge_edit.ts';
import { onCustomerMessage } from '../intake/message.ts';
import { takeVersion } from '../intake/version.ts';
import { asSeen, saidIn, wordsOf } from '../intake/words.ts';
import { whereabouts } from '../owner/away.ts';
import { loadContact } from '../people/contact.ts';
import { stopReminders } from '../sell/invoice/reminder.ts';
import { messageWithPart, partOf } from '../talk/album.ts';
import { isWithheld, withhold } from '../talk/block.ts';
import { loadConversation } from '../talk/conversation.ts';
import { editMessage, insertMessage, lockMessageAt, type Message } from '../talk/message.ts';
import { prepareAnew } from '../talk/ready/prepare.ts';
import { listStillToCome } from '../talk/scheduled.ts';
import { answerMet } from '../undo/recall.ts';
import { userAt } from '../user.ts';
import { BY_CUSTOMER, onAccountEdit } from './own_account.ts';
import { onUserEdit } from './user_edit.ts';

/** Somebody edited what they wrote. What has changed again since, or was withdrawn, stays as it is. */
export async function onMessageEdited(ctx: Context, event: MessageEdited): Promise<string | undefined> {
  const standing = await takeVersion(ctx.tx, event);
  if (standing === 'older') return 'changed again since';
  if (standing === 'withdrawn' && (await isKnown(ctx, event))) return 'withdrawn since';
  if (event.account) {
    const outcome = await onAccountEdit(ctx, event, event.account);
    return outcome === BY_CUSTOMER ? onCustomerEdit(ctx, event) : outcome;
  }
  const user = userAt(ctx, event.channel, event.from.address);
  return user ? onUserEdit(ctx, user, event) : onCustomerEdit(ctx, event);
}

/** Whether there is anything to be changed; if not, the edit brings the words that were withdrawn. */
async function isKnown(ctx: Context, { channel, chat, externalId, from }: MessageEdited): Promise<boolean> {
  if (userAt(ctx, channel, from.address)) return true;
  const place = { channel, chat, externalId };
  if (await messageWithPart(ctx.tx, place)) return true;
  return (await lockMessageAt(ctx.tx, { channel, address: chat, externalId })) !== undefined;
}

/** A customer edited what they wrote: both wordings are kept, and the owner sees the new one. */
async function onCustomerEdit(ctx: Context, edited: MessageEdited): Promise<string | undefined> {
  const event = { ...edited, ...(edited.whole && { whole: asSeen(edited.whole) }) };
  const text = event.whole ? wordsOf(ctx, event.whole) : event.text;
  const part = await ofAlbum(ctx, { ...event, text });
  const { externalId, text: now } = part ?? { ...event, text };
  const place = { channel: event.channel, address: event.chat, externalId };
  const found = await lockMessageAt(ctx.tx, place);
  if (!found) return onUnknown(ctx, event);
  if (found.attachments.some(({ moving }) => moving)) return 'moving location';
  const files = filesNow(found, event, part !== undefined);
  if (found.text === now && !files.change) return 'nothing changed';
  const conversation = (await loadConversation(ctx.tx, found.conversationId))!;
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  if (contact.blockedAt && !(await isWithheld(ctx.tx, found.id))) return keepUnseen(ctx, event, found, now);
  const message = await editMessage(ctx.tx, found, { text: now, attachments: files.all }, ctx.now);
  if (contact.blockedAt) return 'blocked';
  const reworded = found.text !== now;
  if (reworded) await stopReminders(ctx.tx, contact.id);
  const judged = reworded
    ? await judgeEdit(ctx, conversation, contact, message, event.whole && saidIn(event.whole))
    : undefined;
  if (judged) {
    const { triage, urgent } = judged;
    const { absence } = await whereabouts(ctx.tx, ctx.now);
    const waited = await prepareAnew(ctx, conversation, { ...message, triage }, { contact, triage, urgent, absence });
    await showLeft(ctx, waited);
    await retellJudged(ctx, message.id, contact.id, urgent);
  }
  if (!judged) await retell(ctx, [message.id], contact.id);
  const [answer, later] = await Promise.all([answerMet(ctx.tx, message), listStillToCome(ctx.tx, contact.id)]);
  const edit = { name: contact.name || conversation.address, message, change: files.change, judged, answer, later };
  await tellOwner(
    ctx,
    `edit:${message.id}:${message.nth}`,
    async (t, locale) => {
      const shown = {
        contactId: contact.id,
        messages: [{ ...message, shown: judged?.noRobots ? { noRobots: true as const } : {} }],
        orders: [],
      };
      const ready = judged && (await readyOnCard(ctx, t, locale, shown));
      return editCard(ctx, t, locale, conversation, { ...edit, ready });
    },
    {
      notice: { kind: 'edit', contactId: contact.id },
      conversationId: conversation.id,
      urgent: judged?.saysMore ? judged.urgent : undefined,
      collect: { messageId: message.id, journalId: judged?.journalId },
      showsContact: conversation.contactId,
    },
  );
  return undefined;
}

interface FilesNow {
  all: Attachment[];
  change: FilesChange | undefined;
}

/**
 * The files it has now. We do not keep which part of an album had which file, so a part's new file is added to the
 * others.
 */
function filesNow({ attachments: before }: Message, { whole }: MessageEdited, isPart: boolean): FilesNow {
  const change = changeOfFiles(before, whole?.attachments ?? before);
  if (!isPart) return { all: whole?.attachments ?? before, change };
  if (!change || change.is === 'removed') return { all: before, change: undefined };
  return { all: [...before, ...change.files], change: { ...change, is: 'replaced' } };
}

/**
 * For somebody blocked: their earlier words stay as they were seen, and the new wording is kept beside them without
 * being shown.
 */
async function keepUnseen(
  ctx: Context,
  { editedAt: occurredAt, whole }: MessageEdited,
  { conversationId }: Message,
  text: string,
): Promise<string> {
  const attachments = whole?.attachments ?? [];
  const kept = await insertMessage(ctx.tx, { conversationId, direction: 'in', text, attachments, occurredAt });
  await withhold(ctx.tx, kept!.id);
  return 'blocked';
}

/** The edited part of an album. We do not keep which part had which words, so its words are added to the others. */
async function ofAlbum(
  ctx: Context,
  { whole, text }: MessageEdited,
): Promise<{ externalId: string; text: string } | undefined> {
  const part = whole && partOf(whole);
  const message = part && (await messageWithPart(ctx.tx, part));
  if (!message?.externalId) return undefined;
  const words = message.text.includes(text) ? message.text : [message.text, text].filter(Boolean).join('\n');
  return { externalId: message.externalId, text: words };
}

/** An edit may overtake its message: then the edit becomes the message, and the original finds it stored already. */
async function onUnknown(ctx: Context, event: MessageEdited): Promise<string | undefined> {
  if (event.whole) return event.whole.private || event.account ? onCustomerMessage(ctx, event.whole) : 'group chat';
  // in a private chat the chat is the person; a group does not concern us
  if (!isPrivate(event)) return 'edit of an unknown message';
  const { channel, chat, from, externalId, text, editedAt: sentAt } = event;
  const words = { channel, chat, from, externalId, text, sentAt, attachments: [], answers: [] };
  return onCustomerMessage(ctx, { kind: 'message.received', private: true, ...words });
}
