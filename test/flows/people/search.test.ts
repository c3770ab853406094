import { beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
  await house.happen(
    telegramMessage('请问能开发票吗？', { sentAt: new Date(NOON.getTime() - 3 * 3_600_000) }),
    telegramMessage('Could you send both INVOICES for my order to naïve@example.com, ok？', {
      chat: '7',
      from: { address: '7', name: 'Anna Smith' },
      sentAt: new Date(NOON.getTime() - 2 * 3_600_000),
    }),
    telegramMessage('𠮷野家的ｆｕｌｌ宽字', { chat: '8', from: { address: '8', name: '李四' } }),
  );
  await house.say('/note c1 发票抬头：山里茶铺');
  await house.say('/reply c1 可以开发票的');
  await house.say('/ticket c1 补开发票');
  await house.say('/lead 李四 龙井十斤，要发票');
});

const linesOf = (reply: Reply) => reply.lists?.flatMap(({ items }) => items.map(({ text }) => text)) ?? [];
const search = async (query: string) => linesOf(await house.say(`/search ${query}`));

describe('/search', () => {
  it('finds a word in messages both ways, notes, tickets and leads, newest first, saying who and when', async () => {
    const lines = await search('发票');
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('💬 王小明：请问能开发票吗？');
    expect(lines).toEqual(
      expect.arrayContaining([
        '📝 王小明：发票抬头：山里茶铺',
        '→ 王小明：可以开发票的',
        '售后 王小明：补开发票',
        '售后 王小明：请问能开发票吗？',
        '意向 李四：龙井十斤，要发票',
      ]),
    );
    const item = (await house.say('/搜索 请问能')).lists![0]!.items.at(-1)!;
    expect(item.detail).toMatch(/3 ?小时/);
  });

  it.each([
    ['票', 6],
    ['抬头', 1],
    ['头抬', 0],
    ['山里茶铺', 1],
    ['invoice', 2],
    ['Invoices', 2],
    ['voices', 0],
    ['INV', 2],
    ['send example', 2],
    ['send 发票', 0],
    ['开 发票', 4],
    ['naïve', 2],
    ['full', 2],
    ['𠮷', 2],
    ['𠮷野', 2],
    ["'); drop table messages; --", 0],
    ['%', 0],
  ])('%s is found %i times', async (query, count) => {
    const reply = await house.say(`/search ${query}`);
    expect(linesOf(reply)).toHaveLength(count);
    expect(JSON.stringify(reply)).not.toContain('已修改');
    expect(reply.failed).toBe(count === 0 ? true : undefined);
  });

  it('leads to the contact, and to the whole message', async () => {
    await house.type('/search 能开');
    expect((await house.press('全文')).text).toBe('请问能开发票吗？');
    expect((await house.press('查看客户')).title).toBe('王小明');
  });

  it('tells a ticket and a lead of one number apart on their buttons as well', async () => {
    await house.say('/ticket c1 青花瓷碎了');
    await house.say('/lead c1 青花瓷十件');
    const found = (await house.say('/search 青花瓷')).lists!.flatMap(({ items }) => items);
    const labels = found
      .filter(({ ref }) => ref?.startsWith('#'))
      .map(({ ref, buttons }) => `${ref} ${buttons![0]!.label}`);
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.length).toBeGreaterThan(1);
  });

  it('finds what is written after the index was made, and no more what an undo took away', async () => {
    await house.say('/note c1 稀世之词');
    expect(await search('稀世')).toHaveLength(1);
    await house.say('/undo');
    expect(await search('稀世')).toEqual([]);
  });

  it('is paged by buttons, every hit on one page only', async () => {
    for (let nth = 1; nth <= 18; nth++) await house.say(`/note c1 第${nth}次盘点 2`);
    await house.type('/search 盘点 2');
    const pages = [(await house.cards()).at(-1)!, await house.press('下一页 ›'), await house.press('下一页 ›')];
    const seen = pages.flatMap(linesOf);
    expect(seen).toHaveLength(18);
    expect(new Set(seen).size).toBe(18);
    expect(buttonsOf(pages[2]!).some(({ label }) => label === '下一页 ›')).toBe(false);
  });

  it('says so when nothing is found, and offers to look for a person of that name', async () => {
    const reply = await house.say('/search 火星');
    expect(reply).toMatchObject({ failed: true, buttons: [[{ command: '/find 火星' }]] });
  });
});

describe('signs that nobody sees', () => {
  const hidden =
    '\ufeffPlease re\u00adfund my or\u200bder 10\u206001, I filed a charge\u200c\u200dback. 我要退\u200b款';
  const LONG = 'It has been three weeks since I wrote to you about the green cups. ';

  it.each(['refund', 'order', '1001', 'chargeback', '退款', 're\u00adfund', 'or\u200bder 1001'])(
    'hide no words: %s',
    async (query) => {
      await house.reset();
      await house.happen(
        telegramMessage(hidden, { chat: '77', from: { address: '77', name: 'Dave' } }),
        telegramMessage(hidden, {
          ...{ channel: 'email', chat: 'a@example.com', private: false, subject: 'Tea', externalId: '<m@example.com>' },
          from: { address: 'a@example.com', name: 'Anna' },
        }),
      );
      expect((await search(query)).filter((line) => line.startsWith('💬'))).toHaveLength(2);
      expect((await house.say('/message 1')).text).toBe(hidden);
    },
  );

  it('leave the words that were searched for in what is shown of a long text', async () => {
    await house.happen(
      telegramMessage(LONG + hidden, { chat: '77', externalId: 'long', from: { address: '77', name: 'Dave' } }),
    );
    const found = (await search('chargeback')).find((line) => line.includes('…'));
    expect(found).toContain('chargeback');
  });
});

describe('a name in kana', () => {
  it.each(['やまだ', 'ヤマダ', 'ﾔﾏﾀﾞ'])('is found however it is written: %s', async (query) => {
    await house.reset();
    for (const [nth, name] of ['山本', 'ﾔﾏﾀﾞ 花子', 'ヤマダ太郎', 'やまだ'].entries()) {
      await house.happen(telegramMessage('hi', { chat: `9${nth}`, from: { address: `9${nth}`, name } }));
    }
    expect(linesOf(await house.say(`/find ${query}`))).toHaveLength(3);
  });
});
