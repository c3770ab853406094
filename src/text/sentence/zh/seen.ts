import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Who was there on days that are over, answered or not. */
export const seen: Rule[] = rulesOf(pieces, [
  ...(
    [
      ['昨天|昨日', '2d'],
      ['这周|本周|这个星期|最近一周|这几天', '7d'],
      ['上周|上个?(?:星期|礼拜)', '14d'],
      ['这个?月|本月|最近一个?月', '31d'],
    ] as const
  ).map(
    ([days, span]) =>
      [
        `(?:${days})(?:都)?(?:有)?(?:谁|哪些人?|哪些$CLIENT|哪几个人?)(?:来|找|联系|跟我|给我|和我)*(?:联系|咨询|找|问|发消息|来信|来消息|说话|聊天?)(?:过|了)?(?:我|我们)?(?:的)?`,
        'find',
        `最近:${span}`,
      ] as const,
  ),
]);
