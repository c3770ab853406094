import { POLITE_END } from '../../../text/sentence/ours.ts';
import type { Context } from '../../context.ts';
import { commandOf } from '../called.ts';
import { Incomplete } from '../command.ts';
import { namedIn } from '../who/readings.ts';
import type { Became } from './sentences.ts';
import { splitFirst } from './words.ts';

/** These take something back even if they stand alone: nothing else can be meant. */
const TAKES_BACK = ['undo', 'cancel'];
/** With more words than this it is a sentence, which may be about anything. */
const MOST_WORDS = 3;

/**
 * 'inbox', 'undo', 'find tom': a command's Latin name without its slash, as the Chinese one needs none. With words behind
 * it only where somebody is called so.
 */
export async function wordAlone(ctx: Context, text: string): Promise<Became | undefined> {
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

async function findsSomebody(ctx: Context, name: string, words: string): Promise<boolean> {
  if (!['find', 'contact', 'timeline'].includes(name) || words.split(/\s+/).length > MOST_WORDS) return false;
  return (await namedIn(ctx, words)).length > 0;
}
