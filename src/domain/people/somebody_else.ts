import type { Tx } from '../../db/sql.ts';
import { fold } from '../../text/fold.ts';
import { isNobodysName } from '../../text/nobody.ts';
import type { Known, Marks, NewContact } from './contact.ts';
import { looksLikeAddress } from './name.ts';
import { sameName } from './same_name.ts';
import { wordsIn } from './search_keys.ts';
import { EMAIL, PHONE } from './sign.ts';

/**
 * Whether whoever comes by this account may be another than its holder: with a mail address that is none of the holder's, who has one, in
 * whatever is no record of the account itself; with a new mail address or phone and not under the holder's whole name; without a mail
 * address under a name that has nothing of the holder's. An own system may give one id to many (its counter's, a test's), and what one of
 * them is written would leave for another.
 */
export async function isSomebodyElse(
  tx: Tx,
  { contact, identity }: Known,
  {
    marks: { identities, signs = [] },
    draft: { name },
    byRecord,
  }: { marks: Marks; draft: NewContact; byRecord?: boolean },
): Promise<boolean> {
  const marks = [...identities, ...signs];
  const mails = identities.filter(({ channel }) => channel === EMAIL).map(({ address }) => address);
  const phones = marks.filter(({ channel }) => channel === PHONE).map(({ address }) => address);
  if (mails.length + phones.length === 0 && (byRecord || name === '')) return false;
  const [held] = await tx<{
    hasMail: boolean;
    hasPhone: boolean;
    isMailed: boolean;
    isReached: boolean;
    names: string[];
  }>`
    with own as materialized (
      select channel, address from contact_identities where contact_id = ${contact.id} and channel in (${EMAIL}, ${PHONE})
      union all select channel, address from contact_signs where contact_id = ${contact.id} and channel = ${PHONE}
    )
    select
      exists (select from own where channel = ${EMAIL} and address = any(${mails}::text[])) as "hasMail",
      exists (select from own where channel = ${PHONE} and address = any(${phones}::text[])) as "hasPhone",
      exists (select from own where channel = ${EMAIL}) as "isMailed",
      exists (select from own) as "isReached",
      array(
        select told_name from contact_identities
        where channel = ${identity.channel} and address = ${identity.address} and told_name is not null
        union select known_as from contact_identities where contact_id = ${contact.id} and known_as is not null
        union select address from contact_signs where contact_id = ${contact.id} and source in ('former', 'writer')
      ) as names`;
  const { hasMail, hasPhone, isMailed, isReached, names } = held!;
  if (hasMail) return false;
  if (mails.length > 0 && isMailed && !byRecord) return true;
  const called = [contact.name, ...names].filter((one) => one !== '' && !looksLikeAddress(one));
  if (mails.length === 0 && (hasPhone || phones.length === 0)) return !byRecord && (await isNoneOf(name, called));
  // of the holder nothing is known yet, or only the phone with which they come
  if (called.length === 0 && (hasPhone || !isReached)) return false;
  for (const one of called) if ((await isSurelyOne(name, one)) || (hasPhone && isAlike(name, one))) return false;
  return true;
}

/** Whether two names are surely one person's: a first and a last name, the same also read aloud. Guest, Counter 2 and Maria are many's. */
export async function isSurelyOne(one: string, other: string): Promise<boolean> {
  const words = wordsOf(one);
  const isWhole = words.length > 1 || /^\p{Script=Han}{2,4}$/u.test(words.join(''));
  if (!isWhole || isNobodysName(one) || looksLikeAddress(one)) return false;
  return holdsAll(one, other, 2) || sameName(one, other);
}

/** Whether two names may be one person's: all words of the shorter stand in the other. */
const isAlike = (one: string, other: string): boolean => !isNobodysName(one) && holdsAll(one, other, 1);

/** Whether a name is none of these nor short for one: 王芳 is not 王伟, nor Tom Berg Ann Berg; A. Berg, Ann, 王先生 may be. */
async function isNoneOf(name: string, called: readonly string[]): Promise<boolean> {
  if (name === '' || looksLikeAddress(name) || called.length === 0) return false;
  for (const one of called) if (mayBeShortFor(name, one) || (await sameName(name, one))) return false;
  return true;
}

/** Whether each word of the shorter name, or its initial, stands in the other; of a form of address the family name counts. */
function mayBeShortFor(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (short!.every((word) => long!.some((whole) => whole === word || isInitial(word, whole) || isInitial(whole, word))))
    return true;
  const isHan = HAN.test(one) && HAN.test(other);
  return isHan && (isNobodysName(one) || isNobodysName(other)) && one[0] === other[0];
}

const isInitial = (one: string, whole: string): boolean => /^\p{Script=Latin}$/u.test(one) && whole.startsWith(one);

/** Whether one is the other without some of its words, and has as many at least. */
function holdsAll(one: string, other: string, least: number): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return short!.length >= least && short!.every((word) => long!.includes(word));
}

const HAN = /^\p{Script=Han}/u;

const wordsOf = (name: string): string[] => wordsIn(fold(name));
