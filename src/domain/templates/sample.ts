import type { PersonData } from './person_data.ts';

/** Somebody of whom everything is known, with these fields: what fails for them fails for everybody. */
export const sampleData = (fields: readonly string[]): PersonData => ({
  name: 'Anna Smith',
  first_name: 'Anna',
  city: 'Berlin',
  language: 'en',
  birthday: '1990-05-12',
  address: 'Berlin',
  tags: ['vip'],
  fields: Object.fromEntries(fields.map((name) => [name, '1'])),
  orders: 1,
  last_order: {
    number: '1042',
    total: '€12.00',
    date: '2026-01-31',
    days_ago: 3,
    items: [{ title: 'Tea', quantity: 1 }],
  },
  cart: { url: 'https://example.com/cart', total: '€12.00', items: [{ title: 'Tea', quantity: 1 }] },
  shop: { name: 'Tea' },
  today: '2026-02-03',
  unsubscribe_url: 'https://example.com/u/sample',
});
