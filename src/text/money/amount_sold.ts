const PLACES = 6;

/** How much of an article there is, in its own unit: pieces, or a part of a kilo. Further places than six are a float's, not the shop's. */
export const amountSold = (amount: number): number => Number(amount.toFixed(PLACES));
