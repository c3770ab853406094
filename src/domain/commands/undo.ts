import { undo as undoEntry } from '../journal.ts';
import type { Command } from './command.ts';
import { idIn } from './words.ts';

/** Takes back the last change, or the one its button names: exactly, for 30 days. */
export const undo: Command<{ id: string | undefined }> = {
  name: 'undo',
  alias: '撤销',
  role: 'helper',
  parse: (words) => ({ id: idIn(words) }),
  async run(ctx, { id }) {
    const undone = await undoEntry(ctx.tx, ctx.user.id, id, ctx.now);
    if (undone.result === 'nothing') return { failed: true, text: ctx.t.undo.nothing };
    if (undone.result === 'sent') return { failed: true, text: ctx.t.undo.alreadySent };
    if (undone.result === 'changed_since') return { failed: true, text: ctx.t.undo.changedSince(undone.entry.command) };
    return { text: ctx.t.undo.done(undone.entry.command) };
  },
};
