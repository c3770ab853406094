/** What of an order by hand may go back, or be paid in a way of which no account is kept. */
export const partBack = {
  partBack: {
    credit: (number: string, sum: string): string =>
      `No store credit is kept here. Did ${sum} of it pay ${number}, or go back to the buyer as credit? Nothing was changed.`,
    creditPays: (sum: string): string => `Paid with it: ${sum}`,
    creditIsRefund: (sum: string): string => `Given back as credit: ${sum}`,
    share: (percent: number, sum: string): string => `${percent}%: ${sum}`,
    /** So many pieces at what one of them cost. */
    pieces: (count: number, title: string, sum: string): string => `${count} × ${title}: ${sum}`,
    neverPaid: (number: string): string =>
      `${number}: there is nothing to pay back, as none of it is booked as paid. What happened? Nothing was changed.`,
    paidAndBack: (sum: string, back: string): string =>
      sum === back ? `${sum} was paid, and went back` : `${sum} was paid, and ${back} went back`,
    cancelIt: (number: string, sum: string): string => `Cancel ${number} · ${sum}`,
    soMuch: (number: string, most: string): string =>
      `So much of ${number} goes back? Tap it to note the refund. At most ${most}.`,
  },
};
