import { receiptsOf } from '../../../outbox/rewrite.ts';
import type { Context } from '../../context.ts';
import { tellReceipts } from '../../desk/receipt_card.ts';
import { takeIn } from '../../intake/take_in.ts';
import { loadContact } from '../../people/contact.ts';
import { shownNumber } from '../../sell/quote/number.ts';
import { loadQuote } from '../../sell/quote/quote.ts';
import { withhold } from '../../talk/block.ts';
import { loadConversation } from '../../talk/conversation.ts';
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
  if (!conversation || !contact) return;
  const hash = Buffer.from(ctx.sha256(words)).toString('hex').slice(0, 32);
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
