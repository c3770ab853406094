import { plainly } from '../../plainly.ts';

const DAY = '(?:(?:on |next |this )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow)|tonight)';
const CLOCK = '(?:\\d{1,2}(?:[:.]\\d{2})? ?(?:[ap]m)?|noon|midnight)';
const ROW = `${CLOCK}(?:, ?(?:and )?(?:at )?${CLOCK}|,? (?:and|&) (?:at )?${CLOCK}){1,4}`;
const EACH = new RegExp(
  `^(?:please )?remind me (?<day>${DAY} )?at (?<row>${ROW}),? (?<behind>${DAY} )?(?<what>(?:to|about|that|for) .+)$`,
  'iu',
);
const CLOCKS = new RegExp(CLOCK, 'giu');

const DAY_ZH = '(?:今天|今晚|明天|明早|明晚|后天|早上|上午|中午|下午|傍晚|晚上|每天|下?周[一二三四五六日末]){1,2}';
const CLOCK_ZH = '(?:(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:半|[一三]刻|\\d{1,2}分?)?|\\d{1,2}:\\d{2})';
const ROW_ZH = `(?:${DAY_ZH})?${CLOCK_ZH}(?:[和跟与、,](?:${DAY_ZH})?${CLOCK_ZH}){1,4}`;
const EACH_ZH = new RegExp(
  `^(?:(?:请|记得)?(?<row>${ROW_ZH})[,、\\s]?(?:各|都|分别)?(?:提醒|叫|喊)(?:一下)?我|(?:请|记得)?(?:提醒|叫|喊)(?:一下)?我(?<row2>${ROW_ZH}))\\s?(?<what>[^,、\\s].*)$`,
  'u',
);
const CLOCKS_ZH = new RegExp(`(?<day>${DAY_ZH})?(?<clock>${CLOCK_ZH})`, 'gu');

/** Longer lines say something else; in UTF-16 units. */
const LONGEST = 160;

/** One thing at several times of a day, as it would be said of each: remind me at 3 and 5 to stretch. Undefined: it is at one. */
export function eachTimeSaid(text: string): string[] | undefined {
  const typed = text.trim().replace(/[.。!！]+$/u, '');
  if (typed.length > LONGEST || typed.includes('\n')) return undefined;
  const plain = plainly(typed);
  const english = EACH.exec(plain)?.groups;
  if (english) {
    const { day = '', row = '', behind = '' } = english;
    const what = typed.slice(-english.what!.length);
    return (row.match(CLOCKS) ?? []).map((clock) => `remind me ${day || behind}at ${clock.trim()} ${what}`);
  }
  const chinese = EACH_ZH.exec(plain)?.groups;
  if (!chinese) return undefined;
  const what = typed.slice(-chinese.what!.length);
  let said = '';
  return [...(chinese.row ?? chinese.row2 ?? '').matchAll(CLOCKS_ZH)].map(({ groups }) => {
    said = groups!.day ?? said;
    return `提醒我${said}${groups!.clock} ${what}`;
  });
}
