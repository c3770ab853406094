import { foldLetters } from '../../text/fold.ts';
import { carried } from '../attachment.ts';
import type { Context } from '../context.ts';
import { lookAlike } from '../desk/alike.ts';
import type { FormVisitor, MessageReceived } from '../event.ts';
import type { Marks } from '../people/contact.ts';
import { languageOf } from '../people/contact_language.ts';
import { resolveContact } from '../people/resolve.ts';
import { inMailForm, phoneMark } from '../people/sign.ts';
import { noteSource } from '../people/source/source.ts';
import { withhold } from '../talk/block.ts';
import { openConversation } from '../talk/conversation.ts';
import { insertReceived } from '../talk/received.ts';
import { keepComment } from './comment.ts';
import { takeIn } from './take_in.ts';

/**
 * Somebody wrote through a website, or spoke after the tone, and gave no address. They are a person like any other:
 * their words are judged and filed, and they wait, but no answer can leave from there.
 */
export async function onVisitor(
  ctx: Context,
  event: MessageReceived,
  visitor: FormVisitor,
): Promise<string | undefined> {
  const { from, subject, text, quotedText, formWords = text, trust = null } = event;
  const marks = marksOf(ctx, event, visitor);
  const name = visitor.name || visitor.phone || from.name || from.address;
  const draft = { name, ...(visitor.name && { nameFrom: 'named' }), ...languageOf(formWords) };
  const contact = await resolveContact(ctx.tx, marks, draft, event.sentAt);
  if (event.cameBy !== undefined)
    await noteSource(ctx, { contactId: contact.id, code: event.cameBy, at: event.sentAt });
  const place = { contactId: contact.id, channel: 'note', address: `c${contact.id}` };
  const conversation = await openConversation(ctx.tx, place);
  const attachments = event.attachments.map((file) => carried(file, event.channel, conversation.channel));
  const message = await insertReceived(ctx, event.channel, {
    ...{ conversationId: conversation.id, direction: 'in', externalId: event.externalId },
    ...{ text, quotedText, subject, attachments, trust, occurredAt: event.sentAt },
  });
  if (!message) return 'already stored';
  if (contact.blockedAt) {
    await withhold(ctx.tx, message.id);
    return 'blocked';
  }
  if (event.ownerComment) await keepComment(ctx, conversation, event.ownerComment);
  await takeIn(ctx, conversation, message, {
    arrival: {
      visitor: { ...visitor, from: from.name || from.address },
      namedBy: { what: 'form', from: from.address },
    },
    ...{ formWords, aside: event.asideText, byPerson: event.byPerson, noAutoAnswer: true },
  });
  if (trust !== 'suspicious') await lookAlike(ctx, contact, marks);
  return undefined;
}

/**
 * Somebody who gives the same name and phone to the same website is the same person; elsewhere the phone proves
 * nothing.
 */
function marksOf(ctx: Context, { from }: MessageReceived, { name, phone }: FormVisitor): Marks {
  const sign = phone ? phoneMark(phone, ctx.settings.country, 'named').sign : undefined;
  const known = [foldLetters(name).trim(), sign?.address ?? ''].filter(Boolean).join('/');
  return { identities: [inMailForm(from.address, known)], signs: sign ? [sign] : [] };
}
