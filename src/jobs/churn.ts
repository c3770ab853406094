import type { Context } from '../domain/context.ts';
import { CHURN_PAGE, churnCard } from '../domain/desk/shop/churn_card.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import { findSilent, lockSilences } from '../domain/sell/churn.ts';
import { cameBack, noteAlerts } from '../domain/sell/churn_alert.ts';
import { readWeekly } from '../domain/settings.ts';
import { latestSlot } from './slot.ts';
import { takeSlot } from './take.ts';

const END_OF_DAY = '23:59';

/**
 * Who has not bought for longer than is their habit: the few with the most at stake, once a week, each at most once a quarter, and what
 * became of those who were told of before. Says
 * nothing where there is nobody, nor before there is enough to tell a habit from chance. A week that was missed is told when we are
 * back; one in which the owner is away is left out.
 */
export async function tellSilent(ctx: Context): Promise<void> {
  const { churnAt, timezone } = ctx.settings;
  const weekly = readWeekly(churnAt);
  // what passes while it is off is taken as well, so that nothing is told of it afterwards
  const slot = latestSlot(weekly?.at ?? END_OF_DAY, timezone, ctx.now, weekly?.weekday);
  if ((await takeSlot(ctx.tx, 'churn', slot.day)) !== 'taken' || !weekly) return;
  if ((await currentAbsence(ctx.tx, ctx.now)) !== undefined) return;
  await lockSilences(ctx.tx);
  const found = await findSilent(ctx.tx, ctx, { limit: CHURN_PAGE, untold: true });
  if (found.result !== 'found' || found.people.length === 0) return;
  const back = await cameBack(ctx.tx, ctx.now);
  await noteAlerts(ctx.tx, found.people, ctx.now);
  const notice = { kind: 'churn' as const };
  await tellOwner(ctx, `churn:${slot.day}`, (t, locale) => churnCard(ctx, t, locale, found, back), { notice });
}
