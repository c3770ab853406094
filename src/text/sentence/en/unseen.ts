/** For how long nobody has seen them. */
const SPANS = [
  ['$DAYS days?', 'quiet:$daysd'],
  ['$DAYS weeks?', 'quiet:$daysw'],
  ['$DAYS months?', 'quiet:$daysm'],
  ['$DAYS years?', 'quiet:$daysy'],
  ['(?:(?:a|one) )?week', 'quiet:7d'],
  ['(?:(?:a|one) )?month', 'quiet:30d'],
  ['(?:two months|a couple of months)', 'quiet:60d'],
  ['(?:three months|quarter|a quarter)', 'quiet:90d'],
  ['(?:six months|half a year)', 'quiet:180d'],
  ['(?:(?:a|one) )?year', 'quiet:365d'],
] as const;

/** Who has not bought, or has not been seen, for so long: whoever has not bought may have written all the same. */
export const UNSEEN_FOR = [
  ...SPANS.map(
    ([span, words]) =>
      [
        `(?:who|which $CLIENT|$CLIENT who|$CLIENT)\\b.*\\b$UNBOUGHT ${span}`,
        'find',
        words.replace('quiet:', 'last:>'),
      ] as const,
  ),
  ...SPANS.map(
    ([span, words]) => [`(?:who|which $CLIENT|$CLIENT who|$CLIENT)\\b.*\\b$UNSEEN ${span}`, 'find', words] as const,
  ),
] as const;
