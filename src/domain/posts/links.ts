import type { Sql, Tx } from '../../db/sql.ts';
import { linksIn } from '../../text/post/plain.ts';
import { linkOf, REMOTE } from '../channel.ts';
import type { Context } from '../context.ts';
import { channelName } from '../desk/channel_state.ts';
import { CODE_LENGTH, startWord } from '../people/source/source.ts';
import type { Post } from './post.ts';

const PATH = '/s/';

/** A link of a post, as one place has it. */
export interface PostLink {
  code: string;
  postId: string;
  source: string;
  url: string;
}

/** Whether links of posts lead over us: the owner counts clicks, and visitors reach us safely. */
const countsVisits = ({ settings, publicUrl }: Pick<Context, 'settings' | 'publicUrl'>): boolean =>
  settings.campaignClicks === 'on' && publicUrl.startsWith('https://');

const shortUrl = (publicUrl: string, code: string): string => `${publicUrl}${PATH}${code}`;

/** What the links of a post look like before it has any: as long as they will be. */
export const linkLike = (ctx: Pick<Context, 'settings' | 'publicUrl'>) => (url: string) =>
  countsVisits(ctx) ? shortUrl(ctx.publicUrl, 'x'.repeat(CODE_LENGTH)) : url;

/** Where the links of a post lead from this place; each is kept once. What is no address stays as it was typed. */
export async function linksFor(ctx: Context, post: Post, source: string): Promise<(typed: string) => string> {
  const byTyped = new Map<string, string>();
  for (const typed of linksIn(post.words)) {
    const code = ctx.random().slice(0, CODE_LENGTH);
    const url = await destination(ctx, { typed, code, source, postId: post.id });
    if (url === undefined) continue;
    const [kept] = await ctx.tx<PostLink>`
      insert into post_links (code, post_id, source, typed, url) values (${code}, ${post.id}, ${source}, ${typed}, ${url})
      on conflict (post_id, source, typed) do update set typed = excluded.typed
      returning code, url`;
    byTyped.set(typed, countsVisits(ctx) ? shortUrl(ctx.publicUrl, kept!.code) : kept!.url);
  }
  return (typed) => byTyped.get(typed) ?? typed;
}

/** The address with what tells where somebody came from: a word for our bot, a code for a form of ours, utm_… for any other page. */
async function destination(
  { tx, publicUrl }: Context,
  { typed, code, source, postId }: { typed: string; code: string; source: string; postId: string },
): Promise<string | undefined> {
  if (!URL.canParse(typed)) return undefined;
  const bot = await botLink(tx, typed, code);
  if (bot) return bot;
  const url = new URL(typed);
  if (typed.startsWith(`${publicUrl}/f/`)) {
    url.searchParams.set('s', code);
    return url.href;
  }
  // who has set them themselves counts by them
  if (![...url.searchParams.keys()].some((key) => key.startsWith('utm_'))) {
    url.searchParams.set('utm_source', source);
    url.searchParams.set('utm_medium', 'social');
    url.searchParams.set('utm_campaign', `post-${postId}`);
  }
  if (!url.searchParams.has('utm_content')) url.searchParams.set('utm_content', code);
  return url.href;
}

async function botLink(sql: Sql, typed: string, code: string): Promise<string | undefined> {
  const bare = typed
    .replace(/[?#].*$/su, '')
    .replace(/\/$/u, '')
    .toLowerCase();
  for (const channel of REMOTE) {
    const link = linkOf(channel);
    const name = link && (await channelName(sql, channel)).replace(/^@/u, '');
    if (
      name &&
      link(name, '')
        .replace(/[?].*$/u, '')
        .toLowerCase() === bare
    )
      return link(name, startWord(code));
  }
  return undefined;
}

/** The address of the bot that customers write to; undefined: none is set up. */
export async function botAddress(sql: Sql): Promise<string | undefined> {
  for (const channel of REMOTE) {
    const link = linkOf(channel);
    const name = link && (await channelName(sql, channel)).replace(/^@/u, '');
    if (name) return link(name, '').replace(/[?].*$/u, '');
  }
  return undefined;
}

/** Where a link of a post leads; undefined: there is none with this code. */
export async function postLink(sql: Sql, code: string): Promise<PostLink | undefined> {
  const [row] = await sql<PostLink>`
    select code, post_id as "postId", source, url from post_links where code = ${code}`;
  return row;
}

/** Counts a visit, by a person or by a program. Nothing of the visitor is kept. */
export async function noteVisit(tx: Tx, code: string, program: boolean): Promise<void> {
  await tx`
    update post_links set visits = visits + ${program ? 0 : 1}, programs = programs + ${program ? 1 : 0} where code = ${code}`;
}
