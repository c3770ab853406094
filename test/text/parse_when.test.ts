import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/text/locale.ts';
import { parseRange } from '../../src/text/when/parse_range.ts';
import { formatWhen, parseWhen, parseWhenFirst, type WhenContext } from '../../src/text/when/when.ts';
import { fromWallTime, wallTime } from '../../src/text/when/zone.ts';
import { anyText } from '../support/any_text.ts';

/** Wednesday 2 December 2026, 10:40 in Shanghai. */
const now = new Date('2026-12-02T02:40:00Z');
const shanghai: WhenContext = { now, timezone: 'Asia/Shanghai', locale: 'zh-CN' };

/** `at` as the local clock shows it, D when only a date was said, and what is left of the text. */
function read(text: string, context: WhenContext = shanghai): string | undefined {
  const when = parseWhen(text, context);
  if (!when) return undefined;
  const local = when.at.toLocaleString('sv', { timeZone: context.timezone }).slice(0, 16);
  return `${local}${when.dateOnly ? ' D' : ''}${when.rest ? ` | ${when.rest}` : ''}`;
}

describe('a time said in Chinese', () => {
  it.each([
    ['明天10点 给张三打电话', '2026-12-03 10:00 | 给张三打电话'],
    ['明天10点给张三打电话', '2026-12-03 10:00 | 给张三打电话'],
    ['明天１０：３０，发合同', '2026-12-03 10:30 | 发合同'],
    ['给张三打电话 明天10点', '2026-12-03 10:00 | 给张三打电话'],
    ['给张三打电话明天10点。', '2026-12-03 10:00 | 给张三打电话'],
    ['明早9点', '2026-12-03 09:00'],
    ['明早', '2026-12-03 09:00'],
    ['后天下午3点半', '2026-12-04 15:30'],
    ['后天下午三点一刻', '2026-12-04 15:15'],
    ['今晚8点', '2026-12-02 20:00'],
    ['明天下午2点20分', '2026-12-03 14:20'],
    ['明天中午12点', '2026-12-03 12:00'],
    ['明天中午1点', '2026-12-03 13:00'],
    ['明天凌晨2点', '2026-12-03 02:00'],
    ['今天晚上12点', '2026-12-03 00:00'],
    ['明天晚上1点', '2026-12-04 01:00'],
    ['下周一上午9:30', '2026-12-07 09:30'],
    ['下下周一', '2026-12-14 09:00 D'],
    ['下周', '2026-12-07 09:00 D'],
    ['周五', '2026-12-04 09:00 D'],
    ['星期天下午', '2026-12-06 15:00'],
    ['这周五', '2026-12-04 09:00 D'],
    ['周末', '2026-12-05 09:00 D'],
    ['3天后', '2026-12-05 09:00 D'],
    ['三天后下午两点', '2026-12-05 14:00'],
    ['两周后', '2026-12-16 09:00 D'],
    ['一个月后', '2027-01-02 09:00 D'],
    ['半年后', '2027-06-02 09:00 D'],
    ['大后天', '2026-12-05 09:00 D'],
    ['半小时后', '2026-12-02 11:10'],
    ['10分钟后', '2026-12-02 10:50'],
    ['两小时后回电', '2026-12-02 12:40 | 回电'],
    ['一个半小时后', '2026-12-02 12:10'],
    ['1小时30分钟后', '2026-12-02 12:10'],
    ['过10分钟 打电话', '2026-12-02 10:50 | 打电话'],
    ['12月3日 14:00', '2026-12-03 14:00'],
    ['十二月三号下午两点', '2026-12-03 14:00'],
    ['12/3', '2026-12-03 09:00 D'],
    ['1月5日', '2027-01-05 09:00 D'],
    ['2027年1月5日 14:00', '2027-01-05 14:00'],
    ['二〇二七年三月五日', '2027-03-05 09:00 D'],
    ['明年1月5日', '2027-01-05 09:00 D'],
    ['2月29日', '2028-02-29 09:00 D'],
    ['月底', '2026-12-31 09:00 D'],
    ['下个月底', '2027-01-31 09:00 D'],
    ['下个月5号', '2027-01-05 09:00 D'],
    ['5号 付款', '2026-12-05 09:00 D | 付款'],
    ['31号', '2026-12-31 09:00 D'],
    ['十点半', '2026-12-03 10:30'],
    ['十一点', '2026-12-02 11:00'],
    ['下午开会', '2026-12-02 15:00 | 开会'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a time said in English', () => {
  const english = { ...shanghai, locale: 'en' as Locale };
  it.each([
    ['tomorrow 10am call Zhang', '2026-12-03 10:00 | call Zhang'],
    ['call Zhang tomorrow 10am', '2026-12-03 10:00 | call Zhang'],
    ['10am tomorrow to call Zhang', '2026-12-03 10:00 | call Zhang'],
    ['Tmr 9:30', '2026-12-03 09:30'],
    ['tomorrow at 3', '2026-12-03 15:00'],
    ['tomorrow 03:30', '2026-12-03 03:30'],
    ['tomorrow morning', '2026-12-03 09:00'],
    ['call Li tomorrow 9', '2026-12-03 09:00 | call Li'],
    ['in 2 hours', '2026-12-02 12:40'],
    ['call Zhang in half an hour', '2026-12-02 11:10 | call Zhang'],
    ['in an hour and a half', '2026-12-02 12:10'],
    ['in 3 days', '2026-12-05 09:00 D'],
    ['in two weeks', '2026-12-16 09:00 D'],
    ['next monday 9am', '2026-12-07 09:00'],
    ['next friday', '2026-12-11 09:00 D'],
    ['friday 5pm', '2026-12-04 17:00'],
    ['on Friday at 5:30 p.m. meeting', '2026-12-04 17:30 | meeting'],
    ['Sat 10:00', '2026-12-05 10:00'],
    ['tonight 8', '2026-12-02 20:00'],
    ['tonight', '2026-12-02 20:00'],
    ['on 3 Dec 14:00', '2026-12-03 14:00'],
    ['dec 3', '2026-12-03 09:00 D'],
    ['December 3rd, 2027', '2027-12-03 09:00 D'],
    ['2026-12-03 14:00', '2026-12-03 14:00'],
    ['2026-12-03T14:00 ship', '2026-12-03 14:00 | ship'],
    ['10:30', '2026-12-03 10:30'],
    ['11:30', '2026-12-02 11:30'],
    ['noon', '2026-12-02 12:00'],
    ['midnight', '2026-12-03 00:00'],
    ['end of month', '2026-12-31 09:00 D'],
    ['end of next month', '2027-01-31 09:00 D'],
    ['day after tomorrow', '2026-12-04 09:00 D'],
  ])('%s is %s', (text, expected) => expect(read(text, english)).toBe(expected));
});

describe('a time counted from another, in words of a shop', () => {
  const english = { ...shanghai, locale: 'en' as Locale };
  it.each([
    ['call Kim 2 weeks from Monday', '2026-12-21 09:00 D | call Kim'],
    ['a week from Friday at 5pm', '2026-12-11 17:00'],
    ['3 days after Sunday', '2026-12-09 09:00 D'],
    ['2 days before Friday 11:00', '2026-12-02 11:00'],
    ['Monday in 2 weeks', '2026-12-14 09:00 D'],
    ['Tuesday week 10am', '2026-12-15 10:00'],
    ['Monday after next', '2026-12-14 09:00 D'],
    ['in a fortnight', '2026-12-16 09:00 D'],
    ['a fortnight from Friday', '2026-12-18 09:00 D'],
    ['两周后的周一', '2026-12-14 09:00 D'],
    ['两个星期后的周五下午3点', '2026-12-18 15:00'],
    ['三周后周二', '2026-12-22 09:00 D'],
    ['周五前 给孙倩报价', '2026-12-04 09:00 D | 给孙倩报价'],
    ['12月10日之前交货', '2026-12-10 09:00 D | 交货'],
    ['月底前 报税', '2026-12-31 09:00 D | 报税'],
    ['3 hours from noon call', '2026-12-02 15:00 | call'],
    ['90 minutes after 4pm call', '2026-12-02 17:30 | call'],
    ['call Kim half an hour before 6pm', '2026-12-02 17:30 | call Kim'],
    ['tomorrow 2 hours after 5pm call', '2026-12-03 19:00 | call'],
    ['call Kim an hour and a half before Friday 5pm', '2026-12-04 15:30 | call Kim'],
    ['2h30 before noon tomorrow', '2026-12-03 09:30'],
    ['15 minutes to 6pm', '2026-12-02 17:45'],
    ['2 hours after 11pm', '2026-12-03 01:00'],
    ['a month from today call', '2027-01-02 09:00 D | call'],
    ['a year from tomorrow renew', '2027-12-03 09:00 D | renew'],
    ['中午后三小时 打电话', '2026-12-02 15:00 | 打电话'],
    ['下午5点之后两个半小时打电话', '2026-12-02 19:30 | 打电话'],
    ['明天六点前半小时', '2026-12-03 17:30'],
    ['周五下午3点之前一刻钟 出门', '2026-12-04 14:45 | 出门'],
    ['六点前半小时内 回电', '2026-12-02 18:00 | 半小时内 回电'],
    ['noon plus 3 hours call', '2026-12-02 15:00 | call'],
    ['call 5pm minus half an hour', '2026-12-02 16:30 | call'],
    ['call Kim in 3 hours from now', '2026-12-02 13:40 | call Kim'],
    ['晚上8点之前半个小时给李雷打电话', '2026-12-02 19:30 | 给李雷打电话'],
    ['给李雷打电话 下午三点过后两小时', '2026-12-02 17:00 | 给李雷打电话'],
    ['周五晚上 1930 上课', '2026-12-04 19:30 | 上课'],
    ['今晚 2030 直播', '2026-12-02 20:30 | 直播'],
    ['tomorrow evening 1900 class', '2026-12-03 19:00 | class'],
    ['call Kim tonight 1930', '2026-12-02 19:30 | call Kim'],
    ['the 4th 1900 call', '2026-12-04 19:00 | call'],
    ['周五 1900 上课', '2026-12-04 19:00 | 上课'],
    ['周五1900上课', '2026-12-04 19:00 | 上课'],
    ['12月3日 1930 开会', '2026-12-03 19:30 | 开会'],
    ['周五 2000元 定金', '2026-12-04 09:00 D | 2000元 定金'],
    ['周五 2000 尾款', '2026-12-04 09:00 D | 2000 尾款'],
    ['3 Dec 1930 call', '2026-12-03 19:30 | call'],
    ['call 3rd of December 0900', '2026-12-03 09:00 | call'],
    ['Dec 3, 2000 call', '2026-12-03 20:00 | call'],
    ['3 Dec 2027 1930', '2027-12-03 19:30'],
    ['5 Dec 2015 call Kim', '2026-12-05 20:15 | call Kim'],
    ['Dec 9 2020 call', '2026-12-09 20:20 | call'],
    ['12 Dec 2045 call', '2026-12-12 20:45 | call'],
    ['5 Dec 2030 renew', '2030-12-05 09:00 D | renew'],
    ['5 Dec 2040 14:00 renew', '2040-12-05 14:00 | renew'],
    ['Dec 5, 2015 call', '2015-12-05 09:00 D | call'],
    ['5 Dec 2400 call Kim', '2026-12-06 00:00 | call Kim'],
    ['tomorrow 2400 stop', '2026-12-04 00:00 | stop'],
    ['周五2400 关店', '2026-12-05 00:00 | 关店'],
    ['dec 5 2360 call', '2026-12-05 09:00 D | 2360 call'],
    ['friday 0730 pm gym', '2026-12-04 19:30 | gym'],
    ['friday 1130 am gym', '2026-12-04 11:30 | gym'],
    ['friday 1930 am gym', '2026-12-04 09:00 D | 1930 am gym'],
    ['friday 1900: call', '2026-12-04 19:00 | call'],
    ['friday 1900 plus VAT', '2026-12-04 09:00 D | 1900 plus VAT'],
    ['friday 1900 is it open?', '2026-12-04 19:00 | is it open?'],
    ['周五 1900 每月', '2026-12-04 09:00 D | 1900 每月'],
    ['Friday 1800 EUR rent', '2026-12-04 09:00 D | 1800 EUR rent'],
    ['tomorrow 2000 boxes', '2026-12-03 09:00 D | 2000 boxes'],
    ['Friday 1500 printed leaflets', '2026-12-04 09:00 D | 1500 printed leaflets'],
    ['tomorrow morning 1000 flyers', '2026-12-03 09:00 | 1000 flyers'],
    ['Friday 1800 yoga class', '2026-12-04 18:00 | yoga class'],
    ['Friday 1930 drinks with Kim', '2026-12-04 19:30 | drinks with Kim'],
    ['晚上七点过一刻 打电话', '2026-12-02 19:15 | 打电话'],
    ['3 Dec 1985', '1985-12-03 09:00 D'],
    ['腊月三十 吃年夜饭', '2027-02-05 09:00 D | 吃年夜饭'],
    ['get flyers printed by Friday', '2026-12-04 09:00 D | get flyers printed'],
    ['make sure the parcel is sent Friday', '2026-12-04 09:00 D | make sure the parcel is sent'],
    ['rent the van from Monday', '2026-12-07 09:00 D | rent the van'],
    ['change opening hours from Monday', '2026-12-07 09:00 D | change opening hours'],
    ['work 3 hours Friday', '2026-12-04 09:00 D | work 3 hours'],
    ['tomorrow 1900 call', '2026-12-03 19:00 | call'],
    ['Friday 0730', '2026-12-04 07:30'],
    ['tomorrow at 1845', '2026-12-03 18:45'],
    ['tomorrow 7.30pm', '2026-12-03 19:30'],
    ['Friday 16.20', '2026-12-04 16:20'],
    ['tomorrow 14h30', '2026-12-03 14:30'],
    ['tomorrow 14h', '2026-12-03 14:00'],
    ['14h call', '2026-12-02 14:00 | call'],
    ['at 8h', '2026-12-03 08:00'],
    ['tomorrow 8h', '2026-12-03 08:00'],
    ['明天19点半', '2026-12-03 19:30'],
    ['EOD call', '2026-12-02 18:00 | call'],
    ['tomorrow call Kim at 5pm', '2026-12-03 17:00 | call Kim'],
    ['Friday send the offer 14:30', '2026-12-04 14:30 | send the offer'],
    ['5pm call Kim tomorrow', '2026-12-03 17:00 | call Kim'],
    ['明天 给张三打电话 下午3点', '2026-12-03 15:00 | 给张三打电话'],
    ['31/12 renew', '2026-12-31 09:00 D | renew'],
    ['24.12.2026 renew', '2026-12-24 09:00 D | renew'],
  ])('%s is %s', (text, expected) => expect(read(text, english)).toBe(expected));

  it('day and month stand as the owner’s country writes them', () => {
    expect(read('3/12', { ...english, country: 'GB' })).toBe('2026-12-03 09:00 D');
    expect(read('3/12', { ...english, country: 'US' })).toBe('2027-03-12 09:00 D');
    expect(read('3/12/2027', { ...english, country: 'DE' })).toBe('2027-12-03 09:00 D');
    expect(read('3/12', { ...english, country: 'CN' })).toBe('2027-03-12 09:00 D');
  });

  it.each([
    'follow up with Anna about the order from last Friday',
    'ask what happened last Monday',
    'refund the order from the 3rd',
    'look at mail received Thursday',
    'follow up on the call we had on Monday',
    'call back the lady who rang Tuesday 3pm',
    'answer the mail of 3 Dec',
    'check the parcel Kim sent us on 4 December',
    'check the till of Friday',
    'send minutes of the meeting held Thursday',
    'pay the parking fine issued 3 Dec',
    'mail Kim re the talk given Tuesday',
    'cut the clips shot Friday',
    'fix the lamp broken Friday',
    'go through the photos taken Saturday',
    'print the poster designed Friday',
    'get the cake we ordered Friday 3pm',
    'book the room Kim wanted Friday',
    'Kim paid Monday',
    'chase the deposit promised for Friday',
    "get Kim's feedback on the draft sent Monday",
    'see what Kim said Friday',
    '2 weeks from 3pm call',
    'call Kim 2 hours from Friday',
    'arrive 2 hours before the flight',
    '农历腊月三十一 祭灶',
    '大年初十一 拜年',
    '离6点还有半小时 打电话',
    '跟进上周五',
    "Friday's order is wrong",
    '周五的订单跟进一下',
    'send report every monday',
    '3天前的订单',
  ])('%s is about another time: no time to do it at', (text) => expect(read(text, english)).toBeUndefined());

  it.each([
    'invoice paid by Friday',
    'contract signed by 5 December',
    'have the contract signed Friday',
    'parcel sent before Monday',
    'take orders from Monday',
    'accept bookings from the 3rd',
    'have boxes delivered Wednesday',
    'dinner booked Friday',
    'the website finished Friday',
    'Invoice paid Friday',
    'ask Kim to have it signed Friday',
    'keep the shop closed Friday',
    'prepare the talk for Friday',
    'no deliveries from 24 December',
    'tidy the garden shed Friday',
    'collect the tea set Friday',
    'book the flu shot Friday',
    'meet Fred Friday',
    'paint the wall red Friday',
  ])('%s is about a time to come', (text) => expect(read(text, english)).toBeDefined());

  it('for words to a customer only the time in front counts', () => {
    const when = parseWhenFirst('tomorrow call me at 5pm', english);
    expect(when).toMatchObject({ rest: 'call me at 5pm', dateOnly: true });
    expect(parseWhenFirst('call me tomorrow', english)).toBeUndefined();
  });
});

describe('a working day', () => {
  /** On a Friday, and on the Saturday after it. */
  const on = (date: string): WhenContext => ({ ...shanghai, now: new Date(`${date}T04:00:00Z`) });

  it.each([
    ['下个工作日9点寄样', '2026-12-07 09:00 | 寄样'],
    ['下下个工作日9点寄样', '2026-12-08 09:00 | 寄样'],
    ['下一个工作日上午10点回电', '2026-12-07 10:00 | 回电'],
    ['第二个工作日9点寄样', '2026-12-08 09:00 | 寄样'],
    ['三个工作日后10点回电', '2026-12-09 10:00 | 回电'],
    ['回电，3个工作日后10点', '2026-12-09 10:00 | 回电'],
    ['再过五个工作日回电', '2026-12-11 09:00 D | 回电'],
    ['下周第一个工作日9点开会', '2026-12-07 09:00 | 开会'],
    ['本月倒数第二个工作日9点对账', '2026-12-30 09:00 | 对账'],
    ['next working day at 9 call bank', '2026-12-07 09:00 | call bank'],
    ['call bank next business day 9am', '2026-12-07 09:00 | call bank'],
    ['the next weekday at 9 call bank', '2026-12-07 09:00 | call bank'],
    ['in two working days call Anna', '2026-12-08 09:00 D | call Anna'],
    ['3 working days from now at 10 call Anna', '2026-12-09 10:00 | call Anna'],
    ['by end of next working day call bank', '2026-12-07 18:00 | call bank'],
    ['first working day of next week at 9 post', '2026-12-07 09:00 | post'],
  ])('is counted over the weekend: %s', (text, expected) => {
    expect(read(text, on('2026-12-04'))).toBe(expected);
    expect(read(text, on('2026-12-05'))).toBe(expected);
  });

  it.each([
    ['本周最后一个工作日5点开票', '2026-12-04 17:00 | 开票'],
    ['the last working day of this week at 5pm invoices', '2026-12-04 17:00 | invoices'],
  ])('of this week is over on Saturday: %s', (text, expected) => {
    expect(read(text, on('2026-12-03'))).toBe(expected);
    expect(read(text, on('2026-12-05'))).toBeUndefined();
  });

  it.each(['三五个工作日后回电', 'in 9999 working days call'])('is none in %s', (text) =>
    expect(read(text)).toBeUndefined(),
  );
});

describe('a date without its month', () => {
  it.each([
    ['the 3rd at 10 order tea', '2026-12-03 10:00 | order tea'],
    ['the 3rd at 10 in the morning order tea', '2026-12-03 10:00 | order tea'],
    ['on the 3rd at noon order tea', '2026-12-03 12:00 | order tea'],
    ['order tea on the 3rd in the afternoon', '2026-12-03 15:00 | order tea'],
  ])('keeps the hour beside it: %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('from one time to another', () => {
  const english = { ...shanghai, locale: 'en' as Locale };
  const span = (text: string, context: WhenContext = english) => {
    const range = parseRange(text, context);
    if (!range) return undefined;
    const [from, until] = [range.from, range.until].map((at) =>
      at.toLocaleString('sv', { timeZone: context.timezone }).slice(0, 16),
    );
    return `${from} → ${until}${range.rest ? ` | ${range.rest}` : ''}`;
  };
  it.each([
    ['12/24-1/2', '2026-12-24 00:00 → 2027-01-02 23:59'],
    ['Dec 24 - Jan 2', '2026-12-24 00:00 → 2027-01-02 23:59'],
    ['Dec 24 to Jan 2 I am at the sea', '2026-12-24 00:00 → 2027-01-02 23:59 | I am at the sea'],
    ['from 24 Dec until 2 January', '2026-12-24 00:00 → 2027-01-02 23:59'],
    ['12月24日到1月2日 放假', '2026-12-24 00:00 → 2027-01-02 23:59 | 放假'],
    ['从12月24日至28日', '2026-12-24 00:00 → 2026-12-28 23:59'],
    ['12月24-28日', '2026-12-24 00:00 → 2026-12-28 23:59'],
    ['Dec 24-28', '2026-12-24 00:00 → 2026-12-28 23:59'],
    ['24-28 Dec', '2026-12-24 00:00 → 2026-12-28 23:59'],
    ['周四到周六', '2026-12-03 00:00 → 2026-12-05 23:59'],
    ['tomorrow till Friday 5pm', '2026-12-03 00:00 → 2026-12-04 17:00'],
    ['2026-12-24 – 2027-01-02', '2026-12-24 00:00 → 2027-01-02 23:59'],
    ['tomorrow 10-12', '2026-12-03 10:00 → 2026-12-03 12:00'],
    ['tomorrow 10-12 fair', '2026-12-03 10:00 → 2026-12-03 12:00 | fair'],
    ['明天3-5点 开会', '2026-12-03 15:00 → 2026-12-03 17:00 | 开会'],
    ['明天下午三点到五点', '2026-12-03 15:00 → 2026-12-03 17:00'],
    ['Friday 9:30 to 11am', '2026-12-04 09:30 → 2026-12-04 11:00'],
    ['下週一到下週三', '2026-12-07 00:00 → 2026-12-09 23:59'],
    ['today - Friday', '2026-12-02 10:40 → 2026-12-04 23:59'],
  ])('%s is %s', (text, expected) => expect(span(text)).toBe(expected));

  it('both ends are read in one order of day and month', () => {
    expect(span('12/24-1/2', { ...english, country: 'GB' })).toBe('2026-12-24 00:00 → 2027-01-02 23:59');
    expect(span('24/12-2/1', { ...english, country: 'GB' })).toBe('2026-12-24 00:00 → 2027-01-02 23:59');
    expect(span('24/12-2/1', { ...english, country: 'US' })).toBe('2026-12-24 00:00 → 2027-01-02 23:59');
  });

  it.each(['tomorrow', 'Friday I am at a fair', '3天后', 'two - three', '-'])('%s is none', (text) =>
    expect(span(text)).toBeUndefined(),
  );
});

describe('a time as people type it in a hurry', () => {
  const english = { ...shanghai, locale: 'en' as Locale };
  it.each([
    ['tonite 8', '2026-12-02 20:00'],
    ['tomoro 8am', '2026-12-03 08:00'],
    ['tomorrow 930', '2026-12-03 09:30'],
    ['half past 3', '2026-12-02 15:30'],
    ['tomorrow half past three call Kim', '2026-12-03 15:30 | call Kim'],
    ['quarter to 4', '2026-12-02 15:45'],
    ['a quarter past four', '2026-12-02 16:15'],
    ['ten to five', '2026-12-02 16:50'],
    ['tomorrow at five', '2026-12-03 17:00'],
    ['three pm', '2026-12-02 15:00'],
    ['five o’clock', '2026-12-02 17:00'],
    ['call at 3.30', '2026-12-02 15:30 | call'],
    ['friday next week', '2026-12-11 09:00 D'],
    ['call Kim friday next week', '2026-12-11 09:00 D | call Kim'],
    ['next week Friday 4pm', '2026-12-11 16:00'],
    ['end of week', '2026-12-04 09:00 D'],
    ['5th', '2026-12-05 09:00 D'],
    ['pay rent on the 5th', '2026-12-05 09:00 D | pay rent'],
    ['this fri', '2026-12-04 09:00 D'],
    ['明天10.30 开会', '2026-12-03 10:30 | 开会'],
    ['明天930', '2026-12-03 09:30'],
    ['後天', '2026-12-04 09:00 D'],
    ['下週一', '2026-12-07 09:00 D'],
    ['禮拜三下午兩點', '2026-12-02 14:00'],
    ['下個月五號 報稅', '2027-01-05 09:00 D | 報稅'],
    ['半小時後 回電', '2026-12-02 11:10 | 回電'],
    ['周三晚8点', '2026-12-02 20:00'],
    ['三点三刻', '2026-12-02 15:45'],
  ])('%s is %s', (text, expected) => expect(read(text, english)).toBe(expected));
});

describe('what stays words', () => {
  it.each([
    '张三',
    'call Zhang',
    'sun cream order',
    'sat down with Li',
    '买3号色',
    'order 12345',
    '2h call Zoe',
    '24h service',
    '13月1日',
    '30 Feb',
    '',
    '   ',
  ])('%j holds no time', (text) => expect(read(text)).toBeUndefined());
});

describe('today and the past', () => {
  it.each([
    ['今天', '2026-12-02 11:00 D'],
    ['today', '2026-12-02 11:00 D'],
    ['今天8点', '2026-12-02 20:00'],
    ['12月2日', '2026-12-02 11:00 D'],
    ['周三', '2026-12-09 09:00 D'],
    ['周三下午5点', '2026-12-02 17:00'],
    ['周三上午9点', '2026-12-09 09:00'],
    ['12月2日 09:00', '2027-12-02 09:00'],
    ['2026年12月1日', '2026-12-01 09:00 D'],
  ])('%s on Wednesday at 10:40 is %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each(['今天上午9点', '本周一', 'this monday', '今天凌晨2点'])('%s is over and is not believed', (text) =>
    expect(read(text)).toBeUndefined(),
  );

  it('relative words late at night stay before midnight or are refused', () => {
    const late = { ...shanghai, now: new Date('2026-12-02T15:30:00Z') };
    expect(read('今天', late)).toBe('2026-12-02 23:59 D');
    expect(read('今晚8点', late)).toBeUndefined();
  });
});

describe('a time zone that is named', () => {
  it.each([
    ['3pm EST call Bob', '2026-12-03 04:00 | call Bob'],
    ['call Bob tomorrow at 3pm EST', '2026-12-04 04:00 | call Bob'],
    ['tomorrow 15:00 UTC, call', '2026-12-03 23:00 | call'],
    ['15:00 UTC+5:30 call', '2026-12-02 17:30 | call'],
    ['15:00 GMT-3 call', '2026-12-03 02:00 | call'],
    ['9am London time call Kim', '2026-12-02 17:00 | call Kim'],
    ['London time 9am call Kim', '2026-12-02 17:00 | call Kim'],
    ['9am (New York) call Kim', '2026-12-02 22:00 | call Kim'],
    ['call Kim Friday 9am Buenos Aires time', '2026-12-04 20:00 | call Kim'],
    ['9am tomorrow Paris time call', '2026-12-03 16:00 | call'],
    ['3pm PT', '2026-12-03 07:00'],
    ['call Anna at 5pm Pacific', '2026-12-03 09:00 | call Anna'],
    ['3pm Eastern Time call', '2026-12-03 04:00 | call'],
    ['2026-12-03T14:00Z ship', '2026-12-03 22:00 | ship'],
    ['2026-12-03T14:00+09:00 ship', '2026-12-03 13:00 | ship'],
    ['3pm my time call', '2026-12-02 15:00 | call'],
    ['北京时间下午3点开会', '2026-12-02 15:00 | 开会'],
    ['明天北京时间下午3点开会', '2026-12-03 15:00 | 开会'],
    ['纽约时间明天早上9点给Bob打电话', '2026-12-03 22:00 | 给Bob打电话'],
    ['給Bob打電話 明天上午9點紐約時間', '2026-12-03 22:00 | 給Bob打電話'],
    ['明晚8点（东京时间）开会', '2026-12-03 19:00 | 开会'],
    ['UTC时间15点开会', '2026-12-02 23:00 | 开会'],
    ['美西时间下午5点', '2026-12-03 09:00'],
    // words
    ['3pm cat to the vet', '2026-12-02 15:00 | cat to the vet'],
    ['3pm eat lunch', '2026-12-02 15:00 | eat lunch'],
    ['3pm tea time', '2026-12-02 15:00 | tea time'],
    ['确认时间下午3点', '2026-12-02 15:00 | 确认时间'],
    ['3pm Pacific Street visit', '2026-12-02 15:00 | Pacific Street visit'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['3pm CST call', ['15:00', '05:00']],
    ['Friday 3pm IST call', ['17:30', '23:00', '21:00']],
    ['3 July 3pm EST call', ['03:00', '04:00']],
    ['3pm PT session with Anna', ['07:00', '15:00']],
    ['美国时间下午3点', ['04:00', '05:00', '06:00', '07:00']],
  ])('%s may mean several moments', (text, clocks) => {
    const { at, others } = parseWhen(text, shanghai)!;
    const shown = [at, ...others!].map((one) =>
      one.toLocaleTimeString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 5),
    );
    expect(shown).toEqual(clocks);
  });

  it.each([
    ['9am-11am EST call', '22:00', '00:00'],
    ['tomorrow 9-11am EST call', '22:00', '00:00'],
    ['tomorrow 9am EST to 11am EST call', '22:00', '00:00'],
    ['明天9点到11点纽约时间', '22:00', '00:00'],
  ])('%s is a range by that clock at both ends', (text, first, last) => {
    const { from, until } = parseRange(text, shanghai)!;
    const clock = (at: Date) => at.toLocaleTimeString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 5);
    expect([clock(from), clock(until)]).toEqual([first, last]);
  });
});

describe('clocks that change', () => {
  const newYork = (iso: string): WhenContext => ({ now: new Date(iso), timezone: 'America/New_York', locale: 'en' });

  it('a time that does not exist moves forward by the gap', () => {
    expect(parseWhen('tomorrow 02:30', newYork('2026-03-07T15:00:00Z'))?.at.toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    );
  });

  it('of a time that happens twice the first is meant', () => {
    expect(parseWhen('tomorrow 01:30', newYork('2026-10-31T15:00:00Z'))?.at.toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });

  it('hours are elapsed time, days are calendar days', () => {
    const before = newYork('2026-03-07T15:00:00Z');
    expect(parseWhen('in 24 hours', before)?.at.toISOString()).toBe('2026-03-08T15:00:00.000Z');
    expect(parseWhen('tomorrow 10am', before)?.at.toISOString()).toBe('2026-03-08T14:00:00.000Z');
  });
});

const zones = fc.constantFrom(
  'Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'UTC', 'Australia/Lord_Howe', 'America/St_Johns', 'Africa/Cairo',
  'Pacific/Apia', 'America/Santiago', 'Asia/Kathmandu',
); // biome-ignore format: a list
const locales = fc.constantFrom<Locale>('zh-CN', 'en');
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });

describe('any time and any text', () => {
  it('a written time is read back, in both languages and any zone', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 1, max: 700 * 1440 }),
        zones,
        locales,
        (start, minutes, timezone, locale) => {
          const context = { now: start, timezone, locale };
          const future = new Date(Math.ceil(start.getTime() / 60_000) * 60_000 + minutes * 60_000);
          // The second 01:30 of a night with two cannot be told from the first.
          const at = fromWallTime(wallTime(future, timezone), timezone);
          fc.pre(at > start);
          const text = formatWhen(at, context);
          expect({ text, at: parseWhen(text, context)?.at }).toEqual({ text, at });
          expect(parseWhen(`${text} 给张三打电话`, context)).toMatchObject({
            at,
            rest: '给张三打电话',
            dateOnly: false,
          });
          expect(parseWhen(`call Zhang ${text}`, context)).toMatchObject({ at, rest: 'call Zhang' });
        },
      ),
      { numRuns: 300 },
    );
  });

  const said = fc.constantFrom(
    '明天', '今天', '今晚', '后天', '周五', '下周三', '3天后', '半小时后', '12月3日', '月底', '5号', '10:30', '8点', '早上', '下午3点', '左右',
    'tomorrow', 'tonight', 'friday', 'next', 'in 3 days', 'in 2 hours', 'dec 3', 'noon', 'at 5', '10am', ' ', ',', '给张三', 'call',
  ); // biome-ignore format: a list
  const texts = fc.oneof(
    anyText,
    fc.array(fc.oneof(said, fc.string({ maxLength: 3 })), { maxLength: 8 }).map((parts) => parts.join('')),
  );

  it('never throws, never answers with the past, and keeps only words that were there', () => {
    fc.assert(
      fc.property(texts, instants, zones, locales, (text, start, timezone, locale) => {
        const when = parseWhen(text, { now: start, timezone, locale });
        if (!when) return;
        expect(text).toContain(when.rest);
        if (!/\d{4}|[零〇一二三四五六七八九]{4}/.test(text)) expect(when.at > start).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('a very long text is no more work than a short one', () => {
    for (const filling of [' ', '1', '下', '一', 'in ', '明天', '.', '，'])
      expect(() => read(filling.repeat(100_000 / filling.length))).not.toThrow();
  });
});
