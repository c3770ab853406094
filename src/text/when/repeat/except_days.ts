import { headWords } from '../../cut.ts';
import { DAYS } from './repeat_en.ts';
import { WEEK, WEEKDAYS } from './repeat_zh.ts';

/** Nothing is looked for further from the beginning. */
const LONGEST = 300;

const BUT =
  '(?:except(?:ing)?(?: for)?|excluding|but not|but|other than|apart from|besides|bar|not|minus|without|never)(?: on)?(?: the)?';
const DAYS_OFF = `(?<days>${DAYS}|weekends?|weekdays|(?:working|business|work)[ -]?days)(?![\\p{L}\\p{N}]|['’]s)`;
const OFF = `(?<days>${WEEK}${WEEKDAYS}|周末|双休日|(?<!非)工作日)`;
/** Said of days, they come on all the others: 每周一以外, every sunday excluded. */
const OTHERS = [
  new RegExp(
    `[\\s,，(（]*(?<!除了?|除开|除去)(?<each>每个?)${OFF}(?:以外|之外|除外|不算|不用)(?:的)?(?:日子|时间|时候)?[)）]?[,，\\s]{0,2}都?`,
    'u',
  ),
  new RegExp(
    `^(?:(?:on|the|all) )?(?<each>(?:every|each) )?${DAYS_OFF} (?:excluded|excepted|aside|not included|off(?=,)),?`,
    'iu',
  ),
];
/** Which days are left out, wherever that is said. */
const EXCEPT: readonly RegExp[] = [
  new RegExp(`[\\s,(（]*(?<![\\p{L}\\p{N}])${BUT} ${DAYS_OFF}[)）]?,?`, 'iu'),
  new RegExp(`[\\s,(（]*(?<![\\p{L}\\p{N}])unless (?:it['’]?s|it is)(?: an?)? ${DAYS_OFF}[)）]?,?`, 'iu'),
  new RegExp(`\\s?[,(（]\\s?closed (?:on )?${DAYS_OFF}[)）]?,?`, 'iu'),
  ...OTHERS,
  new RegExp(
    `[\\s,，(（]*(?:除了?|除开|除去|不含|不包括|不算)(?:每个?)?${OFF}(?:以外|之外|外)?的?(?:日子|时间|时候)?[)）]?[,，\\s]{0,2}(?:都|的)?`,
    'u',
  ),
  new RegExp(`[\\s,，(（]*${OFF}(?:以外|之外|除外|不算|不用)(?:的(?:日子|时间|时候)?)?[)）]?[,，\\s]{0,2}都?`, 'u'),
];
/** The working days among what comes each day. */
const WORK = /week|work|business|工作/i;
const DAILY =
  /(?<![\p{L}\p{N}])(?:(?:every|each) (?:single )?(?:day|weekday|workday|working day|business day)|all (?:the )?(?:week|working |business )?days|(?:on )?(?:weekdays|workdays|working days|business days)|(?:every|each)(?= (?:morning|afternoon|evening|night)\b)|daily|everyday)(?![\p{L}\p{N}])|每[天日](?:都要?)?|天天|每个?工作日|(?<![非下上个第最后本这每周\d])工作日(?:每天)?/iu;

/** The same words with the days that are left out right behind those that come: every day except Sunday 8am; 每天除了周日八点. */
export function exceptFirst(text: string): string {
  const near = headWords(text, LONGEST);
  const pattern = EXCEPT.find((one) => one.test(near));
  const off = pattern?.exec(near);
  if (!off) return text;
  const { days = '', each } = off.groups!;
  const end = off.index + off[0].length;
  const without = `${text.slice(0, off.index)}${off.index > 0 && !/^[\s,，]/.test(text.slice(end)) ? ' ' : ''}${text.slice(end)}`;
  const daily = DAILY.exec(headWords(without, LONGEST));
  if (daily) return joined(without, daily.index, daily[0], days);
  return each !== undefined && OTHERS.includes(pattern!) ? joined(without, off.index, '', days) : text;
}

/** How often, with the days that are left out behind it, in words that are read as such. */
function joined(text: string, at: number, often: string, days: string): string {
  const behind = text.slice(at + often.length).trimStart();
  const isHan = /\p{Script=Han}/u.test(days);
  const bare = /^(?:every|each)$/i.test(often) ? often : `every ${WORK.test(often) ? 'workday' : 'day'}`;
  const said = isHan ? `${WORK.test(often) ? '每个工作日' : '每天'}除了${days}` : `${bare} except ${days}`;
  return `${text.slice(0, at)}${said} ${behind}`.trimStart();
}
