import type { Sql } from '../../db/sql.ts';
import { headWords } from '../../text/cut.ts';
import { fold } from '../../text/fold.ts';
import { narrow, normaliseEmail } from '../../text/normalise.ts';
import { normalisePhone } from '../../text/person/phone.ts';
import { ownDomain, tellingLocalPart } from '../../text/public_mail.ts';
import type { Context } from '../context.ts';
import type { Evidence } from '../merge/proposal.ts';
import { type Contact, contactByIdentity, identitiesOf, loadContact, type Marks, ownersOf } from '../people/contact.ts';
import type { Resolved } from '../people/resolve.ts';
import { sameName, spokenNames } from '../people/same_name.ts';
import { isHan, WHOLE, wordsIn } from '../people/search_keys.ts';
import { EMAIL, holdersOfMarks, holdersOfSigns, type Identity, PHONE } from '../people/sign.ts';
import { isNumbered, numbersAmong } from '../sell/order_number.ts';
import { propose } from './proposal_card.ts';

/** Somebody who may be the contact just touched. */
export interface Candidate {
  id: string;
  evidence: Evidence;
}

/** The contact just touched, as it was resolved. */
export type Touched = Contact & Pick<Resolved, 'changed' | 'owns'>;

/** What of a contact may point to another one: with what they came, and what they wrote. */
export interface Touch extends Marks {
  /** What they wrote themselves. */
  words?: string;
}

interface Touching {
  contact: Touched;
  touch: Touch;
}

/** How much of a message is searched, and how many of the addresses in it are looked up, at most. */
const LONGEST_WORDS = 4000;
const MOST_ADDRESSES = 6;
/** At most so many people of one name at one domain. */
const MOST_ALIKE = 3;

