import { wordsOfBlocks } from './blocks.ts';
import { asObject, textOf } from './body.ts';

/** What Slack writes where it has no words for what is shown. */
const NO_WORDS =
  /^\s*(?:this message contains interactive elements\.?|this content can['’]t be displayed\.?|\[no preview available\])\s*$/i;

/** Parts of a message that say nothing themselves. */
const SILENT = new Set(['actions', 'divider', 'rich_text', 'context_actions']);

/** Words that only stand in for content. */
export const standsInFor = (words: string): boolean => NO_WORDS.test(words);

/**
 * All that is said in two tellings of one message: its text and its blocks. Mostly the text repeats the blocks; what it leaves out (a
 * pasted table) is added, and words that only stand in for blocks give way to them.
 */
export function wholeWords(text: string, blocks: unknown): string {
  const own = text.trim();
  const parts = listOf(blocks)
    .map((block) => wordsOfBlocks([block]))
    .filter(Boolean);
  if (own === '' || (standsInFor(own) && parts.length > 0)) return wordsOfBlocks(blocks);
  const more = parts.filter((part) => !repeats(own, part));
  if (more.length === 0) return own;
  return repeats(parts.join('\n'), own) ? parts.join('\n') : [own, ...more].join('\n\n');
}

/** Whether some block is of a kind whose content we cannot put in words. */
export function hasUnreadable(blocks: unknown): boolean {
  return listOf(blocks).some((block) => !SILENT.has(textOf(asObject(block).type)) && wordsOfBlocks([block]) === '');
}

const listOf = (blocks: unknown): unknown[] => (Array.isArray(blocks) ? blocks : []);

/** Whether the words stand in the text, in their order: marks, signs, mentions and addresses are written differently in the two. */
export function repeats(text: string, words: string): boolean {
  if (lettersOf(words) === '') return words.trim() === '' || text.includes(words.trim()) || text.search(EMOJI) >= 0;
  const all = lettersOf(text.replace(EMOJI, ' '));
  let from = 0;
  for (const piece of words.split(WRITTEN_OTHERWISE)) {
    const letters = lettersOf(piece);
    const at = all.indexOf(letters, from);
    if (at < 0) return false;
    from = at + letters.length;
  }
  return true;
}

const EMOJI = /:[a-z0-9_+'-]{1,100}:/gi;
const WRITTEN_OTHERWISE =
  /\n|:[a-z0-9_+'-]{1,100}:|[0-9#*]\ufe0f?\u20e3|[@#][BCSUW][A-Z0-9]{2,30}\b|(?:https?:|mailto:|tel:)[^\s)]*|[()]/;

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');
