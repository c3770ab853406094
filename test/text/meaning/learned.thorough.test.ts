import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anything, meaningExamples } from '../../../scripts/learned/meaning_examples.ts';
import { learnMeanings } from '../../../src/domain/commands/meant/learned/learn.ts';
import {
  packMeanings,
  rounded,
  type Shipped,
  unpackMeanings,
} from '../../../src/domain/commands/meant/learned/shipped.ts';
import { tongues } from '../../../src/domain/commands/meant/learned/signs.ts';
import { kept } from '../../support/sources/kept.ts';

const SOURCES = ['scripts/learned/meaning_examples.ts', 'src/domain/commands/meant/learned/learn.ts'];

// how a file is compressed may differ from one Node to the next; what is in it does not
const printOf = ({ step, weights }: Shipped): string =>
  createHash('sha256').update(`${step} `).update(weights).digest('hex');

describe.each(tongues)('what was learned of meanings (%s)', (tongue) => {
  const shipped = unpackMeanings(readFileSync(new URL(`../../../assets/meanings_${tongue}.br`, import.meta.url)));

  it('is what the labelled sentences make', () => {
    const make = () => printOf(rounded(learnMeanings(meaningExamples(tongue), tongue, anything[tongue])));
    expect(kept(`meanings_${tongue}`, [...SOURCES, 'src/domain/commands/meant/learned/shipped.ts'], make)).toBe(
      printOf(shipped),
    );
    // a dozen seconds of arithmetic, which may take many times that where others use the cores too
  }, 900_000);

  it('survives packing', () => {
    expect(printOf(unpackMeanings(packMeanings(shipped)))).toBe(printOf(shipped));
  });
});
