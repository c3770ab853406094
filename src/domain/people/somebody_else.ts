import type { Tx } from '../../db/sql.ts';
import { fold } from '../../text/fold.ts';
import type { Known, Marks, NewContact } from './contact.ts';
import { sameName } from './same_name.ts';
import { wordsIn } from './search_keys.ts';
import { EMAIL, PHONE } from './sign.ts';

/**
 * Whether whoever comes by this account can hardly be its holder: they are called otherwise, and nothing by which they could be reached
 * is the holder's, who can be reached too. An own system may give one id to many (its counter's, a test's), and what one of them is
 * written would leave for another.
 */
export async function isSomebodyElse(
  tx: Tx,
  { contact, identity }: Known,
  { marks: { identities, signs = [] }, draft: { name } }: { marks: Marks; draft: NewContact },
): Promise<boolean> {
  if (name === '' || contact.name === '' || (await isAlike(name, contact.name))) return false;
  const reached = [...identities, ...signs].filter(({ channel }) => channel === EMAIL || channel === PHONE);
  if (reached.length === 0 || reached.some(({ address }) => address === name)) return false;
  const [row] = await tx<{ names: string[]; isReached: boolean; isShared: boolean }>`
    with marks as materialized (
      select channel, address from contact_identities where contact_id = ${contact.id}
      union all select channel, address from contact_signs where contact_id = ${contact.id} and source not in ('former', 'writer')
    )
    select
      exists (select from marks where channel in (${EMAIL}, ${PHONE})) as "isReached",
      exists (
        select from marks m join jsonb_to_recordset(${tx.json(reached)}) as r (channel text, address text)
          on r.channel = m.channel and r.address = m.address
      ) as "isShared",
      array(
        select told_name from contact_identities
        where channel = ${identity.channel} and address = ${identity.address} and told_name is not null
        union select known_as from contact_identities where contact_id = ${contact.id} and known_as is not null
        union select address from contact_signs where contact_id = ${contact.id} and source in ('former', 'writer')
      ) as names`;
  if (!row!.isReached || row!.isShared) return false;
  for (const former of row!.names) if (await isAlike(name, former)) return false;
  return true;
}

/** Whether two names may be one person's: the same, also read aloud, or one without some words of the other. */
async function isAlike(one: string, other: string): Promise<boolean> {
  const [short, long] = [one, other].map((name) => wordsIn(fold(name))).sort((a, b) => a.length - b.length);
  return short!.every((word) => long!.includes(word)) || sameName(one, other);
}
