import type { selling as En } from '../../en/commands/selling.ts';

export const selling: typeof En = {
  quote: {
    word: '报价',
    summary: '给意向报价：明细、优惠、税，并发送',
    example: '/报价 12 包装设计 2x300 · /报价 12',
  },
  quotes: { word: '报价单', summary: '已发出的报价，按状态查看', example: '/报价单 · /报价单 已接受' },
  contract: {
    word: '合同',
    summary: '合同：期限、解约通知、续约和文件',
    example: '/合同 张三 网站维护 到2027-03-31，提前3个月通知',
  },
  contracts: { word: '合同列表', summary: '合同，最近要处理的在前', example: '/合同列表 · /合同列表 已结束' },
  invoice: { word: '账单', summary: '订单开了账单：付款期限、已付、催款', example: '/账单 张三' },
  unpaid: { word: '未付', summary: '谁欠您钱、欠了多久', example: '/未付 · /未付 张三' },
  business: {
    word: '商家',
    summary: '报价单抬头：地址、税号、账号、标志',
    example: '/商家 · /商家 地址 杭州市龙井路1号',
  },
};
