import type { Sql } from '../../../db/sql.ts';
import { texts } from '../../../text/texts.ts';
import { birthdayOf, formatWrittenDate } from '../../../text/when/birthday/birthday.ts';
import { type Context, localeOf } from '../../context.ts';
import type { Contact } from '../contact.ts';
import { fieldsOf } from './contact_fields.ts';
import { type Field, fieldCalled, loadFields } from './field.ts';
import { formatValue, typedAt } from './value.ts';

/** What a field holds for whoever reads, by its name; undefined: none is called so. */
type Reader = (name: string) => { value: string | undefined } | undefined;

/** The fields that words in braces may name; none where there are no braces. */
export const fieldsFor = async (sql: Sql, words: string): Promise<Field[]> =>
  /[{｛]/u.test(words) ? loadFields(sql) : [];

/** Whether a field is called so, whatever it holds. */
export const namesField =
  (fields: readonly Field[]): Reader =>
  (name) =>
    fieldCalled(fields, name) && { value: undefined };

/** What `readerId` has in each field, in the language of whom it is written to. */
export async function readsField(
  ctx: Context,
  readerId: string,
  spoken: Pick<Contact, 'locale'>,
  fields: readonly Field[],
): Promise<Reader> {
  const has = await fieldsOf(ctx.tx, readerId);
  const locale = localeOf(ctx, spoken);
  return (name) => {
    const field = fieldCalled(fields, name);
    const value = field && has.find(({ id }) => id === field.id)?.value;
    if (!field || value === undefined) return field && { value: undefined };
    const birthday = field.kind === 'birthday' ? birthdayOf(value) : undefined;
    if (birthday) return { value: formatWrittenDate(birthday, locale) };
    return { value: formatValue(texts(locale), locale, field, value, typedAt(ctx).today) };
  };
}
