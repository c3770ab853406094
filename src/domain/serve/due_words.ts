import type { Locale } from '../../text/locale.ts';
import type { Texts } from '../../text/texts.ts';
import { formatAge } from '../../text/when/duration.ts';
import { formatWhen } from '../../text/when/format_when.ts';
import { type Context, clockOf } from '../context.ts';
import type { Ticket } from './ticket.ts';

type Clocked = Pick<Ticket, 'dueAt' | 'state'>;

/** 'late by 3 h'; undefined: it is not, or no clock runs. */
export function lateBy(
  { now }: Pick<Context, 'now'>,
  t: Texts,
  locale: Locale,
  { dueAt, state }: Clocked,
): string | undefined {
  const late = state === 'open' && dueAt ? now.getTime() - dueAt.getTime() : -1;
  return late >= 0 ? t.ticketCard.late(formatAge(late, locale)) : undefined;
}

/** 'due tomorrow 10:00', 'late by 3 h'; undefined where no clock runs. */
export function dueWords(
  ctx: Pick<Context, 'now' | 'settings'>,
  t: Texts,
  locale: Locale,
  row: Clocked,
): string | undefined {
  if (!row.dueAt || row.state !== 'open') return undefined;
  return lateBy(ctx, t, locale, row) ?? t.ticketCard.due(formatWhen(row.dueAt, clockOf(ctx, locale)));
}
