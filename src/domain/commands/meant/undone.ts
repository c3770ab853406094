import { deedsSaid } from '../../../text/meaning/undone_said.ts';
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
import { deedsDone } from './deeds_done.ts';

const LABEL_GRAPHEMES = 40;

/**
 * What a button takes back is said on it, and is what it takes back whenever it is pressed; where that is asked about first it stays as it
 * is. Where `text` names another deed than the last one, it is not offered.
 */
export async function namingUndone(ctx: Context, user: User, text: string, reply: Reply): Promise<Reply> {
  const rows = reply.buttons ?? [];
  if (!rows.flat().some(isBare)) return reply;
  const button = await undoButton(ctx, user);
  if (!button) return reply;
  if (undoesAnother(text, button.did))
    return {
      ...reply,
      buttons: rows.map((row) => row.filter((one) => !isBare(one))).filter(({ length }) => length > 0),
    };
  return { ...reply, buttons: rows.map((row) => row.map((one) => (isBare(one) ? { ...one, ...button.named } : one))) };
}

/** Whether words name a deed to be taken back, and what was done last is another. */
export function undoesAnother(typed: string, did: string): boolean {
  const [said, done] = [deedsSaid(typed), deedsDone(did)];
  return said.length > 0 && done !== undefined && !said.some((deed) => done.includes(deed));
}

const isBare = ({ command }: Button): boolean => command === '/undo';

interface Undoing {
  /** What was done last, as the journal has it. */
  did: string;
  named: Pick<Button, 'label' | 'command'>;
}

async function undoButton(ctx: Context, user: User): Promise<Undoing | undefined> {
  const locale = localeOf(ctx, user);
  if (await waitingPost(ctx.tx, user.id)) return undefined;
  if ((await lastForGood(ctx.tx, user.id)) || (await isRecallLast(ctx.tx, user.id))) return undefined;
  const entry = await undoable(ctx.tx, await lastEntry(ctx.tx, user.id, ctx.now), ctx.now);
  if (!entry) return undefined;
  const line = await spokenLine({ tx: ctx.tx, commands, locale }, entry);
  const label = texts(locale).desk.undoOf(truncate(line, LABEL_GRAPHEMES));
  return { did: entry.command, named: { label, command: `/undo ${entry.id}` } };
}
