/** What is typed of quotes and of the business that sends them. */
export const quotes = {
  quoteActs: {
    send: ['send'],
    pdf: ['pdf'],
    revoke: ['revoke', 'withdraw'],
    nudge: ['nudge', 'remind'],
    given: ['given'],
    link: ['link'],
  },
  businessFacts: {
    name: ['name'],
    address: ['address'],
    taxId: ['taxid', 'tax-id', 'vatid'],
    bank: ['bank', 'account'],
    tax: ['tax', 'vat'],
    days: ['days', 'validity'],
    terms: ['terms'],
    numbers: ['numbers', 'number'],
    payDays: ['pay-days', 'due'],
    invoiceNumbers: ['invoice-numbers'],
    payLink: ['paylink', 'pay-link'],
    contractDays: ['contract-days'],
    logo: ['logo', 'picture'],
  },
  /** What a link to pay asks for, in its braces. */
  payPlaceholders: {
    amount: ['amount', 'sum', 'total'],
    minor: ['minor', 'cents'],
    currency: ['currency'],
    number: ['number', 'invoice', 'ref', 'reference'],
    name: ['name', 'customer'],
    mail: ['mail', 'email', 'e-mail'],
  },
  quoteStandings: {
    sent: ['sent', 'open'],
    expired: ['expired'],
    accepted: ['accepted', 'won'],
    declined: ['declined', 'lost'],
    replaced: ['replaced'],
    revoked: ['revoked', 'withdrawn'],
  },
};
