import { narrow } from '../../../normalise.ts';
import { type Money, plainDecimal } from '../../money.ts';
import { readChineseNumber, readEnglishNumber } from '../../numerals.ts';

/** Goods that are counted in dozens, pairs or sets, and priced by one of them: a dozen cups 8 each, 两打杯子一个8块. */
export interface Lots {
  many: number;
  /** How many one lot has; undefined: its word does not say. */
  per?: number;
  lot: string;
  name: string;
}

export const PER_EN: Readonly<Record<string, number>> = {
  dozen: 12,
  doz: 12,
  dz: 12,
  pair: 2,
  couple: 2,
  'half dozen': 6,
  trio: 3,
  score: 20,
  gross: 144,
};
export const PER_ZH: Readonly<Record<string, number>> = { 打: 12, 对: 2, 双: 2 };
const MANY_EN =
  '(?:\\d{1,3}(?:\\.5)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty)';
const LOT_EN = '(?:half (?:an? )?dozen|(?:dozen|doz|dz|pair|couple|set)s?|gross)';
const FRONT_EN = new RegExp(`^(?:(?<many>${MANY_EN})\\s)?(?<lot>${LOT_EN})\\s(?:of\\s)?(?<name>\\p{L}.*)$`, 'isu');
/** Without 'of' behind them they say something else: score sheets. */
const OF_EN = new RegExp(`^(?<many>${MANY_EN})\\s(?<lot>trio|score|gross)s?\\sof\\s(?<name>\\p{L}.*)$`, 'isu');
const BACK_EN = new RegExp(`^(?<name>\\p{L}.*?),?\\s(?<many>${MANY_EN})\\s(?<lot>${LOT_EN})$`, 'isu');
const MANY_ZH = '(?<many>[半一两二三四五六七八九十]{1,3}|\\d{1,3})\\s?(?<lot>[打对双套])';
const FRONT_ZH = new RegExp(`^${MANY_ZH}的?(?<name>[^\\s\\d].*)$`, 'su');
const BACK_ZH = new RegExp(`^(?<name>\\p{Script=Han}.*?)\\s?${MANY_ZH}$`, 'su');

/** Undefined: they are counted by the piece. */
export function lotsOf(goods: string): Lots | undefined {
  const plain = narrow(goods)
    .trim()
    .replace(/^(?:another|some)\s/iu, '');
  const found = plain.length > 200 ? undefined : shapes.map((shape) => shape.exec(plain)?.groups).find(Boolean);
  if (!found) return undefined;
  const name = found.name!.trim();
  const said = found.many ?? 'a';
  if (/^\p{Script=Han}/u.test(found.lot!)) {
    const lot = found.lot!;
    if (said.includes('半')) return said === '半' && lot === '打' ? { many: 1, per: 6, lot: '半打', name } : undefined;
    return counted({ many: manyOf(said) ?? 0, lot, name }, PER_ZH[lot]);
  }
  const lot = found
    .lot!.toLowerCase()
    .replace(/^half (?:an? )?/u, 'half ')
    .replace(/(?<!s)s$/u, '');
  const many = manyOf(said);
  return many === undefined
    ? undefined
    : counted({ many, lot: lot.replace(/^d(?:oz|z)$/u, 'dozen'), name }, PER_EN[lot]);
}

/** a, two, 3, 两. */
function manyOf(said: string): number | undefined {
  if (/^\d/u.test(said)) return Number(said);
  return /^an?$/iu.test(said) ? 1 : (readChineseNumber(said) ?? readEnglishNumber(said));
}

const shapes = [FRONT_EN, OF_EN, BACK_EN, FRONT_ZH, BACK_ZH];

const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000 };

/** A couple of hundred cards are two hundred of them. */
function counted(lots: Lots, per: number | undefined): Lots | undefined {
  if (lots.many <= 0) return undefined;
  const [scaled, scale] = /^(hundred|thousand)s?\s(?:of\s)?(?=\p{L})/iu.exec(lots.name) ?? [''];
  const name = lots.name.slice(scaled.length);
  return { ...lots, name, ...(per !== undefined && { per: per * (SCALES[scale?.toLowerCase() ?? ''] ?? 1) }) };
}

/** Whether a price is for one lot, by the words for each: 每双, a pair, per dozen. */
export const isByLot = ({ lot }: Lots, each: string): boolean =>
  /^\p{Script=Han}/u.test(lot)
    ? each.includes(lot.slice(-1))
    : new RegExp(`\\b${lot.replace(/^half /u, '')}s?\\b`, 'iu').test(each);

/** The price for each: `said` by these words, which say a piece (`isOfOne`: each, apiece), or a unit. */
interface Priced {
  money: Money;
  unit: string;
  said: string;
  isOfOne: boolean;
}

export const KEPT_EN =
  '(?:box|case|crate|carton|pack|packet|bag|tray|basket|bucket|tub|tin|jar|bunch|bundle|batch|stack|pile|roll|pallet|set)';
