import { POLITE_END } from '../../../text/sentence/ours.ts';
import type { Context } from '../../context.ts';
import { commandOf } from '../called.ts';
import { Incomplete } from '../command.ts';
import { called } from '../who/addressed.ts';
import { isSayingBefore } from '../who/naming.ts';
import { namedIn } from '../who/readings.ts';
import type { Became } from './sentences.ts';
import { splitFirst } from './words.ts';

/** These take something back even if they stand alone: nothing else can be meant. */
const TAKES_BACK = ['undo', 'cancel'];
/** A few words of letters, without a mark that says something. */
const NAME_ALONE = /^[\p{L}\p{M}'’.-]{2,30}(?: [\p{L}\p{M}'’.-]{1,30}){0,2}$/u;
/** With more words than this it is a sentence, which may be about anything. */
const MOST_WORDS = 3;

/**
 * 'Anna Smith', 小梅; 'inbox', 'undo', 'find tom': a command's Latin name without its slash, as the Chinese one needs none. With words behind
 * it only where somebody is called so.
 */
export async function wordAlone(ctx: Context, text: string): Promise<Became | undefined> {
  if (await isSomebody(ctx, text)) return { line: `/contact ${text}`, shown: `/contact ${text}`, atOnce: true };
  const [word, words] = splitFirst(text.trim().replace(POLITE_END, ''));
  const name = word.toLowerCase();
  const command = /^[a-z]{3,20}$/.test(name) ? commandOf(`/${name}`) : undefined;
  if (!command || command.name !== name || command.parse(words, { replying: false }) instanceof Incomplete)
    return undefined;
  const standsAlone = command.saidAtOnce === 'shows' || TAKES_BACK.includes(name);
  const isMeant = words === '' ? standsAlone : await findsSomebody(ctx, name, words);
  const line = [`/${name}`, words].filter(Boolean).join(' ');
  return isMeant ? { line, shown: line, atOnce: true } : undefined;
}

/** Nothing but somebody's name, or a part of it that is no word of a sentence: it shows who that is. */
async function isSomebody(ctx: Context, text: string): Promise<boolean> {
  if (!NAME_ALONE.test(text) || text.split(/\s+/).some((word) => isSayingBefore(word)) || commandOf(`/${text}`))
    return false;
  return (await called(ctx, text)).ids.length > 0;
}

async function findsSomebody(ctx: Context, name: string, words: string): Promise<boolean> {
  if (!['find', 'contact', 'timeline'].includes(name) || words.split(/\s+/).length > MOST_WORDS) return false;
  return (await namedIn(ctx, words)).length > 0;
}
