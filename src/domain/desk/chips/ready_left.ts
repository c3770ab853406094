import { addMark, withoutMarks } from '../../../outbox/marks.ts';
import { rewrite, type Told, toldWithReady } from '../../../outbox/rewrite.ts';
import { texts } from '../../../text/texts.ts';
import { formatClock } from '../../../text/when/format_when.ts';
import { isLocal } from '../../channel.ts';
import { type Context, localeOf } from '../../context.ts';
import { type Button, buttonsOf } from '../../reply.ts';
import { loadReady, type Ready, stopWaiting, type WhyStays } from '../../talk/ready/rows.ts';
import { userAt } from '../../user.ts';
import { retell } from '../tell_message.ts';
import { sendButton, takeLine } from './ready.ts';

/** An answer that was to leave by itself, by its number. */
type Waited = Pick<Ready, 'id' | 'messageId'>;

/**
 * What was to leave by itself has left, or does not: the cards that say that it will say so. Those that wait to be shown are made anew; those
 * that were told are marked, without the button that kept it back. Of what goes on waiting nothing is said.
 */
export async function showLeft(ctx: Context, waited: readonly Waited[]): Promise<void> {
  if (waited.length === 0) return;
  const ids = waited.map(({ id }) => id);
  await retell(
    ctx,
    waited.map(({ messageId }) => messageId),
  );
  const now = new Map((await loadReady(ctx.tx, ids)).map((one) => [one.id, one]));
  for (const told of await toldWithReady(ctx.tx, ids.map(takeLine))) {
    for (const id of ids) if (!isLocal(told.channel)) await mark(ctx, told, id, now.get(id));
  }
}

/** Nothing that waits leaves by itself any more, and the cards say so. Gives how many there were. */
export async function stopReady(ctx: Context, kinds: readonly Ready['kind'][], name?: string): Promise<number> {
  const stopped = await stopWaiting(ctx, kinds, name);
  await showLeft(ctx, stopped);
  return stopped.length;
}

async function mark(ctx: Context, told: Told, id: string, ready: Ready | undefined): Promise<void> {
  if (ready?.state === 'waiting' || ready?.state === 'taken') return;
  const button = buttonsOf(told.before ?? told.reply).find(({ command }) => command === takeLine(id));
  if (!button?.id) return;
  const locale = localeOf(ctx, userAt(ctx, told.channel, told.address));
  const t = texts(locale);
  const clock = formatClock(ctx.now, ctx.settings.timezone);
  const sent = ready?.state === 'sent';
  const text = sent ? t.ready.left(clock) : t.ready.notLeft(t.ready.why[ready?.why ?? 'edited'], clock);
  const buttons: Button[] =
    ready?.state === 'proposed' && !(ready.why && SETTLED.has(ready.why))
      ? [{ ...sendButton(t, ready), id: ctx.random() }]
      : [];
  const rewriting = addMark(told, { button: button.id, text, buttons, of: `ready:${id}` });
  await rewrite(ctx.tx, ctx.random, told, rewriting, {
    key: `ready:${id}:${ready?.state ?? 'gone'}:${told.id}:${ctx.now.getTime()}`,
  });
}

/** After an entry was taken back: what waits to leave again is said to wait, where it was said not to. */
export async function showWaitingAgain(ctx: Context, journalId: string): Promise<void> {
  const changed = await ctx.tx<{ key: string }>`
    select distinct key from journal_changes where journal_id = ${journalId} and table_name = 'ready_answers'`;
  const again = (
    await loadReady(
      ctx.tx,
      changed.map(({ key }) => key),
    )
  ).filter(({ state }) => state === 'waiting');
  if (again.length === 0) return;
  await retell(
    ctx,
    again.map(({ messageId }) => messageId),
  );
  const of = new Set(again.map(({ id }) => `ready:${id}`));
  for (const told of await toldWithReady(
    ctx.tx,
    again.map(({ id }) => takeLine(id)),
  ))
    if (told.marks?.some((one) => of.has(one.of ?? '')))
      await rewrite(
        ctx.tx,
        ctx.random,
        told,
        withoutMarks(told, (one) => of.has(one.of ?? '')),
        { key: `ready again:${journalId}:${told.id}` },
      );
}

/** Then nobody sends it any more. */
const SETTLED: ReadonlySet<WhyStays> = new Set(['answered', 'blocked', 'unreachable']);
