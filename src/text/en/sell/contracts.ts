import { plural } from '../plural.ts';

const months = (count: number): string => {
  if (count === 12) return '1 year';
  if (count % 12 === 0) return `${count / 12} years`;
  return count === 1 ? '1 month' : `${count} months`;
};

export const contracts = {
  contractCard: {
    noticesDue: 'Last days for notice',
    noticeTill: (day: string): string => `notice until ${day}`,
    moreNotices: '… and more',
    title: (id: string, title: string, state: string): string => `📑 Contract ${id} · ${title} · ${state}`,
    untitled: 'Contract',
    renewalOf: (title: string): string => `Renewal: ${title}`,
    state: { active: 'runs', noticed: 'notice given', ended: 'ended' },
    parties: (own: string, name: string): string => [own, name].filter(Boolean).join(' – '),
    per: {
      once: (amount: string): string => amount,
      month: (amount: string): string => `${amount} a month`,
      year: (amount: string): string => `${amount} a year`,
    },
    field: {
      parties: 'Parties',
      value: 'Value',
      start: 'Begins',
      end: 'Ends',
      renewal: 'Renewal',
      notice: 'Notice',
      noticeBy: 'Last day to give notice',
      endsIfToday: 'Given notice today, it ends',
      reminder: 'Reminders',
      remindOn: 'Reminder besides',
      noticedOn: 'Notice given',
      endedOn: 'Ended',
      file: 'File',
      quote: 'Quote',
    },
    openEnd: 'without an end',
    doesNotRenew: 'none: it ends',
    renewsBy: (count: number): string => `by itself, for ${months(count)} each time`,
    notice: {
      day: (count: number): string => plural(count, 'day'),
      week: (count: number): string => plural(count, 'week'),
      month: (count: number): string => plural(count, 'month'),
    },
    noticeTo: { month: ', to the end of a month', quarter: ', to the end of a quarter' },
    noticePassed: (day: string): string => `${day} (over)`,
    reminder: (days: number): string => (days > 0 ? `${days} days before, and on the day` : 'on the day'),
    noticeUntil: (day: string): string => `notice until ${day}`,
    goesOnAfter: (day: string): string => `goes on after ${day}`,
    endsOn: (day: string): string => `ends ${day}`,
    endedOn: (day: string): string => `ended ${day}`,
    list: 'Contracts, by what is due next',
    listOver: 'Contracts that are over',
    listDue: (days: string): string => `Contracts due ${days}`,
    listLate: 'Contracts whose day has passed',
    noneSuch: (list: string): string => `${list}: none.`,
    listOf: (name: string): string => `Contracts with ${name}`,
    none: 'No contracts yet. Write one down: /contract Anna Website care until 2027-03-31, 3 months notice',
    noneOver: 'No contract is over yet.',
    noneOf: (name: string): string => `No contract with ${name} runs. Until when is it, and with which notice?`,
    noSuch: (id: string): string => `There is no contract ${id}.`,
    noFile: 'No file is kept with it. Send it here with the words: contract 3',
    fileLost: (id: string): string =>
      `The file of contract ${id} could not be fetched, so it is only in your chat. Please send it once more.`,
    notAccepted: 'Only a quote that was accepted becomes a contract.',
    endsBefore: (start: string, end: string): string => `It would end (${end}) before it begins (${start}).`,
    askEnd:
      'Until when does it run, and with which notice? Type it here: until 2027-03-31, 3 months notice, renews 12 months',
    howToChange:
      'Say more of it here: 1200 EUR a month · renews 12 months · 3 months notice · until 2027-03-31 · title: …',
    howLong: 'For how long? Such as: 12 months',
    whenRemind: 'When shall I remind you? It has to be a day ahead.',
    whenEnds: 'When does it end? Type the day.',
    noDay: (words: string): string => `“${words}” is no day that I can read. Write it as 2027-03-31.`,
    tooLate: (day: string): string => `The last day for notice was ${day}. When does it end?`,
    noticeAfterEnd: (day: string, end: string): string =>
      `The last day for notice (${day}) would come after its end (${end}). Nothing was noted.`,
    unread: (words: string): string => `I cannot read “${words}”. Nothing was noted.`,
    unreadHint:
      'Such as: until 2027-03-31 · from 2027-01-01 · for 2 years · 3 months notice · notice by 30 Sep. What is only a name: title: …',
    retitle: (words: string): string => `“${words}” is nothing that I know of a contract. Nothing was changed.`,
    pastEnd: (day: string): string =>
      `It would have ended on ${day} already, and renews itself. Until when does it run now?`,
    sureDelete: (title: string): string => `Delete the contract “${title}”? It is then in no list any more.`,
    whatIsIt: (name: string): string => `What is “${name}”?`,
    isContract: 'A contract …',
    fileWaits: 'The file is kept meanwhile and will be put with the contract.',
    whoseContract: 'Whose contract is it, and until when? Such as: Anna until 2027-03-31, 3 months notice',
    done: {
      made: (name: string): string => `Noted: a contract with ${name}.`,
      kept: 'Noted on the contract.',
      fileKept: 'The file is kept with it.',
      noticed: (day: string): string => `Noted: notice was given, it ends on ${day}.`,
      ended: 'Noted: it has ended.',
      renewed: (count: number): string => `It goes on for ${months(count)}.`,
      deleted: (title: string): string => `Deleted: the contract “${title}”.`,
      resumed: 'It runs again.',
      remind: (day: string): string => `I remind you: ${day}.`,
    },
    button: {
      make: 'Make a contract',
      notice: 'Notice given',
      end: 'It has ended',
      renew: 'Renew',
      renewFor: (count: number): string => `Renew for ${months(count)}`,
      resume: 'It runs on',
      remindTomorrow: 'Remind me tomorrow',
      remindWeek: 'In a week',
      file: 'File',
      lead: 'Renewal lead',
      endsOn: (day: string): string => `It ends ${day}`,
      isDay: (day: string): string => `It is ${day}`,
      runsUntil: (day: string): string => `It runs until ${day}`,
      retitle: 'Make it the title',
      delete: 'Delete it',
      all: 'All contracts',
    },
    whichRuns: 'A contract with them runs already, so none was made. Which one do you mean?',
    fellDue: (count: number): string => `📑 ${plural(count, 'contract')}: what fell due`,
    rolledOften: (name: string, times: number, end: string): string =>
      `📑 Contract with ${name} has renewed itself ${plural(times, 'time')} and now runs until ${end}`,
    due: {
      notice_soon: (name: string, day: string, end: string): string =>
        `📑 Contract with ${name}: the last day for notice is ${day} (it runs until ${end})`,
      notice_today: (name: string, _day: string, end: string): string =>
        `📑 Contract with ${name}: today is the last day for notice (it runs until ${end})`,
      notice_over: (name: string, day: string, _end: string): string =>
        `📑 Contract with ${name}: the last day for notice was ${day}`,
      end_soon: (name: string, day: string, _end: string): string => `📑 Contract with ${name} ends on ${day}`,
      end_today: (name: string, _day: string, _end: string): string => `📑 Contract with ${name} ends today`,
      ended: (name: string, day: string, _end: string): string => `📑 Contract with ${name} ended on ${day}`,
      rolled: (name: string, _day: string, end: string): string =>
        `📑 Contract with ${name} has renewed itself and now runs until ${end}`,
      past: (name: string, day: string, _end: string): string =>
        `📑 Contract with ${name}: its end, ${day}, is past, but it is noted as running. Does it go on, or has it ended?`,
      again: (name: string, _day: string, end: string): string =>
        `📑 You wanted to be reminded: contract with ${name}${end ? `, until ${end}` : ''}`,
    },
  },
  contractHappened: {
    contract: (title: string, amount: string): string => `📑 Contract: ${title}${amount ? ` · ${amount}` : ''}`,
    contract_ended: (title: string, _amount: string): string => `Contract ended: ${title}`,
  },
};
