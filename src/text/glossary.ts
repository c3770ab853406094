import type { Locale } from './locale.ts';

/** A word for an idea in a language, and the words that are not used for it there. */
interface Term {
  word: string;
  not?: readonly string[];
}

/** What every text calls a thing, one word in each language, so that two words never make people think of two things. */
export const glossary: Readonly<Record<string, Readonly<Record<Locale, Term>>>> = {
  customer: { en: { word: 'customer', not: ['client'] }, 'zh-CN': { word: '客户', not: ['联系人', '顾客', '客人'] } },
  company: { en: { word: 'company', not: ['organization'] }, 'zh-CN': { word: '公司' } },
  lead: { en: { word: 'lead', not: ['opportunity', 'prospect'] }, 'zh-CN': { word: '意向', not: ['线索', '商机'] } },
  ticket: { en: { word: 'ticket' }, 'zh-CN': { word: '售后', not: ['工单', '问题单'] } },
  won: { en: { word: 'won' }, 'zh-CN': { word: '成交', not: ['赢单', '成单'] } },
  lost: { en: { word: 'lost' }, 'zh-CN': { word: '没成', not: ['丢单', '输单'] } },
  /** In a chat, by mail, on Slack: nobody calls a line in a chat a letter. */
  message: { en: { word: 'message' }, 'zh-CN': { word: '消息', not: ['来信', '来过信', '讯息'] } },
  answer: { en: { word: 'answer' }, 'zh-CN': { word: '回复', not: ['答复', '应答'] } },
  mail: { en: { word: 'mail', not: ['e-mail', 'email'] }, 'zh-CN': { word: '邮件', not: ['电邮'] } },
  mailIn: { en: { word: 'mail in' }, 'zh-CN': { word: '收邮件' } },
  mailOut: { en: { word: 'mail out' }, 'zh-CN': { word: '发邮件' } },
  mailProgram: { en: { word: 'mail program' }, 'zh-CN': { word: '邮件软件', not: ['邮件程序', '邮箱程序'] } },
  note: { en: { word: 'note' }, 'zh-CN': { word: '备注', not: ['笔记', '附注'] } },
  task: { en: { word: 'task', not: ['todo'] }, 'zh-CN': { word: '任务', not: ['待办'] } },
  quote: { en: { word: 'quote' }, 'zh-CN': { word: '报价', not: ['估价'] } },
  contract: { en: { word: 'contract' }, 'zh-CN': { word: '合同', not: ['合约'] } },
  invoice: { en: { word: 'invoice' }, 'zh-CN': { word: '账单', not: ['帐单'] } },
  order: { en: { word: 'order' }, 'zh-CN': { word: '订单' } },
  card: { en: { word: 'card' }, 'zh-CN': { word: '卡片' } },
  filed: { en: { word: 'Filed' }, 'zh-CN': { word: '归类', not: ['分拣'] } },
  canned: { en: { word: 'Canned' }, 'zh-CN': { word: '快捷回复' } },
  faq: { en: { word: 'Often asked' }, 'zh-CN': { word: '常见问题', not: ['常问问题'] } },
  automatic: {
    en: { word: 'by itself', not: ['autoresponder'] },
    'zh-CN': { word: '自动回复', not: ['自动应答'] },
  },
  template: { en: { word: 'template' }, 'zh-CN': { word: '模板', not: ['模版'] } },
  /** Who gets nothing of a campaign, to compare with. */
  heldOut: {
    en: { word: 'held out', not: ['hold-out', 'control group'] },
    'zh-CN': { word: '对照组', not: ['保留组', '控制组'] },
  },
  segment: { en: { word: 'segment' }, 'zh-CN': { word: '分组', not: ['人群'] } },
  blocked: { en: { word: 'blocked' }, 'zh-CN': { word: '拉黑' } },
  undo: { en: { word: 'Undo' }, 'zh-CN': { word: '撤销', not: ['撤消'] } },
  cancel: { en: { word: 'Cancel' }, 'zh-CN': { word: '取消' } },
  merge: { en: { word: 'Merge' }, 'zh-CN': { word: '合并', not: ['并到一起'] } },
  away: { en: { word: 'away', not: ['out of office'] }, 'zh-CN': { word: '外出', not: ['休假'] } },
  owner: { en: { word: 'owner' }, 'zh-CN': { word: '店主' } },
  digest: { en: { word: 'digest' }, 'zh-CN': { word: '日报' } },
};
