import { beforeEach, describe, expect, it } from 'vitest';
import type { Button } from '../../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'US' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('Hello?', { from: { address: '1001', name: 'Mia', language: 'en' } }));
  }),
);

const local = (at: Date) => at.toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
const tasks = async () =>
  (await house.db.sql<{ title: string; due: Date | null }>`select title, due_at as due from tasks order by id`).map(
    ({ title, due }) => `${title}${due ? ` @ ${local(due)}` : ''}`,
  );
const scheduled = async () =>
  (await house.db.sql<{ text: string; due: Date }>`select text, due_at as due from scheduled_answers order by id`).map(
    ({ text, due }) => `${text} @ ${local(due)}`,
  );
const absences = async () =>
  (
    await house.db.sql<{ from: Date; until: Date; texts: object }>`
      select starts_at as from, until, texts from absences where back_at is null order by id`
  ).map(({ from, until, texts }) => `${local(from)} → ${local(until)} ${JSON.stringify(texts)}`);

/** The house's clock stands at Saturday 21 November 2026, 12:00 in Shanghai. */
describe('a task', () => {
  it.each([
    ['tomorrow call Kim at 5pm', 'call Kim @ 2026-11-22 17:00'],
    ['remind me tomorrow at 3pm to call Kim', 'call Kim @ 2026-11-22 15:00'],
    ['tomorrow 3pm remind me to call Kim', 'call Kim @ 2026-11-22 15:00'],
    ['明天下午3点半提醒我给李雷回电话', '给李雷回电话 @ 2026-11-22 15:30'],
    ['记得明天10点给李雷回电话', '给李雷回电话 @ 2026-11-22 10:00'],
    ['call Kim tomorrow between 3 and 4pm', 'call Kim tomorrow between 3 and 4pm @ 2026-11-22 15:00'],
    ['ring Leo Monday from 3 to 4pm', 'ring Leo Monday from 3 to 4pm @ 2026-11-23 15:00'],
    ['pay the fee that is due on Monday', 'pay the fee that is due on Monday @ 2026-11-23 09:00'],
    ['meet the guest who lands on Friday', 'meet the guest who lands on Friday @ 2026-11-27 09:00'],
    ['the rent is due on Monday', 'the rent @ 2026-11-23 09:00'],
    ['call Kim 2 weeks from Monday', 'call Kim @ 2026-12-07 09:00'],
  ])('%s is kept as %s, and nothing more is said', async (words, kept) => {
    expect(await house.say(`/task ${words}`)).not.toHaveProperty('hint');
    expect(await tasks()).toEqual([kept]);
  });

  it.each([
    ['提醒我八点半关店', '关店 @ 2026-11-21 20:30', '2026-11-22 08:30'],
    ['七点 接孩子', '接孩子 @ 2026-11-21 19:00', '2026-11-22 07:00'],
    ['remind me at 8 to close', 'close @ 2026-11-21 20:00', '2026-11-22 08:00'],
    // of later hours the morning's is as likely
    ['十点 给王姐打电话', '给王姐打电话 @ 2026-11-22 10:00', '2026-11-21 22:00'],
    ['remind me at 10 to call', 'call @ 2026-11-22 10:00', '2026-11-21 22:00'],
  ])(
    '%s said at noon is the next such hour, and the other half of the day is a tap away',
    async (words, kept, other) => {
      const reply = await house.say(`/task ${words}`);
      expect(buttonsOf(reply).map(({ command }) => command)).toContain(`/postpone 1 ${other}`);
      expect(await tasks()).toEqual([kept]);
    },
  );

  it.each([
    ['早上八点半 开店', '开店 @ 2026-11-22 08:30'],
    ['明天八点提醒我开店', '开店 @ 2026-11-22 08:00'],
    ['remind me at 8am to open', 'open @ 2026-11-22 08:00'],
    ['周末提醒我大扫除', '大扫除 @ 2026-11-21 13:00'],
    ['周末上午十点 大扫除', '大扫除 @ 2026-11-22 10:00'],
    ['下周末提醒我大扫除', '大扫除 @ 2026-11-28 09:00'],
    ['clean up at the weekend', 'clean up @ 2026-11-21 13:00'],
    ['remind me tues 9am to call', 'call @ 2026-11-24 09:00'],
    ['thurs 9am call', 'call @ 2026-11-26 09:00'],
  ])('%s is kept as %s, once', async (words, kept) => {
    expect(await house.say(`/task ${words}`)).not.toHaveProperty('hint');
    expect(await tasks()).toEqual([kept]);
    expect(await house.db.sql`select from tasks where repeats is not null`).toEqual([]);
  });

  it.each([
    ['follow up about the order from last Friday'],
    ['跟进上周五的订单'],
    ['count 14 boxes of 250 g'],
    ['给张三打电话'],
    ['review 3 quotes, the 2027 forecast'],
  ])('%s holds no time, and nothing is said of one', async (words) => {
    expect(await house.say(`/task ${words}`)).not.toHaveProperty('hint');
    expect(await tasks()).toEqual([words]);
  });

  it.each([
    ['Feb 30 renew', 'Feb 30'],
    ['renew at 25:00', '25:00'],
    ['2027年2月29日 续费', '2027年2月29日'],
    ['13/32 renew', '13/32'],
    ['tomorrow call Kim at 25:00', '25:00'],
    ['call Kim on the 30th of February', '30th of February'],
  ])('%s is kept, and it is said that %s cannot be used', async (words, unread) => {
    const reply = await house.say(`/task ${words}`);
    expect(reply.hint).toContain(`“${unread}”`);
    expect((await tasks())[0]).toContain(unread);
  });

  it.each([
    ['tomorrow 10 call her', '2026-11-22 09:00', '10', '2026-11-22 10:00'],
    ['tomorrow 930 call her', '2026-11-22 09:00', '930', '2026-11-22 09:30'],
    ['next tuesday 4 call her', '2026-11-24 09:00', '4', '2026-11-24 16:00'],
    ['Mon or Tue call her', '2026-11-23 09:00', 'or Tue', '2026-11-24 09:00'],
    ['周一或周二 打电话', '2026-11-23 09:00', '或周二', '2026-11-24 09:00'],
    ['明天 10 打电话', '2026-11-22 09:00', '10', '2026-11-22 10:00'],
  ])(
    '%s: what of the time was left is said, offered on its day, and stays in the title',
    async (words, due, left, offered) => {
      await house.type(`/task ${words}`);
      const reply = (await house.cards()).at(-1)!;
      expect(reply.hint).toContain(`“${left}”`);
      expect(await tasks()).toEqual([`${words} @ ${due}`]);
      await house.press(buttonsOf(reply)[0]!.command);
      expect(await tasks()).toEqual([`${words} @ ${offered}`]);
    },
  );

  it.each([
    ['tomorrow 10-12 fair', '2026-11-22 10:00'],
    ['mon-wed fair', '2026-11-23 09:00'],
    ['12月1号到5号 展会', '2026-12-01 09:00'],
    ['明天下午三点到五点 开会', '2026-11-22 15:00'],
  ])('%s is remembered when it begins, and keeps its words', async (words, due) => {
    expect(await house.say(`/task ${words}`)).not.toHaveProperty('hint');
    expect(await tasks()).toEqual([`${words} @ ${due}`]);
  });

  it('a day or an hour, nobody can tell: both are offered', async () => {
    const reply = await house.say('/task 11.25 renew');
    expect(reply.hint).toContain('“11.25”');
    expect(
      buttonsOf(reply)
        .map(({ command }) => command)
        .slice(0, 2),
    ).toEqual(['/postpone 1 2026-11-25 09:00', '/postpone 1 2026-11-22 11:25']);
  });

  it.each(['review 3.30 kg of tea', 'pay 3.30 USD', '3 boxes for Kim'])(
    'in %s no number is taken for a time',
    async (words) => {
      expect(await house.say(`/task ${words}`)).not.toHaveProperty('hint');
    },
  );

  it('a time of day amid the words is its time, and a day alone one tap away', async () => {
    const reply = await house.say('/task call Kim tomorrow at 5pm about the invoice');
    expect(reply.text).toContain('tomorrow 17:00');
    await house.type('/task call Kim on Friday about the invoice');
    await house.press('⏰ Fri 09:00');
    expect(await tasks()).toContain('call Kim on Friday about the invoice @ 2026-11-27 09:00');
  });

  it.each([
    ['monthly report', 'monthly', '2026-12-01 09:00'],
    ['每小时 看一下烤箱', '每小时', undefined],
    ['weekly report to Kim', 'weekly', '2026-11-23 09:00'],
  ])('%s is kept; that %s does not come back is said, its first time offered', async (words, said, first) => {
    await house.type(`/task ${words}`);
    const reply = (await house.cards()).at(-1)!;
    expect(reply.hint).toContain(`“${said}”`);
    expect(await tasks()).toEqual([words]);
    if (first === undefined) return;
    await house.press(buttonsOf(reply)[0]!.command);
    expect(await tasks()).toEqual([`${words} @ ${first}`]);
  });

  it('is not postponed to half a time', async () => {
    await house.say('/task call Kim');
    expect((await house.say('/postpone 1 tomorrow 25:00')).failed).toBe(true);
    expect(await tasks()).toEqual(['call Kim']);
  });
});