export const KEPT_ZH = '[箱盒包袋捆筐篮篓扎束叠摞批堆桶罐组套]';
/** a set of 4 cups, 3 cases of 12 beers, 一箱12只杯子: how many are in one is said. */
const SAID_INSIDE_EN = new RegExp(
  `^(?<many>${MANY_EN})x?\\s(?<lot>${KEPT_EN})(?:e?s)?\\s(?:of|with)\\s(?<per>\\d{1,3})\\s(?:x\\s)?(?<name>\\p{L}.*)$`,
  'isu',
);
const SAID_INSIDE_ZH = new RegExp(
  `^(?<many>[一两二三四五六七八九十]{1,3}|\\d{1,3})\\s?(?<lot>${KEPT_ZH})\\s?(?<per>\\d{1,3}|[两二三四五六七八九十]{1,3})\\s?(?<piece>[个只枚支件条瓶块张本把])(?:装的?)?(?<name>\\p{Script=Han}.*)$`,
  'su',
);
/** a box of cups, a few cups: how many there are is not; tea in a box is one. */
const UNSAID_EN = new RegExp(
  `^(?:(?:lots|loads|tons|heaps|plenty)\\sof\\s|(?:an?|one|1x?|another)\\s(?:(?:whole |full |small |large |big |little )?(?<kept>${KEPT_EN.replace('|set', '')})\\sof\\s|(?:good |quick )?few\\s(?:of\\s)?|(?:handful|number|couple or (?:so|two)|load|lot|range|variety|heap|ton)\\sof\\s))(?:\\S+\\s){0,4}?\\S*[a-z]{2}(?:[^s\\W]s|people|men|women|children)(?:\\s\\S+)?$`,
  'iu',
);
const UNSAID_ZH = new RegExp(
  `^(?:一些|好些|有些|若干|(?:半|整|[一两二三四五六七八九十]{1,3}|\\d{1,3})(?:整|大|小)?(?<lot>${KEPT_ZH.replace('套', '')}))(?:的)?(?=\\p{Script=Han})`,
  'u',
);

/**
 * As `waysInLots`, of what stands in a box or a set at so much for each: the set or what is in it (a set of 4 cups 10 each); none where nobody said how
 * many are in it (a box of cups 8 each, 一箱杯子每个8).
 */
function insideOf(goods: string, { money, unit, said, isOfOne }: Priced): string[] | undefined {
  const plain = narrow(goods).trim();
  if (plain.length > 200) return undefined;
  const price = `${plainDecimal(money.minor, money.currency)} ${money.currency}`;
  const told = (SAID_INSIDE_EN.exec(plain) ?? SAID_INSIDE_ZH.exec(plain))?.groups;
  if (told) {
    const { lot = '', piece, name } = told;
    if (isByLot({ many: 1, lot, name: name! }, `${said} ${unit}`)) return undefined;
    const [many, per] = [manyOf(told.many!), manyOf(told.per!)];
    if (!many || !per) return undefined;
    return piece === undefined
      ? [
          `${many}x ${lot.toLowerCase()} of ${per} ${name} ${price}/${lot.toLowerCase()}`,
          `${many * per}x ${name} ${price} each`,
        ]
      : [`${many}${lot}${per}${piece}${name} ${price}/${lot}`, `${many * per}${piece}${name} ${price}/${piece}`];
  }
  return isUnsaid(plain, `${said} ${unit}`, isOfOne) ? [] : undefined;
}

/** Whether nobody said how many there are of what costs so much for one by the words for `each`: a few cups, 一箱杯子每个. A box @ 8 is what it costs. */
export function isUnsaid(goods: string, each: string, isOfOne: boolean): boolean {
  const plain = narrow(goods).trim();
  if (plain.length > 200) return false;
  const by = (lot: string | undefined) => lot !== undefined && isByLot({ many: 1, lot, name: '' }, each);
  const en = UNSAID_EN.exec(plain)?.groups;
  if (en) return en.kept === undefined || (isOfOne && !by(en.kept));
  // 2盒龙井 每个128: each box
  if (/^[^一半]{1,3}盒/u.test(plain) && /个/u.test(each)) return false;
  const zh = UNSAID_ZH.exec(plain)?.groups;
  return (
    zh !== undefined &&
    /[每一/／]\s?[个只枚支件条瓶块张本把]|[个只枚支件条瓶块张本把]$/u.test(each) &&
    !by(zh.lot ?? '些')
  );
}

/**
 * The ways in which a price for each of what is counted so may be meant, as an order is typed: of one of what the lots hold, or of a lot.
 * Undefined: it is counted by the piece, or the price is for a lot.
 */
export function waysInLots(title: string, { money, unit, said, isOfOne }: Priced): string[] | undefined {
  const goods = title.replace(/(?:\s(?:for|at)|[\s,，:：@])+$/iu, '');
  const inside = insideOf(goods, { money, unit, said, isOfOne });
  if (inside) return inside;
  const lots = lotsOf(goods);
  const isLoose = /^(?:@|at\s)/iu.test(said) && !isOfOne;
  // a set at so much is what the set costs
  if (!lots || isByLot(lots, `${said} ${unit}`) || (isLoose && lots.per === undefined)) return undefined;
  const { many, per, lot, name } = lots;
  const price = `${plainDecimal(money.minor, money.currency)} ${money.currency}`;
  const ofLot = /^\p{Script=Han}/u.test(lot)
    ? `${many}${lot}${name} ${price}/${lot}`
    : `${many}x ${lot} ${name} ${price} each`;
  const mayBeLot = isLoose || /单价|均价/u.test(said) || (many > 1 && unit === '');
  const isLot = per === undefined || (mayBeLot && lot !== 'couple' && lot !== '半打');
  const ofOne =
    per === undefined ? [] : [`${many * per}x ${name} ${unit === '' ? `${price} each` : `${price}/${unit}`}`];
  return [...ofOne, ...(isLot ? [ofLot] : [])];
}
