/** How what was read is put into a line, and what stands in front of what is wanted. */
export const said = {
  tax: (percent: string) => `plus ${percent}% tax`,
  less: (sum: string) => `less ${sum}`,
  added: (what: string, sum: string) => `add 1x ${what} ${sum}`,
  total: (sum: string) => `total ${sum}`,
  validUntil: (when: string) => `valid until ${when}`,
};

/** In front of what somebody wants, bought or says: is looking for, said that. */
export const BEFORE_THING =
  /^(?:['’]?s\b\s*)?(?:(?:is|was|has|had|just|would|really|also|now)\s+)*(?:(?:looking for|interested in|thinking (?:about|of)|after|wants?|wanted|like to have|like|needs?|ask(?:s|ed) (?:about|for)|bought|ordered|purchased|placed an order(?: for)?|orders|takes|took|said|says|signed)\b\s*(?:that\s+)?)?/iu;
