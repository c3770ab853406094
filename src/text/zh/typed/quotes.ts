import type { quotes as En } from '../../en/typed/quotes.ts';

export const quotes: typeof En = {
  quoteActs: {
    send: ['发送', '发出'],
    pdf: ['文件'],
    revoke: ['撤回', '作废'],
    nudge: ['提醒', '催一下'],
    given: ['已转交', '自己给'],
    link: ['链接'],
  },
  businessFacts: {
    name: ['名称', '店名'],
    address: ['地址'],
    taxId: ['税号'],
    bank: ['账号', '开户行', '银行'],
    tax: ['税率', '税'],
    days: ['有效期', '天数'],
    terms: ['条款'],
    numbers: ['编号'],
    payDays: ['付款天数', '账期'],
    invoiceNumbers: ['账单编号'],
    payLink: ['付款链接', '收款链接'],
    contractDays: ['合同提醒'],
    logo: ['标志', '图标', 'logo'],
  },
  payPlaceholders: {
    amount: ['金额', '总额'],
    minor: ['分'],
    currency: ['币种', '货币'],
    number: ['编号', '账单编号', '账单号', '单号'],
    name: ['姓名', '名字', '客户'],
    mail: ['邮箱', '邮件'],
  },
  quoteStandings: {
    sent: ['已发送', '待定', '已发出', '还没接受', '没回'],
    expired: ['已过期', '过期', '过期了'],
    accepted: ['已接受', '接受了'],
    declined: ['未接受', '没接受', '已拒绝', '拒绝了'],
    replaced: ['已替换'],
    revoked: ['已撤回'],
  },
};
