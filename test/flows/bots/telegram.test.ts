import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FakeTelegram,
  refusals,
  type SentMessage,
  startFakeTelegram,
} from '../../support/platforms/fake_telegram.ts';
import { pairOwner, startTestService, type TestService, telegramEnvironment } from '../../support/service.ts';

const OWNER = 42;
let telegram: FakeTelegram;
let service: TestService;
let nextChat = 5000;
const EARLIER = {
  reply_to_message: { message_id: 5, date: 1, chat: { id: 1, type: 'private' }, text: 'red 5 EUR\nblue 6 EUR' },
};

beforeAll(async () => {
  telegram = await startFakeTelegram();
  service = await startTestService({ ...telegramEnvironment(telegram), BUSINESS_NAME: 'Hill Tea' });
  await pairOwner(service, telegram, OWNER);
});
afterAll(async () => {
  await service.stop();
  await telegram.close();
});

/** A new customer writes; gives their chat and the card the owner got. */
async function customer(name: string, text: string, more?: Record<string, unknown>) {
  const chat = nextChat++;
  const messageId = telegram.customerWrites(chat, text, { name, ...(more && { more }) });
  const card = await ownerSees((message) => message.text.startsWith(`💬 ${name}`));
  // faults that a test orders next must not hit what is still on its way
  await service.settled();
  return { chat, card, messageId };
}

function ownerSees(which: (message: SentMessage) => boolean): Promise<SentMessage> {
  return telegram.until(() => telegram.messages(OWNER).findLast(which));
}

function ownerWrites(text: string, replyTo?: SentMessage, more?: Record<string, unknown>): number {
  return telegram.customerWrites(OWNER, text, {
    name: 'Owner',
    ...(replyTo && { replyTo: replyTo.messageId }),
    ...(more && { more }),
  });
}

describe('a customer writes to the bot', () => {
  it('and has the answer the owner gives by replying to the card; the owner sees a receipt', async () => {
    const { chat, card } = await customer('Ann', 'How much is the green tea?');
    expect(card.text).toContain('How much is the green tea?');
    expect(card.buttons.flat().map(({ text }) => text)).toContain('File as ticket');
    const typed = ownerWrites('$12 a tin', card);
    const [answer] = await telegram.until(() => telegram.messages(chat).length > 0 && telegram.messages(chat));
    expect(answer?.text).toBe('$12 a tin');
    const receipt = await ownerSees(({ text }) => text === '✓ Sent to Ann (Telegram)');
    expect(receipt.replyTo).toBe(typed);
  });

  it.each([
    ['the part they marked', { ...EARLIER, quote: { text: 'blue 6 EUR', position: 10 } }, '“blue 6 EUR”'],
    ['all of what they answer', EARLIER, '“red 5 EUR blue 6 EUR”'],
    [
      'a post elsewhere',
      { external_reply: { origin: {} }, quote: { text: 'green 7 EUR', position: 0 } },
      '“green 7 EUR”',
    ],
    ['a story', { reply_to_story: { chat: { id: 1, type: 'private' }, id: 3 } }, 'a story, a picture'],
  ])('and points at %s: the card shows it', async (_, more, words) => {
    const { card } = await customer(`Quin${nextChat}`, 'this one please', more);
    expect(card.text.replaceAll(/\s+/g, ' ')).toContain(`Replies to: ${words}`);
  });

  it('with a photo, which the owner sees as a photo, and is answered with one', async () => {
    const photo = [{ file_id: 'AgAD-photo', file_unique_id: 'u1', width: 800, height: 600, file_size: 90_000 }];
    const { chat, card } = await customer('Pia', '', { photo, caption: 'this one arrived broken, I want a refund' });
    expect(telegram.messages(OWNER).some(({ file }) => file === 'AgAD-photo')).toBe(true);
    const document = {
      file_id: 'BQAD-doc',
      file_unique_id: 'u2',
      file_name: 'label.pdf',
      mime_type: 'application/pdf',
    };
    ownerWrites('', card, { document, caption: 'Use this label' });
    await telegram.until(() => telegram.messages(chat).find(({ file }) => file === 'BQAD-doc'));
  });

  it('and is welcomed at the start button, which is no message', async () => {
    await service.settled();
    const cards = telegram.messages(OWNER).length;
    const chat = nextChat++;
    telegram.customerWrites(chat, '/start', { name: 'Starter' });
    await telegram.until(() => telegram.messages(chat).find(({ text }) => text.includes('Hill Tea')));
    await service.settled();
    expect(telegram.messages(OWNER)).toHaveLength(cards);
  });

  it('and edits it: the owner sees both wordings', async () => {
    const { chat, messageId } = await customer('Ed', 'Do you have two?');
    const person = { id: chat, first_name: 'Ed' };
    telegram.pushUpdate({
      edited_message: {
        message_id: messageId,
        date: 1_763_700_000,
        edit_date: 1_763_700_100,
        chat: { ...person, type: 'private' },
        from: { ...person, is_bot: false },
        text: 'Do you have three?',
      },
    });
    const card = await ownerSees(({ text }) => text.includes('Do you have three?'));
    expect(card.text).toContain('Do you have two?');
  });

  it('twice the same update, which counts once', async () => {
    const chat = nextChat++;
    telegram.restartIdsAt(900_000);
    telegram.customerWrites(chat, 'Is it open today?', { name: 'Twice' });
    await ownerSees(({ text }) => text.startsWith('💬 Twice'));
    telegram.restartIdsAt(900_000);
    telegram.customerWrites(chat, 'Is it open today?', { name: 'Twice' });
    await telegram.until(() => telegram.pending === 0);
    await service.settled();
    expect(telegram.messages(OWNER).filter(({ text }) => text.startsWith('💬 Twice'))).toHaveLength(1);
  });

  it('a command, which is words like any other', async () => {
    const { chat } = await customer('Mallory', '/find Ann');
    await service.settled();
    expect(telegram.messages(chat)).toEqual([]);
  });
});

