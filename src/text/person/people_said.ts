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
const BUT = [
  /^(?:所有人|所有客户|大家|全部|全体)?\s?(?:除了|除开|除去)\s?(.{1,60}?)(?:以外|之外|外)?(?:的)?(?:所有人|所有客户|其他人|大家|人)?(?:都发)?$/u,
  /^(?:everyone|everybody|all|all people|all customers)\s(?:but|except|except for|other than|without)\s(.{1,60})$/iu,
];
const JOINED = /\s{0,3}[、，,;；]\s{0,3}|\s(?:and|和|或者?|以及)\s/u;
const SHORTENED: Readonly<Record<string, string>> = { day: 'd', week: 'w', month: 'm' };

/** 买过龙井的, 除了 #老客, everyone who bought mugs, #vip、#老客: the filter they say. Undefined: nothing of that kind. */
export function peopleSaid(typed: string): string | undefined {
  const words = plainly(typed).trim();
  if (words.length > 200) return undefined;
  for (const pattern of BUT) {
    const but = pattern.exec(words)?.[1]?.trim();
    // each of those that are named is left out
    if (but) return but.split(JOINED).map(leftOut).join(' ');
  }
  for (const [pattern, filter] of [...CHINESE, ...ENGLISH]) {
    const found = pattern.exec(words);
    if (found)
      return filter.replace('$1', found[1] ?? '').replace('$2', SHORTENED[found[2]?.toLowerCase() ?? ''] ?? '');
  }
  const parts = words.split(JOINED).filter(Boolean);
  const areWhole = parts.length > 1 && parts.every((part) => /^[#＃]?[^\s:：=]{1,30}$/u.test(part));
  return areWhole ? parts.map((part) => peopleSaid(part) ?? part).join(' or ') : undefined;
}

const leftOut = (part: string): string => `-${(peopleSaid(part) ?? part).trim()}`;
