import { beforeAll, expect, it } from 'vitest';
import type { Context } from '../../../src/domain/context.ts';
import { membersOf, organizationsOf } from '../../../src/domain/people/organization/membership.ts';
import {
  countOrganizations,
  listOrganizations,
  nearlyCalled,
  organizationsCalled,
  organizationsWith,
} from '../../../src/domain/people/organization/organization.ts';
import { countContracts, listContracts } from '../../../src/domain/sell/contract/contract.ts';
import { noticeWithin } from '../../../src/domain/sell/contract/soon.ts';
import { ordersBeside, unpaidOtherwise } from '../../../src/domain/sell/invoice/beside.ts';
import {
  countUnpaid,
  invoiceCalled,
  listUnpaid,
  overdueSums,
  owedByAge,
  owedByPerson,
  uninvoicedOf,
} from '../../../src/domain/sell/invoice/invoice.ts';
import { cannedNamed, countCanned, listCanned } from '../../../src/domain/talk/canned.ts';
import { countedFaqs, faqNamed, listFaqs } from '../../../src/domain/talk/ready/faq.ts';
import { stopForPerson, whyNotByItself } from '../../../src/domain/talk/ready/person.ts';
import { liftRefusals, refusalOf, refusesAutomatic } from '../../../src/domain/talk/ready/refusal.ts';
import { countSent, readyOf, takeDue, waitingTo } from '../../../src/domain/talk/ready/rows.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1, queryTimeoutMs: 120_000 });
const PEOPLE = 8_000;
const NOW = new Date('2026-11-21T04:00:00Z');
/** Days since 1970 of that. */
const DAY = Date.parse('2026-11-21') / 86_400_000;
const TABLES = [
  ...[
    'contacts',
    'conversations',
    'messages',
    'ready_answers',
    'faqs',
    'canned_replies',
    'automatic_refusals',
    'tickets',
  ],
  ...['orders', 'invoices', 'contracts', 'organizations', 'memberships', 'leads', 'connections'],
];

/** One of everything for each person; nearly all of it is over. */
const FILL = [
  'drop index organizations_words, orders_digits, orders_joined, contacts_search_keys',
  `set session_replication_role = replica;
   insert into contacts (name) select 'Buyer ' || n from generate_series(1, ${PEOPLE}) n;
   insert into conversations (contact_id, channel, address) select n, 'telegram', n from generate_series(1, ${PEOPLE}) n;
   insert into messages (conversation_id, direction, text, occurred_at)
   select n, case when n % 2 = 0 then 'in' else 'out' end, 'x', now() from generate_series(1, ${PEOPLE}) n;
   insert into ready_answers (message_id, conversation_id, kind, name, text, locale, state, due_at, made_at, settled_at)
   select n, n, 'faq', 'f' || n, 'x', 'en', case when n % 2000 = 0 then 'waiting' else 'sent' end, timestamptz '2026-11-21Z', now(),
     timestamptz '2026-11-20Z' - n * interval '1 hour' from generate_series(1, ${PEOPLE}) n;
   insert into faqs (name, questions, created_at) select 'f' || n, '["how"]', now() from generate_series(1, ${PEOPLE}) n;
   insert into canned_replies (name, locale, text) select 'f' || n, 'en', 'x' from generate_series(1, ${PEOPLE}) n;
   insert into automatic_refusals (contact_id, message_id, said_at) select n, n, now() from generate_series(1, ${PEOPLE}) n;
   insert into connections (provider, token, secret) values ('own', 'own', '');
   insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
   select 1, n, n, 'M' || n, 'paid', 'CNY', n, now(), now() from generate_series(1, ${PEOPLE}) n;
   insert into invoices (order_id, number, issued_on, due_on, settled)
   select n, 'I-' || n, date '2026-01-01', date '2026-01-01' + n % 300, n % 500 > 0 from generate_series(1, ${PEOPLE}) n;
   insert into contracts (contact_id, title, state, starts_on, ends_on, first_ends_on, due_on, ended_on)
   select n, 'x', case when over then 'ended' else 'active' end, date '2026-01-01', date '2027-01-01', date '2027-01-01',
     case when not over then date '2026-12-01' + n % 300 end, case when over then date '2026-01-01' + n % 300 end
   from (select n, n % 200 > 0 as over from generate_series(1, ${PEOPLE}) n) k;
   insert into organizations (name, core, created_at) select 'Firm ' || n, 'firm ' || n, now() from generate_series(1, ${PEOPLE}) n;
   insert into memberships (organization_id, contact_id, created_at) select n, n, now() from generate_series(1, ${PEOPLE}) n;
   insert into leads (contact_id, title, stage, closed_at, active_at, created_at, stage_at)
   select n, 'x', case when n <= 50 then 'new' else 'won' end, case when n > 50 then now() end, now(), now(), now() from generate_series(1, ${PEOPLE}) n;
   set session_replication_role = origin`,
  'create index organizations_words on organizations using gin (word_keys(name))',
];

