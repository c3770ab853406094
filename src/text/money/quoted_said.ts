import { narrow } from '../normalise.ts';
import { isWholePrice, type QuotedLine, quotedLine } from './quoted_lines.ts';

/** What pieces are counted by. Of weights and lengths the unit stays in the name: 大红袍（斤）. */
const PIECE = '[个件份只瓶罐袋套条张本把双箱盒包支台枚组串束杯碗片幅页次块饼提]';
const UNIT = `(?:公斤|千克|小时|平米|[斤克两米天]|${PIECE})`;
const COUNT = `\\d{1,6}(?:\\.\\d{1,3})?(?:[万千](?=\\s?${PIECE}))?`;
const MONEY = '[$€£¥￥]?\\s?\\d[\\d.,]{0,15}(?:\\s?(?:万|千|k|元|块钱?|[A-Z]{3}))?';
/** Behind a mark of times a single digit is no price: 30 cards x 4. */
const TIMES_MONEY = `[x×*＊]\\s?(?<price>(?=\\p{Sc}?\\s?\\d[\\d.,]|\\p{Sc})${MONEY})`;
/** Behind many pieces it is: 手提袋100个x5. */
const TIMES_FEW = `(?<=(?:[1-9][0-9]{1,5}|[0-9][万千])${PIECE}\\s?)[x×*＊]\\s?(?<few>\\d)`;
const HOURS = '(?:hours?|hrs?|h|days?|weeks?|months?|sessions?)';
/** A name with no figure of its own: A4 flyers, but not 2 logos. */
const NAME = '(?<name>(?=\\p{L})(?:(?!(?<![\\p{L}\\p{N}])\\d)[^\\n;；]){1,150}?)';
const EACH = `(?:\\s(?:each|apiece|a piece|per piece|/ ?pc)|\\s?(?:每|一|/)${UNIT})?`;

const WAYS = [
  // 3 prints x 400, 2 mugs at $3 each
  `(?<count>${COUNT})\\s+${NAME}\\s+(?:(?:at|@|for)?\\s?(?<each>${MONEY})(?:\\s(?:each|apiece|a piece))|(?:at|@)\\s?(?<price2>${MONEY})|${TIMES_MONEY})`,
  // 100份中秋礼盒x198, 100份中秋礼盒，每份198
  `(?<count>${COUNT})\\s?(?<unit>${UNIT})的?\\s?(?<name>(?=\\p{L})(?:(?!(?<![\\p{L}\\p{N}])\\d)[^\\n;；\\d]){1,150}?)(?:\\s?${TIMES_MONEY}|[\\s,，]*(?:每${UNIT}|单价|价格|一${UNIT})\\s?[:：]?\\s?(?<price2>${MONEY}))`,
  // 礼盒100份x198, 礼盒100盒*198, 礼盒100份 单价198, 插画3张 每张400, 大红袍2斤 800一斤
  `(?<name>(?=\\p{L})[^\\n;；\\d]{1,150}?)\\s?(?<count>${COUNT})\\s?(?<unit>${UNIT})(?:\\s?${TIMES_MONEY}|\\s?${TIMES_FEW}|[\\s,，]*(?:每${UNIT}|单价|价格|一${UNIT})\\s?[:：]?\\s?(?<price2>${MONEY})|[\\s,，]*(?<each>(?<!\\d)${MONEY})(?:一|每|/)${UNIT})`,
  // 茶具套装x3 每套500, banners x3 at 45 each
  `(?<name>(?=\\p{L})[^\\n;；\\d]{1,150}?)\\s?[x×*＊]\\s?(?<count>${COUNT})(?:[\\s,，]*(?:每${UNIT}|单价|价格|一${UNIT})\\s?[:：]?\\s?(?<price2>${MONEY})|[\\s,]+(?:at|@|for)\\s?(?<each>${MONEY})\\s(?:each|apiece|a piece))`,
  // photo shoot 2 hours x 150
  `(?<name>(?=\\p{L})[^\\n;；\\d\\p{Script=Han}]{1,150}?)\\s(?<count>${COUNT})\\s(?<unit>\\p{L}{2,20})\\s?${TIMES_MONEY}`,
  // 3 hours consulting 80/h, consulting 3 hours at 80 an hour
  ...[
    `(?<count>${COUNT})\\s?(?<unit>${HOURS})\\s(?:of\\s)?(?<name>(?=\\p{L})[^\\n;；\\d]{1,150}?)`,
    `(?<name>(?=\\p{L})[^\\n;；\\d]{1,150}?)[\\s,:]+(?<count>${COUNT})\\s?(?<unit>${HOURS})`,
  ].map((what) => `${what}[\\s,]+(?:(?:at|@|for|x)\\s?)?(?<each>${MONEY})\\s?(?:/|per\\s|an?\\s|each\\s)\\s?${HOURS}`),
  // 3x400 prints, 3 x 400 插画
  `(?<count>\\d{1,6})\\s?${TIMES_MONEY}\\s+(?<name>(?=\\p{L})[^\\n;；\\d]{1,150})`,
].map((way) => new RegExp(`^(?:${way})${EACH}$`, 'iu'));

