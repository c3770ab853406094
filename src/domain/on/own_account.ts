import type { Texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import { tellOffer } from '../desk/promises/tell_offer.ts';
import { tellOwner } from '../desk/tell.ts';
import type { AccountUpdated, InAccount, MessageEdited, MessageReceived } from '../event.ts';
import { wordsOf } from '../intake/words.ts';
import type { User } from '../owner/user.ts';
import { nameOf } from '../people/name.ts';
import { resolveContact } from '../people/resolve.ts';
import type { Reply } from '../reply.ts';
import { noteAnswered } from '../talk/answer.ts';
import { openConversation } from '../talk/conversation.ts';
import { editMessage, insertMessage, lockMessageAt } from '../talk/message.ts';
import { loadOwnAccount, type OutOfReach, saveOwnAccount, troubleOf, userOf } from '../talk/own_account.ts';
import { userAt } from '../user.ts';

/** Anybody can connect our bot to their account: a stranger's connection is stored and does nothing. */
export async function onAccountUpdated(
  ctx: Context,
  { account, updatedAt }: AccountUpdated,
): Promise<string | undefined> {
  const before = await saveOwnAccount(ctx.tx, account, updatedAt);
  if (!(await userOf(ctx.tx, account))) return 'account of a stranger';
  const now = (await loadOwnAccount(ctx.tx, account.channel, account.id))!;
  const why = troubleOf(now);
  if (before && troubleOf(before) === why) return 'nothing changed';
  await tellOwner(
    ctx,
    `account:${account.id}:${ctx.now.getTime()}`,
    (t) => accountCard(t, t.channel(`${account.channel}_account`), why),
    { notice: { kind: 'account', of: account.id } },
  );
  return undefined;
}

/** `why`: the reason why answers cannot leave; undefined if all is well. */
function accountCard(t: Texts, channel: string, why: OutOfReach | undefined): Reply {
  return why === undefined
    ? { title: t.ownAccount.connected(channel), text: t.ownAccount.bothKept }
    : { title: t.ownAccount.cannotLeave(channel), text: t.receipt.because(t.receipt.why[why]) };
}

/** A customer's words or edit in a user's own account, to be handled like any customer's. */
export const BY_CUSTOMER = 'by a customer';

/**
 * A message in a user's own account, which is never a command: from a customer (BY_CUSTOMER), or the user's own words
 * to one, which are kept here.
 */
export async function onAccountMessage(ctx: Context, event: MessageReceived, account: InAccount): Promise<string> {
  const writer = await writerIn(ctx, event, account);
  if (typeof writer === 'string') return writer;
  return writer.user ? keepOwnWords(ctx, event, account, writer.user) : BY_CUSTOMER;
}

/** Like onAccountMessage, for edits. */
export async function onAccountEdit(ctx: Context, event: MessageEdited, account: InAccount): Promise<string> {
  const writer = await writerIn(ctx, event, account);
  if (typeof writer === 'string') return writer;
  if (!writer.user) return BY_CUSTOMER;
  const place = { channel: event.channel, address: event.chat, externalId: event.externalId };
  const ours = await lockMessageAt(ctx.tx, place);
  if (ours) {
    if (ours.attachments.some(({ moving }) => moving)) return 'moving location';
    const { text, whole } = event;
    await editMessage(ctx.tx, ours, { text, attachments: whole?.attachments ?? ours.attachments }, ctx.now);
    return 'edited by a user';
  }
  if (event.whole) await keepOwnWords(ctx, event.whole, account, writer.user);
  return 'edited by a user';
}

/**
 * Who wrote in the account: its user, or (no user) a customer. Returns a reason if it concerns nobody. A message may
 * overtake the news about its account: then the row fails and is tried again.
 */
async function writerIn(
  ctx: Context,
  { channel, from }: Pick<MessageReceived, 'channel' | 'from'>,
  place: InAccount,
): Promise<{ user?: User } | string> {
  const account = await loadOwnAccount(ctx.tx, channel, place.id);
  if (!account) throw new Error('nothing is known of this account yet');
  const user = await userOf(ctx.tx, account);
  if (!user) return 'account of a stranger';
  if (userAt(ctx, channel, place.with.address)) return 'between users';
  return from.address === account.userAddress ? { user } : {};
}

/** What the user writes there by hand answers the customer as much as an answer from the desk does. */
async function keepOwnWords(ctx: Context, event: MessageReceived, account: InAccount, user: User): Promise<string> {
  const { channel, chat: address } = event;
  const identity = { channel, address: account.with.address };
  const draft = { name: account.with.name, nameFrom: channel, renames: true };
  const contact = await resolveContact(ctx.tx, { identities: [identity] }, draft, event.sentAt);
  const conversation = await openConversation(ctx.tx, { contactId: contact.id, channel, address });
  const message = await insertMessage(ctx.tx, {
    conversationId: conversation.id,
    direction: 'out',
    externalId: event.externalId,
    text: wordsOf(ctx, event),
    quotedText: event.quotedText,
    attachments: event.attachments,
    userId: user.id,
    occurredAt: event.sentAt,
  });
  if (!message) return 'already stored';
  await noteAnswered(ctx, conversation, event.sentAt);
  await tellOffer(ctx, message, nameOf(contact), conversation);
  return 'written by a user';
}