describe('the owner answers', () => {
  it('a customer who has blocked the bot, and is told so', async () => {
    const { chat, card } = await customer('Bob', 'Can I book Friday?');
    telegram.refuse(chat, refusals.blocked);
    ownerWrites('Friday 10 is free', card);
    const told = await ownerSees(({ text }) => text.startsWith('✗ Not sent to Bob'));
    expect(told.buttons.flat().map(({ text }) => text)).toEqual(['Send again', 'Leave it']);
    telegram.refuse(chat, undefined);
    telegram.press(told, 'Send again');
    await telegram.until(() => telegram.messages(chat).find(({ text }) => text === 'Friday 10 is free'));
  });

  it('while Telegram says slow down, and the answer leaves once, later', async () => {
    const { chat, card } = await customer('Sue', 'What does the blue pot cost?');
    telegram.fail('sendMessage', {
      refuse: { error_code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } },
    });
    ownerWrites('$30', card);
    await telegram.until(() => telegram.messages(chat).length > 0);
    await service.settled();
    expect(telegram.messages(chat).map(({ text }) => text)).toEqual(['$30']);
  });

  it('and the connection breaks behind the message: it is found in its chat, and nothing is asked', async () => {
    const { chat, card } = await customer('Una', 'Could you send a quote for 20 mugs?');
    telegram.fail('sendMessage', { cut: 'after' });
    ownerWrites('$180', card);
    await ownerSees(({ text }) => text === '✓ Sent to Una (Telegram)');
    await service.settled();
    expect(telegram.messages(chat).map(({ text }) => text)).toEqual(['$180']);
    expect(telegram.messages(OWNER).filter(({ text }) => text.includes('Perhaps sent'))).toEqual([]);
  });

  it('and the connection breaks before the message: the doubt is asked once and never sent again by itself', async () => {
    const { chat, card } = await customer('Dan', 'Could you send a quote for 50 mugs?');
    telegram.fail('sendMessage', { cut: 'before' });
    ownerWrites('$400', card);
    const asked = await ownerSees(({ text }) => text.startsWith('？ Perhaps sent to Dan'));
    await service.settled();
    expect(telegram.messages(chat)).toEqual([]);
    const before = structuredClone(asked);
    telegram.press(asked, 'It arrived');
    await ownerSees(({ text }) => text.includes('Taken off the list'));
    expect(asked.buttons.flat().map(({ text }) => text)).toEqual(['Send again', 'Undo']);
    telegram.press(before, 'It arrived');
    await telegram.until(
      () => telegram.calls('answerCallbackQuery').at(-1)?.payload.text === 'That is no longer on the list.',
    );
  });

  it('with // and nothing leaves', async () => {
    const { chat, card } = await customer('Noa', 'Any slots on Sunday?');
    ownerWrites('// always pays late', card);
    await ownerSees(({ text }) => text === '📝 Noted for Noa.');
    await service.settled();
    expect(telegram.messages(chat)).toEqual([]);
  });

  it('in a chat that has become a supergroup, at its new address', async () => {
    const { chat, card } = await customer('Mig', 'Is the workshop on?');
    const moved = nextChat++;
    telegram.meet(moved);
    telegram.refuse(chat, {
      error_code: 400,
      description: 'Bad Request: group chat was upgraded to a supergroup chat',
      parameters: { migrate_to_chat_id: moved },
    });
    ownerWrites('Yes, at ten', card);
    await telegram.until(() => telegram.messages(moved).find(({ text }) => text === 'Yes, at ten'));
  });
});

describe('somebody else', () => {
  it('presses a button they were never shown, and nothing happens but the end of the wheel', async () => {
    const { card } = await customer('Vic', 'How much is the red tea?');
    const before = telegram.messages().length;
    const press = telegram.press(card, 'Won', 6666);
    await telegram.until(() =>
      telegram.calls('answerCallbackQuery').find((c) => c.payload.callback_query_id === press),
    );
    await service.settled();
    expect(telegram.messages()).toHaveLength(before);
    const [lead] = await service.house.db.sql`
      select stage from leads l join contacts c on c.id = l.contact_id where c.name = 'Vic'`;
    expect(lead).toEqual({ stage: 'new' });
  });

  it('guesses pairing codes, and stays a customer', async () => {
    const chat = nextChat++;
    telegram.customerWrites(chat, '/pair AAAA-BBBB-CCCC-DDDD', { name: 'Guess' });
    await telegram.until(() => telegram.messages(chat).find(({ text }) => text.includes('not valid')));
    telegram.customerWrites(chat, '/leads', { name: 'Guess' });
    await ownerSees(({ text }) => text.startsWith('💬 Guess'));
    expect(telegram.messages(chat)).toHaveLength(1);
  });
});

it('logs neither what customers wrote nor the token nor names', async () => {
  telegram.fail('sendMessage', { status: 502 });
  await customer('Canary Name', 'canary-text-7781');
  await service.settled();
  const log = service.logged.join('\n');
  for (const secret of ['canary-text-7781', 'Canary Name', telegram.token.split(':')[1]!, 'green tea']) {
    expect(log).not.toContain(secret);
  }
});