describe('a task of something that was', () => {
  it.each([
    ['call back the boy who rang at 9am', 'tomorrow 09:00'],
    ['find out why it snowed in at 9am', 'tomorrow 09:00'],
    ['ring the courier who left at 8am', 'tomorrow 08:00'],
    ['replace the lamp that gave out on Thursday', 'Thu 09:00'],
    ['周四发生的故障写报告', 'Thu 09:00'],
  ])('keeps its title whole, and its day is only offered: %s', async (words, at) => {
    const reply = await house.say(`/task ${words}`);
    expect(await tasks()).toEqual([words]);
    expect(buttonsOf(reply)[0]!.label).toContain(at);
  });

  it('of two days the first is taken, and the other offered', async () => {
    const reply = await house.say('/task ring Leo Monday or Tuesday');
    expect(await tasks()).toEqual(['ring Leo Monday or Tuesday @ 2026-11-23 09:00']);
    expect(buttonsOf(reply)[0]!.label).toContain('Tue');
  });
});

describe('an answer for later', () => {
  it.each([
    ['tomorrow 1900 Hi Mia, shall we talk?', 'Hi Mia, shall we talk? @ 2026-11-22 19:00'],
    ['tomorrow at 1900 the tea is here', 'the tea is here @ 2026-11-22 19:00'],
    ['tomorrow 7.30pm Shall we talk?', 'Shall we talk? @ 2026-11-22 19:30'],
    ['tomorrow call me at 5pm', 'call me at 5pm @ 2026-11-22 09:00'],
    ['2 weeks from Monday hi', 'hi @ 2026-12-07 09:00'],
    ['tomorrow 9am 20 boxes are ready', undefined],
    ['friday, 1900: We talk', 'We talk @ 2026-11-27 19:00'],
    ['明天1900 您好，茶到了', '您好，茶到了 @ 2026-11-22 19:00'],
    ['明天19:00 月饼到了', '月饼到了 @ 2026-11-22 19:00'],
    ['31 Dec 2400: Happy new year', 'Happy new year @ 2027-01-01 00:00'],
    ['friday 1900€ it is', '1900€ it is @ 2026-11-27 09:00'],
    ['friday 1,900 it is', '1,900 it is @ 2026-11-27 09:00'],
    ['周一 1900元。谢谢', '1900元。谢谢 @ 2026-11-23 09:00'],
  ])('%s', async (words, kept) => {
    await house.say(`/later Mia ${words}`);
    expect(await scheduled()).toEqual(kept ? [kept] : []);
  });

  it.each([
    ['friday 1900 for the pair', 'for the pair @ 2026-11-27 19:00', '1900 for the pair @ 2026-11-27 09:00'],
    [
      'friday 1900 is our final offer',
      'is our final offer @ 2026-11-27 19:00',
      '1900 is our final offer @ 2026-11-27 09:00',
    ],
    [
      'friday 1500 you transferred too much',
      'you transferred too much @ 2026-11-27 15:00',
      '1500 you transferred too much @ 2026-11-27 09:00',
    ],
    ['friday 1900 请转账给我', '请转账给我 @ 2026-11-27 19:00', '1900 请转账给我 @ 2026-11-27 09:00'],
    ['friday 2010 wine is back', 'wine is back @ 2026-11-27 20:10', '2010 wine is back @ 2026-11-27 09:00'],
    ['friday evening 1900 net', 'net @ 2026-11-27 19:00', '1900 net @ 2026-11-27 19:00'],
    ['friday 2400 we agreed', 'we agreed @ 2026-11-28 00:00', '2400 we agreed @ 2026-11-27 09:00'],
    ['friday 1800 cups are here', 'cups are here @ 2026-11-27 18:00', '1800 cups are here @ 2026-11-27 09:00'],
    ['friday 1900 a box is waiting', 'a box is waiting @ 2026-11-27 19:00', '1900 a box is waiting @ 2026-11-27 09:00'],
    ['friday 1900 per month', 'per month @ 2026-11-27 19:00', '1900 per month @ 2026-11-27 09:00'],
    ['friday 1500 I would take', 'I would take @ 2026-11-27 15:00', '1500 I would take @ 2026-11-27 09:00'],
    ['friday 2000, the last price', 'the last price @ 2026-11-27 20:00', '2000, the last price @ 2026-11-27 09:00'],
    ['周五1900月饼到了', '月饼到了 @ 2026-11-27 19:00', '1900月饼到了 @ 2026-11-27 09:00'],
    ['周五 1900元旦快乐', '元旦快乐 @ 2026-11-27 19:00', '1900元旦快乐 @ 2026-11-27 09:00'],
    ['周五1500是押金', '是押金 @ 2026-11-27 15:00', '1500是押金 @ 2026-11-27 09:00'],
    ['12月31日2359 新年快乐', '新年快乐 @ 2026-12-31 23:59', '2359 新年快乐 @ 2026-12-31 09:00'],
    [
      'tonight 1900 a box is waiting',
      'a box is waiting @ 2026-11-21 19:00',
      '1900 a box is waiting @ 2026-11-21 20:00',
    ],
    ['今晚1900 月饼到了', '月饼到了 @ 2026-11-21 19:00', '1900 月饼到了 @ 2026-11-21 20:00'],
    ['12月31日晚上2359 新年快乐', '新年快乐 @ 2026-12-31 23:59', '2359 新年快乐 @ 2026-12-31 20:00'],
    ['周五 1900 您好像多付了', '您好像多付了 @ 2026-11-27 19:00', '1900 您好像多付了 @ 2026-11-27 09:00'],
    ['friday 1900 Hello Kitty cups', 'Hello Kitty cups @ 2026-11-27 19:00', '1900 Hello Kitty cups @ 2026-11-27 09:00'],
    ['friday 1900 - final offer', 'final offer @ 2026-11-27 19:00', '1900 - final offer @ 2026-11-27 09:00'],
    ['周五 1900 见', '见 @ 2026-11-27 19:00', '1900 见 @ 2026-11-27 09:00'],
  ])('of %s both readings are asked, each with the words that would leave', async (words, hour, whole) => {
    const asked = await house.say(`/later Mia ${words}`);
    expect(await scheduled()).toEqual([]);
    for (const { command } of buttonsOf(asked)) await house.press(command);
    expect(new Set(await scheduled())).toEqual(new Set([hour, whole]));
  });

  it.each([
    'tomorrow 25:00 Shall we talk?',
    'tomorrow 9 Shall we talk?',
    'tomorrow 9-10am Shall we talk?',
    'tomorrow 2027 Shall we talk?',
    'tomorrow 2360 Shall we talk?',
    '5 dec 2460 Shall we talk?',
    '明天2460 生日快乐',
    '12月5日2360 新年快乐',
    'friday 1967 was the year',
    'tonight 2588 is the number',
    'friday 1900-2100 tea tasting',
    '周五1998年的茶到了',
    'friday 1900/2000 We talk',
    'tomorrow - Friday hello',
    '明天9点 当地时间 您好',
    'tomorrow 9am Springfield time hello',
    'Friday Feb 30 hello',
  ])('%s leaves only when the owner has said what is meant', async (words) => {
    await house.type(`/later Mia ${words}`);
    expect(await scheduled()).toEqual([]);
    const asked = (await house.cards()).at(-1)!;
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('as a time') });
    await house.press(buttonsOf(asked)[0]!.command);
    expect(await scheduled()).toHaveLength(1);
  });
});

