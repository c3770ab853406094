import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { CustomerUpdated } from '../../../src/domain/shop_event.ts';
import { type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

let count = 0;
const says = (text: string, language?: string, more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, {
    from: { address: '1001', name: '王小明', ...(language && { language }) },
    externalId: `said-${++count}`,
    ...more,
  });

async function language(): Promise<string | null> {
  const [row] = await house.db.sql<{ locale: string | null }>`select locale from contacts order by id limit 1`;
  return row!.locale;
}

async function toldCustomer(): Promise<string[]> {
  const rows = (await house.outbox()).filter(({ audience }) => audience === 'customer');
  return rows.map(({ payload }) => ('reply' in payload ? (payload.reply.text ?? '') : ''));
}

describe('the language of a contact', () => {
  it('is no guess from a press on Start: the greeting is in the language of their app', async () => {
    await house.happen(says('/start', 'zh-hans'));
    expect(await language()).toBe('zh-CN');
    expect(await toldCustomer()).toEqual([expect.stringContaining('您好')]);
  });

  it('is English for whoever has an English app and presses Start', async () => {
    await house.happen(says('/start', 'en'));
    expect(await toldCustomer()).toEqual([expect.stringContaining('Hello')]);
  });

  it.each(['ok', 'SKU-4821', 'https://example.com/a/long/english/path', '👍', '4411', 'me@example.com'])(
    'stays that of their app when they write %s',
    async (text) => {
      await house.happen(says(text, 'zh-hans'));
      expect(await language()).toBe('zh-CN');
    },
  );

  it('is corrected by what they clearly write, as often as they change it', async () => {
    await house.happen(says('/start', 'en'));
    await house.happen(says('请问明前龙井多少钱一斤？', 'en'));
    expect(await language()).toBe('zh-CN');
    await house.happen(says('ok thanks', 'en'));
    expect(await language()).toBe('zh-CN');
    await house.happen(says('Do you also have it in a smaller tin?', 'en'));
    expect(await language()).toBe('en');
  });

  it('that an earlier version guessed wrong is mended by their app and by their words', async () => {
    await house.db.autocommit`insert into contacts (name, locale) values ('王小明', 'en')`;
    await house.db
      .autocommit`insert into contact_identities (contact_id, channel, address) values (1, 'telegram', '1001')`;
    await house.happen(says('/start', 'zh-hans'));
    expect(await language()).toBe('zh-CN');
  });

  it('the owner decided stays, whatever they write, and undo gives back the guess', async () => {
    await house.happen(says('where is my parcel, please?', 'en'));
    await house.say('/language 王小明 中文');
    await house.happen(says('I am still waiting for it, thank you', 'en'));
    expect(await language()).toBe('zh-CN');
    await house.say('/undo');
    expect(await language()).toBe('en');
    await house.happen(says('请问我的包裹到哪里了？', 'en'));
    expect(await language()).toBe('zh-CN');
  });

  it('the owner decided is kept by a merge, on whichever side it was', async () => {
    await house.happen(says('请问我的包裹到哪里了？'));
    await house.happen(
      says('请问还有货吗，我想要两盒', undefined, { chat: '7', from: { address: '7', name: 'Anna' } }),
    );
    await house.say('/language Anna en');
    await house.say('/merge c1 c2');
    const rows = await house.db.sql`select locale, locale_from from contacts where id = 1 or locale_from = 'owner'`;
    expect(rows).toEqual([{ locale: 'en', locale_from: 'owner' }]);
  });

  it('is what they wrote last when we answer by ourselves', async () => {
    await house.happen(says('/start', 'en'));
    await house.say('/away 3d');
    await house.happen(says('在吗？还要一盒', 'en'));
    expect((await toldCustomer()).at(-1)).toContain('您好');
  });

  it('is that of the shop account until they write', async () => {
    const customer = { externalId: '9', name: 'Li', email: 'li@example.com', phone: null, city: null, country: null };
    const updated: CustomerUpdated = {
      kind: 'customer.updated',
      provider: 'shopify',
      connectionId: '1',
      updatedAt: NOON,
      customer: { ...customer, language: 'zh-TW' },
    };
    await house.db
      .autocommit`insert into connections (id, provider, token, secret) overriding system value values (1, 'shopify', 't', '')`;
    await house.happen(updated);
    expect(await language()).toBe('zh-CN');
  });

  it('is not told by what they pass on', async () => {
    await house.happen(says('请问明前龙井多少钱一斤？', 'zh-hans'));
    await house.happen(says('Please find the invoice for your order', 'zh-hans', { forwardedFrom: { name: 'DHL' } }));
    expect(await language()).toBe('zh-CN');
  });
});
