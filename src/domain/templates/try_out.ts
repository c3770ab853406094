import { spanOf, unhurried } from '../../lib/unhurried.ts';
import type { Locale } from '../../text/locale.ts';
import type { Compiled } from './compile.ts';
import type { Rendered } from './letter.ts';
import type { PersonData } from './person_data.ts';

/** What somebody would get, or for want of what they get nothing. */
export interface Tried {
  contactId: string;
  /** In which language they are written to. */
  locale: Locale;
  mail: Rendered | { missing: string };
}

/** What a template comes to for some people. */
export interface TriedOut {
  all: Tried[];
  /** How many lack what, the most first. */
  missing: [name: string, count: number][];
}

/** So many ms at most: words that loop through much are slow for each of them. */
const MOST_MS = 1000;

/** Writes to each of them while there is time, and sends nothing. */
export async function tryOut(compiled: Compiled, people: ReadonlyMap<string, PersonData>): Promise<TriedOut> {
  const missing = new Map<string, number>();
  const all: Tried[] = [];
  for await (const [contactId, data] of unhurried(people, { span: spanOf(MOST_MS), least: 1 })) {
    const mail = compiled.render(data, data.language);
    if ('missing' in mail) missing.set(mail.missing, (missing.get(mail.missing) ?? 0) + 1);
    all.push({ contactId, locale: compiled.localeFor(data.language), mail });
  }
  return { all, missing: [...missing].sort((one, other) => other[1] - one[1]) };
}

/** Of all of them those who show the most: somebody of each language, and somebody who lacks something, before any others. */
export function telling({ all }: TriedOut, most: number): Tried[] {
  const kindOf = ({ locale, mail }: Tried): string => ('missing' in mail ? mail.missing : locale);
  const firsts = all.filter((one, nth) => all.findIndex((other) => kindOf(other) === kindOf(one)) === nth);
  const good = firsts.filter(({ mail }) => !('missing' in mail));
  const lacking = firsts.filter(({ mail }) => 'missing' in mail).slice(0, 1);
  const others = all.filter((one) => !good.includes(one) && !lacking.includes(one));
  return [...good, ...lacking, ...others.filter(({ mail }) => !('missing' in mail)), ...others]
    .filter(once)
    .slice(0, most);
}

const once = <T>(one: T, nth: number, all: readonly T[]): boolean => all.indexOf(one) === nth;
