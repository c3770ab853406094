import {
  ALSO_WORDS,
  greetedInChinese,
  latinNames,
  namesGreeted,
  perhapsNames,
  spokenOfIn,
  toldBehind,
} from '../../../text/person/greeting.ts';
import { otherSpokenOf } from '../../../text/person/spoken_of.ts';
import { SAYS_ON, titledIn, vocatives } from '../../../text/person/vocative.ts';
import { tellsOfNamed } from '../../../text/person/whom/says_of.ts';
import { sentencesIn } from '../../../text/sentence/sentence.ts';
import type { Context } from '../../context.ts';
import { calledAs } from '../../people/called.ts';
import type { User } from '../../user.ts';
import { type Addressed, type Asking, addressedIn, called, gluedName, havingName } from './addressed.ts';
import { isColleague, namesColleague } from './colleague.ts';
import { isCalledSo, isNamedBy, isSaying, isSayingBefore } from './naming.ts';
import { nearlyNamed } from './nearly.ts';
import type { Reading } from './proof.ts';
import { byWholeName } from './readings.ts';
import { personOf } from './ref.ts';

/** Whose card is answered. */
interface Card {
  id: string;
  name: string;
}

/**
 * Whom words under a card, or under none, greet, name or speak of, where that is not the card's own person: somebody the desk knows, or a colleague.
 * Undefined: nobody else. `by`: who wrote them.
 */
export async function spokenTo(
  ctx: Asking & Pick<Context, 'users'>,
  text: string,
  card: Card | undefined,
  by: Pick<User, 'id'>,
): Promise<Addressed | undefined> {
  const named = await addressedIn(ctx, text);
  if (named && (named.isNote || named.ids.some((id) => id !== card?.id))) return named;
  for (const look of [byRef, spokenOf, matterOf, greeted, inFront, askedFor, nearly, parted]) {
    const found = await look(ctx, text, card);
    if (!found || !isOther(found, card)) continue;
    return (await isRatherUs(ctx, found.name, by)) ? forUs(text) : found;
  }
  return namesColleague(ctx, text, card, by) ? forUs(text) : undefined;
}

const forUs = (text: string): Addressed => ({ name: '', ids: [], words: text, isNote: true });

/** A colleague has exactly the name by which a customer would be called only in part. */
async function isRatherUs(ctx: Asking & Pick<Context, 'users'>, name: string, by: Pick<User, 'id'>): Promise<boolean> {
  return isColleague(ctx, name, by) && (await havingName(ctx, name)).ids.length === 0;
}

const isOther = ({ name, ids }: Addressed, card: Card | undefined): boolean =>
  ids.some((id) => id !== card?.id) && !(card && isNamedBy(card.name, name));

/** @c2, c2: …: as lists write somebody. A capital stands before a size rather: C4 envelopes. */
const REF = /^(?:[@＠]([cv]\d{1,18})|(c\d{1,18})(?=[\s:：,，])|(v\d{1,18})(?=[:：]))[\s:：,，]*/u;

async function byRef({ tx }: Asking, text: string): Promise<Addressed | undefined> {
  const [all = '', ...refs] = REF.exec(text) ?? [];
  const ref = refs.find(Boolean);
  const person = ref && (await personOf(tx, ref));
  return person ? saidTo({ name: ref, ids: [person.contact.id], left: text.slice(all.length) }, text) : undefined;
}

/** What parts a name from the words behind it. */
const PARTS = /^(?:[\s,，;；:：!！.。…、～~]|[-–—]+(?=\s))+/u;

/** Words said to somebody; a name alone is all that is said. */
const saidTo = ({ name, ids, left }: Reading, text: string): Addressed => ({
  ...{ name, ids, words: left.replace(PARTS, '') || text },
  isNote: false,
});

/** A name before all else is no part of what is said; behind a no, a sorry or a greeting it stays where it is. */
const greetedSo = (reading: Reading, text: string, first: boolean): Addressed =>
  first ? saidTo(reading, text) : { ...saidTo(reading, text), words: text };

async function greeted(ctx: Asking, text: string, card: Card | undefined): Promise<Addressed | undefined> {
  for (const cut of namesGreeted(text)) {
    const { ids } = await called(ctx, cut.name);
    if (ids.length > 0) return greetedSo({ ...cut, ids }, text, cut.first);
  }
  const { rest, first, mayEnd } = greetedInChinese(text);
  const found = await hanName(ctx, rest, card, mayEnd);
  if (found) return greetedSo(found, text, first);
  const behind = first ? undefined : await latinName(ctx, rest);
  return behind && greetedSo(behind, text, first);
}

