import { type Context, clockOf } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import type { Item, Reply } from '../domain/reply.ts';
import { readOwnDays } from '../domain/serve/clock/hours.ts';
import { knowsYear } from '../domain/serve/clock/official.ts';
import { holidayCountry, tendClocks } from '../domain/serve/clock/tend.ts';
import { dueSoon, noteWarned } from '../domain/serve/clock/warn.ts';
import { tendComplaints } from '../domain/serve/complaint.ts';
import { lateBy } from '../domain/serve/due_words.ts';
import type { Ticket } from '../domain/serve/ticket.ts';
import type { Locale } from '../text/locale.ts';
import type { Texts } from '../text/texts.ts';
import { formatWhen } from '../text/when/format_when.ts';
import { dateOf, wallTime } from '../text/when/zone.ts';
import { takeSlot } from './take.ts';

const MOST_LISTED = 5;
/** So many clocks are set by one statement, and so often: more go on in a minute. */
const AT_ONCE = 500;
const ROUNDS = 20;
/** What comes due within a quarter of an hour is told together. */
const TOGETHER_MS = 15 * 60_000;
const DECEMBER = 12;

/** Sets the clocks of tickets, and says once what is due soon: all of it on one card, at most four times an hour. While the owner is away nothing is due. */
export async function tendTickets(ctx: Context): Promise<void> {
  for (let round = 0; round < ROUNDS && (await tendClocks(ctx, AT_ONCE)) === AT_ONCE; round++);
  await tendComplaints(ctx);
  await askForDaysOff(ctx);
  if (await currentAbsence(ctx.tx, ctx.now)) return;
  const { rows, count } = await dueSoon(ctx.tx, ctx.now, MOST_LISTED);
  if (rows.length === 0) return;
  const slot = String(Math.floor(ctx.now.getTime() / TOGETHER_MS));
  if ((await takeSlot(ctx.tx, 'tickets due', slot)) === 'done before') return;
  await noteWarned(ctx.tx, ctx.now);
  const notice = { kind: 'ticket_due' as const };
  await tellOwner(ctx, `tickets due:${slot}`, (t, locale) => dueCard(ctx, t, locale, rows, count), { notice });
}

function dueCard(ctx: Context, t: Texts, locale: Locale, rows: readonly Ticket[], count: number): Reply {
  const items = rows.map((row): Item => {
    const late = lateBy(ctx, t, locale, row);
    return {
      text: `${row.contactName} · ${row.title}`,
      ref: `#${row.number}`,
      contactId: row.contactId,
      detail: [
        t.labelled(
          row.unanswered ? t.ticketCard.answerDue : t.ticketCard.resolveDue,
          late ?? t.ticketCard.due(formatWhen(row.dueAt!, clockOf(ctx, locale))),
        ),
        t.ticketCard.priority[row.priority],
      ].join(' · '),
      buttons: [{ label: t.ticketCard.button.show, command: `/ticket ${row.number}` }],
    };
  });
  const all = { label: t.clock.all(count), command: '/tickets 1' };
  return {
    title: count > 1 ? t.clock.warnings(count) : t.clock.warning,
    lists: [{ items }],
    ...(count > rows.length && { buttons: [[all]] }),
  };
}

/** In December, once: the days off of a year that has not been announced are the owner's to enter. */
async function askForDaysOff(ctx: Context): Promise<void> {
  const { settings, now } = ctx;
  const { year, month } = dateOf(wallTime(now, settings.timezone).day);
  const country = holidayCountry(settings);
  const next = year + 1;
  if (month < DECEMBER || country !== 'CN' || knowsYear(country, next)) return;
  if ([...readOwnDays(settings.ownDays).keys()].some((day) => day.startsWith(`${next}-`))) return;
  if ((await takeSlot(ctx.tx, 'days off', String(next))) === 'done before') return;
  const notice = { kind: 'days_off' as const };
  const card = (t: Texts): Reply => ({
    title: t.hours.askTitle(next),
    text: t.hours.ask(next),
    buttons: [[{ label: t.hours.title, command: '/hours' }]],
    hint: t.hours.askExample(next),
  });
  await tellOwner(ctx, `days off:${next}`, card, { notice });
}
