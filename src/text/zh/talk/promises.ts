import type { promises as En } from '../../en/talk/promises.ts';
import { han } from '../../set/spacing.ts';

export const promises: typeof En = {
  promise: {
    list: '答应过客户的事',
    listOf: (name) => han`答应过${name}的事`,
    noneOf: (name) => han`答应过${name}的事都做完了。`,
    none: '答应过的事都做完了。',
    offer: (words) => `您答应了「${words}」，到时候提醒您吗？`,
    offerTo: (name, words) => han`您答应了${name}「${words}」，到时候提醒您吗？`,
    remind: (when) => `⏰ ${when}`,
    no: '不用',
    leftIt: '好的，不提醒。',
    set: (when, title) => `⏰ ${when}：${title}`,
    title: (name, words) => han`答应${name}：${words}`,
    gone: '那条回复已经不在了，没有可提醒的。',
    kept: (when, words) => han`后来${when}已经给对方写过：「${words}」`,
    insteadOf: (title) => `不再提醒：${title}`,
    neverArrived: '那条回复没有送到对方。',
    switchOff: '不想再问：/设置 承诺提醒 关闭',
    promisedOn: (when) => han`${when}答应的`,
  },
};
