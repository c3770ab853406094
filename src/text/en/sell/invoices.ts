import { plural } from '../plural.ts';

export const invoices = {
  /** To its owner. */
  invoice: {
    title: (number: string, name: string, standing: string): string =>
      [`🧾 Invoice ${number}`, name, standing].filter(Boolean).join(' · '),
    settled: 'nothing is owed',
    due: (day: string): string => `due ${day}`,
    dueToday: 'due today',
    overdue: (days: number): string => `${plural(days, 'day')} overdue`,
    field: {
      total: 'Total',
      owed: 'Still owed',
      issued: 'Invoiced',
      due: 'Due',
      reminders: 'Reminders',
      held: 'Did not leave',
    },
    /** Why its last reminder stayed here. */
    held: {
      paid: 'the last reminder, because it was paid',
      cancelled: 'the last reminder, because the order is cancelled',
      nothing: 'the last reminder, because nothing was owed any more',
      sum: 'the last reminder, because what is owed changed',
      due: 'the last reminder, because the day changed',
      number: 'the last reminder, because the number changed',
      wrote: 'the last reminder, because they had written meanwhile',
      dropped: 'the last reminder, because the invoice was taken off the list',
    },
    remindedTimes: (count: number): string => (count === 1 ? 'reminded once' : `reminded ${count} times`),
    list: 'Unpaid invoices',
    listIssued: (days: string): string => `Unpaid, invoiced ${days}`,
    listDue: (days: string): string => `Unpaid, due ${days}`,
    listLate: 'Overdue invoices',
    noneSuch: (list: string): string => `${list}: none.`,
    listOf: (name: string): string => `Unpaid by ${name}`,
    none: 'Nobody owes you anything: no invoice and no order is waiting to be paid.',
    howToInvoice: 'If you invoice an order, note it like this: /invoice M-1 due in 14 days',
    noneOf: (name: string): string => `${name} owes nothing.`,
    noOrder: (name: string): string =>
      `${name} has no order that could be invoiced. Note the order first, then it can be.`,
    age: {
      not_due: 'Not due yet',
      to30: '1–30 days overdue',
      to60: '31–60 days overdue',
      over60: 'More than 60 days overdue',
    },
    counted: (sum: string, count: number): string => `${sum} (${count})`,
    people: 'Who owes most',
    owed: (sum: string): string => `${sum} is still to come.`,
    owedBy: (name: string, sum: string): string => `${name} still owes ${sum}.`,
    uninvoiced: 'Orders not paid, and not invoiced',
    onlySo: (count: number): string => `More orders than that are not invoiced: ${count} of them are counted.`,
    notPaidOtherwise: (count: number): string =>
      `Not counted: ${plural(count, 'order')} whose payment failed, expired or is only reserved.`,
    made: (number: string, order: string): string => `Noted: ${order} was invoiced as ${number}.`,
    kept: 'Noted on the invoice.',
    dropped: (number: string): string => `Invoice ${number} is no longer on the list. Its order stays as it is.`,
    howToChange:
      'Say more of it: due 15 Dec · of 1 Nov · number 2026/17 · paid 200. The invoice itself is written elsewhere: no books are kept here.',
    unread: (words: string): string => `I cannot read “${words}”. Nothing was noted.`,
    dueBefore: 'It cannot be due before it was invoiced.',
    taken: (number: string, order: string): string => `${number} is the invoice of ${order} already.`,
    notAccepted: 'Only an accepted quote has an order that can be invoiced.',
    ofShop: (number: string): string => `Order ${number} is your shop’s: it is invoiced there.`,
    ofCancelled: (number: string): string => `${number} is cancelled.`,
    ofNobody: 'Nobody knows whose order that is, so nobody can be reminded.',
    notYet: (number: string): string => `${number} is not noted as invoiced yet. Nothing was changed.`,
    whichOne: (name: string): string => `Which invoice of ${name} is meant?`,
    ofAhead: 'It cannot have been invoiced on a day that lies ahead.',
    ofEarlier: 'Was it invoiced earlier? Say when: /invoice M-1 of 1 Nov, due 15 Nov',
    whichOrder: (name: string): string => `Which order of ${name} was invoiced?`,
    howMuch: 'How much has come?',
    nothingOwed: 'Nothing of it is owed any more, so nobody is reminded.',
    reminderTo: (name: string, count: number): string => `Reminder ${count} to ${name} would read`,
    /** To whoever owes what was not invoiced. */
    stillOpen: (numbers: string, sum: string): string =>
      `Just a friendly reminder: ${sum} is still open for ${numbers}. If you have paid already, please ignore this. Thank you!`,
    wroteLast: (name: string): string => `${name} wrote last`,
    orYourWords: 'Or reply with your own words.',
    changedSince: 'Something has changed since that was shown. This is what would leave now:',
    reminded: (number: string, count: number): string => `Reminder ${count} of ${number}`,
    tone: { friendly: 'Friendly', firm: 'Firm', last: 'Last reminder' },
    /** Why a reminder did not leave. */
    stayed: {
      paid: (number: string, name: string): string =>
        `🧾 ${name} has paid ${number} meanwhile, so your reminder did not leave.`,
      cancelled: (number: string, name: string): string =>
        `🧾 The order of ${number} is cancelled, so your reminder to ${name} did not leave.`,
      nothing: (number: string, name: string): string =>
        `🧾 Nothing of ${number} is owed any more, so your reminder to ${name} did not leave.`,
      sum: (number: string, name: string): string =>
        `🧾 What is owed of ${number} has changed, so your reminder to ${name} did not leave.`,
      due: (number: string, name: string): string =>
        `🧾 ${number} is due on another day now, so your reminder to ${name} did not leave.`,
      number: (number: string, name: string): string =>
        `🧾 The invoice is now numbered ${number}, so your reminder to ${name} did not leave.`,
      wrote: (number: string, name: string): string =>
        `🧾 ${name} has written meanwhile, so your reminder of ${number} did not leave. Read that first:`,
      dropped: (_number: string, name: string): string =>
        `🧾 That invoice is no longer on the list, so your reminder to ${name} did not leave.`,
    },
    notAgain: 'What that reminder says may not be true any more, so it does not leave again.',
    digest: (count: number, sums: string): string => `🧾 ${plural(count, 'invoice')} overdue: ${sums}`,
    nowOverdue: (count: number): string => `🧾 ${plural(count, 'invoice')} overdue`,
    /** Of money that came back with one of our numbers. */
    came: {
      paid: (number: string, sum: string, by: string): string => `💰 ${number} is paid: ${sum} by ${by}`,
      asks: (number: string, sum: string, by: string): string =>
        `💰 ${sum} came by ${by} for ${number}. Is it for that?`,
      fits: {
        part: (number: string, due: string): string => `Of ${number} ${due} is due, so it is a part of it.`,
        more: (number: string, due: string): string => `Of ${number} only ${due} is due.`,
        currency: (number: string, due: string): string => `Of ${number} ${due} is due: it came in other money.`,
        paid: (number: string): string =>
          `Nothing of ${number} is due any more. You may have noted this money by hand, or it was paid twice.`,
        cancelled: (number: string): string => `${number} is cancelled: you may owe it back.`,
      },
      ofQuote: (number: string): string => `Quote ${number} is not accepted, so nothing of it is due.`,
      untilThen: (order: string): string => `Until you say so, it counts as ${order}, an order of its own.`,
      isFor: (number: string): string => `It is for ${number}`,
      same: 'It is the same money',
      counted: (number: string, order: string): string => `${order} is the payment of ${number} from now on.`,
      gone: 'That money is counted already, or is no payment of its own.',
    },
    button: {
      make: 'It was invoiced',
      paid: 'Paid',
      part: 'Part of it …',
      remind: 'Remind …',
      remindThem: (name: string): string => `Remind ${name}`,
      anew: 'Remind anew',
      drop: 'Not invoiced',
      orders: 'These orders',
      order: (sum: string): string => (sum ? `Note an order: ${sum}` : 'Note an order'),
      all: 'All unpaid',
    },
    payPicture: {
      label: 'Pictures to scan',
      how: 'A code that people scan to pay: send its picture (PNG or JPEG) here with the words: /business paylink alipay, or: /business paylink wechat. To leave one out: /business paylink alipay off',
      comes: 'I am fetching the picture, and tell you when people can scan it.',
      kept: (name: string): string => `${name}: people are shown this picture where something is to be paid.`,
      unfit: (name: string): string =>
        `${name}: that picture cannot be kept. Please send a PNG or JPEG of at most 2 MB.`,
      many: (most: number): string => `There are ${most} pictures already. Leave one out first.`,
    },
    payLink: {
      label: 'Pay link',
      none: '—',
      how: 'Where do people pay? /business paylink https://pay.example.com/?ref={number}&sum={amount}&currency={currency}, or for one currency: /business paylink EUR https://… It may hold {amount}, {minor} (in cents), {currency}, {number}, {name}, {mail}. A payment link of Stripe with ?client_reference_id={number} brings the number back, and what was paid by it is noted here.',
      /** Said of a link that is kept: what it does not tell whoever takes the money. */
      open: {
        amount: 'It holds no {amount}: what is to be paid has to stand on its page already.',
        number: 'It holds no {number}: a payment by it does not say which invoice it is for.',
      },
      wrongAddress: 'That is no address that begins with https://',
      wrongPlaceholder: (what: string): string =>
        `I do not know {${what}}. There are {amount}, {minor}, {currency}, {number}, {name} and {mail}.`,
    },
  },
  /** To its customer. */
  reminder: {
    hello: (name: string): string => `Hello ${name},`,
    friendly: (number: string, amount: string, due: string): string =>
      `perhaps it slipped through: invoice ${number} for ${amount} was due on ${due}. Would you be so kind as to have a look?`,
    firm: (number: string, amount: string, due: string): string =>
      `invoice ${number} for ${amount} was due on ${due}, and I have not seen the payment yet. Please pay it within the next 7 days, or let me know if something is not right.`,
    last: (number: string, amount: string, due: string): string =>
      `despite earlier reminders invoice ${number} for ${amount}, due on ${due}, is still open. This is the last reminder: please pay it within 7 days, or call me so that we find a way.`,
    /** The last one where none was before it. */
    lastAlone: (number: string, amount: string, due: string): string =>
      `invoice ${number} for ${amount}, due on ${due}, is still open. This is the last reminder: please pay it within 7 days, or call me so that we find a way.`,
    notYet: (number: string, amount: string, due: string): string =>
      `a short note that invoice ${number} for ${amount} is due on ${due}.`,
    link: (url: string): string => `You can pay here: ${url}`,
    scan: (names: string): string => `Or scan the picture: ${names}.`,
    scanOnly: (names: string): string => `To pay, scan the picture: ${names}.`,
    pictures: { alipay: 'Alipay', wechat: 'WeChat Pay' },
    end: {
      friendly: 'If it has crossed with your payment, please forget this. Thank you!',
      firm: 'If it has crossed with your payment, please forget this. Thank you.',
      last: 'If you have paid since, please forget this.',
    },
  },
};
