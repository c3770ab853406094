import { receiptsOf } from '../../../outbox/rewrite.ts';
import type { Context } from '../../context.ts';
import { tellReceipts } from '../../desk/receipt_card.ts';
import { tellOwner } from '../../desk/tell.ts';
import { takeIn } from '../../intake/take_in.ts';
import { type Contact, loadContact } from '../../people/contact.ts';
import { shownNumber } from '../../sell/quote/number.ts';
import { loadQuote, type Quote } from '../../sell/quote/quote.ts';
import { withhold } from '../../talk/block.ts';
import { conversationForNotes, loadConversation } from '../../talk/conversation.ts';
import { insertMessage } from '../../talk/message.ts';
import { insertReceived } from '../../talk/received.ts';

/** Its page was opened for the first time: what told that it left says so. Nobody is told anew. */
export async function noteOpened(ctx: Context, id: string): Promise<void> {
  const { tx, now } = ctx;
  const rows = await tx`
    update quotes set opened_at = ${now} where id = ${id} and state = 'sent' and opened_at is null returning id`;
  const quote = rows.length > 0 ? await loadQuote(tx, id) : undefined;
  if (!quote?.messageId) return;
  const [sent] = await tx<{ id: string }>`
    select id from outbox where message_id = ${quote.messageId} and audience = 'customer' order by id limit 1`;
  if (!sent) return;
  await tellReceipts(
    ctx,
    await receiptsOf(tx, sent.id),
    ({ quoteCard: t }) => ({ text: t.wasOpened(shownNumber(quote), quote.contactName) }),
    `quote_opened:${id}`,
  );
}

/** What its customer asks on its page is a message of theirs, where the quote was sent. The same words twice are one. */
export async function askAboutQuote(ctx: Context, id: string, words: string): Promise<void> {
  const quote = await loadQuote(ctx.tx, id);
  const conversation = quote?.conversationId ? await loadConversation(ctx.tx, quote.conversationId) : undefined;
  const contact = quote && (await loadContact(ctx.tx, quote.contactId));
  const hash = Buffer.from(ctx.sha256(words)).toString('hex').slice(0, 32);
  if (quote && contact && !conversation) return noteQuestion(ctx, quote, contact, { words, hash });
  if (!conversation || !contact) return;
  const message = await insertReceived(ctx, conversation.channel, {
    ...{ conversationId: conversation.id, direction: 'in', externalId: `quote:${id}:${hash}` },
    ...{ text: words, attachments: [], trust: 'unverified', occurredAt: ctx.now },
  });
  if (!message) return;
  if (contact.blockedAt) return withhold(ctx.tx, message.id);
  await takeIn(ctx, conversation, message, {
    contact,
    arrival: { pointsAt: shownNumber(quote) },
    noAutoAnswer: true,
  });
}

/** Who cannot be written to has asked on the page of a quote that its owner has passed on: it is kept with them, and told. */
async function noteQuestion(
  ctx: Context,
  quote: Quote,
  contact: Contact,
  { words, hash }: { words: string; hash: string },
): Promise<void> {
  const conversationId = await conversationForNotes(ctx.tx, contact.id);
  const externalId = `quote:${quote.id}:${hash}`;
  const stored = await insertMessage(ctx.tx, {
    ...{ conversationId, direction: 'note', externalId, text: words, occurredAt: ctx.now },
  });
  if (!stored || contact.blockedAt) return;
  const number = shownNumber(quote);
  await tellOwner(
    ctx,
    `quote_asked:${externalId}`,
    ({ quoteCard: t, button }) => ({
      title: t.asks(number, quote.contactName),
      quote: words,
      person: { contactId: contact.id, sure: false },
      buttons: [[{ label: button.show, command: `/quote ${number}` }]],
    }),
    { notice: { kind: 'quoted', contactId: contact.id }, showsContact: contact.id },
  );
}
