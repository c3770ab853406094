/** What more some commands can be told, each with an example and what it does: shown by /help and in docs/commands. */
export type FormLines = readonly (readonly [line: string, does: string])[];

const forms = {
  invoice: [
    ['/invoice Anna', 'which of her orders was invoiced'],
    ['/invoice M-2 due 15 Dec', 'an order was invoiced, and until when it is to be paid'],
    ['/invoice R-2026-001', 'what is open of it, and its reminders'],
    ['/invoice R-2026-001 number 2026/17', 'the number it has in your books'],
    ['/invoice R-2026-001 paid', 'paid in full; paid 40: a part of it'],
    ['/invoice R-2026-001 remind', 'shows a reminder before it is sent; remind firm, remind last'],
    ['/invoice R-2026-001 drop', 'it was not invoiced after all; the order stays'],
  ],
  unpaid: [
    ['/unpaid', 'all that is open, and for how long'],
    ['/unpaid Anna', 'what she owes'],
    ['/unpaid last month', 'what was invoiced then and is not paid'],
    ['/unpaid due this week', 'what is to be paid then; overdue: what is late'],
  ],
  contract: [
    ['/contract Anna Website care until 2027-03-31, 3 months notice', 'a new one, with its end and notice'],
    ['/contract 1', 'the whole contract'],
    ['/contract 1 1200 EUR a month', 'what it comes to; for 2 years, renews 12 months, notice by 30 Sep, title: …'],
    ['/contract 1 notice', 'notice was given'],
    ['/contract 1 renew 1 year', 'it runs on'],
    ['/contract 1 remind in 7 days', 'tells you of it again'],
    ['/contract 1 file', 'its file; a file with the words “contract 1” is kept with it'],
    ['/contract 1 end', 'it is over; resume takes it up again, delete removes it'],
  ],
  contracts: [
    ['/contracts', 'by what is due next'],
    ['/contracts due', 'what is due in the next 30 days: notice or end'],
    ['/contracts next month', 'what is due then; in 60 days, december'],
    ['/contracts Anna', 'those with her'],
    ['/contracts ended', 'those that are over'],
  ],
  autoreply: [
    ['/autoreply', 'what is answered by itself'],
    ['/autoreply on', 'outside opening hours; shows first what would be sent'],
    ['/autoreply text en We are closed and will answer {opens}.', 'your own words'],
    ['/autoreply Anna', 'whether she gets any, and who has said no'],
    ['/autoreply hours off', 'nothing while it is closed; all else goes on'],
    ['/autoreply orders on', 'how an order stands is answered by itself'],
    ['/autoreply off Anna', 'never to her; on Anna lets it again'],
    ['/autoreply off', 'nothing leaves by itself any more'],
  ],
  leads: [
    ['/leads', 'all that are open'],
    ['/leads over 500', 'those of more than a sum'],
    ['/leads won last month', 'what was won, with sums; lost with the reasons, new'],
    ['/leads stale', 'those that nothing has happened to for long'],
  ],
  promise: [
    ['/promise', 'all that is still open, by when it is due'],
    ['/promise Anna', 'what she was promised, in answers and by phone'],
  ],
  digest: [
    ['/digest', 'all that needs you today'],
    ['/digest overdue', 'only what is late: tasks, tickets, invoices, unpaid orders'],
  ],
  takings: [
    ['/takings today', 'what came in; this week, last month, 2026-11'],
    ['/takings last month vs this month', 'two stretches side by side; october vs november'],
    ['/takings products last month', 'what sold best'],
    ['/takings customers', 'who bought most'],
    ['/takings days', 'the busiest days'],
    ['/takings newcomers', 'who bought for the first time'],
  ],
  ticket: [
    ['/ticket Anna cup arrived broken', 'a new one'],
    ['/ticket 1', 'all of it: when it is due, orders, notes, steps'],
    ['/ticket 1 urgent', 'or high, low; complaint, return, support, inquiry'],
    ['/ticket 1 cause broken in transit', 'why it came about, as /causes counts it'],
    ['/ticket 1 note parcel is back', 'a note that only you see'],
    ['/ticket 1 step take a photo; send another', 'what is to be done'],
    ['/ticket 1 order M-1', 'the order it is about'],
    ['/ticket 1 merge 2', 'both are one'],
    ['/ticket 1 pending', 'it waits for the customer, and its clock rests'],
  ],
  tickets: [
    ['/tickets', 'by what is due first'],
    ['/tickets late', 'past their time; today, urgent, waiting, resolved, all'],
    ['/tickets urgent complaint', 'kind and priority together'],
    ['/tickets complaints last month', 'those that came in then'],
    ['/tickets causes', 'why customers ask for help'],
  ],
} satisfies Record<string, FormLines>;

export const commandForms: Readonly<Record<keyof typeof forms, FormLines>> = forms;
