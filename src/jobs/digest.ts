import type { Context } from '../domain/context.ts';
import { digestReply } from '../domain/desk/digest.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { currentAbsence } from '../domain/owner/away.ts';
import type { Reply } from '../domain/reply.ts';
import { type Texts, texts } from '../text/texts.ts';
import { latestSlot } from './slot.ts';
import { takeSlot } from './take.ts';

/** Up to this age a late digest is still news; later than this it is skipped, and the owner is told so. */
const CATCH_UP_MS = 6 * 3_600_000;
const END_OF_DAY = '23:59';

/** The daily digest: once for each local day, however often and by whom it is asked for. An empty day sends nothing. */
export async function sendDigest(ctx: Context): Promise<void> {
  const { digestAt, timezone } = ctx.settings;
  const off = digestAt === 'off' || (await currentAbsence(ctx.tx, ctx.now)) !== undefined;
  // days that pass while it is off or nothing is running are taken as well, so that none counts as skipped afterwards
  const slot = latestSlot(digestAt === 'off' ? END_OF_DAY : digestAt, timezone, ctx.now);
  const taken = await takeSlot(ctx.tx, 'digest', slot.day);
  if (off || taken !== 'taken') return;
  const late = ctx.now.getTime() - slot.dueAt.getTime() > CATCH_UP_MS;
  const notice = { kind: 'digest' as const };
  if (late) return tellOwner(ctx, `digest:${slot.day}`, (t) => skippedCard(t, slot.day), { notice });
  // one language is enough to ask whether there is anything at all, because the lists do not depend on it
  const anything = await digestReply(ctx, texts(ctx.settings.locale), ctx.settings.locale);
  if (!anything) return;
  await tellOwner(ctx, `digest:${slot.day}`, async (t, locale) => (await digestReply(ctx, t, locale))!, { notice });
}

const skippedCard = (t: Texts, day: string): Reply => ({
  text: t.digest.skipped(day),
  buttons: [[{ label: t.digest.now, command: '/digest' }]],
});
