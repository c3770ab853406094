import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'GBP', country: 'GB' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Maja Lindqvist maja@example.com');
    await house.say('/lead Maja website 3000');
    await house.say('/add 周敏 13912345678');
  }),
);
const offered = async (text: string) => buttonsOf(await house.say(text)).map(({ command }) => command);

describe('what is told of somebody nobody knows yet', () => {
  it.each([
    ['Bob paid 225 deposit', '/add Bob\n/order Bob advance payment £225 paid'],
    ['bob has put down 225 as a deposit', '/add Bob\n/order Bob advance payment £225 paid'],
    ['Bob paid 225', '/add Bob\n/order Bob purchase £225 paid'],
    ['Sue owes me 40', '/add Sue\n/order Sue earlier purchase £40'],
    ['Ann Lee ordered 2 posters 40 each, paid cash', '/add Ann Lee\n/order Ann Lee 2 posters £80 total paid cash'],
    ['sold 2 posters to Ravi 45 each cash', '/add Ravi\n/order Ravi 2 posters £90 total paid cash'],
    ['quote nina logo 900', '/add Nina\n/quote Nina logo 900'],
    ['kim wants 3 mugs at 12', '/add Kim\n/lead Kim 3 mugs at 12'],
    ['老张付了定金200', '/add 老张\n/order 老张 advance payment £200 paid'],
    ['张姐拿走5斤普洱先记账 2500', '/add 张姐\n/order 张姐 5斤普洱 £2500 未付'],
    ['陈姐要3斤正山小种 450 一斤', '/add 陈姐\n/lead 陈姐 3斤正山小种 450 一斤'],
  ])('is one tap: %s', async (text, line) => {
    expect((await offered(text))[0]).toBe(line);
    await house.press(line);
    const name = line.split('\n')[0]!.slice('/add '.length);
    expect(await house.db.sql`select name from contacts where name = ${name}`).toHaveLength(1);
  });

  it.each([
    ['add jo bloggs from the market, no number yet', '/add name:"Jo Bloggs" note:"from the market"'],
    ['old ray, no number, buys prints every month', '/add name:"Old Ray" note:"buys prints every month"'],
    ["add Sue Ford, she buys prints, don't have her number", '/add name:"Sue Ford" note:"she buys prints"'],
    ['加 王芳', '/add name:"王芳"'],
    ['老王 电话不知道 常来买碎银子', '/add name:"老王" note:"常来买碎银子"'],
    ['加 李雷 做批发的，没电话', '/add name:"李雷" note:"做批发的"'],
    ['王大姐 没留电话 要两斤白茶', '/add 王大姐\n/lead 王大姐 两斤白茶'],
  ])('is added without a number: %s', async (text, line) => {
    expect((await offered(text))[0]).toBe(line);
  });

  it.each(
    `rent paid 1200
    stripe paid 300
    posters paid 40
    everyone paid 20 deposit
    someone paid 225 deposit
    the cafe paid 300 deposit
    got paid 225 deposit
    raj will pay 200 deposit
    Tuesday paid 200
    add oat milk from the market
    no number on the door
    card has no number
    add sam to the list
    加 辣椒 少盐
    加 白茶 两斤
    快递 没有电话
    这单没留电话
    房东付了定金200
    水电付了200
    有人付了定金200
    客户没留电话
    货款付了200
    maja paid 1200 deposit
    周敏付了定金200`
      .split('\n')
      .map((line) => line.trim()),
  )('is nobody new: %s', async (text) => {
    expect((await offered(text)).filter((command) => command.startsWith('/add '))).toEqual([]);
  });
});

describe('a deposit of somebody who is known', () => {
  it('is of its own where what they want has no price', async () => {
    await house.happen(telegramMessage('how much is a logo?', { from: { address: '77', name: 'Gus Byrne' } }));
    expect((await offered('gus paid 100 deposit'))[0]).toMatch(/^\/order c\d+ advance payment £100 paid$/);
  });

  it('is of the order that is open', async () => {
    await house.say('/order Maja 2 prints £200 total');
    expect((await offered('maja paid 120 deposit'))[0]).toBe('/order o1 paid 120');
    expect((await offered('maja put down a deposit of 120'))[0]).toBe('/order o1 paid 120');
  });
});