const EMAILS = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,100}\.[a-z]{2,24}/gi;
const PHONES = /[+(]?\d[\d\s().-]{5,20}\d/g;

/**
 * Whether somebody else is the same person as the contact just touched: then the owner is asked, never is anybody merged by
 * itself. Each look is by an index, and most messages need none: they name no address and bring nothing new.
 */
export const lookAlike = async (ctx: Context, contact: Touched, touch: Touch): Promise<void> =>
  proposeAlike(ctx, contact, await seemAlike(ctx, contact, touch));

/** Who else may be the same person, and what speaks for it: only looked up, so that it may be asked beside anything else. */
export const seemAlike = async (ctx: Context, contact: Touched, touch: Touch): Promise<Candidate[]> =>
  (await seemAlikeEach(ctx, [{ contact, touch }]))[0]!;

/**
 * The same of each of several different people, in the order in which they were made: each is looked for by those behind it. As many
 * statements as for one of them, but for what they wrote.
 */
export async function seemAlikeEach(ctx: Context, all: readonly Touching[]): Promise<Candidate[][]> {
  const [held, called, worded] = await Promise.all([
    holdersOfEach(ctx.tx, all),
    namesakesOfEach(ctx.tx, all),
    Promise.all(all.map((one) => wordedOf(ctx, one))),
  ]);
  return all.map((_, nth) => [...held[nth]!, ...worded[nth]!.named, ...called[nth]!, ...worded[nth]!.byOrder]);
}

/** Whom they mean in what they wrote. */
async function wordedOf(ctx: Context, { contact, touch }: Touching) {
  const words = narrow(headWords(touch.words ?? '', LONGEST_WORDS));
  const [named, byOrder] = await Promise.all([
    namedOf(ctx.tx, contact.id, addressesIn(words, ctx.settings.country)),
    namesakesByOrder(ctx.tx, contact, words),
  ]);
  return { named, byOrder };
}

/** Asks the owner about each of them. */
export async function proposeAlike(ctx: Context, contact: Touched, candidates: readonly Candidate[]): Promise<void> {
  for (const other of new Set(candidates.map(({ id }) => id))) {
    const evidence = candidates.filter(({ id }) => id === other).map((candidate) => candidate.evidence);
    await propose(ctx, contact.id, other, evidence);
  }
}

/** Who owns the addresses that somebody mentions, if they are not their own. */
async function namedOf(sql: Sql, contactId: string, addresses: Identity[]): Promise<Candidate[]> {
  if (addresses.length === 0) return [];
  const owners = await ownersOf(sql, addresses);
  return owners
    .filter(({ contact }) => contact.id !== contactId)
    .map(({ contact: { id }, identity: { channel, address } }) => {
      return { id, evidence: { kind: 'named', by: contactId, value: address, channel } };
    });
}

/** Who else the addresses of each are, or may be. */
async function holdersOfEach(sql: Sql, all: readonly Touching[]): Promise<Candidate[][]> {
  const brought = all.map(({ contact, touch: { identities, signs = [] } }) => {
    const marks: Identity[] = [...identities, ...signs];
    return contact.changed || marks.length > 1 ? marks : [];
  });
  const marks = brought.flat();
  const holders = marks.length > 0 ? await holdersOfMarks(sql, marks) : [];
  return all.map(({ contact: { id: by } }, nth) =>
    holders
      .filter(({ id, channel, address }) => {
        return id !== by && brought[nth]!.some((one) => one.channel === channel && one.address === address);
      })
      .map(({ id, kind, channel, address }) => ({ id, evidence: { kind, by, value: address, channel } })),
  );
}

/** Whoever has this sign, or is known by it, and is called so. */
export async function namesakeWith(sql: Sql, sign: Identity, name: string): Promise<Contact | undefined> {
  const owner = await contactByIdentity(sql, [{ channel: sign.channel, address: sign.address }]);
  for (const one of [...(owner ? [owner] : []), ...(await holdersOfSigns(sql, [sign]))]) {
    if (one.name === name || (await sameName(one.name, name))) return loadContact(sql, one.id);
  }
  return undefined;
}

/** Mail addresses and phone numbers that stand in the words. */
export function addressesIn(words: string, country: string): Identity[] {
  const emails = (words.match(EMAILS) ?? []).slice(0, MOST_ADDRESSES).map(normaliseEmail);
  const rest = words.replace(EMAILS, ' ');
  const phones = (rest.match(PHONES) ?? []).slice(0, MOST_ADDRESSES).map((text) => normalisePhone(text, country));
  const found = (channel: string) => (address: string | undefined) => (address ? [{ channel, address }] : []);
  return [...emails.flatMap(found(EMAIL)), ...phones.flatMap(found(PHONE))];
}

/** What of somebody finds people of their name: the names, and the parts of addresses that one of them has too. */
interface NameAsked {
  names: readonly string[];
  marks: ReturnType<typeof marksOf>;
}

async function askedOf(sql: Sql, { contact }: Touching): Promise<NameAsked> {
  const names = contact.changed ? await spokenNames(contact.name) : [];
  if (names.length === 0) return { names, marks: [] };
  const marks = (contact.owns ?? (await identitiesOf(sql, contact.id))).flatMap(marksOf);
  return { names: [...new Set([...names, ...endsOf(contact.name)])], marks };
}

/** People of the same name at the same company, or with the same name before the @; at a company one name may be short for the other. */
async function namesakesOfEach(sql: Sql, all: readonly Touching[]): Promise<Candidate[][]> {
  const asked = await Promise.all(all.map((one) => askedOf(sql, one)));
  const looks = asked.flatMap(({ names, marks }, nth) =>
    marks.flatMap(({ key }) =>
      names.map((name) => ({ nth, own: all[nth]!.contact.id, name: WHOLE + name, mark: key })),
    ),
  );
  if (looks.length === 0) return all.map(() => []);
  const here = all.map(({ contact }) => contact.id);
  const rows = await sql<FoundAlike & { nth: number }>`
    select distinct a.nth, c.id, c.name, a.mark
    from unnest(
      (select ${looks.map(({ nth }) => nth)}::int[]), (select ${looks.map(({ own }) => own)}::bigint[]),
      (select ${looks.map(({ name }) => name)}::text[]), (select ${looks.map(({ mark }) => mark)}::text[])
    ) a (nth, own, name, mark)
    cross join lateral (
      -- all of them first: for a few rows the planner would rather read the table until it has met them
      with alike as materialized (
        select id, name from contacts
        where search_keys @> array[a.name, a.mark] and not (id >= a.own and id = any(${here}::bigint[]))
      )
      select id, name from alike limit ${MOST_ALIKE}
    ) c
    order by a.nth, c.id`;
  return Promise.all(
    all.map(({ contact }, nth) => {
      const found = rows.filter((row) => row.nth === nth);
      return alikeAmong(contact, asked[nth]!.marks, found);
    }),
  );
}

interface FoundAlike {
  id: string;
  name: string;
  mark: string;
}

async function alikeAmong(
  contact: Touched,
  marks: NameAsked['marks'],
  rows: readonly FoundAlike[],
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const { id, name, mark } of rows) {
    const { kind, value } = marks.find(({ key }) => key === mark)!;
    const isSame = await sameName(contact.name, name);
    if (!isSame && !(kind === 'domain' && isShortFor(contact.name, name))) continue;
    if (!candidates.some((one) => one.id === id)) {
      candidates.push({ id, evidence: { kind: isSame ? 'name' : 'short', by: contact.id, value: name } });
    }
    candidates.push({ id, evidence: { kind, by: contact.id, value } });
  }
  return candidates;
}

