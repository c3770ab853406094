import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { truncate } from '../../text/truncate.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import type { Context } from '../context.ts';
import type { Button, Field, Reply } from '../reply.ts';
import { MOST_ON_CARD, type StillToCome } from '../talk/scheduled.ts';

const PREVIEW_GRAPHEMES = 60;

/** Answers that are to leave later stand on a card of what is new, each with its hour: they may not fit any more. */
export function laterOnCard(
  { now, settings: { timezone } }: Pick<Context, 'now' | 'settings'>,
  t: Texts,
  locale: Locale,
  all: readonly StillToCome[],
): { fields: Field[]; buttons: Button[][] } {
  const answers = all.slice(0, MOST_ON_CARD);
  const more: Button[][] = all.length > MOST_ON_CARD ? [[{ label: t.later.list, command: '/scheduled' }]] : [];
  const when = ({ dueAt }: StillToCome) => formatWhen(new Date(dueAt), { now, timezone, locale });
  return {
    fields: answers.map((one) => ({
      label: t.later.stillToCome,
      value: t.later.line(when(one), truncate(one.text, PREVIEW_GRAPHEMES)),
    })),
    buttons: [
      ...answers.map((one) => [{ label: t.later.cancelIt(when(one)), command: `/cancel s${one.id}` }]),
      ...more,
    ],
  };
}

/** The card with them. */
export function withLater(
  ctx: Pick<Context, 'now' | 'settings'>,
  t: Texts,
  locale: Locale,
  reply: Reply,
  all: readonly StillToCome[],
): Reply {
  if (all.length === 0) return reply;
  const { fields, buttons } = laterOnCard(ctx, t, locale, all);
  return { ...reply, fields: [...(reply.fields ?? []), ...fields], buttons: [...buttons, ...(reply.buttons ?? [])] };
}
