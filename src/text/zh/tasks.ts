import type { tasks as En } from '../en/tasks.ts';

export const tasks: typeof En = {
  task: {
    whose: '这个任务是关于哪一位的？还没有保存。',
    list: '任务',
    none: '没有任务。',
    noTime: '未定时间',
    due: (title) => `⏰ ${title}`,
    saved: (title, when) => (when ? `⏰ ${when}：${title}` : `☐ ${title}`),
    finished: (title) => `☑ ${title}`,
    anew: '再建一个',
    alreadyFinished: (title) => `已经完成了：${title}`,
  },
};
