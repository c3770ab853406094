import { texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { localeOf } from '../../context.ts';
import { permissionButtons } from '../../desk/ratings/permission.ts';
import { whyNoService } from '../../desk/ratings/reach.ts';
import { loadContact } from '../../people/contact.ts';
import { failed, type Reply } from '../../reply.ts';
import { type Feedback, noteQuoteAsked } from '../../serve/feedback.ts';
import { sayAutomatically } from '../../talk/automatic_answer.ts';
import { type Conversation, conversationOf } from '../../talk/conversation.ts';
import type { CommandContext } from '../command.ts';
import { nameOfGiver } from './feedback_shown.ts';

const QUOTED_GRAPHEMES = 300;

/** Whom the question would go to, and its words; or why it cannot be asked. */
async function questionFor(
  ctx: CommandContext,
  one: Feedback,
): Promise<
  { conversation: Conversation; text: string; buttons: ReturnType<typeof permissionButtons> } | { ask: Reply }
> {
  const { t } = ctx;
  if (one.kind !== 'praise') return { ask: failed(t.feedback.onlyPraise) };
  if (one.quoteAskedAt) return { ask: failed(t.feedback.askedAlready) };
  const contact = (await loadContact(ctx.tx, one.contactId))!;
  const conversation = await conversationOf(ctx.tx, contact.id);
  const why =
    conversation && conversation.channel !== 'note' ? await whyNoService(ctx, contact, conversation) : 'unreachable';
  if (why) return { ask: failed(`${nameOfGiver(one)}: ${t.feedback.why[why]}`) };
  const locale = localeOf(ctx, contact);
  const text = texts(locale).feedback.permission(truncate(one.text.trim(), QUOTED_GRAPHEMES), nameOfGiver(one));
  return { conversation: conversation!, text, buttons: permissionButtons(conversation!.channel, locale, one.id) };
}

/** What they would be asked; nothing leaves by it. */
export async function permissionShown(ctx: CommandContext, one: Feedback): Promise<Reply> {
  const question = await questionFor(ctx, one);
  if ('ask' in question) return question.ask;
  const { t } = ctx;
  return {
    title: t.feedback.permissionTitle(nameOfGiver(one)),
    quote: question.text,
    fields: [{ label: t.feedback.goesTo, value: t.channel(question.conversation.channel) }],
    buttons: [[{ label: t.feedback.button.sendQuestion, command: `/feedback f${one.id} ask`, style: 'primary' }]],
  };
}

/** One question leaves: theirs to answer with a button, a number or a word. */
export async function askPermission(ctx: CommandContext, one: Feedback): Promise<Reply> {
  const question = await questionFor(ctx, one);
  if ('ask' in question) return question.ask;
  const { conversation, text, buttons } = question;
  await noteQuoteAsked(ctx.tx, one.id, conversation.id, ctx.now);
  await sayAutomatically(ctx, conversation, text, `permission:${one.id}`, { buttons });
  return { text: ctx.t.feedback.asked(nameOfGiver(one)) };
}
