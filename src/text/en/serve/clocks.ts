import { plural } from '../plural.ts';

export const clocks = {
  /** When the business is open. */
  hours: {
    everyWeek: (day: string): string => `Closed every ${day}`,
    title: 'Opening hours',
    closed: 'closed',
    /** Monday first. */
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    range: (from: string, to: string): string => `${from}–${to}`,
    official: 'Official days off',
    officialOf: {
      CN: 'China’s, with its shifted working days',
      off: 'none: enter your own',
      unknown: 'not known for your country: enter your own',
    },
    /** In /settings. */
    officialAuto: 'those of your country, where they are known',
    notYet: (year: number): string =>
      `China’s days off in ${year} are not known here yet. Until then only the week counts.`,
    next: 'Coming days',
    own: 'your own',
    set: (days: string, spans: string): string => `${days}: ${spans}`,
    usual: (days: string): string => `${days}: as usual`,
    without: (days: string, spans: string): string => `${days}: closed ${spans}`,
    /** The weekday and its date, which is near. */
    dated: (weekday: string, date: string): string => `${weekday} ${date}`,
    assumed: 'You named no day, so this is for Monday to Friday.',
    everyDay: 'The same every day',
    sixDays: 'The same Mon–Sat',
    over: 'That day is over: it only counts for what happened then.',
    neverOpen: 'Now no day is open, so no ticket will ever be late.',
    example:
      'Example: /hours mon-fri 9-12 13-18 · /hours sat closed · /hours Dec 24 - Jan 2 closed · /hours mon-fri 9am-5pm, sat 10-2',
    wrong: (words: string): string => `“${words}” does not say clearly which days are open, and when.`,
    which: 'Which do you mean?',
    /** Days off from a calendar file. */
    file: {
      button: 'From a calendar file',
      how: 'Send me a calendar file (.ics) here: I show its days off, and they hold once you say so.',
      comes: 'I am reading the calendar file, and show you its days off in a moment.',
      noLink: 'I do not fetch calendars from links. Save it as a file (.ics) and send that here.',
      unfit: 'I cannot read that as a calendar. Please send an .ics file of at most 2 MB.',
      none: 'There is no day off in that calendar in the next two years: only events of whole days count.',
      title: (name: string): string => (name ? `Days off in ${name}` : 'Days off in the calendar'),
      found: (count: number): string =>
        count > 0
          ? `${plural(count, 'day')} would be set. Nothing has changed yet.`
          : 'You have set all of these days already.',
      more: (count: number): string => `And ${plural(count, 'more day')} after these.`,
      isSet: 'you have set this day: that stays',
      take: (count: number): string => `Set ${plural(count, 'day')}`,
      drop: 'Leave it',
      dropped: 'Nothing was taken from the calendar.',
      taken: (count: number): string =>
        `${plural(count, 'day')} set. Each can be changed: /hours 2026-12-24 usual, /hours 2026-12-24 9-13`,
      left: (count: { timed: number; over: number; again: number; long: number; unread: number }, isCut: boolean) => [
        ...(count.timed > 0 ? [`Left out: ${plural(count.timed, 'event')} with hours.`] : []),
        ...(count.again > 0 ? [`Left out: ${plural(count.again, 'event')} that repeat otherwise than each year.`] : []),
        ...(count.long > 0 ? [`Left out: ${plural(count.long, 'event')} of more than two months.`] : []),
        ...(count.over > 0
          ? [`Left out: ${plural(count.over, 'event')} that are over, or more than two years away.`]
          : []),
        ...(count.unread > 0 ? [`Left out: ${plural(count.unread, 'event')} without a date that I can read.`] : []),
        ...(isCut ? ['There are more days than I take at once: these are the first 366.'] : []),
      ],
    },
    presets: {
      office: 'Mon–Fri 9–18',
      lunch: 'Mon–Fri 9–12, 13–18',
      shop: 'Daily 10–22',
      sixDays: 'Mon–Sat 9–18',
      nineToFive: 'Mon–Fri 9–17',
      always: 'Always open',
    },
    withOfficial: 'Official days off: on',
    withoutOfficial: 'Official days off: off',
    /** Asked in December. */
    askTitle: (year: number): string => `Days off in ${year}`,
    ask: (year: number): string =>
      `China’s days off for ${year} are not in this version. Enter them once they are announced, so that no ticket’s clock runs on a day off.`,
    askExample: (year: number): string =>
      `Example: /hours ${year}-01-01 closed · /hours ${year}-02-05..${year}-02-12 closed`,
  },
  /** How tickets stand against their targets. */
  clock: {
    warning: 'Due soon',
    warnings: (count: number): string => `Due soon (${count})`,
    all: (count: number): string => `All ${count}`,
    /** The week in /status. */
    week: 'Tickets, 7 days',
    firstAnswer: 'Median first answer',
    resolution: 'Median resolution',
    reopened: 'Reopened',
    within: 'Within target',
    withinBoth: (answered: string, resolved: string): string => `answers ${answered}, resolutions ${resolved}`,
    percent: (percent: number, n: number): string => `${percent} % of ${n}`,
    ofN: (value: string, n: number): string => `${value} (n = ${n})`,
    before: (now: string, before: string): string => `${now}; the week before ${before}`,
    nothing: 'none',
    length: (hours: number, minutes: number): string =>
      [...(hours > 0 ? [`${hours} h`] : []), ...(!(hours > 0) || minutes > 0 ? [`${minutes} min`] : [])].join(' '),
    openTime: 'Counted in opening hours, without the time in which a ticket waits for its customer or you are away.',
    target: (answer: string, resolve: string): string => `answer in ${answer}, resolve in ${resolve}`,
    warnBefore: (minutes: number): string => (minutes > 0 ? `${minutes} min before` : 'off'),
    targets: { gentle: 'Gentle', usual: 'Usual', quick: 'Quick' },
  },
};
