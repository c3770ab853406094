import type { asking as En } from '../../en/campaigns/asking.ts';
import { spaced } from '../campaigns.ts';

export const asking: typeof En = {
  asking: {
    name: (campaign) => `请客户确认 · ${campaign}`,
    what: (what) => `问客户是否同意接收${what}`,
    wordsAreOurs: '这是请客户确认是否同意接收的，内容固定，只能改发给谁、怎么发、什么时候发。',
    agreed: '已同意',
    button: { ask: '请他们确认', agreed: '他们同意过' },
    didAgree: (what, channel) => `这些客户同意过接收${what}（${channel}）吗？`,
    how: '怎么同意的',
    standing: {
      fresh: '会记下',
      known: '本来就同意',
      refused: '不算：说过不要',
      nowhere: '不算：那里没有地址',
    },
    noted: (count, what) => `✓ 已记下：${count} 人同意接收${what}，凭据记在每个人名下。`,
    nobodyNew: '什么都没记。',
    clock: '时间按',
    ownClock: (count) => `客户当地的；有 ${count} 人不知道在哪，按您这里的`,
    toPeople: (filter) => `发给「${filter}」`,
    byChannel: (channel) => `改用${spaced(channel)}发`,
    asPurpose: (what) => `算${what}`,
    nearest: (way, count) => `最接近的办法：${way}，能收到的有 ${count} 人。`,
    takeNearest: (way, count) => `${way}（${count} 人）`,
  },
  lostWords: {
    paused: '内容里用到的一项资料已经没有了，剩下的先不发。用 /撤销 把它找回来再点「继续发」，或者取消剩下的。',
    willPause: (name) => `⏸「${name}」正在发，内容里用到它：剩下的先停着等您。`,
  },
  testing: {
    mark: (version) => `[${['测试', version].filter(Boolean).join(' ')}]`,
    inChat: (channel) => `测试会发到您自己的${spaced(channel).trimEnd()}，跟客户收到的一样。`,
    byText: (number, cost) => `测试短信会发到 ${[number, cost].filter(Boolean).join(' · ')}。`,
    noChat: (channel) =>
      `我不知道您的${spaced(channel).trimEnd()}，没法先发给您看。连上的方法见 /入门，或者看卡片上的预览。`,
    ownAlone: (own) => `测试只发到您自己的邮箱：${own}。`,
    isTheirs: (name) => `这是 ${name} 的号码。测试不看对方是否同意，所以只能发到您自己的手机。`,
    isMine: '是我的号码',
    steps: (name) => `🔁 ${name}：会写什么`,
    asReads: (name) => `下一位 ${name} 收到的样子。现在什么都不发。`,
    madeUp: '眼下还没有人，先用虚构的客户来看。现在什么都不发。',
  },
};
