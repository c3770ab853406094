import { isSourceCode } from '../domain/people/source/source.ts';
import { type Filled, WEB_FORM_FIELDS, type WebFormField } from '../domain/web_form_event.ts';
import { CAME_BY, LONGEST_FIELD, LONGEST_MESSAGE, MESSAGE, NEWSLETTER } from '../domain/webforms/markup.ts';
import { head } from '../text/cut.ts';
import { cleanName, cleanText, narrow, normaliseEmail } from '../text/normalise.ts';
import type { FormBody } from './body.ts';

const MOST_FILES = 10;

/** What a visitor has filled in. A form asks for what it asks for: what else was sent as one of its fields is theirs all the same. */
export function filledIn({
  fields,
  files,
}: FormBody): Pick<Filled, 'values' | 'message' | 'newsletter' | 'files' | 'cameBy'> {
  const values: Filled['values'] = {};
  for (const field of WEB_FORM_FIELDS) {
    const value = cleanName(fields.get(field) ?? '', LONGEST_FIELD);
    // a phone or a mail address typed in full width means the same
    if (value) values[field] = field === 'email' || field === 'phone' ? narrow(value) : value;
  }
  const cameBy = fields.get(CAME_BY) ?? '';
  return {
    values,
    ...(isSourceCode(cameBy) && { cameBy }),
    message: head(cleanText(fields.get(MESSAGE) ?? '').trim(), LONGEST_MESSAGE),
    newsletter: fields.has(NEWSLETTER),
    files: files.slice(0, MOST_FILES).map((name) => cleanName(name, LONGEST_FIELD)),
  };
}

/** What can be wrong with what was filled in, as a key of the texts. */
export type Wrong = 'message' | 'email' | 'reach';

/** All that is still missing, or cannot be right, in the order of the fields. */
export function wrongIn(
  { values: { email, phone }, message }: Pick<Filled, 'values' | 'message'>,
  asked: readonly WebFormField[],
): Wrong[] {
  const asksWay = asked.includes('email') || asked.includes('phone');
  return [
    ...(email && !normaliseEmail(email) ? ['email' as const] : []),
    ...(asksWay && !email && !phone ? ['reach' as const] : []),
    ...(message ? [] : ['message' as const]),
  ];
}
