import { type Comparison, compare, type Field } from './fields.ts';
import { boundFields, keysOf } from './keys.ts';
import { type Known, type Traits, traitsOf } from './traits.ts';

/** Somebody, ready to be compared. */
export interface Person extends Traits {
  /** Who has one in common with them is compared with them. */
  keys: ReadonlySet<string>;
}

/** Reads what is known of somebody. */
export async function readPerson(known: Known): Promise<Person> {
  const traits = await traitsOf(known);
  return { ...traits, keys: new Set(keysOf(traits)) };
}

/** Two people beside each other. */
export interface Meeting {
  comparison: Comparison;
  /** By these fields they were found, and by nothing else. */
  bound: ReadonlySet<Field>;
}

export const meet = (one: Person, other: Person): Meeting => ({
  comparison: compare(one, other),
  bound: boundFields(one.keys, other.keys),
});
