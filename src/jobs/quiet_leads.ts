import type { Context } from '../domain/context.ts';
import { quietCard } from '../domain/desk/leads/quiet_card.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import { takeQuiet } from '../domain/sell/follow/quiet.ts';
import { latestSlot } from './slot.ts';
import { takeSlot } from './take.ts';

/** Behind the digest, which names the quietest every day. */
const AT = '10:00';
/** Later than this it is left to the next day. */
const LATE_MS = 6 * 3_600_000;
/** So many are shown. */
const SHOWN = 8;

/**
 * Tells the owner once a day of the leads that have gone quiet since, all at once, each once until it has moved or as many days have passed
 * again. What is missed is told the next day: they are still quiet then. While the owner is away nothing is told.
 */
export async function tellQuietLeads(ctx: Context): Promise<void> {
  const slot = latestSlot(AT, ctx.settings.timezone, ctx.now);
  if ((await takeSlot(ctx.tx, 'quiet leads', slot.day)) === 'done before') return;
  if (ctx.now.getTime() - slot.dueAt.getTime() > LATE_MS) return;
  if ((await currentAbsence(ctx.tx, ctx.now)) !== undefined) return;
  const { leads, count } = await takeQuiet(ctx, SHOWN);
  if (leads.length === 0) return;
  const notice = { kind: 'quiet_leads' as const };
  await tellOwner(ctx, `quiet leads:${slot.day}`, (t, locale) => quietCard(ctx, t, locale, leads, count), { notice });
}
