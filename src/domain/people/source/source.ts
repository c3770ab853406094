import type { Sql } from '../../../db/sql.ts';
import type { Network } from '../../../text/post/networks.ts';
import type { Texts } from '../../../text/texts.ts';
import { REMOTE } from '../../channel.ts';
import type { Context } from '../../context.ts';

/** Codes of the links of posts are so long: 50 bits tell those of a house apart. They lead to public pages, so nothing is won by guessing one. */
export const CODE_LENGTH = 10;
/** What begins the word that a bot is opened with. */
const START = 's_';
const CODE = new RegExp(`^[a-z0-9]{${CODE_LENGTH}}$`, 'u');

export const isSourceCode = (word: string): boolean => CODE.test(word);

/** The word with which a bot is opened by whoever comes by the link with this code. */
export const startWord = (code: string): string => `${START}${code}`;

/** The code in the word that a bot was opened with. */
export function codeInStart(word: string): string | undefined {
  const code = word.startsWith(START) ? word.slice(START.length) : '';
  return isSourceCode(code) ? code : undefined;
}

/**
 * Somebody came by a link of a post: kept once for each link, and nothing where there is no such link. They were new if they had
 * neither written nor bought before.
 */
export async function noteSource(
  { tx }: Pick<Context, 'tx'>,
  { contactId, code, at }: { contactId: string; code: string; at: Date },
): Promise<void> {
  await tx`
    insert into contact_sources (contact_id, code, came_at, was_new)
    select ${contactId}, code, ${at}, not exists (
      select from conversations v join messages m on m.conversation_id = v.id
      where v.contact_id = ${contactId} and m.direction = 'in' and m.occurred_at < ${at}
    ) and not exists (select from orders where contact_id = ${contactId} and placed_at < ${at})
    from post_links where code = ${code}
    on conflict (contact_id, code) do nothing`;
}

/** By which link of which post somebody first came, who was new then; undefined: by none. */
export async function firstSource(
  sql: Sql,
  contactId: string,
): Promise<{ source: string; postId: string } | undefined> {
  const [row] = await sql<{ source: string; postId: string }>`
    select l.source, l.post_id as "postId" from contact_sources s join post_links l on l.code = s.code
    where s.contact_id = ${contactId} and s.was_new order by s.came_at, s.id limit 1`;
  return row;
}

/** Where a link of a post stood, a channel or a network, as people call it. */
export const sourceName = (t: Texts, source: string): string =>
  REMOTE.includes(source) ? t.channel(source) : t.post.network[source as Network];
