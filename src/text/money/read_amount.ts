import { changedSum } from './changed_sum.ts';
import {
  amountsInARow,
  bareAmountAtEnd,
  bareAmountBeforeAside,
  type FoundMoney,
  findMoney,
  findMultiplied,
  type Multiplied,
  moneyText,
  otherPrices,
  unclearAmount,
  without,
} from './find_money.ts';
import { letterApart } from './letter_apart.ts';
import { eitherPoint, type Money, parseMoney, scaleWord } from './money.ts';
import { countOf, type MoneyContext, moneyContext } from './money_context.ts';
import { countsSpoken } from './order/known/counts_spoken.ts';
import { isByLot, lotsOf } from './order/unsure/lots.ts';
import { foreignMoney, type PerhapsMoney, perhapsMoney, writtenOut } from './perhaps_money.ts';
import { spokenMoney } from './spoken_money.ts';
import { type OtherUnit, otherUnit } from './unit/other_unit.ts';
import { faceValue } from './unsure/face_value.ts';
import { partBeside } from './unsure/part_beside.ts';

/** 000 of 50 000 JPY. */
const NOTHING = /^\D*0+(?:[.,]0+)?\D*$/;

/** So many at so much each, as they were typed. */
export interface Times {
  quantity: string;
  price: string;
}

/**
 * What free words say of an amount: none; the one there is, and the text without it; several, of which one may be meant; or words
 * that speak of money and are not surely what the whole costs, with what they may mean.
 */
export type ReadAmount =
  | { is: 'none' }
  | { is: 'amount'; money: Money; title: string }
  | { is: 'times'; times: Times }
  | { is: 'several'; amounts: Money[] }
  | { is: 'unsure'; said: string; perhaps: Times[] };

interface Place {
  start: number;
  end: number;
}

const placeOf = (plain: string, said: string): Place => {
  const start = plain.indexOf(said);
  return { start, end: start + said.length };
};

type Placed = FoundMoney & { words: string; context: MoneyContext };

const TOTAL = /(?:合计|总计|总共|一共|共计|总价|总额|共|\btotal|\bin all|\baltogether)\s{0,2}[:：是]?\s{0,2}$/i;
const TOTAL_ANYWHERE = /合计|总计|总共|一共|共计|总价|总额|\btotal|\bin all\b|\baltogether\b|=/i;
/** Said of a price in the middle of a text: 50 a piece. */
const FIGURE = /\d[\d.,]*(?:\s?[kw万千百](?![a-z]))?/gi;

/** What something is worth, last behind a comma without a blank: 茶饼10片，3500. */
const GLUED = /(?<=\p{L})([,，])(?=(?:\d{3,7}|[一二两三四五六七八九][百千万])\s*$)/u;

/** The one amount wherever it stands (¥3,500 网站改版, logo 500 USD + VAT, 300份*180), if nothing around it changes what it means. */
export function readAmount(text: string, currency: string): ReadAmount {
  const read = readAsSaid(text.replace(GLUED, '$1 '), currency);
  return read.is === 'unsure' ? { ...read, perhaps: eachOnce(read.perhaps, currency) } : read;
}

/** What nobody can read in one way is offered in both: 1.280 USD. */
function readingsOf(price: string, currency: string): string[] {
  const either = parseMoney(price, currency) ? [] : eitherPoint(price).filter((one) => parseMoney(one, currency));
  return either.length > 0 ? either : [price];
}

function eachOnce(perhaps: Times[], currency: string): Times[] {
  const readable = perhaps.flatMap(({ quantity, price }) =>
    readingsOf(price, currency).map((one) => ({ quantity, price: one })),
  );
  const isSame = (one: Times, other: Times) => one.quantity === other.quantity && one.price === other.price;
  return readable.filter((one, nth) => readable.findIndex((other) => isSame(one, other)) === nth);
}

function readAsSaid(text: string, currency: string): ReadAmount {
  const plain = moneyText(text);
  const unit = otherUnit(text, currency);
  if (unit) return ofUnit(unit, currency);
  const face = faceValue(text, currency);
  if (face) return { is: 'unsure', said: face.said, perhaps: face.ways };
  const changed = changedSum(plain, currency);
  if (changed && !totalOutside(plain, changed, currency)) return perhaps(changed);
  const beside = partBeside(text, currency);
  if (beside) return perhaps(beside);
  const abroad = foreignMoney(plain, currency) ?? writtenOut(plain) ?? letterApart(plain);
  if (abroad) return perhaps(abroad);
  const read = readCertain(text, plain, currency);
  if (read.is !== 'none') return read;
  const unnamed = spokenMoney(plain) ?? perhapsMoney(plain);
  if (unnamed) return withOthers(text, perhaps(unnamed), placeOf(plain, unnamed.said), currency);
  const aside = bareAmountBeforeAside(text, currency);
  const price = aside && text.slice(aside.start, aside.end);
  return price ? perhaps({ said: price, prices: [price] }) : read;
}

