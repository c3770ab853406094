import { locales } from '../../../text/locale.ts';
import { listedAt, wroteItems } from '../../desk/return_list.ts';
import { type Absence, currentAbsence, plannedAbsences } from '../../owner/away.ts';
import { presenceLine } from '../../owner/presence.ts';
import type { Button, Field, Reply } from '../../reply.ts';
import { wordsFor } from '../../talk/automatic_answer.ts';
import type { CommandContext } from '../command.ts';
import { shown } from '../words/moment.ts';

/** From then until then, as people read it. */
export const spanOf = (ctx: CommandContext, from: Date, until: Date): string =>
  `${shown(ctx, from)} – ${shown(ctx, until)}`;

/** What is planned; and while another absence lasts nothing about messages that come until then. */
export async function howItStands(ctx: CommandContext, absence: Absence): Promise<Reply> {
  if (absence.startsAt <= ctx.now) return show(ctx);
  const { text, ...reply } = plannedReply(ctx, absence);
  return (await currentAbsence(ctx.tx, ctx.now)) ? reply : { ...reply, text: text! };
}

/** The present state: away, with what customers are told, or planned, or neither. */
export async function show(ctx: CommandContext): Promise<Reply> {
  const absence = await currentAbsence(ctx.tx, ctx.now);
  const planned = await plannedAbsences(ctx.tx, ctx.now);
  if (!absence) return notAway(ctx, planned);
  const wrote = await wroteItems(ctx, ctx.t, ctx.locale, { at: await listedAt(ctx), limit: 1 });
  return {
    title: (await presenceLine(ctx, ctx.t, ctx.locale))!,
    text: ctx.t.away.explained,
    fields: [...answerFields(ctx, absence), ...planned.map((one) => plannedField(ctx, one))],
    buttons: [
      [
        { label: ctx.t.away.off, command: '/away off' },
        ...(wrote.length > 0 ? [{ label: ctx.t.away.whoWrote, command: '/away list' }] : []),
      ],
      ...planned.map((one) => [cancelButton(ctx, one)]),
    ],
  };
}

/** Not away; perhaps one day. */
function notAway(ctx: CommandContext, [next, ...others]: Absence[]): Reply {
  const { t } = ctx;
  if (!next) {
    const spans = t.away.spans.map(({ label, typed }) => ({ label, command: `/away ${typed}` }));
    return { text: t.away.here, buttons: [spans] };
  }
  const { fields, buttons, ...reply } = plannedReply(ctx, next);
  return {
    ...reply,
    fields: [...fields!, ...others.map((one) => plannedField(ctx, one))],
    buttons: [...buttons!, ...others.map((one) => [cancelButton(ctx, one)])],
  };
}

function plannedReply(ctx: CommandContext, absence: Absence): Reply {
  return {
    title: ctx.t.away.planned(shown(ctx, absence.startsAt), shown(ctx, absence.until)),
    text: ctx.t.away.plannedHint,
    fields: answerFields(ctx, absence),
    buttons: [[{ label: ctx.t.away.cancelPlan, command: `/away cancel ${absence.id}` }]],
  };
}

function plannedField(ctx: CommandContext, { startsAt, until }: Absence): Field {
  return { label: ctx.t.away.plannedLabel, value: `${shown(ctx, startsAt)} – ${shown(ctx, until)}` };
}

export function cancelButton(ctx: CommandContext, { id, startsAt }: Absence): Button {
  return { label: ctx.t.away.cancelOne(shown(ctx, startsAt)), command: `/away cancel ${id}` };
}

/** What customers are told, by their language. */
function answerFields(ctx: CommandContext, absence: Absence): Field[] {
  return locales.map((locale) => ({
    label: ctx.t.language.name[locale],
    value: wordsFor(ctx, absence, locale),
  }));
}
