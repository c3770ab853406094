import type { Signs } from '../signs.ts';
import type { TriageLabel } from '../triage.ts';
import { englishCues } from './cues.ts';
import { chineseCues } from './cues.zh.ts';
import { bucketOf, placeOfLabel, placeOfPair, placesOf } from './table.ts';

const HAN = /\p{Script=Han}/u;
const SENTENCE = /[^.!?;。！？；\n]{0,300}[.!?;。！？；\n]*/gu;

/** So many sentences are read together: what is amiss, and by when, may stand in two of them. */
const TOGETHER = 3;
/** Words that are shorter are one matter. */
const SHORT = { zh: 90, en: 240 };

/** Long words bit by bit, so that cues of different matters do not meet. */
export function windowsOf(text: string): string[] {
  if (text.length <= SHORT[HAN.test(text) ? 'zh' : 'en']) return [text];
  const sentences = (text.match(SENTENCE) ?? []).filter((sentence) => sentence.trim() !== '');
  const starts = Array.from({ length: Math.max(1, Math.ceil((sentences.length - 1) / (TOGETHER - 1))) }, (_, i) => i);
  return starts.map((i) => sentences.slice(i * (TOGETHER - 1), i * (TOGETHER - 1) + TOGETHER).join(''));
}

/** Against 1 for a cue: there are many of each. */
const PAIR = 0.4;
const WORD = 0.15;

/** The words, in pairs too; in Chinese two signs in a row. */
function* words(text: string, isChinese: boolean): Generator<string> {
  const found = isChinese ? [...text.replace(/\s/g, '')] : (text.match(/[a-z']+|\d+/g) ?? []);
  for (const [i, word] of found.entries()) {
    if (!isChinese) yield word;
    const next = found[i + 1];
    if (next !== undefined) yield `${word} ${next}`;
  }
}

/** What in a window (normalised words) bears on whether it may wait: which cues it holds, which of them together, its words, what it is (where that is sure). */
export function signsOf(text: string, label: TriageLabel | undefined): Signs {
  const isChinese = HAN.test(text);
  const language = isChinese ? 'zh' : 'en';
  const cues = isChinese ? chineseCues : englishCues;
  const on = cues.flatMap(([, occurs], nth) => (occurs.test(text) ? [nth] : []));
  const found = new Map<number, number>([[placesOf[language], 1]]);
  if (label !== undefined) found.set(placeOfLabel(language, label), 1);
  for (const [i, one] of on.entries()) {
    found.set(placeOfPair(language, one, one), 1);
    for (const other of on.slice(i + 1)) found.set(placeOfPair(language, one, other), PAIR);
  }
  for (const word of words(text, isChinese)) found.set(bucketOf(language, word), WORD);
  return { at: Int32Array.from(found.keys()), value: Float32Array.from(found.values()) };
}