/** Who is called by the Chinese characters at the front: by a name or a part of one, or by surname. */
async function hanName(
  ctx: Asking,
  rest: string,
  card: Card | undefined,
  mayEnd: (left: string) => boolean,
): Promise<Reading | undefined> {
  const named = await gluedName(ctx, rest, called, mayEnd);
  if (named) return { ...named, left: rest.slice(rest.indexOf(named.name) + named.name.length) };
  const said = titledIn(rest).find(({ index, isSurname }) => index === 0 && isSurname);
  if (!said || (card && isCalledSo(card.name, said)) || !mayEnd(said.left)) return undefined;
  const [ids = []] = await calledAs(ctx.tx, [said]);
  return ids.length > 0 ? { name: said.name, left: rest.slice(said.name.length), ids } : undefined;
}

/** Whoever is called by a name that marks, signs or the border of a line part from the rest: Your proofs are ready, Anna. */
async function parted(ctx: Asking, text: string, card: Card | undefined): Promise<Addressed | undefined> {
  const names = vocatives(text).filter(
    (one) => !(card && isCalledSo(card.name, one)) && !(isSaying(one.said) && !/^\p{Lu}/u.test(one.said)),
  );
  const found = await calledAs(ctx.tx, names);
  const ids = [...new Set(found.flat())].filter((id) => id !== card?.id);
  const nth = found.findIndex((some) => some.some((id) => id !== card?.id));
  return nth < 0 ? undefined : { name: names[nth]!.name, ids, words: text, isNote: false };
}

/** What is said of somebody the desk knows is said to nobody: whether it is to be told them, only the owner knows. */
async function spokenOf(ctx: Asking, text: string, card: Card | undefined): Promise<Addressed | undefined> {
  const { rest = '', chinese } = spokenOfIn(text) ?? {};
  const found = (chinese && (await hanName(ctx, rest, card, () => true))) || (await latinName(ctx, rest));
  if (!found) return undefined;
  const told = chinese ? toldBehind(found.left) : undefined;
  return { name: found.name, ids: found.ids, words: told ?? text, isNote: told === undefined };
}

/** What concerns somebody else: Anna's order is late. */
async function matterOf(ctx: Asking, text: string): Promise<Addressed | undefined> {
  const name = otherSpokenOf(text);
  // what says a command is asked about as one; how a thing stands moves nothing
  const { ids } =
    name === undefined || isSayingBefore(name) || sentencesIn(text).some(({ does, sure }) => sure || does !== 'move')
      ? { ids: [] }
      : await called(ctx, name);
  return name !== undefined && ids.length > 0 ? { name, ids, words: text, isNote: true } : undefined;
}

async function latinName(ctx: Asking, rest: string): Promise<Reading | undefined> {
  for (const cut of latinNames(rest)) {
    const { ids } = await called(ctx, cut.name);
    if (ids.length > 0) return { ...cut, ids };
  }
  return undefined;
}

/** A whole name with the words right behind it: 王小明茶发了, Anna Lee your proofs are ready. One word may be anything. */
async function inFront(ctx: Asking, text: string): Promise<Addressed | undefined> {
  const glued = await gluedName(ctx, text, havingName);
  if (glued?.left && !isSaying(glued.name))
    return tellsOfNamed(glued.left)
      ? { name: glued.name, ids: glued.ids, words: text, isNote: true }
      : saidTo(glued, text);
  const whole = /^\p{L}/u.test(text) ? await byWholeName(ctx, text) : undefined;
  return whole?.left && /\p{L}\s+\p{L}/u.test(whole.name) ? saidTo(whole, text) : undefined;
}

/** A word of somebody's name and what is said to them, with nothing between: tom its done. */
async function askedFor(ctx: Asking, text: string): Promise<Addressed | undefined> {
  const [cut] = latinNames(text).slice(-1);
  if (!cut || !SAYS_ON.test(cut.left) || isSayingBefore(cut.name, cut.left) || ALSO_WORDS.test(cut.name))
    return undefined;
  const { ids } = await called(ctx, cut.name);
  return ids.length > 0 ? saidTo({ ...cut, ids }, text) : undefined;
}

async function nearly(ctx: Asking, text: string, card: Card | undefined): Promise<Addressed | undefined> {
  const found = await nearlyNamed(ctx, text, card?.id);
  return found && saidTo(found, text);
}

const MOST_LOOKED_FOR = 6;

/** Everybody whose name, or a part of it, stands anywhere in the words: call Anna, 明天给小明打电话. */
export async function namedPartly(ctx: Asking, words: string): Promise<string[]> {
  const { latin, chinese } = perhapsNames(words);
  const ids: string[] = [];
  for (const word of latin.slice(0, MOST_LOOKED_FOR)) ids.push(...(await called(ctx, word)).ids);
  for (const rest of chinese.slice(0, MOST_LOOKED_FOR)) ids.push(...((await gluedName(ctx, rest, called))?.ids ?? []));
  return [...new Set(ids)];
}