describe('a year further ahead than anybody plans for', () => {
  it.each(['5 dec 2047 hello', '2047-12-05 hello', '5.12.2400 hello', '2400年12月5日 你好'])(
    'is asked of %s, and one tap is enough',
    async (words) => {
      const asked = await house.say(`/later Mia ${words}`);
      expect(await scheduled()).toEqual([]);
      await house.press(buttonsOf(asked)[0]!.command);
      expect(await scheduled()).toHaveLength(1);
    },
  );
});

describe('a time by another clock', () => {
  it('is when the answer leaves, wherever the owner is', async () => {
    await house.say('/later Mia tomorrow 9am EST Shall we talk?');
    expect(await scheduled()).toEqual(['Shall we talk? @ 2026-11-22 22:00']);
  });

  it.each([
    '/later Mia tomorrow 9am CST Shall we talk?',
    '/away Friday 9am CST at a fair',
    '/snooze Mia tomorrow 9am CST',
    '/taskall tomorrow 9am CST call where Mia',
  ])('%s is asked about, with a button for each clock', async (words) => {
    const before = await house.state();
    await house.type(words);
    const asked = (await house.cards()).at(-1)!;
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('More than one time zone') });
    expect(await house.state()).toEqual(before);
    const labels = buttonsOf(asked).map(({ label }) => label);
    expect(labels).toEqual([expect.stringContaining('09:00'), expect.stringContaining('23:00')]);
    expect(await house.press(labels[1]!)).not.toHaveProperty('failed');
  });

  it('of a task is the first it may be, and the other is a tap away', async () => {
    await house.type('/task tomorrow 9am CST call Bob');
    const made = (await house.cards()).at(-1)!;
    expect(made).toMatchObject({
      text: expect.stringContaining('09:00: call Bob'),
      hint: expect.stringContaining('time zone'),
    });
    expect((await house.press(buttonsOf(made)[0]!.label)).text).toContain('23:00: call Bob');
  });
});

