import { unhurried } from '../lib/unhurried.ts';
import { sentenceRules } from '../text/sentence/sentence.ts';

/** So long after everything stands; who writes sooner waits for the patterns that their words need. */
const BEGIN_MS = 300;

/** Makes the patterns that read sentences, a few at a time, so that nobody's first words wait for all of them (about 0.2 s). */
export function readAhead(): void {
  setTimeout(makeAll, BEGIN_MS).unref();
}

async function makeAll(): Promise<void> {
  for await (const rule of unhurried(sentenceRules)) void rule.says;
}
