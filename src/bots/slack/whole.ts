import { wordsOfBlocks } from './blocks.ts';
import { asObject, textOf } from './body.ts';

/** What Slack writes if it has no words for what is shown. */
const NO_WORDS =
  /^\s*(?:this message contains interactive elements\.?|this content can['’]t be displayed\.?|\[no preview available\])\s*$/i;

/** Parts of a message that say nothing themselves. */
const SILENT = new Set(['actions', 'divider', 'rich_text', 'context_actions']);

/** Whether these words only stand in for content. */
export const standsInFor = (words: string): boolean => NO_WORDS.test(words);

/**
 * Everything that both versions of a message say: its text and its blocks. Usually the text repeats the blocks; what it
 * leaves out (a pasted table) is added, and words that only stand in for blocks give way to them.
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

/** Whether any block is of a kind whose content we cannot put into words. */
export function hasUnreadable(blocks: unknown): boolean {
  return listOf(blocks).some((block) => !SILENT.has(textOf(asObject(block).type)) && wordsOfBlocks([block]) === '');
}

const listOf = (blocks: unknown): unknown[] => (Array.isArray(blocks) ? blocks : []);

/**
 * Whether the text contains these words in order, as whole words with their signs (-50, €5, ❌). Marks, mentions and
 * addresses are written differently in the two versions, and so are emoji if the text calls them by name.
 */
export function repeats(text: string, words: string): boolean {
  const alike = NAMED.test(text) || NAMED.test(words);
  const all = ` ${tokensOf(text, alike)} `;
  let from = 0;
  for (const piece of words.split(WRITTEN_OTHERWISE)) {
    const tokens = tokensOf(piece, alike);
    const at = tokens === '' ? from : all.indexOf(` ${tokens} `, from);
    if (at < 0) return false;
    from = tokens === '' ? from : at + tokens.length + 1;
  }
  return tokensOf(words, alike) !== '' || text.includes(words.trim());
}

const NAMED = /:(?=[^:\s]*[a-z]|[+-]1:|100:)[a-z0-9_+'-]{1,100}:/i;
const EMOJI = new RegExp(
  String.raw`${NAMED.source}|[0-9#*]\u20e3|\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\p{EMod}|\u200d\p{Extended_Pictographic}\p{EMod}?)*`,
  'giu',
);
const WRITTEN_OTHERWISE = /\n|[@#][BCSUW][A-Z0-9]{2,30}\b|(?:https?:|mailto:|tel:)[^\s)]*|[()]/;
/** What Slack puts around words or in front of lines, and the other version lacks. */
const MARKS = /[*_~`\u2060\u200b]|\ufe0f|:skin-tone-\d:|^[^\S\n]*(?:[•◦▪‣>]|\d{1,3}\.)[^\S\n]/gim;
/** A number with everything that makes it a different one, a word, or a sign that means something by itself. */
const TOKEN =
  /(?<![\p{L}\p{M}\p{N}])[-−+<>≤≥≠±]{0,3}\p{Sc}?\p{N}+(?:[.,:/]\p{N}+)*(?:[\p{L}\p{M}\p{N}]+|\s?[%‰\p{Sc}])?|[\p{L}\p{M}\p{N}]+|[\p{So}\p{Sc}%≠≈←-⇿✓✗\ue000]/gu;
/** Stands for any emoji. */
const SOME = '\ue000';

/** A text as comparable words, separated by blanks. */
function tokensOf(text: string, areEmojiAlike: boolean): string {
  const bare = text.replace(MARKS, '');
  const told = areEmojiAlike ? bare.replace(EMOJI, ` ${SOME} `) : bare;
  return (told.match(TOKEN) ?? []).join(' ').replaceAll(/(?<=\p{N})\s+(?=[%‰\p{Sc}])/gu, '');
}
