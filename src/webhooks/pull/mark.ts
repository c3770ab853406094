import type { Pulled } from '../../domain/shop_event.ts';
import type { InboxRow } from '../../inbox/event.ts';

/** The header of a stored row that we asked a shop for; no webhook can bring it, since only named headers of its request are kept. */
const PULLED = 'pulled';

export const marked = (pulled: Pulled): Record<string, string> => ({ [PULLED]: pulled });

/** Whether we asked a shop for what a row holds, and for what. */
export function markOf({ headers }: Pick<InboxRow, 'headers'>): { pulled?: Pulled } {
  const mark = headers?.[PULLED];
  return mark === 'history' || mark === 'look' ? { pulled: mark } : {};
}
