import { narrow } from '../../../normalise.ts';

const MORE = /\d|\b(?:twice|double|tip|extra|more|too much|over)\b|两[次遍]|重复|小费|多/iu;

/** twice, with $5 tip, 付了两次: behind the word for paying they tell of more than what was due. */
export const saysMore = (words: string): boolean => MORE.test(narrow(words));