/** The first and the last word of a name in letters: one of them stands in a shorter form of it, too. */
function endsOf(name: string): string[] {
  const words = wordsIn(fold(name)).filter((word) => !isHan(word));
  return words.length > 1 ? [words[0]!, words.at(-1)!] : [];
}

/** So much of a first name stands for it: Jon for Jonathan. */
const SHORTEST_FORM = 3;

/** Whether one name is the other without its last words, or with its first word cut short: Bea and Bea Stone, Jon and Jonathan Smith. Not of Chinese names. */
function isShortFor(one: string, other: string): boolean {
  const [short, long] = [one, other]
    .map((name) => wordsIn(fold(name)))
    .sort((a, b) => a.join('').length - b.join('').length) as [string[], string[]];
  if (short.length === 0 || [...short, ...long].some(isHan)) return false;
  if (short.length < long.length && short.every((word, nth) => word === long[nth])) return true;
  const isCut = short[0]!.length >= SHORTEST_FORM && long[0]!.startsWith(short[0]!);
  return short.length > 1 && long.length > 1 && isCut && short.at(-1) === long.at(-1);
}

/** The parts of a mail address that few people share, as the keys by which a contact is found. */
function marksOf({ address }: Identity): { kind: 'domain' | 'local'; value: string; key: string }[] {
  const [local, host, ...more] = address.toLowerCase().split('@');
  if (!local || !host || more.length > 0) return [];
  const domain = ownDomain(host);
  const telling = tellingLocalPart(local);
  return [
    ...(domain ? [{ kind: 'domain' as const, value: domain, key: `@${domain}` }] : []),
    ...(telling ? [{ kind: 'local' as const, value: telling, key: `${telling}@` }] : []),
  ];
}

/** A namesake whose order they asked about. */
async function namesakesByOrder(sql: Sql, contact: Contact, words: string): Promise<Candidate[]> {
  const named = numbersAmong(words).slice(0, MOST_ADDRESSES);
  if (named.length === 0 || contact.name === '') return [];
  const rows = await sql<{ id: string; name: string; number: string }>`
    select c.id, c.name, o.number from orders o join contacts c on c.id = o.contact_id
    where ${isNumbered(sql, sql`o.number`, named)} and o.contact_id <> ${contact.id} limit ${MOST_ALIKE}`;
  const candidates: Candidate[] = [];
  for (const { id, name, number } of rows) {
    if (!(await sameName(contact.name, name))) continue;
    candidates.push({ id, evidence: { kind: 'name', by: contact.id, value: name } });
    candidates.push({ id, evidence: { kind: 'order', by: contact.id, value: number } });
  }
  return candidates;
}
