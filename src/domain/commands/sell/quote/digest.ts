import type { QuoteContent } from '../../../sell/quote/quote.ts';
import type { CommandContext } from '../../command.ts';

/** What of a quote may have changed since it was shown, in this order. */
const PARTS = ['goesTo', 'number', 'lines', 'discount', 'tax', 'validUntil', 'terms', 'note', 'date', 'head'] as const;
export type QuotePart = (typeof PARTS)[number];

/** Together shorter than what is taken for a key. */
const WHOLE = 10;
const EACH = 2;
const DIGEST = new RegExp(`^[0-9a-f]{${WHOLE + EACH * PARTS.length}}$`);

export const isDigest = (word: string): boolean => DIGEST.test(word);

/** A hash of all that was shown, which a button carries: nothing else leaves by it. Behind it, what says which part has changed. */
export function digestOf(
  { sha256 }: Pick<CommandContext, 'sha256'>,
  { content, goesTo, number }: { content: QuoteContent; goesTo: readonly unknown[]; number: string },
): string {
  const { locale, head, to, lines, currency, tax, sums, validUntil, terms, note, issuedOn } = content;
  const parts: Record<QuotePart, unknown> = {
    ...{ goesTo, number, lines: [lines, currency], discount: sums.discount, tax, validUntil, terms, note },
    ...{ date: issuedOn, head: [head, to, locale] },
  };
  const hash = (what: unknown, length: number) =>
    Buffer.from(sha256(JSON.stringify(what)))
      .toString('hex')
      .slice(0, length);
  return hash(parts, WHOLE) + PARTS.map((part) => hash(parts[part], EACH)).join('');
}

/** Which parts two of them show otherwise. */
export function changedParts(one: string, other: string): QuotePart[] {
  const at = (digest: string, nth: number) => digest.slice(WHOLE + EACH * nth, WHOLE + EACH * (nth + 1));
  return PARTS.filter((_, nth) => at(one, nth) !== at(other, nth));
}
