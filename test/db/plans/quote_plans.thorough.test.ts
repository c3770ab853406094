import { beforeAll, expect, it } from 'vitest';
import { draftOf } from '../../../src/domain/sell/quote/draft.ts';
import { takeExpiring } from '../../../src/domain/sell/quote/expiring.ts';
import { nextNumber, quoteCalled } from '../../../src/domain/sell/quote/number.ts';
import { countQuotes, listQuotes, loadQuote, quotesOf, type Standing } from '../../../src/domain/sell/quote/quote.ts';
import type { Settings } from '../../../src/domain/settings.ts';
import { issuedWith } from '../../../src/domain/undo/issued.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1, queryTimeoutMs: 120_000 });
const QUOTES = 20_000;
const TODAY = '2026-11-21';
/** Days since 1970 of that. */
const DAY = Date.parse(TODAY) / 86_400_000;
const TABLES = ['quotes', 'quote_lines', 'quote_numbers', 'leads', 'contacts', 'messages', 'orders', 'journal_changes'];

/** Nearly all are decided or over long since; each lead has one, every tenth a draft beside it; a few are over tomorrow. */
const FILL = [
  `insert into contacts (name) select 'Buyer ' || n from generate_series(1, 1000) n`,
  `set session_replication_role = replica;
   insert into leads (contact_id, title, stage, active_at, created_at, stage_at)
   select 1 + n % 1000, 'lead ' || n, 'quoted', now(), now(), now() from generate_series(1, ${QUOTES}) n;
   insert into quotes (lead_id, state, number, content, currency, total_minor, valid_until, issued_at)
   select n, case when drafted then 'draft' when n % 200 = 0 then 'sent' when n % 2 = 0 then 'accepted' else 'declined' end,
     case when not drafted then 'Q-2026-' || n end, case when not drafted then '{}'::jsonb end, 'CNY', n,
     date '${TODAY}' + (n / 200) % 60, now()
   from generate_series(1, ${QUOTES}) n cross join (values (false), (true)) d (drafted) where not drafted or n % 10 = 0;
   insert into quote_numbers (number, series, n, lead_id) select 'Q-2026-' || n, 'Q-2026-#', n, n from generate_series(1, ${QUOTES}) n;
   insert into quote_lines (lead_id, description, quantity, unit_minor, currency, created_at)
   select n, 'x', 1, n, 'CNY', now() from generate_series(1, ${QUOTES}) n;
   set session_replication_role = origin`,
];

const LOOKS: Record<string, [look: () => Promise<unknown>, most: number]> = {
  ...Object.fromEntries(
    ([undefined, 'sent', 'expired', 'accepted', 'revoked'] satisfies (Standing | undefined)[]).map((state) => [
      `a page of those that are ${state ?? 'there'}`,
      [() => listQuotes(db.sql, { state, today: TODAY }, 9, 0), 300] as const,
    ]),
  ),
  'how many are accepted, up to a bound': [() => countQuotes(db.sql, { state: 'accepted', today: TODAY }, 201), 1000],
  'a quote by its number': [() => quoteCalled(db.sql, 'q-2026-777'), 20],
  'one quote': [() => loadQuote(db.sql, '777'), 20],
  'those of a lead': [() => quotesOf(db.sql, '780'), 30],
  'a draft': [() => draftOf(db.sql, '780', { now: new Date(`${TODAY}T04:00:00Z`), settings: SETTINGS }), 30],
  'what is over tomorrow': [() => db.transaction((tx) => takeExpiring(tx, DAY)), 200],
  'the next number': [() => db.transaction((tx) => nextNumber(tx, '999999', { style: 'Q-YYYY-#', year: 2026 })), 20],
  'what holds an act': [() => issuedWith(db.sql, '1'), 20],
};
const SETTINGS = { timezone: 'Asia/Shanghai', business: {} } as unknown as Settings;

beforeAll(async () => {
  // the statements are prepared while the tables are empty, and have no statistics later
  for (let times = 0; times < 6; times += 1) for (const [look] of Object.values(LOOKS)) await look();
  for (const statement of FILL) await db.autocommit.unsafe(statement);
}, 120_000);

it.each([false, true])(
  'of %s statistics each list and job looks at what it shows, however many quotes there are',
  async (known) => {
    if (known) await db.autocommit.unsafe('analyze quotes; analyze quote_numbers; analyze leads; analyze quote_lines');
    const looked: Record<string, number> = {};
    for (const [name, [look]] of Object.entries(LOOKS)) looked[name] = await lookedAt(db, TABLES, look);
    const beyond = Object.entries(LOOKS).flatMap(([name, [, most]]) =>
      looked[name]! > most ? [[name, looked[name]]] : [],
    );
    expect(beyond).toEqual([]);
  },
);
