import { cleanName } from '../../text/normalise.ts';
import { joinedName } from '../../text/table/joined_name.ts';

/**
 * For an order that names an account and does not hold its record: what the order says of them gives way to any record,
 * however old.
 */
export const NO_RECORD = { name: null, city: null, updatedAt: new Date(0) };

interface Names {
  first_name?: string | null | undefined;
  last_name?: string | null | undefined;
}

/** What forms put where nobody has typed a name. A nickname may be a mere 🌸 or ♥. */
const NO_NAME = /^(?:[\p{P}\s]*|n\s?[/.]\s?a\.?)$/iu;
/** What programs write for nothing. Somebody may be called Null, but not Null Null. */
const NOTHING = /^(?:null|undefined|none|None|nan|NaN)$/;
const NOBODY = /^(?:null|undefined|none|nan)$/i;

/** Shops store first and last name separately; a Chinese or Korean name is written family name first, without a space. */
export function fullName({ first_name: first, last_name: last }: Names): string {
  const [given = '', family = ''] = [first, last]
    .map((part) => part?.trim() ?? '')
    .map((part) => (NO_NAME.test(part) ? '' : part));
  return joinedName({ given, family });
}

/** A name without what rewrites the line around it; null if nothing is left, or it only stands for one. */
export function nameOf(name: string | null | undefined): string | null {
  const clean = cleanName(name ?? '');
  const said = clean.split(/\s+/u).filter((word) => !NO_NAME.test(word));
  const isNone = said.length > 1 ? said.every((word) => NOBODY.test(word)) : said.every((word) => NOTHING.test(word));
  return isNone || NO_NAME.test(clean) ? null : clean;
}
