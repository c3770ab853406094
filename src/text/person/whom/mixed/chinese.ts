import { figure } from '../../../money/part_said.ts';
import type { WhenContext } from '../../../when/format_when.ts';
import { zonesOfCity } from '../../../when/place/city_zone.ts';
import { boughtSaid } from '../bought_said.ts';
import { both, bothOf, eitherOf, filterSaid, none, only, type Said, term, ways } from './sets.ts';

/*
 * Whom Chinese words mean, put together of their parts: what is said of them in front of 的, those of a kind behind it, and what joins these. What is not
 * understood whole is not read at all.
 */

const NOUN = /(?<=.)(?:(?:的)?(?:客户|顾客|客人|买家|人)们?|的|们)$/u;
const ALL = /^(?:所有的?|全部的?|全体|凡是|那些|我们?的|咱们?的|本店的?|我们?家的?)(?=.)/u;
const NOBODY_ELSE = /^(?:的)?(?:其他|其余|剩下|所有|全部)?的?(?:所有)?(?:人|客户|顾客|客人|大家|全部|所有)?$/u;
const EVERYBODY = /^(?:所有|全部|全体)?(?:的)?(?:人|客户|顾客|客人)$|^(?:大家|全部|全体|所有)$/u;
const EXCEPT_FRONT = /^(?:除了|除开|除去|除(?![夕尘湿旧非]))(?<but>.{1,40}?)(?:以外|之外|外)的?(?<some>.*)$/u;
const EXCEPT_BARE = /^(?:除了|除开|除去)(?<but>[^外]{1,40}?)的?(?:所有|其他|其余)的?(?:人|客户|顾客|客人)$/u;
const EXCEPT_ONLY = /^(?:除了|除开|除去)(?<but>.{1,40}?)的?$/u;
const BOTH_BOUGHT =
  /^(?<what>[^，的买没不在]{2,12}(?:和|、|跟)[^，的买没不在]{2,12}?)(?:两[个种样])?都买过的?(?:客户|顾客|客人|人)?$/u;
const EXCEPT_MID =
  /^(?<some>.+?)[，（]?(?:但是?|不过)?(?:除了|除开|除去|不包括|不含|不要)(?<but>.{1,40}?)(?:以外|之外|外)?）?$/u;
const EXCEPT_END = /^(?:(?<some>.+)[，（])?(?:但是?|不过)?(?<but>[^，（）]{1,20}?)(?:除外|不算|不要)）?$/u;
const OUTSIDE = /^(?<but>.{2,20}?)(?:以外|之外)的?(?<some>.*)$/u;

export function chineseSaid(typed: string, clock: WhenContext): Said | undefined {
  const words = typed
    .replace(/\(/gu, '（')
    .replace(/\)/gu, '）')
    .replace(/\s*[,，;；]\s*/gu, '，')
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '');
  return whole(words.replace(/^，|，$/gu, ''), clock);
}

function whole(words: string, clock: WhenContext): Said | undefined {
  const both_ = BOTH_BOUGHT.exec(words)?.groups?.what;
  if (both_) return bothOf(both_.split(NAMES_JOINED).map((one) => only(term(one, 'bought:'))));
  for (const pattern of [EXCEPT_BARE, EXCEPT_FRONT, EXCEPT_MID, EXCEPT_END, OUTSIDE, EXCEPT_ONLY]) {
    const { some = '', but = '' } = pattern.exec(words)?.groups ?? {};
    if (but === '') continue;
    if (/[除外]/u.test(some) || /[除外]/u.test(but)) return undefined;
    const out = leftOut(but, clock);
    if (!out) return undefined;
    if (NOBODY_ELSE.test(some) || EVERYBODY.test(some)) return out;
    const from = people(some, clock);
    return from && both(from, out);
  }
  return people(words, clock);
}

function leftOut(words: string, clock: WhenContext): Said | undefined {
  const places = placesIn(words.replace(/^(?:住)?在|的$/gu, ''));
  if (places) return none(places);
  const names = words.split(NAMES_JOINED);
  if (names.length > 1 && names.every((name) => NAME.test(name)))
    return bothOf(names.map((name) => none(only(term(name)))));
  const said = people(words, clock);
  return said && none(said);
}

const JOIN = /^(?:而且|并且|同时|但是|不过|，但是?|，而且|，并且|，|但|且|并|又)/u;
const OR = /^(?:，?或者|，?或是|或)/u;
const ALSO = /^(?:也|还|都|又|就|却)/u;
/** What begins something that is said of somebody. */
const STARTS =
  /^(?:(?:而且|并且|同时|但是?|不过|且|并|又|也|还|却|，)*)(?:没|未|从没|从未|从来|不在|不住|不是|在|住在|买|购买|订|下单|下过|消费|花了|是|会说|说)/u;
