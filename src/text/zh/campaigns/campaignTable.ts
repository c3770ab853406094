import type { campaignTable as En } from '../../en/campaigns/campaignTable.ts';

export const campaignTable: typeof En = {
  campaignTable: {
    fileName: '群发',
    empty: '还没有收件人：开始发的时候才选定。',
    done: (name, count) => `「${name}」：${count} 人`,
    next: (part, parts) => `第 ${part} 份，共 ${parts} 份`,
    columns: [
      ...['编号', '姓名', '地址', '语言', '版本', '状态', '原因', '发出', '点了链接', '回复'],
      ...['订单数', '退订', '退信', '被举报'],
    ],
    revenue: (currency) => `成交额 ${currency}`,
    state: {
      queued: '等着发',
      sending: '正在发',
      sent: '已发',
      failed: '没发成',
      bounced: '退回',
      unknown: '不确定发没发出',
      skipped: '没发给',
    },
  },
};
