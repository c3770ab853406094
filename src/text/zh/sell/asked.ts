import type { asked as En } from '../../en/sell/asked.ts';

export const asked: typeof En = {
  asked: {
    onlyShown: '按钮上没写的内容不会用上。',
    thisWeek: '本周',
    thisMonth: '本月',
    lastMonth: '上个月',
    total: '合计',
    of: (what, span) => `${what}（${span}）`,
    none: (what) => `${what}：没有。`,
    leads: {
      won: '成交的意向',
      lost: '没成的意向',
      new: '新意向',
      stale: '没动静的意向',
    },
    leadsOpen: '在谈的意向',
    why: '为什么没成',
    tickets: '售后',
    dueFirst: '最急的售后',
    stillOpen: (count, open) => `${count} 个，还有 ${open} 个没解决`,
    before: (span, lines) => `上一段 ${span}：${lines || '没有'}`,
    ranked: {
      products: '卖得最好',
      customers: '买得最多的客户',
      days: '最忙的几天',
      newcomers: '新客户',
    },
    pieces: (count) => `卖出 ${count}`,
    latest: (of) => (of ? `最近一单：${of}` : '最近一单'),
    whatOf: (span) => `想看「${span}」的什么？`,
    money: '收入',
    orders: '订单',
    received: '收到的消息',
    receivedFrom: (messages, people) => `${people} 个人，${messages} 条消息`,
    overdueTasks: '过期的任务',
  },
};
