import { head } from '../../text/cut.ts';
import type { Locale } from '../../text/locale.ts';
import type { SaidOfNews } from '../../text/table/consent_words.ts';
import { isNoteHeading } from '../../text/table/header_words.ts';
import type { Field } from '../people/fields/field.ts';
import type { FieldValue } from '../people/fields/value.ts';
import { searchKeys } from '../people/search_keys.ts';
import type { Identity, Sign } from '../people/sign.ts';

/** What of a row was not understood: it is kept as a note, and said. */
export interface Problem {
  kind: 'phone' | 'rounded' | 'mail' | 'field';
  value: string;
}

/** What one row says of a person. */
export interface Draft {
  line: number;
  /** '' when none was said. */
  name: string;
  /** Mail first: a phone is sooner shared. */
  identities: Identity[];
  signs: Sign[];
  tags: string[];
  city: string | null;
  locale: Locale | null;
  fields: FilledField[];
  /** Where they are, and what they do there. */
  companies: { name: string; role: string }[];
  /** As its cells say it. */
  roles: { heading: string; value: string }[];
  /** What has no place of its own, a line for each, under its heading. */
  notes: string[];
  /** What they are called beside a mail address: Anna Smith <anna@example.com>. */
  calledThere?: { name: string; heading: string }[];
  problems: Problem[];
  /** How many cells say that nothing is known. */
  unknown: number;
  /** What the file itself says of whether they want news; absent: nothing. */
  news?: SaidOfNews;
  /** By what they are found, made ahead of writing them; absent: not made, or no longer true. */
  searchKeys?: string[] | undefined;
}

/** What stands in a field, and how the file says it. */
export interface FilledField {
  field: Field;
  to: FieldValue;
  /** As a note it reads so: 'Shoe size: 38'. */
  said: string;
}

/** The name they get: a mail address or number stands in for one that was not said. */
export const nameToGive = (draft: Draft): string => draft.name || addressOf(draft).replace(/@.*/, '');

const addressOf = ({ identities, signs }: Draft): string => identities[0]?.address ?? signs[0]?.address ?? '';

/** By what they are found. */
export const keysOf = async (draft: Draft): Promise<string[]> =>
  draft.searchKeys ??
  searchKeys({ name: nameToGive(draft), identities: [...draft.identities, ...draft.signs], tags: draft.tags });

/** Whether there is nobody in it. */
export const isNobody = ({ name, identities, signs }: Draft): boolean =>
  name === '' && identities.length + signs.length === 0;

/** Of two words that a file says of one person a no counts before a doubt, and a doubt before a yes. */
export function heedNews(draft: Draft, also: SaidOfNews | undefined): void {
  const said = (['no', 'unsure', 'yes'] as const).find((one) => one === draft.news || one === also);
  if (said) draft.news = said;
}

export const LONGEST_NOTE = 4000;

/** Keeps what has no place of its own, under its heading. */
export function addNote(draft: Draft, heading: string, value: string): void {
  const kept = head(value, LONGEST_NOTE);
  draft.notes.push(isNoteHeading(heading) ? kept : `${heading}: ${kept}`);
}