/** How often the price of one unit is meant by a count of another: asked where that is not surely so, and where the rest says more of money. */
function ofUnit({ said, ways, sure, inAll }: OtherUnit, currency: string): ReadAmount {
  const [times] = ways;
  if (!sure || !times || inAll === undefined) return { is: 'unsure', said, perhaps: ways };
  const whole = readAsSaid(inAll, currency);
  if (whole.is === 'amount') return { is: 'times', times };
  // plus $5 delivery, 10% off, and milk $2: it is read as it would be beside any sum
  const others = whole.is === 'unsure' ? whole.perhaps.filter(({ price }) => !inAll.includes(price.trim())) : [];
  return { is: 'unsure', said, perhaps: [times, ...others] };
}

/** A total stands beside what was calculated: 1000元打九折 合计900元. */
function totalOutside(plain: string, { start, end }: Place, currency: string): boolean {
  return findMoney(plain, currency).some(
    (one) => (one.end <= start || one.start >= end) && TOTAL.test(plain.slice(Math.max(0, one.start - 12), one.start)),
  );
}

const perhaps = ({ said, prices }: PerhapsMoney): ReadAmount => ({
  is: 'unsure',
  said,
  perhaps: prices.map((price) => ({ quantity: '1', price })),
});

function readCertain(text: string, plain: string, currency: string): ReadAmount {
  const found = findMoney(text, currency).map((one) => placed(plain, one));
  const many = findMultiplied(text);
  const price = many && parseMoney(many.price, currency);
  const outside = many && price ? found.filter(({ start, end }) => end <= many.start || start >= many.end) : found;
  const row = TOTAL_ANYWHERE.test(plain) ? undefined : amountsInARow(text, currency);
  if (row) return { is: 'several', amounts: withSum(row.map(({ money }) => money)) };
  const turned = found.find(({ context }) => context.quantity !== undefined);
  if (turned) return { is: 'times', times: { quantity: turned.context.quantity!, price: turned.words } };
  if (many && price && !outside.some(({ context }) => context.meaning === 'other')) {
    if (many.sure || outside.length === 0) return multiplied(text, many);
  }
  return outside.length > 0 ? oneOf(text, outside) : withoutCurrency(text, plain, currency);
}

/** 300+400 may be 700. */
function withSum(amounts: Money[]): Money[] {
  const [first] = amounts;
  const minor = String(amounts.reduce((sum, one) => sum + BigInt(one.minor), 0n));
  return [...amounts, { minor, currency: first!.currency }];
}

function placed(plain: string, one: FoundMoney): Placed {
  const { start, end } = one;
  const words = plain.slice(start, end);
  const context = moneyContext(plain, start, end);
  if (context.meaning === 'plain' && changesByItself(words, plain.slice(end, end + 8)))
    return { ...one, words, context: { ...context, meaning: 'other' } };
  return { ...one, words, context };
}

/** 五百 of 五百强 may be a name, pounds of tea are weighed, 3块 may be pieces. */
function changesByItself(words: string, after: string): boolean {
  if (/^(?:[1-9]|[一二两三四五六七八九])\s?块$/.test(words)) return true;
  if (UNSIGNED_SCALE.test(words)) return LETTER.test(words) ? CARRIES_ON.test(after) : THING.test(after);
  const unsigned = /[百千万亿\d零〇一二两三四五六七八九十]$/.test(words) && !/^[^\d零-龥]*[$¥€£₩₹฿₫a-z]/i.test(words);
  return (unsigned && /^\p{Script=Han}/u.test(after)) || (/pounds?$/i.test(words) && /^ of\b/i.test(after));
}

/** 5k and 2 million are amounts at the end of what was said; 4K video, 4 W lamps and 2 million followers are none. */
const UNSIGNED_SCALE = new RegExp(`^[\\d.,]+\\s?(?:[kw]|${scaleWord})$`, 'i');
const LETTER = new RegExp(`[KW]$|\\s[kw]$|${scaleWord}$`);
const CARRIES_ON = /^\s(?!(?:for|by|to|and|plus|in|on|from|per)\b)\p{L}/u;
const THING = /^\s(?:gold|runs?|races?|steps?|followers?|ohms?|words?|users?|views?|videos?|screens?|resistors?)\b/i;

function multiplied(text: string, { quantity, price, sure, start, end }: Multiplied): ReadAmount {
  const times = { quantity, price };
  return sure ? { is: 'times', times } : { is: 'unsure', said: text.slice(start, end), perhaps: [times] };
}

function oneOf(text: string, found: Placed[]): ReadAmount {
  const total = found.filter(({ start }) => TOTAL.test(text.slice(Math.max(0, start - 12), start)));
  if (total.length === 1 && total[0]!.context.meaning === 'plain' && found.length > 1)
    return { is: 'amount', money: total[0]!.money, title: text };
  const unsure = found.find(({ context }) => context.meaning === 'each' || context.meaning === 'other');
  if (unsure) return asked(text, unsure, found);
  const [first] = found;
  if (found.some(({ money }) => money.minor !== first!.money.minor || money.currency !== first!.money.currency))
    return { is: 'several', amounts: found.map(({ money }) => money) };
  const about = found.some(({ context }) => context.meaning === 'about');
  return { is: 'amount', money: first!.money, title: about ? text : without(text, first!) };
}

