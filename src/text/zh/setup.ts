import type { setup as En } from '../en/setup.ts';

export const setup: typeof En = {
  setup: {
    title: '入门',
    stands: (done, all) => `入门：${all} 项已完成 ${done} 项`,
    next: '下一步',
    check: '再看一遍',
    help: '帮助',
    connect: '接上邮箱、店铺…',
    leaveOut: '用不着的可以一直空着。',
    allDone: '全部设好了。',
    chat: (channels) => `您的聊天：${channels}`,
    noChat: '您的聊天还没有配对',
    pairHow: '在程序的终端里输入 /配对，把得到的码发给您的机器人。',
    place: (language, timezone, currency, country) => `${language} · ${timezone} · ${currency} · ${country}`,
    called: (name) => `店名：${name}`,
    noName: '还没有店名：客户会在问候语里看到它',
    name: '设置店名',
    nameHow: '/设置 店名 小梅茶铺',
    on: (channel) => channel,
    off: (channel) => `${channel}：未开启`,
    shop: '店铺',
    shopHow: '/连接 shopify <Shopify 的 webhook 密钥，在 设置 → 通知 → Webhook 里>',
    intoSettings: (line) => `把这一行写进 .env，再重新启动：${line}`,
    lines: {
      telegram: 'TELEGRAM_BOT_TOKEN=123456:ABC…（向 @BotFather 发 /newbot 获取）',
      slack: 'SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-…（用 slack-manifest.yaml 建应用）',
      mailbox: 'IMAP_URL=imaps://用户:密码@主机:993/INBOX',
      email: 'SMTP_URL=smtps://用户:密码@主机:465 MAIL_FROM=you@example.com',
    },
  },
  rehearsal: {
    show: '看看客户消息长什么样',
    again: '再看一次',
    name: '林小样',
    words: '您好，这个我想要两份，周五前能送到吗？连运费一共多少钱？',
    hint: (name) => `${name} 是虚构的，什么都不会留下。回复这条消息，或按一个按钮，看看会怎样。`,
    pressOnly: (name) => `${name} 是虚构的客户，什么都不会保存。输入按钮的编号，看看它会做什么。`,
    nothingDone: '这个按钮就是做这件事的。客户是虚构的，这次什么也没做。',
    answered: (name) => `✓ ${name} 这时就会收到`,
    leaves: (seconds) =>
      seconds > 0
        ? `回复会先等 ${seconds} 秒再发出，期间可以按按钮拦下。以 // 开头的话只留给自己，当备注。`
        : '回复会马上发出。以 // 开头的话只留给自己，当备注。',
    nobodyGot: '这次谁也没收到，什么也没有留下。',
  },
};
