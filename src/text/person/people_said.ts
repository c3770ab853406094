import { plainly } from '../plainly.ts';

/** How people are meant in plain words, and the filter that says so; `$1` is what stands there. `but`: all but those. */
const CHINESE: readonly (readonly [pattern: RegExp, filter: string])[] = [
  [/^(?:所有|全部)?(?:买|购买|下单|订)过(?:了)?([^\s的过]{1,20})的?(?:客户|顾客|客人|人|老客)?$/u, 'bought:"$1"'],
  [
    /^(\d{1,4}|[一两三四五六七八九十]{1,3})天(?:都)?(?:没|没有|未)(?:来)?(?:买|下单|购买|复购|消费)(?:过)?(?:东西)?了?的?(?:客户|顾客|客人|人)?$/u,
    'last:>$1天',
  ],
  [
    /^(\d{1,2}|[一两三四五六七八九十])个?月(?:都)?(?:没|没有|未)(?:来)?(?:买|下单|购买|复购|消费)(?:过)?(?:东西)?了?的?(?:客户|顾客|客人|人)?$/u,
    'last:>$1月',
  ],
  [/^(?:从来)?(?:没|没有|从没)(?:买|下单|购买)过?的?(?:客户|顾客|客人|人)?$/u, 'orders:0'],
  [/^(?:所有|全部)?(?:的)?(?:住)?在?([\p{Script=Han}]{2,6}?)市?的(?:客户|顾客|客人|人)?$/u, 'city:"$1"'],
];
const ENGLISH: readonly (readonly [pattern: RegExp, filter: string])[] = [
  [
    /^(?:everyone|everybody|all|people|customers|those|anyone)?\s?(?:who|that)?\s?(?:has |have |had )?(?:bought|ordered|purchased)\s(?:an? |the |some )?(\S[^,;]{0,29})$/iu,
    'bought:"$1"',
  ],
  [
    /^(?:everyone|everybody|all|people|customers|those|anyone)?\s?(?:who|that)?\s?(?:has not|have not|haven['’]t|hasn['’]t|did not|didn['’]t|not)\s(?:bought|ordered|purchased|buy|order)(?:\sanything)?\s(?:in|for|since)\s(?:the last |the past )?(\d{1,4})\s?(day|week|month)s?$/iu,
    'last:>$1$2',
  ],
  [
    /^(?:everyone|everybody|all|people|customers|those)\s(?:who (?:live )?)?(?:in|from)\s(\S[^,;]{1,29})$/iu,
    'city:"$1"',
  ],
];
/** All there are, but for those behind it. */
const BUT = [
  /^(?:所有人|所有客户|大家|全部|全体)?[\s，,]{0,3}(?:除了|除开|除去)\s?(.{1,60}?)(?:以外|之外|外)?(?:的)?(?:所有人|所有客户|其他人|大家|人)?(?:都发)?$/u,
  /^([^除\s][^除]{0,59}?)(?:以外|之外)的?(?:所有人|所有客户|其他人|大家|客户|顾客|人)?$/u,
  /^(?:everyone|everybody|all|all people|all customers)(?:\s|\s?,\s?)(?:but|except|except for|other than|without)\s(.{1,60})$/iu,
  /^(?:不是|非)\s?([^\s的]{1,30})的?(?:所有人|客户|顾客|人)?$/u,
];
/** Some of these, but for those: the first are whom it is for. */
const SOME_BUT = [
  /^(\S.{0,60}?)[\s，,]{1,3}(?:除了|除开|除去)\s?(.{1,60}?)(?:以外|之外|外)?$/u,
  /^(\S.{0,60}?)(?:\s|\s?,\s?)(?:except|except for|other than)\s(.{1,60})$/iu,
];
/** Of a place they are not in. */
const ELSEWHERE = [
  /^(?:所有|全部)?(?:人|客户|顾客)?不(?:住)?在([\p{Script=Han}]{2,6}?)市?的(?:客户|顾客|客人|人)?$/u,
  /^(?:everyone|everybody|all|people|customers|all customers|all people|those)\s(?:who (?:are|do|is) )?not\s(?:live )?(?:in|from)\s(\S[^,;]{1,29})$/iu,
];
const JOINED = /\s{0,3}[、，,;；]\s{0,3}|\s(?:and|or|nor|和|跟|或者?|以及)\s/u;
const OR = /\s(?:or|或者?)\s/iu;
const SHORTENED: Readonly<Record<string, string>> = { day: 'd', week: 'w', month: 'm' };
/** When, how often or whatever was bought: no article is called so. */
const NO_ARTICLE =
  /次|[一两二三四五六七八九十\d]个?(?:天|周|月|年)|昨|今天|前天|上周|上个?月|最近|(?:东西|什么)$|.{2}[和或与跟].{2}|\b(?:yesterday|today|tonight|recently|lately|again|before|already|ever|ago|since|once|twice|often|something|anything|nothing|times|days?|weeks?|months?|years?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|april|june|july|august|september|october|november|december|in (?:march|may))\b/iu;
const OFTEN: Readonly<Record<string, string>> = { 东西: '1', something: '1', anything: '1', twice: '2' };

/** 买过龙井的, 除了 #老客, everyone who bought mugs, #vip、#老客: the filter they say. Undefined: nothing of that kind. */
export function peopleSaid(typed: string): string | undefined {
  const words = plainly(typed).trim();
  if (words.length > 200) return undefined;
  for (const pattern of ELSEWHERE) {
    const place = pattern.exec(words)?.[1];
    if (place) return `-city:"${place}"`;
  }
  for (const pattern of BUT) {
    const but = pattern.exec(words)?.[1]?.trim();
    if (but) return leftOut(but);
  }
  for (const pattern of SOME_BUT) {
    const [, some, but] = pattern.exec(words) ?? [];
    // of each of the groups they are left out
    if (some && but)
      return (peopleSaid(some) ?? some)
        .split(OR)
        .map((one) => `${one} ${leftOut(but)}`)
        .join(' or ');
  }
  for (const [pattern, filter] of [...CHINESE, ...ENGLISH]) {
    const found = pattern.exec(words);
    if (found && filter.startsWith('bought') && NO_ARTICLE.test(found[1]!)) return boughtSo(found[1]!);
    if (found)
      return filter.replace('$1', found[1] ?? '').replace('$2', SHORTENED[found[2]?.toLowerCase() ?? ''] ?? '');
  }
  const parts = words.split(JOINED).filter(Boolean);
  const areWhole = parts.length > 1 && parts.every((part) => /^[#＃]?[^\s:：=]{1,30}$/u.test(part));
  return areWhole ? parts.map((part) => peopleSaid(part) ?? part).join(' or ') : undefined;
}

/** How often, or within which time, where that is sure. */
function boughtSo(said: string): string | undefined {
  const word = said.trim().toLowerCase();
  const often = /^([2-9两二三四五六七八九])次(?:以上|及以上)$/u.exec(word)?.[1];
  const times = OFTEN[word] ?? (often && (FIGURE[often] ?? often));
  if (times) return `orders:>=${times}`;
  const [, many, unit] = /^in (?:the )?(?:last|past) (\d{1,4}) (day|week|month)s?$/u.exec(word) ?? [];
  return many && unit ? `last:${many}${SHORTENED[unit]}` : undefined;
}

const FIGURE: Readonly<Record<string, number>> = { 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** A word, or words between quotes. */
const TOKEN = /[^\s"“]*["“][^"”]*["”]|\S+/gu;
const STANDS_ALONE = /^[-－]?[#＃]|[:：=＝<>＜＞"“]|\p{Script=Han}/u;

/** Each of those that are named is left out: words of letters that stand together are one name. */
function leftOut(but: string): string {
  return but.split(JOINED).filter(Boolean).flatMap(eachLeftOut).join(' ');
}

function eachLeftOut(part: string): string[] {
  const said = peopleSaid(part);
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

/** Whether anything in it says no: what is left without that word may be the opposite. */
export const saysNo = (words: string): boolean =>
  /[不没未非无别除]|以外|之外|去掉|(?:^|[^\p{L}])(?:not|no|non|never|nobody|without|except|excluding|exclude|but|other than|apart|minus|unless|who)(?!\p{L})|n['’]t(?!\p{L})/iu.test(
    words,
  );