/** One line as people say it, every figure of which is read: 3 prints x 400, 礼盒100份 单价198, 3x400 prints. Whether that is so is asked. */
export function saidLine(words: string): QuotedLine | undefined {
  const plain = narrow(words).trim();
  for (const way of WAYS) {
    const { name, count, unit = '', price, price2, each, few } = way.exec(plain)?.groups ?? {};
    const said = price ?? price2 ?? each ?? few;
    if (name === undefined || said === undefined) continue;
    const kept = unit === '' || IS_PIECE.test(unit) ? '' : /\p{Script=Han}/u.test(unit) ? `（${unit}）` : ` (${unit})`;
    return { description: `${name.replace(MARK_BEHIND, '')}${kept}`, quantity: figureOf(count!), price: said.trim() };
  }
  return undefined;
}

/** 2x website £500, 2×旗舰版 8000: the sum behind may be of one or of all, but for one, and where it says which. */
export function timesNamed(words: string): QuotedLine[] {
  const { count, name, each, price } = TIMES_NAMED.exec(narrow(words).trim())?.groups ?? {};
  // 2x iPhone 15: a small figure without a sign is rather of the name
  if (!count || !name || !price || !(each || /\p{Sc}|元|块|[a-z]{3}|\d{3}|万|千/iu.test(price))) return [];
  const line = { description: name.replace(MARK_BEHIND, ''), quantity: count, price: price.trim() };
  if (each || Number(count) === 1 || / (?:each|apiece|a piece)$/iu.test(words)) return [line];
  return [line, { description: `${count}× ${line.description}`, quantity: '1', price: line.price }];
}

const TIMES_NAMED = new RegExp(
  `^(?<count>[1-9]\\d{0,5})\\s?[x×*＊]\\s?${NAME}[\\s,，]+(?<each>(?:at|@|每${UNIT}|单价|一${UNIT})\\s?[:：]?\\s?)?(?:for\\s)?(?<price>${MONEY})${EACH}$`,
  'iu',
);

/** 1万份 are 10000. */
const figureOf = (count: string): string => {
  const each = { 万: 10_000, 千: 1000 }[count.slice(-1)];
  return each ? String(Math.round(Number(count.slice(0, -1)) * each)) : count;
};

const IS_PIECE = new RegExp(`^${PIECE}$`, 'u');
const MARK_BEHIND = /[\s,，:：]+$/u;

/** Words that join one thing with its price to the next; a 和 between two names joins nothing. */
const JOINS =
  /[;；\n]|[、，](?!\s?(?:每|单价|价格|一)\p{Script=Han}?\s?[:：]?\s?[¥￥]?\d)|,(?!\d{3}(?!\d)|\s?(?:每\p{Script=Han}|单价)\s?[:：]?\s?[¥￥]?\d)|\s(?:and|plus|&|with)\s|\s?[+＋]\s?|\s(?:和|还有|外加|加上?|另加|再加上?)\s?|(?<=\d\s?(?:元|块钱?|万|千|k)?)(?:和|还有|外加|加上?|另加)/iu;
const PRICED = new RegExp(`^${NAME}\\s?[:：]?\\s?(?<!\\d|\\d\\s?[x×*＊@]\\s?)(?<price>${MONEY})$`, 'iu');
/** 茶杯3x50: beside other lines a figure right behind a Chinese name is how many. */
const GLUED =
  /^(?<name>(?=\p{L})[^\n;；\d]{0,149}\p{Script=Han})(?<count>\d{1,6})\s?[x×*＊]\s?(?<price>\d{1,7}(?:\.\d{1,2})?)$/iu;
const MOST = 40;

/**
 * Several things, each with its price: logo 500 and menu 300, 设计1万加手册2千. Undefined: one of them is read otherwise. `counted`: what the
 * price behind so many is of, 礼盒100份 198元.
 */
