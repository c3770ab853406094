import { titledIn } from '../../../text/person/vocative.ts';
import { withCapitals } from '../../../text/person/whom/small_name.ts';
import type { Context } from '../../context.ts';
import { loadContacts } from '../../people/contact.ts';
import { nameOf } from '../../people/name.ts';
import { MAX_CHOICES } from '../who/readings.ts';
import { namedPartly } from '../who/spoken_to.ts';
import { whoIsNamed } from '../who/whole_or_part.ts';

/** Somebody whom a sentence names: how it calls them, and who is called so. */
export interface Called {
  readonly said: string;
  readonly ids: readonly string[];
}

/** Whoever a sentence names, in its order. `known`: who is named in it as it stands. */
export async function peopleIn(ctx: Context, text: string, known: readonly string[]): Promise<Called[]> {
  // toms order: the s may be of no name
  const bare = text.replace(/(?<=\p{L}{3})s\b(?!['’])/gu, '');
  const found = known.length > 0 || bare === text ? known : (await whoIsNamed(ctx, bare)).ids;
  // called james: the s may be of the name as well
  const small = found.length > 0 ? '' : [...new Set([text, bare].map(withCapitals))].join(' ').trim();
  const ids = small === '' ? found : await namedPartly(ctx, small);
  const contacts = await loadContacts(ctx.tx, ids.slice(0, MAX_CHOICES));
  const called = new Map<string, string[]>();
  for (const [id, contact] of contacts) {
    const said = callsThem(text, nameOf(contact));
    if (said !== undefined) called.set(said, [...(called.get(said) ?? []), id]);
  }
  return [...called]
    .map(([said, having]) => ({ said, ids: having }))
    .sort((one, other) => text.indexOf(one.said) - text.indexOf(other.said));
}

/** How a text calls somebody: by their whole name, a word of it, or what Chinese names end in. */
function callsThem(text: string, name: string): string | undefined {
  const lower = text.toLowerCase();
  const ways = [name, ...name.split(/\s+/u), ...titledIn(text).map(({ said }) => said)];
  if (/^\p{Script=Han}{3,4}$/u.test(name)) ways.push([...name].slice(1).join(''));
  const way = ways.find((one) => one.length > 1 && lower.includes(one.toLowerCase()));
  if (way === undefined) return undefined;
  const at = lower.indexOf(way.toLowerCase());
  return text.slice(at, at + way.length);
}
