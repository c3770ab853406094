import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('Hello', { chat: '7', from: { address: '7', name: 'Mia', language: 'en' } }));
  }),
);

const local = (at: Date) => at.toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
const absences = async () =>
  (
    await house.db.sql<{ from: Date; until: Date; texts: object }>`
      select starts_at as from, until, texts from absences where back_at is null order by id`
  ).map(({ from, until, texts }) => `${local(from)} → ${local(until)} ${JSON.stringify(texts)}`);
const scheduled = () => house.db.sql`select 1 from scheduled_answers`;
const dues = async () =>
  (await house.db.sql<{ title: string; due: Date | null }>`select title, due_at as due from tasks order by id`).map(
    ({ title, due }) => `${due ? local(due) : '-'} ${title}`,
  );

/** The house's clock stands at Saturday 21 November 2026, 12:00 in Shanghai. */
describe('an absence', () => {
  it.each([
    ['24.12.-2.1.', '2026-12-24 00:00 → 2027-01-02 23:59 {}'],
    ['2027.1.1-1.3', '2027-01-01 00:00 → 2027-01-03 23:59 {}'],
    ['tomorrow around 3', '2026-11-21 12:00 → 2026-11-22 15:00 {}'],
    ['到明天大概三点', '2026-11-21 12:00 → 2026-11-22 15:00 {}'],
    ['半个月', '2026-11-21 12:00 → 2026-12-06 09:00 {}'],
  ])('%s is read whole', async (words, kept) => {
    expect(await house.say(`/away ${words}`)).not.toHaveProperty('failed');
    expect(await absences()).toEqual([kept]);
  });

  it.each([
    'tomorrow after 3',
    'tomorrow late',
    'tomorrow lunch',
    'tomorrow before noon',
    'tomorrow from 3',
    'before christmas',
    '春节前',
    '圣诞前两天',
    '20 nov',
    '11月20日',
    'feb 29',
    'from 20 nov for 3 days',
    '0d',
    '三四天',
    'bank holiday',
  ])('%s begins only after a tap', async (words) => {
    const asked = await house.say(`/away ${words}`);
    expect(asked.failed).toBe(true);
    expect(await absences()).toEqual([]);
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await absences()).toHaveLength(1);
    expect((await absences())[0]).toContain('{}');
  });
});

it('an absence until what may be an hour, or begin what customers are told, begins only after a tap', async () => {
  for (const [when, told] of [
    ['周五', '1900 是热线'],
    ['明天', '0830 月饼到了'],
    ['until monday', '0900 a box is waiting'],
  ]) {
    const asked = await house.say(`/away ${when} ${told}`);
    expect(buttonsOf(asked).map(({ label }) => label.includes(told!))).toEqual([false, true]);
  }
  expect(await absences()).toEqual([]);
});

describe('an answer for later', () => {
  it.each([
    'tomorrow after 3 your parcel is ready',
    'tomorrow no later than 5 your parcel is ready',
    'tomorrow towards evening your parcel is ready',
    'tomorrow early your parcel is ready',
    '明天三点前 您的货到了',
    '24.12.-2.1. we are closed',
    '20 nov we are closed',
    '春节前 您的货到了',
    'before christmas we are closed',
  ])('%s leaves only after a tap', async (words) => {
    const asked = await house.say(`/later Mia ${words}`);
    expect(asked.failed).toBe(true);
    expect(await scheduled()).toEqual([]);
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await scheduled()).toHaveLength(1);
  });

  it('around an hour leaves at that hour, without the word', async () => {
    expect(await house.say('/later Mia tomorrow around 3 Your parcel is ready')).toMatchObject({
      text: '⏰ tomorrow 15:00 to Mia',
      quote: 'Your parcel is ready',
    });
  });
});

describe('a task', () => {
  it('with a date that was just over has no time before a tap, and keeps its words', async () => {
    const reply = await house.say('/task 11月20日 交房租');
    expect(await dues()).toEqual(['- 11月20日 交房租']);
    await house.say(buttonsOf(reply)[0]!.command);
    expect(await dues()).toEqual(['2027-11-20 09:00 11月20日 交房租']);
  });

  it.each([
    ['1730 call', ['2026-11-21 17:30']],
    ['call anna at 3 or 4', ['2026-11-21 15:00', '2026-11-21 16:00']],
  ])('%s is offered its times', async (words, times) => {
    const buttons = buttonsOf(await house.say(`/task ${words}`));
    const commands = buttons.flatMap(({ command }) => (command.startsWith('/postpone') ? [command.slice(-16)] : []));
    expect(commands).toEqual(times);
  });

  it.each(['20 nov', 'before christmas', '圣诞前'])('is postponed to %s only by a tap', async (words) => {
    await house.say('/task call Kim');
    const asked = await house.say(`/postpone 1 ${words}`);
    expect(asked.failed).toBe(true);
    expect(await dues()).toEqual(['- call Kim']);
    await house.say(buttonsOf(asked)[0]!.command);
    expect(await dues()).not.toEqual(['- call Kim']);
  });
});

