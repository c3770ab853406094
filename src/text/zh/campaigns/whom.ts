import type { whom as En } from '../../en/campaigns/whom.ts';

export const whom: typeof En = {
  whom: {
    ask: (clause) => `「${clause}」是说发给谁，还是正文里的话？`,
    askWho: (clause) => `「${clause}」是指哪些人？`,
    headUnread: (head) => `「${head}」写在发给谁、什么时候发、用什么发的位置，没看懂。先没建群发。`,
    nobodyCalled: (clause) => `「${clause}」像是说谁不用发，可客户、标签和分组里都没有叫这个的。先没建群发。`,
    reading: (label, count) => `${label}：${count} 人`,
    without: (name) => `不发给 ${name}`,
    only: (name) => `只发给 ${name}`,
    also: (name) => `也发给 ${name}`,
    isText: (clause) => `「${clause}」是正文`,
    choose: '我来选发给谁',
    showAll: '看看都有谁',
    nobody: (all) => (all === '' ? '一个人也没有：没有这样的客户。' : `一个人也没有：${all} 里没有这样的。`),
    unreached: (count) => `有 ${count} 人，但都不能发：没同意接收，或者没有地址。`,
    inAndOut: (those, others) => [`发给 ${those}`, ...(others === '' ? [] : [`不发 ${others}`])].join('；'),
    family: {
      title: (have, left) => `剩下的 ${left} 人里，有 ${have} 人已经收到过复制出来的那份`,
      have: (names) => `他们收到的是「${names}」。这份还要再发给他们吗？`,
      others: (count) => `只发其余 ${count} 人`,
      all: (left, twice) => `${left} 人都发（${twice} 人收到两份）`,
      these: (count) => `也发给收到过的 ${count} 人（他们收到两份）`,
    },
    leaving: (name, sent, all) => `「${name}」正在发：已发 ${sent} / ${all}。`,
    nobodyOut: '没有不发的人。',
    unnamed: '消息',
  },
};