describe('away from one day to another', () => {
  it.each(['12/24-1/2', 'Dec 24 - Jan 2', 'Dec 24 to Jan 2', '12月24日到1月2日', 'from 24 Dec until 2 Jan'])(
    '%s begins and ends when it says, and tells customers none of it',
    async (words) => {
      const reply = await house.say(`/away ${words}`);
      expect(await absences()).toEqual(['2026-12-24 00:00 → 2027-01-02 23:59 {}']);
      expect(reply.title).toBe('🌴 Away from 24 Dec 00:00 until 2 Jan 2027 23:59');
      await house.happen(telegramMessage('Are you open?', { from: { address: '1001', name: 'Mia' } }));
      expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
      house.now = new Date('2026-12-26T04:00:00Z');
      await house.happen(telegramMessage('Are you open now?', { from: { address: '1001', name: 'Mia' } }));
      expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(1);
    },
  );

  it('is taken back by /away off before it begins, and by /undo exactly', async () => {
    const before = await house.state();
    await house.say('/away Dec 24 - Jan 2 I ski');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    await house.say('/away Dec 24 - Jan 2 I ski');
    await house.say('/away off');
    expect(await absences()).toEqual([]);
    house.now = new Date('2026-12-26T04:00:00Z');
    expect((await house.say('/away')).text).toContain('You are not away');
  });

  it.each(['tomorrow 25:00', 'Friday 9am local time back soon', 'tomorrow 9'.replace('9', '99'), 'Dec 24 Feb 30'])(
    '%s is asked about, not told to customers',
    async (words) => {
      await house.type(`/away ${words}`);
      expect(await absences()).toEqual([]);
      await house.press(buttonsOf((await house.cards()).at(-1)!)[0]!.command);
      expect((await absences())[0]).toContain('{}');
    },
  );
});

