import { describe, expect, it } from 'vitest';
import { promisedTimes } from '../../../src/text/promise/noted.ts';
import { promiseIn, promisesIn } from '../../../src/text/promise/promise.ts';
import type { WhenContext } from '../../../src/text/when/when.ts';

// a Tuesday, 10:00
const context: WhenContext = {
  now: new Date('2026-11-24T02:00:00Z'),
  timezone: 'Asia/Shanghai',
  locale: 'en',
  country: 'GB',
};
const SHOWN = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  ...({ weekday: 'short', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const),
});

function read(text: string): string {
  const made = promiseIn(text, context);
  if (!made) return '-';
  const [day, time] = SHOWN.format(made.at)
    .replace(',', '')
    .split(/, | at | (?=\d\d:)/) as [string, string];
  return [day, ...(made.dateOnly ? [] : [time]), ...(made.by ? ['by'] : [])].join(' ');
}

describe('what an answer promises', () => {
  it.each([
    ["I'll send it Thursday", 'Thu 26'],
    ["I'll send it on Thursday.", 'Thu 26'],
    ['I will send you the samples tomorrow', 'Wed 25'],
    ["We'll ship your order tomorrow morning", 'Wed 25 09:00'],
    ['will get back to you tomorrow', 'Wed 25'],
    ['Will get back to you by Friday noon', 'Fri 27 12:00 by'],
    ["you'll have the quote by Friday noon", 'Fri 27 12:00 by'],
    ["Hi Anna, you'll have the quote by Friday.", 'Fri 27 by'],
    ["Tomorrow I'll call you", 'Wed 25'],
    ['On Friday, we will deliver the table', 'Fri 27'],
    ["Thanks! I'll let you know by tomorrow 5pm.", 'Wed 25 17:00 by'],
    ["I'm going to call you at 3pm tomorrow", 'Wed 25 15:00'],
    ["I'm sending it tomorrow", 'Wed 25'],
    ['Sending it tomorrow!', 'Wed 25'],
    ["Ok, I'll check and get back to you on Thursday", 'Thu 26'],
    ["I'll have it ready by Friday", 'Fri 27 by'],
    ['It will be ready on Saturday', 'Sat 28'],
    ['Your order will ship on Thursday', 'Thu 26'],
    ['Your new ceramic mugs will be sent tomorrow.', 'Wed 25'],
    ['Let me get back to you tomorrow', 'Wed 25'],
    ["We'll refund you before Friday", 'Fri 27 by'],
    ["I'll be in touch on Monday", 'Mon 30'],
    ['You will hear from us by Wednesday', 'Wed 25 by'],
    ["I'll definitely send the invoice next Monday", 'Mon 30'],
    ["I'll try to send it Thursday", 'Thu 26'],
    ['I promise you an answer by Friday', 'Fri 27 by'],
    ["Sorry for the wait. I'll call you in 2 days.", 'Thu 26'],
    ["We'll drop it off Friday at 4pm", 'Fri 27 16:00'],
    ["Sure, I'll email you the price list this afternoon at 4pm", 'Tue 24 16:00'],
    ['The quote will be with you by 5pm tomorrow', 'Wed 25 17:00 by'],
    ["Here is the photo. I'll send the measurements on 2026-12-01.", 'Tue 01'],
    ["I'll get you a quote by Thursday", 'Thu 26 by'],
    ['周四发你', 'Thu 26'],
    ['周四发您', 'Thu 26'],
    ['明天给您答复', 'Wed 25'],
    ['下周一之前寄出', 'Mon 30 by'],
    ['我明天下午3点给您打电话', 'Wed 25 15:00'],
    ['报价周五中午前发给您', 'Fri 27 12:00 by'],
    ['好的，周四发货', 'Thu 26'],
    ['您好，您的订单明天发出。', 'Wed 25'],
    ['我们后天给您寄过去', 'Thu 26'],
    ['我明天回复您', 'Wed 25'],
    ['明天一定给您回复！', 'Wed 25'],
    ['周五之前，我会把报价发给您', 'Fri 27 by'],
    ['不好意思久等了，明天上午10点前给您准信', 'Wed 25 10:00 by'],
    ['我下周二去给您修好', 'Tue 01'],
    ['我查一下，明天告诉您', 'Wed 25'],
    ['您要的样品周四寄给您', 'Thu 26'],
    ['放心，周六准时送到', 'Sat 28'],
    ['明天补发一份给您', 'Wed 25'],
    ['退款周五退给您', 'Fri 27'],
    ['12月1号前做好', 'Tue 01 by'],
    ['我这边明天安排发货', 'Wed 25'],
    ['晚点确认，后天给您报价', 'Thu 26'],
    ['这周五给你一个方案', 'Fri 27'],
    ['明天早上联系您', 'Wed 25 09:00'],
    ['發票明天開好寄給您', 'Wed 25'],
    ['我周三下午送过去', 'Wed 25 15:00'],
    ['周四上门给您量尺寸', 'Thu 26'],
    ['两天内给您答复', 'Thu 26 by'],
    ["You'll have it by month's end", 'Mon 30 by'],
    ['You will get it within 3 working days', 'Fri 27 by'],
    ["We'll ship it in two business days", 'Thu 26'],
    ['Will do by Friday', 'Fri 27 by'],
    ["Sure, I'll do that tomorrow", 'Wed 25'],
    ['今天下班前给您', 'Tue 24'],
    ['月底前给您', 'Mon 30 by'],
    ['十五号给您', 'Tue 15'],
    ['31号前给您', 'Thu 31 by'],
    ['月底一定给您', 'Mon 30'],
    ['三个工作日内发货', 'Fri 27 by'],
    ['3个工作日之内给您退款', 'Fri 27 by'],
    ['两天内到货', 'Thu 26 by'],
    ['明天会给您发的', 'Wed 25'],
    ["We'll answer within 24 hours", 'Wed 25 10:00 by'],
    ['我会在周五前处理好', 'Fri 27 by'],
    ['明天我把合同发您', 'Wed 25'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    'Shall I send it Thursday?',
    'Should I call you tomorrow?',
    'Would you like it sent on Thursday?',
    "If it arrives, I'll send it Thursday",
    "I'll send it Thursday if you pay today",
    "As soon as you confirm, we'll ship tomorrow",
    "Once it's here I'll call you on Friday",
    "Unless you object I'll ship on Friday",
    "I won't be able to send it Thursday",
    "I can't send it before Friday",
    'We will not ship on Sunday',
    "I'll never call you on a Sunday",
    'I sent it Thursday',
    'We shipped your order yesterday',
    'I have sent it on Monday',
    'You can pay Friday',
    "You'll have to pay by Friday",
    'You said you will pay by Friday',
    'Please send it back by Friday',
    'Can you send me the photos tomorrow?',
    '> I will send it Thursday',
    'You wrote “I will send it Thursday”',
    "I'll send it soon",
    "I'll send it",
    'We are closed on Thursday',
    "We'll be closed tomorrow",
    "I'll be away until Monday",
    'We are open Saturday',
    "I'll probably send it Thursday",
    "Maybe I'll call you tomorrow",
    "I'd send it Thursday",
    'Ben said he will call you tomorrow',
    'DHL will deliver it on Friday',
    'I could send it Thursday',
    "Thanks for your order of Thursday, I'll send the bill",
    "I'll send the sample you ordered on Thursday",
    'See you on Friday!',
    'Happy birthday for Thursday!',
    'The price is valid until Friday',
    'Your appointment is on Friday at 3pm',
    'Have a nice weekend, till Monday',
    '需要周四发给您吗？',
    '周四发可以吗',
    '要不要明天给您寄过去',
    '您看周四送到行不行',
    '如果到货了，我周四发给您',
    '您付款的话，明天发货',
    '只要您确认，周五就寄出',
    '到货后周四发您',
    '周四发不了',
    '明天不能给您寄',
    '周五没法送到',
    '明天不发货',
    '不保证周五前到',
    '不敢保证三个工作日内发货',
    '十五号给您发的',
    '31号前到货了',
    'Can you do it within 3 working days?',
    "The bank takes it within 3 working days if it's open",
    'Will do if it arrives by Friday',
    "The price holds until month's end",
    '三个工作日内能到吗',
    '月底前给您可以吗',
    '周四没空给您送',
    '周四发您了',
    '昨天已经寄出了',
    '上周四寄给您了',
    '您周五付款就行',
    '请您周五前付款',
    '您明天可以来取',
    '麻烦明天告诉我地址',
    '您周四寄回来吧',
    '你说周四给我答复',
    '快递明天送到',
    '顺丰周四送到您家',
    '可能周四发您',
    '大概明天给您回复',
    '应该周五能寄出',
    '尽快发给您',
    '我会发给您的',
    '我们周四休息',
    '周末不营业，周一见',
    '「周四发你」是谁说的',
    '优惠到周五结束',
    '什么时候给您寄？周四',
    '您周四要的是哪一款',
    '明天天气不错',
    '祝您周末愉快',
  ])('nothing: %s', (text) => {
    expect(read(text)).toBe('-');
  });

  it('is the first that is plain, of several', () => {
    expect(read("Thanks! Shall I add a card? I'll send it Thursday, and the bill on Friday.")).toBe('Thu 26');
    expect(read('收到。要不要加卡片？周四发您，发票周五寄。')).toBe('Thu 26');
  });

  it.each([
    [
      "I'll send you the quote Thursday and the invoice on Friday",
      ["26 I'll send you the quote Thursday", '27 the invoice on Friday'],
    ],
    ["I'll send it Thursday, and I'll call you Friday.", ["26 I'll send it Thursday", "27 I'll call you Friday"]],
    [
      "I'll ship it tomorrow and will send the invoice on Monday",
      ["25 I'll ship it tomorrow", '30 will send the invoice on Monday'],
    ],
    ['周四给您发报价单，周五寄样品', ['26 周四给您发报价单', '27 周五寄样品']],
    ["I'll send it Thursday. I'll call you Friday!", ["26 I'll send it Thursday.", "27 I'll call you Friday!"]],
    [
      "I'll send the quote tomorrow, the invoice Friday and the contract on Monday",
      ["25 I'll send the quote tomorrow", '27 the invoice Friday', '30 the contract on Monday'],
    ],
    [
      "I'll send the quote tomorrow and the invoice by Friday, and call you on Monday",
      ["25 I'll send the quote tomorrow", '27 the invoice by Friday', '30 call you on Monday'],
    ],
    ["I'll send it tomorrow and we'll call you on Friday", ["25 I'll send it tomorrow", "27 we'll call you on Friday"]],
    [
      "I'll send the form tomorrow, and return it by Friday",
      ["25 I'll send the form tomorrow, and return it by Friday"],
    ],
    ["I'll send it tomorrow, and call me on Friday", ["25 I'll send it tomorrow, and call me on Friday"]],
    ["I'll send it tomorrow, the shop opens on Friday", ["25 I'll send it tomorrow, the shop opens on Friday"]],
    // the same time once, and what is another's or no act of ours is none
    ["I'll send it Thursday and I'll call you Thursday", ["26 I'll send it Thursday and I'll call you Thursday"]],
    [
      "I'll send it Thursday and you pay the bill on Friday",
      ["26 I'll send it Thursday and you pay the bill on Friday"],
    ],
    [
      "I'll send it Thursday and the shop is closed on Friday until noon for us",
      ["26 I'll send it Thursday and the shop is closed on Friday until noon for us"],
    ],
    ['报价明天发您，账单周五，合同下周一给您', ['25 报价明天发您', '27 账单周五', '30 合同下周一给您']],
    ['明天发报价，周五前开账单，下周一三点给您电话', ['25 明天发报价', '27 周五前开账单', '30 下周一三点给您电话']],
    ['明天给您发货，周五休息', ['25 明天给您发货，周五休息']],
    ['周四给您发报价单，您周五付款', ['26 周四给您发报价单，您周五付款']],
    ["If you pay, I'll send it Thursday and the invoice on Friday", []],
  ])('of several each: %s', (text, made) => {
    const shown = promisesIn(text, context).map(
      ({ at, words }) => `${SHOWN.format(at).replace(',', '').slice(4, 6)} ${words}`,
    );
    expect(shown).toEqual(made);
  });

  it.each([
    // November has no 31st
    ['31号发货', 'Thu 31', 'Mon 30'],
    ['我们31号给您发货', 'Thu 31', 'Mon 30'],
    ["I'll send it on the 31st", 'Thu 31', 'Mon 30'],
    ["I'll send it by the 31st", 'Thu 31 by', 'Mon 30'],
    ['31号前给您', 'Thu 31 by', 'Mon 30'],
    ['30号发货', 'Mon 30', undefined],
    ['12月31号发货', 'Thu 31', undefined],
    ['31号楼的送过去了', '-', undefined],
    ['您的31号订单已发货', '-', undefined],
  ])('a day that this month lacks may be its last one: %s', (text, day, instead) => {
    const lastDay = promiseIn(text, context)?.lastDay;
    expect([read(text), lastDay && SHOWN.format(lastDay).slice(0, 7).replace(',', '')]).toEqual([
      day,
      instead && expect.stringContaining(instead),
    ]);
  });

  it('is read in a time that grows with the text and no faster', () => {
    const piece = "I'll send 我明天给您把报价周四前 ";
    const time = (times: number) => {
      const text = piece.repeat(times);
      const begun = performance.now();
      promiseIn(text, context);
      return performance.now() - begun;
    };
    time(50);
    expect(time(20_000)).toBeLessThan(20 * time(50) + 500);
  });
});

it('a note of what was said calls more a promise than the words themselves', () => {
  expect(promisedTimes('asked for the price, promised Thursday', context).map(({ promised }) => promised)).toEqual([
    true,
  ]);
  expect(promisedTimes('周四来店里看看', context).map(({ promised }) => promised)).toEqual([false]);
  expect(promisedTimes('周四发你', context).map(({ promised }) => promised)).toEqual([true]);
});
