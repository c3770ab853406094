import { readFileSync } from 'node:fs';
import type { MeaningExample } from '../../src/domain/commands/meant/learned/learn.ts';
import type { Tongue } from '../../src/domain/commands/meant/learned/signs.ts';
import { type Meaning, meanings } from '../../src/text/meaning/meaning.ts';

/** Sentences as owners type them, by many voices: `meaning text`. */
const LEARNED: Readonly<Record<Tongue, URL>> = {
  en: new URL('./meanings_en.tsv', import.meta.url),
  zh: new URL('./meanings_zh.tsv', import.meta.url),
};

/** Written by somebody who did not see those; only measured. Names, amounts and days stand in them as they are. */
const KEPT_ASIDE: Readonly<Record<Tongue, URL>> = {
  en: new URL('../../test/fixtures/meaning/kept_aside_en.tsv', import.meta.url),
  zh: new URL('../../test/fixtures/meaning/kept_aside_zh.tsv', import.meta.url),
};

export const meaningExamples = (tongue: Tongue): MeaningExample[] => read(LEARNED[tongue]);
export const meaningsKeptAside = (tongue: Tongue): MeaningExample[] => read(KEPT_ASIDE[tongue]);

/** Throws where a line has a meaning that there is not. */
function read(file: URL): MeaningExample[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [meaning = '', text = ''] = line.split('\t');
    if (!meanings.includes(meaning as Meaning)) throw new Error(`${file.pathname}: there is no meaning “${meaning}”`);
    return { meaning: meaning as Meaning, text };
  });
}
