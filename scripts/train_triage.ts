/**
 * Makes assets/triage_model.json and assets/urgency_model.json from the labelled messages: `npm run train:triage`. The
 * same messages give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { train } from '../src/domain/triage/model.ts';
import { packed } from '../src/domain/triage/packed.ts';
import { learnPressing } from '../src/domain/triage/pressing/learn.ts';
import { pack } from '../src/domain/triage/shipped.ts';
import { pressingLessons, teaching, triageExamples } from './triage_examples.ts';

const asset = (name: string) => new URL(`../assets/${name}.json`, import.meta.url);

writeFileSync(asset('urgency_model'), packed(learnPressing(pressingLessons(triageExamples()))));
writeFileSync(asset('triage_model'), pack(train(teaching(triageExamples()))));
