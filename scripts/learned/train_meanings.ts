/**
 * Makes assets/meanings_*.br from the labelled sentences: `npm run train:meanings`, half a minute. The same sentences give
 * the same weights.
 */
import { writeFileSync } from 'node:fs';
import { learnMeanings } from '../../src/domain/commands/meant/learned/learn.ts';
import { packMeanings, rounded } from '../../src/domain/commands/meant/learned/shipped.ts';
import { tongues } from '../../src/domain/commands/meant/learned/signs.ts';
import { anything, meaningExamples } from './meaning_examples.ts';

for (const tongue of tongues)
  writeFileSync(
    new URL(`../../assets/meanings_${tongue}.br`, import.meta.url),
    packMeanings(rounded(learnMeanings(meaningExamples(tongue), tongue, anything[tongue]))),
  );
