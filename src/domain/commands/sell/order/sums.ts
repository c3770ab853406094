import { formatMoney } from '../../../../text/money/money.ts';
import type { CommandContext } from '../../command.ts';

/** So much of an order's currency. */
export const money = ({ locale }: CommandContext, { currency }: { currency: string }, minor: bigint): string =>
  formatMoney(String(minor), currency, locale);
