import { hashed } from '../linear.ts';
import { labels } from '../topics.ts';
import type { TriageLabel } from '../triage.ts';
import { englishCues } from './cues.ts';
import { chineseCues } from './cues.zh.ts';

/** Why something may not wait, as the table's columns; the first says that it may. */
export const whys = ['-', 'harm', 'payment', 'deadline'] as const;
export type Why = (typeof whys)[number];
export const WAYS = whys.length;

/** Words have no places of their own: a hash of each decides. */
const WORDS = 16_384;

/** In front of the words: one that is always there, the labels, the cues and their pairs. */
const CUES = Math.max(englishCues.length, chineseCues.length);
const OWN = 1 + labels.length + (CUES * (CUES + 1)) / 2;
const HALF = OWN + WORDS;

export const ROWS = 2 * HALF;

/** Where the rows of each language begin; the first of them is always there. */
export const placesOf = { zh: 0, en: HALF } as const;
type Language = keyof typeof placesOf;

export const placeOfLabel = (language: Language, label: TriageLabel): number =>
  placesOf[language] + 1 + labels.indexOf(label);

/** Of a cue by itself where `one` is `other`; never with the later one first. */
export const placeOfPair = (language: Language, one: number, other: number): number =>
  placesOf[language] + 1 + labels.length + (other * (other + 1)) / 2 + one;

/** Of a word, or two. */
export const bucketOf = (language: Language, word: string): number => placesOf[language] + OWN + hashed(word, WORDS);
