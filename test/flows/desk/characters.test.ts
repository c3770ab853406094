import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const MINUTE = 60_000;
/** Letters outside the basic plane, decorations, emoji, flags, stacked marks. */
const NAMES = [
  ['王𠮷', '𠮷'],
  ['𠮷野家𠮷', '𠮷野'],
  ['𓆩 Anna 𓆪', 'Anna'],
  ['𓆩𓆪𓆩𓆪 𓂀𓂀𓂀𓂀', '𓂀𓂀𓂀'],
  ['𝓑𝓲𝓵𝓵 𝓖𝓪𝓽𝓮𝓼', 'bill gates'],
  ['𐐷𐐷𐐷𐐷𐐷 𐐷𐐷', '𐐷𐐷𐐷'],
  ['👩‍👩‍👧‍👦 Kim 🇩🇪', 'Kim'],
  ['Zo\u0308e\u0301 A\u0301lvarez', 'zoe alvarez'],
  [`𠮷${'很'.repeat(58)}𠮷明`, '𠮷'],
] as const;

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(() => house.reset());

const names = async () =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map((c) => c.name);

describe('a name of rare characters', () => {
  it.each(NAMES)('%s makes a contact when it is typed, found by %s', async (name, query) => {
    expect((await house.say(`/add ${name} +12025550147`)).failed).toBeUndefined();
    expect((await house.say(`/find ${query}`)).title).toBe((await names())[0]);
    expect((await house.say(`/note ${name} 𠮷🇩🇪`)).failed).toBeUndefined();
  });

  it.each(NAMES)('%s is no hindrance in a chat or a mail: the card comes', async (name, query) => {
    const from = { address: '77', name };
    await house.happen(
      telegramMessage('在吗', { chat: '77', from }),
      telegramMessage('Hello?', {
        ...{ channel: 'email', private: false, chat: 'a@example.com', from: { address: 'a@example.com', name } },
        ...{ externalId: '<1@example.com>', subject: '𠮷' },
      }),
    );
    expect(await house.cards()).toHaveLength(2);
    expect((await house.say(`/find ${query}`)).failed).toBeUndefined();
  });

  it.each(NAMES)('%s may buy: the shop’s customer and paid order are kept', async (name) => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    const customer = {
      ...{ externalId: '900', name, email: 'zhang@example.com', phone: null, country: 'CN' },
      ...{ language: 'zh-CN', city: '𠮷林' },
    };
    const shop = { provider: 'shopify', connectionId: '1' };
    await house.happen(
      { kind: 'customer.updated', ...shop, customer, updatedAt: NOON } as never,
      {
        kind: 'order.updated',
        ...shop,
        order: {
          ...{ externalId: '5001', number: '#1042', payment: 'paid', fulfillment: null, currency: 'CNY' },
          ...{ totalMinor: '128000', test: false, placedAt: NOON, cancelledAt: null },
          lines: [{ sku: '𠮷', title: '𠮷'.repeat(300), quantity: 1, priceMinor: '128000' }],
        },
        customer,
        updatedAt: new Date(NOON.getTime() + MINUTE),
      } as never,
    );
    expect(await names()).toHaveLength(1);
    expect(await house.db.sql`select payment from orders`).toMatchObject([{ payment: 'paid' }]);
  });

  it('may be cut anywhere: each command takes words of them, whole or half', async () => {
    await house.happen(telegramMessage('𠮷'.repeat(3000), { from: { address: '1001', name: '王𠮷' } }));
    for (const padding of ['', 'a']) {
      const words = padding + '𠮷'.repeat(700);
      for (const command of [
        '/note c1',
        '/lead c1',
        '/ticket c1',
        '/task',
        '/search',
        '/find',
        '/tag c1',
        '/later c1 明天9点',
      ])
        await house.say(`${command} ${words}`);
    }
    expect((await house.say('/contact c1')).title).toBe('王𠮷');
    expect((await house.say('/audit')).failed).toBeUndefined();
  });
});

describe('a word that every object of ours knows', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'is no label, switch, channel or city: %s',
    async (word) => {
      await house.happen(telegramMessage('在吗', { from: { address: '1001', name: 'Anna' } }));
      const lines = [
        `/file 1 ${word}`,
        `/copies v1 ${word}`,
        `/find channel:${word}`,
        `/settings ${word} x`,
        `/language c1 ${word}`,
      ];
      for (const line of lines) expect((await house.say(line)).failed, line).toBe(true);
      for (const line of [`/task call at 5pm ${word} time`, `/contact c1 ${word}`])
        expect(JSON.stringify(await house.say(line))).not.toMatch(/native code|\[object/);
    },
  );
});
