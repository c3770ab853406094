import { typedWords } from '../../../text/typed.ts';
import { type FieldChange, fieldsOf } from '../../people/fields/contact_fields.ts';
import { ADDRESS, type Field, fieldCalled, labelOf, loadFields } from '../../people/fields/field.ts';
import { type FieldValue, formatValue, readValue, typedAt, writeValue } from '../../people/fields/value.ts';
import type { Button, Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import type { Given } from './person.ts';

/** A label and what stands behind it, as a note keeps them: 地址：龙井路1号, Birthday: May 6 1990. */
const LABELLED = /^([^\n:：]{1,60})[:：]\s*(\S[^\n]*)$/u;

/** Notes apart by what they say. */
interface GivenFields {
  /** What fills in a field of theirs that is empty. */
  changes: FieldChange[];
  /** Everything else, also what stands otherwise in a field that is filled in already. */
  notes: string[];
  /** What may be several values: only its writer knows which. */
  unclear: { field: Field; values: FieldValue[] }[];
}

/** What a pasted block says of fields by their labels. `contactId`: whose filled fields stay as they are; undefined: somebody new. */
export async function fieldsAmong(
  ctx: CommandContext,
  contactId: string | undefined,
  { notes }: Pick<Given, 'notes'>,
): Promise<GivenFields> {
  const read: GivenFields = { changes: [], notes: [], unclear: [] };
  const lines = withRegions(notes.flatMap((note) => note.split('\n')));
  if (!lines.some((line) => LABELLED.test(line))) return { ...read, notes };
  const fields = await loadFields(ctx.tx);
  const had = new Set(contactId === undefined ? [] : (await fieldsOf(ctx.tx, contactId)).map(({ id }) => id));
  for (const line of lines) {
    const [, label = '', typed = ''] = LABELLED.exec(line) ?? [];
    const field = fieldCalled(fields, label);
    const values = field ? readValue(field, typed, typedAt(ctx)) : [];
    const isFree = field && !had.has(field.id);
    if (isFree && values.length === 1) {
      read.changes.push({ field, to: values[0]! });
      had.add(field.id);
    } else {
      read.notes.push(line);
      if (isFree && values.length > 1) read.unclear.push({ field, values });
    }
  }
  return read;
}

const REGION = typedWords(({ field }) => field.region);

/** 所在地区：浙江省杭州市 right before 详细地址：龙井路1号 is the first half of one address. */
function withRegions(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const [, region = '', place = ''] = LABELLED.exec(joined.at(-1) ?? '') ?? [];
    const [, label = '', street = ''] = LABELLED.exec(line) ?? [];
    const isRest = REGION.has(region.toLowerCase()) && fieldCalled([ADDRESS_FIELD], label) !== undefined;
    if (isRest) joined.splice(-1, 1, `${label}：${place}${/\p{Script=Han}$/u.test(place) ? '' : ', '}${street}`);
    else joined.push(line);
  }
  return joined;
}

const ADDRESS_FIELD: Field = { id: ADDRESS, name: '', kind: 'address', choices: [] };

/** A birthday that may be two days is kept as it was written, and each of them is a tap away. */
export function withDays(ctx: CommandContext, contactId: string, reply: Reply, unclear: GivenFields['unclear']): Reply {
  const { t, locale } = ctx;
  const { today } = typedAt(ctx);
  const rows = unclear.map(({ field, values }): Button[] =>
    values.map(({ value }) => ({
      label: `${labelOf(t, field)}: ${formatValue(t, locale, field, value, today)}`,
      command: `/edit c${contactId} ${labelOf(t, field)}: ${writeValue(field, value, locale)}`,
    })),
  );
  return rows.length === 0 ? reply : { ...reply, buttons: [...rows, ...(reply.buttons ?? [])] };
}
