import { truncate } from '../../../text/truncate.ts';
import { formatAge } from '../../../text/when/duration.ts';
import { takeWebForm } from '../../intake/web_form.ts';
import { failed, type Item, type Reply } from '../../reply.ts';
import { type HeldForm, heldForms, release } from '../../webforms/held.ts';
import type { WebForm } from '../../webforms/web_form.ts';
import type { CommandContext } from '../command.ts';

const MOST_SHOWN = 10;
const WORDS_GRAPHEMES = 200;

/** What is held back of a form, the newest first. */
export async function heldShown(ctx: CommandContext, form: WebForm): Promise<Reply> {
  const { webForm: t } = ctx.t;
  const held = await heldForms(ctx.tx, form.id, MOST_SHOWN);
  if (held.length === 0) return { text: t.noneHeld };
  return {
    title: t.heldTitle(form.name),
    lists: [{ items: held.map((one) => itemOf(ctx, one)) }],
    ...(form.held > held.length && { hint: t.heldCount(form.held) }),
    stays: true,
  };
}

function itemOf(
  { t: { webForm: t }, now, locale }: CommandContext,
  { id, formId, filled, reason, receivedAt }: HeldForm,
): Item {
  const { name = '', email = '', phone = '' } = filled.values;
  const who = [name, email, phone].filter(Boolean).join(' · ');
  return {
    text: truncate([who, filled.message].filter(Boolean).join(': '), WORDS_GRAPHEMES),
    detail: `${t.reason[reason]} · ${formatAge(now.getTime() - receivedAt.getTime(), locale)}`,
    buttons: [{ label: t.button.release, command: `/forms ${formId} release ${id}` }],
  };
}

/** A person wrote it: it is taken in like any other, as of when it came. */
export async function releaseHeld(ctx: CommandContext, form: WebForm, number: string): Promise<Reply> {
  const { webForm: t } = ctx.t;
  const held = /^\d{1,18}$/.test(number) ? await release(ctx.tx, number, ctx.now) : undefined;
  if (!held || held.formId !== form.id) return failed(t.notHeld);
  const { formId, externalId, filled, receivedAt: sentAt } = held;
  await takeWebForm(ctx, form, { kind: 'web_form.filled', formId, externalId, filled, sentAt });
  return { text: t.released };
}
