import type { timeline as En } from '../../en/talk/timeline.ts';

export const timeline: typeof En = {
  timeline: {
    title: (name) => `${name} · 时间线`,
    none: '还没有任何往来。',
    happened: {
      order: (number, amount) => `🛒 订单 ${number} · ${amount}`,
      sent: (number, _amount) => `📦 订单 ${number} 已发货`,
      arrived: (number, _amount) => `📦 订单 ${number} 已签收`,
      lead: (title, amount) => `新意向：${title}${amount ? ` · ${amount}` : ''}`,
      won: (title, amount) => `🎉 成交：${title}${amount ? ` · ${amount}` : ''}`,
      lost: (title) => `没成：${title}`,
      quoted: (number, amount) => `📄 报价 ${number} · ${amount}`,
      quote_accepted: (number, amount) => `✓ 报价 ${number} 已接受 · ${amount}`,
      quote_declined: (number) => `报价 ${number} 未接受`,
      ticket: (title) => `新售后：${title}`,
      resolved: (title) => `✓ 售后已解决：${title}`,
      feedback: (words) => `💬 反馈：${words}`,
      rated: (words, score) => `⭐ 打了 ${score} 分${words && `：${words}`}`,
      done: (title) => `☑ ${title}`,
      merged: (name) => `👥 并入了 ${name}`,
      parted: (name) => `✂️ 与 ${name} 拆开`,
      agreed: (address, what) => `📰 同意接收${what}：${address}`,
      campaign: (name) => `📣 群发：${name}`,
      revoked: (address) => `🔕 退订：${address}`,
      reported: (address) => `🚫 举报为垃圾邮件：${address}`,
      gone: (reason) => `👋 不再是客户：${reason}`,
      back: () => '👋 又是客户了',
    },
  },
};
