import type { Tax } from '../../settings.ts';
import { type Deduction, deducted, lineMinor, type PricedLine, rounded, thousandths } from './lines.ts';

/** What a quote comes to, in minor units of its one currency. */
export interface Sums {
  /** Of the lines as shown, each rounded by itself. */
  subtotal: string;
  /** What comes off all of it; '0': nothing. */
  discount: string;
  /** Within the total where it is included, else on top. */
  tax: string;
  total: string;
}

/**
 * Each line is rounded by itself, half a unit up, then the discount and the tax once each: so what is shown adds up to what is asked.
 * A sum off that is more than there is makes it free, never less than that.
 */
export function sumsOf(lines: readonly PricedLine[], off: Deduction | undefined, tax: Tax | undefined): Sums {
  const subtotal = lines.reduce((sum, line) => sum + BigInt(lineMinor(line)), 0n);
  const discount = deducted(subtotal, off);
  const net = subtotal - discount;
  const rate = tax ? thousandths(tax.percent) : 0n;
  const within = tax?.included === true;
  const taxed = within ? rounded(net * rate, 100_000n + rate) : rounded(net * rate, 100_000n);
  return {
    subtotal: String(subtotal),
    discount: String(discount),
    tax: String(taxed),
    total: String(within ? net : net + taxed),
  };
}
