import { describe, expect, it } from 'vitest';
import { readAbsence } from '../../../src/domain/commands/owner/absence_read.ts';
import { absenceSaid } from '../../../src/domain/commands/owner/absence_said.ts';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';
import { formatClock } from '../../../src/text/when/format_when.ts';
import type { WhenContext } from '../../../src/text/when/when.ts';
import { localSlot } from '../../../src/text/when/when.ts';

/** A Tuesday, 10:00. */
const now = new Date('2026-11-24T02:00:00Z');
const timezone = 'Asia/Shanghai';

/** From when to when the absence lasts that a sentence says; a full day as its date alone. */
function saidIn(text: string): string | undefined {
  const moment: WhenContext = { now, timezone, locale: /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en', country: 'US' };
  for (const { does, words, more } of sentencesIn(text)) {
    const said = does === 'away' && more !== 'order' ? absenceSaid(moment, words) : undefined;
    if (said === undefined) continue;
    const read = readAbsence(moment, said);
    if (!read?.until) return `asks: ${said}`;
    const shown = (at: Date) => `${localSlot(at, timezone).slice(5)} ${formatClock(at, timezone)}`;
    const from = shown(read.startsAt ?? now);
    const to = shown(read.until);
    return read.itself
      ? `asks: ${said}`
      : `${from} - ${to}`.replace(/^(\S+) 00:00 - (.*) 23:59$/, (_, a, b) => (a === b ? a : `${a} - ${b}`));
  }
  return undefined;
}

describe('a sentence that says that nobody is there on a day', () => {
  it.each([
    // as they were found
    ['out of office tomorrow', '11-25'],
    ['out of office Friday', '11-27'],
    ['closed on Thursday', '11-26'],
    ["I'm out tomorrow", '11-25'],
    ["I'm off next week", '11-30 - 12-06'],
    ['周四不营业', '11-26'],
    ['今天休息', '11-24 10:00 - 11-24 23:59'],
    ['明天我不在店里', '11-25'],
    ['下周休假', '11-30 - 12-06'],
    ['下周一到周三出差', '11-30 - 12-02'],
    ['我出去三天', '11-24 10:00 - 11-27 09:00'],
    ['春节放假 2月14到2月22', '02-14 - 02-22'],
    ['closed 24 dec til 2 jan', '12-24 - 01-02'],
    ["closed 24 dec 'til 2 jan", '12-24 - 01-02'],
    ['closed 24 dec till 2 jan', '12-24 - 01-02'],
    ['closed 24 dec thru 2 jan', '12-24 - 01-02'],
    ['24 dec til 2 jan closed', '12-24 - 01-02'],
    ['out til monday', '11-24 10:00 - 11-30 09:00'],
    ['今天不舒服 休息一天', '11-24 10:00 - 11-24 23:59'],
    ['不舒服，今天休息', '11-24 10:00 - 11-24 23:59'],
    ['今天有事 关门一天', '11-24 10:00 - 11-24 23:59'],
    ['感冒了 明天不开门', '11-25'],
    // in other words
    ['Thursday closed', '11-26'],
    ['Friday off', '11-27'],
    ["tomorrow we're closed", '11-25'],
    ["I'm not in on Friday", '11-27'],
    ["I won't be in tomorrow", '11-25'],
    ['ooo Friday', '11-27'],
    ['day off tomorrow', '11-25'],
    ['taking Friday off', '11-27'],
    ['the shop is closed on Thursday', '11-26'],
    ['shop closed tomorrow', '11-25'],
    ['closed Thursday and Friday', '11-26 - 11-27'],
    ['closed Sat & Sun', '11-28 - 11-29'],
    ['away Dec 3 and 4', '12-03 - 12-04'],
    ['off tomorrow afternoon', '11-25 12:00 - 11-25 18:00'],
    ['not working today', '11-24 10:00 - 11-24 23:59'],
    ['Christmas break Dec 24 - Jan 2', '12-24 - 01-02'],
    ['I am travelling tomorrow and Thursday', '11-25 - 11-26'],
    ['off from Thursday for 2 days', '11-26 - 11-27'],
    ['vacation Dec 20 to Dec 27', '12-20 - 12-27'],
    ["I'm out for three days", '11-24 10:00 - 11-27 09:00'],
    ["we don't open on Friday", '11-27'],
    ['明天休息', '11-25'],
    ['周五休一天', '11-27'],
    ['后天店休', '11-26'],
    ['明天不开门', '11-25'],
    ['明天店里不开门', '11-25'],
    ['这周五我请假', '11-27'],
    ['明后天休息', '11-25 - 11-26'],
    ['周四周五不营业', '11-26 - 11-27'],
    ['周六和周日关门', '11-28 - 11-29'],
    ['12月3号停业一天', '12-03'],
    ['3号4号不在', '12-03 - 12-04'],
    ['明天下午不在', '11-25 12:00 - 11-25 18:00'],
    ['周四有事不在店里', '11-26'],
    ['后天出差', '11-26'],
    ['从周四开始休息两天', '11-26 - 11-27'],
    ['过年休假 2月5日到2月15日', '02-05 - 02-15'],
    ['我要出门两天', '11-24 10:00 - 11-26 09:00'],
    ['今天下午不在', '11-24 12:00 - 11-24 18:00'],
    ['12月24号下午不开', '12-24 12:00 - 12-24 18:00'],
    ["we're closed dec 24 afternoon", '12-24 12:00 - 12-24 18:00'],
    // of these only one lies ahead, and its year is said
    ['国庆1号到3号不营业', '10-01 - 10-03'],
  ])('%s', (text, span) => expect(saidIn(text)).toBe(span));
});

it('has its year where only one lies ahead, and is asked of what is just over', () => {
  const moment: WhenContext = { now, timezone, locale: 'zh-CN', country: 'CN' };
  expect(absenceSaid(moment, '10月1日到10月3日')).toBe('2027年10月1日 00:00 – 2027年10月3日 23:59');
  expect(absenceSaid(moment, '11月20日到11月22日')).toBe('11月20日到11月22日');
});

describe('a sentence that says when somebody is back, or nothing of the owner', () => {
  it.each([
    ['back on Friday', '11-24 10:00 - 11-27 09:00'],
    ["I'm away until Monday", '11-24 10:00 - 11-30 09:00'],
    ['周五回来', '11-24 10:00 - 11-27 09:00'],
    ['明天王建国不在', undefined],
    ['Maria is away tomorrow', undefined],
    ['closed on Sundays', undefined],
    ['每周一休息', undefined],
    ['out of stock tomorrow', undefined],
    ['周四休息吗', undefined],
    ['周二和周四休息', undefined],
    ['closed Tuesday and Thursday', undefined],
  ])('%s', (text, span) => expect(saidIn(text)).toBe(span));
});
