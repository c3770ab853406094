import { expect, it } from 'vitest';
import { withAllTheyRead } from './kept.ts';

it('what is kept depends on what its sources import, and on the files that these name', () => {
  const read = [...withAllTheyRead(['scripts/triage_examples.ts', 'src/domain/triage/model.ts'])];
  expect(read).toEqual(
    expect.arrayContaining([
      'scripts/triage_trades.tsv',
      'test/fixtures/triage/train.tsv',
      'src/domain/triage/linear.ts',
      'src/domain/triage/rules/index.ts',
      'src/text/normalise.ts',
    ]),
  );
});
