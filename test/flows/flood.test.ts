import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, OWNER, telegramMessage, testHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(() => house.reset());

const says = (text: string, chat = '1001') =>
  telegramMessage(text, { chat, from: { address: chat, name: `客户${chat}` } });
const waiting = async () =>
  (await house.outbox()).filter(({ state, address }) => state === 'queued' && address === OWNER);
const replyOf = (row: { payload: unknown }) => (row.payload as { reply: Parameters<typeof buttonsOf>[0] }).reply;

describe('cards of one customer that wait', () => {
  it('become one from the third on, with the words of all and how many there are', async () => {
    await house.happen(says('在吗'), says('想买茶'));
    expect(await waiting()).toHaveLength(2);
    await house.happen(says('龙井有吗'));
    const [card, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(replyOf(card!).quote).toBe('在吗\n想买茶\n龙井有吗');
    expect(replyOf(card!).fields?.[0]?.value).toBe('本条合并了 3 条');
    expect(buttonsOf(replyOf(card!)).map(({ command }) => command)).toContain('/timeline c1');
    expect(await house.db.sql`select from messages`).toHaveLength(3);
  });

  it('are of nobody else', async () => {
    await house.happen(...['1', '2', '3', '4'].map((chat) => says('在吗', chat)));
    expect(await waiting()).toHaveLength(4);
  });

  it('are as many as messages when each leaves at once', async () => {
    for (const text of ['一', '二', '三', '四']) {
      await house.happen(says(text));
      await house.deliver();
    }
    const sent = (await house.outbox()).filter(({ state, address }) => state === 'sent' && address === OWNER);
    expect(sent).toHaveLength(4);
  });

  it('wait for no card of which something is being written down at this moment', async () => {
    await house.happen(says('一'), says('二'));
    await house.db
      .autocommit`update outbox set state = 'sending' where id = (select min(id) from outbox where state = 'queued' and address = ${OWNER})`;
    let end: () => void = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let begin: () => void = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const settling = house.db.transaction(async (tx) => {
      await tx`update outbox set state = 'sent', external_id = '1' where state = 'sending'`;
      begin();
      await ended;
    });
    await begun;
    const handled = house.happen(says('三')).then(() => 'handled');
    const late = new Promise((resolve) => setTimeout(resolve, 3_000, 'it waits'));
    expect(await Promise.race([handled, late])).toBe('handled');
    end();
    await Promise.all([settling, handled]);
  });

  it('in a flood are one card a minute, however fast they leave, with a way to shut its sender out', async () => {
    for (let nth = 0; nth < 12; nth += 1) {
      await house.happen(says(`${nth}`));
      await house.deliver();
    }
    const rows = (await house.outbox()).filter(({ address }) => address === OWNER);
    expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(6);
    const [card, ...more] = await waiting();
    expect(more).toEqual([]);
    const reply = replyOf(card!);
    expect(reply.fields?.[0]?.value).toBe('本条合并了 6 条，只显示最后 5 条');
    expect(reply.quote).toBe('7\n8\n9\n10\n11');
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/block c1');
    expect(await house.db.sql`select from messages`).toHaveLength(12);
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    expect(await waiting()).toEqual([]);
  }, 60_000);
});
