import type { Noun } from './noun.ts';

/** What was agreed, the files of it, and what was invoiced. */
export const NOUNS_OF_CONTRACTS: readonly Noun[] = [
  {
    file: 'contracts',
    table: 'contracts',
    of: { contact_id: 'contacts' },
    points: { quote_id: 'issued_quotes', lead_id: 'leads' },
    decides: [
      'title',
      'state',
      'ends_on',
      'value_minor',
      'currency',
      'per',
      'renews_by',
      'notice_count',
      'notice_unit',
    ],
    // a quote becomes one contract
    follow: (
      sql,
      says,
    ) => sql`case when exists (select from contracts k where k.quote_id = (${says} ->> 'quote_id')::bigint)
      then '{"quote_id": null}'::jsonb else '{}'::jsonb end`,
  },
  {
    file: 'invoices',
    table: 'invoices',
    of: { order_id: 'orders' },
    natural: ['order_id'],
    decides: ['number', 'due_on'],
    // a number is given once, and what is owed its order says
    isVoid: (sql, says) => sql`exists (
      select from invoices i where upper(i.number) = upper(${says} ->> 'number') and i.order_id <> (${says} ->> 'order_id')::bigint
    )`,
  },
  {
    file: 'invoice_reminders',
    table: 'invoice_reminders',
    of: { invoice_id: 'invoices' },
    points: { message_id: 'messages' },
    natural: ['invoice_id', 'at'],
    // what reminds of nothing any more is only kept until it has stayed
    only: (sql) => sql`t.invoice_id is not null`,
  },
  {
    file: 'contract_files',
    table: 'contract_files',
    of: { contract_id: 'contracts' },
    json: { file: 'object', place: 'object' },
    // only what we keep comes along; where it was sent is a chat of that machine
    only: (sql) => sql`t.contract_id is not null and t.file ->> 'ref' like 'file:%'`,
  },
];
