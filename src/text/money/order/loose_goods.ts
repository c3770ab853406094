import { narrow } from '../../normalise.ts';
import { measureSigns } from '../measures.ts';
import { isSoMany } from './known/counts_spoken.ts';
import { quoted } from './quoted_name.ts';

/** What is ordered, said in a way that may mean another order: each of the ways, as it would be read. */
export interface Loose {
  ways: string[];
}

const PRICE = '[¥$€£]?\\s?\\d[\\d.,]{0,9}(?:\\s?(?:元|块钱?|[A-Z]{3}))?';
/** 500 to 600, $500-600, 500 或 600. */
const RANGE = new RegExp(
  `^(?<front>.{0,150}\\p{L}[:：]?\\s{0,2}|.{0,150}\\p{Script=Han})(?<from>${PRICE})\\s?(?:[-–—~～]|to|or|至|到|或者?)\\s?(?<to>${PRICE})$`,
  'iu',
);
/** ~$500, about 500, 约500, 500左右. */
const ABOUT = new RegExp(
  `(?:(?<=[\\s\\p{Script=Han}])(?:[~～≈]|about\\s|around\\s|approx(?:\\.|imately)?\\s|roughly\\s|ca\\.?\\s|(?:大?约|大概|差不多|将近)\\s?)(?=${PRICE}$)|(?<=\\d(?:元|块钱?)?)\\s?(?:左右|上下|ish|or so|\\+)$)`,
  'iu',
);
/** 龙井和白茶各2盒. */
const OF_EACH = new RegExp(
  String.raw`^(?<names>.{1,120}?)各(?:要|来|买)?(?<many>\d{1,4}|[一两二三四五六七八九十]{1,2})\s?(?<unit>公斤|[${measureSigns}])(?<rest>.*)$`,
  'u',
);
const JOINT = /\s?(?:[、,，/&+]|和|与|跟|及|\sand\s)\s?|\s+/u;
/** 龙井两三盒, 三四个: nobody knows how many. */
const ABOUT_SO_MANY = new RegExp(
  String.raw`(?:(?<![一二三四五六七八九十])[一两二三四五六七八][两三四五六七八九](?![一二三四五六七八九十])|[一二三四五六七八九]?十?几|好几)\s?(?=[${measureSigns}])`,
  'u',
);
const NEXT = ['一', '两', '三', '四', '五', '六', '七', '八', '九'];

function aboutSoMany(plain: string): Loose | undefined {
  const found = ABOUT_SO_MANY.exec(plain);
  if (!found) return undefined;
  const [few, more] = [...found[0].trim().replace(/二/gu, '两')];
  const isPair = NEXT.indexOf(few!) + 1 === NEXT.indexOf(more ?? '');
  const at = (many: string) => `${plain.slice(0, found.index)}${many}${plain.slice(found.index + found[0].length)}`;
  return { ways: isPair ? [few!, more!].map((one) => at(String(NEXT.indexOf(one) + 1))) : [] };
}

/** Undefined: it says one thing. */
export function looseGoods(piece: string): Loose | undefined {
  if (piece.length > 200) return undefined;
  const plain = narrow(piece).trim();
  if (isSoMany(plain)) return { ways: [] };
  const several = aboutSoMany(plain);
  if (several) return several;
  const { front, from, to } = RANGE.exec(plain)?.groups ?? {};
  // Model 3 to 500: the price of nothing in a pair of figures is the lower one
  if (front !== undefined && from && to && Number(digits(from)) < Number(digits(to))) {
    const sign = /^[¥$€£]/u.exec(from)?.[0] ?? '';
    const other = /^\d/u.test(to) ? `${sign}${to}` : to;
    return { ways: [`${front}${from}`, `${front}${other}`].map((way) => way.trim()) };
  }
  const about = ABOUT.exec(plain);
  if (about) return { ways: [`${plain.slice(0, about.index)}${plain.slice(about.index + about[0].length)}`] };
  const each = OF_EACH.exec(plain)?.groups;
  if (!each) return undefined;
  const names = each.names!.split(JOINT).filter(Boolean);
  if (names.length < 2) return { ways: [] };
  const sum = /^\s?(?=[¥$€£]?\d)/u.test(each.rest!) ? ` 共${each.rest!.trim()}` : ` ${each.rest!.trim()}`;
  return { ways: [`${names.map((name) => `${name}${each.many}${each.unit}`).join('、')}${sum}`.trim()] };
}

/** teax2 $30: two of tea, or one that is called so, as linux2 and box3 may be. */
const X_GLUED = /^(.{0,150}[aeiouyn])(x\d{1,3})(?=\s\D{0,3}\d)/iu;

