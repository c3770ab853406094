import { head } from '../../text/cut.ts';
import { headsOwnTags } from '../../text/table/header_words.ts';

const LONGEST_TAG = 40;

const BETWEEN_TAGS = /[,，;；、|｜\n]|:::|[\]】]\s{0,3}[[【]/u;

/** What Google puts everybody into, as its files and its cards write it: it says nothing of anybody. */
const SYSTEMS_OWN = /^(?:\*|my ?contacts$|starred$)/iu;

/** Whether cells of a column hold lists of tags: then a blank in one parts nothing. */
export const listsTags = (cells: readonly string[]): boolean => cells.some((cell) => BETWEEN_TAGS.test(cell));

/** #vip #gold */
const HASHED = /^\s{0,3}[#＃]\S+(?:\s+[#＃]\S+)+\s*$/u;

/**
 * Tags that people wrote with blanks within get a hyphen there: ours are single words, and only they, and what is typed like them, are
 * parted by blanks. What programs call a label or a group has blanks within.
 */
export function tagsIn(value: string, { heading, lists }: { heading: string; lists?: boolean }): string[] {
  const byBlanks = HASHED.test(value) || (headsOwnTags(heading) && !lists && !BETWEEN_TAGS.test(value));
  const parted = byBlanks && !SYSTEMS_OWN.test(value.trim()) ? value.split(/\s+/u) : value.split(BETWEEN_TAGS);
  return parted.flatMap((one) => {
    if (SYSTEMS_OWN.test(one.trim())) return [];
    const word = one
      .replace(/^[#＃]/u, '')
      .trim()
      .replace(/\s+/gu, '-')
      .replace(/[^\p{L}\p{N}_-]/gu, '');
    return word === '' ? [] : head(word, LONGEST_TAG);
  });
}
