export const tasks = {
  task: {
    whose: 'Who is this task about? Nothing was saved yet.',
    list: 'Tasks',
    none: 'No tasks.',
    noTime: 'no time',
    due: (title: string): string => `⏰ ${title}`,
    saved: (title: string, when: string | undefined): string => (when ? `⏰ ${when}: ${title}` : `☐ ${title}`),
    finished: (title: string): string => `☑ ${title}`,
    anew: 'Make it anew',
    alreadyFinished: (title: string): string => `It is done already: ${title}`,
  },
};
