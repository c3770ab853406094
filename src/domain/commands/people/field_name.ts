import { locales } from '../../../text/locale.ts';
import { meaningOfHeading } from '../../../text/table/header_words.ts';
import { type Texts, texts } from '../../../text/texts.ts';
import { type Field, fieldCalled, LONGEST_NAME, plainName } from '../../people/fields/field.ts';
import { kindOf } from '../../people/filter/filter_keys.ts';

/** What parts a name from what follows, where it is typed, quoted or filtered by. */
export const SIGNS = /[|｜,，、;；:：=＝"“”「」{}｛｝<>\n]/u;
/** What has a place of its own on every contact. */
const HAS_PLACE = ['phone', 'mail', 'city', 'tags', 'language', 'note'];

/** Why no field can be called so; undefined where one can. */
export function whyNoField(t: Texts, fields: readonly Field[], name: string): string | undefined {
  if ([...name].length > LONGEST_NAME || !/\p{L}/u.test(name) || SIGNS.test(name)) return t.field.badName;
  if (fieldCalled(fields, name)) return t.field.taken(name);
  const hasPlace = HAS_PLACE.includes(meaningOfHeading(name) ?? '');
  // a column called 会员 may hold names, a field called so need not
  const isName = locales.some((locale) => plainName(texts(locale).import.meaning.name) === plainName(name));
  return hasPlace || isName || kindOf(name) !== undefined ? t.field.reserved(name) : undefined;
}
