import type { Tx } from '../../../db/sql.ts';
import type { Money } from '../../../text/money/money.ts';
import type { Settings } from '../../settings.ts';
import { ownAmong } from '../own_order.ts';
import { draftOf } from './draft.ts';
import type { Quote } from './quote.ts';

/** What there is beside an issued quote. */
export interface Beside {
  /** Orders by hand of the same sum that its buyer was noted since. */
  alike: { id: string; number: string }[];
  /** What its draft comes to by now, where that is something else: nobody was sent that. */
  draftTotal: Money | undefined;
}

const MOST = 3;

export async function besideQuote(
  { tx, now, settings }: { tx: Tx; now: Date; settings: Settings },
  { leadId, contactId, totalMinor, currency, issuedAt }: Quote,
): Promise<Beside> {
  const found = await tx<{ id: string; number: string }>`
    select id, number from orders
    where contact_id = ${contactId} and placed_at >= ${issuedAt} and total_minor = ${totalMinor} and currency = ${currency}
      and cancelled_at is null and deleted_at is null and id not in (select order_id from quotes where order_id is not null and lead_id = ${leadId})
    order by id desc limit ${MOST}`;
  const own = await ownAmong(
    tx,
    found.map(({ id }) => id),
  );
  const draft = await draftOf(tx, leadId, { now, settings });
  const isOther = draft.lines.length > 0 && (draft.sums.total !== totalMinor || draft.currency !== currency);
  return {
    alike: found.filter(({ id }) => own.includes(id)),
    draftTotal: isOther ? { minor: draft.sums.total, currency: draft.currency! } : undefined,
  };
}
