import { IN_ROW, numbersFirst } from '../../../../text/person/joined.ts';
import type { Context } from '../../../context.ts';
import { loadLead } from '../../../sell/lead.ts';
import { commandOf } from '../../called.ts';
import type { AnyCommand } from '../../command.ts';
import { called } from '../../who/addressed.ts';
import { isSayingBefore, nameCuts } from '../../who/naming.ts';
import { byWholeName } from '../../who/readings.ts';
import { explicitContact, idIn, idsIn, splitFirst, tagIn } from '../words.ts';

/** They are for one thing or person: who types two means each of them. The last take no words behind whom they are about. */
const NUMBERED: readonly AnyCommand['name'][] = ['won', 'lost'];
const ABOUT_SOMEBODY: readonly AnyCommand['name'][] = ['won', 'lost', 'resolve', 'reopen'];
const BARE: readonly AnyCommand['name'][] = ['tag', 'block', 'unblock', 'delete'];

/** So many stand in a row, in lines no longer than this, in UTF-16 units. */
const MOST = 5;
const LONGEST = 200;

/** One command for several: /won 1 and 2, /resolve Maya and Tom. Gives a line for each of them; undefined: it is about one. */
export async function sameOrderIn(ctx: Context, line: string): Promise<string[] | undefined> {
  const command = commandOf(line);
  const words = splitFirst(line)[1].trim();
  if (!command || words.length > LONGEST || words.includes('\n')) return undefined;
  const { name } = command;
  const numbers = NUMBERED.includes(name) ? await numbersOf(ctx, words) : undefined;
  const each =
    numbers ?? (ABOUT_SOMEBODY.includes(name) || BARE.includes(name) ? await peopleIn(ctx, command, words) : undefined);
  return each?.map((one) => `/${name} ${one}`);
}

/** Leads by their numbers; where only a blank or a comma parts them, each has to be there. */
async function numbersOf(ctx: Context, words: string): Promise<string[] | undefined> {
  const { typed, sure } = numbersFirst(words) ?? { typed: '', sure: false };
  const ids = idsIn(typed) ?? [];
  if (ids.length < 2 || ids.length > MOST) return undefined;
  for (const id of sure ? [] : ids) if (!(await loadLead(ctx.tx, id))) return undefined;
  const behind = words.slice(typed.length).trim();
  return ids.map((id) => `${id} ${behind}`.trim());
}

interface Part {
  who: string;
  left: string;
  ids: string[];
}

async function peopleIn(ctx: Context, { name }: AnyCommand, words: string): Promise<string[] | undefined> {
  const typed = words.split(IN_ROW);
  if (typed.length < 2 || typed.length > MOST) return undefined;
  const whole = await byWholeName(ctx, withoutTags(words));
  if (whole && IN_ROW.test(whole.name)) return undefined;
  const parts: Part[] = [];
  for (const one of typed) {
    const part = await personFirst(ctx, one);
    if (!part) return undefined;
    parts.push(part);
  }
  if (new Set(parts.map(({ ids }) => ids.join())).size < parts.length) return undefined;
  // in front of others only what can be nothing of a name
  if (parts.some(({ left }, nth) => !isOwn(name, left, nth === parts.length - 1))) return undefined;
  // tags stand behind all they are for
  const leftOf = (nth: number): string =>
    name === 'tag' ? (parts.slice(nth).find(({ left }) => left !== '')?.left ?? '') : parts[nth]!.left;
  return parts.map(({ who }, nth) => `${who} ${leftOf(nth)}`.trim());
}

function isOwn(name: AnyCommand['name'], left: string, isLast: boolean): boolean {
  if (name === 'tag') return left === '' ? !isLast : left.split(/\s+/u).every(isTag);
  if (left === '') return true;
  return name === 'won' ? /^\D{0,3}\d/u.test(left) : isLast && !BARE.includes(name);
}

const isTag = (word: string): boolean => tagIn(word.replace(/^[-－]/u, '')) !== undefined;
const withoutTags = (words: string): string =>
  words
    .split(/\s+/u)
    .filter((word) => !isTag(word))
    .join(' ');

/** Whom the words begin with: by a ref, a whole name, or a part of one before a blank. */
async function personFirst(ctx: Context, words: string): Promise<Part | undefined> {
  const [first, rest] = splitFirst(words);
  const ref = explicitContact(first);
  if (ref) return { who: first, left: rest, ids: [ref] };
  if (idIn(first)) return undefined;
  const whole = await byWholeName(ctx, words);
  if (whole) return { who: whole.name, left: whole.left.trim(), ids: whole.ids };
  const [cut] = nameCuts(words);
  if (!cut || isSayingBefore(cut.name, cut.left) || !/^\p{Script=Latin}/u.test(cut.name)) return undefined;
  const { ids } = await called(ctx, cut.name);
  return ids.length > 0 ? { who: cut.name, left: cut.left.trim(), ids } : undefined;
}
