import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const { db, connection } = await testDatabase();

/** What the server tells of its last statement. */
let told = '';
const sql = postgres({
  ...connection,
  max: 1,
  onnotice: ({ message = '', detail = '' }) => {
    if (message === 'EXECUTOR STATISTICS') told = detail;
  },
  connection: { client_min_messages: 'log', log_executor_stats: true, jit: false },
});
afterAll(() => sql.end());

/** Best of a few, in ms of the server's CPU: a busy machine makes nothing slower. */
async function takes(call: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 4; run += 1) {
    told = '';
    await sql.unsafe(`select (${call}) is null`);
    const [, user, system] = /([\d.]+) s user, ([\d.]+) s system/.exec(told)!;
    times.push((Number(user) + Number(system)) * 1000);
  }
  return Math.min(...times);
}

/** A constant would be counted once while planning; so it is no constant. */
const textOf = (piece: string, length: number) =>
  `repeat('${piece}', (${Math.floor(length / piece.length)} + random() * 0)::int)`;

/** What takes less than this is not worth a look, and too little to be told from noise. */
const NOTHING_MS = 200;

const FUNCTIONS = ['word_keys', 'number_keys', 'fold_text'];
const PIECES = ['退款', 'abc ', 'a', '1 2-', '茶é ', '𠮷'];

/** Eight times the text: one pass takes eight times as long, a pass for each character sixty-four times. This is as far from the one as from the other. */
const TOO_LONG = 22;

it.each(FUNCTIONS.flatMap((name) => PIECES.map((piece) => [name, piece] as const)))(
  '%s reads %s in one pass',
  async (name, piece) => {
    const [short, long] = [
      await takes(`${name}(${textOf(piece, 2000)})`),
      await takes(`${name}(${textOf(piece, 16000)})`),
    ];
    expect(long).toBeLessThan(Math.max(NOTHING_MS, TOO_LONG * short));
  },
);

it('would see a function that counts from the beginning for each character (control)', async () => {
  await db.autocommit.unsafe(`
    create function one_by_one(value text) returns bigint language sql as $$
      select count(distinct substr(value, at, 1)) from generate_series(1, length(value)) at
    $$`);
  const [short, long] = [
    await takes(`one_by_one(${textOf('退款', 1000)})`),
    await takes(`one_by_one(${textOf('退款', 8000)})`),
  ];
  expect(long).toBeGreaterThan(TOO_LONG * short);
});
