import { headWords } from '../cut.ts';
import { narrow } from '../normalise.ts';
import type { WhenContext } from '../when/format_when.ts';
import { dayOf, isoDay } from '../when/zone.ts';
import { dayRead, dayWritten, MONTHS, monthRead } from './contract/days.ts';
import { type NoticeDay, noticeDayIn } from './contract/notice_day.ts';
import { type Money, parseMoney } from './money.ts';

type Unit = 'day' | 'week' | 'month';

/** What is said of a contract, as far as it was understood. Days as 'YYYY-MM-DD'. */
export interface ContractWords {
  startsOn?: string;
  /** 'open': without an end. */
  endsOn?: string;
  /** It runs so long from its start. */
  months?: number;
  notice?: { count: number; unit: Unit; to?: 'month' | 'quarter' } | 'none';
  /** Or its last day instead. */
  noticeDay?: NoticeDay;
  /** By so many months; 'none': it ends. */
  renewsBy?: number | 'none';
  value?: Money;
  per?: 'once' | 'month' | 'year';
  /** What is none of that. */
  title?: string;
  /** What tells of days or terms, or commands something, and was not understood; and the days that it may mean. */
  unread?: { words: string; days?: string[] }[];
}

export const OPEN_END = 'open';

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ a: 1, an: 1, another: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, nine: 9, twelve: 12 },
  ...{ 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 九: 9, 十: 10, 十二: 12, 半: 6 },
};
const COUNT = '(\\d{1,3}|an?|another|one|two|three|four|five|six|nine|twelve|十二|[一两二三四五六九十])';
const UNIT = '(days?|weeks?|months?|years?|天|日|周|个?星期|个?月|年)';
const TO =
  '(?:\\s?(?:,|to|at|for|by)?\\s?(?:the\\s)?end\\sof\\s(?:the\\s|a\\s|any\\s)?(month|quarter)|\\s?(?:至|到|于)?(月末|月底|季末|季度末|季底))?';
const any = (...patterns: string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'iu');

