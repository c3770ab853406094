import type { Noun } from './noun.ts';

/** What was agreed, and the files of it. */
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
    file: 'contract_files',
    table: 'contract_files',
    of: { contract_id: 'contracts' },
    json: { file: 'object', place: 'object' },
    // only what we keep comes along; where it was sent is a chat of that machine
    only: (sql) => sql`t.contract_id is not null and t.file ->> 'ref' like 'file:%'`,
  },
];
