import { texts } from '../../../text/texts.ts';
import { truncate } from '../../../text/truncate.ts';
import { type Context, localeOf } from '../../context.ts';
import type { User } from '../../owner/user.ts';
import { waitingPost } from '../../posts/post.ts';
import type { Button, Reply } from '../../reply.ts';
import { lastEntry, undoable } from '../../undo/entry.ts';
import { isRecallLast, lastForGood } from '../../undo/touched.ts';
import { commands } from '../table.ts';
import { spokenLine } from '../who/spoken.ts';

const LABEL_GRAPHEMES = 40;

/** What a button takes back is said on it, and is what it takes back whenever it is pressed; where that is asked about first it stays as it is. */
export async function namingUndone(ctx: Context, user: User, reply: Reply): Promise<Reply> {
  const rows = reply.buttons ?? [];
  if (!rows.flat().some(isBare)) return reply;
  const button = await undoButton(ctx, user);
  if (!button) return reply;
  return { ...reply, buttons: rows.map((row) => row.map((one) => (isBare(one) ? { ...one, ...button } : one))) };
}

const isBare = ({ command }: Button): boolean => command === '/undo';

async function undoButton(ctx: Context, user: User): Promise<Pick<Button, 'label' | 'command'> | undefined> {
  const locale = localeOf(ctx, user);
  if (await waitingPost(ctx.tx, user.id)) return undefined;
  if ((await lastForGood(ctx.tx, user.id)) || (await isRecallLast(ctx.tx, user.id))) return undefined;
  const entry = await undoable(ctx.tx, await lastEntry(ctx.tx, user.id, ctx.now), ctx.now);
  if (!entry) return undefined;
  const line = truncate(await spokenLine({ tx: ctx.tx, commands, locale }, entry), LABEL_GRAPHEMES);
  return { label: texts(locale).desk.undoOf(line), command: `/undo ${entry.id}` };
}
