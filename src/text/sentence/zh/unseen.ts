/** For how long nobody has seen them. */
const SPANS = [
  ['(?<days>\\d{1,3})天', 'quiet:$daysd'],
  ['(?<days>\\d{1,2})个?(?:周|星期|礼拜)', 'quiet:$daysw'],
  ['(?<days>\\d{1,2})个?月', 'quiet:$daysm'],
  ['(?:一个?(?:周|星期|礼拜)|七天)', 'quiet:7d'],
  ['半个月', 'quiet:15d'],
  ['一个?月', 'quiet:30d'],
  ['两个?月', 'quiet:60d'],
  ['(?:好久|很久|三个?月|一?个季度|好长时间|半天|几个月)', 'quiet:90d'],
  ['(?:半年|六个月)', 'quiet:180d'],
  ['(?:一|1)年', 'quiet:365d'],
  ['(?<days>[一二两三四五六七八九十]{1,3})天', 'quiet:$days天'],
  ['(?<days>[一二两三四五六七八九十]{1,3})个?(?:周|星期|礼拜)', 'quiet:$days周'],
  ['(?<days>[一二两三四五六七八九十]{1,3})个?月', 'quiet:$days月'],
] as const;

/** Who has not bought, or has not been seen, for so long: whoever has not bought may have written all the same. */
export const UNSEEN_FOR = [
  ...SPANS.flatMap(([span, words]) => [
    [`${span}$UNBOUGHT(?:那些)?$FRONT(?:$CLIENT)?`, 'find', `${words.replace('quiet:', 'last:>')} #$label`] as const,
    [
      `(?:有)?(?:谁|哪些人?|哪些$CLIENT|$CLIENT)(?:已经)?(?:有)?${span}$UNBOUGHT`,
      'find',
      words.replace('quiet:', 'last:>'),
    ] as const,
    [
      `${span}$UNBOUGHT(?:(?:老客|熟客|回头客)|(?:老|新)?$CLIENT)?(?:都)?(?:有|是)?(?:谁|哪些|哪几[个位]|几个|多少)?(?:人|$CLIENT)?`,
      'find',
      words.replace('quiet:', 'last:>'),
    ] as const,
  ]),
  ...SPANS.flatMap(([span, words]) => [
    [`(?:有)?(?:谁|哪些人?|哪些$CLIENT|$CLIENT)(?:已经)?(?:有)?${span}$UNSEEN`, 'find', words] as const,
    [
      `${span}$UNSEEN(?:(?:老|新)?$CLIENT)?(?:都)?(?:有|是)?(?:谁|哪些|哪几[个位]|几个|多少)?(?:人|$CLIENT)?`,
      'find',
      words,
    ] as const,
  ]),
] as const;
