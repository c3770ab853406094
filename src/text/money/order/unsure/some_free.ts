import { narrow } from '../../../normalise.ts';
import { plainDecimal } from '../../money.ts';
import { readChineseNumber } from '../../numerals.ts';
import { readAmount } from '../../read_amount.ts';
import { countIn } from '../order_count.ts';

const FEW = '[1-9]|1[0-2]';
const FEW_ZH = `(?:${FEW}|[一二两三四五六七八九十])`;
/** 3 for 2, buy 2 get 1 free, 买二送一: so many are taken for what fewer of them cost. */
const SOME_FREE = [
  new RegExp(`(?<![\\d.])(?<many>${FEW}) for (?<paid>${FEW})(?![\\d.,%]|[¥$€£])(?: on| of)?`, 'iu'),
  new RegExp(
    `\\bbuy (?<paid>${FEW}|one|two|three|four) (?:and )?get (?<free>${FEW}|one|two|three)(?: (?:for )?free)?(?: on)?`,
    'iu',
  ),
  new RegExp(`买(?<paid>${FEW_ZH})(?:[送赠])(?<free>${FEW_ZH})的?`, 'u'),
];
const WORDS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4 };

const numberOf = (said: string): number => WORDS[said.toLowerCase()] ?? readChineseNumber(said) ?? Number(said);

/**
 * The ways in which a price beside it may be meant: of all of them, or of each that is paid for. Undefined: nothing is said to be free, or no price
 * is said beside it (mugs 10 for 8).
 */
export function waysWithSomeFree(piece: string, each: boolean, currency: string): string[] | undefined {
  const plain = narrow(piece);
  const found = plain.length > 200 ? null : SOME_FREE.map((way) => way.exec(plain)).find(Boolean);
  if (!found?.groups) return undefined;
  const { paid, many, free } = found.groups;
  const payFor = numberOf(paid!);
  const taken = many === undefined ? payFor + numberOf(free!) : numberOf(many);
  if (taken <= payFor) return undefined;
  const rest = `${piece.slice(0, found.index)} ${piece.slice(found.index + found[0].length)}`
    .replace(/\s+/gu, ' ')
    .trim();
  const read = readAmount(rest, currency);
  if (read.is !== 'amount' || read.title === '') return undefined;
  // how many they take of it is said as well: what that comes to nobody can tell
  if (countIn(rest).quantity !== undefined) return [];
  const { money, title } = read;
  const order = (minor: string) => `${taken}x ${title} ${plainDecimal(minor, money.currency)} ${money.currency}`;
  const ofEach = order(String(BigInt(money.minor) * BigInt(payFor)));
  return each ? [ofEach] : [order(money.minor), ofEach];
}
