import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, NOON, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const MINUTE = 60_000;

const house = await testHouse();

const asks = (chat: string, name: string, text: string, minutesAgo: number) =>
  telegramMessage(text, {
    chat,
    from: { address: chat, name },
    sentAt: new Date(NOON.getTime() - minutesAgo * MINUTE),
  });

/** 李四 has waited longest, then 王五, then 张三. */
beforeEach(
  house.startingWith(async () => {
    await house.happen(
      asks('1', '张三', '请问龙井多少钱一斤？', 10),
      asks('2', '李四', '茶罐碎了，要退款', 90),
      asks('3', '王五', '还有货吗？', 30),
    );
    await house.deliver();
  }),
);

const waitingNames = async (): Promise<string[]> => {
  const reply = await house.say('/inbox');
  return reply.lists?.flatMap(({ items }) => items.map(({ text }) => text.split('：')[0]!)) ?? [];
};
const waitingSince = async () =>
  (await house.db.sql<{ since: Date | null }>`select waiting_since as since from conversations order by id`).map(
    (row) => row.since,
  );

describe('/inbox', () => {
  it('lists who waits, longest first, with their words and how long', async () => {
    expect(await waitingNames()).toEqual(['李四', '王五', '张三']);
    const [first] = (await house.say('/收件箱')).lists![0]!.items;
    expect(first).toMatchObject({ text: '李四：茶罐碎了，要退款', detail: expect.stringMatching(/^Telegram · 已等 /) });
  });

  it('is empty when nobody waits', async () => {
    for (const name of ['张三', '李四', '王五']) await house.say(`/reply ${name} 好的`);
    expect((await house.say('/inbox')).text).toBe('没有人在等您回复。');
  });

  it('is walked through by buttons alone, there and back', async () => {
    await house.type('/inbox');
    const first = await house.press('/inbox v2');
    expect(first).toMatchObject({ title: '💬 李四 · Telegram', quote: '茶罐碎了，要退款' });
    const second = await house.press('下一位 ›');
    const third = await house.press('下一位 ›');
    expect([second.title, third.title]).toEqual(['💬 王五 · Telegram', '💬 张三 · Telegram']);
    expect(buttonsOf(third).some(({ label }) => label === '下一位 ›')).toBe(false);
    expect((await house.press('‹ 上一位')).title).toBe('💬 王五 · Telegram');
    expect(buttonsOf(first).some(({ label }) => label === '‹ 上一位')).toBe(false);
  });

  it('shows one with its ticket to resolve, and all that was written since our last answer', async () => {
    await house.happen(asks('2', '李四', '人呢？', 5));
    const card = await house.say('/inbox v2');
    expect(card.quote).toBe('茶罐碎了，要退款\n人呢？');
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(
      expect.arrayContaining(['/contact c2', '/resolve 1', '/answered v2']),
    );
  });

  it.each(['typed', 'pressed'])('answers the customer by a reply to what it %s showed', async (way) => {
    await house.type(way === 'typed' ? '/inbox v3' : '/inbox');
    if (way === 'pressed') await house.press('/inbox v3');
    await house.deliver();
    const card = (await house.outbox()).findLast((row) => row.payload.kind === 'message' && row.address === OWNER)!;
    await house.type('有货', { answers: [card.externalId!] });
    const answer = (await house.outbox()).findLast((row) => row.audience === 'customer');
    expect(answer).toMatchObject({ address: '3', payload: { reply: { text: '有货' } } });
    expect(await waitingNames()).toEqual(['李四', '张三']);
  });

  it('is paged, and everybody is on one page only', async () => {
    const many = Array.from({ length: 17 }, (_, nth) => asks(`9${nth}`, `客户${nth}号`, '在吗？', 200 + nth));
    await house.happen(...many);
    await house.type('/inbox');
    const pages = [(await house.cards()).at(-1)!, await house.press('下一页 ›'), await house.press('下一页 ›')];
    const seen = pages.flatMap((page) => page.lists!.flatMap((list) => list.items.map((item) => item.text)));
    expect(seen).toHaveLength(20);
    expect(new Set(seen).size).toBe(20);
  });
});

describe('answered elsewhere', () => {
  it('ends the waiting by a button, shows who is next, and works once', async () => {
    await house.type('/inbox');
    const list = (await house.cards()).at(-1)!;
    const button = buttonsOf(list).find(({ command }) => command === '/answered v2')!;
    const reply = await house.press(button);
    expect(reply.text).toBe('✓ 李四 已处理，不用再回了。');
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/inbox v3');
    expect(await waitingNames()).toEqual(['王五', '张三']);
    expect((await house.press(button)).text).toBe('李四 没有在等回复。');
    expect(await house.db.sql`select state from tickets`).toEqual([{ state: 'pending' }]);
  });

  it('sends nothing to the customer', async () => {
    await house.say('/answered 李四');
    expect((await house.outbox()).filter((row) => row.audience === 'customer')).toEqual([]);
  });

  it('is taken back by undo: the customer waits since the same moment', async () => {
    const before = await waitingSince();
    await house.say('/answered 李四');
    expect(await waitingSince()).not.toEqual(before);
    await house.say('/undo');
    expect(await waitingSince()).toEqual(before);
  });

  it('means the customer of the card it answers', async () => {
    const reply = await house.rehearse('helper', '/answered', { about: '1' });
    expect(reply.text).toBe('✓ 张三 已处理，不用再回了。');
  });

  it('says so when nobody waits there', async () => {
    await house.say('/answered 李四');
    expect(await house.say('/answered 李四')).toMatchObject({ failed: true, text: '李四 没有在等回复。' });
  });
});
