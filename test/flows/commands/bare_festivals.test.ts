import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB' });
});
beforeEach(() => house.reset());

const tasks = () => house.db.sql`select title, due_at from tasks order by id`;

describe('a festival that stands bare beside what is to be done', () => {
  it.each([
    ['端午 发货', '9 Jun 2027'],
    ['圣诞 下单', '25 Dec'],
    ['发货 端午', '9 Jun 2027'],
    ['Christmas order cards', '25 Dec'],
    ['Christmas close shop', '25 Dec'],
    ['order cards Christmas', '25 Dec'],
  ])('is offered as a day, and not a word is lost: /task %s', async (words, day) => {
    const reply = await house.say(`/task ${words}`);
    expect(await tasks()).toEqual([{ title: words, due_at: null }]);
    const [offered] = buttonsOf(reply).filter(({ command }) => command.startsWith('/postpone'));
    expect(offered?.label).toContain(day);
    await house.say(offered!.command);
    expect(await tasks()).toEqual([{ title: words, due_at: expect.any(Date) }]);
  });

  it.each([
    ['端午10点 发货', '发货'],
    ['圣诞 上午10点 下单', '下单'],
    ['明天 发货', '发货'],
  ])('control: a day with a time of day, or no festival, is taken: /task %s', async (words, title) => {
    await house.say(`/task ${words}`);
    expect(await tasks()).toEqual([{ title, due_at: expect.any(Date) }]);
  });

  it('control: in front of a thing it says which', async () => {
    const reply = await house.say('/task Christmas cards for Kim');
    expect(buttonsOf(reply).filter(({ command }) => command.startsWith('/postpone'))).toEqual([]);
  });
});
