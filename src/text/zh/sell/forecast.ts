import type { forecast as En } from '../../en/sell/forecast.ts';

export const forecast: typeof En = {
  forecast: {
    title: '🔮 接下来能进多少',
    learned: (closed) => `按您已经有结果的 ${closed} 个意向学来：每个阶段能成多少、要多久。`,
    weighted: (needed, has) =>
      `按各阶段的成交可能和您预计的日子算。要从自己的意向里学，得有 ${needed} 个有结果的，现在有 ${has} 个。`,
    noneWorth: (count) => `在谈 ${count} 个，但都没说值多少钱。可以告诉我，例如：/意向 12 金额 500`,
    withoutAmount: (count) => `没算进来：${count} 个没有金额的意向。`,
    withoutDay: (count) => `没有归到哪个月：${count} 个没有预计日子的意向。`,
    ahead: '接下来几个月',
    months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    restOf: (month) => `${month}剩下的日子`,
    together: (months) => `这 ${months} 个月合计`,
    later: (months) => `预计在这 ${months} 个月之后（按阶段）`,
    overdue: (count) => `⚠️ 含 ${count} 个早该成交的`,
    undated: '没有预计日子的',
    range: (low, middle, high) => `${low} 到 ${high}，多半在 ${middle} 上下`,
    byStages: (amount) => `只按阶段算 ${amount}`,
    span: (low, high) => `${low} 到 ${high}`,
    open: '在谈的意向',
    monthAgo: '30 天前一共',
    parts: '主要靠谁',
    brings: (share, amount, part) => `${amount} 的 ${share}：${part}`,
    past: '当时预测的，和实际来的',
    was: (foreseen, came) => `预测 ${foreseen}，实际 ${came}`,
    andNew: (amount) => `另有新来的 ${amount}`,
    meaning: '十次里有八次落在两个数之间。只算现在在谈的，新来的意向另外再加。',
    meaningWeighted: '每个意向按所在阶段的成交可能来算，以后新来的不在里面。',
  },
};
