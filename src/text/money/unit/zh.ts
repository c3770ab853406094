import { measureSigns } from '../measures.ts';
import { COUNTERS } from '../money_context.ts';
import { numeralCharacters, readChineseNumber } from '../numerals.ts';
import { countsSpoken } from '../order/known/counts_spoken.ts';
import { KEPT_ZH, PER_ZH } from '../order/unsure/lots.ts';
import type { Counted, PricePer, UnitWords } from './priced.ts';

const UNIT = `(?:小时|分钟|公斤|千克|(?:kg|g|ml)(?![a-z])|平米|平方米?|课时|人次|季度|厘米|毫米|毫升|星期|礼拜|[${COUNTERS}${measureSigns}两钱克尺寸丈升周月年季夜晚对双打位碗头匹板排])`;
const NUMBER = `(?:\\d{1,5}(?:\\.\\d{1,3})?|半|两|[${numeralCharacters.replace('两', '')}]{1,6})`;
const CURRENCY = '(?:元|块钱?|美元|刀)';
/** 5毛, 八毛五, 3块5, 一块五毛. */
const COINS = `(?<![${numeralCharacters}\\d.])(?:[\\d一二两三四五六七八九]\\s?[毛角](?:[\\d一二三四五六七八九]分?)?钱?|(?:\\d{1,4}|[${numeralCharacters}]{1,6})块[\\d一二三四五六七八九][毛角]?(?!\\d))`;
const PRICE = `(?:${COINS}|[¥￥$€£]\\s?\\d[\\d.,]{0,12}(?<![.,])|(?<![\\d.,a-z])\\d[\\d.,]{0,12}(?<![.,])[万千]?\\s?${CURRENCY}?|(?<![${numeralCharacters}])[${numeralCharacters}]{1,8}${CURRENCY})`;
/** 200元一斤, 20/瓶, 20元每100克, 六百四一斤. */
const BEHIND = new RegExp(
  `(?<price>${PRICE}|(?<![${numeralCharacters}])(?=[${numeralCharacters}]{0,6}[百千万])[${numeralCharacters}]{2,7}(?<!十))\\s?(?:一|每一?|[/／])\\s?(?<many>\\d{1,4}|[百千])?\\s?个?(?<unit>${UNIT})(?![${numeralCharacters}\\d])`,
  'iu',
);
/** 每瓶5元, 一瓶5元, 每100克20: no 一斤 of which all costs so much. */
const FRONT = new RegExp(
  `(?<by>每一?|一)(?<many>\\d{1,4}|[百千])?\\s?个?(?<unit>${UNIT})\\s?(?:是|卖|算|收|只要|才|要|价)?[:：]?\\s?(?<price>${PRICE})(?!\\s?${UNIT}|[\\d.%折])`,
  'iu',
);
/** 30元3个 要6个: what so many cost, and how many are wanted. */
const LOT = new RegExp(
  `(?<price>${PRICE})\\s?(?<many>${NUMBER})\\s?(?<unit>${UNIT})(?=[\\s,，]*(?:[他她]|客人|想|需|一共|共){0,3}(?:要|买|来|拿|订)了?\\s?${NUMBER}\\s?\\k<unit>)`,
  'iu',
);
/** 名片500张 30元100张: of how many that is the price, behind how many there are. */
const LOT_BEHIND = new RegExp(
  `(?<![\\d.])(?<count>\\d{1,5}|[${numeralCharacters}]{1,4})\\s?(?<unit>${UNIT})[\\s,，]{1,3}(?<lot>(?<price>${PRICE})\\s?(?<many>${NUMBER})\\s?\\k<unit>)$`,
  'iu',
);
/** 12月5日, 3号, 下午3点, 第3期: when, or which. */
const WHEN = /\d{1,2}月(?:\d{1,2}[日号]?)?|\d{1,2}[日号点]|(?:19|20)\d\d年|第[\d一二三四五六七八九十]{1,3}/gu;
const QUANTITY = new RegExp(
  `(?<each>每一?(?<of>${UNIT})\\s?)?(?<![\\d.,a-z¥￥$€£每第${numeralCharacters}])(?<n>${NUMBER})\\s?(?:个(?=半?(?:月|小时|星期|礼拜|季度|课时|钟头)))?(?<middle>半)?(?<unit>${UNIT})(?<last>半)?`,
  'giu',
);
const PIECES = /^[个只件份枚支条张把块本粒颗朵枝根]$/u;
const KEPT = new RegExp(`^(?:${KEPT_ZH}|[板扎排瓶罐袋壶杯碗])$`, 'u');
const TIMED = /^(?:小时|分钟|季度|星期|礼拜|课时|[天日周月年季夜晚期])$/u;
const WEIGHED = /^(?:公斤|千克|厘米|毫米|毫升|[斤两钱克尺寸米升吨])$/u;
const PERSON = /^[人位名]$/u;
const ALIKE: Readonly<Record<string, string>> = {
  位: '人',
  名: '人',
  星期: '周',
  礼拜: '周',
  夜: '晚',
  千克: '公斤',
  kg: '公斤',
  g: '克',
  ml: '毫升',
};
const alike = (unit: string): string => ALIKE[unit.toLowerCase()] ?? unit;

