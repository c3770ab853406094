import { readPerson } from '../../../text/person/person.ts';
import { withoutNoteWord } from '../../../text/person/person_labels.ts';
import { lookAlike } from '../../desk/alike.ts';
import { cityName } from '../../people/city.ts';
import {
  addIdentities,
  changeCity,
  changeTags,
  loadContact,
  type Marks,
  refreshSearchKeys,
} from '../../people/contact.ts';
import { changeFields, type FieldChange } from '../../people/fields/contact_fields.ts';
import { addSigns, EMAIL, type Identity, phoneMark, type Sign } from '../../people/sign.ts';
import type { CommandContext } from '../command.ts';
import { keepNote } from '../talk/note.ts';

/** What a user says of a person. */
export interface Given {
  /** '' when none was said. */
  name: string;
  identities: Identity[];
  signs: Sign[];
  tags: string[];
  /** '' when none was said. */
  city: string;
  notes: string[];
  /** Phones nobody can read, as they were written. */
  unread: string[];
}

/** Reads free words; what is none of all this is a note. */
export function givenIn(words: string, country: string): Given {
  const { name, phones, emails, tags, city, notes } = readPerson(words, country);
  const marks = phones.map((phone) => ({ phone, ...phoneMark(phone, country) }));
  return {
    name,
    identities: [
      ...marks.flatMap(({ identity }) => identity ?? []),
      ...emails.map((address) => ({ channel: EMAIL, address })),
    ],
    signs: marks.flatMap(({ sign }) => sign ?? []),
    tags,
    city: cityName(city ?? ''),
    notes: notes.map(withoutNoteWord),
    unread: marks.flatMap(({ sign, phone }) => (sign?.source === 'unread' ? [phone] : [])),
  };
}

/** Adds it all to the contact, but for the name. True when anything was new. */
export async function keepGiven(
  ctx: CommandContext,
  contactId: string,
  given: Given,
  fields: readonly FieldChange[] = [],
): Promise<boolean> {
  const { identities, signs, tags, city, notes } = given;
  const had = (await loadContact(ctx.tx, contactId))!;
  const added = (await addIdentities(ctx.tx, contactId, identities)) + (await addSigns(ctx.tx, contactId, signs));
  await changeTags(ctx.tx, contactId, tags, []);
  if (city) await changeCity(ctx.tx, contactId, city);
  if (notes.length > 0) await keepNote(ctx, contactId, notes.join('\n'));
  const filled = fields.length > 0 && (await changeFields(ctx.tx, contactId, fields));
  await refreshSearchKeys(ctx.tx, contactId);
  const contact = (await loadContact(ctx.tx, contactId))!;
  await lookAlike(ctx, { ...contact, changed: added > 0 }, marksIn(given));
  return (
    added + notes.length > 0 || filled || had.city !== contact.city || had.tags.join(' ') !== contact.tags.join(' ')
  );
}

const marksIn = ({ identities, signs }: Given): Marks => ({ identities, signs });
