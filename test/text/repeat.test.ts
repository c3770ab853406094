import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRepeat } from '../../src/text/when/repeat/format_repeat.ts';
import { lastTimeSince, nextTime, type Repeat } from '../../src/text/when/repeat/repeat.ts';
import { parseRepeat } from '../../src/text/when/repeat/repeat_words.ts';
import { dateOf, fromWallTime, wallTime } from '../../src/text/when/zone.ts';

/** A Saturday noon in Shanghai, 4 in the morning in London. */
const now = new Date('2026-11-21T04:00:00Z');
const zh = { now, timezone: 'Asia/Shanghai', locale: 'zh-CN', country: 'CN' } as const;
const en = { now, timezone: 'Europe/London', locale: 'en', country: 'GB' } as const;

const read = (text: string, context: typeof zh | typeof en) => {
  const found = parseRepeat(text, context);
  return (
    found && `${formatRepeat(found.repeat, context.locale)} | ${found.at.toISOString().slice(0, 16)} | ${found.rest}`
  );
};

describe('what comes back', () => {
  it.each([
    ['every monday at 9 check stock', 'every Monday 09:00 | 2026-11-23T09:00 | check stock'],
    ['at 9 every tuesday call Kim', 'every Tuesday 09:00 | 2026-11-24T09:00 | call Kim'],
    ['every mon, wed and fri gym 7am', 'every Monday, Wednesday and Friday 07:00 | 2026-11-23T07:00 | gym'],
    ['call mum on sundays', 'every Sunday 09:00 | 2026-11-22T09:00 | call mum'],
    ['every other friday 4pm wages', 'every other week on Friday 16:00 | 2026-11-27T16:00 | wages'],
    ['every two weeks on thursday bins', 'every other week on Thursday 09:00 | 2026-11-26T09:00 | bins'],
    ['every first monday do the vat', 'every first Monday of the month 09:00 | 2026-12-07T09:00 | do the vat'],
    ['the last friday of the month at 5pm drinks', 'every last Friday of the month 17:00 | 2026-11-27T17:00 | drinks'],
    ['pay rent on the 1st of every month', 'every month on the 1st 09:00 | 2026-12-01T09:00 | pay rent'],
    ['every last day of the month invoices', 'every month on the last day 09:00 | 2026-11-30T09:00 | invoices'],
    ['隔周周三 开会', 'every other week on Wednesday 09:00 | 2026-11-25T09:00 | 开会'],
    ['last day of every month invoices', 'every month on the last day 09:00 | 2026-11-30T09:00 | invoices'],
    ['every weekday 8:30 open up', 'every weekday 08:30 | 2026-11-23T08:30 | open up'],
    ['李娟生日3月4号每年', 'every year on 4 March 09:00 | 2027-03-04T09:00 | 李娟生日'],
    ['每年3月4日 李娟生日', 'every year on 4 March 09:00 | 2027-03-04T09:00 | 李娟生日'],
    ['every morning feed the cat', 'every day 09:00 | 2026-11-21T09:00 | feed the cat'],
    ['water the plants daily at 8am', 'every day 08:00 | 2026-11-21T08:00 | water the plants'],
    [
      'every 5 march wish Julia a happy birthday',
      'every year on 5 March 09:00 | 2027-03-05T09:00 | wish Julia a happy birthday',
    ],
    ['every monday to friday at 8 open up', 'every weekday 08:00 | 2026-11-23T08:00 | open up'],
    ['every mon-fri 8am open up', 'every weekday 08:00 | 2026-11-23T08:00 | open up'],
    ['every friday to sunday 7pm market', 'every Friday, Saturday and Sunday 19:00 | 2026-11-21T19:00 | market'],
    ['weekdays at 8 open up', 'every weekday 08:00 | 2026-11-23T08:00 | open up'],
    ['mondays 9am yoga', 'every Monday 09:00 | 2026-11-23T09:00 | yoga'],
    ['mondays and thursdays at 9 yoga', 'every Monday and Thursday 09:00 | 2026-11-23T09:00 | yoga'],
    ['everyday at 9 feed the cat', 'every day 09:00 | 2026-11-21T09:00 | feed the cat'],
    ['alternate fridays 4pm wages', 'every other week on Friday 16:00 | 2026-11-27T16:00 | wages'],
    ['on alternate days at 8am run', 'every other day 08:00 | 2026-11-21T08:00 | run'],
    ['every other day at 8am run', 'every other day 08:00 | 2026-11-21T08:00 | run'],
    ['every 3 months dentist', 'every 3 months on the 21st 09:00 | 2026-11-21T09:00 | dentist'],
    ['on weekends 9am water', 'every Saturday and Sunday 09:00 | 2026-11-21T09:00 | water'],
    ['last working day of the month vat', 'every last working day of the month 09:00 | 2026-11-30T09:00 | vat'],
    [
      'every first business day of the month vat',
      'every first working day of the month 09:00 | 2026-12-01T09:00 | vat',
    ],
    ['monthly on the last working day 4pm vat', 'every last working day of the month 16:00 | 2026-11-30T16:00 | vat'],
    ['daily except weekends at 9 open', 'every weekday 09:00 | 2026-11-23T09:00 | open'],
    [
      'every weekday except friday 5pm close',
      'every Monday, Tuesday, Wednesday and Thursday 17:00 | 2026-11-23T17:00 | close',
    ],
  ])('%s', (text, found) => expect(read(text, en)).toBe(found));

  it.each([
    ['每周一9点 盘点库存', '每周一 09:00 | 2026-11-23T01:00 | 盘点库存'],
    ['每周一三五上午10点直播', '每周一、周三和周五 10:00 | 2026-11-23T02:00 | 直播'],
    ['每天除了周末9点开店', '每个工作日 09:00 | 2026-11-23T01:00 | 开店'],
    ['每月最后一个工作日报税', '每月最后一个工作日 09:00 | 2026-11-30T01:00 | 报税'],
    ['每月第一个工作日9点 发工资', '每月第一个工作日 09:00 | 2026-12-01T01:00 | 发工资'],
    ['每个周末10点 市集', '每周六和周日 10:00 | 2026-11-22T02:00 | 市集'],
    ['盘点 每周日', '每周日 09:00 | 2026-11-22T01:00 | 盘点'],
    ['每月15号交房租', '每月15号 09:00 | 2026-12-15T01:00 | 交房租'],
    ['每月1号和15号上午10点发工资', '每月1号和15号 10:00 | 2026-12-01T02:00 | 发工资'],
    ['每月最后一天结账', '每月最后一天 09:00 | 2026-11-30T01:00 | 结账'],
    ['每月第一个周一开会', '每月第一个周一 09:00 | 2026-12-07T01:00 | 开会'],
    ['每天晚上8点对账', '每天 20:00 | 2026-11-21T12:00 | 对账'],
    ['每两周周五给张三送货', '每2周的周五 09:00 | 2026-11-27T01:00 | 给张三送货'],
    ['隔天浇水', '每2天 09:00 | 2026-11-22T01:00 | 浇水'],
    ['每年3月5日祝李娟生日快乐', '每年3月5日 09:00 | 2027-03-05T01:00 | 祝李娟生日快乐'],
    ['天天早上9点浇水', '每天 09:00 | 2026-11-22T01:00 | 浇水'],
    ['浇水 天天9点', '每天 09:00 | 2026-11-22T01:00 | 浇水'],
    ['天天浇水', '每天 09:00 | 2026-11-22T01:00 | 浇水'],
    ['天天都要喂猫 晚上8点', '每天 20:00 | 2026-11-21T12:00 | 喂猫'],
    ['日日早上9点开门', '每天 09:00 | 2026-11-22T01:00 | 开门'],
    ['每天都9点开门', '每天 09:00 | 2026-11-22T01:00 | 开门'],
    ['月月15号交房租', '每月15号 09:00 | 2026-12-15T01:00 | 交房租'],
    ['月月底结账', '每月最后一天 09:00 | 2026-11-30T01:00 | 结账'],
    ['年年3月5日祝李娟生日快乐', '每年3月5日 09:00 | 2027-03-05T01:00 | 祝李娟生日快乐'],
    ['周周五下午3点盘点', '每周五 15:00 | 2026-11-27T07:00 | 盘点'],
    ['每逢周一9点盘点', '每周一 09:00 | 2026-11-23T01:00 | 盘点'],
    ['逢周一三五上午10点直播', '每周一、周三和周五 10:00 | 2026-11-23T02:00 | 直播'],
    ['每逢15号交房租', '每月15号 09:00 | 2026-12-15T01:00 | 交房租'],
    ['每周一到周五8点开门', '每个工作日 08:00 | 2026-11-23T00:00 | 开门'],
    ['每周一至五8点开门', '每个工作日 08:00 | 2026-11-23T00:00 | 开门'],
    ['每周五到周日晚上7点出摊', '每周五、周六和周日 19:00 | 2026-11-21T11:00 | 出摊'],
    ['每季度报税', '每3个月的21号 09:00 | 2026-12-21T01:00 | 报税'],
  ])('%s', (text, found) => expect(read(text, zh)).toBe(found));

  it.each([
    'call Kim tomorrow',
    'everyone likes tea',
    'each cup costs 5',
    '每位客人送一份',
    '每次都要检查',
    '今天天气好就晒茶',
    '明天天亮出发',
    '给天天打电话',
    '天天快递取件',
    '11月20日日程',
    '这个月月底结账',
    '今年年底盘点',
    '三天天数',
    'everyday cups',
    'alternate colours',
    '周一开会',
    'monday meeting',
    'monthly report',
    'the daily special',
    'plan every monday’s delivery',
    'tomorrow 10am plan every monday delivery',
    '明天10点讨论每周一的会',
  ])('nothing comes back in “%s”', (text) => expect(read(text, en)).toBeUndefined());
});