const END = any(
  '(?:(?:valid|runs?|lasts?|good)\\s)?(?:until|till?|through|thru|to|ends?(?:\\son)?|ending(?:\\son)?|expires?(?:\\son)?|bis(?:\\szum)?|end(?:\\sdate)?:?)\\s(.{1,40})',
  '(?:有效期|合同期|期限)?\\s?(?:截止(?:到|至)?|到期日?(?:是|为)?|到|至)\\s?[:：]?\\s?(.{1,30}?)(?:为?止|到期|结束)?',
  '(\\d{4}.{1,12}?)(?:到期|截止|结束)',
);
const START = any(
  '(?:from|starting(?:\\son)?|starts?(?:\\son)?|since|begins?(?:\\son)?|beginning)\\s(.{1,40})',
  '(?:从|自|起始日?|开始日?)\\s?[:：]?\\s?(.{1,30}?)(?:起|开始|生效)?',
  '(\\d{4}.{1,12}?)(?:起|开始|生效)',
);
const OPEN = any(
  '(?:without\\s(?:an\\s)?end(?:\\sdate)?|open[- ]ended|no\\send(?:\\sdate)?|unlimited)',
  '无固定期限|不定期|长期|没有期限',
);
const RUNS = any(
  `(?:for|runs?(?:\\sfor)?|term:?|duration:?)\\s${COUNT}\\s?${UNIT}`,
  `(?:为期|期限|合同期|有效期|签了?)\\s?[:：]?\\s?${COUNT}\\s?${UNIT}`,
  `${COUNT}\\s?(years?|年)`,
);
const NOTICE = any(
  `(?:with\\s)?${COUNT}[\\s-]?${UNIT}['’]?\\s(?:of\\s)?(?:written\\s)?notice(?:\\speriod)?${TO}`,
  `notice(?:\\speriod)?(?:\\sof|\\sis|:)?\\s${COUNT}\\s?${UNIT}${TO}`,
  `(?:to\\sbe\\s)?(?:cancel(?:l?able|led|ed)?|terminat(?:e|ed|able))\\s(?:at\\sleast\\s)?${COUNT}\\s?${UNIT}\\s(?:before(?:hand)?|in\\sadvance|ahead|prior)(?:\\s(?:to\\s)?(?:the\\send|it\\sends|expiry))?`,
  `(?:需|要|须)?提前\\s?${COUNT}\\s?${UNIT}(?:的?书面)?(?:通知|告知|解约|解除|终止|提出)?${TO}`,
  `通知期(?:为|是)?\\s?[:：]?\\s?${COUNT}\\s?${UNIT}${TO}`,
);
const NO_NOTICE = any('(?:no|without)\\snotice(?:\\speriod)?', '无需?通知期?|不用通知');
const RENEWS = any(
  `(?:auto(?:matic(?:ally)?|matic)?[\\s-]?)?(?:renews?|renewal|renewing|extends?|rolls?\\s(?:on|over))(?:\\sautomatically|\\sitself)?(?:(?:\\s(?:by|for|every|each))?\\s(?:another\\s)?(?:${COUNT}\\s)?${UNIT})?`,
  `auto[\\s-]?renew(?:s|al|ing)?(?:\\s${COUNT}\\s?${UNIT})?`,
  `(?:到期)?自动(?:续约|续期|续签|续展|延期|顺延|续)\\s?(?:${COUNT}?\\s?${UNIT})?`,
);
const YEARLY = any('(?:auto[\\s-]?)?renews?\\s(?:yearly|annually|every\\syear)', '每年自动续(?:约|期|签)?');
const MONTHLY = any('(?:auto[\\s-]?)?renews?\\s(?:monthly|every\\smonth)', '(?:每|按)月自动续(?:约|期|签)?');
const NO_RENEWAL = any(
  "(?:(?:does\\snot|doesn['’]t|will\\snot|won['’]t|no)\\s(?:auto[\\s-]?)?(?:renew(?:al)?|extend)|no\\s(?:auto[\\s-]?)?renewal|ends\\sby\\sitself|fixed\\sterm)",
  '(?:到期)?不(?:再|会)?(?:自动)?续(?:约|期|签)?|到期(?:即|自动)?(?:终止|结束)',
);
const PER = any(
  '(.{1,24}?)\\s?(?:/|per|a|an|each|every)\\s?(month|year|mo|yr|annum)',
  '(.{1,24}?)\\s(monthly|yearly|annually)',
  '(每月|每年|月付|年付|月费|年费|按月|按年)\\s?[:：]?\\s?(.{1,24})',
  '(.{1,24}?)\\s?(?:/|每|一)\\s?个?(月|年)',
);
const VALUE = any(
  '(?:worth|value:?|total:?|fee:?|price:?|amount:?)\\s(?:of\\s)?(.{1,24})',
  '(?:总价|金额|合同额|价值|总额|共)\\s?[:：]?\\s?(.{1,24})',
);
const TITLE = /^(?:title|about|for|名称|标题|内容)\s?[:：]\s?(.{1,200})$/iu;

