import { plural } from '../plural.ts';

/** Questions about one's business: what was won, what came in, over which days. */
export const asked = {
  asked: {
    ofHowMuch: (words: string): string => `“${words}”: of how much in all? Nothing was written down yet.`,
    onlyShown: 'Only what the button says is used.',
    thisWeek: 'This week',
    thisMonth: 'This month',
    lastMonth: 'Last month',
    total: 'Total',
    /** What is listed, and the days of which it is. */
    of: (what: string, span: string): string => `${what}, ${span}`,
    none: (what: string): string => `${what}: none.`,
    leads: {
      won: 'Won leads',
      lost: 'Lost leads',
      new: 'New leads',
      stale: 'Quiet leads',
    },
    leadsOpen: 'Open leads',
    why: 'Why they were lost',
    tickets: 'Tickets',
    dueFirst: 'Due first',
    stillOpen: (count: number, open: number): string => `${count} · ${open} still open`,
    /** What came in over the stretch before; '' nothing. */
    before: (span: string, lines: string): string => `Before that, ${span}: ${lines || 'nothing'}`,
    ranked: {
      products: 'Best sellers',
      customers: 'Best customers',
      days: 'Busiest days',
      newcomers: 'New customers',
    },
    pieces: (count: number): string => `${count} sold`,
    notPaidYet: (sum: string): string => `${sum} of it not paid in full yet`,
    /** Of new customers: how many came to be known, whether they bought or not. */
    firstKnown: 'First known then, with or without an order',
    latest: (of: string): string => (of ? `Latest order: ${of}` : 'Latest order'),
    compared: 'Takings side by side',
    moreThan: (more: string, sum: string, less: string): string => `${more}: ${sum} more than ${less}.`,
    same: 'As much in both.',
    whatOf: (span: string): string => `What of ${span} do you want to see?`,
    money: 'Takings',
    orders: 'Orders',
    received: 'Messages',
    receivedFrom: (messages: number, people: number): string =>
      `${plural(messages, 'message')} from ${plural(people, 'person', 'people')}`,
    /** All whose time is over. */
    overdue: 'Overdue',
    nothingOverdue: 'Nothing is overdue: no task, ticket, invoice or order.',
    lateTickets: 'Late tickets',
    overdueTasks: 'Overdue tasks',
  },
};
