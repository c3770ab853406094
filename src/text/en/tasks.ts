import { plural } from './plural.ts';

export const tasks = {
  task: {
    noTimeYet: 'No time yet, so it only stands in your list. When shall I remind you?',
    noBirthday: (said: string): string => `“${said}”: that birthday is not known yet. When shall I remind you?`,
    onlyThisTime: (often: string): string => `Only this time. It still comes ${often}.`,
    whose: 'Who is this task about? Nothing was saved yet.',
    ofNobody: 'None of them',
    list: 'Tasks',
    none: 'No tasks.',
    listOf: (days: string): string => `Tasks · ${days}`,
    noneOf: (days: string): string => `No tasks: ${days}`,
    noTime: 'no time',
    due: (title: string): string => `⏰ ${title}`,
    saved: (title: string, when: string | undefined): string => (when ? `⏰ ${when}: ${title}` : `☐ ${title}`),
    finished: (title: string): string => `☑ ${title}`,
    anew: 'Make another one',
    alreadyFinished: (title: string): string => `Already done: ${title}`,
    repeats: (title: string, repeat: string): string => `↻ ${repeat}: ${title}`,
    next: (when: string): string => `Next: ${when}`,
    notDueYet: (title: string, when: string): string => `It is not due before ${when}, so it is not done yet: ${title}`,
    leaveOut: '“Skip this time” leaves that one out; after “Stop repeating” it never comes back.',
    severalTimes: 'That comes back at several times of day, so it is a task for each. Nothing was saved yet.',
    eachTime: (count: number): string => (count === 2 ? 'Both' : `All ${count}`),
    repeatsNext: (repeat: string, when: string): string => `↻ ${repeat} · next ${when}`,
    skipped: (title: string): string => `Skipped this time: ${title}`,
    ended: (title: string): string => `No longer repeats: ${title}`,
    drop: (title: string): string => `Cancel: ${title}`,
    moveTo: (title: string, when: string): string => `${title} → ${when}`,
    dropped: (title: string): string => `Off the list, not done: ${title}`,
    repeatsNot: (title: string): string => `This task does not repeat: ${title}`,
    /** Before something is done to all of them. */
    allOf: (count: number, days: string): string =>
      `${days === '' ? `All ${plural(count, 'open task')}` : `${plural(count, 'task')} · ${days}`}: what now?`,
    firstOf: (count: number, days: string): string =>
      `${days === '' ? `The first ${plural(count, 'open task')}` : `The first ${plural(count, 'task')} · ${days}`}, and there are more: what now?`,
    andMore: (count: number): string => `… and ${count} more`,
    someRepeat: (count: number): string =>
      `${count === 1 ? 'One of them repeats' : `${count} of them repeat`}: marked done, it comes back; taken off the list, it does not.`,
    someRepeatOnce: (count: number): string =>
      count === 1 ? 'One of them repeats, and still comes back.' : `${count} of them repeat, and still come back.`,
    markAll: (count: number): string => (count === 1 ? 'Mark it done' : `Mark all ${count} done`),
    dropAll: (count: number): string => (count === 1 ? 'Take it off the list' : `Take all ${count} off the list`),
    allDone: (count: number): string => `☑ ${plural(count, 'task')} done.`,
    allDropped: (count: number): string => `Off the list, not done: ${plural(count, 'task')}.`,
  },
  /** How often a task comes back. */
  repeat: {
    days: (every: number): string =>
      every === 1 ? 'every day' : every === 2 ? 'every other day' : `every ${every} days`,
    weeks: (every: number, days: string): string =>
      every === 1 ? `every ${days}` : every === 2 ? `every other week on ${days}` : `every ${every} weeks on ${days}`,
    months: (every: number, dates: string): string =>
      every === 1 ? `every month on ${dates}` : `every ${every} months on ${dates}`,
    nth: (every: number, which: string, day: string): string =>
      every === 1 ? `every ${which} ${day} of the month` : `every ${every} months on the ${which} ${day}`,
    years: (every: number, date: string): string =>
      every === 1 ? `every year on ${date}` : `every ${every} years on ${date}`,
    date: (date: number): string =>
      `the ${date}${({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[date > 10 && date < 14 ? 0 : date % 10] ?? 'th'}`,
    lastDay: 'the last day',
    dayAfter: (clock: string): string => `${clock} the day after`,
    dayBefore: (clock: string): string => `${clock} the day before`,
    workdays: 'every weekday',
    workday: 'working day',
    which: {
      '1': 'first',
      '2': 'second',
      '3': 'third',
      '4': 'fourth',
      '-1': 'last',
      '-2': 'second to last',
      '-3': 'third to last',
    },
  },
};
