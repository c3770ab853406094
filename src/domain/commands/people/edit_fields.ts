import { typedMeanings, typedWords } from '../../../text/typed.ts';
import type { Contact } from '../../people/contact.ts';
import type { FieldChange } from '../../people/fields/contact_fields.ts';
import { type Field, labelOf, loadFields } from '../../people/fields/field.ts';
import { fieldsSaid, type Said } from '../../people/fields/said.ts';
import { figuresIn, formatValue, LONGEST_VALUE, readValue, typedAt, writeValue } from '../../people/fields/value.ts';
import { nameOf } from '../../people/name.ts';
import { type Button, failed, type Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';

/** What words change of somebody's fields, and what else they say; or what is asked before anything is saved. */
export type FieldsRead = { changes: FieldChange[]; rest: string } | { ask: Reply };

const MOST_BUTTONS = 12;
const FILLED = typedMeanings<'any' | 'none'>(({ field }) => field.filled);
const CLEAR = typedWords(({ field }) => field.clear);

const meansEmpty = (typed: string): boolean => FILLED.get(typed) === 'none' || CLEAR.has(typed);

/** Reads what '/edit 张三 …' says of fields; the rest is for whoever reads addresses and names. */
export async function readFields(ctx: CommandContext, contact: Contact, words: string): Promise<FieldsRead> {
  const said = fieldsSaid(words, await loadFields(ctx.tx));
  const changes: FieldChange[] = [];
  for (const one of said) {
    if (!('field' in one)) continue;
    const read = one.typed === null ? [null] : readValue(one.field, one.typed, typedAt(ctx));
    // what nobody can read there, and means nothing, empties it; no address is called so either
    const isNothing = one.typed !== null && meansEmpty(one.typed.toLowerCase());
    const values = isNothing && (read.length === 0 || one.field.kind === 'address') ? [null] : read;
    const [only] = values;
    if (only === undefined || values.length > 1) return { ask: askWhich(ctx, contact, said, one.field, one.typed!) };
    changes.push({ field: one.field, to: only });
  }
  return { changes, rest: said.flatMap((one) => ('other' in one ? one.other : [])).join('\n') };
}

/** What would be right, each a tap away where there are few; nothing of the line has been saved. */
function askWhich(ctx: CommandContext, contact: Contact, said: Said[], field: Field, typed: string): Reply {
  const { t, locale } = ctx;
  const at = typedAt(ctx);
  const name = labelOf(t, field);
  const button = (label: string, value: string): Button[] => [
    { label, command: `/edit c${contact.id} ${lineOf(ctx, said, field, value)}` },
  ];
  const days = readValue(field, typed, at);
  const offered = days.length > 1 ? days.map(({ value }) => value) : possibleIn(field, typed);
  const buttons = offered
    .slice(0, MOST_BUTTONS)
    .map((value) => button(formatValue(t, locale, field, value, at.today), writeValue(field, value, locale)));
  const text = days.length > 1 ? t.field.whichDay(name, typed) : whyWrong(ctx, field, typed, nameOf(contact));
  const others = offered.length > MOST_BUTTONS ? [t.field.choices(name, offered.join('|'))] : [];
  const hint = [...others, t.field.nothingSaved, ...(typed === '' ? [] : [t.field.emptied(name)])].join('\n');
  return failed(text, { ...(buttons.length > 0 && { buttons }), hint });
}

function whyWrong({ t }: CommandContext, field: Field, typed: string, who: string): string {
  const name = labelOf(t, field);
  const isWritten = field.kind === 'text' || field.kind === 'address';
  if (isWritten && typed.length > LONGEST_VALUE) return t.field.tooLong(name, typed.length, LONGEST_VALUE);
  return typed === '' ? t.field.ask(name, who) : t.field.wrong[field.kind](name, typed);
}

const possibleIn = ({ kind, choices }: Field, typed: string): string[] => {
  if (kind === 'number') return figuresIn(typed);
  return kind === 'yesno' ? ['yes', 'no'] : choices;
};

/** The line as it was said, with another value in the field. */
function lineOf({ t }: CommandContext, said: Said[], field: Field, value: string): string {
  return said
    .map((one) => {
      if ('other' in one) return one.other;
      return `${labelOf(t, one.field)}: ${one.field.id === field.id ? value : (one.typed ?? '-')}`;
    })
    .join('\n');
}
