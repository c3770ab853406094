import { headWords } from '../cut.ts';
import { plainly } from '../plainly.ts';
import { CHINESE, ENGLISH, type Festival, lunarDates } from './festival.ts';
import type { WhenContext } from './format_when.ts';
import { lasting, lengthAt } from './parse_from.ts';
import { saidIn, type When } from './parse_when.ts';
import type { Stretch } from './stretch.ts';
import { type Day, fromWallTime, wallTime } from './zone.ts';

const LONGEST = 80;
const EVENING = 24 * 60 - 1;
const MORNING = 9 * 60;

/** A festival named where people would be away: its own day, and the days they may mean by it, likeliest first. */
export interface FestivalAway {
  /** As it was typed. */
  said: string;
  day: Stretch;
  stretches: Stretch[];
  rest: string;
}

/** A festival named for something to be done on, before or after it: when that may be, likeliest first. */
export interface FestivalTime {
  /** As it was typed. */
  said: string;
  moments: Date[];
  rest: string;
}

interface Named {
  /** How many days around it people have off. */
  festival: Pick<Festival, 'before' | 'after'>;
  /** The next there is. */
  day: Day;
  /** The same, or the one whose days off are not over. */
  running: Day;
  length: number;
}

const readers = (festivals: readonly Festival[], end: string): [RegExp, Festival][] =>
  festivals.map((festival) => [new RegExp(`^(?:${festival.names})${end}`, 'iu'), festival]);
const READERS = [...readers(ENGLISH, '(?![\\p{L}\\p{N}])'), ...readers(CHINESE, '')];

/** The festival whose name stands at the very beginning; of several the longest name. */
function namedAt(plain: string, context: WhenContext): Named | undefined {
  const said = saidIn(context);
  const found = READERS.flatMap(([pattern, festival]): Named[] => {
    const length = pattern.exec(plain)?.[0].length;
    const day = length === undefined ? undefined : festival.day(said.day, said)?.day;
    const running = day === undefined ? undefined : festival.day(said.day - festival.after, said)?.day;
    return length === undefined || day === undefined ? [] : [{ festival, day, running: running ?? day, length }];
  });
  return found.reduce<Named | undefined>((best, one) => (one.length > (best?.length ?? 0) ? one : best), undefined);
}

/** A date of the Chinese calendar, which has no days off of its own: 正月初五, 腊月廿三. */
function lunarDateAt(plain: string, context: WhenContext): Named | undefined {
  const said = saidIn(context);
  for (const [pattern, read] of lunarDates) {
    const found = pattern.exec(plain);
    const day = found ? read(found, said.day, said)?.day : undefined;
    if (found && day !== undefined)
      return { festival: { before: 0, after: 0 }, day, running: day, length: found[0].length };
  }
  return undefined;
}

/** Not until: that would be its end. */
const LEAD =
  /^(?:(?:over|during|for|at|around|through|throughout|this|next|the|off|on)\s{1,3}){0,3}|^(?:在|过|趁|今年|明年|来年)/iu;
