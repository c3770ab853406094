import { setTimeout as pause } from 'node:timers/promises';
import type { FakeTelegram } from '../../test/support/fake_telegram.ts';

const FIRST_CHAT = 900_000;
/** Longest pause between two messages, whoever writes them. */
const LONGEST_PAUSE_MS = 80;

/** One message of a customer. */
export interface Written {
  readonly updateId: number;
  readonly chat: number;
  readonly messageId: number;
}

/** Customers who all ask for a quote, one after another at random. Gives what was written, in that order. */
export async function letWrite(
  telegram: FakeTelegram,
  { people, random, goOn }: { people: number; random: () => number; goOn: (written: number) => boolean },
): Promise<Written[]> {
  const written: Written[] = [];
  while (goOn(written.length)) {
    const chat = FIRST_CHAT + Math.floor(random() * people);
    const messageId = written.length + 1;
    written.push({ updateId: telegram.pushUpdate(asking(chat, messageId)), chat, messageId });
    await pause(random() * LONGEST_PAUSE_MS);
  }
  return written;
}

export const nameOf = (chat: number): string => `Customer-${chat - FIRST_CHAT}`;

function asking(chat: number, messageId: number) {
  const person = { id: chat, first_name: nameOf(chat) };
  return {
    message: {
      message_id: messageId,
      from: { ...person, is_bot: false, language_code: 'en' },
      chat: { ...person, type: 'private' },
      date: Math.floor(Date.now() / 1000),
      text: `How much for 200 boxes of green tea? Please send me a quote (${messageId}).`,
    },
  };
}