describe('a task whose time stands between who and what', () => {
  it.each([
    ['/task hal fri 10:30 call', '2026-11-27 10:30 hal fri 10:30 call'],
    ['/task lunch thursday 1pm with Ann', '2026-11-26 13:00 lunch thursday 1pm with Ann'],
    ['/task ring Olu friday 4pm about the parcel', '2026-11-27 16:00 ring Olu friday 4pm about the parcel'],
    ['/任务 和老梁周五三点半通话', '2026-11-27 15:30 和老梁周五三点半通话'],
    ['/任务 给林可明天下午两点回电', '2026-11-22 14:00 给林可明天下午两点回电'],
  ])('is due at the hour that was said: %s', async (line, kept) => {
    await house.say(line);
    expect(await dues()).toEqual([kept]);
  });

  it('is offered at that hour where it is typed as plain words', async () => {
    await house.type('lunch thursday 1pm with Ann');
    const labels = buttonsOf((await house.cards()).at(-1)!).map(({ label }) => label);
    expect(labels).toContain('Task · Thu 13:00');
  });
});

describe('a task whose day stands at one end and its hour amid the words', () => {
  it.each([
    ['/task tomorrow call Anna at 3 about the pot', '2026-11-22 15:00 call Anna at 3 about the pot'],
    ['/task monday bring 3 cups at 4 to Tom', '2026-11-23 16:00 bring 3 cups at 4 to Tom'],
    ['/task call at 3pm Anna tomorrow', '2026-11-22 15:00 call at 3pm Anna'],
    ['/task tomorrow meet Tom at noon in the cafe', '2026-11-22 12:00 meet Tom at noon in the cafe'],
    ['/task tomorrow ask Tom by 5pm about the glaze', '2026-11-22 17:00 ask Tom by 5pm about the glaze'],
    ['/task tomorrow ask Tom at 3pm about the 5pm class', '2026-11-22 15:00 ask Tom at 3pm about the 5pm class'],
    ['/task call Tom tomorrow about the pot at 3pm', '2026-11-22 15:00 call Tom tomorrow about the pot at 3pm'],
    ['/任务 明天给李四下午三点打电话', '2026-11-22 15:00 给李四下午三点打电话'],
    ['/任务 明天去文三路12号下午2点取货', '2026-11-22 14:00 去文三路12号下午2点取货'],
    ['/任务 下周三跟王总在10点半开会', '2026-11-25 10:30 跟王总在10点半开会'],
    ['/任务 给李四明天打电话，下午3点', '2026-11-22 15:00 给李四明天打电话，下午3点'],
    ['/任务 12月3号下午给吴刚报价5点', '2026-12-03 17:00 给吴刚报价5点'],
    ['/task tomorrow afternoon call Kim at 4', '2026-11-22 16:00 call Kim at 4'],
    ['/task friday pay invoice 1930', '2026-11-27 09:00 pay invoice 1930'],
    ['/task friday pick up parcel at 12 Mill Lane', '2026-11-27 09:00 pick up parcel at 12 Mill Lane'],
    ['/task monday order 5 boxes at 20 each', '2026-11-23 09:00 order 5 boxes at 20 each'],
  ])('is due at that hour: %s', async (line, kept) => {
    const reply = await house.say(line);
    expect(await dues()).toEqual([kept]);
    expect(reply.hint).toBeUndefined();
  });

  it.each([
    ['/task tomorrow at the shop by 5 pack the parcel', 'by 5', '2026-11-22 09:00', '2026-11-22 17:00'],
    ['/task call Kim tomorrow at 9 and Tom at 10', 'at 10', '2026-11-22 09:00', '2026-11-22 10:00'],
    ['/task tomorrow ring Tom at 3 or 4 about the pot', 'at 3', '2026-11-22 09:00', '2026-11-22 15:00'],
    ['/task tomorrow ask about the 5pm class', '5pm', '2026-11-22 09:00', '2026-11-22 17:00'],
    ['/task call Kim about friday please, at 3pm', 'friday', '2026-11-21 15:00', '2026-11-27 15:00'],
    ['/task friday class 1900', '1900', '2026-11-27 09:00', '2026-11-27 19:00'],
    ['/任务 周五 上课 1930', '1930', '2026-11-27 09:00', '2026-11-27 19:30'],
    ['/任务 明天上午 发货3点', '3点', '2026-11-22 10:00', '2026-11-22 15:00'],
    ['/任务 明天问5点的快递到没到', '5点', '2026-11-22 09:00', '2026-11-22 17:00'],
    ['/任务 明天找李四三点取壶', '三点', '2026-11-22 09:00', '2026-11-22 15:00'],
  ])('is asked about where that is not sure: %s', async (line, said, due, offered) => {
    const reply = await house.say(line);
    expect((await dues())[0]!.slice(0, 16)).toBe(due);
    expect(reply.hint).toContain(`“${said}`);
    const moves = buttonsOf(reply).filter(({ command }) => command.startsWith('/postpone'));
    expect(moves.map(({ command }) => command.slice(-16))).toEqual([offered]);
  });

  it('is offered at that hour where it is typed as plain words', async () => {
    await house.type('tomorrow ring Olu at 3 about the pot');
    const labels = buttonsOf((await house.cards()).at(-1)!).map(({ label }) => label);
    expect(labels).toContain('Task · tomorrow 15:00');
  });

  it('comes back at it with what is to be done behind it: 8点 and 点钱', async () => {
    await house.say('/任务 每个工作日8点点钱');
    expect(await dues()).toEqual(['2026-11-23 08:00 点钱']);
  });
});

