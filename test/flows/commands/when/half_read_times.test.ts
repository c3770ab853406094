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

describe('a task whose time is not understood', () => {
  it.each([
    ['/task next bank holiday close shop', 'next bank holiday'],
    ['/task on payday pay rent', 'on payday'],
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
