/**
 * Makes assets/triage_model.json from the labelled messages: `npm run train:triage`. The same messages give the same
 * bytes.
 */
import { writeFileSync } from 'node:fs';
import { train } from '../src/domain/triage/model.ts';
import { pack } from '../src/domain/triage/shipped.ts';
import { teaching, triageExamples } from './triage_examples.ts';

writeFileSync(new URL('../assets/triage_model.json', import.meta.url), pack(train(teaching(triageExamples()))));
