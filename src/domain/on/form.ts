import { enqueue } from '../../outbox/enqueue.ts';
import type { Place } from '../../outbox/message.ts';
import type { Locale } from '../../text/locale.ts';
import { texts } from '../../text/texts.ts';
import { commandOf } from '../commands/called.ts';
import { type FormOffer, fillIn, formFor } from '../commands/forms.ts';
import { runCommand } from '../commands/run.ts';
import { namedIn } from '../commands/who/readings.ts';
import { readingAt } from '../commands/words/read_at.ts';
import { withoutKeys } from '../commands/words/secret.ts';
import { readValues } from '../commands/words/values.ts';
import { explicitContact, explicitConversation, splitFirst } from '../commands/words/words.ts';
import { type Context, localeOf } from '../context.ts';
import { sayAt } from '../owner/say.ts';
import type { User } from '../owner/user.ts';
import { loadContact } from '../people/contact.ts';
import type { ButtonPressed, FormSubmitted, FormWanted } from '../press_event.ts';
import type { Reply } from '../reply.ts';
import { withRecipients } from '../talk/answer_way.ts';
import { type AnswerPlace, type Conversation, conversationOnCard, loadConversation } from '../talk/conversation.ts';
import { placeFor } from '../talk/mail/first_mail.ts';
import { userAt } from '../user.ts';
import { FORGET, mustForget } from './forget.ts';
import { keptBack } from './kept_back.ts';

/** Opens the form where it was asked for, while the trigger lives. */
export async function openForm(
  ctx: Context,
  {
    channel,
    chat,
    triggerId,
    messageId,
  }: Pick<ButtonPressed, 'channel' | 'chat' | 'messageId'> & { triggerId: string },
  buttonId: string,
  { form, instead }: FormOffer,
  conversationId: string | null,
): Promise<undefined> {
  await enqueue(ctx.tx, ctx.random, {
    channel,
    address: chat,
    audience: 'owner',
    idempotencyKey: `form:${channel}:${triggerId}`,
    payload: { kind: 'form', triggerId, form, buttonId, instead, ...(messageId && { replyTo: messageId }) },
    conversationId,
  });
  return undefined;
}

/** Opens a command's form for a user; strangers see nothing. */
export async function onFormWanted(ctx: Context, event: FormWanted): Promise<string | undefined> {
  const user = userAt(ctx, event.channel, event.from.address);
  if (!user) return 'wanted by a stranger';
  const t = texts(localeOf(ctx, user));
  const offer = formFor(user, t, event.command, { form: true, replying: false });
  if (!offer) return 'not for this user';
  const buttonId = ctx.random();
  await ctx.tx`insert into buttons (id, command, form) values (${buttonId}, ${event.command}, true)`;
  return openForm(ctx, event, buttonId, offer, null);
}

/** The answers complete the button's command, which runs as if it had been typed where the form was opened. */
export async function onFormSubmitted(ctx: Context, event: FormSubmitted): Promise<string | undefined> {
  const user = userAt(ctx, event.channel, event.from.address);
  if (!user) return 'submitted by a stranger';
  const [button] = await ctx.tx<{ command: string; conversationId: string | null; readAt: string | null }>`
    select command, conversation_id as "conversationId", (
      select jsonb_path_query_first(payload, 'strict $.** ? (@.id == $button)', jsonb_build_object('button', buttons.id)) ->> 'readAt'
      from outbox where id = buttons.outbox_id
    ) as "readAt"
    from buttons where id = ${event.buttonId}`;
  const line = button && fillIn(button.command, event.values);
  if (!line) return 'unknown form';
  const desk = { channel: event.channel, address: event.chat };
  const about = await conversationOnCard(ctx.tx, button.conversationId, desk, event.messageId);
  const place = {
    channel: event.channel,
    address: event.chat,
    ...(event.messageId && { externalId: event.messageId }),
  };
  const answer = await answerIn(ctx, line, about);
  const filledIn = [line, ...Object.values(event.values)];
  const secret = await mustForget(ctx, ...filledIn);
  const readAt = button.readAt === null ? undefined : new Date(button.readAt);
  const reply =
    (await keptBackIn(ctx, user, answer, place)) ?? (await runCommand(ctx, user, line, place, about, {}, readAt));
  const conversationId = reply.about ?? about?.id ?? null;
  const t = texts(localeOf(ctx, user));
  const said = await withRecipients(ctx.tx, withoutKeys(t, reply, filledIn), conversationId, about);
  await sayAt(ctx, place, {
    key: `submitted:${event.channel}:${event.externalId}`,
    reply: reply.failed && !secret ? withAnotherTry(ctx, user.locale, said, line) : said,
    about: conversationId,
  });
  return secret ? FORGET : undefined;
}

/** What was filled in for a customer, and in which conversation it would be said. */
interface FilledAnswer {
  text: string;
  conversation: AnswerPlace | undefined;
}

async function answerIn(
  ctx: Context,
  line: string,
  about: Conversation | undefined,
): Promise<FilledAnswer | undefined> {
  if (commandOf(line)?.name !== 'reply') return undefined;
  const { before, values } = readValues(splitFirst(line)[1], ['text']);
  const text = values.text?.trim();
  return text ? { text, conversation: await conversationMeant(ctx, before, about) } : undefined;
}

/** The conversation that the command's own words name; if they fit several people, the command asks. */
export async function conversationMeant(
  ctx: Context,
  words: string,
  about: AnswerPlace | undefined,
): Promise<AnswerPlace | undefined> {
  if (!words) return about;
  const named = explicitConversation(words);
  if (named) return about?.id === named ? about : loadConversation(ctx.tx, named);
  const known = explicitContact(words);
  const ids = known ? [known] : await namedIn(ctx, words);
  if (ids.length !== 1) return undefined;
  if (about?.contactId === ids[0]) return about;
  const contact = await loadContact(ctx.tx, ids[0]!);
  return contact && placeFor(ctx, contact);
}

/** Reads it like words under a card: what would stay here there also stays here. */
async function keptBackIn(
  ctx: Context,
  user: User,
  answer: FilledAnswer | undefined,
  place: Place,
): Promise<Reply | undefined> {
  if (!answer?.conversation) return undefined;
  const { text, conversation } = answer;
  const kept = await keptBack(ctx, user, { text, words: text, hasFiles: false, passedOn: false, place }, conversation);
  return kept && readingAt(ctx, kept, text, ctx.now);
}

/** The form opens again with what was filled in, so that nothing is lost. */
function withAnotherTry(ctx: Context, locale: Locale | null, reply: Reply, command: string): Reply {
  const { again } = texts(locale ?? ctx.settings.locale).form;
  return { ...reply, buttons: [...(reply.buttons ?? []), [{ label: again, command, form: true }]] };
}
