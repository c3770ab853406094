import { plural } from '../plural.ts';

export const follow = {
  /** What is to be done next of leads. */
  step: {
    list: 'What is next',
    nothing: 'No open leads, so nothing is next.',
    due: { overdue: 'Overdue', today: 'Today', week: 'Within 7 days', later: 'Later', undated: 'No time set' },
    none: 'No next step',
    noneSuch: { due: 'No lead has a next step there.', none: 'Every open lead has a next step.' },
    some: (list: string, count: string): string => `${list} (${count})`,
    over: (count: number): string => `over ${count}`,
    all: (list: string): string => `All: ${list}`,
    tomorrow: 'Tomorrow',
    inDays: 'In 3 days',
    nextWeek: 'Next week',
    other: 'Other …',
    /** What the buttons write. */
    when: { tomorrow: 'tomorrow', inDays: 'in 3 days', nextWeek: 'next Monday', week: '1 week' },
    leave: 'None',
    lead: 'See lead',
    set: (line: string, step: string): string => `⏭ ${line}\n${step}`,
    was: (step: string): string => `It was: ${step}`,
    same: (line: string, step: string): string => `That is next already: ${line}\n${step}`,
    ended: (line: string, step: string): string => `${line}: no next step any more. It was: ${step}`,
    stepDone: (line: string, step: string): string => `${line}\n✓ ${step}`,
    left: (line: string): string => `${line} has no next step. /next lists it.`,
    whenAsked: 'No time is set. When?',
    followUp: (title: string): string => `Follow up: ${title}`,
    ask: (line: string): string => `${line}\nWhat is next, and when? For example: tomorrow 10am call`,
    closed: (line: string): string => `That lead is closed, so nothing is next: ${line}`,
    after: (line: string): string => `What is next for ${line}?`,
    digest: (count: string): string => `No next step (${count})`,
    stalest: (age: string): string => `quiet for ${age}`,
  },
  /** Leads of which nothing was heard. */
  quietLead: {
    one: (line: string, days: number): string => `🧊 Gone quiet for ${plural(days, 'day')}: ${line}`,
    several: (count: number): string => `🧊 ${plural(count, 'lead')} gone quiet`,
    since: (days: number): string => `quiet for ${plural(days, 'day')}`,
    hint: 'Told once, and again only after as many days. /stages sets the days.',
    more: (count: number): string => `… and ${count} more`,
    all: 'All of them',
    write: (name: string): string => `Write to ${name}`,
    hush: 'Snooze 1 week',
    next: 'Next step',
    hushed: (line: string, until: string): string => `💤 ${line}: not told before ${until} that it is quiet`,
  },
};