const inAct = <Result>(work: (ctx: Context) => Promise<Result>) =>
  db.transaction((tx) => work({ tx, now: NOW } as unknown as Context));

const LOOKS: Record<string, [look: () => Promise<unknown>, most: number]> = {
  'what messages are held against': [() => listFaqs(db.sql), 400],
  'a page of what is often asked': [() => countedFaqs(db.sql, 9, 20), 200],
  'what is often asked, by its name': [() => faqNamed(db.sql, 'F777'), 30],
  'a page of canned replies': [() => listCanned(db.sql, 9, 20), 100],
  'how many there are, up to a bound': [() => countCanned(db.sql, 201), 500],
  'a canned reply by its name': [() => cannedNamed(db.sql, 'F777'), 20],
  'what lies ready for messages': [() => readyOf(db.sql, ['777', '778']), 20],
  'what waits to a message': [() => inAct(({ tx }) => waitingTo(tx, '777')), 20],
  'what is due': [() => inAct(({ tx }) => takeDue(tx, NOW, 20)), 50],
  'what has left in a week': [() => countSent(db.sql, new Date('2026-11-14T00:00:00Z')), 400],
  'what speaks against one': [() => inAct((ctx) => whyNotByItself(ctx, '778', 'faq')), 50],
  'what waits for a person': [() => inAct((ctx) => stopForPerson(ctx, '778')), 50],
  'whether somebody refuses': [() => refusesAutomatic(db.sql, '777'), 10],
  'with which words': [() => refusalOf(db.sql, '777'), 20],
  'that they do no more': [
    () => inAct(async (ctx) => (await refusesAutomatic(ctx.tx, '779')) !== undefined && liftRefusals(ctx, '779')),
    20,
  ],
  'what is unpaid': [() => listUnpaid(db.sql, {}, 9, 20), 400],
  'what is unpaid of one person': [() => listUnpaid(db.sql, { contactId: '777' }, 9), 1000],
  'how much is, up to a bound': [() => countUnpaid(db.sql, {}, 201), 2000],
  'what is owed by age': [() => owedByAge(db.sql, {}, DAY), 2000],
  'what is owed by age by one person': [() => owedByAge(db.sql, { contactId: '777' }, DAY), 1000],
  'what is overdue': [() => overdueSums(db.sql, DAY), 2000],
  'who owes the most': [() => owedByPerson(db.sql, {}, 5), 3000],
  'what is unpaid otherwise': [() => unpaidOtherwise(db.sql, undefined, 201), 500],
  'what of one person is': [() => unpaidOtherwise(db.sql, '777', 201), 300],
  'what is neither paid nor invoiced': [() => ordersBeside(db.sql, undefined, 100), 800],
  'what of one person is neither paid nor invoiced': [() => ordersBeside(db.sql, '777', 100), 300],
  'what of one person was not invoiced': [() => uninvoicedOf(db.sql, '777', 6), 300],
  'an invoice by its number': [() => invoiceCalled(db.sql, 'i-777'), 20],
  'contracts that run': [() => listContracts(db.sql, {}, 9, 20), 200],
  'contracts that are over': [() => listContracts(db.sql, { over: true }, 9, 20), 200],
  'contracts of one person': [() => listContracts(db.sql, { contactId: '777' }, 9), 50],
  'how many run, up to a bound': [() => countContracts(db.sql, {}, 201), 1000],
  'what can be given notice of soon': [() => noticeWithin(db.sql, DAY, 30, 5), 500],
  'a page of companies': [() => listOrganizations(db.sql, 9, 20), 2000],
  'how many companies, up to a bound': [() => countOrganizations(db.sql, 201), 500],
  'a company by its name': [() => organizationsCalled(db.sql, 'FIRM 777'), 20],
  'one of nearly that name': [() => nearlyCalled(db.sql, 'Firm 777 GmbH'), 20],
  'companies with a word': [() => organizationsWith(db.sql, 'firm 777', 9), 100],
  'who is at one': [() => membersOf(db.sql, '777', 9), 20],
  'where somebody is': [() => organizationsOf(db.sql, '777'), 20],
};

beforeAll(async () => {
  // the statements are prepared while the tables are empty, and have no statistics later
  for (let times = 0; times < 6; times += 1) for (const [look] of Object.values(LOOKS)) await look();
  for (const statement of FILL) await db.autocommit.unsafe(statement);
}, 120_000);

it.each([false, true])(
  'with statistics: %s, each looks at what it shows, however many people there are',
  async (known) => {
    if (known) await db.autocommit.unsafe(`analyze ${TABLES.join(', ')}`);
    const looked: Record<string, number> = {};
    for (const [name, [look]] of Object.entries(LOOKS)) looked[name] = await lookedAt(db, TABLES, look);
    const beyond = Object.entries(LOOKS).flatMap(([name, [, most]]) =>
      looked[name]! > most ? [[name, looked[name]]] : [],
    );
    expect(beyond).toEqual([]);
  },
);
