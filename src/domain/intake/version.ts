import type { Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import type { MessageEdited, MessagesWithdrawn } from '../event.ts';

/** How an edit stands to what has come of its message: the newest of it, older than another edit, or from before it was withdrawn. */
export type Standing = 'newest' | 'older' | 'withdrawn';

/** Takes the edit for the newest version of its message, unless that has come already: channels do not deliver in order. */
export async function takeVersion(tx: Tx, { channel, chat, externalId, editedAt }: MessageEdited): Promise<Standing> {
  const taken = await tx`
    insert into message_versions as known (channel, chat, external_id, at)
    values (${channel}, ${chat}, ${externalId}, ${editedAt})
    on conflict (channel, chat, external_id) do update set at = excluded.at
    where known.at < excluded.at or (known.at = excluded.at and not known.withdrawn) returning at`;
  if (taken.length > 0) return 'newest';
  const [newest] = await tx<{ withdrawn: boolean }>`
    select withdrawn from message_versions
    where channel = ${channel} and chat = ${chat} and external_id = ${externalId}`;
  return newest?.withdrawn ? 'withdrawn' : 'older';
}

/** Remembers that these were deleted, though they may not have come yet. */
export async function noteWithdrawn(
  { tx, now }: Context,
  { channel, chat, externalIds, from, withdrawnAt = now }: MessagesWithdrawn,
): Promise<void> {
  await tx`
    insert into message_versions as known (channel, chat, external_id, at, withdrawn, unsure)
    select ${channel}, ${chat}, id, ${withdrawnAt}, true, ${!from}
    from unnest((select ${[...new Set(externalIds)].sort()}::text[])) id
    on conflict (channel, chat, external_id) do update
    set at = greatest(known.at, excluded.at), withdrawn = true, unsure = excluded.unsure`;
}
