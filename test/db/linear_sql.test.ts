import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();

/** Best of a few, in ms as the server counts them. */
async function takes(call: string): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 4; run += 1) {
    const rows = await db.sql.unsafe(`explain (analyze, timing off) select ${call}`);
    times.push(Number(/Execution Time: ([\d.]+)/.exec(JSON.stringify(rows))![1]));
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

// four times the text: a pass over it takes four times as long, a pass for each character sixteen times
it.each(FUNCTIONS.flatMap((name) => PIECES.map((piece) => [name, piece] as const)))(
  '%s reads %s in one pass',
  async (name, piece) => {
    const [short, long] = [
      await takes(`${name}(${textOf(piece, 4000)})`),
      await takes(`${name}(${textOf(piece, 16000)})`),
    ];
    expect(long).toBeLessThan(Math.max(NOTHING_MS, 9 * short));
  },
);

it('would see a function that counts from the beginning for each character (control)', async () => {
  await db.autocommit.unsafe(`
    create function one_by_one(value text) returns bigint language sql as $$
      select count(distinct substr(value, at, 1)) from generate_series(1, length(value)) at
    $$`);
  // eight times the text, so that a pass for each character, sixty-four times as long, is far from any noise
  const [short, long] = [
    await takes(`one_by_one(${textOf('退款', 1000)})`),
    await takes(`one_by_one(${textOf('退款', 8000)})`),
  ];
  expect(long).toBeGreaterThan(18 * short);
});
