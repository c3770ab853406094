import type { Sql } from '../../../db/sql.ts';
import { asksForNoAnswer, readsNobodyAt } from '../../../text/nobody.ts';
import { normaliseEmail } from '../../../text/normalise.ts';
import { hasLetters } from '../../channel.ts';
import { lastWords } from '../../shown.ts';
import { type AnswerPlace, isBegun } from '../conversation.ts';

const LONGEST = 20_000;
/** So many addresses are offered. */
const MOST = 3;

/**
 * Whether an answer to this address would be read by nobody, as the address or the last mail says and no user has denied. Then it gives
 * the addresses that stand in the mail instead; undefined: somebody reads.
 */
export async function nobodyReads(sql: Sql, place: AnswerPlace, address: string): Promise<string[] | undefined> {
  if (!hasLetters(place.channel)) return undefined;
  if (!isBegun(place)) return readsNobodyAt(address) ? [] : undefined;
  const { id, address: own } = place;
  const [row] = await sql<{ text: string; automatic: boolean | null }>`
    select left(coalesce(m.text, ''), ${LONGEST}) as text,
      (select r.automatic from sender_rules r where r.address = ${address}) as automatic
    from conversations v left join messages m on m.id = ${lastWords(sql)} where v.id = ${id}`;
  const { text, automatic } = row!;
  if (automatic === false) return undefined;
  const named = [...new Set(addressesIn(text))];
  // a form's words hold the address of whoever filled it in: what it asks is asked for its website
  const isAsked = address === own && !named.includes(address) && asksForNoAnswer(text);
  if (!isAsked && !readsNobodyAt(address)) return undefined;
  return named.filter((one) => one !== address && !readsNobodyAt(one)).slice(0, MOST);
}

function addressesIn(text: string): string[] {
  const found = text.match(/[^\s<>()[\],;:：，；、|"']{1,64}@[\w.-]{1,200}\w/g) ?? [];
  return found.flatMap((one) => normaliseEmail(one) ?? []);
}
