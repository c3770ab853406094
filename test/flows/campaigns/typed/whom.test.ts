import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 6));
    await house.say('/add 林小梅 lin@tea.example #老客');
    await house.say('/add Anna Smith anna@studio.example #vip');
    await house.say('/segment new friends #vip');
    await house.say('/order c1 1x mug £12 paid');
    await house.say('/order c2 1x龙井 ¥128 已付');
    await house.say('/order c2 1x白茶 ¥98 已付');
    await house.say('/campaign new Tea to everybody\nTea\nHello.');
  }),
);

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const audience = async () =>
  (await sql<{ audience: string }>`select audience from campaigns where id = 1`)[0]!.audience;
const press = (reply: Reply, label: string) =>
  house.say(buttonsOf(reply).find((one) => one.label.startsWith(label))!.command);

describe('whom plain words mean is read, and said as it was read', () => {
  it.each([
    ['friends', 'segment:friends'],
    ['老客', '#老客'],
    ['所有人 -#老客', '-#老客'],
    ['all -#vip', '-#vip'],
    ['除了 #老客', '-#老客'],
    ['除了老客以外的所有人', '-#老客'],
    ['everybody except #vip', '-#vip'],
    ['everyone but friends', '-segment:friends'],
    ['everyone who bought mug', 'bought:mug'],
    ['买过龙井的', 'bought:龙井'],
    ['60天没买的', 'last:>60d'],
    ['people who haven’t bought in 3 months', 'last:>90d'],
    ['杭州的', 'city:杭州'],
    ['#老客、#vip', '#老客 or #vip'],
    ['林小梅、Anna', '林小梅 or Anna'],
    ['vip客户', '#vip'],
    ['my vips', '#vip'],
    ['vips who bought mugs', '#vip bought:mug'],
    ['vips outside Berlin', '#vip -city:Berlin'],
    ['who bought mugs but not 龙井', 'bought:mug -bought:龙井'],
    ['who bought mugs but not vips', 'bought:mug -#vip'],
    ['买过龙井没买过白茶的', 'bought:龙井 -bought:白茶'],
    ['除老客外所有人', '-#老客'],
    ['上海以外的客户', '-city:上海'],
    ['上海的vip客户', 'city:上海 #vip'],
    ['只买过一次的', 'orders:1'],
    ['既是老客又是vip的', '#老客 #vip'],
    ['林小梅', '林小梅'],
  ])('%s', async (typed, filter) => {
    const card = await house.say(`/campaign 1 to ${typed}`);
    expect(card.failed).toBeUndefined();
    expect(await audience()).toBe(filter);
  });

  it.each(['给老客', '给#老客'])('no blank need part it from its step: %s', async (typed) => {
    await house.say(`/campaign 1 ${typed}`);
    expect(await audience()).toBe('#老客');
  });

  it.each(['用途 促销', 'about sale', 'about offer'])('what it is has more than one word: %s', async (typed) => {
    await house.say(`/campaign 1 ${typed}`);
    expect(await sql`select purpose from campaigns`).toEqual([{ purpose: 'offers' }]);
  });

  it.each([
    ['老客户', '#老客'],
    ['#老顾客', '#老客'],
    ['freinds', 'Segment friends'],
  ])('what nobody is called is named, with what is near and how many that means: %s', async (typed, nearby) => {
    const asked = await house.say(`/campaign 1 to ${typed}`);
    expect(asked.failed).toBe(true);
    expect(await audience()).toBe('');
    await press(asked, `1 person: ${nearby}`);
    expect(await audience()).toBe(nearby.replace('Segment ', 'segment:'));
  });

  it.each([
    ['除了 #老客 #vip', '-#老客 -#vip'],
    ['除了 林小梅 Anna', '-林小梅 -Anna'],
    ['everybody except Anna Smith', '-"Anna Smith"'],
    ['everybody except Anna Smith and #老客', '-"Anna Smith" -#老客'],
    ['除了 订单:>=2 #vip', '-orders:>=2 -#vip'],
    ['所有人，除了 #老客', '-#老客'],
    ['#老客 除了 #vip', '#老客 -#vip'],
    ['#老客 or 林小梅 except #vip', '#老客 -#vip or 林小梅 -#vip'],
    ['everybody,except #vip', '-#vip'],
    ['老客以外的人', '-#老客'],
    ['不是老客的', '-#老客'],
    ['不在北京的', '-city:北京'],
    ['all customers not in berlin', '-city:berlin'],
    ['everyone who bought twice', 'orders:>=2'],
    ['买过两次以上的', 'orders:>=2'],
    ['people who bought in the last 30 days', 'last:<=30d'],
    ['#老客但不要 #vip', '#老客 -#vip'],
    ['#老客，不要vip', '#老客 -#vip'],
    ['老客，vip除外', '#老客 -#vip'],
    ['老客除了林小梅', '#老客 -林小梅'],
    ['除了林小梅和老客', '-林小梅 -#老客'],
    ['买过龙井的除了林小梅', 'bought:龙井 -林小梅'],
    ['买过龙井的老客', 'bought:龙井 #老客'],
    ['买过龙井或白茶的', 'bought:龙井 or bought:白茶'],
    ['who bought a mug or 龙井', 'bought:mug or bought:龙井'],
    ['everyone who bought a mug, except #vip', 'bought:mug -#vip'],
    ['everyone who bought a mug or 龙井, except #vip', 'bought:mug -#vip or bought:龙井 -#vip'],
    ['everyone except those who bought a mug or 龙井', '-bought:mug -bought:龙井'],
    ['everyone, but not #vip', '-#vip'],
  ])('all that are to be left out are left out: %s', async (typed, filter) => {
    const card = await house.say(`/campaign 1 to ${typed}`);
    expect(card.failed).toBeUndefined();
    expect(await audience()).toBe(filter);
  });

  it.each([
    'not vip',
    'everyone except who complained',
    'everyone except those who complained',
    'those who did not unsubscribe',
    '昨天没来的',
    '没付款的',
    '投诉过的',
    '只买过龙井的',
    '购买力很强的',
  ])('what is not read whole is asked, and no button is its opposite: %s', async (typed) => {
    const asked = await house.say(`/campaign 1 to ${typed}`);
    expect(asked.failed).toBe(true);
    expect(labels(asked)).toEqual([]);
    expect(await audience()).toBe('');
  });

  it.each([
    ['people who bought last month', 'last:<=58d'],
    ['who bought a mug last month', 'bought:mug last:<=58d'],
    ['everybody who has not bought yesterday', '-last:<=2d', 'last:>2d'],
    ['everybody except those who bought yesterday', '-last:<=2d'],
    ['except those who bought last week', '-last:<=12d'],
    ['所有人，除了昨天下单的', '-last:<=2d'],
    ['昨天没买的', '-last:<=2d', 'last:>2d'],
    ['上个月买过的', 'last:<=58d'],
    ['今年买过龙井的', 'bought:龙井 last:<=331d'],
    ['最近没下单的', '-last:<=30d', 'last:>30d'],
    ['买过龙井和白茶的', 'bought:龙井 bought:白茶', 'bought:龙井 or bought:白茶'],
    ['who bought three times', 'orders:>=3', 'orders:3'],
    ['买过两次的', 'orders:>=2', 'orders:2'],
  ])('of what says more than can be asked for, the nearest is offered with its figure: %s', async (typed, ...near) => {
    house.now = new Date('2026-11-27T12:00:00Z');
    const asked = await house.say(`/campaign 1 to ${typed}`);
    expect(asked).toMatchObject({ failed: true, undecided: true });
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(near.map((one) => `/campaign 1 to ${one}`));
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await audience()).toBe(near[0]);
  });

  it.each([
    ['who bought something', 'orders:>=1'],
    ['people who have never bought', 'orders:0'],
    ['those who never bought mugs', '-bought:mug'],
    ['who bought more than twice', 'orders:>2'],
    ['people who bought at least three times', 'orders:>=3'],
    ['who ordered in the last 2 weeks', 'last:<=14d'],
    ['买过的', 'orders:>=1'],
    ['没买过龙井的', '-bought:龙井'],
    ['没买过两次以上的', '-orders:>=2'],
    ['最近30天买过的', 'last:<=30d'],
    ['下过单的', 'orders:>=1'],
    ['本月过生日的', 'birthday:"this month"'],
  ])('what is bought, how often and within which time: %s', async (typed, filter) => {
    const card = await house.say(`/campaign 1 to ${typed}`);
    expect(card.failed).toBeUndefined();
    expect(await audience()).toBe(filter);
  });

  it('an article that nobody has bought is named, with those that are near', async () => {
    const asked = await house.say('/campaign 1 to everyone who bought mgu');
    expect(asked).toMatchObject({ failed: true, text: 'Nobody has bought “mgu”.' });
    expect(labels(asked)).toEqual(['1 person: mug']);
    await press(asked, '1 person: mug');
    expect(await audience()).toBe('bought:mug');
    expect((await house.say('/campaign 1 to 买过红茶的')).text).toBe('Nobody has bought “红茶”.');
  });

  it('the figure of what is nearest is of the article as it was sold: mugs are mug', async () => {
    await house.say('/order c3 1x poster £12 paid');
    expect(labels(await house.say('/campaign 1 to everyone who bought mugs and posters'))).toEqual([
      '0 people: bought:mug bought:poster',
      '2 people: bought:mug or bought:poster',
    ]);
  });

  it('of a name that nobody has, whose words some have, all of them can be left out', async () => {
    await house.say('/add Bob Wright bob@studio.example');
    const asked = await house.say('/campaign 1 to everybody except Anna Wright');
    expect(asked.text).toContain('“Anna Wright”');
    expect(labels(asked)).toEqual(['7 people: -Anna -Wright']);
    await press(asked, '7 people');
    expect(await audience()).toBe('-Anna -Wright');
  });

  it('where somebody lives is a city, whatever it is called', async () => {
    await house.say('/edit 林小梅 city 桃花镇');
    await house.say('/campaign 1 to 桃花镇的');
    expect(await audience()).toBe('city:桃花镇');
  });

  it('many are found by one', async () => {
    await house.say('/order 林小梅 2x mug $20 paid');
    await house.say('/campaign 1 to everyone who bought mugs');
    expect(await audience()).toBe('bought:mug');
  });

  it('and what else was said with them can be left out', async () => {
    const asked = await house.say('/campaign 1 to #vip 新茶到了快来买');
    expect(asked.text).toContain('“新茶到了快来买”');
    await press(asked, 'Without');
    expect(await audience()).toBe('#vip');
  });

  it('a segment and a tag of one name are asked about', async () => {
    await house.say('/segment new 老客 -#vip');
    const asked = await house.say('/campaign 1 to 老客');
    expect(labels(asked)).toEqual(['Segment 老客', '#老客']);
    await press(asked, '#老客');
    expect(await audience()).toBe('#老客');
    await press(asked, 'Segment 老客');
    expect(await audience()).toBe('segment:老客');
  });

  it.each([
    [
      'vips and friends in Berlin',
      ['#vip city:Berlin or segment:friends city:Berlin', '#vip or segment:friends city:Berlin'],
    ],
    ['everyone except vips in Berlin', ['-#vip or -city:Berlin', '-#vip city:Berlin']],
    ['the three mug buyers', ['bought:mug']],
    ['买过龙井的老客和vip', ['bought:龙井 #老客 or bought:龙井 #vip', 'bought:龙井 #老客 or #vip']],
    ['两个月没来的老客', ['last:>60d #老客', 'quiet:60d #老客']],
  ])('what may be meant in several ways is asked with how many each means: %s', async (typed, filters) => {
    const asked = await house.say(`/campaign 1 to ${typed}`);
    expect(asked.undecided).toBe(true);
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(filters.map((one) => expect.stringContaining(one)));
    for (const label of labels(asked)) expect(label).toMatch(/^\d+ (?:person|people): /);
    expect(await audience()).toBe('');
  });

  it.each([
    'vips who complained',
    'vips in Berlin exept Anna',
    'everyone besides Anna',
    '老客里投诉过的',
    '明天来的老客',
  ])('what is not understood whole is no audience: %s', async (typed) => {
    expect((await house.say(`/campaign 1 to ${typed}`)).failed).toBe(true);
    expect(await audience()).toBe('');
  });

  it('for a new campaign, whose text is kept', async () => {
    const asked = await house.say('/campaign new Snow to freinds\nSnow\nIt snows.');
    await press(asked, '1 person: Segment friends');
    const [row] = await sql<{ audience: string; body: string }>`
      select audience, variants #>> '{of,en,body}' as body from campaigns where id = 2`;
    expect(row).toEqual({ audience: 'segment:friends', body: 'It snows.' });
  });

  it('for a segment and a template’s preview too', async () => {
    await house.say('/segment new 龙井客 买过龙井');
    const [row] = await sql<{ filter: string }>`select filter from segments where name = '龙井客'`;
    expect(row!.filter).toBe('bought:龙井');
    await house.say('/template new spring\nSpring\nHello {{ first_name }}');
    const asked = await house.say('/template preview spring freinds');
    expect((await press(asked, '1 person: Segment friends')).title).toBe('spring, as written to 1 contact');
  });

  it('a segment that there is not is said to be none, with those that there are', async () => {
    const asked = await house.say('/campaign 1 to segment:freinds');
    expect(asked.text).toBe('There is no segment “freinds”.');
    expect(labels(asked)).toEqual(['Segment friends', 'New segment freinds']);
    await press(asked, 'Segment friends');
    expect(await audience()).toBe('segment:friends');
  });

  it('control: in a search a word is a name', async () => {
    expect((await house.say('/find 林小梅')).failed).toBeUndefined();
    expect((await house.say('/find vips')).failed).toBe(true);
  });
});
