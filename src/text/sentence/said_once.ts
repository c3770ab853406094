import { plainly } from '../plainly.ts';
import { pieces } from './zh/pieces.ts';

const ONCE = new RegExp(`^(?:${pieces.ONCE})[\\s,，:：]*(?=\\S)`, 'u');

/** What is said to somebody, without how it is to be said: of 一声，今天发货 behind a name the second half. */
export const withoutOnce = (words: string): string => words.slice(ONCE.exec(plainly(words))?.[0].length ?? 0);
