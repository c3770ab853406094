import { z } from '@hono/zod-openapi';
import type { CommandContext } from '../../domain/commands/command.ts';
import { changeFields, type FieldChange } from '../../domain/people/fields/contact_fields.ts';
import { ADDRESS, BIRTHDAY, type Field, fieldCalled, loadFields } from '../../domain/people/fields/field.ts';
import { type FieldValue, LONGEST_VALUE, readValue, typedAt } from '../../domain/people/fields/value.ts';
import { birthdayKey, birthdayOf } from '../../text/when/birthday/birthday.ts';
import { type FieldError, INVALID, Problem } from '../problem.ts';
import { textShape } from '../shapes.ts';

const YEAR = '(?:18[5-9][0-9]|19[0-9]{2}|20[0-2][0-9])';
const LEAP_YEAR = '(?:18[579][26]|18[68][048]|19(?:0[48]|[2468][048]|[13579][26])|20(?:[02][048]|1[26]))';
const MONTH_DAY =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))';
const LUNAR = `l(?:${YEAR}|-)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|30)`;
const BIRTHDAY_LIKE = new RegExp(`^(?:(?:${YEAR}|-)-${MONTH_DAY}|(?:${LEAP_YEAR}|-)-02-29|${LUNAR})$`);

const birthdayShape = z.string().regex(BIRTHDAY_LIKE, 'This is no birthday, such as 1990-05-12 or --05-12.').openapi({
  description: '`1990-05-12`; `--05-12` without the year; with `l` in front of the Chinese calendar: `l--08-15`',
  example: '1990-05-12',
});
const MOST_GIVEN = 40;
const NO_SUCH = 'There is no such field.';
const valueShape = z.union([z.string(), z.number(), z.boolean()]);
const FIELDS = `The owner’s own fields by their names (\`GET /fields\` lists them): a number, true or false, a day as \`2026-03-01\`, one of the choices, or text`;

/** What a contact is answered with. */
export const fieldsShown = {
  birthday: z.string().nullable().openapi({ example: '1990-05-12' }),
  address: z.string().nullable().openapi({ description: 'A postal address, of several lines' }),
  fields: z.record(z.string(), valueShape).openapi({ description: FIELDS, example: { 'Shoe size': 38 } }),
};

/** What may be given of one. */
export const fieldsGiven = {
  birthday: birthdayShape.nullable().optional(),
  address: textShape(LONGEST_VALUE, '12 Mill Lane\nBristol').nullable().optional(),
  fields: z
    .record(z.string(), valueShape.nullable())
    .refine((fields) => Object.keys(fields).length <= MOST_GIVEN, { message: `at most ${MOST_GIVEN} fields` })
    .optional()
    .openapi({
      description: `${FIELDS}; null empties one. A name that is none and a value that does not fit are refused with 422, each in \`errors\`.`,
      maxProperties: MOST_GIVEN,
      example: { 'Shoe size': 38 },
    }),
};

export interface GivenFields {
  birthday?: string | null | undefined;
  address?: string | null | undefined;
  fields?: Record<string, string | number | boolean | null> | undefined;
}

/** Changes what is named. Throws 422 with an error for each field that is none or cannot hold what is given. */
export async function giveFields(act: CommandContext, contactId: string, given: GivenFields): Promise<void> {
  const { birthday, address, fields = {} } = given;
  if (birthday === undefined && address === undefined && Object.keys(fields).length === 0) return;
  const all = await loadFields(act.tx);
  const own = all.filter(({ name }) => name !== '');
  const errors: FieldError[] = [];
  const changes: FieldChange[] = [];
  const put = (field: Field | undefined, at: string, to: FieldValue | null | undefined) => {
    if (!field) errors.push({ in: 'body', field: at, detail: NO_SUCH });
    else if (to === undefined) errors.push({ in: 'body', field: at, detail: wantedOf(field) });
    else changes.push({ field, to });
  };
  const builtIn = (id: string) => all.find((one) => one.id === id);
  if (birthday !== undefined) put(builtIn(BIRTHDAY), 'birthday', birthday === null ? null : born(birthday));
  if (address !== undefined) put(builtIn(ADDRESS), 'address', fitting(act, builtIn(ADDRESS), address));
  for (const [name, value] of Object.entries(fields)) {
    const field = fieldCalled(own, name);
    put(field, `fields.${name}`, fitting(act, field, value));
  }
  if (errors.length > 0) throw new Problem(422, 'invalid', INVALID, { errors });
  await changeFields(act.tx, contactId, changes);
}

function born(value: string): FieldValue | undefined {
  const read = birthdayOf(value);
  return read && { value, key: birthdayKey(read), number: null };
}

/** Undefined: it does not fit, or may be several values. */
function fitting(
  act: CommandContext,
  field: Field | undefined,
  value: string | number | boolean | null,
): FieldValue | null | undefined {
  if (value === null || !field) return null;
  if (typeof value === 'boolean' && field.kind !== 'yesno') return undefined;
  const typed = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
  const [only, ...others] = readValue(field, typed, typedAt(act));
  return others.length > 0 ? undefined : only;
}

function wantedOf({ kind, choices }: Field): string {
  if (kind === 'choice') return `one of: ${choices.join(', ')}`;
  return (
    { number: 'a number', date: 'a day, as 2026-03-01', yesno: 'true or false' }[kind as string] ??
    `a text of at most ${LONGEST_VALUE} characters`
  );
}
