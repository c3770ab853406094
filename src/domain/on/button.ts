import { enqueue } from '../../outbox/enqueue.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { commandOf } from '../commands/called.ts';
import { type FormOffer, formFor } from '../commands/forms.ts';
import { changesSomething, runCommand, worksOnce } from '../commands/run.ts';
import { explicitConversation, splitFirst } from '../commands/words/words.ts';
import { type Context, localeOf } from '../context.ts';
import { loadApiKey } from '../owner/api_key.ts';
import { loadContact } from '../people/contact.ts';
import type { ButtonPressed } from '../press_event.ts';
import type { Button, Recipients, Reply } from '../reply.ts';
import { withRecipients } from '../talk/answer_way.ts';
import { type Conversation, conversationOnCard } from '../talk/conversation.ts';
import { userAt } from '../user.ts';
import { onPressedByCustomer } from './desk/rated.ts';
import { openForm } from './form.ts';
import { showOutcome } from './pressed.ts';

interface PressedButton {
  command: string;
  conversation_id: string | null;
  used_at: Date | null;
  /** It opens the command's form; on a channel without forms it says what the form would have asked. */
  form: boolean;
  typed: boolean;
  /** Who gets what it sends, as its label said. */
  goes_to: Recipients | null;
  turns: boolean;
  /** The message that it is on. */
  outbox_id: string | null;
  /** It as its message shows it. */
  shown: Pick<Button, 'readAt' | 'whole' | 'unasked' | 'key'> | null;
}

/** A button is its command, typed by whoever presses it: authorised again at that moment, and run once. */
export async function onButtonPressed(ctx: Context, event: ButtonPressed): Promise<string | undefined> {
  const user = userAt(ctx, event.channel, event.from.address);
  const t = texts(localeOf(ctx, user));
  if (!user) return onPressedByCustomer(ctx, event);
  // its message may be written anew while another press of it is waited for, so the message is read by a statement of its own
  await ctx.tx`select from buttons where id = ${event.buttonId} for update`;
  const [button] = await ctx.tx<PressedButton>`
    select command, conversation_id, used_at, form, typed, goes_to, turns, outbox_id, (
      select jsonb_path_query_first(payload, 'strict $.** ? (@.id == $button)', jsonb_build_object('button', buttons.id))
      from outbox where id = buttons.outbox_id
    ) as shown
    from buttons where id = ${event.buttonId}`;
  if (!button) return toast(ctx, event, t.button.gone, 'unknown button');
  const key = button.shown?.key;
  if (key && !(await loadApiKey(ctx.tx, key))) return toast(ctx, event, t.assistant.keyGone, 'of a revoked key');
  const offer = formFor(user, t, button.command, { form: button.form, replying: button.conversation_id !== null });
  const { triggerId } = event;
  if (offer && triggerId) return openForm(ctx, { ...event, triggerId }, event.buttonId, offer, button.conversation_id);
  if (button.used_at && worksOnce(button.command)) return toast(ctx, event, t.button.doneAlready, 'pressed again');
  if (changesSomething(button.command) && (await isAnswered(ctx, event.buttonId, button.outbox_id)))
    return toast(ctx, event, t.button.doneAlready, 'another choice was pressed');
  const place = { channel: event.channel, address: event.chat, ...(event.topic && { topic: event.topic }) };
  const desk = { channel: event.channel, address: event.chat };
  const about = await conversationOnCard(ctx.tx, button.conversation_id, desk, event.messageId);
  const pressed = {
    button: event.buttonId,
    typed: button.typed,
    whole: button.shown?.whole === true,
    unasked: button.shown?.unasked === true,
    ...(button.goes_to && { goesTo: button.goes_to }),
  };
  const acting = key ? { ...ctx, key } : ctx;
  const answered =
    button.form && offer
      ? shownThen(await askHere(ctx, t, button.command, about, offer), button)
      : await runCommand(acting, user, button.command, place, about, pressed, readAt(button));
  const asked = key ? proposedOn(answered, key) : answered;
  const reply = button.goes_to ? askedOn(asked, button.command, button.goes_to) : asked;
  if (button.used_at && isSettled(reply)) return toast(ctx, event, reply.text ?? t.button.doneAlready, 'pressed again');
  await toast(ctx, event, '');
  if (isSpent(reply)) await ctx.tx`update buttons set used_at = ${ctx.now} where id = ${event.buttonId}`;
  const conversationId = reply.about ?? about?.id ?? null;
  const { command, turns, outbox_id: outboxId } = button;
  await showOutcome(
    ctx,
    { event, pressed: { id: event.buttonId, command, turns, outboxId }, user, t },
    {
      ...desk,
      audience: 'owner',
      idempotencyKey: `pressed:${event.channel}:${event.pressId}`,
      payload: {
        kind: 'message',
        reply: await withRecipients(ctx.tx, reply, conversationId, about),
        topic: event.topic ?? '',
        ...(event.messageId && { replyTo: event.messageId }),
      },
      conversationId,
    },
  );
  return undefined;
}

