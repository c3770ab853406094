import { asksToSendAfterAll } from '../../../text/retraction.ts';
import { texts } from '../../../text/texts.ts';
import { offerAfterAll } from '../../commands/talk/after_all.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { loadContact } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import type { Reply } from '../../reply.ts';
import { withFields } from '../../reply.ts';
import { loadConversation } from '../../talk/conversation.ts';
import { lastRecalled } from '../../undo/touched.ts';

/** Where words ask that what their writer has called back be sent after all, that comes first; it leaves by a tap. */
export async function withRecalled(ctx: Context, user: User, words: string, offered: Reply): Promise<Reply> {
  const answer = asksToSendAfterAll(words) ? await lastRecalled(ctx.tx, user.id, ctx.now) : undefined;
  const conversation = answer && (await loadConversation(ctx.tx, answer.conversationId));
  const contact = conversation && (await loadContact(ctx.tx, conversation.contactId));
  if (!answer || !contact) return offered;
  const t = texts(localeOf(ctx, user));
  const name = nameOf(contact);
  const said = { ...answer, name, label: `${t.cancel.afterAll}: ${name}` };
  const { button, fields } = await offerAfterAll(ctx.tx, t, conversation, said);
  const first = withFields(fields);
  return { ...offered, ...first, quote: answer.text, buttons: [[button], ...(offered.buttons ?? [])] };
}