export function pricedLines(words: string, counted: 'each' | 'whole' = 'each'): QuotedLine[] | undefined {
  const said = narrow(words)
    .split(JOINS)
    .map((one) => one.trim().replace(/^(?:and|plus)\s/iu, ''))
    .filter(Boolean);
  if (said.length < 2 || said.length > MOST) return undefined;
  const lines = said.flatMap((one): QuotedLine[] => {
    const line = saidLine(one);
    if (line) return [line];
    // brand identity 2400, website 3x900: one of them with its quantity, as it is typed
    const typed = quotedLine(one);
    if (typed?.description && isWholePrice(typed.price)) return [typed];
    const glued = GLUED.exec(one)?.groups;
    // 礼盒198x100 may be either way round
    if (glued && Number(glued.count) > Number(glued.price)) return [];
    if (glued) return [{ description: glued.name!, quantity: glued.count!, price: glued.price! }];
    const many = countedPrice(one);
    if (many) {
      const { called, times, ...each } = many;
      return [counted === 'each' || times ? each : { description: called, quantity: '1', price: each.price }];
    }
    const { name, price } = PRICED.exec(one)?.groups ?? {};
    // 手提袋100个x5: the sign belongs to no name
    if (name && TIMES_BEHIND.test(name)) return [];
    return name && price ? [{ description: name.replace(MARK_BEHIND, ''), quantity: '1', price: price.trim() }] : [];
  });
  return lines.length === said.length ? lines : undefined;
}

const TIMES_BEHIND = /[\d\p{Script=Han}]\s?[x×*＊]$/iu;
const BEHIND_COUNTED = new RegExp(
  `^(?<called>\\S[^\\n;；]{0,150}?)\\s(?<times>(?:[x×*＊@]|at)\\s)?(?<price>${MONEY})$`,
  'iu',
);

function countedPrice(words: string): (QuotedLine & { called: string; times: boolean }) | undefined {
  const { called, price, times } = BEHIND_COUNTED.exec(words)?.groups ?? {};
  const counted = called ? countedName(called) : undefined;
  return counted && price
    ? { ...counted, price: price.trim(), called: called!, times: times !== undefined }
    : undefined;
}

const COUNTED = new RegExp(
  `^(?:(?<count>\\d{1,6})(?:\\s?${UNIT}的?\\s?|\\s)(?<name>\\p{L}[^\\n\\d]{0,150})|(?<name2>\\p{L}[^\\n\\d]{0,150}?)\\s?(?<count2>\\d{1,6})\\s?${UNIT})$`,
  'iu',
);

/** 2 logos, 茶饼 10片: how many of what, so that a price behind may be of one or of all. */
export function countedName(title: string): { description: string; quantity: string } | undefined {
  // 2026 calendar
  if (/^(?:19|20)\d\d\s/u.test(title)) return undefined;
  const { name, name2, count, count2 } = COUNTED.exec(narrow(title).trim())?.groups ?? {};
  const [description, quantity] = [name ?? name2, count ?? count2];
  return description && quantity && Number(quantity) > 1 ? { description: description.trim(), quantity } : undefined;
}

/** 礼盒 100份: a price behind so many is rather of one of them. */
export const isManyPieces = (title: string): boolean =>
  new RegExp(`\\d{2,}\\s?${PIECE}$`, 'u').test(narrow(title).trim());

/** What would be left of them in a name speaks of a further price or of how many: rebrand 10000 plus brand guide. */
export const namesFurtherSum = (name: string): boolean => FURTHER.test(narrow(name));

const FURTHER =
  /(?<![\p{L}\p{N}]|\d[.,])\p{Sc}?\s?\d[\d.,]*\s?(?:k|元|块钱?|万|千)?\s?(?:plus|and|&|with|[+＋,，;；、]|和|还有|外加|加|另加)|(?<=\p{Script=Han})\d[\d.,]*\s?(?:元|块钱?|万|千)?(?:和|还有|外加|加|另加|[+＋,，、])|(?<=\d\s?\p{Script=Han}{0,2}\s?[x×*＊]\s?)\d[\d.]*\s?(?:元|块钱?)?(?:[，、；;]|,(?!\d{3}(?!\d)))/iu;

/** A figure in a name: it is shown beside the price that was read. */
export const holdsFigure = (name: string): boolean =>
  /(?<![\p{L}])\d/u.test(narrow(name)) || /\p{Script=Han}\d/u.test(narrow(name));
