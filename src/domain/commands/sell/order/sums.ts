import { formatMoney, parseMoney } from '../../../../text/money/money.ts';
import type { CommandContext } from '../../command.ts';

/** So much of an order's currency. */
export const money = ({ locale }: CommandContext, { currency }: { currency: string }, minor: bigint): string =>
  formatMoney(String(minor), currency, locale);

/** An amount in this currency as it was typed; undefined: it is none, or in another. */
export function minorIn(typed: string, currency: string): bigint | undefined {
  // $1,0 may be a slip of ten or of a thousand
  if (/^\D*\d{1,3},\d\D*$/u.test(typed) && currency !== 'EUR') return undefined;
  const read = parseMoney(typed.trim(), currency);
  return read?.currency === currency ? BigInt(read.minor) : undefined;
}
