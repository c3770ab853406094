import { saysEverybody } from '../../../text/person/people_said.ts';
import { namesOfRow } from '../../../text/person/whom/row_said.ts';
import { type OthersNamed, othersNamed } from '../../../text/sentence/front/others_named.ts';
import { type Asking, called, gluedName } from './addressed.ts';
import { groupsIn } from './each/group.ts';
import type { Named } from './each/to_each.ts';
import { isMoreName, nameCuts } from './naming.ts';
import type { Reading } from './proof.ts';

const MARKS = /^[\s,，:：;；)）]+/u;

/** Who is named beside words, and what is done with them. */
export interface Others extends Pick<OthersNamed, 'does' | 'words' | 'ours'> {
  /** Whom it is not for already; without ids: nobody is known by that name. */
  named: Named[];
  /** The filter of many whom each of these names means, '' of everybody; undefined: it is no group. */
  groups: (string | undefined)[];
}

/** Whether the desk knows one of them. */
export const knowsOne = ({ named, groups }: Others): boolean =>
  named.some(({ ids }, nth) => ids.length > 0 || groups[nth] !== undefined);

/** Of those who are to get it as well, or instead, whoever is known. */
export const toldBeside = ({ does, named }: Others): Pick<Reading, 'name' | 'ids'>[] =>
  does === 'adds' || does === 'instead'
    ? named.filter(({ ids }) => ids.length > 0).map(({ typed, ids }) => ({ name: typed, ids: [...ids] }))
    : [];

/** Who is named beside words for somebody (`id`). Undefined: all of the words are said to them. */
export async function othersIn(ctx: Asking, text: string, id: string | undefined): Promise<Others | undefined> {
  let perhaps: Others | undefined;
  const groups: Groups = new Map();
  for (const one of othersNamed(text)) {
    const others = one.at === 'glued' ? await gluedIn(ctx, one) : await namedIn(ctx, one, groups);
    if (!others) continue;
    const isTheirs = others.named.map(({ ids }) => ids.length > 0 && ids.every((known) => known === id));
    const isOther = (_: unknown, nth: number) => !isTheirs[nth];
    const left = { ...others, named: others.named.filter(isOther), groups: others.groups.filter(isOther) };
    if (knowsOne(left)) return left;
    if (one.certain || isTheirs.includes(true)) perhaps ??= left;
  }
  return perhaps;
}

async function gluedIn(ctx: Asking, { does, whom, ours }: OthersNamed): Promise<Others | undefined> {
  const found = await gluedName(ctx, whom, called);
  const words = found?.left.replace(MARKS, '');
  if (!found || !words) return undefined;
  return {
    does,
    words,
    ours: `${ours}${found.name}`,
    named: [{ typed: found.name, ids: found.ids }],
    groups: [undefined],
  };
}

/** What each name that was asked about means as a group: all tags are read for that, so it is asked once of all of them. */
type Groups = Map<string, string | undefined>;

async function askGroups(ctx: Asking, names: readonly string[], groups: Groups): Promise<void> {
  const asked = names.filter((name) => !groups.has(name) && !saysEverybody(name));
  if (asked.length === 0) return;
  const found = await groupsIn(ctx, asked);
  for (const [nth, name] of asked.entries()) groups.set(name, found[nth]);
}

/** A row of names from one of them to another, as it was typed. */
function spanOf(whom: string, first: string, last: string): string {
  const from = whom.indexOf(first);
  return whom.slice(from, whom.indexOf(last, from) + last.length);
}

async function namedIn(ctx: Asking, { does, whom, words, ours }: OthersNamed, known: Groups): Promise<Others> {
  const named: Named[] = [];
  const groups: (string | undefined)[] = [];
  const row = namesOfRow(whom);
  const spans = row.flatMap((first, nth) => row.slice(nth).map((last) => spanOf(whom, first, last)));
  await askGroups(ctx, spans, known);
  for (let rest = row; rest.length > 0; ) {
    const { taken, group, ...one } = await firstOf(ctx, whom, rest, known);
    named.push(one);
    groups.push(group);
    rest = rest.slice(taken);
  }
  return { does, words, ours, named, groups };
}

/** Whom the first of a row means: with those behind it where all of that is one name (Salt and Pepper). */
async function firstOf(
  ctx: Asking,
  whom: string,
  row: readonly string[],
  groups: Groups,
): Promise<Named & { taken: number; group?: string }> {
  const [first = ''] = row;
  for (let taken = row.length; taken > 0; taken -= 1) {
    const typed = spanOf(whom, first, row[taken - 1]!);
    if (saysEverybody(typed)) return { typed, ids: [], taken, group: '' };
    const group = groups.get(typed);
    if (group !== undefined) return { typed, ids: [], taken, group };
    const { name, ids } = await called(ctx, typed);
    if (ids.length > 0) return { typed: name, ids, taken };
  }
  return { ...((await inFront(ctx, first)) ?? { typed: first, ids: [] }), taken: 1 };
}

/** The longest name in front that somebody has: same to Bob today. */
async function inFront(ctx: Asking, typed: string): Promise<Named | undefined> {
  for (const { name, left } of nameCuts(typed).reverse()) {
    if (left === '' || (/^\p{Lu}/u.test(left) && isMoreName(name, left))) continue;
    const { ids } = await called(ctx, name);
    if (ids.length > 0) return { typed: name, ids };
  }
  return undefined;
}