/** Whether another of the choices beside it was taken, where they exclude each other. */
async function isAnswered({ tx }: Context, id: string, outboxId: string | null): Promise<boolean> {
  const used = await tx<{ command: string }>`
    select other.command from (
      select jsonb_path_query_array(coalesce(payload -> 'before', payload -> 'reply'), '$.buttons[*][*].id') as ids from outbox
      where id = ${outboxId} and coalesce(payload -> 'before', payload -> 'reply') @> '{"oneOf": true}'
    ) choice cross join lateral jsonb_array_elements_text(choice.ids) beside join buttons other on other.id = beside
    where choice.ids ? ${id} and other.id <> ${id} and other.used_at is not null`;
  return used.some(({ command }) => changesSomething(command));
}

const readAt = ({ shown }: PressedButton): Date | undefined => (shown?.readAt ? new Date(shown.readAt) : undefined);

/** What completes the line of a button is read as of when that was shown. */
const shownThen = (question: Reply, { shown }: PressedButton): Reply =>
  question.rest && shown?.readAt ? { ...question, rest: { readAt: shown.readAt, ...question.rest } } : question;

/** Without a form: words for the customer of a card are an answer to the question, everything else completes the command. */
async function askHere(
  ctx: Context,
  t: Texts,
  line: string,
  about: Conversation | undefined,
  { instead }: FormOffer,
): Promise<Reply> {
  if (!about || commandOf(line)?.name !== 'reply') return instead;
  const contact = await loadContact(ctx.tx, about.contactId);
  const name = contact?.name || about.address;
  return { text: t.reply.writeTo(name), asks: t.reply.placeholder(name), about: about.id };
}

/** Further questions about the same conversation keep the recipients of the pressed button. */
function askedOn(reply: Reply, command: string, goesTo: Recipients): Reply {
  const id = answeredBy(command);
  const isOfIt = (line: string) => id !== undefined && answeredBy(line) === id;
  const buttons = reply.buttons?.map((row) => row.map((one) => (isOfIt(one.command) ? { goesTo, ...one } : one)));
  const isAbout = reply.failed && reply.about !== undefined && reply.about === id;
  return { ...reply, ...(buttons && { buttons }), ...(isAbout && { goesTo: reply.goesTo ?? goesTo }) };
}

/** What is asked about a program's proposal is still that proposal. */
function proposedOn(reply: Reply, key: string): Reply {
  if (!(reply.failed || reply.undecided) || !reply.buttons) return reply;
  return { ...reply, buttons: reply.buttons.map((row) => row.map((one) => ({ key, ...one }))) };
}

/** The conversation that a line names first, or a saved reply's last: what is said there may name others. */
function answeredBy(line: string): string | undefined {
  const [, words] = splitFirst(line);
  return explicitConversation(commandOf(line)?.name === 'c' ? words.split(/\s+/).at(-1)! : splitFirst(words)[0]);
}

/** Whether anything was done by it, so that pressed again it would be done twice. */
const isSpent = ({ failed, asks, undecided, partly }: Reply): boolean =>
  partly === true || !(failed || undecided || asks !== undefined);

/** Whether a second tap found everything done, so that no second message is needed. */
function isSettled({ unchanged, failed, buttons = [] }: Reply): boolean {
  return (unchanged || failed) === true && buttons.length === 0;
}

/** Ends the button's progress indicator at once. */
async function toast(ctx: Context, event: ButtonPressed, text: string, outcome?: string): Promise<string | undefined> {
  await enqueue(ctx.tx, ctx.random, {
    channel: event.channel,
    address: event.chat,
    audience: 'owner',
    idempotencyKey: `toast:${event.channel}:${event.pressId}`,
    payload: { kind: 'button_answer', pressId: event.pressId, text },
  });
  return outcome;
}
