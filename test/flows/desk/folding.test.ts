import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(() => house.reset());

const wrote = (text: string, name = 'Mia') => house.happen(telegramMessage(text, { from: { address: '1001', name } }));

describe('search', () => {
  it.each([
    ['Café Zürich at 5?', 'cafe'],
    ['Café Zürich at 5?', 'ZURICH'],
    ['cafe zurich', 'Café Zürich'],
    ['需要開發票嗎', '发票'],
    ['需要开发票吗', '發票'],
    ['Große Straße', 'grosse strasse'],
    ['smørrebrød', 'smorrebrod'],
    ['ＩＮＶＯＩＣＥ', 'invoice'],
    ['Łódź', 'lodz'],
  ])('finds %s by %s', async (text, query) => {
    await wrote(text);
    const items = (await house.say(`/search ${query}`)).lists?.[0]?.items ?? [];
    expect(items.filter(({ ref }) => ref?.startsWith('m'))).toHaveLength(1);
  });

  it('takes no other word for it', async () => {
    await wrote('需要開發票嗎');
    expect((await house.say('/search 发飘')).lists).toBeUndefined();
  });
});

describe('a person', () => {
  it.each([
    ['张三', '張三'],
    ['張三', '张三'],
    ['陳曉明', '陈晓明'],
    ['José García', 'jose garcia'],
    ['Søren Łukasz', 'soren lukasz'],
    ['Jürgen Weiß', 'jurgen weiss'],
    ['Işık', 'isik'],
  ])('called %s is found by %s, and so meant in a command', async (name, query) => {
    await wrote('在吗', name);
    expect((await house.say(`/find ${query}`)).title).toBe(name);
    await house.say(`/note ${query} call back`);
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: 'call back' }]);
    await house.say(`/task call ${query} tomorrow`);
    expect((await house.db.sql`select contact_id from tasks`)[0]!.contact_id).not.toBeNull();
  });

  it.each([
    ['city:Zürich', 'city:zurich'],
    ['city:臺北', 'city:台北'],
    ['#發貨', '#发货'],
    ['#café', '#CAFE'],
  ])('with %s fits the filter %s', async (has, filter) => {
    await house.say(`/add Mia +12025550147 ${has}`);
    expect((await house.say(`/find ${filter}`)).lists![0]!.items).toHaveLength(1);
    expect((await house.say(`/find -${filter}`)).failed).toBe(true);
  });
});

it('a canned reply is called with or without accents', async () => {
  await wrote('Hello');
  await house.say('/c save résumé zh 您好');
  expect((await house.say('/c resume zh Mia')).failed).toBeUndefined();
  await house.say('/c save 發票 zh 已開');
  expect((await house.say('/c 发票 zh Mia')).failed).toBeUndefined();
});
