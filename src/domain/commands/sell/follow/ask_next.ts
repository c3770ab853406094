import type { Reply } from '../../../reply.ts';
import { loadLead } from '../../../sell/lead.ts';
import type { Task } from '../../../tasks/task.ts';
import type { CommandContext } from '../../command.ts';
import { describe } from '../lead.ts';
import { timeButtons } from './step_shown.ts';

/** What was to be done of a lead is done: what is next is asked at once, where nothing else is planned. */
export async function askNext(ctx: CommandContext, task: Task): Promise<{ text: string } & Pick<Reply, 'buttons'>> {
  const { t } = ctx;
  const lead = task.leadId === null ? undefined : await loadLead(ctx.tx, task.leadId);
  if (!lead || lead.step || lead.stage === 'won' || lead.stage === 'lost') return { text: '' };
  return {
    text: `\n${t.step.after(describe(ctx, lead))}`,
    buttons: [
      [...timeButtons(t, lead.id), { label: t.step.other, command: `/next ${lead.id}`, asks: true }],
      [
        { label: t.button.won, command: `/won ${lead.id}` },
        { label: t.button.lost, command: `/lost ${lead.id}` },
        { label: t.step.leave, command: `/next ${lead.id} ${t.typed.nothing[0]!}` },
      ],
    ],
  };
}
