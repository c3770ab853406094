import { narrow } from '../../../normalise.ts';
import { plainDecimal } from '../../money.ts';
import { readAmount } from '../../read_amount.ts';

const DEPOSIT_ON =
  /^(?<percent>[1-9]\d?)\s?%\s(?:deposit|down ?payment|advance)\s(?:on|for|of)\s(?:an?\s|the\s)?(?<goods>\p{L}.*)$/isu;

/** 50% deposit on logo $1000: so much of it has come, or is to come. Undefined: nothing of the kind is said. */
export function depositOn(piece: string, currency: string): string[] | undefined {
  const { percent, goods } = DEPOSIT_ON.exec(narrow(piece).trim())?.groups ?? {};
  if (!percent || !goods) return undefined;
  const read = readAmount(goods, currency);
  if (read.is !== 'amount') return [];
  const part = plainDecimal(String((BigInt(read.money.minor) * BigInt(percent)) / 100n), read.money.currency);
  return [`${goods}, paid ${part} ${read.money.currency}`, `${goods}, unpaid`];
}
