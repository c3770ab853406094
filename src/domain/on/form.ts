import { enqueue } from '../../outbox/enqueue.ts';
import { messages } from '../../text/messages.ts';
import { withRecipients } from '../answer_way.ts';
import { type FormOffer, fillIn, formFor } from '../commands/forms.ts';
import { carriesSecret, runCommand } from '../commands/run.ts';
import type { Context } from '../context.ts';
import { conversationOnCard } from '../conversation.ts';
import type { ButtonPressed, FormSubmitted, FormWanted } from '../event.ts';
import type { Reply } from '../reply.ts';
import { findUser } from '../user.ts';
import { FORGET } from './desk.ts';

/** Opens it where it was asked for, while the trigger lives. */
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

/** Opens a command's form for a user; a stranger sees nothing. */
export async function onFormWanted(ctx: Context, event: FormWanted): Promise<string | undefined> {
  const user = await findUser(ctx.tx, event.channel, event.from.address);
  if (!user) return 'wanted by a stranger';
  const t = messages(user.locale ?? ctx.settings.locale);
  const offer = formFor(user, t, event.command, { form: true, replying: false });
  if (!offer) return 'not for this user';
  const buttonId = ctx.random();
  await ctx.tx`insert into buttons (id, command, form) values (${buttonId}, ${event.command}, true)`;
  return openForm(ctx, event, buttonId, offer, null);
}

/** The answers complete the button's command, which runs as if it had been typed where the form was opened. */
export async function onFormSubmitted(ctx: Context, event: FormSubmitted): Promise<string | undefined> {
  const user = await findUser(ctx.tx, event.channel, event.from.address);
  if (!user) return 'submitted by a stranger';
  const [button] = await ctx.tx<{ command: string; conversationId: string | null }>`
    select command, conversation_id as "conversationId" from buttons where id = ${event.buttonId}`;
  const line = button && fillIn(button.command, event.values);
  if (!line) return 'unknown form';
  const desk = { channel: event.channel, address: event.chat };
  const about = await conversationOnCard(ctx.tx, button.conversationId, desk, event.messageId);
  const place = {
    channel: event.channel,
    address: event.chat,
    ...(event.messageId && { externalId: event.messageId }),
  };
  const secret = carriesSecret(line, ctx.providers);
  const reply = await runCommand(ctx, user, line, place, about, {});
  const conversationId = reply.about ?? about?.id ?? null;
  const said = await withRecipients(ctx.tx, reply, conversationId, about);
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.chat,
    audience: 'owner',
    idempotencyKey: `submitted:${event.channel}:${event.externalId}`,
    payload: {
      kind: 'message',
      reply: reply.failed && !secret ? withAnotherTry(ctx, user.locale, said, line) : said,
      ...(event.messageId && { replyTo: event.messageId }),
    },
    conversationId,
  });
  return secret ? FORGET : undefined;
}

/** What was filled in is not lost: the form opens again with it. */
function withAnotherTry(ctx: Context, locale: 'zh-CN' | 'en' | null, reply: Reply, command: string): Reply {
  const { again } = messages(locale ?? ctx.settings.locale).form;
  return { ...reply, buttons: [...(reply.buttons ?? []), [{ label: again, command, form: true }]] };
}