describe('a task whose time is not understood', () => {
  it.each([
    ['/task next bank holiday close shop', 'next bank holiday'],
    ['/task on payday pay rent', 'on payday'],
    ['/task 2 weeks from 3pm call Kim', '2 weeks from 3pm'],
    ['/task be there 2 hours before the flight', '2 hours before the flight'],
    ['/任务 腊月三十一 祭灶', '腊月三十一'],
    ['/任务 农历八月三十一 祭祖', '农历八月三十一'],
    ['/任务 饭后两小时 吃药', '饭后两小时'],
    ['/task two hours from the 5th call', 'two hours from the 5th'],
    ['/task call the bank asap', 'asap'],
    ['/task as soon as possible call the bank', 'as soon as possible'],
    ['/任务 发工资那天 交房租', '发工资那天'],
    ['/任务 开业那天 送花', '开业那天'],
    ['/任务 尽快 打给银行', '尽快'],
    ['/任务 补发一块饼，周五下班前', '周五下班前'],
    ['/任务 本周最后一个工作日5点开票', '本周最后一个工作日5点'],
    ['/任务 两个工作日内给李四回电', '两个工作日内'],
    ['/task call Kim within 2 working days', 'within 2 working days'],
    ['/task 2 working days before friday at 9 call Tom', '2 working days before friday at 9'],
  ])('says so, and offers no other hour: %s', async (line, said) => {
    const reply = await house.say(line);
    expect(reply.hint).toContain(`“${said}”`);
    expect(buttonsOf(reply).filter(({ command }) => command.startsWith('/postpone'))).toEqual([]);
  });

  it.each([
    ['/task refund the order from the 3rd', 'from the 3rd', '2026-12-03 09:00'],
    ['/task look at mail received Thursday', 'Thursday', '2026-11-26 09:00'],
    ['/task follow up on the call we had Monday', 'Monday', '2026-11-23 09:00'],
    ['/task pick up the cake we ordered Friday 3pm', 'Friday 3pm', '2026-11-27 15:00'],
  ])('says so, where something was that day, and offers it: %s', async (line, said, offered) => {
    const reply = await house.say(line);
    expect(await dues()).toEqual([`- ${line.slice('/task '.length)}`]);
    expect(reply.hint).toContain(`“${said}”`);
    const moves = buttonsOf(reply).filter(({ command }) => command.startsWith('/postpone'));
    expect(moves.map(({ command }) => command.slice(-16))).toEqual([offered]);
  });

  it.each([
    ['/任务 周五 1903 开会', '1903', '2026-11-27 09:00', '2026-11-27 19:03'],
    ['/task Friday 2400 boxes', '2400', '2026-11-27 09:00', '2026-11-28 00:00'],
    ['/任务 明天上午给王总报价2点', '2点', '2026-11-22 10:00', '2026-11-22 14:00'],
    ['/任务 周五1530 或 1600 看房', '或 1600', '2026-11-27 15:30', '2026-11-27 16:00'],
    ['/task tomorrow 2000 boxes', '2000', '2026-11-22 09:00', '2026-11-22 20:00'],
  ])('is offered at the hour of its own day: %s', async (line, said, due, offered) => {
    const reply = await house.say(line);
    expect(await dues()).toEqual([`${due} ${line.replace(/^\S+ /, '')}`]);
    expect(reply.hint).toContain(`“${said}”`);
    const moves = buttonsOf(reply).filter(({ command }) => command.startsWith('/postpone'));
    expect(moves.map(({ command }) => command.slice(-16))).toEqual([offered]);
  });

  it.each([
    ['/task twice a week call the supplier', 'twice a week'],
    ['/任务 每月农历十五 上香', '每月农历十五 上香'],
    ['/任务 每月1号以外每天9点开店', '每月1号以外'],
    ['/任务 节假日以外每天9点开店', '节假日以外每天'],
    ['/task every weekend except sunday at 10 stall', 'every weekend except sunday'],
  ])('asks on which days it comes back, where no first one is known: %s', async (line, said) => {
    const { hint } = await house.say(line);
    expect(hint).toContain(`“${said}”. Say on which days`);
  });

  it('of which only half is known is shown with no rule', async () => {
    await house.type('每月农历十五上香');
    expect(buttonsOf((await house.cards()).at(-1)!).filter(({ label }) => label.includes('↻'))).toEqual([]);
  });

  it('comes back as it did where only its next time is moved, which is said', async () => {
    await house.say('/task every month on the 1st rent');
    expect((await house.say('/postpone 1 3 dec 9am')).hint).toBe(
      'Only this time. It still comes every month on the 1st 09:00.',
    );
  });
});
