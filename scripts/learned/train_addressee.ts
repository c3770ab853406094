/**
 * Makes assets/addressee_model.json from the labelled lines: `npm run train:addressee`, a few seconds. The same lines give
 * the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { learnAddressee } from '../../src/domain/triage/addressee/learn.ts';
import { packed } from '../../src/domain/triage/packed.ts';
import { addresseeExamples } from './addressee_examples.ts';

writeFileSync(
  new URL('../../assets/addressee_model.json', import.meta.url),
  packed(learnAddressee(addresseeExamples())),
);
