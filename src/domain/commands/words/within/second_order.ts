import { orderChangeIn } from '../../../../text/money/order/order_change.ts';
import { behindVerb, bordersIn, pronounFirst, withoutJoiner, withoutJoining } from '../../../../text/sentence/parts.ts';
import type { Context } from '../../../context.ts';
import type { User } from '../../../owner/user.ts';
import { byWord, commandOf } from '../../called.ts';
import { type AnyCommand, Incomplete } from '../../command.ts';
import { namesOf } from '../../names.ts';
import { commands } from '../../table.ts';
import { havingName } from '../../who/addressed.ts';
import { byWholeName } from '../../who/readings.ts';
import { lineNaming } from '../further_lines.ts';
import { sentenceMeant } from '../sentences.ts';
import { idIn, splitFirst } from '../words.ts';

const MARK = /[,，、;；。.!！]/u;
/** So many are looked at. */
const MOST_BORDERS = 40;
/** No order behind another is longer, in UTF-16 units. */
const LONGEST = 120;

/** Behind the number of what they are about stands what is to become of it. */
const STEPPED: readonly AnyCommand['name'][] = ['campaign', 'sequence', 'post', 'ticket', 'ticketas'];
const ORDER_NUMBER = /^\S*\d$/u;

/** Behind these commands stand words of any kind. */
const FREE: readonly AnyCommand['name'][] = ['note', 'lost', 'quote', 'tagall', 'taskall', 'find', 'search'];
const isFree = ({ name, titles }: AnyCommand): boolean => titles === true || FREE.includes(name);

const inHan = commands
  .flatMap(({ name }) => namesOf(name))
  .filter((name) => /^\p{Script=Han}+$/u.test(name))
  .sort((one, other) => other.length - one.length);

/**
 * A command without a slash that begins within the line of another: /won maya and resolve priya. Gives the two lines; undefined: all
 * of it is the first's.
 */
export async function secondOrderIn(ctx: Context, user: User, line: string): Promise<[string, string] | undefined> {
  const first = commandOf(line);
  if (!first?.changes || line.includes('\n')) return undefined;
  const start = line.length - splitFirst(line)[1].length;
  for (const { index, 0: border } of bordersIn(line, MOST_BORDERS)) {
    const typed = line.slice(index + border.length);
    if (index < start || typed.length > LONGEST) continue;
    const said = withoutJoining(typed);
    const isWord = said !== typed;
    const joined = isWord || MARK.test(border);
    const order = await orderBegun(ctx, user, { first, before: line.slice(start, index), said, joined, isWord });
    if (order) return [withoutJoiner(line.slice(0, index)), order];
  }
  return undefined;
}

interface Begun {
  first: AnyCommand;
  before: string;
  said: string;
  joined: boolean;
  /** A word joins it, and not only a mark. */
  isWord: boolean;
}

async function orderBegun(ctx: Context, user: User, begun: Begun): Promise<string | undefined> {
  const { first, before, said, joined, isWord } = begun;
  // /order M-1 add 1 cup $12: right behind its number that is said of the order
  if (first.name === 'order' && !joined && ORDER_NUMBER.test(before.trim()) && orderChangeIn(said)) return undefined;
  // /sequence 1 add 3 days: right behind its number stands a step of its own
  if (STEPPED.includes(first.name) && !joined && idIn(before.trim())) return undefined;
  const named = commandNamed(said);
  if (named?.command.secret || (named && !named.command.changes)) return undefined;
  if (named && (!isFree(first) || (joined && named.command.settles))) {
    const line = await aboutSomebody(ctx, named, before);
    if (line) return line;
  }
  if (!joined || (isFree(first) && !(first.name === 'note' && isWord))) return undefined;
  const sentence = await sentenceMeant(ctx, user, said);
  const means = sentence && commandOf(sentence.line);
  // behind an order what somebody else pays for is one too: it asks about that itself
  if (first.name === 'order' && means?.name === 'lead' && /\d/.test(said)) return undefined;
  return means?.changes && means.name !== first.name ? sentence?.shown : undefined;
}

/** The line of an order without its slash that is about somebody who is known, or a number of ours: resolve Anna, 解决张三. */
export async function orderNaming(ctx: Context, said: string): Promise<string | undefined> {
  const named = commandNamed(said);
  if (!named?.command.changes || named.command.secret) return undefined;
  return aboutSomebody(ctx, named, '');
}

interface Named {
  command: AnyCommand;
  words: string;
}

function commandNamed(said: string): Named | undefined {
  const [word, words] = splitFirst(said);
  const latin = /^[a-z]{3,20}$/i.test(word) ? byWord.get(word.toLowerCase()) : undefined;
  if (latin) return { command: latin, words };
  const han = inHan.find((name) => said.startsWith(name));
  const command = han === undefined ? undefined : byWord.get(han);
  return command && { command, words: behindVerb(said.slice(han!.length)) };
}

/** The order as a line, where it is about somebody who is known, a number of ours, or whoever was named before. */
async function aboutSomebody(ctx: Context, { command, words }: Named, before: string): Promise<string | undefined> {
  const typed = words.replace(/[.!。！]+$/u, '');
  const they = pronounFirst(typed);
  const whom = they === undefined ? undefined : await nameBefore(ctx, before);
  const meant = whom === undefined ? typed : `${whom} ${typed.slice(they!.length).trim()}`.trim();
  const line = `/${command.name} ${meant}`;
  if (meant === '' || command.parse(meant, { replying: false }) instanceof Incomplete) return undefined;
  if (whom !== undefined || idIn(splitFirst(meant)[0])) return line;
  if (/^[a-z]/i.test(meant)) return lineNaming(ctx, `${command.name} ${meant}`);
  return (await byWholeName(ctx, meant)) || (await havingName(ctx, meant)).ids.length > 0 ? line : undefined;
}

const nameBefore = async (ctx: Context, before: string): Promise<string | undefined> =>
  (await byWholeName(ctx, before))?.name;
