import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();

/** 张三 writes Chinese, Anna English; both have been greeted by a canned reply in each language. */
beforeEach(
  house.startingWith(async () => {
    await house.happen(
      telegramMessage('我要退款', { from: { address: '1001', name: '张三' } }),
      telegramMessage('I would like a refund please', { chat: '7', from: { address: '7', name: 'Anna Smith' } }),
    );
    await house.deliver();
    await house.say('/c save refund zh 退款已办理，{name}。——{business}');
    await house.say('/c save refund en Your refund is on its way, {name}.');
  }),
);

const lastAnswer = async () => {
  const row = (await house.outbox()).findLast(({ audience }) => audience === 'customer');
  return row?.payload.kind === 'message' ? { to: row.address, text: row.payload.reply.text } : undefined;
};
const onCard = async (text: string) => {
  const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
  await house.type(text, { answers: [card.externalId!] });
  return (await house.cards()).at(-1)!;
};

describe('a canned reply', () => {
  it('goes out in the language of whoever it is for, with their name', async () => {
    expect((await house.say('/c refund 张三')).quote).toBe('退款已办理，张三。——小茶铺');
    expect(await lastAnswer()).toEqual({ to: '1001', text: '退款已办理，张三。——小茶铺' });
    await house.say('/快捷回复 Refund Anna Smith');
    expect(await lastAnswer()).toEqual({ to: '7', text: 'Your refund is on its way, Anna Smith.' });
  });

  it.each([
    ['send refund to Anna Smith', '/reply v2 Your refund is on its way, Anna Smith.'],
    ['reply to Anna with our refund text', '/reply v2 Your refund is on its way, Anna Smith.'],
    ['用refund回复张三', '/reply v1 退款已办理，张三。——小茶铺'],
    ['把refund发给张三', '/reply v1 退款已办理，张三。——小茶铺'],
  ])('is shown as it would leave where its name is said in a sentence: %s', async (words, line) => {
    await house.type(words);
    const asked = (await house.cards()).at(-1)!;
    expect(buttonsOf(asked)[0]!.command).toBe(line);
    expect(asked.quote).toBe(line.slice('/reply v1 '.length));
    await house.press(line);
    await house.deliver();
    expect((await lastAnswer())?.text).toContain(line.includes('v1') ? '退款已办理，张三' : 'way, Anna Smith');
  });

  it('control: of a name that nothing is kept under, the words are what they were', async () => {
    await house.type('reply to Anna with love');
    expect(buttonsOf((await house.cards()).at(-1)!)[0]!.command).toBe('/reply v2 with love');
  });

  it('under a card needs no name; so does the list, where each is a tap away', async () => {
    await onCard('/c refund');
    expect((await lastAnswer())?.text).toContain('退款已办理，张三');
    const list = await onCard('/c');
    expect(buttonsOf(list).map(({ command }) => command)).toEqual(['/c refund zh-CN c1', '/c refund en c1']);
    await house.press('/c refund en c1');
    expect(await lastAnswer()).toEqual({ to: '1001', text: 'Your refund is on its way, 张三.' });
  });

  it('follows the language once it is changed, by a button of the contact’s card too', async () => {
    await house.type('/contact 张三');
    const card = (await house.cards()).at(-1)!;
    expect(card.fields).toContainEqual({ label: '语言', value: '中文' });
    const changed = await house.press('→ 英文');
    expect(changed.fields).toContainEqual({ label: '语言', value: '英文' });
    await house.say('/c refund 张三');
    expect((await lastAnswer())?.text).toBe('Your refund is on its way, 张三.');
    await house.say('/language 张三 中文');
    await house.say('/c refund 张三');
    expect((await lastAnswer())?.text).toContain('退款已办理');
  });

  it('that exists only in another language is offered, not sent', async () => {
    await house.say('/c save hours zh 我们九点开门');
    await house.type('/c hours Anna');
    const asked = (await house.cards()).at(-1)!;
    expect(asked).toMatchObject({ failed: true });
    expect(await lastAnswer()).toBeUndefined();
    await house.press('发中文的');
    expect(await lastAnswer()).toEqual({ to: '7', text: '我们九点开门' });
  });

  it('with {order} names the latest order, and is not sent where there is none', async () => {
    await house.say('/c save order zh 订单 {order} 已发货');
    expect(await house.say('/c order 张三')).toMatchObject({ failed: true, text: expect.stringContaining('{order}') });
    expect(await lastAnswer()).toBeUndefined();
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.db.autocommit`
      insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
      select id, 'x', 1, '#1042', 'paid', 'CNY', 100, now(), now() from connections`;
    await house.say('/c order 张三');
    expect((await lastAnswer())?.text).toBe('订单 #1042 已发货');
  });

  it('with a variable nobody knows is not saved', async () => {
    expect(await house.say('/c save x en {amount} is due')).toMatchObject({ failed: true });
    expect(await house.say('/c x 张三')).toMatchObject({ failed: true });
  });

  it('is saved anew under the same name, taken away in both languages, and both are undone', async () => {
    const before = await house.state();
    await house.say('/c save refund zh 已退');
    await house.say('/c drop refund');
    expect((await house.say('/c')).text).toBe('还没有快捷回复。');
    await house.say('/undo');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('keeps the line breaks it was saved with', async () => {
    await house.say('/c save lines zh 一行\n两行');
    await house.say('/c lines 张三');
    expect((await lastAnswer())?.text).toBe('一行\n两行');
  });

  it('is not sent to a stranger’s language by a helper’s slip: what is not there is said', async () => {
    expect(await house.say('/c rebate 张三')).toMatchObject({ failed: true, text: expect.stringContaining('rebate') });
  });
});
