const labels: Record<string, string> = { lead: 'Lead', ticket: 'Ticket', feedback: 'Feedback', other: 'Other' };

const sublabels: Record<string, string> = {
  price: 'price',
  availability: 'in stock?',
  quote: 'quote',
  booking: 'booking',
  demo: 'demo',
  partnership: 'partnership',
  reorder: 'reorder',
  support: 'help',
  complaint: 'complaint',
  shipping: 'delivery',
  refund: 'refund',
  billing: 'billing',
  account: 'account',
  praise: 'praise',
  suggestion: 'suggestion',
  criticism: 'criticism',
  spam: 'spam',
  thanks: 'thanks',
  greeting: 'greeting',
  autoreply: 'auto-reply',
  personal: 'personal',
  otp: 'code',
  unsubscribe: 'unsubscribe',
  jobseeker: 'job seeker',
};

const signals: Record<string, string> = {
  auto_reply: 'sent by a machine',
  bounce: 'a mail that came back',
  list: 'a mailing list',
  open_ticket: 'their ticket is open',
  open_lead: 'their lead is open',
};

export const serve = {
  triage: {
    unsorted: 'Unsorted: what is it?',
    perhaps: (label: string): string => `Unsorted: perhaps ${(labels[label] ?? label).toLowerCase()}?`,
    label: (label: string, sublabel: string): string =>
      sublabels[sublabel] ? `${labels[label]} · ${sublabels[sublabel]}` : (labels[label] ?? label),
    button: (label: string): string => labels[label] ?? label,
    /** A reason is a fact we know (signals) or a phrase of the text. */
    because: (name: string, reasons: string[]): string =>
      `${name} (${reasons.map((reason) => signals[reason] ?? `“${reason}”`).join(', ')})`,
  },
  ticket: {
    untitled: 'Request',
    list: 'Open tickets',
    none: 'No open tickets.',
    opened: (line: string): string => `Ticket opened: ${line}`,
    resolved: (line: string): string => `✓ Resolved: ${line}`,
    stillWaits: (name: string): string => `${name} asked something else too and still waits for that: /inbox`,
    alreadyResolved: (line: string): string => `It is resolved already: ${line}`,
    noneOf: (name: string): string => `${name} has no open ticket.`,
    open: 'Open a ticket',
    which: (name: string): string => `${name} has several open tickets. Which one?`,
    state: { open: 'open', pending: 'waiting for the customer', snoozed: 'snoozed', resolved: 'resolved' },
  },
  number: {
    none: {
      lead: (id: string): string => `There is no lead #${id}.`,
      ticket: (id: string): string => `There is no ticket #${id}.`,
      task: (id: string): string => `There is no task #${id}.`,
    },
    is: {
      lead: (id: string, title: string): string => `#${id} is a lead: ${title}`,
      ticket: (id: string, title: string): string => `#${id} is a ticket: ${title}`,
      task: (id: string, title: string): string => `#${id} is a task: ${title}`,
    },
  },
  file: {
    noSuch: 'That message is no longer there.',
    filed: (label: string): string => `Filed as ${label}. Noted for next time.`,
    stays: (lines: string[]): string => `Already worked on, so it stays: ${lines.join('; ')}`,
  },
};
