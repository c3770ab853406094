import { beforeEach, describe, expect, it } from 'vitest';
import { parseTelegram } from '../../../src/bots/telegram/parse.ts';
import { OWNER, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(() => house.reset());

const update = (from: number, more: object = {}) =>
  parseTelegram({
    body: Buffer.from(
      JSON.stringify({
        update_id: 1,
        message: {
          ...{ message_id: 7, date: 1_795_000_000, text: 'Do you ship to Norway?' },
          chat: { id: -1001234567890, type: 'supergroup', title: 'Tea news', is_direct_messages: true },
          ...{ direct_messages_topic: { topic_id: 5, user: { id: from, is_bot: false, first_name: 'Liv' } } },
          ...{ from: { id: from, is_bot: false, first_name: 'Liv' }, ...more },
        },
      }),
    ),
  });

describe('what somebody writes to the owner’s channel on Telegram', () => {
  it('is shown, with where it is to be answered; it is told once and makes no contact', async () => {
    await house.happen(update(1001), update(1001));
    const cards = await house.cards();
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({
      title: '📨 Liv · Tea news · Telegram',
      text: expect.stringContaining('I cannot answer'),
      quote: 'Do you ship to Norway?',
    });
    expect(await house.db.sql`select from contacts`).toEqual([]);
  });

  it('is not shown of somebody blocked, nor what a user writes there', async () => {
    await house.happen({
      ...(update(1001) as object),
      ...{ chat: '1001', private: true, unanswerable: undefined, externalId: 'own' },
    } as never);
    await house.say('/block c1');
    const before = (await house.cards()).length;
    await house.happen(update(1001, { message_id: 8 }), update(Number(OWNER), { message_id: 9 }));
    expect(await house.cards()).toHaveLength(before);
  });

  it('is nobody’s where it is an ordinary group', async () => {
    await house.happen(update(1001, { chat: { id: -1001234567890, type: 'supergroup', title: 'Friends' } }));
    expect(await house.cards()).toEqual([]);
  });
});