const numberOf = (said: string): number =>
  said === '半' ? 0.5 : said === '百' ? 100 : said === '千' ? 1000 : (readChineseNumber(said) ?? Number(said));

function pricePer(text: string): PricePer | undefined {
  const behind = BEHIND.exec(text);
  const front = behind ? null : FRONT.exec(text);
  const lot = behind || front ? null : LOT.exec(text);
  const found = behind ?? front ?? lot;
  if (!found) return lotBehind(text);
  const { price = '', many, unit = '', by } = found.groups ?? {};
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  // 一斤 200: how much there is, and what that costs
  if (by === '一' && !new RegExp(`${NUMBER}\\s?个?半?${UNIT}`, 'u').test(rest)) return undefined;
  return {
    price: price.replace(/￥/gu, '¥').trim(),
    typed: price,
    per: many === undefined ? 1 : numberOf(many),
    unit: alike(unit),
    start: found.index,
    end: found.index + found[0].length,
  };
}

/** No price of so many of which fewer are wanted: 1个80元 2个. */
function lotBehind(text: string): PricePer | undefined {
  const { count = '', unit = '', lot = '', price = '', many = '' } = LOT_BEHIND.exec(text)?.groups ?? {};
  const [all, per] = [numberOf(count), numberOf(many)];
  if (lot === '' || !(all > per) || all % per !== 0) return undefined;
  return {
    price: price.trim(),
    typed: price,
    per,
    unit: alike(unit),
    start: text.length - lot.length,
    end: text.length,
  };
}

function counted(rest: string, priced: PricePer): Counted[] {
  const found: (Counted & { end: number })[] = [];
  // 礼盒3个 128一盒
  const isNamed = new RegExp(`(?<=\\p{Script=Han})(?<![每${numeralCharacters}])${priced.unit}`, 'u').test(rest);
  const plain = rest.replace(WHEN, (said) => ' '.repeat(said.length));
  for (const { groups, index, 0: whole } of countsSpoken(plain).matchAll(QUANTITY)) {
    const { each, n = '', middle, unit = '', last } = groups ?? {};
    const count = numberOf(n) + ((middle ?? last) ? 0.5 : 0);
    const before = found.at(-1);
    // 一斤二两 is 1.2斤
    if (before && before.end === index && before.unit === '斤' && unit === '两') {
      found[found.length - 1] = { ...before, count: Math.round((before.count + count / 10) * 1000) / 1000 };
      continue;
    }
    const mayBeName =
      index === 0 &&
      /^[一二三四五六七八九十][个只]$/u.test(n + unit) &&
      /^\p{Script=Han}/u.test(plain.slice(whole.length));
    found.push({
      mayBeName,
      count,
      unit: alike(unit),
      names: [alike(unit), ...(isNamed && PIECES.test(unit) ? [priced.unit] : [])],
      inEach: each !== undefined,
      end: index + whole.length,
    });
  }
  return found.filter(({ count }) => count > 0);
}

export const UNITS_ZH: UnitWords = {
  pricePer,
  counted,
  lot: (unit) => PER_ZH[unit],
  isLotOf: (unit, priced) => /^[打对双套]$/u.test(unit) && unit !== priced && !WEIGHED.test(priced),
  isSize: (unit) => /^(?:克|毫升|厘米|毫米|[寸层号年度色款本])$/u.test(unit),
  isPieces: ({ unit }) =>
    !KEPT.test(unit) && !TIMED.test(unit) && !WEIGHED.test(unit) && !PERSON.test(unit) && PER_ZH[unit] === undefined,
  isSame: ({ unit, names }, priced) =>
    names.includes(priced) || (PIECES.test(unit) && PIECES.test(priced)) || (unit === '盒' && PIECES.test(priced)),
  isPairByItself: () => false,
};