const HOLIDAYS =
  /^(?:['’]s?)?\s?(?:holidays?|hols|break|vacation|week(?:end)?|season|time|period|days?)(?![\p{L}\p{N}])|^(?:节|小?长假|黄金周|假期|放假|期间|休假|休息|外出|歇业|打烊|不在|那几天|这几天|前后){1,3}/iu;
const BY_THEN = /^节?(?:之前|以前|前(?!后)|之后|以后|过后|后)/u;
const GAP = /^[\s,，、。.:：;；]+/;

/** `christmas`, `over easter`, 国庆七天, 春节放假: undefined where no festival stands at the beginning, or an end is said. */
export function festivalAway(text: string, context: WhenContext): FestivalAway | undefined {
  const body = text.trim();
  const plain = plainly(headWords(body, LONGEST));
  const lead = LEAD.exec(plain)?.[0].length ?? 0;
  const named = namedAt(plain.slice(lead), context) ?? lunarDateAt(plain.slice(lead), context);
  if (!named || BY_THEN.test(plain.slice(lead + named.length))) return undefined;
  const end = lead + named.length;
  const name = end + (HOLIDAYS.exec(plain.slice(end))?.[0].length ?? 0);
  const gap = name + (/^\s*/.exec(plain.slice(name))?.[0].length ?? 0);
  const lasts = lengthAt(plain.slice(gap));
  const said = lasts ? gap + lasts.end : name;
  const day = stretch(named.running, Math.max(named.running, saidIn(context).day), context);
  const lastsUntil = lasts && lasting(day.from, lasts.length, context);
  return {
    said: body.slice(0, said),
    day,
    stretches: lastsUntil ? [{ from: day.from, until: lastsUntil }] : around(named, day, context),
    rest: body.slice(said).replace(GAP, ''),
  };
}

/** The day that was counted from a festival (圣诞前两天), and the days up to it. Undefined: the words name none. */
export function countedFrom(said: string, at: Date, rest: string, context: WhenContext): FestivalAway | undefined {
  const plain = plainly(headWords(said, LONGEST));
  const named = [...plain.matchAll(STARTS)].flatMap(({ index }) => namedAt(plain.slice(index), context) ?? [])[0];
  if (!named) return undefined;
  const { day } = wallTime(at, context.timezone);
  const itself = stretch(day, day, context);
  const stretches = day < named.day ? [stretch(day, named.day - 1, context), itself] : [itself];
  const distinct = stretches.filter(({ until }, nth) => stretches.findIndex((one) => +one.until === +until) === nth);
  return { said: said.trim(), day: itself, stretches: distinct, rest };
}

/** With the days that go with it, then alone. */
function around(
  { festival: { before, after }, running: day }: Named,
  itself: Stretch,
  context: WhenContext,
): Stretch[] {
  return before + after > 0 ? [stretch(day - before, day + after, context), itself] : [itself];
}

function stretch(first: Day, last: Day, { now, timezone }: WhenContext): Stretch {
  const from = fromWallTime({ day: first, minutes: 0 }, timezone);
  return { from: from < now ? now : from, until: fromWallTime({ day: last, minutes: EVENING }, timezone) };
}

type Relation = 'before' | 'on' | 'after';
const RELATED =
  /^(?:(?:right|just|shortly|soon|sometime|some time|(?:a|the) (?:day|week))\s)?(after|before|by|over|during|around|for|on|until|till?)\s(?:the\s)?/iu;
const BEHIND: readonly [RegExp, Relation][] = [
  [/^(?:假期|长假|放假)?(?:结束|完)?(?:之后|以后|过后|后|回来)/u, 'after'],
  [/^(?:假期|长假|放假)?(?:之前|以前|前夕|前)/u, 'before'],
  [/^(?:(?:假期|长假)?(?:期间|那几天|那天|当天)|(?:假期|长假|放假)(?=$|[\s,，。:：]))/u, 'on'],
];
/** Behind a bare name these begin what is to be done. */
const DOING =
  /^\s(?:call|ring|phone|email|mail|meet|text|visit|pick up|order|send|remind|buy|check|pay|ship|deliver|close|open|post|bake|make|prepare|wrap|decorate|book|reserve|reply|answer|write|follow up|start|finish|set up|take|put|bring|clean|invite|thank|wish|invoice|cancel|move|print|ask|tell|renew|collect|fetch|change|update|feed|water|fix|repair|restock)(?![\p{L}\p{N}])/iu;
/** 除夕打电话, 春节给妈妈寄东西: a verb right behind the day. */
const DOING_ZH =
  /^(?:要|得|先|再)?(?:打电话|打给|给|跟|联系|通知|提醒|发(?!票|型|饰)|寄|交|付款|收款|收货|买|订(?!单)|回复|回电|开(?:会|门|店|业|工)|关(?:门|店)|做|写|问候|预约|约|准备|上门|拜访|拜年|催|取货|拿货|补货|盘点|出货|备货|送货|送(?!礼))/u;
/** Chinese has no such words: there a gap parts the day from what is to be done, or from which goods it is. */
const PARTED = /^\s+[^\s\d]/u;
/** In front of a festival's name at the end: a wish, or which thing. */
const NO_DAY = /(?:merry|happy|blessed|a|an|the|of|our|my|your|this|last|pre|post|快乐|祝)\s*$/iu;

/** `after Christmas call Kim`, `call Kim before easter`, 国庆后, 春节期间. Undefined: a festival only says which thing. */
export function festivalTime(text: string, context: WhenContext): FestivalTime | undefined {
  const body = text.trim();
  const plain = plainly(headWords(body, LONGEST));
  const first = festivalAt(plain, context);
  if (first) return told(body, 0, first, context);
  const tail = plainly(body.slice(-LONGEST));
  for (const { index } of tail.matchAll(STARTS)) {
    const found = index === 0 ? undefined : festivalAt(tail.slice(index), context, !NO_DAY.test(tail.slice(0, index)));
    if (found && ENDS.test(tail.slice(index + found.length)))
      return told(body, body.length - tail.length + index, found, context);
  }
  return undefined;
}

/** 端午 发货: a day, or which goods; it is offered and not taken. */
export function isBareFestival(said: string, { rest, dateOnly }: When, context: WhenContext): boolean {
  return dateOnly && rest !== '' && festivalTime(said, context)?.rest === rest.trim();
}

/** Where a festival may begin in what stands before it: a word, or any Chinese character. */
const STARTS = /(?<![\p{L}\p{N}])(?=[a-z])|(?=\p{Script=Han})/giu;

/** Nothing more is said. */
const ENDS = /^[\s.。!！]*$/;

interface Related extends Named {
  relation: Relation;
}

/** `mayEnd`: it may be a day though nothing follows. */
function festivalAt(plain: string, context: WhenContext, mayEnd = false): Related | undefined {
  const [lead = '', word = ''] = RELATED.exec(plain) ?? [];
  const named = namedAt(plain.slice(lead.length), context);
  if (!named) return undefined;
  const end = lead.length + named.length;
  const behind = plain.slice(end);
  const closing = BEHIND.map(([pattern, relation]) => ({ length: pattern.exec(behind)?.[0].length ?? 0, relation }));
  const closed = closing.find(({ length }) => length > 0);
  if (closed) return { ...named, relation: closed.relation, length: end + closed.length };
  if (lead === '') {
    const isParted = /^\p{Script=Han}/u.test(plain) && (PARTED.test(behind) || DOING_ZH.test(behind));
    const isLast = mayEnd && ENDS.test(behind);
    return isParted || isLast || DOING.test(behind) ? { ...named, relation: 'on', length: end } : undefined;
  }
  const length = end + (HOLIDAYS.exec(behind)?.[0].length ?? 0);
  return { ...named, relation: relationOf(word.toLowerCase()), length };
}

const relationOf = (word: string): Relation =>
  word === 'after' ? 'after' : ['before', 'by', 'until', 'till'].includes(word) ? 'before' : 'on';

/** After it: the next day, and the first working day once the days off are over. */
function told(body: string, start: number, found: Related, context: WhenContext): FestivalTime {
  const { relation, length } = found;
  const day = relation === 'after' ? found.running : found.day;
  const { before, after } = found.festival;
  const days = {
    before: [day - before - 1, day - before - 7],
    on: [day, day - before],
    after: [day + after + 1, day + 1],
  };
  const moments = [...new Set(days[relation])]
    .map((one) => fromWallTime({ day: one, minutes: MORNING }, context.timezone))
    .filter((at) => at > context.now);
  const rest = `${body.slice(0, start)}${body.slice(start + length)}`.replace(GAP, '').trim();
  return { said: body.slice(start, start + length), moments, rest };
}
