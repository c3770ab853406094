import type { Locale } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import { hasLetters, isByPhone } from '../../channel.ts';
import { type Context, localeOf } from '../../context.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Button } from '../../reply.ts';
import { loadFeedback, noteQuoteSaid, QUOTE_ANSWERS, type QuoteAnswer } from '../../serve/feedback.ts';
import { sayAutomatically } from '../../talk/automatic_answer.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { tellOwner } from '../tell.ts';

/** Where the channel has buttons, one for each answer. */
export function permissionButtons(channel: string, locale: Locale, feedbackId: string): Button[][] {
  if (isByPhone(channel) || hasLetters(channel)) return [];
  const { answers } = texts(locale).feedback;
  return QUOTE_ANSWERS.map((said): Button[] => [{ label: answers[said], command: `permission ${feedbackId} ${said}` }]);
}

/**
 * They have said whether their words may be shown, in these words: it is kept with the date and how their name may be shown, they are
 * thanked, and the owner is told. False: they had said so already, or were not asked.
 */
export async function takePermission(
  ctx: Context,
  { id, said, answer, conversationId }: { id: string; said: QuoteAnswer; answer: string; conversationId: string },
): Promise<boolean> {
  const one = await loadFeedback(ctx.tx, id);
  const contact = one && (await loadContact(ctx.tx, one.contactId));
  const conversation = await loadConversation(ctx.tx, conversationId);
  if (!one || !contact || !conversation) return false;
  const name = nameOf(contact);
  if (!(await noteQuoteSaid(ctx.tx, id, { said, answer, name, now: ctx.now }))) return false;
  const { thanks } = texts(localeOf(ctx, contact)).feedback;
  await sayAutomatically(ctx, conversation, thanks[said], `permission:${id}:${said}`);
  await tellOwner(
    ctx,
    `permission:${id}:${said}`,
    (t) => ({
      title: t.feedback.said[said](name),
      quote: one.text,
      buttons: [[{ label: t.button.show, command: `/feedback f${id}` }]],
      person: { contactId: contact.id, sure: false },
    }),
    { notice: { kind: 'rated', contactId: contact.id }, showsContact: contact.id },
  );
  return true;
}
