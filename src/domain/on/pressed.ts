import { type Draft, enqueue } from '../../outbox/enqueue.ts';
import { addMark } from '../../outbox/marks.ts';
import { loadTold, type Rewriting, rewrite, type Told } from '../../outbox/rewrite.ts';
import type { Texts } from '../../text/texts.ts';
import { formatClock } from '../../text/when/format_when.ts';
import { isPrivate } from '../channel.ts';
import { commandOf } from '../commands/called.ts';
import { splitFirst } from '../commands/words/words.ts';
import type { Context } from '../context.ts';
import type { User } from '../owner/user.ts';
import type { ButtonPressed } from '../press_event.ts';
import { buttonsOf, type Mark, type Reply } from '../reply.ts';

/** A reply with more buttons than this gets its own message. */
const MOST_BUTTONS = 4;

/** The button that was pressed. */
export interface Pressed {
  id: string;
  command: string;
  turns: boolean;
  /** The message that it is on; null if it was sent before we kept that. */
  outboxId: string | null;
}

/**
 * Shows the result of a press where the button is, if there is room: the message turns its page, says what was done, or
 * becomes the receipt of an answer. Otherwise the result is a message of its own.
 */
export async function showOutcome(
  ctx: Context,
  { event, pressed, user, t }: { event: ButtonPressed; pressed: Pressed; user: User; t: Texts },
  said: Draft & { payload: { kind: 'message'; reply: Reply } },
): Promise<void> {
  const { reply, replyTo, topic } = said.payload as Extract<Draft['payload'], { kind: 'message' }>;
  const told = pressed.outboxId === null ? undefined : await loadTold(ctx.tx, pressed.outboxId);
  const isThere = told?.channel === event.channel && told.address === event.chat;
  const conversationId = said.conversationId ?? null;
  // a way back that is spent is no button any more
  const spent = told?.marks?.some(({ button }) => button === pressed.id) ?? false;
  const on = told && [...buttonsOf(told.before ?? told.reply), ...(told.marks ?? []).flatMap(({ buttons }) => buttons)];
  const label = on?.find(({ id }) => id === pressed.id)?.label;
  const mark = () => markOf(ctx, { event, pressed, user, t, label }, reply, spent);
  const rewriting = told && isThere ? onMessage(told, pressed, { reply, conversationId }, mark) : undefined;
  if (!told || !rewriting) return void (await enqueue(ctx.tx, ctx.random, said));
  const errand = { key: said.idempotencyKey, instead: reply, pressId: event.pressId };
  const place = { ...(topic !== undefined && { topic }), ...(replyTo !== undefined && { replyTo }) };
  const isMark = rewriting.marks !== undefined;
  const of = { id: told.id, conversationId: isMark ? told.conversationId : conversationId };
  await rewrite(ctx.tx, ctx.random, of, rewriting, { ...errand, ...place });
}

/** What the message looks like from now on; undefined if it stays as it is. */
function onMessage(
  told: Told,
  { command, turns }: Pressed,
  { reply, conversationId }: { reply: Reply; conversationId: string | null },
  mark: () => Mark,
): Rewriting | undefined {
  if (turns) return conversationId === told.conversationId && !reply.failed ? { reply } : undefined;
  // a question whose answer is on its way has become that answer's receipt
  if (reply.receiptOf && told.reply.stays) return undefined;
  if (reply.receiptOf) return told.receiptOf !== null || told.reply.failed ? { reply } : undefined;
  const isOfIt = reply.about === undefined || reply.about === told.conversationId;
  return isOfIt && isDone(command, reply) ? addMark(told, mark()) : undefined;
}

/** Whether something was changed and one line says so. */
function isDone(line: string, reply: Reply): boolean {
  const command = commandOf(line);
  if (reply.failed || reply.asks !== undefined || !(command?.changes || command?.takesBack)) return false;
  if (reply.quote || reply.lists || reply.fields || reply.attachments) return false;
  return (reply.buttons ?? []).flat().filter(({ form }) => !form).length <= MOST_BUTTONS;
}

function markOf(
  ctx: Context,
  {
    event,
    pressed,
    user,
    t,
    label,
  }: { event: ButtonPressed; pressed: Pressed; user: User; t: Texts; label: string | undefined },
  reply: Reply,
  spent: boolean,
): Mark {
  const command = commandOf(pressed.command);
  const [first = '', ...more] = [reply.title, reply.text, reply.hint].filter(Boolean).join('\n').split('\n');
  const by = isPrivate(event) ? t.receipt.you : user.name;
  const at = formatClock(ctx.now, ctx.settings.timezone);
  const apart = label === undefined ? {} : { apart: t.desk.undoOf(label) };
  const buttons = (reply.buttons ?? []).flat().map((button) => ({
    ...button,
    id: ctx.random(),
    ...(commandOf(button.command)?.takesBack && apart),
  }));
  const [ref] = splitFirst(splitFirst(pressed.command)[1]);
  return {
    button: pressed.id,
    text: [t.receipt.doneBy(first, by, at), ...more].join('\n'),
    buttons,
    ...(command?.settles && { of: `${command.settles}:${ref}` }),
    ...((reply.unchanged || (command?.takesBack && !spent)) && { remark: true }),
  };
}
