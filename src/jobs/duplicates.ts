import type { Context } from '../domain/context.ts';
import { compareDue } from '../domain/merge/compare.ts';
import { measureAgain } from '../domain/merge/likeness/measured.ts';
import { latestSlot } from './slot.ts';
import { takeSlot } from './take.ts';

/** When nobody waits for anything. */
const NIGHT = '03:30';

/** Compares some of those who are new or have changed; what is likely is a line of /duplicates, told to nobody unasked. */
export async function findDuplicates(ctx: Context): Promise<void> {
  await compareDue(ctx);
}

/** Learns each night how often people agree by chance. */
export async function measureDuplicates(ctx: Context): Promise<void> {
  const slot = latestSlot(NIGHT, ctx.settings.timezone, ctx.now);
  if ((await takeSlot(ctx.tx, 'duplicates', slot.day)) !== 'done before') await measureAgain(ctx.tx);
}
