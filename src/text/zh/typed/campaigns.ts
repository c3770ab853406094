import type { campaigns as En } from '../../en/typed/campaigns.ts';

/** What is typed of campaigns and sequences. */
export const campaigns: typeof En = {
  campaign: {
    new: ['新建', '新', '建', '添加'],
    check: ['检查', '检测', '体检'],
    key: ['密钥', '签名'],
    to: ['给', '发给', '对'],
    everybody: ['所有人', '所有客户', '全部', '大家', '全体'],
    subject: ['主题', '标题'],
    step: {
      to: ['给', '发给', '收件人'],
      text: ['内容', '正文', '写'],
      name: ['名称', '改名', '名字'],
      by: ['用', '渠道'],
      recent: ['买过'],
      test: ['样信', '测试', '试发'],
      send: ['发送', '发', '群发'],
      go: ['确认'],
      first: ['先发', '部分'],
      at: ['定时', '时间'],
      pause: ['暂停', '停', '停止'],
      resume: ['继续', '继续发', '恢复'],
      cancel: ['取消', '删除', '不发了'],
      copy: ['复制', '再建'],
      doubts: ['不确定'],
      arrived: ['已发出'],
      resend: ['重发', '再发'],
      skipped: ['没发给', '排除'],
      holdout: ['对照', '对照组'],
    },
  },
  sequence: {
    recipe: {
      birthday: ['生日', '生日祝福'],
      winback: ['召回', '老客户召回', '唤回'],
      checkout: ['未付款', '未付款提醒', '购物车', '弃单'],
      review: ['评价', '请客户评价', '好评'],
    },
    step: {
      on: ['开', '开启', '启用'],
      off: ['关', '关闭', '停', '停用', '暂停'],
      text: ['内容', '正文', '写'],
      after: ['时间', '隔', '之后'],
      add: ['添加', '加', '加一步'],
      drop: ['删除', '去掉', '删'],
      by: ['用', '渠道'],
    },
    unit: {
      minutes: ['分钟', '分'],
      hours: ['小时', '个小时', '钟头', '个钟头'],
      days: ['天', '日'],
      weeks: ['周', '星期', '个星期', '礼拜'],
    },
    before: ['提前', '之前', '前'],
    onDay: ['当天', '生日当天', '马上'],
  },
};
