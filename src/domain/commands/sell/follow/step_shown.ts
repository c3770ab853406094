import type { Texts } from '../../../../text/texts.ts';
import { formatWhen } from '../../../../text/when/format_when.ts';
import { type Context, clockOf } from '../../../context.ts';
import type { Button } from '../../../reply.ts';
import type { Step } from '../../../sell/lead.ts';
import type { CommandContext } from '../../command.ts';

/** 'Fri 10:00 · call Anna', or what is to be done alone. */
export function stepWords(
  ctx: Pick<Context, 'now' | 'settings'> & Pick<CommandContext, 'locale'>,
  { title, dueAt }: Pick<Step, 'title'> & { dueAt: string | Date | null },
): string {
  return dueAt === null ? title : `${formatWhen(new Date(dueAt), clockOf(ctx, ctx.locale))} · ${title}`;
}

/** A time for what is next of a lead is one tap away. */
export function timeButtons(t: Texts, leadId: string): Button[] {
  const { when } = t.step;
  return [
    { label: t.step.tomorrow, command: `/next ${leadId} ${when.tomorrow}` },
    { label: t.step.inDays, command: `/next ${leadId} ${when.inDays}` },
    { label: t.step.nextWeek, command: `/next ${leadId} ${when.nextWeek}` },
  ];
}
