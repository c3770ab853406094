/** For how long nobody has seen them. */
const SPANS = [
  ['(?<days>\\d{1,3})天', 'quiet:$daysd'],
  ['(?<days>\\d{1,2})个?(?:周|星期|礼拜)', 'quiet:$daysw'],
  ['(?<days>\\d{1,2})个?月', 'quiet:$daysm'],
  ['(?:一个?(?:周|星期|礼拜)|七天)', 'quiet:7d'],
  ['半个月', 'quiet:15d'],
  ['一个?月', 'quiet:30d'],
  ['两个?月', 'quiet:60d'],
  ['(?:好久|很久|三个?月|一?个季度|好长时间|半天|好?几个月)', 'quiet:90d'],
  ['(?:半年|六个月)', 'quiet:180d'],
  ['(?:一|1)年', 'quiet:365d'],
  ['(?:最近|近来|近期|这阵子|这段时间|这些天)', 'quiet:30d'],
  ['(?<since>今年|这个?月|本月|本季度|这个?季度|这一?年)(?:来|以来|里|都|一直|到现在|还)*', 'quiet:"$since"'],
  [
    '(?:从|自从?)?(?<since>[\\p{Script=Han}\\d]{1,8}?)(?:以后|之后|以来|过后|后|起|开始|到现在|至今)(?:就|都|一直|再也?|也)*',
    'quiet:"$since"',
  ],
  ['(?<days>[一二两三四五六七八九十]{1,3})天', 'quiet:$days天'],
  ['(?<days>[一二两三四五六七八九十]{1,3})个?(?:周|星期|礼拜)', 'quiet:$days周'],
  ['(?<days>[一二两三四五六七八九十]{1,3})个?月', 'quiet:$days月'],
] as const;

/** The same of the last order. */
const lastOf = (words: string): string => words.replace(/^quiet:("?)/u, 'last:$1>');

/** Who has not bought, or has not been seen, for so long: whoever has not bought may have written all the same. */
export const UNSEEN_FOR = [
  [
    '(?:有)?(?:谁|哪些人?|哪些$CLIENT|$CLIENT)?(?:是)?(?:只|就|才)?(?:来|买|下)(?:过|了)(?:一|1)(?:次|回|单)(?:东西)?(?:以?后?(?:就)?(?:再也?)?(?:没|未)(?:有)?(?:再|回头)?(?:来|买|下单|回购|复购|出现|消息)?(?:过|了)?)?(?:的)?(?:都?有)?(?:$CLIENT)?(?:都?有)?(?:谁|哪些|几个|多少)?',
    'find',
    'orders:1',
  ],
  ...SPANS.flatMap(([span, words]) => [
    [`${span}$UNBOUGHT(?:那些)?$FRONT(?:$CLIENT)?`, 'find', `${lastOf(words)} #$label`] as const,
    [`(?:有)?(?:谁|哪些人?|哪些$CLIENT|$CLIENT)(?:已经)?(?:有)?${span}$UNBOUGHT`, 'find', lastOf(words)] as const,
    [
      `${span}$UNBOUGHT(?:(?:老客|熟客|回头客)|(?:老|新)?$CLIENT)?(?:都)?(?:有|是)?(?:谁|哪些|哪几[个位]|几个|多少)?(?:人|$CLIENT)?`,
      'find',
      lastOf(words),
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

/** Whoever is to be written to or called since nothing was heard of them: they are shown first. */
export const FOLLOW_UNSEEN = SPANS.flatMap(([span, words]) =>
  [
    `(?:请|帮我|我?(?:要|想|得|该))*(?:跟进|回访|联系|问候|催|关心|维护|激活|唤醒)(?:一?下|下)?(?:那些|所有|全部|已经)*${span}$UNSEEN(?:(?:老|新)?$CLIENT|人)?(?:们)?`,
    `(?:给|跟|把|对)(?:那些|所有|全部|已经)*${span}$UNSEEN(?:(?:老|新)?$CLIENT|人)?(?:们)?(?:都|全)?(?:跟进|回访|联系|问候|打个?电话|发个?(?:消息|微信|短信))(?:一?下|一遍)?`,
  ].map((said) => [said, 'find', words] as const),
);
