import { truncate } from '../../../text/truncate.ts';
import { hasLetters } from '../../channel.ts';
import type { Button, Item } from '../../reply.ts';
import { countScheduled, listScheduled, type Scheduled } from '../../talk/scheduled.ts';
import { recipientsNamed } from '../../talk/who_gets_it.ts';
import type { CommandContext } from '../command.ts';
import { listCommand } from '../paged.ts';
import { shown } from '../words/moment.ts';

const PREVIEW_GRAPHEMES = 60;

/** '/scheduled': answers that are to leave later. */
export const scheduled = listCommand('scheduled', {
  words: ({ later }) => ({ title: later.list, empty: later.none }),
  count: (ctx, most) => countScheduled(ctx.tx, most),
  load: async (ctx, limit, offset) =>
    (await listScheduled(ctx.tx, limit, offset)).map((row) => scheduledItem(ctx, row)),
});

function scheduledItem(ctx: CommandContext, row: Scheduled): Item {
  return {
    text: ctx.t.later.line(row.name, truncate(row.text, PREVIEW_GRAPHEMES)),
    detail: [whenOf(ctx, row), ...placeOf(ctx, row)].join(' · '),
    ref: `s${row.id}`,
    buttons: [cancelButton(ctx, row)],
  };
}

export const cancelButton = (ctx: CommandContext, { id }: Scheduled): Button => ({
  label: ctx.t.button.cancel,
  command: `/cancel s${id}`,
});

/** Of a mail the addresses. */
const placeOf = (ctx: CommandContext, row: Scheduled): string[] =>
  hasLetters(row.channel) ? [recipientsNamed(ctx.t, row, row.name, row)] : [];

export const whenOf = (ctx: CommandContext, { dueAt }: Scheduled): string => shown(ctx, dueAt);
