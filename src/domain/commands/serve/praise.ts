import { formatDay } from '../../../text/when/format_when.ts';
import { clockOf } from '../../context.ts';
import type { Item } from '../../reply.ts';
import { type Feedback, mayBeShown } from '../../serve/feedback.ts';
import type { Command, CommandContext } from '../command.ts';
import { paged } from '../paged.ts';
import { behindPage, pageIn } from '../words/words.ts';

/** '/praise': what customers said that may be shown to others, as whose words, and how they agreed. */
export const praise: Command<{ page: number }> = {
  name: 'praise',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: behindPage,
  parse: (words) => ({ page: pageIn(words) }),
  run: (ctx, { page }) =>
    paged(ctx, page, {
      title: ctx.t.feedback.praiseTitle,
      empty: ctx.t.feedback.praiseNone,
      command: '/praise',
      count: async (most) => (await mayBeShown(ctx.tx, most)).length,
      load: async (limit, offset) => (await mayBeShown(ctx.tx, limit, offset)).map((one) => praiseItem(ctx, one)),
    }),
};

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