const repeats = fc.record({
  unit: fc.constantFrom('day', 'week', 'month', 'year' as const),
  every: fc.integer({ min: 1, max: 6 }),
  from: fc.integer({ min: 20_000, max: 24_000 }),
  minutes: fc.integer({ min: 0, max: 1439 }),
}) as fc.Arbitrary<Omit<Repeat, 'on'>>;
const zones = fc.constantFrom(
  'Europe/London',
  'America/New_York',
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
);

describe('a day that stands apart from how often it comes back is still its day', () => {
  it.each([
    ['every quarter on the 1st report', 'every 3 months on the 1st 09:00 | 2027-01-01T09:00 | report'],
    ['every quarter on the last day report', 'every 3 months on the last day 09:00 | 2026-12-31T09:00 | report'],
    ['every 2 months on the 1st rent', 'every 2 months on the 1st 09:00 | 2026-12-01T09:00 | rent'],
    ['every month on 5 and 20 pay', 'every month on the 5th and the 20th 09:00 | 2026-12-05T09:00 | pay'],
    ['every month last day close', 'every month on the last day 09:00 | 2026-11-30T09:00 | close'],
    ['every week 9am monday report', 'every Monday 09:00 | 2026-11-23T09:00 | report'],
    ['every month 8am on the 1st rent', 'every month on the 1st 08:00 | 2026-12-01T08:00 | rent'],
    ['every 2 weeks starting monday report', 'every other week on Monday 09:00 | 2026-11-23T09:00 | report'],
    ['every mon-fri 9am stand', 'every weekday 09:00 | 2026-11-23T09:00 | stand'],
    ['every tue to thu yoga', 'every Tuesday, Wednesday and Thursday 09:00 | 2026-11-24T09:00 | yoga'],
    ['weekdays at 9 call', 'every weekday 09:00 | 2026-11-23T09:00 | call'],
    ['每月 5号 对账', 'every month on the 5th 09:00 | 2026-12-05T09:00 | 对账'],
    ['每月：5号 对账', 'every month on the 5th 09:00 | 2026-12-05T09:00 | 对账'],
    ['每月 1号和15号', 'every month on the 1st and the 15th 09:00 | 2026-12-01T09:00 | '],
    ['每月 最后一天 对账', 'every month on the last day 09:00 | 2026-11-30T09:00 | 对账'],
    ['每年 3月1日 年检', 'every year on 1 March 09:00 | 2027-03-01T09:00 | 年检'],
    ['每周 周一 开会', 'every Monday 09:00 | 2026-11-23T09:00 | 开会'],
    ['每周，周一 开会', 'every Monday 09:00 | 2026-11-23T09:00 | 开会'],
    ['每周 9点 周一 开会', 'every Monday 09:00 | 2026-11-23T09:00 | 开会'],
    ['每周一到周五 9点 开会', 'every weekday 09:00 | 2026-11-23T09:00 | 开会'],
    ['周一到周五每天9点 开会', 'every weekday 09:00 | 2026-11-23T09:00 | 开会'],
    ['每两周 周一 开会', 'every other week on Monday 09:00 | 2026-11-23T09:00 | 开会'],
    ['每季度 1号 报税', 'every 3 months on the 1st 09:00 | 2027-01-01T09:00 | 报税'],
    ['每两个月 1号 交租', 'every 2 months on the 1st 09:00 | 2026-12-01T09:00 | 交租'],
    ['每半年 体检', 'every 6 months on the 21st 09:00 | 2026-11-21T09:00 | 体检'],
  ])('%s', (text, found) => expect(read(text, en)).toBe(found));
});

