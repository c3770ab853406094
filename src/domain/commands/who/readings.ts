import { answersIn } from '../../../db/once.ts';
import { headWords } from '../../../text/cut.ts';
import { foldText } from '../../../text/fold.ts';
import { gluedWords } from '../../../text/person/border.ts';
import { readPerson } from '../../../text/person/person.ts';
import { normalisePhone } from '../../../text/person/phone.ts';
import { titledFirst, titledIn } from '../../../text/person/vocative.ts';
import { isNumber, mayBeginWords } from '../../../text/person/whom/name_end.ts';
import { calledAs } from '../../people/called.ts';
import { formerNames } from '../../people/former_name.ts';
import { BY_USER, looksLikeAddress } from '../../people/name.ts';
import { sameName } from '../../people/same_name.ts';
import { findContacts } from '../../people/search.ts';
import { EMAIL, type Identity, PHONE } from '../../people/sign.ts';
import type { CommandContext } from '../command.ts';
import { type Cut, isMoreName, isPartOf, nameCuts } from './naming.ts';
import { holdersOfAny, provenBy, type Reading } from './proof.ts';
import { personOf } from './ref.ts';

type Asking = Pick<CommandContext, 'tx' | 'settings'>;

/** So many people are offered. */
export const MAX_CHOICES = 8;
const MOST_OF_A_NAME = 60;

/** Everybody who has a name, whole. */
interface Whole extends Reading {
  /** A user gave it to each of them. */
  chosen: boolean;
}

/**
 * Every way to read a person off the front of the words: what proves who is meant, then the longest whole name with all it may be part
 * of, then shorter ones where the rest of the longest may be words. One way with one person: there is nothing to ask.
 */
export async function readingsOf(ctx: Asking, words: string): Promise<Reading[]> {
  const proven = await provenBy(ctx, words);
  const wholes = await wholeNames(ctx, words);
  // whoever calls themselves like an order's number is not who placed it
  const [longest, ...shorter] = wholes.filter(({ name, chosen }) => chosen || name.length > (proven?.name.length ?? 0));
  const named = longest ? await namedReadings(ctx, words, longest, shorter) : [];
  if (!proven) return named;
  return [proven, ...named].filter(
    ({ ids }, nth) => nth === 0 || ids.length !== 1 || proven.ids.length !== 1 || ids[0] !== proven.ids[0],
  );
}

/** Everybody called so whole, of the longest name at the front of the words. */
export const byWholeName = async (ctx: Asking, words: string): Promise<Reading | undefined> =>
  (await wholeNames(ctx, words))[0];

async function namedReadings(ctx: Asking, words: string, longest: Whole, shorter: Whole[]): Promise<Reading[]> {
  const readings: Reading[] = [await withParts(ctx, longest)];
  const behind = words.trim().slice(longest.name.length);
  if (/^\s*[:：]/u.test(behind)) return readings;
  const cuts = nameCuts(words).filter(({ name }) => name.length < longest.name.length);
  for (const cut of cuts.reverse()) {
    const end = longest.name.slice(cut.name.length);
    const own = shorter.find(({ name }) => name === cut.name)?.ids ?? [];
    const torn = mayBeginWords(end, behind) && (own.length > 0 || isNumber(end));
    // a name that a user gave is what it says, unless another's is the beginning of it
    if (!torn && (longest.chosen || isMoreName(cut.name, end))) continue;
    if (longest.chosen && own.length === 0) continue;
    const known = readings.flatMap(({ ids }) => ids);
    const { ids } = longest.chosen ? { ids: own } : await withParts(ctx, { ...cut, ids: own });
    const others = ids.filter((id) => !known.includes(id));
    if (others.length > 0) readings.push({ ...cut, ids: others });
    else if (torn && ids.length > 0) readings.push({ ...cut, ids: ids.slice(0, 1) });
  }
  return readings;
}

/** Nobody is called so now: who was is asked about. */
export const isFormer = ({ ids, former = [] }: Reading): boolean => ids.every((id) => former.includes(id));

/** And whoever is called so in part, or in other letters, or was. Who has been known longest comes first: not everybody can be offered. */
async function withParts<One extends Reading>(ctx: Asking, reading: One): Promise<One> {
  const ids = [...reading.ids];
  const found = await findContacts(ctx.tx, reading.name, ids.length + MAX_CHOICES);
  const former = await formerNames(
    ctx.tx,
    found.map(({ id }) => id),
  );
  for (const { id, name, alike } of found) {
    if (alike || ids.includes(id)) continue;
    const names = [name, ...(former.get(id) ?? [])];
    if (names.some((one) => isPartOf(one, reading.name)) || (await sameName(name, reading.name))) ids.push(id);
  }
  return { ...reading, ids: ids.sort((one, other) => Number(BigInt(one) - BigInt(other))) };
}

/** Those of the runs of leading words that are whole names, the longest first. */
async function wholeNames(ctx: Asking, words: string): Promise<Whole[]> {
  const cuts = nameCuts(words);
  const rows = await called(
    ctx,
    cuts.map(({ name }) => name),
  );
  return cuts.reverse().flatMap((cut: Cut) => {
    const having = rows.filter(({ folded }) => folded === foldedName(cut.name));
    if (having.length === 0) return [];
    const now = having.filter(({ former }) => !former).map(({ id }) => id);
    const ids = [...new Set([...now, ...having.map(({ id }) => id)])];
    const former = ids.filter((id) => !now.includes(id));
    return { ...cut, ids, former, chosen: having.every(({ chosen }) => chosen) };
  });
}

const foldedName = (name: string): string => foldText(name.replace(/\s+/gu, ' '));

