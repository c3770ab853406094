import type { setup as En } from '../en/setup.ts';

export const setup: typeof En = {
  setup: {
    title: '入门',
    stands: (done, all) => `入门：${all} 项已完成 ${done} 项`,
    next: '下一步',
    check: '再看一遍',
    all: '全部步骤',
    lookAgain: '再看结果',
    noStep: (word) => `入门里没有「${word}」这一步。`,
    try: (channel) => `试一下：${channel}`,
    how: (channel) => `怎么设：${channel}`,
    tryChat: '试试您的聊天',
    tryShop: '测试店铺',
    sendTest: '给我发测试邮件',
    code: '生成配对码',
    status: '查看状态',
    yourChat: '您的聊天',
    chatWorks: '✓ 通了：客户的消息会送到这里。',
    sentToChat: (channels) => `测试消息正发往您的 ${channels}，几秒内就到。没收到的话，用 /状态 看看渠道是否正常。`,
    seen: '最近收到',
    seenFrom: (name, age) => `${name}，${age}前`,
    nothingSeen: '还没有',
    tries: {
      telegram: (name) =>
        `请别人给${name ? ` ${name} ` : '您的机器人'}发一句话，或用您的另一个账号发：几秒内就会变成卡片送到这里。您自己发的会当作命令。`,
      slack: (name) => `请团队里的人私信${name ? ` ${name}` : '这个应用'}：几秒内就会变成卡片送到这里。`,
      sms: (name) =>
        name.startsWith('http')
          ? `请在服务商那里填上这个地址，用来接收回执和客户的短信（阿里云：SmsReport 和 SmsUp）：${name}\n然后用手机给您的号码发一条：几秒内就会变成卡片送到这里。`
          : `用手机给 ${name || '您的号码'} 发一条短信：几秒内就会变成卡片送到这里。`,
      mailbox: (name) => `用不是您自己的邮箱给 ${name || '这个邮箱'} 写一封：一分钟内就会变成卡片送到这里。`,
    },
    mailSubject: 'solo-crm 测试邮件',
    mailWorks: '通了：您给客户的回复就是这样发出去的。',
    noAddress: '发到哪里？把您自己的邮箱写进 .env，再重新启动：OWNER_EMAILS=you@example.com',
    mailLeaving: (address) => `✉️ 测试邮件正发往 ${address}，过几秒再看结果。`,
    mailTaken: (address) =>
      `✓ 邮件服务器已收下，发往 ${address}。两分钟还没到，请看看垃圾邮件，再问邮箱服务商 SPF 和 DKIM 设好没有。`,
    mailWaits: (address, said) => `还没发到 ${address}，会自动再试：${said}`,
    mailRefused: (address, said) =>
      `✗ 没能发到 ${address}：${said}\n请核对 .env 里的 SMTP_URL 和 MAIL_FROM，再重新启动。`,
    shopSeen: (age) => `✓ ${age}前收到最近一次通知，签名正确`,
    shopSilent: (url) =>
      `还没收到过。请在 Shopify 的 设置 → 通知 → Webhook 里发一条测试通知，再看结果。还是没有的话：那里的地址要以 ${url}/hooks/ 开头，外面能访问到，密钥要和 /连接 时给的一样`,
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
    hook: (url) => `有事会通知 ${url}`,
    shop: '店铺',
    shopHow: '/连接（Shopify、WooCommerce、Stripe、有赞或自有系统）',
    intoSettings: (line) => `把这一行写进 .env，再重新启动：${line}`,
    lines: {
      telegram: 'TELEGRAM_BOT_TOKEN=123456:ABC…（向 @BotFather 发 /newbot 获取）',
      slack: 'SLACK_BOT_TOKEN=xoxb-… SLACK_APP_TOKEN=xapp-…（用 slack-manifest.yaml 建应用）',
      sms: 'SMS_ALIYUN_KEY=LTAI…:密钥 SMS_ALIYUN_SIGN=小茶铺 SMS_ALIYUN_TEMPLATE=SMS_123456789（阿里云；Twilio 等见 docs/configuration.zh-CN.md）',
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
