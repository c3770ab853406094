import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const HEAD =
  'rec_id, given_name, surname, street_number, address_1, address_2, suburb, postcode, state, date_of_birth, soc_sec_id';
const dir = mkdtempSync(join(tmpdir(), 'duplicates-'));
const DATA = new URL('../../../../shared/data/duplicates/', import.meta.url).pathname;

interface Figures {
  precision: number;
  recall: number;
  f1: number;
  pairs: number;
  seconds: number;
}

async function report(...files: string[]): Promise<Figures> {
  const { stdout } = await promisify(execFile)('npm', ['run', '-s', 'report:duplicates', '--', ...files]);
  return JSON.parse(stdout.trim().split('\n').at(-1)!);
}

function file(name: string, rows: string[]): string {
  const path = join(dir, name);
  writeFileSync(path, [HEAD, ...rows, ''].join('\n'));
  return path;
}

const ORIGINALS = [
  'rec-1-org, anna, wallner, 6, tullaroop street, willaroo, st james, 4011, wa, 19081209, 6988048',
  'rec-2-org, lachlan, berry, 69, giblin street, killarney, bittern, 4814, qld, 19990219, 7364009',
  'rec-3-org, deakin, sondergeld, 48, goldfinch circuit, kooltuo, canterbury, 2776, vic, 19600210, 2635962',
];
const DOUBLES = [
  'rec-1-dup-0, wallner, anna, 6, tullaroop street, willaroo, st james, 4011, wa, 19081209, 1111111',
  'rec-1-dup-1, ana, wallner, , tullaroop stret, willaroo, st james, 4101, wa, 19081209, 6988048',
  'rec-2-dup-0, lachlan, bery, 69, giblin street, , bittern, 4184, qld, 19990219, 2222222',
];

describe('the report on duplicates', () => {
  it('counts every pair of a record with several doubles, and never looks at the number of an office', async () => {
    const same = ', 4444444';
    const swapped = [...ORIGINALS, ...DOUBLES].map((row) => row.replace(/, \d{7}$/, same));
    expect(await report(file('one.csv', swapped))).toMatchObject({ precision: 1, recall: 1, f1: 1, pairs: 4 });
  });

  it('links two files, and compares nobody within one of them', async () => {
    const [first, second] = [file('a.csv', ORIGINALS), file('b.csv', DOUBLES)];
    expect(await report(first, second)).toMatchObject({ precision: 1, recall: 1, pairs: 3 });
  });

  it.skipIf(!existsSync(DATA))(
    'finds what is to be found in 10,000 records in two files',
    async () => {
      const { precision, f1 } = await report(`${DATA}febrl4a.csv`, `${DATA}febrl4b.csv`);
      expect(precision).toBeGreaterThanOrEqual(0.995);
      expect(f1).toBeGreaterThanOrEqual(0.985);
    },
    120_000,
  );
});