/** The words, with each amount they may mean. */
function asked(text: string, one: Placed, found: Placed[]): ReadAmount {
  const { context, words, start, end } = one;
  const said = text.slice(context.start, context.end);
  if (context.meaning === 'each') {
    const rest = `${text.slice(0, start)} ${text.slice(end)}`;
    const lots = context.unit === undefined ? inLots(rest, said, words) : undefined;
    if (lots) return { is: 'unsure', said, perhaps: lots };
    const quantity = countOf(countsSpoken(rest), context.unit) ?? '1';
    return { is: 'unsure', said, perhaps: [{ quantity, price: words }] };
  }
  const figures = context.whole ? [context.whole] : (moneyText(said).match(FIGURE) ?? []);
  const own = words.match(FIGURE)?.[0];
  const inSaid =
    figures.length > 1 && own
      ? figures.map((figure) => words.replace(own, figure + scaleOf(commonScale(own, figures), figure)))
      : [...figures.filter(() => context.whole), words];
  const others = found
    .filter((other) => other !== one && !inSaid.some((price) => price.endsWith(other.words)))
    .map((other) => other.words);
  // £80 cake, £20 deposit: the part is no price
  const isPart = figures.length < 2 && !context.whole;
  return {
    is: 'unsure',
    said,
    perhaps: (isPart ? [...others, ...inSaid] : [...inSaid, ...others])
      .filter((price) => !NOTHING.test(price))
      .map((price) => ({ quantity: '1', price })),
  };
}

/** 5 pairs £2 each: of ten, or of five pairs. */
function inLots(goods: string, said: string, price: string): Times[] | undefined {
  const lots = lotsOf(goods);
  if (!lots?.per || isByLot(lots, said)) return undefined;
  return [lots.many * lots.per, lots.many].map((many) => ({ quantity: String(many), price }));
}

/** £3-4k begins at three thousand: the last number says what all are counted in. */
function commonScale(own: string, figures: readonly string[]): string {
  const last = figures.at(-1)!;
  return /\d$/.test(own) && figures.every((one) => one === last || /^\d{1,3}(?:\.\d)?$/.test(one)) ? last : own;
}

/** 2-3万 are both counted in 万. */
function scaleOf(own: string, figure: string): string {
  return /\d$/.test(figure) ? (/[kw万千百]$/i.exec(own)?.[0] ?? '') : '';
}

function withoutCurrency(text: string, plain: string, currency: string): ReadAmount {
  const bare = bareAmountAtEnd(text, currency);
  const spoken = unclearAmount(text);
  const isPart = spoken && bare && spoken.start < bare.end && bare.start < spoken.end;
  const unclear = bare?.sure && !isPart ? undefined : spoken;
  if (!bare || unclear) return unclear ? unclearReply(text, unclear, currency) : { is: 'none' };
  const one: Placed = {
    ...bare,
    words: text.slice(bare.start, bare.end),
    context: moneyContext(plain, bare.start, bare.end),
  };
  if (one.context.meaning === 'each') return asked(text, one, []);
  if (one.context.meaning === 'other') return withOthers(text, asked(text, one, []), one.context, currency);
  if (!bare.sure) return { is: 'unsure', said: one.words, perhaps: [{ quantity: '1', price: one.words }] };
  const title = one.context.meaning === 'about' ? text : without(text, bare);
  return { is: 'amount', money: bare.money, title };
}

/** 1280已付500: what the whole costs stands beside what was paid of it. */
function withOthers(text: string, read: ReadAmount, place: Place, currency: string): ReadAmount {
  if (read.is !== 'unsure') return read;
  const others = otherPrices(text, place, currency).map((price) => ({ quantity: '1', price }));
  return { ...read, perhaps: [...others, ...read.perhaps] };
}

/** With a plain figure in it, it may be the price of one that is meant. */
function unclearReply(text: string, { start, end }: { start: number; end: number }, currency: string): ReadAmount {
  const said = text.slice(start, end);
  const plain = moneyText(said);
  const figure =
    /^(?:\d[\d.,]*|[十百千万一二两三四五六七八九零]{2,8}?)(?=\s?(?:a ?piece|each|per\b|(?<!十)一|每|[/／]))/i.exec(
      plain,
    )?.[0] ?? /^每\D{1,3}?\s?(\d[\d.,]*)/.exec(plain)?.[1];
  const price = figure && parseMoney(figure, currency) ? figure : undefined;
  const unit = /(?:一|每一?|[/／])\s?(\p{Script=Han})(?:$|(?=\s?\d))/u.exec(said)?.[1];
  const rest = `${text.slice(0, start)} ${text.slice(end)}`;
  const lots = unit === undefined && price ? inLots(rest, said, price) : undefined;
  if (lots) return { is: 'unsure', said, perhaps: lots };
  const quantity = countOf(countsSpoken(rest), unit) ?? '1';
  const either = eitherPoint(plain).map((one) => ({ quantity: '1', price: one }));
  return { is: 'unsure', said, perhaps: price ? [{ quantity, price }] : either };
}
