/** What other systems are shown of a thing: snake_case, ids with a letter in front, money in minor units, times in ISO 8601. */
export type PublicJson = { id: string } & Record<string, unknown>;

/** The letter in front of the ids of each noun. */
export const LETTER = {
  contact: 'c',
  conversation: 'v',
  lead: 'l',
  ticket: 't',
  order: 'o',
  message: 'm',
  quote: 'q',
  feedback: 'f',
  invoice: 'i',
  contract: 'k',
  organization: 'g',
} as const;

/** 'c12'; null where there is none. */
export const publicId = (noun: keyof typeof LETTER, id: string | null): string | null =>
  id === null ? null : `${LETTER[noun]}${id}`;

/** Minor units of the currency, as a string: JPY has none, KWD has three decimals. */
export const publicMoney = (amount: string | null, currency: string | null) =>
  amount === null || currency === null ? null : { amount, currency };