describe('who is back', () => {
  it.each([
    ['presses the button twice', (button: Button) => house.press(button)],
    ['says it twice', () => house.say('/away off')],
  ])('and %s keeps what is planned', async (_, again) => {
    await house.type('/away Dec 24 - Jan 2');
    await house.type('/away 3d');
    const off = buttonsOf((await house.cards()).at(-1)!).find(({ command }) => command === '/away off')!;
    expect((await house.press(off)).title).toContain('Welcome back');
    expect((await again(off)).title).toContain('Away from 24 Dec');
    expect(await absences()).toEqual(['2026-12-24 00:00 → 2027-01-02 23:59 {}']);
  });

  it('long ago, and presses the button of an old card, keeps what is planned', async () => {
    await house.type('/away 3d');
    await house.type('/away');
    await house.say('/away off');
    await house.say('/away Dec 24 - Jan 2');
    house.now = new Date(house.now.getTime() + 5 * 3_600_000);
    await house.press('/away off');
    expect(await absences()).toHaveLength(1);
  });

  it('before it begins takes back what is planned, and reads which', async () => {
    await house.say('/away Dec 24 - Jan 2');
    expect((await house.say('/away off')).text).toContain('24 Dec 00:00 – 2 Jan');
  });
});

describe('an absence in few words', () => {
  it.each([
    ['明天回来', '2026-11-21 12:00 → 2026-11-22 09:00 {}'],
    ['12月5日回来 去云南', '2026-11-21 12:00 → 2026-12-05 09:00 {"zh-CN":"去云南"}'],
    ['back on Friday', '2026-11-21 12:00 → 2026-11-27 09:00 {}'],
    ['Friday, back', '2026-11-21 12:00 → 2026-11-27 09:00 {}'],
    ['明天一天', '2026-11-22 00:00 → 2026-11-22 23:59 {}'],
    ['Friday all day', '2026-11-27 00:00 → 2026-11-27 23:59 {}'],
    ['三天', '2026-11-21 12:00 → 2026-11-24 09:00 {}'],
    ['next week', '2026-11-23 00:00 → 2026-11-29 23:59 {}'],
    ['下周 参展', '2026-11-23 00:00 → 2026-11-29 23:59 {"zh-CN":"参展"}'],
    ['下個禮拜', '2026-11-23 00:00 → 2026-11-29 23:59 {}'],
    ['next weekend', '2026-11-28 00:00 → 2026-11-29 23:59 {}'],
    ['until next week', '2026-11-21 12:00 → 2026-11-23 09:00 {}'],
    ['until next week Friday', '2026-11-21 12:00 → 2026-11-27 09:00 {}'],
    ['next month', '2026-12-01 00:00 → 2026-12-31 23:59 {}'],
  ])('%s', async (words, kept) => {
    expect(await house.say(`/away ${words}`)).not.toHaveProperty('failed');
    expect(await absences()).toEqual([kept]);
  });

  it('of whole days is over, for customers, on the day after', async () => {
    const reply = await house.say('/away 12月1日到12月5日');
    expect(reply.fields?.map(({ value }) => value)).toEqual([
      expect.stringContaining('12月6日'),
      expect.stringContaining('December 6'),
    ]);
  });

  it.each([
    ['12月24日到1月2日', '1月2日到1月5日', '12月24日', '2027年1月5日'],
    ['Dec 24 - Jan 2', 'Jan 2 - Jan 5', 'Dec 24', 'Jan 5'],
    ['Dec 24 - Jan 2', 'Dec 20 - Dec 26', 'Dec 20', 'Jan 2'],
  ])('that overlaps a planned one (%s, then %s) never takes its place unsaid', async (first, second) => {
    await house.say(`/away ${first}`);
    const [before] = await house.db.sql`select id, starts_at, until from absences`;
    const asked = await house.say(`/away ${second} I ski`);
    expect(asked.failed).toBe(true);
    expect(await house.db.sql`select id, starts_at, until from absences`).toEqual([before]);
    const [both, only] = buttonsOf(asked).map(({ command }) => command);
    expect((await house.say(both!)).hint).toContain('24');
    expect(await house.db.sql`select from absences where until - starts_at > interval '9 days'`).toHaveLength(1);
    await house.say('/undo');
    await house.say(only!);
    const planned = await house.db.sql<{ days: number; texts: object }>`
      select extract(epoch from until - starts_at)::float8 / 86400 as days, texts from absences where back_at is null`;
    expect(planned).toHaveLength(1);
    expect(planned[0]!.days).toBeLessThan(8);
    expect(Object.values(planned[0]!.texts)).toEqual(['I ski']);
  });

  it('with the same beginning is the same one, moved, and what it was is said', async () => {
    await house.say('/away Dec 24 - Jan 2');
    expect((await house.say('/away Dec 24 - Dec 28')).hint).toContain('2 Jan');
    expect(await house.db.sql`select from absences`).toHaveLength(1);
  });

  it('that is planned while another lasts does not say that messages come as usual', async () => {
    await house.say('/away 3d');
    expect(JSON.stringify(await house.say('/away Dec 24 - Jan 2'))).not.toContain('Until then');
  });

  it('planned while another lasts is the one that is shown; both are listed, each ends by its own button', async () => {
    await house.say('/away 3d');
    expect((await house.say('/away Dec 24 - Jan 2')).title).toContain('24 Dec');
    expect((await house.say('/away Feb 1 - Feb 3')).title).toContain('1 Feb');
    const state = await house.say('/away');
    expect(state.title).toContain('Away until Tue');
    expect(state.fields?.filter(({ label }) => label === 'Planned').map(({ value }) => value)).toEqual([
      '24 Dec 00:00 – 2 Jan 2027 23:59',
      '1 Feb 2027 00:00 – 3 Feb 2027 23:59',
    ]);
    await house.say('/away off');
    expect(await absences()).toHaveLength(2);
    const before = await house.state();
    await house.press(buttonsOf(await house.say('/away')).find(({ label }) => label.includes('1 Feb'))!.command);
    expect(await absences()).toEqual(['2026-12-24 00:00 → 2027-01-02 23:59 {}']);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('moved says that the words for customers are the old ones, and takes ours again by a button', async () => {
    await house.say('/away 3d I am at a fair');
    const reply = await house.say('/away 5d');
    expect(reply.hint).toContain('“I am at a fair”');
    await house.press(buttonsOf(reply).find(({ command }) => command.startsWith('/away plain'))!.command);
    expect((await absences())[0]).toContain('{}');
    expect(await house.say('/away 6d I ski')).not.toHaveProperty('hint');
  });
});

describe('a conversation that comes back later', () => {
  it('does so two weeks from Monday', async () => {
    await house.say('/snooze Mia 2 weeks from Monday');
    const [row] = await house.db.sql<{ at: Date }>`select snoozed_until as at from conversations`;
    expect(local(row!.at)).toBe('2026-12-07 09:00');
  });

  it('is not snoozed while a piece of the time is left', async () => {
    await house.type('/snooze v1 tomorrow 25:00');
    await house.press('Snooze until tomorrow 09:00');
    const [row] = await house.db.sql<{ at: Date }>`select snoozed_until as at from conversations`;
    expect(local(row!.at)).toBe('2026-11-22 09:00');
  });
});

describe('a place right behind an hour', () => {
  it.each([
    ['Mia tomorrow 9am Tokyo Good morning', 'Good morning', '2026-11-22 08:00'],
    ['Mia tomorrow 9:00 New York, hello', 'hello', '2026-11-22 22:00'],
    ['Mia tomorrow 9am London office opens', 'office opens', '2026-11-22 17:00'],
  ])('%s: whose clock is meant is asked', async (words, text, at) => {
    const asked = await house.say(`/later ${words}`);
    expect(asked.failed).toBe(true);
    expect(await scheduled()).toEqual([]);
    const [there, here] = buttonsOf(asked);
    expect(here!.command).toMatch(/09:00 \| (?:Tokyo Good|New York, hello|London office)/);
    await house.say(there!.command);
    expect(await scheduled()).toEqual([`${text} @ ${at}`]);
  });

  it.each([
    ['call Kim tomorrow 10am NYC', 'call Kim @ 2026-11-22 23:00'],
    ['call Kim tomorrow at 9am Sydney', 'call Kim @ 2026-11-22 06:00'],
    ['call Kim tomorrow 9am tokyo', 'call Kim @ 2026-11-22 08:00'],
    ['给李雷回电话 明天9点东京', '给李雷回电话 @ 2026-11-22 08:00'],
  ])('and last (%s) is its clock', async (words, kept) => {
    await house.say(`/task ${words}`);
    expect(await tasks()).toEqual([kept]);
  });

  it('that is a festival is none', async () => {
    await house.say('/later Mia tomorrow 9am Christmas sale begins');
    expect(await scheduled()).toEqual(['Christmas sale begins @ 2026-11-22 09:00']);
  });
});

describe('a time that is over', () => {
  it.each(['/task yesterday call Mia', '/task 昨天下午三点 给王芳打电话', '/task 2026-11-01 call Mia'])(
    '%s is said to be over, and no hour of today is taken for it',
    async (line) => {
      const reply = await house.say(line);
      expect(reply.hint).toMatch(/already passed/);
    },
  );

  it.each(['2026-11-01 9am hello', 'yesterday hello'])('nothing is sent at %s', async (words) => {
    expect((await house.say(`/later Mia ${words}`)).failed).toBe(true);
    expect(await scheduled()).toEqual([]);
  });
});

it.each([
  ['/task 9:30-10 review', '9:30-10 review @ 2026-11-22 09:30'],
  ['/task 三点水包装设计', '三点水包装设计 @ 2026-11-21 15:00'],
  ['/task call Kim 9am tomorrow Europe/London', 'call Kim @ 2026-11-22 17:00'],
])('%s keeps every word that may be no time', async (line, saved) => {
  const reply = await house.say(line);
  expect([undefined, 'Morning or evening was not said.']).toContain(reply.hint);
  expect(await tasks()).toEqual([saved]);
});

it('an absence until an hour in London ends by London’s clock', async () => {
  await house.say('/away until 7:30pm Dec 10 Europe/London');
  expect(await absences()).toEqual([expect.stringContaining('→ 2026-12-11 03:30')]);
});

it.each(['later call Kim', '晚点 给王芳打电话', 'the 5th call Kim'])(
  '/task %s says that its time cannot be used',
  async (words) => {
    expect((await house.say(`/task ${words}`)).hint).toBeDefined();
  },
);
