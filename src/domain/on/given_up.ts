import { head } from '../../text/cut.ts';
import type { Locale } from '../../text/locale.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import { carried } from '../attachment.ts';
import { hasLetters } from '../channel.ts';
import { type Context, localeOf } from '../context.ts';
import { handleAgain, notDone } from '../desk/fault_card.ts';
import { type Card, tellOwner } from '../desk/tell.ts';
import { sayAt } from '../owner/say.ts';
import { resolveContact } from '../people/resolve.ts';
import { EMAIL, type Identity } from '../people/sign.ts';
import type { Reply } from '../reply.ts';
import type { RowDelayed, RowGivenUp, RowRecovered, RowTrouble } from '../row_event.ts';
import { insertTicket } from '../serve/ticket.ts';
import { openConversation } from '../talk/conversation.ts';
import { insertMessage } from '../talk/message.ts';
import { userAt } from '../user.ts';

/** How much is shown of what somebody wrote. */
const FIRST_WORDS = 200;

/**
 * What could not be read or handled is not lost: if one of us typed it, they are told where they typed it; about
 * anybody else's the owner is told, and a mail is kept in a ticket as it came.
 */
export async function onRowGivenUp(ctx: Context, event: RowGivenUp): Promise<string> {
  if (await tellTyper(ctx, event)) return 'given up';
  const conversationId = hasLetters(event.channel) ? await keepAsTicket(ctx, event) : undefined;
  const attachments = event.attachments.map((file) => carried(file, event.channel));
  await tellOwner(
    ctx,
    `given up:${event.rowId}:${ctx.now.getTime()}`,
    (t, locale) => ({
      title: t.mail.unreadable(t.channel(event.channel), whoOf(event)),
      text: t.mail.nothingLost,
      buttons: [handleAgain(t, event.rowId)],
      ...shown(ctx, t, locale, event),
      ...(attachments.length > 0 && { attachments }),
    }),
    { notice: { kind: 'unreadable', of: event.channel }, conversationId: conversationId ?? null },
  );
  return 'given up';
}

/** It has failed for about a minute and will be tried again. The owner is told once. */
export async function onRowDelayed(ctx: Context, event: RowDelayed): Promise<string> {
  const { timezone } = ctx.settings;
  const card: Card = (t, locale) => {
    const next = event.nextTryAt && formatWhen(event.nextTryAt, { now: ctx.now, timezone, locale });
    return {
      title: t.unsent.delayed(t.channel(event.channel), whoOf(event)),
      text: t.unsent.triedAgain(next),
      buttons: [[{ label: t.unsent.tryNow, command: `/retry i${event.rowId}` }]],
      ...shown(ctx, t, locale, event),
    };
  };
  await tellOwner(ctx, `delayed:${event.rowId}`, card, { notice: { kind: 'delayed', of: event.channel } });
  return 'delayed';
}

export async function onRowRecovered(ctx: Context, event: RowRecovered): Promise<string> {
  await tellOwner(
    ctx,
    `recovered:${event.rowId}`,
    (t, locale) => ({
      title: t.unsent.recovered(t.channel(event.channel), whoOf(event)),
      ...shown(ctx, t, locale, event),
    }),
    { notice: { kind: 'recovered', of: event.channel } },
  );
  return 'recovered';
}

const whoOf = ({ from }: RowTrouble): string | undefined => from && (from.name || from.address);

/** When it came, and its first words. */
function shown(
  ctx: Context,
  t: Texts,
  locale: Locale,
  { subject, words, receivedAt, wrongFields }: RowTrouble,
): Partial<Reply> {
  const { timezone } = ctx.settings;
  const quote = [subject, words].filter(Boolean).join('\n');
  return {
    fields: [
      { label: t.unsent.cameAt, value: formatWhen(receivedAt, { now: ctx.now, timezone, locale }) },
      ...(wrongFields ? [{ label: t.unsent.wrongFields, value: wrongFields.join(', ') }] : []),
    ],
    ...(quote && { quote: truncate(quote, FIRST_WORDS) }),
  };
}

/** Tells the user who typed or pressed it and is still looking; false if it was none of us. */
async function tellTyper(ctx: Context, { from, place, words, rowId }: RowGivenUp): Promise<boolean> {
  // a mail does not prove who wrote it
  if (!from || !place || hasLetters(place.channel)) return false;
  const user = userAt(ctx, place.channel, from.address);
  if (!user) return false;
  const reply = notDone(texts(localeOf(ctx, user)), rowId);
  const quoted = { ...reply, ...(words && { quote: truncate(words, FIRST_WORDS) }) };
  await sayAt(ctx, { topic: '', ...place }, { key: `not done:${rowId}:${ctx.now.getTime()}`, reply: quoted });
  return true;
}

/** Undefined if it was kept before. */
async function keepAsTicket(ctx: Context, event: RowGivenUp): Promise<string | undefined> {
  const t = texts(ctx.settings.locale);
  const { rowId, subject } = event;
  // somebody who only claims to be the owner does not become a contact
  const from = event.from && !ctx.ownerEmails.includes(event.from.address) ? event.from : undefined;
  const identity: Identity = from
    ? { channel: EMAIL, address: from.address, claimed: true }
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
      ? { contactId: contact.id, channel: event.channel, address: from.address, thread: `unreadable:${rowId}`, subject }
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
