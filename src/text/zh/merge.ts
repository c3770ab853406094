import type { merge as En } from '../en/merge.ts';

/** In bits: +6.1, −1.2. */
const signed = (weight: number): string => `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;

export const merge: typeof En = {
  alike: {
    title: '👥 是同一个人吗？',
    list: '可能是同一个人',
    none: '没有看起来重复的客户。',
    hint: (name) => `合并后保留 ${name}，另一位的全部资料都移过来，可以撤销。`,
    left: (count) => `重复的客户（${count}）`,
    refused: (one, other) => `记住了：${one} 和 ${other} 不是同一个人，不会再问。`,
    evidence: {
      held: ({ one, other, value, channel }) => `${one} 带来的联系方式 ${value}（${channel}）已属于 ${other}。`,
      sign: ({ one, other, value, channel }) => `${one} 和 ${other} 都留过 ${value}（${channel}），不一定是谁本人的。`,
      named: ({ one, other, value, channel }) =>
        `${one} 在消息里写了 ${value}，这是 ${other} 的联系方式（${channel}）。`,
      order: ({ one, other, value }) => `${one} 问到订单 ${value}，那是 ${other} 的订单。`,
      short: ({ one, other }) => `一个可能是另一个的简称：${one}、${other}。`,
      name: ({ one, other }) => (one === other ? `同名：${one}。` : `同名：${one}、${other}。`),
      domain: ({ value }) => `邮箱域名相同：${value}。`,
      local: ({ value }) => `邮箱 @ 前面相同：${value}。`,
    },
    reason: (field, level, weight) => `${field}${level} ${signed(weight)}`,
    between: '，',
    field: {
      ...{ given: '名字', family: '姓', order: '姓名顺序', phone: '电话', mail: '邮箱', birth: '生日', number: '门牌' },
      ...{ street: '地址', place: '地址第二行', city: '城市', postcode: '邮编', region: '地区' },
    },
    level: {
      ...{ same: '相同', sounds: '同音', close: '相近', short: '是简称', domain: '同一公司', other: '不同' },
      ...{ straight: '一致', turned: '颠倒' },
    },
  },
  merge: {
    done: (gone, kept) => `👥 ${gone} 已并入 ${kept}`,
    moved: (counts) => `移过来的有：${counts.join('、')}。`,
    nothingMoved: '没有需要移动的资料。',
    counts: (moved, messages) => [
      ...(moved.contact_identities ? [`${moved.contact_identities} 个联系方式`] : []),
      ...(moved.conversations ? [`${moved.conversations} 个对话`] : []),
      ...(messages ? [`${messages} 条消息`] : []),
      ...(moved.leads ? [`${moved.leads} 个意向`] : []),
      ...(moved.tickets ? [`${moved.tickets} 个售后`] : []),
      ...(moved.feedback ? [`${moved.feedback} 条反馈`] : []),
      ...(moved.orders ? [`${moved.orders} 个订单`] : []),
      ...(moved.tasks ? [`${moved.tasks} 个任务`] : []),
    ],
    nobody: (name) => `没有看起来和 ${name} 重复的客户。要合并两位，请写出两位：/合并 c1 c2`,
    already: (name) => `本来就是同一位：${name}。`,
    whoStays: '保留哪一位？',
    stays: (name) => `保留 ${name}`,
    hint: '另一位的全部资料都移过来，可以撤销。',
  },
  split: {
    which: (name) => `哪些不是 ${name} 的？`,
    identities: '联系方式',
    threads: '邮件往来',
    numbers: '输入 /拆分 加名字，能看到和对方的往来和编号。',
    hint: '拆出来的连同对话、意向和售后，单独成为一位客户。',
    nothing: (name) => `没有可以拆出的：${name} 只有这一个。`,
    notTheirs: (name, address) => `${name} 没有 ${address} 这个联系方式。`,
    noSuch: (id) => `没有编号 v${id} 的对话。`,
    done: (made, from) => `已把 ${made} 从 ${from} 拆出。`,
  },
  undo: {
    nothing: '没有可以撤销的操作。做过什么：/记录',
    already: '已经撤销过了。',
    before: (line) => `撤销再之前的：${line}`,
    alreadySent: (name, words) => `给 ${name} 的回复${words && `「${words}」`}已经发出，收不回来了。`,
    changedSince: (line) => `${line} 之后又有别的改动，不能单独撤销。请先撤销后面的改动。`,
    taken: (line, holder, ref) =>
      `${line} 还不能撤销：对方的一个地址现在记在 ${holder}（${ref}）名下。请先用 /修改 ${ref} 去掉它，再撤销一次；如果两者是同一个人，再用 /合并。`,
    done: (line) => `↩︎ 已撤销：${line}`,
    again: (name, blocked) => `${name} 这期间又来过消息，已和之前的放在一起。${blocked ? '对方仍在黑名单里。' : ''}`,
  },
};