describe('what ends or thins out a repetition is not dropped', () => {
  it.each([
    ['every day 9am and 5pm pill', 'and 5pm'],
    ['every day for 5 days pill', 'for 5'],
    ['every month until june pill', 'until june'],
    ['every day 9am pill until june', 'until june'],
    ['every year on christmas gifts', 'on christmas'],
    ['每天 9点 和 17点 吃药', '和 17点'],
    ['每天早晚8点 吃药', '早晚'],
    ['除了节假日每天9点开店', '除了节假日每天'],
    ['每天9点 吃药 直到6月', '直到6月'],
    ['从12月1日起每天9点 打卡', '从12月1日起'],
    ['每周两次 开会', '两次 开会'],
    ['每年春节 送礼', '春节'],
    ['每月 5 对账', '5'],
    ['每天早晚点打电话', undefined],
    ['every morning and evening pill', 'and evening'],
    ['every day at 9 and at 10 to call', 'and at 10 to'],
    ['every monday from 2 to 4 meeting', 'to 4'],
    ['every monday from 1 december x', 'from 1'],
    ['every month on the 1st and last day close', 'and last'],
    ['the 1st and last day of every month close', 'the 1st and last day of every month'],
    ['every day except holidays open', 'except holidays'],
    ['every month on the last two days count', 'on the last two'],
    ['every day before bed pill', 'before bed'],
    ['每天早晚吃药', '早晚'],
    ['每周一早中晚吃药', '早中晚'],
    ['每天早上和晚上吃药', '和晚上'],
    ['每周一早上晚上浇水', '晚上'],
    ['每天睡前吃药', '睡前吃药'],
    ['每月倒数第二天结账', '倒数第二天结账'],
    ['每月逢五赶集', '逢五赶集'],
    ['每月第一和第三个周一开会', '第一和第三个周一开会'],
    ['每月1号和最后一天结账', '和最后一天结账'],
    ['每月十五上香', '十五上香'],
    ['每月初一上香', '初一上香'],
    ['农历每月十五上香', '十五上香'],
    ['每月农历十五上香', '农历十五上香'],
  ])('%s', (text, left) => expect(parseRepeat(text, /[a-z]/.test(text) ? en : zh)?.left).toBe(left));
});

