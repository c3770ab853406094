import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/outbox/message.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('请问龙井多少钱一斤？'));
    await house.deliver();
  }),
);

const toCustomers = (outcome: Outcome) =>
  house.deliver((row) => (row.audience === 'customer' ? outcome : { result: 'sent', externalId: `x${row.id}` }));
const blocked: Outcome = { result: 'failed', error: '403', reason: 'blocked' };
const refused: Outcome = { result: 'failed', error: '400', reason: 'rejected' };
const doubt: Outcome = { result: 'unknown', error: 'cut' };
const sent: Outcome = { result: 'sent', externalId: '900' };

/** What came after the answer was typed, by where it went. */
async function receipts(address: string): Promise<string[]> {
  const rows = (await house.outbox()).filter((row) => row.audience === 'owner' && row.address === address);
  return rows.flatMap(({ payload, idempotencyKey }) => {
    if (!/^(receipt|ending|ended):/.test(idempotencyKey)) return [];
    if (payload.kind === 'edit') return [payload.instead?.text ?? ''].filter(Boolean);
    return payload.kind === 'message' ? [payload.reply.title ?? payload.reply.text ?? ''] : [];
  });
}
const waiting = async () => (await house.db.sql`select waiting_since from conversations`)[0]?.waiting_since;
const onCard = async (text: string) => {
  const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
  await house.type(text, { answers: [card.externalId!] });
};

describe('an answer typed under a card', () => {
  it.each([
    [sent, '✓ 已发给 王小明（Telegram）'],
    [blocked, '✗ 未能发给 王小明（Telegram）'],
    [doubt, '？ 可能已发给 王小明（Telegram）'],
  ])('%o is told there, once, as an answer to what was typed', async (outcome, words) => {
    await onCard('一斤 ¥1280');
    await toCustomers(outcome);
    await toCustomers(outcome);
    expect(await receipts(OWNER)).toEqual([words]);
    const row = (await house.outbox()).find((one) => one.idempotencyKey.startsWith('receipt:'));
    expect(row?.payload).toMatchObject({ replyTo: expect.stringMatching(/^typed-/) });
  });

  it('keeps the id the channel gave it', async () => {
    await onCard('一斤 ¥1280');
    await toCustomers(sent);
    expect(await house.db.sql`select external_id from messages where direction = 'out'`).toEqual([
      { external_id: '900' },
    ]);
    expect(await waiting()).toBeNull();
  });
});

describe('an answer that did not arrive', () => {
  it.each([refused, doubt])(
    '%o: the customer waits again; sent again and arrived, they wait no more',
    async (outcome) => {
      await onCard('一斤 ¥1280');
      expect(await waiting()).toBeNull();
      await toCustomers(outcome);
      expect(await waiting()).not.toBeNull();
      await house.press('再发一次');
      await toCustomers(sent);
      expect(await waiting()).toBeNull();
      expect((await house.say('/unsent')).text).toBe('全部送达。');
    },
  );

  it.each(['对方收到了', '不用管了'])('nobody waits for it any more once the owner says “%s”', async (button) => {
    await onCard('一斤 ¥1280');
    await toCustomers(button === '对方收到了' ? doubt : refused);
    expect((await house.say('/unsent')).lists?.[0]?.items).toHaveLength(1);
    await house.press(button);
    expect(await waiting()).toBeNull();
    expect((await house.say('/unsent')).text).toBe('全部送达。');
  });

  it('but a customer who has written since still waits', async () => {
    await onCard('一斤 ¥1280');
    await toCustomers(doubt);
    const later = new Date(Date.now() + 60_000);
    await house.happen(telegramMessage('？？', { sentAt: later }));
    await house.press('对方收到了');
    expect(await waiting()).toEqual(later);
  });

  it('is told again when it fails again', async () => {
    await onCard('一斤 ¥1280');
    await toCustomers(refused);
    await house.press('再发一次');
    house.now = new Date(house.now.getTime() + 1000);
    await toCustomers(refused);
    expect(await receipts(OWNER)).toHaveLength(2);
  });

  it('by a block is remembered: the next answer is refused at once', async () => {
    await onCard('一斤 ¥1280');
    await toCustomers(blocked);
    expect(await house.say('/reply c1 在吗')).toMatchObject({ failed: true });
    expect((await house.say('/contact c1')).fields?.[0]?.value).toContain('已屏蔽');
  });
});

describe('an answer typed on the terminal', () => {
  it('that arrives is told there', async () => {
    await house.say('/reply c1 一斤 ¥1280');
    await toCustomers(sent);
    expect(await receipts('test')).toHaveLength(1);
    expect(await receipts(OWNER)).toEqual([]);
  });

  it.each([blocked, doubt])(
    'that ends as %o is told in the paired chat, once: nobody may sit at the terminal any more',
    async (outcome) => {
      await house.say('/reply c1 一斤 ¥1280');
      await toCustomers(outcome);
      expect(await receipts(OWNER)).toHaveLength(1);
      expect(await receipts('test')).toEqual([]);
      expect(buttonsOf((await house.cards()).at(-1)!).map((button) => button.command.split(' ')[0])).toEqual([
        '/retry',
        '/drop',
      ]);
    },
  );
});

describe('an answer by a helper', () => {
  beforeEach(async () => {
    await house.act(async ({ tx }) => {
      await tx`insert into users (name, role, locale) values ('Hana', 'helper', 'en')`;
      await tx`insert into user_identities (channel, address, user_id) values ('telegram', '77', 2)`;
    });
    await house.type('/reply c1 hello', { chat: '77', from: { address: '77', name: 'Hana' } });
  });

  it('that arrives concerns the helper alone, in their language', async () => {
    await toCustomers(sent);
    expect(await receipts('77')).toEqual(['✓ Sent to 王小明 (Telegram) · 12:00']);
    expect(await receipts(OWNER)).toEqual([]);
  });

  it('that fails concerns the owner too', async () => {
    await toCustomers(refused);
    expect(await receipts('77')).toEqual(['✗ Not sent to 王小明 (Telegram)']);
    expect(await receipts(OWNER)).toEqual(['✗ 未能发给 王小明（Telegram）']);
  });
});

describe('an answer typed under a copy of a card of which nobody knows that it arrived', () => {
  const others = () =>
    house.happen(telegramMessage('在吗', { chat: '8', externalId: 'other', from: { address: '8', name: '李四' } }));
  const doubted = async () => {
    await house.reset();
    await house.happen(telegramMessage('请问龙井多少钱一斤？'));
    await house.deliver((row) => (row.audience === 'owner' ? doubt : sent));
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    await others();
    await house.deliver();
  };
  const answered = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

  it('leaves to nobody by guess: the owner is asked', async () => {
    await doubted();
    await house.type('一斤 ¥1280', { answers: ['the copy we never heard of'] });
    expect(await answered()).toEqual([]);
    expect(buttonsOf((await house.cards()).at(-1)!).length).toBeGreaterThan(0);
  });

  it('goes to whom the card is about where it is typed under the one that came', async () => {
    await doubted();
    await onCard('一斤 ¥1280');
    expect(await answered()).toMatchObject([{ address: '1001' }]);
  });
});
