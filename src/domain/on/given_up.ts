import { head } from '../../text/cut.ts';
import { messages } from '../../text/messages.ts';
import { carried } from '../attachment.ts';
import { type Identity, resolveContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { openConversation } from '../conversation.ts';
import { tellOwner } from '../desk.ts';
import type { RowGivenUp } from '../event.ts';
import { insertMessage } from '../message.ts';
import { insertTicket } from '../ticket.ts';

/** What could not be read is not lost: the owner is told, and of a mail a ticket keeps it as it came. */
export async function onRowGivenUp(ctx: Context, event: RowGivenUp): Promise<string> {
  const conversationId = event.channel === 'email' ? await keepAsTicket(ctx, event) : undefined;
  const attachments = event.attachments.map((file) => carried(file, event.channel));
  const who = event.from && (event.from.name || event.from.address);
  await tellOwner(
    ctx,
    `given up:${event.rowId}`,
    (t) => ({
      ...t.mail.unreadable(t.channel(event.channel), who, event.rowId),
      ...(event.subject && { quote: event.subject }),
      ...(attachments.length > 0 && { attachments }),
    }),
    { conversationId: conversationId ?? null },
  );
  return 'given up';
}

/** Undefined when it was kept before. */
async function keepAsTicket(ctx: Context, event: RowGivenUp): Promise<string | undefined> {
  const t = messages(ctx.settings.locale);
  const { rowId, subject } = event;
  // nobody is made a contact of who only claims to be the owner
  const from = event.from && !ctx.ownerEmails.includes(event.from.address) ? event.from : undefined;
  const identity: Identity = from
    ? { channel: 'email', address: from.address, claimed: true }
    : { channel: 'unreadable', address: event.channel, claimed: true };
  const contact = await resolveContact(
    ctx.tx,
    { identities: [identity] },
    { name: from?.name || from?.address || t.mail.unknownSender },
    ctx.now,
  );
  const conversation = await openConversation(
    ctx.tx,
    from
      ? { contactId: contact.id, channel: 'email', address: from.address, thread: `unreadable:${rowId}`, subject }
      : { contactId: contact.id, channel: 'note', address: `c${contact.id}` },
  );
  const message = await insertMessage(ctx.tx, {
    conversationId: conversation.id,
    direction: 'in',
    externalId: `unreadable:${rowId}`,
    text: '',
    subject,
    attachments: event.attachments.map((file) => carried(file, event.channel, conversation.channel)),
    occurredAt: event.receivedAt,
  });
  if (!message) return undefined;
  const title = head([t.mail.unreadableTicket, subject].filter(Boolean).join(' · '), 100);
  await insertTicket(
    ctx.tx,
    { contactId: contact.id, conversationId: conversation.id, messageId: message.id, title },
    ctx.now,
  );
  return conversation.id;
}
