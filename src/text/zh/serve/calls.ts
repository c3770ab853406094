import type { calls as En } from '../../en/serve/calls.ts';
import { han } from '../../set/spacing.ts';

export const calls: typeof En = {
  call: {
    noted: {
      call: (name, more) => han`📞 与${name}的电话${more}`,
      visit: (name, more) => han`🚪 ${name}到店${more}`,
    },
    direction: { in: '来电', out: '去电' },
    minutes: (count) => `${count} 分钟`,
    made: { lead: '意向', ticket: '售后', feedback: '反馈' },
    goesOnWith: '接着',
    task: '提醒',
    justNoted: '先记成备注。这是什么事？',
    remind: (when) => `${when}提醒我`,
    justNote: '只记备注',
  },
  openWork: {
    done: (title) => han`完成：${title}`,
    solved: (number, title) => han`解决 #${number}：${title}`,
    shows: (number, title) => han`#${number}：${title}`,
    ready: '快捷回复',
    goesOn: (number, title) => han`记到 #${number}：${title}`,
    goesOnUrgent: (number, title) => han`记到 #${number}，并标为紧急：${title}`,
  },
};