describe('an hour beyond its day', () => {
  it.each([
    ['every sunday at midnight backup', 'every Sunday 24:00 | 2026-11-23T00:00 | backup'],
    ['every sunday 24:00 backup', 'every Sunday 24:00 | 2026-11-23T00:00 | backup'],
    ['every friday and saturday at 12 midnight close', 'every Friday and Saturday 24:00 | 2026-11-22T00:00 | close'],
    ['every last friday of the month at midnight x', 'every last Friday of the month 24:00 | 2026-11-28T00:00 | x'],
    ['every day at midnight backup', 'every day 00:00 | 2026-11-22T00:00 | backup'],
    ['every sunday 00:00 backup', 'every Sunday 00:00 | 2026-11-22T00:00 | backup'],
    ['every monday 9am Auckland time call', 'every Monday 20:00 the day before | 2026-11-22T20:00 | call'],
    ['every monday 9pm New York time call', 'every Monday 02:00 the day after | 2026-11-24T02:00 | call'],
  ])('belongs to the next one, as it does where something comes once: %s', (text, found) =>
    expect(read(text, en)).toBe(found),
  );

  it.each([
    ['每周日晚12点备份', '每周日 24:00 | 2026-11-22T16:00 | 备份'],
    ['每周日24:00备份', '每周日 24:00 | 2026-11-22T16:00 | 备份'],
    ['每月1号晚上12点结账', '每月1号 24:00 | 2026-12-01T16:00 | 结账'],
    ['每周六晚上1点关店', '每周六 次日01:00 | 2026-11-21T17:00 | 关店'],
  ])('%s', (text, found) => expect(read(text, zh)).toBe(found));

  it('comes on each of its days once, whatever its hour', () => {
    fc.assert(
      fc.property(repeats, zones, fc.integer({ min: -1440, max: 2879 }), (some, zone, minutes) => {
        const repeat: Repeat = { ...some, on: [], minutes };
        const first = nextTime(repeat, new Date('2026-11-21T04:00:00Z'), zone);
        const again = nextTime(repeat, new Date(first.getTime() - 1), zone);
        expect(again).toEqual(first);
        const { day } = wallTime(new Date(first.getTime() - minutes * 60_000), zone);
        if (repeat.unit === 'week')
          expect([0, 1, 6]).toContain(Math.abs(dateOf(day).weekday - dateOf(repeat.from).weekday));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a day that some years and months lack', () => {
  const timesOf = (text: string, from: Date) => {
    const { repeat, at } = parseRepeat(text, { ...en, now: from })!;
    const times = [at];
    for (let nth = 0; nth < 3; nth += 1) times.push(nextTime(repeat, times.at(-1)!, 'Europe/London'));
    return times.map((time) => time.toISOString().slice(0, 10));
  };

  it.each(['every 29 February party', 'every year on 29 february party', '每年2月29日聚会'])(
    'is kept for those that have it: %s',
    (text) => {
      expect(timesOf(text, now)).toEqual(['2027-02-28', '2028-02-29', '2029-02-28', '2030-02-28']);
      expect(read(text, en)).toContain('every year on 29 February');
    },
  );

  it('is kept where it is the day on which it was said', () => {
    expect(timesOf('every month at 9 rent', new Date('2027-01-31T10:00:00Z'))).toEqual([
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
      '2027-05-31',
    ]);
    expect(timesOf('every year at 9 party', new Date('2028-02-29T10:00:00Z')).at(-1)).toBe('2032-02-29');
  });
});

describe('the next time', () => {
  it('is always later, on a day that fits, at the time said by the local clock or as much later as the clock skips', () => {
    fc.assert(
      fc.property(repeats, zones, fc.integer({ min: 1_730_000_000, max: 1_900_000_000 }), (some, zone, seconds) => {
        const repeat: Repeat = { ...some, on: [] };
        const after = new Date(seconds * 1000);
        const next = nextTime(repeat, after, zone);
        expect(next > after).toBe(true);
        const { day, minutes } = wallTime(next, zone);
        const late = (((minutes - repeat.minutes) % 1440) + 1440) % 1440;
        expect([0, 30, 60]).toContain(late);
        if (repeat.unit === 'week') expect(dateOf(day).weekday).toBe(dateOf(repeat.from).weekday);
        if (repeat.unit === 'day') expect((day - repeat.from) % repeat.every === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the hour of the wall when the clocks change, and comes once on each day of it', () => {
    const daily: Repeat = { unit: 'day', every: 1, on: [], from: 20_900, minutes: 9 * 60 };
    const before = new Date('2027-03-27T12:00:00Z');
    expect(nextTime(daily, before, 'Europe/London').toISOString()).toBe('2027-03-28T08:00:00.000Z');
    const skipped: Repeat = { ...daily, minutes: 90 };
    const times = [before];
    for (let nth = 0; nth < 4; nth += 1) times.push(nextTime(skipped, times.at(-1)!, 'Europe/London'));
    expect(times.slice(1).map((at) => at.toISOString().slice(0, 16))).toEqual([
      '2027-03-28T01:30',
      '2027-03-29T00:30',
      '2027-03-30T00:30',
      '2027-03-31T00:30',
    ]);
  });

  const BASE = { every: 1, on: [] as number[], from: 20_850, minutes: 540 };
  const KINDS: Record<string, [Repeat, number]> = {
    'every first Monday': [{ ...BASE, unit: 'month', nth: { which: 1, weekday: 0 } }, 12],
    'every 31st': [{ ...BASE, unit: 'month', on: [31] }, 12],
    'each week at 9': [{ ...BASE, unit: 'week' }, 52],
    'each week at 2:30, which a clock may skip or have twice': [{ ...BASE, unit: 'week', on: [6], minutes: 150 }, 52],
  };
  it.each(
    Object.keys(KINDS).flatMap((kind) =>
      ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai'].map((zone) => [kind, zone] as const),
    ),
  )(
    '%s comes once in each of its months or weeks, at its hour, through all changes of the clock of a year in %s',
    (kind, zone) => {
      const [repeat, inYear] = KINDS[kind]!;
      fc.assert(
        fc.property(fc.integer({ min: 2025, max: 2034 }), (year) => {
          const first = new Date(Date.UTC(year, 0, 1, 12));
          const days: number[] = [];
          for (let at = nextTime(repeat, first, zone); days.length < inYear; at = nextTime(repeat, at, zone)) {
            const { day, minutes } = wallTime(at, zone);
            expect(at).toEqual(fromWallTime({ day, minutes: repeat.minutes }, zone));
            // only a time that the clock skips comes later
            expect([repeat.minutes, ...(repeat.minutes === 150 ? [210] : [])]).toContain(minutes);
            days.push(day);
          }
          expect(new Set(days).size).toBe(inYear);
          const spans = days.map((day) =>
            repeat.unit === 'week' ? Math.floor((day - 4) / 7) : dateOf(day).year * 12 + dateOf(day).month,
          );
          // none is left out, and none is doubled
          expect(spans.map((span) => span - spans[0]!)).toEqual(spans.map((_, nth) => nth));
        }),
        { numRuns: 10 },
      );
    },
  );

  it('of a month without that date is its last day, and does not stay there', () => {
    const on31: Repeat = { unit: 'month', every: 1, on: [31], from: 20_850, minutes: 540 };
    const dates = [new Date('2027-01-30T00:00:00Z')];
    for (let nth = 0; nth < 4; nth += 1) dates.push(nextTime(on31, dates.at(-1)!, 'UTC'));
    expect(dates.slice(1).map((at) => at.toISOString().slice(0, 10))).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });

  it('is the last of those that were missed, and none where none was', () => {
    const daily: Repeat = { unit: 'day', every: 1, on: [], from: 20_000, minutes: 540 };
    const since = new Date('2026-11-21T09:00:00Z');
    expect(lastTimeSince(daily, since, new Date('2026-11-24T10:00:00Z'), 'UTC')?.toISOString()).toBe(
      '2026-11-24T09:00:00.000Z',
    );
    expect(lastTimeSince(daily, since, new Date('2026-11-22T08:59:00Z'), 'UTC')).toBeUndefined();
  });
});

describe('days that are left out of every day', () => {
  it.each([
    'every day except sunday 8am open',
    'every day 8am except sundays open',
    'every day 8am open except sunday',
    'except on sundays, every day at 8 open',
    'every day but sunday at 8 open',
  ])('leave the others: %s', (text) =>
    expect(read(text, en)).toBe(
      'every Monday, Tuesday, Wednesday, Thursday, Friday and Saturday 08:00 | 2026-11-21T08:00 | open',
    ),
  );

  it.each(['除了周日每天早上八点开店', '除了周日，每天8点开店', '每天早上八点开店，周日除外', '每天除了周日8点开店'])(
    'leave the others: %s',
    (text) => expect(read(text, zh)).toBe('每周一、周二、周三、周四、周五和周六 08:00 | 2026-11-23T00:00 | 开店'),
  );
});

describe('days that are said not to come', () => {
  const but = (days: string, rest = 'open') => `every ${days} | ${rest}`;
  const often = (text: string) => {
    const found = parseRepeat(text, /\p{Script=Han}/u.test(text) ? zh : en);
    return found && found.left === undefined ? `${formatRepeat(found.repeat, 'en')} | ${found.rest}` : found?.left;
  };
  const allButSunday = but('Monday, Tuesday, Wednesday, Thursday, Friday and Saturday 09:00');

  it.each([
    ['every sunday excluded, daily at 9 open', allButSunday],
    ['every day at 9 open without sundays', allButSunday],
    ['every day at 9 open (closed sundays)', allButSunday],
    ["every day at 9 open unless it's sunday", allButSunday],
    ['all days but sunday at 9 open', allButSunday],
    ['weekends excluded, every day at 9 open', but('weekday 09:00')],
    ['every sat and sun excluded at 9 open', but('weekday 09:00')],
    ['weekdays except monday at 9 open', but('Tuesday, Wednesday, Thursday and Friday 09:00')],
    ['every day except working days at 10 open', but('Saturday and Sunday 10:00')],
    ['every non-working day at 10 open', but('Saturday and Sunday 10:00')],
    ['每周六日以外的日子9点半发货', but('weekday 09:30', '发货')],
    ['每周六日以外的每天9点开店', but('weekday 09:00', '开店')],
    ['每周日以外9点开店', allButSunday.replace('open', '开店')],
    ['周日以外每天9点开店', allButSunday.replace('open', '开店')],
    ['每周日不算，每天9点开店', allButSunday.replace('open', '开店')],
    ['周末以外每天7点半拉伸', but('weekday 07:30', '拉伸')],
    ['周一以外每个工作日9点开会', but('Tuesday, Wednesday, Thursday and Friday 09:00', '开会')],
    ['工作日除了周一都9点开会', but('Tuesday, Wednesday, Thursday and Friday 09:00', '开会')],
    ['工作日之外每天10点摆摊', but('Saturday and Sunday 10:00', '摆摊')],
    ['非工作日10点摆摊', but('Saturday and Sunday 10:00', '摆摊')],
  ])('leave all the others: %s', (text, found) => expect(often(text)).toBe(found));

  it.each([
    ['每月1号以外每天9点', '以外'],
    ['节假日以外每天9点开店', '节假日以外每天'],
    ['每天9点开店，节假日除外', '节假日除外'],
    ['每个周末不含周日10点出摊', '不含周日10点出摊'],
    ['every weekend except sunday at 10 stall', 'except sunday'],
  ])('are not understood where they are no days of the week, and not dropped: %s', (text, left) =>
    expect(often(text)).toBe(left),
  );
});

describe('from one day of the week to another, with an hour', () => {
  it.each([
    ['monday to friday at 8 unlock', 'every weekday 08:00'],
    ['mon-fri at 8 unlock', 'every weekday 08:00'],
    ['unlock mon-fri at 8', 'every weekday 08:00'],
    ['8am monday to friday unlock', 'every weekday 08:00'],
    ['周一到周五8点开门', 'every weekday 08:00'],
    ['周二至周六上午10点开店', 'every Tuesday, Wednesday, Thursday, Friday and Saturday 10:00'],
    ['working days at 8 unlock', 'every weekday 08:00'],
  ])('comes each week: %s', (text, found) => expect(read(text, en)).toContain(found));

  it.each(['next monday to friday at 8 fair', 'monday to wednesday fair', '下周一到周五9点展会', '周一到周五展会'])(
    'is one time where it is said to be one week, or no hour is said: %s',
    (text) => expect(read(text, en)).toBeUndefined(),
  );
});

describe('one working day', () => {
  it.each([
    '下个工作日9点寄样',
    '三个工作日后10点寄样',
    'in 3 working days at 10 post',
    'next working day at 9 post',
    'refund in 3-5 working days',
  ])('does not come back: %s', (text) => expect(read(text, en)).toBeUndefined());

  it('from the end of the month comes each month', () => {
    expect(read('每月倒数第二个工作日9点对账', zh)).toBe('每月倒数第二个工作日 09:00 | 2026-11-27T01:00 | 对账');
  });
});
