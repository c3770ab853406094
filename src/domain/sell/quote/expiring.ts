import type { Tx } from '../../../db/sql.ts';
import { type Day, isoDay } from '../../../text/when/zone.ts';
import { loadQuote, type Quote } from './quote.ts';

/** A quote that nobody has decided about, and how long it still is valid. */
export interface Expiring {
  quote: Quote;
  on: 'tomorrow' | 'today';
}

/** So many are told of at one look. */
const MOST = 20;

/** Those that are over tomorrow, or after today, and were not taken for that before; whose lead is won or lost is decided. What was extended is taken again. */
export async function takeExpiring(tx: Tx, today: Day): Promise<Expiring[]> {
  const [first, second] = [isoDay(today), isoDay(today + 1)];
  const taken = await tx<{ id: string; validUntil: string }>`
    update quotes q set reminded = reminded || (case when valid_until = ${first}::date then 'today:' else 'tomorrow:' end || valid_until)
    where id in (
      select o.id from quotes o
      where state = 'sent' and valid_until between ${first}::date and ${second}::date
        and not reminded @> array[case when valid_until = ${first}::date then 'today:' else 'tomorrow:' end || valid_until]
        and (select closed_at is null from leads l where l.id = o.lead_id)
      order by valid_until, id limit ${MOST} for update skip locked
    )
    returning id, valid_until::text as "validUntil"`;
  const expiring: Expiring[] = [];
  for (const { id, validUntil } of taken) {
    const quote = await loadQuote(tx, id);
    if (quote) expiring.push({ quote, on: validUntil === first ? 'today' : 'tomorrow' });
  }
  return expiring;
}
