import type { each as En } from '../../en/talk/each.ts';
import { han } from '../../set/spacing.ts';

export const each: typeof En = {
  each: {
    writeOwn: (name) => `自己写给${name ? ` ${name}` : '客户'}`,
    ask: (names) => han`发给${names}吗？每人各收到一条，互相看不到。还没有发出。`,
    toAll: (count, names) => han`发给这 ${String(count)} 位：${names}`,
    severalPlaces: '有几个对话，点了再选',
    nowhere: '在这里发不到',
    group: (whom) => han`${whom}不止一个人，按群发处理：草稿上会写明发给多少人，确认后才发。还没有发出。`,
    untimed: '草稿不带时间，什么时候发，生成后再定。',
    asCampaign: (whom, people) => han`群发草稿 · ${String(people)} 人：${whom}`,
    way: (head, name) => han`「${head}」说的是怎么发，不必让${name || '客户'}看到。还没有发出。`,
    noWay: (head, name, channel) => han`「${head}」这个方式联系不到${name || '客户'}。改用${channel}发吗？还没有发出。`,
  },
  /** What the desk says to thanks, and to a nod. */
  courtesy: { thanks: '不客气！', allRight: '好的，有事随时说。' },
  outside: {
    day: (day) => `今天是${day}。`,
    clock: (clock) => `现在是 ${clock}。`,
    cannot: {
      weather: '天气我查不了，我只管店里的事：客户、订单、任务。',
      person: '我是程序，不是真人，帮您管客户、订单和任务。',
      voice: '我听不了语音，也不会说话。客户发来的语音会原样转给您；要我做什么，请打字告诉我。',
      sound: '声音要在您用的聊天软件里设置。我可以在指定的时段不打扰您。',
    },
  },
  readyWords: {
    sorry: (rest) => (rest ? `实在抱歉，${rest}` : '实在抱歉，给您添麻烦了！'),
    thanks: (rest) => (rest ? `非常感谢！${rest}` : '非常感谢您的支持！'),
    birthday: (rest) => rest || '祝您生日快乐，天天开心！',
    wishes: (rest) => rest || '祝您身体健康，一切顺心！',
    words: (rest) => rest || '您好！',
  },
};