/** Whoever goes by this name, whatever it looks like and whoever gave it. */
export async function callThemselves(ctx: Asking, name: string): Promise<string[]> {
  const rows = await ctx.tx<{ id: string }>`
    select id from contacts where fold_text(name) = ${foldedName(name)} order by id limit ${MAX_CHOICES}`;
  return rows.map(({ id }) => id);
}

/** Who fits a title at the front of the words, if anybody does: 王先生 茶发了, Mr Fox proofs. Chinese words that nobody fits are none. */
export async function byTitle(ctx: Asking, words: string): Promise<Reading | undefined> {
  const named = titledFirst(words.trim());
  const found = named.length > 0 ? await calledAs(ctx.tx, named) : [];
  const fits = named.findIndex((_, nth) => found[nth]!.length > 0);
  const read = named[fits] ?? named.findLast(({ isSurname, said }) => !isSurname && !/\s/u.test(said));
  return read && { name: read.name, left: read.left, ids: found[fits] ?? [] };
}

interface Called {
  id: string;
  folded: string;
  /** A user gave it. */
  chosen: boolean;
  /** They are called something else now. */
  former: boolean;
}

/** What was answered before in this transaction: of which names, and everybody who has them. */
interface Known {
  names: ReadonlySet<string>;
  rows: readonly Called[];
}
const KNOWN = 'called';

/** Whoever has one of these names, or had it. An address or a number is nobody's name, unless a user has given it. */
async function called({ tx }: Asking, typed: string[]): Promise<Called[]> {
  const names = typed.map(foldedName);
  const answers = answersIn(tx);
  const known = (answers?.get(KNOWN) ?? []) as readonly Known[];
  const before = known.find((one) => names.every((name) => one.names.has(name)));
  const rows = before?.rows.filter(({ folded }) => names.includes(folded)) ?? (await askCalled(tx, names));
  if (!before && rows.length < MOST_OF_A_NAME)
    answers?.set(KNOWN, [...((answers.get(KNOWN) ?? []) as readonly Known[]), { names: new Set(names), rows }]);
  return rows.filter(({ folded, chosen }) => chosen || !looksLikeAddress(folded));
}

const askCalled = (tx: Asking['tx'], names: readonly string[]) =>
  tx<Called>`
    select * from (
      select id, fold_text(name) as folded, name_from is not distinct from ${BY_USER} as chosen, false as former from contacts
      where fold_text(name) = any(${[...names]})
      union all
      select contact_id, fold_text(address), false, true from contact_signs
      where source = 'former' and fold_text(address) = any(${[...names]})
      union all
      select contact_id, fold_text(known_as), false, true from contact_identities
      where known_as is not null and fold_text(known_as) = any(${[...names]})
    ) called
    order by length(folded) desc, former, id limit ${MOST_OF_A_NAME}`;

/**
 * Everybody who may be meant by a ref alone, or in a sentence: whose address or number stands in it, else whose whole name
 * ("给张三打电话", "call Anna Smith").
 */
export async function namedIn(ctx: Asking, sentence: string): Promise<string[]> {
  const person = await personOf(ctx.tx, sentence.trim());
  if (person) return [person.contact.id];
  const proven = await holdersOfAny(ctx, addressesIn(sentence, ctx.settings.country));
  if (proven.length > 0) return proven;
  const rows = await called(ctx, [...hanRuns(sentence), ...wordRuns(sentence)]);
  const longest = rows.filter(({ folded }) => !rows.some((other) => isInside(folded, other.folded)));
  const ids = [...new Set(longest.map(({ id }) => id))];
  const [name, ...others] = new Set(longest.map(({ folded }) => folded));
  if (name === undefined) return [...new Set((await calledAs(ctx.tx, titledIn(sentence))).flat())];
  return others.length > 0 ? ids : (await withParts(ctx, { name, left: '', ids })).ids;
}

/** Whether somebody in the sentence is called by a surname and a title: 王总 may be another who has that surname. */
export const isTitled = async (ctx: Asking, sentence: string, id: string): Promise<boolean> => {
  const titled = titledIn(sentence);
  const ids = titled.length > 0 ? (await calledAs(ctx.tx, titled)).flat() : [];
  return ids.includes(id) && (await called(ctx, [...hanRuns(sentence), ...wordRuns(sentence)])).length === 0;
};

function addressesIn(sentence: string, country: string): Identity[] {
  const { emails, phones } = readPerson(sentence, country);
  const numbers = phones.flatMap((phone) => normalisePhone(phone, country) ?? []);
  return [
    ...emails.map((address) => ({ channel: EMAIL, address })),
    ...numbers.map((address) => ({ channel: PHONE, address })),
  ];
}

/** A name that stands in the sentence only as a piece of a longer one. */
function isInside(name: string, longer: string): boolean {
  if (longer.length <= name.length) return false;
  return /\p{Script=Han}/u.test(name) ? longer.includes(name) : isPartOf(longer, name);
}

function hanRuns(sentence: string): string[] {
  const chars = [...headWords(sentence, 200)];
  const runs: string[] = [];
  for (let length = 2; length <= 4; length++) {
    for (let start = 0; start + length <= chars.length; start++) {
      const run = chars.slice(start, start + length).join('');
      if (/^\p{Script=Han}+$/u.test(run)) runs.push(run);
    }
  }
  return runs;
}

function wordRuns(sentence: string): string[] {
  const text = headWords(sentence, 200).toLowerCase();
  const runs = [text.match(/[\p{L}\p{N}'.-]+/gu) ?? [], ...gluedWords(text)];
  return runs.flatMap((words) =>
    words.flatMap((_, start) => [1, 2, 3].map((length) => words.slice(start, start + length).join(' '))),
  );
}
