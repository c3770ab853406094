import type { MessageReceived } from '../../../src/domain/event.ts';
import { telegramMessage } from '../house.ts';

let count = 0;

/** A mail from this address, with its own id. */
export function mailMessage(from: string, text: string, more: Partial<MessageReceived> = {}): MessageReceived {
  return telegramMessage(text, {
    ...{ channel: 'email', chat: from, private: false, from: { address: from, name: from.split('@')[0]! } },
    ...{ subject: 'My order', externalId: `<${++count}@x>`, ...more },
  });
}
