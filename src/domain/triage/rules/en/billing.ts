import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Charges, bills, invoices. */
export const billing: readonly Rule[] = [
  {
    to: 'ticket/billing',
    weight: 4,
    says: en`
      (?:charged|billed|debited|invoiced|paid)\b[^.!?]{0,24}\b(?:twice|double|again|extra|wrong|two times|3 times|three times|in us dollars|the wrong|for a third|instead|more than|after i cancel)
      double[- ]?(?:charg|bill)|over ?charg|under ?charg|(?:was|were|been|got|being|am|get|getting|still|just|why) (?:charged|billed|invoiced|debited)|you(?:'ve| have)? (?:charged?|bill|billed|invoiced?|debited|took (?:the |my |our |a |\W)?(?:money|payment|\d))\b
      (?:two|2|duplicate|second|unknown|unauthori[sz]ed|unexpected|mystery|strange|weird) (?:payments?|charges?|transactions?|invoices?|bills?)|direct debit|payment (?:failed|declined|rejected|didn'?t|won'?t|isn'?t|was|is not|not|keeps|error|went|bounced)
      card (?:was |is |got |keeps |keep )?(?:being |getting )?(?:declined|rejected|refused|expired)|late fee|credit note|auto[- ]?renew|(?:still|didn'?t|did not|not|never) (?:cancel|cancelled) my subscription|money (?:was|has been|got|is) (?:taken|deducted|gone)|(?:deducted|withdrawn) (?:from|twice)|came out of my (?:account|bank)
    `,
  },
  {
    to: 'ticket/billing',
    weight: 2.2,
    says: en`
      (?:an?|the|my|our|your|last|proper|vat|new|correct|another|this) (?:\w+ )?(?:invoice|receipt|bill)\b|invoices\b|receipts?\b|billing|vat\b|tax (?:id|number|invoice)|bank statement|monthly to annual|discount (?:code )?(?:you|didn'?t|did not|not|doesn'?t|isn'?t|wasn'?t)|(?:promo|coupon|voucher|discount|gift)(?: (?:code|card))?s?\b[^.!?]{0,20}\b(?:not|but|n'?t|invalid|expired|fail|reject)|renewed|renewal|purchase order|company (?:name|details) on the|payment method|my subscription|how (?:do|can) i pay|company name|next payment
    `,
    unless: /\b(?:quote|estimate|clients|looking for|proposal)\b/,
  },
];
