import { beforeAll, expect, it } from 'vitest';
import { leadsAsked, sumsAsked } from '../../../src/domain/sell/pipeline/asked.ts';
import {
  boardLeads,
  countBoard,
  type Looked,
  staleBefore,
  staleLeads,
  sumsOf,
} from '../../../src/domain/sell/pipeline/board.ts';
import { convertedSince } from '../../../src/domain/sell/pipeline/conversion.ts';
import { countLost, latelyLost } from '../../../src/domain/sell/pipeline/lost_reason.ts';
import { stageChangesOf } from '../../../src/domain/sell/pipeline/move.ts';
import { boardStages, countIn, loadStages } from '../../../src/domain/sell/pipeline/stage.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1, queryTimeoutMs: 120_000 });
const NOW = new Date('2026-11-21T04:00:00Z');
const LEADS = 100_000;
const OPEN = 400;
const TABLES = [
  'leads',
  'lead_words',
  'contacts',
  'stages',
  'stage_changes',
  'lost_reasons',
  'messages',
  'conversations',
  'absences',
];

/** Nearly all are over: won and lost years ago, a few lately. */
const FILL = [
  // what finds words is made at the end: written row by row it takes far longer
  'drop index lead_words_title, lead_words_said',
  `insert into contacts (name) select 'Buyer ' || n from generate_series(1, 1000) n`,
  `set session_replication_role = replica;
   insert into leads (contact_id, title, amount_minor, currency, stage, closed_at, active_at, created_at, stage_at, lost_reason_id)
   select 1 + n % 1000, case when n <= ${OPEN} then 'lead ' || n else 'x' end, n, 'CNY',
     case when n <= ${OPEN} then (array['new','contacted','qualified','quoted'])[1 + n % 4] when n % 2 = 0 then 'won' else 'lost' end,
     case when n > ${OPEN} then at end, at, at, at, case when n > ${OPEN} and n % 2 = 1 then -1 end
   from (select n, timestamptz '2026-11-20 04:00Z' - n * interval '40 min' as at from generate_series(1, ${LEADS}) n) l;
   insert into stage_changes (lead_id, stage, at) select id, stage, stage_at from leads;
   set session_replication_role = origin`,
  `insert into lead_words (lead_id, title, said) select id, case title when 'x' then '{x}' else word_keys(title) end, '{}' from leads`,
  `create index lead_words_title on lead_words using gin (title);
   create index lead_words_said on lead_words using gin (said)`,
  'analyze leads; analyze lead_words; analyze stage_changes; analyze contacts',
];

beforeAll(async () => {
  // the statements are prepared while the tables are empty
  for (let times = 0; times < 6; times += 1) await everything();
  for (const statement of FILL) await db.autocommit.unsafe(statement);
}, 120_000);

const LOOKS: Record<string, Looked> = {
  'all of it': {},
  'a stage': { stage: 'quoted' },
  'what is worth so much': { worth: { is: '>=', minor: '100', currency: 'CNY' } },
  'what says a word': { words: 'lead 7' },
  'what is stale': { stale: true },
  'what is expected': { expected: { from: '2026-11-01', before: '2026-12-01' } },
};

const inAct = <Result>(
  work: (ctx: { tx: Parameters<Parameters<typeof db.transaction>[0]>[0]; now: Date }) => Promise<Result>,
) => db.transaction((tx) => work({ tx, now: NOW }));

async function everything(): Promise<void> {
  for (const look of Object.values(LOOKS)) await board(look);
  await inAct((ctx) => staleLeads(ctx, 5));
}

const board = (looked: Looked) =>
  inAct(async (ctx) => {
    const before = await staleBefore(ctx, await boardStages(ctx.tx));
    await sumsOf(ctx.tx, looked, before);
    for (const order of ['amount', 'age'] as const) await boardLeads(ctx.tx, looked, before, { order, limit: 9 });
    await countBoard(ctx.tx, looked, before, 201);
  });

it.each(Object.keys(LOOKS))('of %s the board looks at what is open, however many are over', async (name) => {
  // some four looks at each, with its contact and its stage
  expect(await lookedAt(db, TABLES, () => board(LOOKS[name]!))).toBeLessThan(20 * OPEN);
});

it('what is stale, what is in a stage and where a lead has been are found by an index', async () => {
  expect(await lookedAt(db, TABLES, () => inAct((ctx) => staleLeads(ctx, 5)))).toBeLessThan(6 * OPEN);
  expect(await lookedAt(db, TABLES, () => countIn(db.sql, 'quoted', 10_001))).toBeLessThan(2 * OPEN);
  expect(await lookedAt(db, TABLES, () => stageChangesOf(db.sql, '777', 6))).toBeLessThan(20);
  expect(await lookedAt(db, TABLES, () => latelyLost(db.sql))).toBeLessThan(300);
  expect(await lookedAt(db, TABLES, () => loadStages(db.sql))).toBeLessThan(20);
});

it('what was lost, and what became of messages, is read of its span alone', async () => {
  const since = new Date(NOW.getTime() - 30 * 86_400_000);
  // a lead each 40 minutes, every other one lost
  const within = (30 * 24 * 60) / 40;
  expect(await lookedAt(db, TABLES, () => countLost(db.sql, since))).toBeLessThan(3 * within);
  for (const are of ['won', 'lost', 'new'] as const) {
    const asked = { are, span: { from: since, until: NOW } };
    expect(await lookedAt(db, TABLES, () => sumsAsked(db.sql, asked))).toBeLessThan(3 * within);
    expect(await lookedAt(db, TABLES, () => leadsAsked(db.sql, asked, 9, 0))).toBeLessThan(200);
  }
  expect(await lookedAt(db, TABLES, () => convertedSince(db.sql, since, 'Asia/Shanghai'))).toBeLessThan(within);
});
