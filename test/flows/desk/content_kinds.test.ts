import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseTelegram } from '../../../src/bots/telegram/parse.ts';
import { type House, OWNER, type SentRow, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(() => house.reset());

let nextId = 100;
/** A message as Telegram sends it, in the private chat of this person. */
async function writes(id: number, content: object, member = 'message'): Promise<void> {
  const message = {
    ...{ message_id: nextId++, date: Math.floor(house.now.getTime() / 1000) },
    chat: { id, type: 'private', first_name: 'Ann' },
    from: { id, is_bot: false, first_name: 'Ann' },
    ...content,
  };
  await house.happen(parseTelegram({ body: Buffer.from(JSON.stringify({ update_id: 1, [member]: message })) }));
}
const toCustomers = async () => (await house.outbox()).filter((row) => row.audience === 'customer');
const replyOf = ({ payload }: SentRow) => (payload.kind === 'message' ? payload.reply : {});
const lastCard = async () => (await house.cards()).at(-1)!;

describe('a customer sends', () => {
  it.each([
    [
      'a poll',
      { poll: { question: 'When do you open?', options: [{ text: 'at 9' }] } },
      '[a poll] When do you open?\n· at 9',
    ],
    ['what nobody has heard of', { some_new_thing: {} }, '[a kind of message I do not know]'],
    ['data of a mini app', { web_app_data: { data: 'size=42' } }, '[data from a mini app] size=42'],
    [
      'a link behind words',
      { text: 'this one', entities: [{ type: 'text_link', offset: 5, length: 3, url: 'https://x.example/a' }] },
      'this one (https://x.example/a)',
    ],
  ])('%s, and the owner hears of it', async (_, content, quote) => {
    await writes(1001, content);
    expect((await lastCard()).quote).toBe(quote);
  });

  it('a checklist and ticks it off, which is no other wording', async () => {
    const checklist = { title: 'Order', tasks: [{ id: 1, text: 'tea' }] };
    await writes(1001, { message_id: 7, checklist });
    const cards = (await house.cards()).length;
    await writes(1001, { message_id: 7, edit_date: 1_795_233_700, checklist }, 'edited_message');
    expect(await house.cards()).toHaveLength(cards);
  });
});

describe.each(['telegram', 'email'] as const)('in answer to a card of a customer by %s, the owner sends', (channel) => {
  let answering: object;
  beforeEach(async () => {
    await house.happen(telegramMessage('Where are you?', { channel, private: channel === 'telegram' }));
    await house.deliver();
    // ids that Telegram could have given
    await house.db
      .autocommit`update outbox set external_id = '77' where audience = 'owner' and external_id is not null`;
    answering = { reply_to_message: { message_id: 77 } };
  });
  const sends = (content: object) => writes(Number(OWNER), { ...answering, ...content });

  it('a link behind words, which is still there', async () => {
    const entities = [{ type: 'text_link', offset: 4, length: 4, url: 'https://pay.example/1' }];
    await sends({ text: 'Pay here now', entities });
    expect((await toCustomers()).map(replyOf)).toMatchObject([
      {
        text: 'Pay here (https://pay.example/1) now',
        links: [{ at: 4, label: 'here', url: 'https://pay.example/1' }],
      },
    ]);
  });

  it('a venue, with its name and street', async () => {
    const location = { latitude: 1.5, longitude: 2.5 };
    await sends({ location, venue: { location, title: 'Our shop', address: '1 Main St' } });
    const [reply] = (await toCustomers()).map(replyOf);
    if (channel === 'email') expect(reply?.text).toBe('📍 Our shop, 1 Main St 1.5,2.5');
    else expect(reply?.attachments).toMatchObject([{ name: 'Our shop', address: '1 Main St', ref: '1.5,2.5' }]);
  });

  it('a contact, in words', async () => {
    await sends({ contact: { phone_number: '+12025550147', first_name: 'Bob' } });
    expect((await toCustomers()).map(replyOf)).toMatchObject([{ text: '👤 Bob +12025550147' }]);
  });

  it.each([
    ['a poll', { poll: { question: 'ok?', options: [] } }],
    ['dice', { dice: { emoji: '🎲', value: 4 } }],
    ['a story', { story: { id: 1 } }],
    ['a checklist', { checklist: { title: 'a', tasks: [] } }],
    ['paid media', { paid_media: { star_count: 1 }, caption: 'look' }],
    ['a game', { game: { title: 'Tetris' } }],
    ['a live location', { location: { latitude: 1, longitude: 2, live_period: 60 } }],
    ['a kind of message I do not know', { some_new_thing: {} }],
  ])('%s, and is told that nothing was sent', async (kind, content) => {
    await sends(content);
    expect(await toCustomers()).toEqual([]);
    expect(await house.db.sql`select from messages where direction = 'out'`).toHaveLength(0);
    expect(await lastCard()).toMatchObject({ failed: true, text: expect.stringContaining(`(${kind})`) });
  });
});

it('a canned reply and a command keep the links behind their words', async () => {
  await house.happen(telegramMessage('How do I pay?'));
  const linked = (text: string) => ({
    text,
    entities: [{ type: 'text_link', offset: text.indexOf('here'), length: 4, url: 'https://pay.example/1' }],
  });
  await writes(Number(OWNER), linked('/c save pay en Pay here please'));
  await house.say('/c pay c1');
  await writes(Number(OWNER), linked('/reply c1 Or here'));
  expect((await toCustomers()).map((row) => replyOf(row).text)).toEqual([
    'Pay here (https://pay.example/1) please',
    'Or here (https://pay.example/1)',
  ]);
});
