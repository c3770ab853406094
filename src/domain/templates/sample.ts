import type { Locale } from '../../text/locale.ts';
import { madeUp } from '../../text/person/whom/made_up.ts';
import type { PersonData } from './person_data.ts';

/** Somebody of whom everything is known, with these fields: what fails for them fails for everybody. `locale`: how they may be called. */
export const sampleData = (fields: readonly string[], locale: Locale = 'en'): PersonData => ({
  ...madeUp(locale),
  language: locale,
  birthday: '1990-05-12',
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
