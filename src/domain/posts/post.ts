import { assignments, given } from '../../db/assignments.ts';
import type { Fragment, Sql } from '../../db/sql.ts';
import type { Place } from '../../outbox/message.ts';
import type { Locale } from '../../text/locale.ts';
import { NETWORKS, type Network } from '../../text/post/networks.ts';
import type { Attachment } from '../attachment.ts';
import type { Context } from '../context.ts';

/** - draft: nothing leaves. scheduled: it leaves at its time. posted: it has left, or leaves in a moment. dropped: it never will. */
export type PostState = 'draft' | 'scheduled' | 'posted' | 'dropped';

/** A text to the public, with a picture or without one. */
export interface Post {
  id: string;
  words: string;
  picture: Attachment | null;
  /** Where the owner puts it by hand. */
  networks: Network[];
  state: PostState;
  scheduledAt: Date | null;
  postedAt: Date | null;
  /** How often it has begun to leave. */
  round: number;
  userId: string | null;
  /** Where the message stands that shows it, and under which key. */
  place: Pick<Place, 'channel' | 'address'>;
  toldKey: string;
  createdAt: Date;
}

const columns = (sql: Sql) => sql`
  id, words, picture, networks, state, scheduled_at as "scheduledAt", posted_at as "postedAt", round, user_id as "userId",
  jsonb_build_object('channel', told_channel, 'address', told_address) as place, told_key as "toldKey", created_at as "createdAt"`;

/** Where most who speak a language would put a post by hand. */
const USUAL: Readonly<Record<Locale, readonly Network[]>> = {
  'zh-CN': ['moments', 'xiaohongshu', 'weibo'],
  en: ['instagram', 'x'],
};

/** It is put where the post before it was put, or `only` there. */
export async function makePost(
  { tx, now, settings }: Pick<Context, 'tx' | 'now' | 'settings'>,
  { words, picture, userId, place, toldKey }: Pick<Post, 'words' | 'picture' | 'userId' | 'place' | 'toldKey'>,
  only?: Network,
): Promise<Post> {
  const [before] = await tx<Pick<Post, 'networks'>>`select networks from posts order by id desc limit 1`;
  const networks = only ? [only] : (before?.networks ?? USUAL[settings.locale]);
  const [made] = await tx<Post>`
    insert into posts (words, picture, networks, state, user_id, told_channel, told_address, told_key, created_at)
    values (
      ${words}, ${picture ? tx.json(picture) : null}, ${[...networks]}, 'draft', ${userId}::bigint,
      ${place.channel}, ${place.address}, ${toldKey}, ${now}
    ) returning ${columns(tx)}`;
  return made!;
}

export async function loadPost(sql: Sql, id: string, locked: Fragment = sql``): Promise<Post | undefined> {
  const [row] = await sql<Post>`select ${columns(sql)} from posts where id = ${id} ${locked}`;
  return row;
}

/** The newest posts, one page of them; not those that were dropped. */
export const listPosts = (sql: Sql, most: number, offset: number): Promise<Post[]> =>
  sql<Post>`select ${columns(sql)} from posts where state <> 'dropped' order by id desc limit ${most} offset ${offset}`;

/** The numbers of those whose time has come, the first of them. */
export async function duePosts(sql: Sql, now: Date): Promise<string[]> {
  const due = await sql<{ id: string }>`
    select id from posts where state = 'scheduled' and scheduled_at <= ${now} order by scheduled_at, id limit 10`;
  return due.map(({ id }) => id);
}

/** Those that are to leave by themselves. */
export const scheduledPosts = (sql: Sql): Promise<Post[]> =>
  sql<Post>`select ${columns(sql)} from posts where state = 'scheduled' order by scheduled_at, id for update`;

/** A post of this user that leaves in a moment, where it is what they did last. */
export async function waitingPost(sql: Sql, userId: string): Promise<Post | undefined> {
  // what lets it go is noted at its own time
  const isLast = sql`coalesce((
    select created_at < posted_at or created_at = posted_at and outcome is not distinct from 'for_good' from journal
    where user_id = ${userId} and not by_itself and undone_at is null and outcome is distinct from 'refused' order by id desc limit 1
  ), true)`;
  const waits = sql`${isLast} and state = 'posted' and user_id = ${userId} and exists (
    select from post_messages m join outbox o on o.id = m.outbox_id where m.post_id = posts.id and o.state = 'queued'
  )`;
  const [last] = await sql<{ id: string }>`
    select id from posts where ${waits} order by posted_at desc limit 1 for update`;
  // it may have left while the lock was waited for
  const [row] = last ? await sql<Post>`select ${columns(sql)} from posts where id = ${last.id} and ${waits}` : [];
  return row;
}

type PostChange = Partial<Omit<Post, 'id' | 'userId' | 'createdAt' | 'picture'>>;

/** Changes what is named and leaves the rest as it is in the row; gives it as it is then. */
export async function changePost({ tx }: Pick<Context, 'tx'>, post: Post, to: PostChange): Promise<Post> {
  const plain = <T>(value: T | undefined) => given(value, (known) => tx`${known}`);
  const sets = assignments(tx, {
    words: plain(to.words),
    networks: plain(to.networks),
    state: plain(to.state),
    scheduled_at: plain(to.scheduledAt),
    posted_at: plain(to.postedAt),
    round: plain(to.round),
    told_channel: plain(to.place?.channel),
    told_address: plain(to.place?.address),
    told_key: plain(to.toldKey),
  });
  if (!sets) return post;
  const [row] = await tx<Post>`update posts set ${sets} where id = ${post.id} returning ${columns(tx)}`;
  return row ?? post;
}

/** In the order in which they are shown. */
export const inOrder = (networks: readonly Network[]): Network[] => NETWORKS.filter((one) => networks.includes(one));
