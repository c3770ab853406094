import type { Sql } from '../../../../db/sql.ts';
import type { Place } from '../../../../outbox/message.ts';
import { placesAlone, placesFirst } from '../../../../text/sentence/nth.ts';
import type { Item } from '../../../reply.ts';
import type { AnyCommand } from '../../command.ts';
import { splitFirst } from '../words.ts';

/** So many of the newest messages are looked at for the list that was shown last. */
const MOST_LOOKED_AT = 200;

/** What each of these acts on, and the commands by which a line of a list shows that it is one. */
const THINGS: readonly (readonly AnyCommand['name'][])[] = [
  ['won', 'lost', 'quote'],
  ['done', 'postpone', 'skip', 'end'],
  ['resolve', 'reopen', 'snooze'],
];
const PEOPLE: readonly AnyCommand['name'][] = [
  ...([
    'reply',
    'later',
    'note',
    'tag',
    'contact',
    'timeline',
    'block',
    'unblock',
    'delete',
    'rename',
    'lead',
    'ticket',
  ] as const),
];

/**
 * The words with what stands in those places of the list that this chat was shown last: /resolve the first → /resolve 12. Undefined: no
 * place is named, there is no list, or it is not so long.
 */
export async function withListed(
  sql: Sql,
  { name, takesLines, titles }: AnyCommand,
  words: string,
  chat: Place,
): Promise<string | undefined> {
  const kinds = THINGS.find((names) => names.includes(name));
  const named = kinds || PEOPLE.includes(name) ? placesFirst(words, takesLines || titles ? 'free' : 'more') : undefined;
  const items = named ? await listShown(sql, chat) : [];
  const refs = (named?.places ?? []).map((place) => refOf(items.at(place > 0 ? place - 1 : -1), kinds));
  if (refs.length === 0 || refs.some((ref) => ref === undefined)) return undefined;
  return [...refs, named!.left].join(' ').trim();
}

/** The numbers of what stands in the places that words name, all of them or none: of which only places are said, the first one, 2 and 3. */
export async function listedIn(sql: Sql, name: AnyCommand['name'], words: string, chat: Place): Promise<string[]> {
  const kinds = THINGS.find((names) => names.includes(name));
  const places = kinds ? placesAlone(words) : undefined;
  const items = places ? await listShown(sql, chat) : [];
  const ids = (places ?? []).flatMap((place) => refOf(items.at(place > 0 ? place - 1 : -1), kinds) ?? []);
  return ids.length === places?.length && ids.every((id) => /^\d+$/.test(id)) ? ids : [];
}

/** Its number, where the command acts on such things; else whom the line is about. */
function refOf(item: Item | undefined, kinds: readonly string[] | undefined): string | undefined {
  const lines = (item?.buttons ?? []).map(({ command }) => splitFirst(command));
  const own = lines.find(([word]) => kinds?.includes(word.slice(1)));
  const id = own && splitFirst(own[1])[0];
  if (id && /^\d+$/.test(id)) return id;
  if (item?.contactId) return `c${item.contactId}`;
  return kinds === undefined && item?.ref && /^[cv]\d+$/.test(item.ref) ? item.ref : undefined;
}

async function listShown(sql: Sql, { channel, address }: Place): Promise<Item[]> {
  const [shown] = await sql<{ items: Item[] }>`
    select jsonb_path_query_array(payload, '$.reply.lists[*].items[*]') as items
    from (select id, channel, address, payload from outbox order by id desc limit ${MOST_LOOKED_AT}) newest
    where channel = ${channel} and address = ${address} and payload @? '$.reply.lists[*].items[*] ? (exists(@.ref) || exists(@.contactId))'
    order by id desc limit 1`;
  return shown?.items ?? [];
}
