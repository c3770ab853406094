import type { Sql } from '../../db/sql.ts';
import type { Texts } from '../../text/texts.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../reply.ts';
import { tellOwner } from './tell.ts';

/** A channel says how it is. The owner hears of it once when it goes down and once when it is back. */
export async function noteChannel(ctx: Context, channel: string, ok: boolean, detail: string): Promise<void> {
  const before = await keepState(ctx, channel, ok, detail);
  const wasOk = before?.ok ?? true;
  if (wasOk === ok) return;
  await tellOwner(
    ctx,
    `channel:${channel}:${ctx.now.getTime()}`,
    (t) => (ok ? { text: t.status.backUp(t.way(channel)) } : downCard(t, channel, detail)),
    { notice: { kind: 'channel', of: channel } },
  );
}

const downCard = (t: Texts, channel: string, detail: string): Reply => ({
  title: t.status.wentDown(t.way(channel)),
  text: `${t.trouble(detail)}\n${t.status.nothingLost}`,
});

interface State {
  ok: boolean;
  detail: string;
}

/** Keeps what a channel says of itself and gives what it said before. */
export async function keepState(
  ctx: Context,
  channel: string,
  ok: boolean,
  detail: string,
): Promise<State | undefined> {
  const [before] = await ctx.tx<State>`
    select ok, detail from channel_states where channel = ${channel} for update`;
  if (before?.ok === ok && before.detail === detail) return before;
  await ctx.tx`
    insert into channel_states (channel, ok, detail, changed_at) values (${channel}, ${ok}, ${detail}, ${ctx.now})
    on conflict (channel) do update set
      ok = excluded.ok, detail = excluded.detail,
      changed_at = case when channel_states.ok = excluded.ok then channel_states.changed_at else excluded.changed_at end`;
  return before;
}

/** Under which name we appear on the channel, whether it works or not. */
export async function nameChannel(ctx: Context, channel: string, name: string): Promise<void> {
  await ctx.tx`
    insert into channel_states (channel, ok, name, changed_at) values (${channel}, true, ${name}, ${ctx.now})
    on conflict (channel) do update set name = excluded.name`;
}

/** Under which name we appear on the channel; '' until the channel has told us. */
export async function channelName(sql: Sql, channel: string): Promise<string> {
  const [row] = await sql<{ name: string }>`select name from channel_states where channel = ${channel}`;
  return row?.name ?? '';
}

/** Forgets what channels said that are no longer configured. */
export async function forgetChannels(ctx: Context, configured: string[]): Promise<void> {
  await ctx.tx`delete from channel_states where channel <> all (${configured})`;
}
