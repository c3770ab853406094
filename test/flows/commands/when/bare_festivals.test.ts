import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, testHouse } from '../../../support/house.ts';

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
    ['除夕打电话', '5 Feb 2027'],
    ['大年夜给妈妈打电话', '5 Feb 2027'],
    ['春节 拜年', '6 Feb 2027'],
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

describe('a festival that stands bare before what is said or whom is meant', () => {
  beforeEach(async () => {
    await house.say('/add 张三 zhang@example.com');
  });

  it.each(['除夕 发货通知', '春节 祝您新年快乐', '除夕给您打电话'])(
    'is offered as a day by /later, and nothing leaves: %s',
    async (words) => {
      const reply = await house.say(`/later 张三 ${words}`);
      const [offered] = buttonsOf(reply).filter(({ command }) => command.startsWith('/later'));
      expect(offered?.label).toMatch(/[56] Feb 2027/);
      expect(await house.db.sql`select id from scheduled_answers`).toEqual([]);
    },
  );

  it('is offered as a day by /snooze, beside whoever is named', async () => {
    const reply = await house.say('/snooze 春节 张三');
    const labels = buttonsOf(reply).map(({ label }) => label);
    expect(labels[0]).toContain('6 Feb 2027');
    expect(buttonsOf(reply)[0]?.command).toMatch(/^\/snooze 张三 2027-02-06/);
  });
});
