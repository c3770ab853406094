/** What a campaign brought beyond what comes anyway. */
export const campaignEffect = {
  campaignEffect: {
    orders: (total: string, each: string): string => `${total} orders, ${each} a person`,
    sums: (total: string, each: string): string => `${total}, ${each} a person`,
    between: (middle: string, low: string, high: string): string => `${middle} (${low} to ${high})`,
    chance: 'That may be chance: nothing at all is within the bounds.',
    method: (treated: number, heldOut: number, until: string): string =>
      `${treated} who were to get it against ${heldOut} held out, orders until ${until}; 95 % sure of the bounds.`,
    soFar: 'It still counts.',
    few: (least: number, treated: number, heldOut: number): string =>
      `Not enough data yet: needs ${least} buyers on each side, has ${treated} among those who were to get it and ${heldOut} among those held out.`,
  },
};
