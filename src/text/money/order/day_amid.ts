import { narrow } from '../../normalise.ts';

/** A day at an edge of an article's name that is written in figures, or lies ahead, and the ways in which it may be meant. */
interface DayAmid {
  said: string;
  /** To be put behind the goods. */
  ways: string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** logo 11/03, logo 11/3/26, 11.18 龙井; what is in front of other words is rather a fraction: 1/2 day. */
const FIGURES =
  /(?:^(?<front>\d{1,2}\.\d{1,2}(?:\.(?:20)?\d{2})?)(?=\s+\p{Script=Han})|(?<=[\p{L}\d][)）]?\s{1,3})(?<behind>\d{1,2}\/\d{1,2}(?:\/(?:20)?\d{2})?)$)/u;
const AHEAD = /^(?:明天|后天|今晚|下周[一二三四五六日天]?|tomorrow|tonight|next (?:week|month))(?=[\s:：,，])/iu;

/** A day at either end of the name; undefined: there is none. */
export function dayAmid(title: string): DayAmid | undefined {
  const plain = narrow(title);
  const ahead = AHEAD.exec(plain)?.[0];
  if (ahead) return { said: title.slice(0, ahead.length), ways: [`, note: ${title.slice(0, ahead.length)}`] };
  const found = FIGURES.exec(plain);
  const said = found?.groups?.front ?? found?.groups?.behind;
  if (!said) return undefined;
  const [first = 0, second = 0, year] = said.split(/[./]/u).map(Number);
  const isHan = /\p{Script=Han}/u.test(title);
  const way = (month: number, date: number): string[] => {
    if (month < 1 || month > 12 || date < 1 || date > 31) return [];
    const inYear = year === undefined ? '' : String(year < 100 ? 2000 + year : year);
    if (isHan) return [` ${inYear && `${inYear}年`}${month}月${date}日`];
    return [` on ${MONTHS[month - 1]} ${date}${inYear && `, ${inYear}`}`];
  };
  const days = [...new Set([...way(first, second), ...(isHan ? [] : way(second, first))])];
  // 1/2 day: half of something
  return days.length === 0 ? undefined : { said, ways: [...days, `, note: ${said}`] };
}
