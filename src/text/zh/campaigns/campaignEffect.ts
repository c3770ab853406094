import type { campaignEffect as En } from '../../en/campaigns/campaignEffect.ts';

export const campaignEffect: typeof En = {
  campaignEffect: {
    orders: (total, each) => `${total} 单，每人 ${each} 单`,
    sums: (total, each) => `${total}，每人 ${each}`,
    between: (middle, low, high) => `${middle}（${low} 到 ${high}）`,
    chance: '也可能只是碰巧：范围里包含 0。',
    method: (treated, heldOut, until) =>
      `要发的 ${treated} 人和留作对照的 ${heldOut} 人相比，算到 ${until} 为止的订单；有 95% 的把握落在括号里的范围。`,
    soFar: '还在统计。',
    few: (least, treated, heldOut) =>
      `数据还不够：两边各要有 ${least} 人下单，现在要发的有 ${treated} 人，对照组有 ${heldOut} 人。`,
  },
};
