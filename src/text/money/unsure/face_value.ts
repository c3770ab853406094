import { narrow } from '../../normalise.ts';
import { parseMoney, plainDecimal } from '../money.ts';

/** An amount that may be part of what something is called: 50p stickers 100, £50 gift card £45, 10 £5 vouchers. */
interface FaceValue {
  said: string;
  ways: { quantity: string; price: string }[];
  /** The same as an order is typed. */
  orders: string[];
}

const COIN = '(?:\\d{1,2}\\s?(?:[pc¢]|ct|cents?|pence)(?![a-z])|0\\.\\d\\d\\s?[A-Z]{3}|[1-9一二两五]毛)';
const PRICE = `(?:${COIN}|[$£€¥]\\s?\\d{1,6}(?:\\.\\d\\d)?(?![\\d.,])|\\d{1,6}(?:\\.\\d\\d)?(?:\\s?(?:GBP|USD|EUR)(?![A-Za-z])|元))`;
/** What then is no name: £20 off mugs, £50 for a logo. */
const NO_NAME =
  '(?!(?:for|off|deposit|discount|refund|credit|per|each|ea|an?|and|or|plus|minus|paid|to|from|on|at|by|in|x|total|more|less|incl|shipping|postage|delivery|tip|vat|tax)(?![a-z]))';
const NAME = `${NO_NAME}[a-z][a-z'’ -]{1,40}?`;
const MANY = '(?:[a-z]{2}[^s\\W\\d]s)';
const VALUED = '\\p{Script=Han}{0,6}(?:券|卡|红包|票|贴纸)';
const FIGURE = '(?!(?:19|20)\\d\\d$)[1-9]\\d{0,4}';
/** 50p stickers 100, £5 vouchers 10, 5毛贴纸 100: how many there are, or what they cost. */
const FIGURE_LAST = new RegExp(
  `^(?:(?<coin>${COIN})\\s?(?<name>${NAME})|(?<price>${PRICE})\\s?(?<names>${NAME}(?<=${MANY})|${VALUED})|(?<jiao>[1-9一二两五]毛)(?<goods>\\p{Script=Han}{1,8}))[\\s:：]{1,3}(?<last>${FIGURE})(?:(?<=\\p{Script=Han}.*)\\s?[张个份枚])?$`,
  'iu',
);
/** £50 gift card £45: what it is called, and what it costs. */
const PRICE_LAST = new RegExp(
  `^(?<price>${PRICE})(?:\\s(?<name>${NAME})\\s(?:at |for )?|(?<goods>${VALUED})\\s?)(?<last>${PRICE})$`,
  'iu',
);
/** 10 £5 vouchers: for each, or for all of them. */
const COUNT_FIRST = new RegExp(
  `^(?<count>[2-9]|[1-9]\\d{1,3})\\s(?<price>[$£€¥]\\s?\\d{1,6}(?:\\.\\d\\d)?)\\s(?<name>${NAME}(?<=${MANY}))$`,
  'iu',
);
/** stickers 50p 100, stickers 100 50p. */
const BOTH_LAST = new RegExp(
  `^(?<name>${NAME}(?<=${MANY}))\\s(?:(?<coin>${COIN})\\s(?<last>${FIGURE})|(?<count>${FIGURE})\\s(?<price>${COIN}))$`,
  'iu',
);

/** Undefined: the amount is what something costs. */
export function faceValue(text: string, currency: string): FaceValue | undefined {
  const plain = narrow(text).trim();
  if (plain.length > 80) return undefined;
  const last = FIGURE_LAST.exec(plain)?.groups;
  const price = last?.coin ?? last?.price ?? last?.jiao;
  if (last && price) return orWhole(plain, (last.name ?? last.names ?? last.goods)!, price, last.last!, currency);
  const priced = PRICE_LAST.exec(plain)?.groups;
  const cost = priced && worth(priced.last!, currency);
  if (priced && cost)
    return {
      said: plain,
      ways: [{ quantity: '1', price: cost }],
      orders: [
        noted((priced.name ?? priced.goods)!, cost, currency, `${priced.price}${priced.goods ?? ` ${priced.name}`}`),
      ],
    };
  const first = COUNT_FIRST.exec(plain)?.groups;
  const each = first && worth(first.price!, currency);
  if (first && each) {
    const ways = [first.count!, '1'].map((quantity) => ({ quantity, price: each }));
    const orders = [
      `${first.count}x ${first.name} ${each} ${currency} each`,
      `${first.count} ${first.name} ${each} ${currency} total`,
    ];
    return { said: plain, ways, orders };
  }
  const both = BOTH_LAST.exec(plain)?.groups;
  if (!both) return undefined;
  if (both.coin) return orWhole(plain, both.name!, both.coin, both.last!, currency);
  const one = worth(both.price!, currency);
  return one === undefined
    ? undefined
    : {
        said: plain,
        ways: [both.count!, '1'].map((quantity) => ({ quantity, price: one })),
        orders: [
          `${both.count}x ${both.name} ${one} ${currency} each`,
          `${both.count} ${both.name} ${one} ${currency} total`,
        ],
      };
}

/** So many at that price for each, or that figure for all of what is called so. */
function orWhole(said: string, name: string, price: string, last: string, currency: string): FaceValue | undefined {
  const one = worth(price, currency);
  if (one === undefined) return undefined;
  return {
    said,
    ways: [
      { quantity: last, price: one },
      { quantity: '1', price: last },
    ],
    orders: [`${last}x ${name} ${one} ${currency} each`, noted(name, last, currency, `${price} ${name}`)],
  };
}

const noted = (name: string, sum: string, currency: string, called: string): string =>
  `${name} ${sum} ${currency}, ${/\p{Script=Han}/u.test(name) ? '备注' : 'note:'} ${called}`;

/** In the owner's currency; coins are hundredths or tenths of it. */
function worth(price: string, currency: string): string | undefined {
  const [, cents] = /^(\d{1,2})\s?(?:[pc¢]|ct|cents?|pence)$/iu.exec(price) ?? [];
  if (cents) return (Number(cents) / 100).toFixed(2);
  const money = parseMoney(price, currency);
  return money?.currency === currency ? plainDecimal(money.minor, currency) : undefined;
}
