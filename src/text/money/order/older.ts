import { headWords } from '../../cut.ts';
import { plainly } from '../../plainly.ts';
import { readChineseNumber } from '../numerals.ts';

/** How many days have passed at least, and the words beside that. */
interface Older {
  days: number;
  rest: string;
}

/** older than 7 days, over 2 weeks, 30+ days. */
const EN =
  /(?:^|\s)(?:(?:for )?(?:older than|over|more than|longer than)\s(?<over>\d{1,3})|(?<plus>\d{1,3})\s?\+)\s?(?<unit>days?|d|weeks?|w|months?)(?: ago| old)?(?=$|\s)/i;
/** 超过7天, 7天以上, 两周以前, 三个月前. */
const ZH =
  /(?:(?:已?超过|超|多于)\s?(?<over>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?个?(?<unit>天|日|周|星期|礼拜|月)|(?<![\d月年一二三四五六七八九十])(?<plus>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?个?(?<behind>天|日|周|星期|礼拜|月)(?:以上|以前|之前|前))/;

/** What a text says of how long ago something has to be at least; undefined: nothing. A month is 30 days. */
export function olderThan(text: string): Older | undefined {
  const typed = headWords(text.trim(), 200);
  const plain = plainly(typed);
  if (plain.length !== typed.length) return undefined;
  const found = EN.exec(plain) ?? ZH.exec(plain);
  if (!found) return undefined;
  const { over, plus, unit, behind } = found.groups ?? {};
  const days = unitDays((unit ?? behind)!) * numberIn((over ?? plus)!);
  const rest = `${typed.slice(0, found.index)} ${typed.slice(found.index + found[0].length)}`
    .replace(/\s+/g, ' ')
    .trim();
  return days > 0 ? { days, rest } : undefined;
}

const numberIn = (figure: string): number => (/^\d/.test(figure) ? Number(figure) : (readChineseNumber(figure) ?? 0));

function unitDays(unit: string): number {
  if (/^(?:w|周|星期|礼拜)/i.test(unit)) return 7;
  return /^(?:m|月)/i.test(unit) ? 30 : 1;
}
