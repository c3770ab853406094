import type { Tx } from '../../../../db/sql.ts';
import type { Repeat } from '../../../../text/when/repeat/repeat.ts';
import type { Lead } from '../../../sell/lead.ts';
import { changeTask, insertTask, type Task } from '../../../tasks/task.ts';

/** What is next, and when; null: at no time. */
export interface Plan {
  title: string;
  dueAt: Date | null;
  repeats: Repeat | null;
}

/** Makes this the next step of a lead: in the place of the one that it has. */
export async function planStep(tx: Tx, lead: Lead, plan: Plan, userId: string): Promise<Task> {
  if (lead.step) return changeTask(tx, lead.step.id, plan);
  return insertTask(tx, {
    title: plan.title,
    dueAt: plan.dueAt ?? undefined,
    repeats: plan.repeats ?? undefined,
    contactId: lead.contactId,
    leadId: lead.id,
    userId,
  });
}