const NAMES_JOINED = /和|、|跟|以及|或者?|与/u;
const NAME = /^[#＃]?[\p{L}\p{N}_-]{1,10}$/u;
/** Words of which no kind of people is called. */
const NO_KIND = /[的没未不除外在买购消费下单花说是只来过了最次元块超满都全各]|^(?:人|客户|顾客|客人|大家|所有|全部)$/u;

interface Clause {
  said: Said;
  or: boolean;
}

function people(typed: string, clock: WhenContext): Said | undefined {
  const words = typed.replace(/^既/u, '').replace(ALL, '');
  if (words === '' || EVERYBODY.test(words)) return undefined;
  const clauses: Clause[] = [];
  let rest = words;
  let or = false;
  while (rest !== '') {
    if (NOUN_ALONE.test(rest) && clauses.length > 0) break;
    const read = atFront(rest, clock) ?? kindsAtEnd(rest, clauses.length > 0);
    if (!read) return undefined;
    if (read.kinds) return clauses.some((one) => one.or) ? undefined : amongKinds(joinedUp(clauses), read.kinds);
    clauses.push({ said: read.said, or });
    rest = rest
      .slice(read.length)
      .replace(/^的/u, '')
      .replace(/^(?:里面?|当中|之中|中)的?(?=.)/u, '');
    const joiner = OR.exec(rest)?.[0];
    or = joiner !== undefined;
    rest = rest.slice((joiner ?? JOIN.exec(rest)?.[0] ?? '').length);
    rest = rest.slice(ALSO.exec(rest)?.[0].length ?? 0);
    if (read.last !== undefined && rest !== '') return undefined;
  }
  return clauses.length === 0 ? undefined : joinedUp(clauses);
}

const amongKinds = (said: Said, kinds: readonly Said[]): Said =>
  ways(both(said, eitherOf(kinds)), eitherOf([both(said, kinds[0]!), ...kinds.slice(1)]));

const NOUN_ALONE = /^(?:的)?(?:客户|顾客|客人|买家|人|们)+$/u;

function joinedUp(clauses: readonly Clause[]): Said {
  const ors = clauses.filter(({ or }) => or).length;
  const some = clauses.map(({ said }) => said);
  if (ors === 0) return bothOf(some);
  if (ors === clauses.length - 1) return eitherOf(some);
  const cut = (by: (one: Clause) => boolean, within: (some: readonly Said[]) => Said): Said[] => {
    const runs: Said[][] = [];
    for (const clause of clauses) {
      if (runs.length > 0 && by(clause)) runs.at(-1)!.push(clause.said);
      else runs.push([clause.said]);
    }
    return runs.map(within);
  };
  return ways(eitherOf(cut(({ or }) => !or, bothOf)), bothOf(cut(({ or }) => or, eitherOf)));
}

interface Read {
  said: Said;
  length: number;
  /** Several, and what was said in front is of all of them, or of the first. */
  kinds?: readonly Said[];
  /** Nothing may stand behind it. */
  last?: true;
}

const PLACED =
  /^(?<not>不)?(?:是)?(?:住)?在(?<place>\p{Script=Han}{2,6}?(?:(?:、|和|或者?|跟)\p{Script=Han}{2,6}?)*)市?(?=的|，|但|而且|并且|且|又|也|买|没|未|消费|花|下|$|(?:客户|顾客|客人)|[#＃])/u;
const IS_NOT = /^(?:不是|非|并非)(?<kind>[#＃]?[^，的在买没未不是]{1,10}?)(?=的|，|但|而且|并且|且|又|也|在|不|$)/u;
const IS = /^(?:也|又)?是(?<kind>[#＃]?[^，的在买没未不是]{1,10}?)(?=的|，|但|而且|并且|且|又|也|在|不|$)/u;
const ONCE =
  /^(?:只|仅|就|刚好|正好)(?:在(?:我们?|本店|这)(?:这|这里|家|店)?)?(?:买|下|消费|订|购买)(?:过|了)?(?:过)?(?:一|1)(?:次|单|回)(?:单)?/u;
const OFTEN =
  /^(?:下单|下过单|购买|买|订购|消费)(?:过|了)?(?:次数)?(?<than>超过|多于|至少|不少于)?(?<many>[\d一两二三四五六七八九十]{1,3})[次单回](?<more>以上|及以上)?/u;
const DEED =
  /^(?<when>(?:最近|近|过去)?(?:[\d一两二三四五六七八九十]{1,3}(?:天|日|周|个?星期|礼拜|个?月|年)(?:内|里|以内)?|今年|去年|本月|这个月|上个月|上周|本周|这周|今天|昨天))?(?<not>(?:都|还)?(?:从来|从)?(?:没有|没|未))?(?:有)?(?:下过单|下了单|下单|(?:买|购买|订购|订|消费)(?<did>过|了)?)(?<what>过|了)?/u;
const SINCE =
  /^(?<when>[\d一两二三四五六七八九十]{1,2}月)份?(?:以来|以后|之后|起|开始|到现在)(?<not>都?(?:没有|没|未))?(?:有)?(?:买|下单|下|消费|来)(?:过|了)?(?:单)?/u;
const CAME = /^(?<when>[\d一两二三四五六七八九十]{1,3}(?:天|周|个?星期|个?月|年))(?:都)?(?:没有|没|未)来(?:过|了)?/u;
const SPENT =
  /^(?:一共|总共|累计)?(?:消费|花)(?:了|过|费)?(?:金额)?(?<than>超过|多于|大于|高于|满|达到|至少|不到|少于|低于|不足|不超过)?[¥￥]?(?<low>\d[\d.]{0,8})(?:元|块钱?)?(?:(?:到|至|-|~)[¥￥]?(?<high>\d[\d.]{0,8})(?:元|块钱?)?)?(?<more>以上|以下|以内)?/u;
const THAN: Readonly<Record<string, string>> = {
  ...{ 超过: '>', 多于: '>', 大于: '>', 高于: '>', 满: '>=', 达到: '>=', 至少: '>=', 不到: '<', 少于: '<', 低于: '<' },
  ...{ 不足: '<', 不超过: '<=', 以上: '>=', 以下: '<=', 以内: '<=' },
};
const SPEAKS = /^(?:会)?(?:说|讲|用)(?<lang>中文|英文|英语|汉语|普通话)/u;
const BIRTHDAY =
  /^(?:在)?(?<when>今天|明天|本周|这周|下周|本月|这个月|下个?月|[\d一二三四五六七八九十]{1,2}月)(?:份)?过?生日/u;

function atFront(words: string, clock: WhenContext): Read | undefined {
  const found = <T>(
    pattern: RegExp,
    read: (groups: Record<string, string | undefined>) => T,
  ): (T & object) | undefined => {
    const match = pattern.exec(words);
    const value = match ? read({ ...match.groups, 0: match[0] }) : undefined;
    return (value ?? undefined) as (T & object) | undefined;
  };
  const as = (said: Said | undefined, all = ''): Read | undefined => said && { said, length: all.length };
  return (
    found(BIRTHDAY, (is) => as(only(`birthday:"${is.when}"`), is[0])) ??
    found(PLACED, (is) => {
      const places = placesIn(is.place!, true);
      return as(places && is.not ? none(places) : places, is[0]);
    }) ??
    found(IS_NOT, (is) => as(none(only(term(is.kind!))), is[0])) ??
    found(IS, (is) => as(only(term(is.kind!)), is[0])) ??
    found(ONCE, (is) => as(only('orders:1'), is[0])) ??
    found(OFTEN, (is) => as(oftenSaid(is), is[0])) ??
    found(SPENT, (is) => as(spentSaid(is), is[0])) ??
    found(SPEAKS, (is) => as(only(/英/u.test(is.lang!) ? 'lang:en' : 'lang:zh'), is[0])) ??
    found(CAME, (is) => {
      const last = boughtSaid(`${is.when}没买的`, clock);
      return as(
        last && 'sure' in last
          ? ways({ ...filterSaid([last.sure], true) }, only(`quiet:${last.sure.replace(/^last:>/u, '')}`))
          : undefined,
        is[0],
      );
    }) ??
    found(SINCE, (is) => {
      const said =
        boughtSaid(is.not ? `${is.when}以来没买的` : `${is.when}以来买过的`, clock) ??
        boughtSaid(
          is.not
            ? `haven't bought since ${MONTHS[(figure(is.when!.replace(/月$/u, '')) ?? 0) - 1] ?? ''}`
            : `who bought since ${MONTHS[(figure(is.when!.replace(/月$/u, '')) ?? 0) - 1] ?? ''}`,
          clock,
        );
      return as(said && filterSaid('sure' in said ? [said.sure] : said.near, 'near' in said), is[0]);
    }) ??
    deedAtFront(words, clock) ??
    cityAtFront(words)
  );
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

function oftenSaid({ than, many, more }: Record<string, string | undefined>): Said | undefined {
  const count = figure(many!);
  if (count === undefined || count < 1) return undefined;
  if (than === '超过' || than === '多于') return only(`orders:>${count}`);
  return than || more ? only(`orders:>=${count}`) : { ...filterSaid([`orders:>=${count}`, `orders:=${count}`], true) };
}

function spentSaid({ than, low, high, more }: Record<string, string | undefined>): Said | undefined {
  if (high) return than || more ? undefined : only(`spent:>=${low}`, `spent:<=${high}`);
  const sign = THAN[than ?? more ?? ''];
  return sign && !(than && more) ? only(`spent:${sign}${low}`) : undefined;
}

/** 买过龙井或普洱的: what was bought ends before what else is said. */
function deedAtFront(words: string, clock: WhenContext): Read | undefined {
  const found = DEED.exec(words);
  if (!found) return undefined;
  const front = found[0];
  const rest = words.slice(front.length);
  let end = 0;
  while (end < rest.length && rest[end] !== '的' && rest[end] !== '，' && !STARTS.test(rest.slice(end))) end += 1;
  const what = rest.slice(0, end);
  const isDone =
    front.endsWith('过') || front.endsWith('了') || /下(?:过|了)?单$/u.test(front) || found.groups?.not !== undefined;
  if (!isDone || what.length > 20) return undefined;
  if (what !== '' && /[的没未不]/u.test(what)) return undefined;
  const joined = /^(?:(?:客户|顾客|客人|人)们?)$/u.test(what) ? '' : what;
  const said = boughtSaid(`${front}${joined}的`, clock);
  if (!said) return undefined;
  return {
    said: filterSaid('sure' in said ? [said.sure] : said.near, 'near' in said),
    length: front.length + joined.length,
  };
}

/** A city that is one by its name: 上海老客, 杭州的. */
function cityAtFront(words: string): Read | undefined {
  for (const length of [4, 3, 2]) {
    const places = /^(\p{Script=Han}{2,4}(?:(?:、|和|或者?|跟)\p{Script=Han}{2,4})*)市?的/u.exec(words);
    const many = places?.[1] === undefined ? undefined : placesIn(places[1]);
    if (many) return { said: many, length: places![0].length };
    const name = words.slice(0, length);
    if (
      /^\p{Script=Han}+$/u.test(name) &&
      name.length === length &&
      !NO_KIND.test(name) &&
      zonesOfCity(name).length > 0
    )
      return { said: only(term(name.replace(/市$/u, ''), 'city:')), length };
  }
  return undefined;
}

/** Places one behind the other; `said`: it was said that they are places. Undefined: not all are. */
function placesIn(words: string, said = false): Said | undefined {
  const places = words.split(NAMES_JOINED).map((one) => one.replace(/^在|市$/gu, ''));
  const isPlace = (one: string) =>
    (!NO_KIND.test(one) && zonesOfCity(one).length > 0) ||
    (said && /^\p{Script=Han}{2,5}$/u.test(one) && !NO_KIND.test(one));
  return places.every(isPlace) ? eitherOf(places.map((one) => only(term(one, 'city:')))) : undefined;
}

/** Those of a kind, at the end: 老客, vip客户, 老客和vip. Behind what narrows them, several may be meant in two ways. */
function kindsAtEnd(words: string, isNarrowed: boolean): Read | undefined {
  const [, run = '', behind = ''] =
    /^(.+?)((?:里面?|当中|之中|中)的?.+|(?:而且|并且|但是?|不过|，|且|不在|在|没|买).*)?$/u.exec(words) ?? [];
  const bare = run.replace(NOUN, '') || run;
  const [least] = bare.length < 2 ? [run] : [bare];
  const parts = least!.split(NAMES_JOINED).map((one) => one.replace(NOUN, '') || one);
  if (!parts.every((one) => NAME.test(one) && !NO_KIND.test(one))) return undefined;
  const kinds = parts.map((one, nth) =>
    nth === parts.length - 1 && bare !== run && /^\p{Script=Han}+$/u.test(one)
      ? ways(only(term(one)), only(term(run.split(NAMES_JOINED).at(-1)!.replace(/的$/u, ''))))
      : only(term(one)),
  );
  const length = run.length;
  if (kinds.length === 1) return { said: kinds[0]!, length };
  if (isNarrowed) return behind === '' ? { said: eitherOf(kinds), length, kinds } : undefined;
  return behind === '' ? { said: eitherOf(kinds), length, last: true } : { said: eitherOf(kinds), length };
}
