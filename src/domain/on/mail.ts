import { readsNobodyAt } from '../../text/nobody.ts';
import { truncate } from '../../text/truncate.ts';
import { carried } from '../attachment.ts';
import type { Urgency } from '../card.ts';
import type { Context } from '../context.ts';
import { calendarActs, calendarFields } from '../desk/calendar_fields.ts';
import { invitationCard, ownMailCard, programCard } from '../desk/mail_card.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessageReceived } from '../event.ts';
import { onCustomerMessage, store } from '../intake/message.ts';
import { contactByIdentity } from '../people/contact.ts';
import { withhold } from '../talk/block.ts';
import { asPersons, BY_MACHINE, keepAutomatic } from '../talk/mail/automatic_mail.ts';
import { threadOfMail } from '../talk/mail/mail_thread.ts';
import { setTriage } from '../talk/message.ts';
import { urgency } from '../talk/urgent.ts';
import { writerOf } from '../talk/writer.ts';
import { triage } from '../triage/index.ts';
import { onAutomaticMail } from './automatic_mail.ts';

const QUOTE_GRAPHEMES = 2000;

/** The owner mailed their own mailbox, or somebody in their name did: it is shown to them and filed under nobody. */
export async function onOwnMail(ctx: Context, { externalId, from, subject = '', ...mail }: MessageReceived) {
  const nameless = mail.forwardedFrom?.name;
  const byMachine = mail.forwardedFrom?.bot === true;
  const forged = mail.trust === 'suspicious';
  // it is stored nowhere else, so we show its history as well
  const text = truncate([mail.text, mail.quotedText].filter(Boolean).join('\n\n'), QUOTE_GRAPHEMES);
  await tellOwner(
    ctx,
    `own:${externalId}`,
    (t) =>
      forged
        ? { title: t.mail.inYourName(subject), text: t.mail.forged(from.address), quote: text }
        : ownMailCard(t, { subject, text, nameless, address: addressIn(text, ctx.ownerEmails), byMachine }),
    { notice: { kind: forged ? 'in_your_name' : 'own_mail' } },
  );
  return forged ? 'claims to be from the owner' : 'from the owner';
}

/** Somebody else whom a forward names and the owner may want to add. */
function addressIn(text: string, ownerEmails: readonly string[]): string | undefined {
  const found = text.match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g) ?? [];
  return found.map((address) => address.toLowerCase()).find((address) => !ownerEmails.includes(address));
}

/**
 * A website's program wrote, and it holds nobody's own words: it is kept on the list as nobody's, and shown; at once if
 * it sounds urgent.
 */
export async function onProgramsMail(ctx: Context, event: MessageReceived) {
  if (!(await keepAutomatic(ctx.tx, event, ctx.now))) return 'already stored';
  const { from, subject = '', text } = event;
  const urgent = soundsUrgent({ subject, text });
  const attachments = event.attachments.map((file) => carried(file, event.channel));
  await tellOwner(
    ctx,
    `visitor:${event.externalId}`,
    (t) => ({
      ...programCard(t, { from: from.name || from.address, subject }),
      quote: truncate(text, QUOTE_GRAPHEMES) || subject,
      ...(attachments.length > 0 && { attachments }),
      ...(event.trust === 'suspicious' && { fields: [{ label: t.mail.careful, value: t.mail.suspicious }] }),
    }),
    { notice: { kind: 'visitor', of: from.address }, ...(urgent && { urgent }) },
  );
  return 'nobody to answer';
}

/** How urgent it sounds. Payment trouble does not count, because strangers invent it. */
function soundsUrgent(said: { subject: string; text: string }): Urgency | undefined {
  const why = urgency({ triage: triage({ ...said, signals: {} }), words: `${said.subject}\n${said.text}` });
  return why === 'payment' ? undefined : why;
}

/**
 * An act between calendars is no lead, and nobody waits. But a person's invitation must not be missed, and what they
 * add or propose waits like any words of theirs.
 */
export async function onInvitation(ctx: Context, event: MessageReceived): Promise<string | undefined> {
  const { channel, from, externalId, subject = '', text, calendar } = event;
  const contact = await contactByIdentity(ctx.tx, [{ channel, address: from.address }]);
  // where nobody reads an invitation is an advertisement
  if (!contact && readsNobodyAt(from.address)) return onAutomaticMail(ctx, event);
  if (event.calendar?.waits) return onCustomerMessage(ctx, asPersons(event));
  const conversation = contact && (await threadOfMail(ctx, event, contact.id)).conversation;
  const writer = conversation && (await writerOf(ctx.tx, conversation, from, contact));
  if (conversation) {
    const stored = await store(ctx, event, conversation);
    if (!stored) return 'already stored';
    await setTriage(ctx.tx, stored.id, BY_MACHINE);
    if (writer?.blockedAt) {
      await withhold(ctx.tx, stored.id);
      return 'blocked';
    }
  }
  const attachments = event.attachments.map((file) => carried(file, channel));
  const acts = calendarActs(calendar);
  await tellOwner(
    ctx,
    `invitation:${externalId}`,
    (t, locale) => ({
      ...invitationCard(t, { name: contact?.name || from.name, address: from.address, contactId: contact?.id, acts }),
      quote: acts.includes('asks') ? text || subject : [subject, text].filter(Boolean).join('\n\n'),
      ...(attachments.length > 0 && { attachments }),
      fields: [
        ...calendarFields(ctx, t, locale, calendar),
        ...(event.trust === 'suspicious' ? [{ label: t.mail.careful, value: t.mail.suspicious }] : []),
      ],
    }),
    {
      notice: { kind: 'invitation', contactId: writer?.id ?? contact?.id, of: from.address },
      conversationId: conversation?.id ?? null,
      ...(writer && { showsContact: writer.id }),
    },
  );
  return 'automatic: calendar';
}
