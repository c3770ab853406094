import { formerNames } from '../../people/former_name.ts';
import { looksLikeAddress } from '../../people/name.ts';
import { findContacts } from '../../people/search.ts';
import type { CommandContext } from '../command.ts';
import { type Cut, isNamedBy, isSayingBefore, nameCuts, nearness } from './naming.ts';
import { provenBy, type Reading } from './proof.ts';
import { byWholeName, MAX_CHOICES } from './readings.ts';

type Asking = Pick<CommandContext, 'tx' | 'settings'>;
type Named = { id: string; name: string };

/** Whose name stands before the words of a command under a card: its own person's, or somebody else's. */
export type InFront = { own: Cut } | { others: Reading[] };

/** Fewer digits are rather an amount than somebody's number. */
const FEWEST_DIGITS = 7;

/**
 * Undefined: the words begin with no name. A word that sentences begin with is none, but where a sign says so (`marked`) or somebody
 * is called just that.
 */
export async function nameInFront(
  ctx: Asking,
  card: Named,
  words: string,
  marked: boolean,
): Promise<InFront | undefined> {
  const own = ownName(card.name, words);
  const whole = await byWholeName(ctx, words);
  if (whole && isNow(whole, card.id)) return { own: whole };
  if (whole && whole.name.length >= (own?.name.length ?? 0)) return { others: [without(whole, card.id)] };
  if (own) return { own };
  const proven = await provenOther(ctx, card, words);
  const others = proven ? [proven] : await partlyNamed(ctx, words, marked || isMarked(words));
  return others.length > 0 ? { others } : undefined;
}

/** A name with a colon behind it. */
export const isMarked = (words: string): boolean => /^[^\s:：]+\s?[:：](?![()-])/u.test(words.trim());

const isNow = ({ ids, former = [] }: Reading, id: string): boolean =>
  ids.includes(id) && (!former.includes(id) || ids.every((one) => former.includes(one)));

const without = (reading: Reading, id: string): Reading => ({
  ...reading,
  ids: reading.ids.filter((one) => one !== id),
});

/** As much of the front of the words as is said of the card's person. */
const ownName = (name: string, words: string): Cut | undefined =>
  nameCuts(words).findLast((cut) => isName(cut.name) && isNamedBy(name, cut.name));

const isName = (typed: string): boolean => /\p{L}/u.test(typed) && !looksLikeAddress(typed);

async function provenOther(ctx: Asking, card: Named, words: string): Promise<Reading | undefined> {
  const [cut] = nameCuts(words);
  if (!cut || !looksLikeAddress(cut.name)) return undefined;
  const proven = await provenBy(ctx, words);
  const telling = proven && (/@/.test(proven.name) || proven.name.replace(/\D/g, '').length >= FEWEST_DIGITS);
  return telling && !proven.ids.includes(card.id) ? proven : undefined;
}

/** Who is called by the first word: by a word of their name, or by how it begins where they are the only one. */
async function partlyNamed(ctx: Asking, words: string, marked: boolean): Promise<Reading[]> {
  const [first] = nameCuts(words);
  if (!first || !isName(first.name) || (isSayingBefore(first.name, first.left) && !marked)) return [];
  const found = await findContacts(ctx.tx, first.name, MAX_CHOICES);
  const ids = found.map(({ id }) => id);
  const former = await formerNames(ctx.tx, ids);
  const namesOf = ({ id, name }: Named): string[] => [name, ...(former.get(id) ?? [])];
  const named = found.filter((one) => namesOf(one).some((name) => isNamedBy(name, first.name)));
  const begun =
    found.length === 1 && mayBegin(first.name) ? found.filter(({ name }) => nearness(name, first.name)) : [];
  const readings = new Map<string, Reading>();
  for (const one of named.length > 0 ? named : begun) {
    const cut = namesOf(one).flatMap((name) => ownName(name, words) ?? [])[0] ?? first;
    const known = readings.get(cut.name);
    readings.set(cut.name, { ...cut, ids: [...(known?.ids ?? []), one.id] });
  }
  return [...readings.values()];
}

/** Small letters begin words rather than names. */
const mayBegin = (typed: string): boolean => /^\p{Script=Han}{2}/u.test(typed) || /^\p{Lu}\p{L}{2}/u.test(typed);
