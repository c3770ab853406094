import { enqueue } from '../../outbox/enqueue.ts';
import type { Locale } from '../../text/locale.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { linkOf } from '../channel.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessageReceived } from '../event.ts';
import { type Opened, openLink } from '../people/link.ts';
import { nameOf } from '../people/name.ts';
import { codeInStart } from '../people/source/source.ts';
import type { Reply } from '../reply.ts';
import type { Conversation } from '../talk/conversation.ts';

/**
 * Whether somebody pressed a bot's Start button: alone, or through a link with a word of up to 64 letters, digits, _
 * and - (Telegram, deep links). Anything else after it was typed by a person.
 */
export function isStart({ channel, account, text }: MessageReceived): boolean {
  return linkOf(channel) !== undefined && !account && /^\/start(?:\s+[\w-]{1,64})?\s*$/.test(text);
}

/** A link made for a known customer says who is coming; any other word after the start says nothing. */
export async function openLinkIn(ctx: Context, event: MessageReceived): Promise<Opened | undefined> {
  const [, token] = (isStart(event) && /^\/start\s+(\S+)\s*$/.exec(event.text)) || [];
  if (!token) return undefined;
  const opened = await openLink(ctx, token, { channel: event.channel, address: event.from.address });
  if (opened) await tellOpened(ctx, event, opened);
  return opened;
}

/** The code of a post's link by which they came, in the word after the start or as the event says it. */
export function cameBy(event: MessageReceived): string | undefined {
  if (event.cameBy !== undefined) return event.cameBy;
  return isStart(event) ? codeInStart(event.text.trim().split(/\s+/)[1] ?? '') : undefined;
}

async function tellOpened(ctx: Context, event: MessageReceived, { contact, other }: Opened): Promise<void> {
  const name = nameOf(contact);
  await tellOwner(
    ctx,
    `opened:${event.channel}:${event.chat}:${event.externalId}`,
    (t) =>
      other
        ? openedByAnother(t, name, other.name || event.from.name, `/merge c${contact.id} c${other.id}`)
        : { text: t.link.opened(name), person: { contactId: contact.id, sure: false } },
    { notice: { kind: 'link' } },
  );
}

/** Somebody else whom we already know has opened it. */
const openedByAnother = (t: Texts, name: string, by: string, merge: string): Reply => ({
  title: t.link.openedByAnother(name, by),
  text: t.link.areTheyOne(by),
  buttons: [[{ label: t.link.merge, command: merge }]],
});

/** The first press on Start says nothing yet: the customer is welcomed, and the owner is not disturbed. */
export async function welcome(
  ctx: Context,
  event: MessageReceived,
  conversation: Conversation,
  { locale, opened }: { locale: Locale; opened: Opened | undefined },
): Promise<string> {
  const text = texts(locale).customer.welcome(ctx.settings.businessName);
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.chat,
    audience: 'customer',
    // somebody who comes through a link is welcomed again, even if they have been here before
    idempotencyKey: opened ? `greeting:${conversation.id}:${event.externalId}` : `greeting:${conversation.id}`,
    payload: { kind: 'message', reply: { text } },
    conversationId: conversation.id,
  });
  return opened ? 'opened a link' : 'start button';
}
