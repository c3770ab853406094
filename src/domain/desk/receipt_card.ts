import type { FailReason } from '../../outbox/message.ts';
import type { Texts } from '../../text/texts.ts';
import type { Button, Reply } from '../reply.ts';

/** An answer under way: to whom by which channel, and its outbox row. */
interface Sending {
  name: string;
  channel: string;
  outboxId: string;
}

/** `url` opens the chat, where the answer can be written by hand. */
export function failedReceipt(t: Texts, sending: Sending, reason: FailReason, url: string | undefined): Reply {
  return {
    title: t.receipt.failed(sending.name, sending.channel),
    text: whyAndHow(t, reason, url),
    buttons: [sendAgain(t, sending.outboxId)],
  };
}

export function unknownReceipt(t: Texts, { name, channel, outboxId }: Sending): Reply {
  return {
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
