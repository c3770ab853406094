import { addMonths, dateOf, fromWallTime, isoDay, wallTime } from '../../../text/when/zone.ts';
import type { Item, Reply } from '../../reply.ts';
import { type CauseByMonth, causesByMonth, countComplaints } from '../../serve/cause.ts';
import type { Command, CommandContext } from '../command.ts';
import { allWords } from '../words/words.ts';

const MOST = 30;
const MONTHS = 3;
const MOST_BUTTONS = 3;

/** '/causes': why tickets come about, the most frequent first: how many came in each of three months, and how many are open. */
export const causes: Command<null> = {
  name: 'causes',
  role: 'viewer',
  saidAtOnce: 'shows',
  unread: allWords,
  parse: () => null,
  run: (ctx) => causesShown(ctx),
};

export async function causesShown(ctx: CommandContext): Promise<Reply> {
  const { t, tx, settings } = ctx;
  const today = wallTime(ctx.now, settings.timezone).day;
  const first = today - dateOf(today).date + 1;
  const months = Array.from({ length: MONTHS }, (_, nth) => addMonths(first, nth - MONTHS + 1));
  const from = fromWallTime({ day: months[0]!, minutes: 0 }, settings.timezone);
  const all = await causesByMonth(tx, { from, timezone: settings.timezone, limit: MOST });
  const complaints = await countComplaints(tx);
  const names = months.map((day) => isoDay(day).slice(0, 7));
  const fields = [{ label: t.ticketCard.kind.complaint, value: t.causes.complaints(complaints) }];
  const buttons = [
    all.slice(0, MOST_BUTTONS).map(({ name }) => ({ label: name, command: `/tickets ${name}` })),
    ...(complaints > 0
      ? [[{ label: t.ticketCard.kind.complaint, command: `/tickets ${t.ticketCard.kind.complaint.toLowerCase()}` }]]
      : []),
  ].filter((row) => row.length > 0);
  return {
    title: t.ticketCard.causes,
    ...(all.length === 0 && { text: t.ticketCard.noCauses }),
    ...(complaints > 0 && { fields }),
    ...(all.length > 0 && { lists: [{ items: all.map((one) => causeItem(ctx, one, names)) }] }),
    ...(buttons.length > 0 && { buttons }),
    hint: t.ticketCard.causesHint,
  };
}

function causeItem({ t }: CommandContext, { name, tickets, open, months }: CauseByMonth, names: string[]): Item {
  const counts = names.map((month) => t.causes.month(month, months[month] ?? 0));
  return { text: name, detail: [t.causes.total(tickets), t.causes.open(open), ...counts].join(' · ') };
}
