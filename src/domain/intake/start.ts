import { enqueue } from '../../outbox/enqueue.ts';
import type { Locale } from '../../text/locale.ts';
import { messages } from '../../text/messages.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk/tell.ts';
import { linkOf, type MessageReceived } from '../event.ts';
import { type Opened, openLink } from '../people/link.ts';
import type { Conversation } from '../talk/conversation.ts';

/** A press on a bot's Start button: alone, or by a link that has words for it. */
export function isStart({ channel, account, text }: MessageReceived): boolean {
  return linkOf(channel) !== undefined && !account && /^\/start(\s|$)/.test(text);
}

/** A link made for a known customer says who is coming; any other word behind the start says nothing. */
export async function openLinkIn(ctx: Context, event: MessageReceived): Promise<Opened | undefined> {
  const [, token] = (isStart(event) && /^\/start\s+(\S+)\s*$/.exec(event.text)) || [];
  if (!token) return undefined;
  const opened = await openLink(ctx, token, { channel: event.channel, address: event.from.address });
  if (opened) await tellOpened(ctx, event, opened);
  return opened;
}

async function tellOpened(ctx: Context, event: MessageReceived, { contact, other }: Opened): Promise<void> {
  const name = contact.name || `c${contact.id}`;
  await tellOwner(
    ctx,
    `opened:${event.channel}:${event.chat}:${event.externalId}`,
    (t) =>
      other ? t.link.openedByAnother(name, other.name || event.from.name, contact.id, other.id) : t.link.opened(name),
    { notice: { kind: 'link' } },
  );
}

/** The first press on Start says nothing yet: the customer is welcomed, the owner is not bothered. */
export async function welcome(
  ctx: Context,
  event: MessageReceived,
  conversation: Conversation,
  { locale, opened }: { locale: Locale; opened: Opened | undefined },
): Promise<string> {
  const text = messages(locale).customer.welcome(ctx.settings.businessName);
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.chat,
    audience: 'customer',
    // whoever has come by a link is welcomed again, though they have been here before
    idempotencyKey: opened ? `greeting:${conversation.id}:${event.externalId}` : `greeting:${conversation.id}`,
    payload: { kind: 'message', reply: { text } },
    conversationId: conversation.id,
  });
  return opened ? 'opened a link' : 'start button';
}