/** Where a new fact begins behind a blank, though no comma parts them. */
const BEGINS =
  /(?<=\S)\s+(?=(?:valid until|runs? until|(?<!(?:valid|runs?)\s)(?:until|till?|through)\s|ends\s|ending|expires?\s|bis\s|for\s(?:\d{1,3}|an?|one|two|three|four|five|six|nine|twelve)\s?(?:month|year)|\d{1,3}\s?[dwm]\s(?:of\s)?notice|cancel(?:l?able|led|ed)?\s\d|(?<!(?:from|until|till?|to|since|on|bis|starts?|starting|ends?|ending|[:：至到从自日期])\s)\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s?(?:[-–—~到至]|to\s|until\s)\s?\d|有效期|from\s|starting|starts?\s|since\s|begins?\s|(?:with\s)?(?:\d{1,3}|one|two|three|four|six|twelve)[\s-](?:days?|weeks?|months?)['’]?\s(?:of\s)?(?:written\s)?notice|(?<!(?:months?|weeks?|days?|of|for|giv(?:e|ing)|written|no|without|until)['’]?\s)notice\s|no notice|(?:the\s)?(?:last\s(?:day|date)|deadline)\s(?:for|of|to\sgive)\s(?:giving\s)?notice|(?<!to\s)giv(?:e|ing)\s(?:written\s)?notice\s|(?<!be\s)(?:to\sbe\s)?(?:cancel|terminat)[a-z]*\s(?:by|before|until|till?|not?\slater)\s|最[晚迟]\s?[\d通解]|(?<!最[晚迟]\s?)(?:\d{4}年)?\d{1,2}月\S{1,4}前\S{0,6}(?:通知|告知)|(?<!(?:not|no|n['’]t)\s)auto|(?<!(?:not|no|n['’]t|auto|automatic)\s)renew(?:s|al)|no (?:auto[\s-]?)?renewal|does not renew|doesn['’]t renew|without end|open[- ]ended|worth\s|截止|到期|[到至从自]\s?[\d年月本今明下]|需?提前|通知期|自动续|不续|不自动续|\d{4}年(?:\d{1,2}月)?(?:[底末]|\d{1,2}[日号])(?:到期|截止|结束)|签了?\s?[\d一两二三四五六十]{1,3}(?:年|个月)|每月|每年|无固定期限|总价|金额|为期|期限))/giu;
/** Chinese parts them by nothing. */
const GLUED =
  /(?<=[\d\p{Script=Han}])(?=(?:需?提前\s?[\d一两二三四五六九十]|到期自动续|自动续|到期不续|(?<!到期)不续约|无固定期限|通知期|每月\s?\d|每年\s?\d))/gu;

/** A contract has no more to say. */
const LONGEST = 600;

/** What the words say of a contract. What is none of what one says is its title. */
export function contractTermsIn(words: string, moment: WhenContext, currency: string): ContractWords {
  const said: ContractWords = {};
  const left: string[] = [];
  const unread: { words: string; days?: string[] }[] = [];
  for (const piece of piecesOf(headWords(words, LONGEST))) {
    const read = factIn(piece, moment, currency);
    const days = eitherDay(piece);
    if (days) unread.push({ words: piece, days });
    // of a time and a day only the first counts, and the other is asked about
    else if (read?.noticeDay ? said.notice : read?.notice && said.noticeDay) unread.push({ words: piece });
    else if (read) Object.assign(said, read);
    else if (isUnread(piece)) unread.push({ words: piece });
    else {
      const { title, value } = withoutValue(piece, currency);
      Object.assign(said, value);
      left.push(title);
    }
  }
  if (said.startsOn && !said.endsOn && !said.months) Object.assign(said, termBehind(left));
  const rest = words.slice(headWords(words, LONGEST).length).trim();
  const title = [said.title, ...left, rest].filter(Boolean).join(', ');
  return { ...said, ...(title && { title }), ...(unread.length > 0 && { unread }) };
}

/** Car lease 48 months, from 2026-11-15: what runs from a day has its term behind its title. */
function termBehind(left: string[]): ContractWords | undefined {
  const [, title, count, unit] =
    /^(?:(.*\S)\s|)(\d{1,3})[\s-]?(months?|years?|个月|年)$/iu.exec(left.at(-1) ?? '') ?? [];
  const read = unit ? runsIn(`for ${count} ${unit}`) : undefined;
  if (read) left.splice(-1, 1, ...(title ? [title] : []));
  return read;
}

/** 'title: Upkeep': whether a title is said to be one. */
export const namesTitle = (words: string): boolean =>
  piecesOf(headWords(words, LONGEST)).some((one) => TITLE.test(one));

/** What can only be meant as a day or a term. */
const UNREAD = [
  /^(?:(?:valid|runs?)\s)?(?:until|till?|bis|expires?|expiring|ends?|ending)(?:\s|$)|\s(?:until|till?|bis)$/iu,
  /^(?:截止|到期|有效期|合同期|通知期)|^[到至]\s?\d/u,
  new RegExp(
    `^(?:from|to|through|thru|since|starts?|starting|begins?|beginning|valid)\\s.{0,12}?(?:\\d|${MONTHS}\\b)`,
    'iu',
  ),
  /^(?:for|term|duration)\s\d{1,3}\s?(?:d|days?|w|weeks?|m|months?|y|years?)\b/iu,
  /(?:^|[^\d])(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)/u,
  new RegExp(`(?:^|\\s)(?:\\d{1,2}(?:st|nd|rd|th)?\\s${MONTHS}|${MONTHS}\\s\\d{1,2})(?:\\s|$)`, 'iu'),
  /\d.{0,24}\bnotice\b|\bnotice\b.{0,24}\d|^(?:(?:auto[\s-]?)?renew|cancel|terminat).{0,24}\d/iu,
  /\d\s?(?:个?月|天|日|年).{0,8}(?:通知|解约|续)|(?:提前|续约|续签|续期).{0,8}[\d一两二三四五六九十]|[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}[日号]/u,
];
const COMMANDS =
  /^(?:delete|remove|drop|done|rename|merge|void|until|till?|from|to|notice|undo|stop|close|cancel|end|renew|help|删除|删掉|完成|改名|合并|作废|撤销|取消|关闭|到|至|从)$/iu;

function isUnread(piece: string): boolean {
  const plain = narrow(piece).trim();
  return COMMANDS.test(plain) || UNREAD.some((sign) => sign.test(plain));
}

/** 03/04/2027 is a day in March to some and one in April to others. */
function eitherDay(piece: string): string[] | undefined {
  if (TITLE.test(piece)) return undefined;
  const [, one, two, year] = /(?:^|[^\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/u.exec(narrow(piece)) ?? [];
  if (year === undefined || Number(one) > 12 || Number(two) > 12 || Number(one) === Number(two)) return undefined;
  const days = [dayOf(Number(year), Number(one), Number(two)), dayOf(Number(year), Number(two), Number(one))];
  return days.flatMap((day) => (day === undefined ? [] : [isoDay(day)]));
}

function piecesOf(words: string): string[] {
  return words
    .split(/\s\/\s|[;；、\n]|(?<!\d)[,，]|[,，](?!\d)/u)
    .flatMap((part) =>
      TITLE.test(part.trim()) ? [part] : part.replace(BEGINS, '\u0000').replace(GLUED, '\u0000').split('\u0000'),
    )
    .map((piece) => piece.trim().replace(/^(?:and|with|和|并)\s+(?=\S)/iu, ''))
    .filter(Boolean);
}

const SHORT: Readonly<Record<string, string>> = { d: 'days', w: 'weeks', m: 'months' };

function factIn(piece: string, moment: WhenContext, currency: string): ContractWords | undefined {
  const plain = narrow(piece)
    .replace(/[.。]$/u, '')
    .trim()
    .replace(
      /^(\d{1,3})\s?([dwm])(?=\s(?:of\s)?notice)/iu,
      (_, count, unit) => `${count} ${SHORT[unit.toLowerCase()]}`,
    );
  const title = TITLE.exec(piece)?.[1]?.trim();
  if (title) return { title };
  if (OPEN.test(plain)) return { endsOn: OPEN_END };
  if (NO_NOTICE.test(plain)) return { notice: 'none' };
  if (NO_RENEWAL.test(plain)) return { renewsBy: 'none' };
  if (YEARLY.test(plain)) return { renewsBy: 12 };
  if (MONTHLY.test(plain)) return { renewsBy: 1 };
  const noticeDay = noticeDayIn(plain, moment);
  if (noticeDay) return { noticeDay };
  return noticeIn(plain) ?? renewalIn(plain) ?? daysIn(plain, moment) ?? runsIn(plain) ?? valueIn(plain, currency);
}

/** Website care 100 EUR a month: behind a title an amount says what it is, or how often. */
function withoutValue(piece: string, currency: string): { title: string; value?: ContractWords } {
  for (const { index } of [...piece.matchAll(/\s+(?=\S)/gu)].slice(-5)) {
    const said = narrow(piece.slice(index)).trim();
    const value = /^[\d.,]+$/.test(said) ? undefined : valueIn(said, currency);
    if (value) return { title: piece.slice(0, index).trim(), value };
  }
  return { title: piece };
}

const wordsOf = (pattern: RegExp, plain: string): string[] | undefined => pattern.exec(plain)?.slice(1).filter(Boolean);

function noticeIn(plain: string): ContractWords | undefined {
  const found = wordsOf(NOTICE, plain);
  const span = found && spanOf(found[0], found[1]);
  if (!found || !span) return undefined;
  const to = found[2] && (/month|月/iu.test(found[2]) ? 'month' : 'quarter');
  return { notice: { ...span, ...(to && { to: to as 'month' | 'quarter' }) } };
}

function renewalIn(plain: string): ContractWords | undefined {
  const found = wordsOf(RENEWS, plain);
  if (!found) return undefined;
  if (found.length === 0) return { renewsBy: 12 };
  const span = found.length > 1 ? spanOf(found[0], found[1]) : spanOf('1', found[0]);
  return span?.unit === 'month' && span.count > 0 && span.count <= 120 ? { renewsBy: span.count } : undefined;
}

function runsIn(plain: string): ContractWords | undefined {
  const [count, unit] = wordsOf(RUNS, plain) ?? [];
  const span = spanOf(count, unit);
  return span?.unit === 'month' && span.count > 0 && span.count <= 600 ? { months: span.count } : undefined;
}

/** A year is twelve months. */
function spanOf(count: string | undefined, unit: string | undefined): { count: number; unit: Unit } | undefined {
  if (!count || !unit) return undefined;
  const many = NUMBERS[count.toLowerCase()] ?? Number(count);
  if (!Number.isInteger(many)) return undefined;
  if (/^(?:years?|年)$/iu.test(unit)) return { count: many * 12, unit: 'month' };
  if (/month|月/iu.test(unit)) return { count: many, unit: 'month' };
  return { count: many, unit: /week|周|星期/iu.test(unit) ? 'week' : 'day' };
}

function daysIn(plain: string, moment: WhenContext): ContractWords | undefined {
  const range =
    /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s?(?:-|–|—|~|to|until|till?|到|至)\s?(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)$/iu.exec(
      plain,
    );
  const [from, to] = range ? [dayWritten(range[1]!), dayWritten(range[2]!)] : [];
  if (from && to) return { startsOn: from, endsOn: to };
  const parts = plain
    .replace(/^(?:from|valid\sfrom|从|自)\s?/iu, '')
    .split(/\s(?:to|until|till?|through|thru|bis|-|–|—)\s|[到至~]/iu);
  if (parts.length === 2 && parts[0]!.length <= 40 && parts[1]!.length <= 40) {
    const [startsOn, endsOn] = parts.map((part) => dayRead(part.replace(/[起止]$/u, '').trim(), moment));
    if (startsOn && endsOn) return { startsOn, endsOn };
  }
  const end = wordsOf(END, plain)?.[0];
  const endsOn = end && (dayRead(end, moment) ?? monthRead(end, moment, 'last'));
  if (endsOn) return { endsOn };
  const start = wordsOf(START, plain)?.[0];
  const startsOn = start && (dayRead(start, moment) ?? monthRead(start, moment, 'first'));
  return startsOn ? { startsOn } : undefined;
}

function valueIn(plain: string, currency: string): ContractWords | undefined {
  const per = wordsOf(PER, plain);
  if (per) {
    const isFirst = /^(?:每|月付|年付|月费|年费|按)/u.test(per[0]!);
    const value = parseMoney(isFirst ? per[1]! : per[0]!, currency);
    const unit = isFirst ? per[0]! : per[1]!;
    if (value && value.minor !== '0') return { value, per: /mo|月/iu.test(unit) ? 'month' : 'year' };
  }
  const value = parseMoney(wordsOf(VALUE, plain)?.[0] ?? plain, currency);
  return value && value.minor !== '0' ? { value, per: 'once' } : undefined;
}

/** Words that ask of a contract instead of saying something of one. */
export const isAsked = (words: string): boolean =>
  /[?？]\s*$|^(?:when|what|how|which|who|does|do|did|is|are|until when)\b|什么时候|到什么|何时|哪天|多久|多少/iu.test(
    words.trim(),
  );