/** Undefined: no x stands so between a name and a figure. */
export function lettersOrTimes(piece: string): Loose | undefined {
  const [whole, name, times] = X_GLUED.exec(narrow(piece)) ?? [];
  if (whole === undefined) return undefined;
  const behind = piece.slice(whole.length);
  return { ways: [`${name} ${times}${behind}`, `${quoted(whole)}${behind}`] };
}

const digits = (price: string): string => price.replace(/[^\d.]/gu, '');

/** mug and bowl $15 each: what each of several costs, or one that is called so. Undefined: it names one. */
export function severalAtOnePrice(title: string, price: string): string[] | undefined {
  const names = title.split(/\s?(?:[、,，&+]|和|与)\s?|\s(?:and|plus)\s/iu).filter(Boolean);
  if (names.length < 2 || names.some((name) => !/\p{L}{2}/u.test(name))) return undefined;
  return [names.map((name) => `${name.trim()} ${price}`).join('; ')];
}

const SPELLED = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
/** two mugs, a mug: words that say how many, as figures. */
export const withFigure = (title: string): string =>
  title.replace(
    /^(?:(?<one>a|an|another)(?=\s[a-z][\p{L}'’-]{2})|(?<word>[a-z]{3,6})(?=\s(?!hundred|thousand|million)))/iu,
    (whole, one: string | undefined, word: string | undefined) => {
      if (one) return '1';
      const figure = SPELLED.indexOf((word ?? '').toLowerCase());
      return figure > 0 ? String(figure) : whole;
    },
  );

const SAID_EN =
  /^(?:(?:please|pls|she|he|they|we|i)\s){0,2}(?:has\s|have\s|just\s|also\s){0,2}(?:bought|ordered|took|got|wants?|needs?|gets|takes)\s(?=(?:an?|another|one|two|three|four|five|six|\d{1,4})\s)/iu;
const SAID_ZH =
  /^(?:又|再|还|刚)?(?:(?:要|买|订|定|拿|来|拍|下单)了|(?:要|买|订|定|拿|来|拍)(?=[\d一两二三四五六七八九十]))(?!.{1,2}[送赠])\s?(?=\S)/u;

const EACH_MARKED =
  /^(?:(?<many>\d{1,4})\s+(?<name>\p{L}[^\d×*]{1,60}?)(?:\s?[×*]|\sx)\s?(?<price>[¥$€£]\s?\d[\d.,]{0,9})|(?<count>\d{1,4})\s?[×*x]\s?(?<sum>[¥$€£]\s?\d[\d.,]{0,9})\s+(?<title>\p{L}\D{1,60}))$/iu;

const ARTICLE_ENDS = '(?=$|\\s{0,3}[,，;；\\n]|\\s{1,3}[^\\s\\d¥￥$€£共合总一])';
const KUAI_EACH = new RegExp(
  `(?<![\\d.])(\\d{1,4})\\s?块钱?(?=\\s?(?:[一每](?!共)个?|[/／]\\s?)\\p{Script=Han}${ARTICLE_ENDS})|(?<=(?:每|[\\s,，]一)\\s?(?![共盒箱袋包罐])\\p{Script=Han}\\s?)(\\d{1,4})\\s?块钱?${ARTICLE_ENDS}`,
  'gu',
);

/** 8块一个, 每个8块: beside what one costs 块 is money; 每盒8块 may be how many are in it. */
export const withKuaiEach = (words: string): string => words.replace(KUAI_EACH, '$1$2元');

/** 2 mugs × $15, 2 × $15 mugs: a mark before a price says that it is for each. */
export function withEachSaid(piece: string): string {
  const { many, name, price, count, sum, title } = EACH_MARKED.exec(piece.trim())?.groups ?? {};
  if (many && name) return `${many}x ${name} ${price} each`;
  return count && title ? `${count}x ${title} ${sum} each` : piece;
}

/** bought 2 mugs, 要了2盒龙井: without the word that says no more than that they are ordered. */
export const withoutVerb = (piece: string): string =>
  piece.replace(SAID_EN, '').replace(SAID_ZH, '').replace(MORE_OF, '$1 ');

/** two more mugs. */
const MORE_OF =
  /^(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s(?:more|further|additional)\s(?=(?!of\b)[a-z]{2})/iu;

/** mug for $15, mug → $15: what joins a name to its price. `inAll`: it is for all of it. */
export function withoutJoint(title: string): { title: string; inAll: boolean } {
  const joint = /\s(?:(for)|at|=|→|->|=>|[:：]|@)$/iu.exec(title);
  return joint ? { title: title.slice(0, joint.index), inAll: joint[1] !== undefined } : { title, inAll: false };
}
