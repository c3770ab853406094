import type { FakeTelegram } from '../../test/support/platforms/fake_telegram.ts';

const FIRST_CHAT = 900_000;
const PEOPLE = 60;

/** One message from a customer. */
export interface Written {
  readonly updateId: number;
  readonly chat: number;
  readonly messageId: number;
}

/** One of sixty customers asks for a quote. Telegram keeps the message until the service has confirmed it. */
export function askForQuote(telegram: FakeTelegram, random: () => number, messageId: number): Written {
  const chat = FIRST_CHAT + Math.floor(random() * PEOPLE);
  const person = { id: chat, first_name: `Customer-${chat - FIRST_CHAT}` };
  const updateId = telegram.pushUpdate({
    message: {
      message_id: messageId,
      from: { ...person, is_bot: false, language_code: 'en' },
      chat: { ...person, type: 'private' },
      date: Math.floor(Date.now() / 1000),
      text: `How much for 200 boxes of green tea? Please send me a quote (${messageId}).`,
    },
  });
  return { updateId, chat, messageId };
}
