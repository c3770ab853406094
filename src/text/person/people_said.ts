import { plainly } from '../plainly.ts';
import type { WhenContext } from '../when/format_when.ts';
import { timeIn } from '../when/time_like.ts';
import { boughtSaid } from './whom/bought_said.ts';

/** How people are meant in plain words, and the filter that says so; `$1` is what stands there. `but`: all but those. */
const CHINESE: readonly (readonly [pattern: RegExp, filter: string])[] = [
  [
    /^(?:在)?(今天|明天|本周|这周|下周|本月|这个月|当月|下个?月|[\d一二三四五六七八九十]{1,2}月)(?:份)?(?:过)?生日的?(?:客户|顾客|客人|人)?$/u,
    'birthday:"$1"',
  ],
  [/^(?:所有|全部)?(?:的)?(?:住)?在?([\p{Script=Han}、]{2,16}?)市?的(?:客户|顾客|客人|人)?$/u, 'city:"$1"'],
];
const ENGLISH: readonly (readonly [pattern: RegExp, filter: string])[] = [
  [
    /^(?:everyone|everybody|all|people|customers|those)\s(?:who (?:live )?)?(?:in|from)\s(\S[^,;]{1,29})$/iu,
    'city:"$1"',
  ],
  [
    /^(?:everyone|everybody|all|people|customers|those)?\s?(?:(?:who (?:have|has)|with) )?(?:a |their )?birthdays? (?:in |on |is )?(today|tomorrow|this week|next week|this month|next month)$/iu,
    'birthday:"$1"',
  ],
];
/** What they spent, which language they speak, which tag they have: nothing about buying or a place. */
const OF_THEM: readonly (readonly [pattern: RegExp, filter: string])[] = [
  [
    /^(?:所有|全部)?(?:人|客户|顾客)?(?:一共|总共|累计)?(?:消费|花)(?:了|过)?(?:超过|多于|大于|高于)\s?[¥￥$€£]?\s?(\d{1,9})(?:元|块|块钱)?的?(?:客户|顾客|客人|人)?$/u,
    'spent:>$1',
  ],
  [
    /^(?:所有|全部)?(?:人|客户|顾客)?(?:消费|花)(?:了|过)?(?:满|至少)\s?[¥￥$€£]?\s?(\d{1,9})(?:元|块|块钱)?(?:以上)?的?(?:客户|顾客|客人|人)?$/u,
    'spent:>=$1',
  ],
  [
    /^(?:everyone|everybody|all|people|customers|those|anyone)?\s?(?:who|that)\s(?:has |have )?(?:spent|spend|paid)\s(?:more than|over|above)\s[$€£¥]?\s?(\d{1,9})(?: (?:in all|in total|altogether))?$/iu,
    'spent:>$1',
  ],
  [
    /^(?:everyone|everybody|all|people|customers|those|anyone)?\s?(?:who|that)\s(?:has |have )?(?:spent|spend|paid)\sat least\s[$€£¥]?\s?(\d{1,9})(?: (?:in all|in total|altogether))?$/iu,
    'spent:>=$1',
  ],
  [
    /^(?:所有|全部)?(?:人|客户|顾客)?(?:会)?(?:说|讲|用)(中文|英文|英语|汉语|普通话)的(?:客户|顾客|客人|人)?$/u,
    'lang:$1',
  ],
  [
    /^(?:everyone|everybody|all|people|customers|those|anyone)?\s?(?:who|that)\sspeaks?\s(english|chinese)$/iu,
    'lang:$1',
  ],
  [
    /^(?:everyone|everybody|all|people|customers|those|anyone)\s(?:with|(?:who (?:are|is|have|has) )?tagged|who (?:have|has))\s(?:the tag )?([#＃][\p{L}\p{N}_-]{1,30})$/iu,
    '$1',
  ],
];
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ 中文: 'zh', 汉语: 'zh', 普通话: 'zh', chinese: 'zh', 英文: 'en', 英语: 'en', english: 'en' },
};
/** All there are, but for those behind it. */
const BUT = [
  /^(?:所有人|所有客户|大家|全部|全体)?[\s，,]{0,3}(?:除了|除开|除去)\s?(.{1,60}?)(?:以外|之外|外)?(?:的)?(?:所有人|所有客户|其他人|大家|人)?(?:都发)?$/u,
  /^([^除\s][^除]{0,59}?)(?:以外|之外)的?(?:所有人|所有客户|其他人|大家|客户|顾客|人)?$/u,
  /^(?:everyone|everybody|all|all people|all customers)(?:\s|\s?,\s?)(?:but not|but|except|except for|excluding|other than|apart from|without)\s(.{1,60})$/iu,
  /^except(?: for)?\s(.{1,60})$/iu,
  /^(?:不是|非)\s?([^\s的]{1,30})的?(?:所有人|客户|顾客|人)?$/u,
];
/** Some of these, but for those: the first are whom it is for. */
const SOME_BUT = [
  /^(\S.{0,60}?)[\s，,]{0,3}(?:但是?|不过)?(?:除了|除开|除去|不包括|不含|排除|去掉)\s?(.{1,60}?)(?:以外|之外|外)?$/u,
  /^(\S.{0,60}?)(?:[\s，,]{1,3}|[\s，,]{0,3}(?:但是?|不过))(?:不要|别发给?|不发给?)\s?(.{1,60}?)的?$/u,
  /^(\S.{0,60}?)(?:[\s，,]{1,3}(?:但是?|不过)?|(?:但是?|不过))\s?(\S{1,30}?)(?:除外|不要|不算)$/u,
  /^(\S.{0,60}?)(?:\s|\s?,\s?)(?:except|except for|excluding|but not|other than|apart from)\s(.{1,60})$/iu,
];
/** Of a place they are not in. */
const ELSEWHERE = [
  /^(?:所有|全部)?(?:人|客户|顾客)?不(?:住)?在([\p{Script=Han}]{2,6}?)市?的(?:客户|顾客|客人|人)?$/u,
  /^(?:everyone|everybody|all|people|customers|all customers|all people|those)\s(?:who (?:are|do|is) )?not\s(?:live )?(?:in|from)\s(\S[^,;]{1,29})$/iu,
];
const JOINED = /\s{0,3}[、，,;；]\s{0,3}(?:and\s)?|\s(?:and|or|nor|和|跟|或者?|以及)\s/u;
/** 林小梅和王强: two who are left out, where each may be a name. */
const JOINED_HAN = /(?<=[\p{L}\p{N}]{2})(?:和|跟|以及|或者?)(?=[#＃]?[\p{L}\p{N}]{2})/u;
/** 买过龙井的老客: those of a kind who bought. */
const OF_KIND = /^(.{1,50}的)([^\s的]{1,12})$/u;
const OR = /\s(?:or|或者?)\s/iu;
/** 买过龙井的, 除了 #老客, everyone who bought mugs, #vip、#老客: the filter they say. Undefined: nothing of that kind. */
export function peopleSaid(typed: string, clock: WhenContext): string | undefined {
  const words = plainly(typed).trim();
  if (words.length > 200) return undefined;
  for (const pattern of ELSEWHERE) {
    const place = pattern.exec(words)?.[1];
    if (place) return `-city:"${place}"`;
  }
  for (const pattern of BUT) {
    const but = pattern.exec(words)?.[1]?.trim();
    if (but) return leftOut(but, clock);
  }
  for (const pattern of SOME_BUT) {
    const [, some, but] = pattern.exec(words) ?? [];
    // of each of the groups they are left out
    if (some && but) return eachGroup(peopleSaid(some, clock) ?? some, leftOut(but, clock));
  }
  const bought = boughtSaid(words, clock);
  if (bought) return 'sure' in bought ? bought.sure : undefined;
  const [, who, kind] = OF_KIND.exec(words) ?? [];
  const theirs = who && boughtSaid(who, clock);
  if (theirs) return 'sure' in theirs ? eachGroup(theirs.sure, kind!) : undefined;
  for (const [pattern, filter] of OF_THEM) {
    const found = pattern.exec(words)?.[1];
    if (found) return filter.replace('$1', LANGUAGES[found.toLowerCase()] ?? found);
  }
  for (const [pattern, filter] of [...CHINESE, ...ENGLISH]) {
    const found = pattern.exec(words);
    // of any of several places; 'in London tomorrow' is no place
    if (found && (filter !== 'city:"$1"' || timeIn(found[1]!) === undefined))
      return found[1]!
        .split(PLACES)
        .map((one) => filter.replace('$1', one))
        .join(' or ');
  }
  return narrowed(words, clock) ?? inARow(words, clock);
}

/** 杭州的老客, 非vip的老客, 'regulars in london': those of a kind whom something further is said of. */
function narrowed(words: string, clock: WhenContext): string | undefined {
  for (const pattern of WHICH_OF) {
    const { kind, which } = pattern.exec(words)?.groups ?? {};
    const also = which && peopleSaid(which, clock);
    if (kind && also) return eachGroup(also, kind);
  }
  return undefined;
}

const WHICH_OF = [
  /^(?<which>(?:不是|非)\s?[^\s的]{1,20}|[^\s的]{1,30}的)(?:的)?(?<kind>[#＃]?[^\s的]{1,12})$/u,
  /^(?<kind>[#＃]?[^\s的]{1,12}?)(?:里面?|中|当中)的?(?<which>[^\s]{1,40}的)$/u,
  /^(?<kind>[#\p{Script=Latin}\p{N}_-]{2,30}) (?<which>(?:who|that) .{2,60})$/iu,
];

/** 老客和vip, 'Anna Moor and Bob Smith': each of them. */
function inARow(words: string, clock: WhenContext): string | undefined {
  const parts = words
    .split(JOINED)
    .flatMap((part) => part.split(JOINED_HAN))
    .filter(Boolean);
  if (parts.length < 2 || !parts.every((part) => ONE_WORD.test(part) || (FULL_NAME.test(part) && !saysNo(part))))
    return undefined;
  return parts.map((part) => peopleSaid(part, clock) ?? (/\s/u.test(part) ? `"${part}"` : part)).join(' or ');
}

const ONE_WORD = /^[#＃]?[^\s:：=]{1,30}$/u;
/** Anna Moor: words with capitals, or at least none that joins others. */
const FULL_NAME =
  /^(?!.*(?<!\p{L})(?:who|that|in|from|with|the|all|my|our|customers?|people|everyone)(?!\p{L}))[\p{L}][\p{L}'’.-]*(?: [\p{L}][\p{L}'’.-]*){1,3}$/iu;
const PLACES = /\s?(?:,|、|，)\s?|\s(?:and|or)\s|(?<=\p{Script=Han}{2})(?:和|或者?|跟|以及)(?=\p{Script=Han}{2})/u;

/** With a further condition on each of the groups. */
const eachGroup = (filter: string, also: string): string =>
  filter
    .split(OR)
    .map((one) => `${one} ${also}`)
    .join(' or ');

/** What comes nearest to words that say no filter exactly, so that it is asked: 上个月买过的, 'everybody except those who bought yesterday'. */
export function peopleNear(typed: string, clock: WhenContext): string[] {
  const words = plainly(typed).trim();
  if (words.length > 200) return [];
  for (const pattern of BUT) {
    const but = pattern.exec(words)?.[1]?.trim();
    // the opposite of two that must both hold is no filter
    if (but) return peopleNear(but, clock).flatMap((one) => (/\s|^-/u.test(one) ? [] : [`-${one}`]));
  }
  for (const pattern of SOME_BUT) {
    const [, some, but] = pattern.exec(words) ?? [];
    if (some && but) return peopleNear(some, clock).map((one) => eachGroup(one, leftOut(but, clock)));
  }
  const bought = boughtSaid(words, clock);
  return bought && 'near' in bought ? bought.near : [];
}

/** A word, or words between quotes. */
const TOKEN = /[^\s"“]*["“][^"”]*["”]|\S+/gu;
const STANDS_ALONE = /^[-－]?[#＃]|[:：=＝<>＜＞"“]|\p{Script=Han}/u;

/** Each of those that are named is left out: words of letters that stand together are one name. */
function leftOut(but: string, clock: WhenContext): string {
  const bought = boughtSaid(but, clock);
  // whoever bought either of them
  if (bought && 'sure' in bought && OR.test(bought.sure))
    return bought.sure
      .split(OR)
      .map((one) => `-${one}`)
      .join(' ');
  return but
    .split(JOINED)
    .flatMap((part) => part.split(JOINED_HAN))
    .filter(Boolean)
    .flatMap((part) => eachLeftOut(part, clock))
    .join(' ');
}

function eachLeftOut(part: string, clock: WhenContext): string[] {
  const said = peopleSaid(part, clock);
  if (said !== undefined)
    return said.startsWith('-') || (said.match(TOKEN) ?? []).length > 1 ? [named(part)] : [`-${said}`];
  const out: string[] = [];
  let name: string[] = [];
  const end = () => {
    if (name.length > 0) out.push(named(name.join(' ')));
    name = [];
  };
  for (const token of part.match(TOKEN) ?? []) {
    if (!STANDS_ALONE.test(token)) name.push(token);
    else {
      end();
      out.push(`-${token.replace(/^[-－]/u, '')}`);
    }
  }
  end();
  return out;
}

const named = (words: string): string => (/\s/u.test(words) ? `-"${words.replace(/["“”]/gu, '')}"` : `-${words}`);

const NO_NAME =
  /^(?:who|whom|that|those|they|people|customers?|everyone|everybody|anyone|all|not|never|no|has|have|had|did|do|does|is|are|was|were|with|without|in|from|of|the)$/iu;

/** Whether nobody is called so, because it only joins other words. */
export const namesNobody = (word: string): boolean => NO_NAME.test(word);

const ALL_CHINESE =
  /^(?:所有|全部|全体|每一?[个位]|我(?:们)?的?|咱们?的?|本店的?)(?:的)?(?:所有|全部)?(?:的)?(?:人|客户|顾客|客人|联系人)们?$|^(?:大家|全体|全部|所有|各位|客户们|顾客们)$/u;
const ALL_ENGLISH =
  /^(?:(?:all|every|each)(?: of)?(?: (?:my|our|the|single))?|my|our|the whole|the entire) (?:customers?|clients?|people|contacts?|subscribers?|buyers?|list|person|one)$|^(?:everyone|everybody|all|all of them|the whole list)(?: (?:i|we) have| there is| on (?:my|our|the) list)?$/iu;

/** 所有的客户, 每个人, all my customers, 'everybody on my list': whether it means all there are. */
export function saysEverybody(typed: string): boolean {
  const words = plainly(typed).trim();
  return words.length <= 60 && (ALL_CHINESE.test(words) || ALL_ENGLISH.test(words));
}

/** my vips, our regulars: what they are called. */
export const withoutOurs = (words: string): string =>
  words
    .replace(/^(?:all (?:of )?)?(?:my|our|the)\s(?=\S)/iu, '')
    .replace(/^(?:所有|全部|全体)的?(?=\p{Script=Han}{2,})/u, '');

/** Whether it says in words that somebody is to be left out: what is near to it would be those very people. */
const leavesOut = (words: string): boolean =>
  /除了|除外|除开|除去|不要|不含|不包括|以外|之外|去掉|排除|别发|不发|(?:^|[^\p{L}])(?:not|except|excluding|without|but|other than|apart|minus)(?!\p{L})/iu.test(
    words,
  );

/** Whether anything in it says no: what is left without that word may be the opposite. */
export const saysNo = (words: string): boolean =>
  /[不没未非无别除]|以外|之外|去掉|(?:^|[^\p{L}])(?:not|no|non|nor|neither|never|nobody|without|except|excluding|exclude|but|other than|apart|minus|unless|who)(?!\p{L})|n['’]t(?!\p{L})/iu.test(
    words,
  );

const LEAVE_OUT =
  'except excepting excluding exclude excluded without besides beside unlike lacking minus omitting omit skipping skip former formerly ex sans barring less save bar non'.split(
    ' ',
  );

/** Whether a word may be meant to leave out those behind it, also with a slip: exept. */
export function mayLeaveOut(word: string): boolean {
  const said = plainly(word).toLowerCase();
  return (
    leavesOut(said) ||
    /略过|跳过|绕过|避开|撇开|抛开|忽略|省略|屏蔽|剔除|免了/u.test(said) ||
    LEAVE_OUT.some((one) => one === said || (one.length > 4 && isSlip(said, one)))
  );
}

/** One letter too many, too few or another one, or two that stand the other way round. */
function isSlip(typed: string, word: string): boolean {
  if (Math.abs(typed.length - word.length) > 1) return false;
  let front = 0;
  while (front < word.length && typed[front] === word[front]) front += 1;
  const [rest, other] = [typed.slice(front), word.slice(front)];
  return (
    rest.slice(1) === other ||
    rest === other.slice(1) ||
    rest.slice(1) === other.slice(1) ||
    (rest.slice(2) === other.slice(2) && rest[0] === other[1] && rest[1] === other[0])
  );
}
