import type { Sql } from '../../db/sql.ts';
import { fold } from '../../text/fold.ts';
import type { Vocative } from '../../text/person/vocative.ts';
import { hanPairs, isHan, WHOLE, wordsIn } from './search_keys.ts';

/** How many are found for each name. */
const MOST_OF_A_NAME = 8;
const HAN = '[\\u3400-\\u9fff]';
const NOT_HAN = '[^\\u3400-\\u9fff]';
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

interface Wanted {
  nth: number;
  /** Keys of which a contact has all; or any, if only an initial is known. */
  keys: string[];
  any: boolean;
  /** Their name, now or before, has to match each of these. */
  pattern: string;
}

/**
 * Who is called so, now or before, whatever else their name contains, for all of these names in one statement. The name
 * is checked before the limit, so that contacts who only share its characters hide nobody.
 */
export async function calledAs(sql: Sql, names: readonly Vocative[]): Promise<string[][]> {
  const wanted = names.map(wantedFor).filter(({ keys }) => keys.length > 0);
  if (wanted.length === 0) return names.map(() => []);
  const column = <Key extends keyof Wanted>(key: Key) => wanted.map((one) => one[key]);
  const rows = await sql<{ nth: number; id: string }>`
    select w.nth, c.id
    from unnest(
      (select ${column('nth')}::int[]), (select ${column('keys').map((keys) => keys.join(' '))}::text[]), (select ${column('any')}::bool[]), (select ${column('pattern')}::text[])
    ) as w (nth, keys, either, pattern)
    cross join lateral (
      select id from (
        select id, name from contacts where not w.either and search_keys @> string_to_array(w.keys, ' ')
        union all
        select id, name from contacts where w.either and search_keys && string_to_array(w.keys, ' ')
      ) one
      where fold_text(name) ~ w.pattern
        or exists (
          select from contact_signs s
          where s.contact_id = one.id and s.channel = 'name' and s.source = 'former' and fold_text(s.address) ~ w.pattern
        )
        or exists (
          select from contact_identities i
          where i.contact_id = one.id and i.known_as is not null and fold_text(i.known_as) ~ w.pattern
        )
      limit ${MOST_OF_A_NAME}
    ) c
    order by c.id`;
  return names.map((_, nth) => rows.filter((row) => row.nth === nth).map(({ id }) => id));
}

function wantedFor(name: Vocative, nth: number): Wanted {
  const words = wordsIn(fold(name.said));
  if (words.length === 0) {
    const initial = fold(name.initials[0] ?? '');
    const keys = /^[a-z]$/.test(initial) ? LETTERS.map((letter) => letter + initial) : [];
    return { nth, keys, any: true, pattern: `[[:space:]]${initial}[[:alpha:]'’-]*$` };
  }
  const keys = words.flatMap((word) => (isHan(word) ? hanPairs(word) : [WHOLE + word.replaceAll('ü', 'v')]));
  return { nth, keys, any: false, pattern: patternOf(name, words) };
}

function patternOf({ isSurname, initials }: Vocative, words: string[]): string {
  const said = words.join('[^[:alnum:]]+');
  if (isSurname) return `(^|${NOT_HAN})${said}${HAN}{1,3}($|${NOT_HAN})`;
  if (isHan(said)) return `(^|${NOT_HAN})${HAN}{0,2}${said}($|${NOT_HAN})`;
  const others = initials.map((initial) => `(?=.*(^|[^[:alnum:]])${fold(initial)}[[:alpha:]])`).join('');
  return `^${others}.*(^|[^[:alnum:]])${said}($|[^[:alnum:]])`;
}
