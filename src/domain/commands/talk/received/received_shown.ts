import { formatWhen } from '../../../../text/when/format_when.ts';
import type { PastSpan } from '../../../../text/when/past_span.ts';
import { clockOf } from '../../../context.ts';
import { nameOf } from '../../../people/name.ts';
import type { Reply } from '../../../reply.ts';
import { receivedIn, sumReceived } from '../../../talk/received/received.ts';
import type { CommandContext } from '../../command.ts';
import { paged } from '../../paged.ts';
import { ofOtherDays, spanNamed } from '../../words/spans/span_words.ts';

/** '/inbox today': how many messages came, and from whom, answered or not. */
export async function receivedShown(ctx: CommandContext, span: PastSpan, said: string, page: number): Promise<Reply> {
  const { t } = ctx;
  const { messages, people } = await sumReceived(ctx.tx, span);
  const title = t.asked.of(t.asked.received, spanNamed(ctx, span));
  const shown = await paged(ctx, page, {
    title,
    empty: t.asked.none(title),
    command: `/inbox ${said} ›`,
    count: async (most) => Math.min(people, most),
    load: async (limit, offset) =>
      (await receivedIn(ctx.tx, span, limit, offset)).map(({ contactId, name, count, at }) => ({
        text: nameOf({ id: contactId, name }),
        ref: `c${contactId}`,
        contactId,
        detail: `${count} · ${formatWhen(at, clockOf(ctx, ctx.locale))}`,
        buttons: [{ label: t.button.show, command: `/timeline c${contactId}` }],
      })),
  });
  const { ofDays, row } = ofOtherDays(ctx, '/inbox');
  return {
    ...shown,
    ofDays,
    ...(messages > 0 && { fields: [{ label: t.asked.total, value: t.asked.receivedFrom(messages, people) }] }),
    buttons: [...(shown.buttons ?? []), row, [{ label: t.inbox.list, command: '/inbox', turns: true }]],
  };
}
