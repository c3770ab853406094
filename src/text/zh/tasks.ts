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
    repeats: (title, repeat) => `↻ ${repeat}：${title}`,
    next: (when) => `下一次：${when}`,
    notDueYet: (title, when) => `${when} 才到时间，现在还不用完成：${title}`,
    leaveOut: '那次不做就点「跳过这次」，以后都不用就点「不再重复」。',
    repeatsNext: (repeat, when) => `↻ ${repeat} · 下一次 ${when}`,
    skipped: (title) => `这次跳过：${title}`,
    ended: (title) => `以后不再提醒：${title}`,
    repeatsNot: (title) => `这个任务不是重复的：${title}`,
  },
  repeat: {
    days: (every) => (every === 1 ? '每天' : `每${every}天`),
    weeks: (every, days) => (every === 1 ? `每${days}` : `每${every}周的${days}`),
    months: (every, dates) => (every === 1 ? `每月${dates}` : `每${every}个月的${dates}`),
    nth: (every, which, day) => (every === 1 ? `每月${which}${day}` : `每${every}个月的${which}${day}`),
    years: (every, date) => (every === 1 ? `每年${date}` : `每${every}年的${date}`),
    date: (date) => `${date}号`,
    lastDay: '最后一天',
    workdays: '每个工作日',
    which: { '1': '第一个', '2': '第二个', '3': '第三个', '4': '第四个', '-1': '最后一个' },
  },
};
