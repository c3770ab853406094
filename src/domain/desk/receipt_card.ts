import type { FailReason, Payload } from '../../outbox/message.ts';
import { receiptsOf, rewrite, type Told } from '../../outbox/rewrite.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { formatClock } from '../../text/when/format_when.ts';
import { isLocal } from '../channel.ts';
import { type Context, localeOf } from '../context.ts';
import type { Button, Reply } from '../reply.ts';
import { userAt } from '../user.ts';

/** An answer under way: to whom by which channel, and its outbox row. */
interface Sending {
  name: string;
  channel: string;
  outboxId: string;
}

/** `url` opens the chat, where the answer can be written by hand. */
export function failedReceipt(t: Texts, sending: Sending, reason: FailReason, url: string | undefined): Reply {
  return {
    receiptOf: sending.outboxId,
    title: t.receipt.failed(sending.name, sending.channel),
    text: whyAndHow(t, reason, url),
    buttons: [sendAgain(t, sending.outboxId)],
  };
}

export function unknownReceipt(t: Texts, { name, channel, outboxId }: Sending): Reply {
  return {
    receiptOf: outboxId,
    title: t.receipt.unknown(name, channel),
    text: t.receipt.brokeOff,
    buttons: [sendAgain(t, outboxId, t.button.itArrived)],
  };
}

/** Why it did not leave, and the way that is left. */
export function whyAndHow(t: Texts, reason: FailReason, url: string | undefined): string {
  return [t.receipt.because(t.receipt.why[reason]), ...(url ? [t.receipt.byHand(url)] : [])].join('\n');
}

/** `end`: what takes it off the list. */
export function sendAgain(t: Texts, outboxId: string, end = t.button.letBe): Button[] {
  return [
    { label: t.button.sendAgain, command: `/retry o${outboxId}` },
    { label: end, command: `/drop o${outboxId}` },
  ];
}

/**
 * What told of an answer tells from now on how that has ended, with the time, and without buttons: what can be done is in a message that
 * is heard. `arrived`: told on the terminal too, where bad news might find nobody; and said anew where the message has gone.
 */
export async function tellReceipts(
  ctx: Context,
  lines: readonly Told[],
  words: (t: Texts) => Reply,
  key: string,
  arrived = false,
): Promise<void> {
  for (const line of lines) {
    if (isLocal(line.channel) && !arrived) continue;
    const t = texts(localeOf(ctx, userAt(ctx, line.channel, line.address)));
    const { title, text } = words(t);
    const [first = '', ...more] = (title ?? text ?? '').split('\n');
    const at = t.receipt.at(first, formatClock(ctx.now, ctx.settings.timezone));
    const kept = arrived && line.marks === null ? outlasting(line.reply) : [];
    const said = {
      text: [at, ...more].join('\n'),
      ...(kept.length > 0 && { buttons: kept, hint: line.reply.hint ?? '' }),
    };
    const instead = arrived ? { instead: said, ...placeOf(line) } : {};
    await rewrite(
      ctx.tx,
      ctx.random,
      line,
      { reply: { ...whose(line.reply), ...said } },
      { key: `${key}:${line.id}`, ...instead },
    );
  }
}

/** What told that these answers would leave tells from now on that they did not: their [Cancel] has nothing left to cancel. */
export async function tellNotSent(ctx: Context, outboxIds: readonly string[]): Promise<void> {
  for (const id of outboxIds)
    await tellReceipts(
      ctx,
      await receiptsOf(ctx.tx, id),
      (t) => ({ text: t.cancel.notSent }),
      `not_sent:${id}:${ctx.now.getTime()}`,
    );
}

/** What may be done about an answer that has left as well. */
const outlasting = ({ buttons = [] }: Reply): Button[][] =>
  buttons.map((row) => row.filter(({ outlasts }) => outlasts)).filter((row) => row.length > 0);

/** An answer to it is still one to the customer. */
const whose = ({ about, person, goesTo, shownUpTo, receiptOf }: Reply): Reply => ({
  ...(about !== undefined && { about }),
  ...(person && { person }),
  ...(goesTo && { goesTo }),
  ...(shownUpTo && { shownUpTo }),
  ...(receiptOf && { receiptOf }),
});

const placeOf = ({ replyTo, topic }: Told): Pick<Extract<Payload, { kind: 'edit' }>, 'replyTo' | 'topic'> => ({
  ...(replyTo !== null && { replyTo }),
  ...(topic !== null && { topic }),
});
