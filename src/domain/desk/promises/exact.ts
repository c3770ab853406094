import { formatClock } from '../../../text/when/format_when.ts';
import { localSlot } from '../../../text/when/when.ts';

/** A time as a button's line carries it. */
export const exactTime = (at: Date, timezone: string): string =>
  `${localSlot(at, timezone)} ${formatClock(at, timezone)}`;
