/** What is typed of tickets and of the hours of business. */
export const tickets = {
  /** Behind '/ticket 12': what is changed. */
  ticketVerb: {
    kind: ['kind', 'type'],
    priority: ['priority', 'prio'],
    cause: ['cause', 'reason', 'why'],
    note: ['note', 'memo'],
    step: ['step', 'todo', 'check', 'checklist'],
    done: ['done', 'tick', 'ticked'],
    undone: ['undone', 'untick'],
    drop: ['drop', 'remove'],
    order: ['order'],
    merge: ['merge', 'join'],
    split: ['split'],
    part: ['apart'],
    title: ['title', 'rename', 'call'],
  },
  ticketKind: {
    inquiry: ['inquiry', 'enquiry', 'question', 'inquiries'],
    support: ['support', 'help'],
    complaint: ['complaint', 'complaints'],
    return: ['return', 'refund', 'returns', 'refunds', 'return or refund', 'return/refund'],
    other: ['other', 'others'],
  },
  priority: {
    urgent: ['urgent', 'asap', 'critical'],
    high: ['high'],
    normal: ['normal', 'medium'],
    low: ['low', 'not urgent', 'no rush', 'no hurry'],
  },
  ticketState: {
    open: ['open', 'reopen', 'reopened', 'unresolve', 'unresolved', 'not resolved', 'not solved', 'unsolved'],
    pending: [
      'pending',
      'waiting',
      'waiting for customer',
      'waiting for the customer',
      'wait for customer',
      'on hold',
      'waiting on customer',
    ],
    snoozed: ['snoozed', 'snooze'],
    resolved: ['resolved', 'closed', 'done', 'solved', 'resolve', 'close', 'solve', 'fixed'],
  },
  /** What is to be opened again. */
  reopens: { ticket: ['ticket', 'tickets', 'case'], lead: ['lead', 'deal'] },
  /** Behind '/tickets'. */
  ticketFilter: {
    all: ['all', 'everything', 'any'],
    today: ['today', 'due today'],
    /** Those that came lately, resolved or not; the one that is due first. */
    fresh: ['new', 'came in', 'opened', 'received'],
    first: ['first', 'most urgent'],
    unresolved: ['unresolved', 'not resolved', 'not solved', 'unsolved'],
    fillers: ['due', 'tickets'],
  },
  late: ['late', 'overdue', 'breached'],
  causes: ['causes', 'reasons'],
  /** Of a day, that nobody is there; that it is like any other of its week. */
  hours: {
    closed: ['closed', 'close', 'off', 'none', 'shut', 'not open', 'no service', 'holiday'],
    usual: ['usual', 'as usual', 'normal', 'reset'],
    /** Of hours, that nobody is there then. */
    lunch: ['lunch'],
    /** In the name of a day: it is a working day in place of one that is off. */
    shifted: ['working day', 'work day', 'workday', 'make-up day'],
    /** Behind /hours: what a calendar file gave. */
    file: ['calendar', 'ics', 'file'],
    take: ['take', 'yes', 'save'],
    drop: ['drop', 'no'],
  },
  /** Whose official days off hold. */
  holidays: { auto: ['auto', 'on'], CN: ['china', 'cn', 'chinese'], off: ['off', 'none'] },
  weekday: {
    mon: ['mon', 'monday', 'mondays'],
    tue: ['tue', 'tues', 'tuesday', 'tuesdays'],
    wed: ['wed', 'wednesday', 'wednesdays'],
    thu: ['thu', 'thur', 'thurs', 'thursday', 'thursdays'],
    fri: ['fri', 'friday', 'fridays'],
    sat: ['sat', 'saturday', 'saturdays'],
    sun: ['sun', 'sunday', 'sundays'],
    daily: ['daily', 'everyday', 'all'],
    weekdays: ['weekdays', 'workdays'],
    weekend: ['weekend', 'weekends'],
  },
};
