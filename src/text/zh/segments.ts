import type { segments as En } from '../en/segments.ts';

export const segments: typeof En = {
  segment: {
    list: '分组',
    none: '还没有分组。',
    hint: '发 /分组 新建 老客 订单:>=2 给筛选条件起个名字。之后凡是写条件的地方都能写 分组:老客，比如 /查找 分组:老客',
    save: '存为分组',
    edit: '改条件',
    rename: '改名',
    remove: '删除',
    means: '条件',
    made: (name) => `✓ 新分组：${name}`,
    changed: (name) => `✓ 「${name}」的条件已改。`,
    renamed: (before, after) => `${before} → ${after}`,
    removed: (name) => `已删除分组「${name}」，里面的客户不受影响。`,
    noSuch: (typed) => `没有「${typed}」这个分组。`,
    taken: (name) => `已经有「${name}」这个分组了。`,
    badName: (most) => `名字要有文字，最多 ${most} 个字，不能有冒号、引号、# < > = 这些符号。`,
    tooMany: (most) => `最多 ${most} 个分组。`,
    itself: (name) => `「${name}」不能包含它自己，否则说不清是哪些客户。`,
    isNamed: (name, others) => `${others.map((other) => `「${other}」`).join('')}用到了「${name}」，请先改那边的条件。`,
    usedBy: (campaigns) => `这些群发到时会按它选人：${campaigns}。`,
    isMeant: (name, campaigns) => `这些群发是发给「${name}」的：${campaigns}。请先在那边换收件人，或者取消。`,
    wasMeant: (campaigns) => `这些草稿原来发给它，请另选收件人：${campaigns}。`,
    unreadable: (word) => `条件里的「${word}」已经不存在了，请改条件。`,
    ages: ([from, to]) => `青年不满 ${from} 岁，中年 ${from} 到 ${to} 岁，老年超过 ${to} 岁`,
    counts: ([some, many]) => `12 个月内付款的订单：超过 ${many} 单为高频，超过 ${some} 单为中频，其余买过的为低频`,
    sums: ([some, many], currency) =>
      `12 个月内的消费（${currency}）：超过 ${many} 为高，超过 ${some} 为中，其余买过的为低`,
  },
};
