import type { sms as En } from '../en/sms.ts';

export const sms: typeof En = {
  sms: {
    parts: (count, units, perPart, cost) => {
      const texts = count === 1 ? '1 条短信' : `${count} 条短信（共 ${units} 字，每条 ${perPart} 字）`;
      return cost ? `${texts} · 约 ${cost}` : texts;
    },
    delivered: (name, channel) => `✓ 已送达 ${name}（${channel}）`,
    afterAll: (name, channel) => `✓ ${name} 其实收到了（${channel}）：之前告诉您没送到，请以这次为准。`,
    notDelivered: (name, channel) => `✗ 没有送达 ${name}（${channel}）`,
    code: (code) => `服务商给的代码：${code}`,
    optOut: '短信',
    isOut: (answers) =>
      `已退订：对方回复「订阅」或 START 之前，不再给对方发短信。${answers > 0 ? `还没发出的 ${answers} 条回复也留下了，见 /未送达` : ''}`,
    isBack: '重新订阅了，可以再给对方发短信。',
    out: (name) => `${name} 已退订短信，所以没有发出。对方回复「订阅」或 START 后才能再发，现在请换个方式联系。`,
    wordsOnly: (channel) => `${channel}只能发文字，所以没有发出。请改发文件的链接，或换个方式联系。`,
    tooLong: (channel, length, most) => `太长了，没有发出：共 ${length} 字，${channel}最多 ${most} 字。请缩短一些。`,
  },
};
