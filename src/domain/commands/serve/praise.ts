import { formatDay } from '../../../text/when/format_when.ts';
import { clockOf } from '../../context.ts';
import type { Item } from '../../reply.ts';
import { type Feedback, mayBeShown } from '../../serve/feedback.ts';
import type { CommandContext } from '../command.ts';
import { listCommand } from '../paged.ts';

/** '/praise': what customers said that may be shown to others, as whose words, and how they agreed. */
export const praise = listCommand('praise', {
  words: ({ feedback }) => ({ title: feedback.praiseTitle, empty: feedback.praiseNone }),
  count: async (ctx, most) => (await mayBeShown(ctx.tx, most)).length,
  load: async (ctx, limit, offset) => (await mayBeShown(ctx.tx, limit, offset)).map((one) => praiseItem(ctx, one)),
});

function praiseItem(ctx: CommandContext, one: Feedback): Item {
  const { t } = ctx;
  const day = formatDay(one.quoteSaidAt ?? ctx.now, clockOf(ctx, ctx.locale));
  return {
    text: `${t.triage.phrase(one.text.trim())} — ${one.quoteName || t.feedback.customer}`,
    detail: t.feedback.agreedOn(day, one.quoteAnswer || t.feedback.answers[one.quoteSaid ?? 'no']),
    ref: `f${one.id}`,
    contactId: one.contactId,
    buttons: [{ label: t.button.show, command: `/feedback f${one.id}` }],
  };
}
