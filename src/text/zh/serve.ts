import type { serve as En } from '../en/serve.ts';

const labels: Record<string, string> = { lead: '线索', ticket: '工单', feedback: '反馈', other: '其他' };

const sublabels: Record<string, string> = {
  price: '问价',
  availability: '问有没有货',
  quote: '要报价',
  booking: '预约',
  demo: '想试用',
  partnership: '合作',
  reorder: '再次购买',
  support: '求助',
  complaint: '投诉',
  shipping: '物流',
  refund: '退款',
  billing: '账单',
  account: '账号',
  praise: '好评',
  suggestion: '建议',
  criticism: '批评',
  spam: '广告',
  thanks: '道谢',
  greeting: '打招呼',
  autoreply: '自动回复',
  personal: '私事',
  otp: '验证码',
  unsubscribe: '退订',
  jobseeker: '求职',
};

const signals: Record<string, string> = {
  auto_reply: '机器自动发送',
  bounce: '退信',
  list: '群发邮件',
  open_ticket: '有未解决的工单',
  open_lead: '有进行中的线索',
};

export const serve: typeof En = {
  triage: {
    unsorted: '待分拣：这是什么？',
    perhaps: (label) => `待分拣：可能是${labels[label] ?? label}？`,
    label: (label, sublabel) =>
      sublabels[sublabel] ? `${labels[label]} · ${sublabels[sublabel]}` : (labels[label] ?? label),
    button: (label) => labels[label] ?? label,
    because: (name, reasons) => `${name}（${reasons.map((reason) => signals[reason] ?? `「${reason}」`).join('')}）`,
  },
  ticket: {
    untitled: '请求',
    list: '未解决的工单',
    none: '没有未解决的工单。',
    opened: (line) => `新工单：${line}`,
    resolved: (line) => `✓ 已解决：${line}`,
    stillWaits: (name) => `${name} 还问了别的，还在等您答复：/收件箱`,
    alreadyResolved: (line) => `已经解决了：${line}`,
    noneOf: (name) => `${name} 没有未解决的工单。`,
    open: '新建工单',
    which: (name) => `${name} 有几张工单，是哪一张？`,
    state: { open: '待处理', pending: '等客户回复', snoozed: '已暂缓', resolved: '已解决' },
  },
  number: {
    none: {
      lead: (id) => `没有 #${id} 这条线索。`,
      ticket: (id) => `没有 #${id} 这张工单。`,
      task: (id) => `没有 #${id} 这项任务。`,
    },
    is: {
      lead: (id, title) => `#${id} 是线索：${title}`,
      ticket: (id, title) => `#${id} 是工单：${title}`,
      task: (id, title) => `#${id} 是任务：${title}`,
    },
  },
  file: {
    noSuch: '那条消息已经不在了。',
    filed: (label) => `已归为${label}，下次会记得。`,
    stays: (lines) => `已经跟进过，予以保留：${lines.join('；')}`,
  },
};
