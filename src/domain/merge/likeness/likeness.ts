import { type Census, frequency } from './census.ts';
import { FIELDS, type Field, type Level } from './fields.ts';
import { explained, type Figures, type Rarity, shareOf } from './figures.ts';
import { meet, type Person } from './person.ts';

/** What one field says about two people. */
export interface Reason {
  field: Field;
  level: Level;
  /** In bits, against strangers: above 0 it speaks for one person, below 0 against. */
  weight: number;
}

/** How alike two people are. */
export interface Likeness {
  /** That they are one person, from 0 to 1. */
  probability: number;
  /** The same in bits: 0 is as likely as not, and each bit more doubles the odds. */
  weight: number;
  /** What weighs most comes first. */
  reasons: Reason[];
}

/** From here on the owner is asked. */
export const LIKELY = 0.95;

/** What is known of everybody. */
export interface Measure {
  figures: Figures;
  census: Census;
  /** How many people have a phone or mail address, those two included. */
  holders: (address: string) => number;
}

/** How alike two people are; the same in either order. What either lacks is no reason. */
export function likenessOf(one: Person, other: Person, measure: Measure): Likeness {
  const meeting = meet(one, other);
  const rarity = rarityOf(one, other, measure);
  const { same, together, strangers } = explained(measure.figures, meeting, rarity);
  // a field by which they were found says what it would say if they had been found by another
  const free = { ...meeting, bound: new Set<Field>() };
  const share = (explanation: 'same' | 'strangers', field: Field) =>
    shareOf(measure.figures, explanation, field, free, rarity);
  const reasons = FIELDS.flatMap((field) => {
    const level = meeting.comparison[field];
    return level ? [{ field, level, weight: Math.log2(share('same', field) / share('strangers', field)) }] : [];
  });
  return {
    probability: same,
    weight: Math.log2(Math.max(same, SMALLEST) / Math.max(together + strangers, SMALLEST)),
    reasons: reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

const SMALLEST = 1e-12;

function rarityOf(one: Person, other: Person, { census, holders }: Measure): Rarity {
  const phones = one.phones.filter((phone) => other.phones.includes(phone));
  const mails = one.mails
    .map(({ address }) => address)
    .filter((found) => other.mails.some((mail) => mail.address === found));
  return {
    ...least(
      'given',
      wordsInCommon(one, other, 'given').map((word) => frequency(census, 'given', word)),
    ),
    ...least(
      'family',
      wordsInCommon(one, other, 'family').map((word) => frequency(census, 'family', word)),
    ),
    // one number of a whole family, one mail address of an office
    ...least(
      'phone',
      phones.map((phone) => Math.max(1, holders(phone) - 1)),
    ),
    ...least(
      'mail',
      mails.map((address) => Math.max(1, holders(address) - 1)),
    ),
  };
}

const least = (field: Field, found: readonly number[]): Rarity =>
  found.length > 0 ? { [field]: Math.min(...found) } : {};

function wordsInCommon({ names: ours }: Person, { names: theirs }: Person, part: 'given' | 'family'): string[] {
  const written = theirs.map((name) => name[part]?.written);
  return ours.flatMap((name) => name[part]?.written ?? []).filter((word) => written.includes(word));
}
