import { localSlot } from '../../../text/when/zone.ts';
import type { Context } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { isTaken, takeWebForm } from '../../intake/web_form.ts';
import { noteEvent } from '../../sell/connection.ts';
import type { WebFormFilled } from '../../web_form_event.ts';
import { hold, sentAgain } from '../../webforms/held.ts';
import { loadWebForm, type WebForm } from '../../webforms/web_form.ts';

/** A visitor has filled in a form. What looks like a program's is held back until a user says that a person wrote it. */
export async function onWebFormFilled(ctx: Context, event: WebFormFilled): Promise<string | undefined> {
  const form = await loadWebForm(ctx.tx, event.formId);
  if (!form) return 'unknown form';
  await noteEvent(ctx, form.id);
  if (event.spam) return (await isTaken(ctx.tx, form, event)) ? 'taken already' : holdBack(ctx, form, event);
  return (await sentAgain(ctx.tx, event, ctx.now)) ? takeWebForm(ctx, form, event) : 'released already';
}

/** The owner hears of it once a day, and /forms says how many there are. */
async function holdBack(ctx: Context, form: WebForm, event: WebFormFilled): Promise<string> {
  await hold(ctx.tx, event);
  const day = localSlot(ctx.now, ctx.settings.timezone);
  await tellOwner(
    ctx,
    `held-form:${form.id}:${day}`,
    ({ webForm: t }) => ({
      text: t.heldNotice(form.name),
      buttons: [[{ label: t.button.look, command: `/forms ${form.id} held` }]],
    }),
    { notice: { kind: 'held_form' } },
  );
  return `held back: ${event.spam}`;
}
