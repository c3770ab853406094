import { figure } from '../../money/part_said.ts';
import { plainly } from '../../plainly.ts';
import type { WhenContext } from '../../when/format_when.ts';
import { pastSpan } from '../../when/past_span.ts';
import { wallTime } from '../../when/zone.ts';

/** Who has bought, in plain words, as filters: what they say for sure, or what comes nearest, so that it is asked. */
export type BoughtSaid = { sure: string } | { near: string[] };

/** What such a phrase is made of. */
interface Phrase {
  not: boolean;
  /** 上个月, 'last month', 'in the last 30 days'. */
  when: string;
  /** 两次以上, 龙井和白茶, 'a mug', 'twice'; '': anything. */
  what: string;
}

const DAYS_MS = 86_400_000;
const LONGEST = 80;

const IN_CHINESE =
  /^(?:所有|全部|那些)?(?:在)?([^\s买购下订复消没未从]{0,12}?)(?:都|还)?((?:从来|从)?(?:没有|没|未))?(?:有|来)?(?:买|购买|订购|复购|消费|下单|下[过了]单|订)(过|了)?([^\s]{0,30}?)(的|了)?(?:客户|顾客|客人|人)?$/u;
const IN_ENGLISH =
  /^(?:everyone|everybody|all|people|customers|those|anyone|all (?:people|customers))?\s?(?:who|that)?\s?(?:(?:has|have|had|did|do)?\s?(n['’]t|not|never)\s|(?:has|have|had)\s)?(?:bought|ordered|purchased|took|taken|booked|buy|order|purchase)(?:\s(.{1,60}))?$/iu;
const NEVER_IN_ENGLISH =
  /^(?:everyone|everybody|all|people|customers|those|anyone)?\s?(?:who|that)?\s?(?:(?:hasn|haven|didn|hadn)['’]t|without)\s(?:bought|ordered|purchased|buy|order|purchase|orders?)(?:\s(.{1,60}))?$/iu;
const TIME_BEHIND =
  /^(.{0,40}?)\s?((?:in|within|during|since|for) .{2,30}|yesterday|today|recently|lately|(?:this|last|past) (?:week|month|year|\d{1,3} (?:days?|weeks?|months?)))$/iu;
const RECENTLY = /^(?:最近|近期|近来|recently|lately)$/iu;
const ANYTHING = /^(?:东西|什么|任何东西|(?:something|anything|before|already|ever|again))?$/iu;
const TIMES_CHINESE = /^(?:至少|超过|多于)?([\d一两二三四五六七八九十]{1,3})[次回单](以上|及以上|以下)?$/u;
const TIMES_ENGLISH = /^(at least |more than )?(once|twice|thrice|[a-z\d]{1,8} times)( or more)?$/iu;
const NAMED_TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };
const UNIT_DAYS: Readonly<Record<string, number>> = {
  ...{ day: 1, week: 7, month: 30, year: 365 },
  ...{ 天: 1, 日: 1, 周: 7, 星期: 7, 个星期: 7, 礼拜: 7, 个月: 30, 月: 30, 年: 365 },
};

/** 上个月买过的, 'who bought twice', 买过龙井和白茶的: undefined: it is not about buying, or names something that is no article. */
export function boughtSaid(typed: string, clock: WhenContext): BoughtSaid | undefined {
  const words = plainly(typed).trim();
  if (words.length > LONGEST) return undefined;
  const phrase = phraseOf(words);
  if (!phrase) return undefined;
  const what = whatSaid(phrase);
  if (!what) return undefined;
  if (phrase.when === '') return what;
  return within(phrase, what, clock);
}

function phraseOf(words: string): Phrase | undefined {
  const chinese = IN_CHINESE.exec(words);
  // 买家 and 购买力高的 are no deed
  // 买过龙井的上海客户: who they are besides is none of the article
  if (chinese?.[4]?.includes('的') && chinese[5] === undefined) return undefined;
  if (chinese && (chinese[3] !== undefined || chinese[4] === ''))
    return { when: chinese[1]!, not: chinese[2] !== undefined, what: chinese[4]! };
  const never = NEVER_IN_ENGLISH.exec(words);
  const english = never ? undefined : IN_ENGLISH.exec(words);
  if (!never && !english) return undefined;
  const rest = (never ? never[1] : english![2])?.trim() ?? '';
  const [, what = rest, when = ''] = TIME_BEHIND.exec(rest) ?? [];
  return { not: never !== null || english?.[1] !== undefined, when, what: what.trim() };
}

/** What was bought, or how often. */
function whatSaid({ not, what }: Phrase): BoughtSaid | undefined {
  if (ANYTHING.test(what)) return { sure: not ? 'orders:0' : 'orders:>=1' };
  const times = timesSaid(what);
  if (times) return 'sure' in times && not ? { sure: `-${times.sure}` } : not ? undefined : times;
  const neither = /^neither\s(.{1,60})$/iu.exec(what)?.[1];
  if (neither) return not ? undefined : whatSaid({ not: true, when: '', what: neither });
  const minus = not ? '-' : '';
  const isEither = EITHER.test(what);
  const articles = what.split(isEither ? EITHER : BOTH).map((one) => one.replace(/^(?:an?|the|some|any)\s/iu, ''));
  if (articles.some((one) => !isArticle(one) || BOTH.test(one))) return undefined;
  const each = articles.map((one) => `${minus}bought:"${one}"`);
  if (isEither) return { sure: each.join(not ? ' ' : ' or ') };
  if (each.length === 1) return { sure: each[0]! };
  // both of them, or either
  return { near: not ? [each.join(' ')] : [each.join(' '), each.join(' or ')] };
}

const EITHER = /\s?(?:或者|或是|或|还是)\s?|\s(?:or|nor)\s/iu;
const BOTH = /\s?[、,，&]\s?|和|跟|以及|\sand\s/iu;

const isArticle = (word: string): boolean =>
  /^[^\s:：=<>"“”](?:[^:：=<>"“”]{0,29})$/u.test(word) &&
  !/[没不未只#＃]|次|除了|除外|以外|之外|\b(?:not|only|who|that|but|times|except|excluding|without|apart|minus)\b|^的?$/iu.test(
    word,
  );

function timesSaid(what: string): BoughtSaid | undefined {
  const [, many, orMore] = TIMES_CHINESE.exec(what) ?? [];
  if (many) {
    const count = figure(many);
    if (count === undefined || count < 1) return undefined;
    if (orMore === '以下') return { near: [`orders:<=${count}`, `orders:<${count}`] };
    if (/^(?:超过|多于)/u.test(what)) return { sure: `orders:>${count}` };
    return orMore || /^至少/u.test(what) ? { sure: `orders:>=${count}` } : exactOrMore(count);
  }
  const [, least, named, more] = TIMES_ENGLISH.exec(what) ?? [];
  const count = named && (NAMED_TIMES[named.toLowerCase()] ?? figure(named.replace(/ times$/iu, '')));
  if (!count) return undefined;
  if (least?.startsWith('more')) return { sure: `orders:>${count}` };
  if (least || more || named?.toLowerCase() === 'twice') return { sure: `orders:>=${count}` };
  return exactOrMore(count);
}

const exactOrMore = (count: number): BoughtSaid => ({ near: [`orders:>=${count}`, `orders:=${count}`] });

/** Only what goes on until now, in days, is said exactly: of what is over it is asked whether its first day is meant. */
function within({ not, when, what }: Phrase, said: BoughtSaid, clock: WhenContext): BoughtSaid | undefined {
  const exact = lastDays(when);
  const days = exact ?? daysSince(when, clock);
  if (days === undefined) return undefined;
  const anything = ANYTHING.test(what);
  if (exact !== undefined && anything && !RECENTLY.test(when))
    return { sure: not ? `last:>${days}d` : `last:<=${days}d` };
  const bought = 'sure' in said && !not ? said.sure : '';
  if (not) return anything ? { near: [`-last:<=${days}d`, `last:>${days}d`] } : undefined;
  if (anything) return { near: [`last:<=${days}d`] };
  // of each of the articles
  return {
    near: [
      bought
        .split(' or ')
        .map((one) => `${one} last:<=${days}d`.trim())
        .join(' or '),
    ],
  };
}

/** '30天', 'in the last 3 months', 'recently': so many days until now. */
function lastDays(when: string): number | undefined {
  if (RECENTLY.test(when)) return 30;
  const [, many, unit] =
    /^(?:最近|过去|近)?([\d一两二三四五六七八九十]{1,3})(天|日|周|个?星期|礼拜|个?月|年)(?:内|里|以内)?$/u.exec(when) ??
    /^(?:(?:in|within|during|for) )?(?:the )?(?:last |past )?(\d{1,3}|[a-z]{3,6}) (day|week|month|year)s?$/iu.exec(
      when,
    ) ??
    [];
  const count = many === undefined ? undefined : figure(many);
  const each = UNIT_DAYS[unit?.toLowerCase() ?? ''];
  return count !== undefined && each !== undefined && count >= 1 ? count * each : undefined;
}

function daysSince(when: string, clock: WhenContext): number | undefined {
  const span = pastSpan(when.replace(/^(?:in|within|during|since) (?:the )?/iu, '').replace(/(?:里|内)$/u, ''), clock);
  if (!span || span.from > clock.now) return undefined;
  const [first, today] = [span.from, clock.now].map((at) => wallTime(at, clock.timezone).day);
  return Math.max(1, today! - first!, Math.ceil((clock.now.getTime() - span.from.getTime()) / DAYS_MS));
}
