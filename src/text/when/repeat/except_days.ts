import { headWords } from '../../cut.ts';
import { DAYS } from './repeat_en.ts';
import { WEEK, WEEKDAYS } from './repeat_zh.ts';

/** Nothing is looked for further from the beginning. */
const LONGEST = 300;

const BUT =
  '(?:except(?:ing)?(?: for)?|excluding|but not|but|other than|apart from|besides|bar|not|minus)(?: on)?(?: the)?';
const OFF = `(?:${WEEK}${WEEKDAYS}|周末|双休日)`;
/** Which days are left out, wherever that is said. */
const EXCEPT: readonly RegExp[] = [
  new RegExp(`[\\s,(（]*(?<![\\p{L}\\p{N}])${BUT} (?<days>${DAYS}|weekends?)(?![\\p{L}\\p{N}]|['’]s)[)）]?,?`, 'iu'),
  new RegExp(
    `[\\s,，(（]*(?:除了?|除开|除去|不含|不包括|不算)(?:每个?)?(?<days>${OFF})(?:以外|之外|外)?[)）]?[,，\\s]{0,2}(?:都|的)?`,
    'u',
  ),
  new RegExp(`[\\s,，(（]*(?<days>${OFF})(?:除外|不算|不用)[)）]?`, 'u'),
];
const DAILY =
  /(?<![\p{L}\p{N}])(?:(?:every|each) (?:single )?(?:day|weekday|workday|working day|business day)|(?:every|each)(?= (?:morning|afternoon|evening|night)\b)|daily|everyday)(?![\p{L}\p{N}])|每[天日](?:都要?)?|天天|每个?工作日/iu;

/** The same words with the days that are left out right behind those that come: every day except Sunday 8am; 每天除了周日八点. */
export function exceptFirst(text: string): string {
  const near = headWords(text, LONGEST);
  const off = EXCEPT.map((pattern) => pattern.exec(near)).find(Boolean);
  if (!off) return text;
  const end = off.index + off[0].length;
  const without = `${text.slice(0, off.index)}${off.index > 0 && !/^[\s,，]/.test(text.slice(end)) ? ' ' : ''}${text.slice(end)}`;
  const daily = DAILY.exec(headWords(without, LONGEST));
  if (!daily) return text;
  const { days } = off.groups!;
  const joined = /\p{Script=Han}/u.test(days!) ? `除了${days}` : ` except ${days}`;
  const at = daily.index + daily[0].length;
  return `${without.slice(0, at)}${joined} ${without.slice(at).trimStart()}`.trimStart();
}
