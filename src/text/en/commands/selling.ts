/** What is said of the commands of quotes and contracts. */
export const selling = {
  quote: {
    word: 'quote',
    summary: 'Quote for a lead: lines, discount, tax, and send it',
    example: '/quote 12 Logo design 2x300 · /quote 12',
  },
  quotes: { word: 'quotes', summary: 'Quotes that were sent, by state', example: '/quotes · /quotes accepted' },
  contract: {
    word: 'contract',
    summary: 'A contract: its dates, notice and renewal, and its file',
    example: '/contract Anna Website care until 2027-03-31, 3 months notice',
  },
  contracts: {
    word: 'contracts',
    summary: 'Contracts, by what is due next',
    example: '/contracts · /contracts ended',
  },
  invoice: {
    word: 'invoice',
    summary: 'An order was invoiced: until when it is due, paid, reminders',
    example: '/invoice Anna',
  },
  unpaid: { word: 'unpaid', summary: 'Who owes you money, and for how long', example: '/unpaid · /unpaid Anna' },
  business: {
    word: 'business',
    summary: 'What stands at the head of quotes: address, tax ID, bank, logo',
    example: '/business · /business address 1 Tea Street, Bristol',
  },
};
