import type { Tx } from '../../../db/sql.ts';
import type { Mailbox } from '../../people/consent.ts';

/** A yes that a customer has said in a shop, as one version of their account tells it. */
export interface MarketingWord extends Mailbox {
  connectionId: string;
  /** The customer's id in the shop. */
  account: string;
  /** When they said it; null: nobody knows. */
  saidAt: Date | null;
  /** When the shop wrote this version. */
  toldAt: Date;
}

const NOT_KNOWN = new Date(0);

/**
 * When a word was told of this mailbox first; undefined: it is of another. The account's earliest version that tells it says of which. It
 * is remembered whatever follows from it, so the order of arrival does not matter: an earlier version that comes later takes back what
 * the word has led to elsewhere.
 */
export async function firstTold(tx: Tx, word: MarketingWord): Promise<Date | undefined> {
  const { connectionId, account, channel, address, toldAt } = word;
  const saidAt = word.saidAt ?? NOT_KNOWN;
  const [own] = await tx<{ mailbox: Uint8Array }>`
    select suppression_hash(k.inner_pad, k.outer_pad, ${channel}, ${address}) as mailbox from suppression_key() k`;
  const { mailbox } = own!;
  await tx`
    insert into marketing_words (connection_id, account, said_at, mailbox, told_at)
    values (${connectionId}, ${account}, ${saidAt}, ${mailbox}, ${toldAt}) on conflict do nothing`;
  const which = tx`connection_id = ${connectionId} and account = ${account} and said_at = ${saidAt}`;
  const [kept] = await tx<{ mailbox: Uint8Array; at: Date; same: boolean; later: boolean }>`
    select mailbox, told_at as at, mailbox = ${mailbox} as same, (told_at, mailbox) > (${toldAt}::timestamptz, ${mailbox}::bytea) as later
    from marketing_words where ${which} for update`;
  const { same, later, at } = kept!;
  if (!later) return same ? at : undefined;
  await tx`update marketing_words set mailbox = ${mailbox}, told_at = ${toldAt} where ${which}`;
  if (!same) await takeBack(tx, word, at, kept!.mailbox);
  return toldAt;
}

/**
 * What a word has led to at a mailbox that it was not said for was never agreed to, and has lifted nothing. Of a word whose time nobody
 * knows each version that told it, from `at` on, may have led to it; what another word with a time has led to stays.
 */
async function takeBack(
  tx: Tx,
  { connectionId, account, channel, saidAt }: MarketingWord,
  at: Date,
  mailbox: Uint8Array,
): Promise<void> {
  const when = saidAt
    ? tx`c.asked_at = ${saidAt}`
    : tx`c.asked_at >= ${at} and not exists (
        select from marketing_words w
        where w.connection_id = ${connectionId} and w.account = ${account} and w.mailbox = ${mailbox} and w.said_at = c.asked_at
      )`;
  const { count } = await tx`
    delete from consents c using suppression_keys k
    where c.source = ${`shop:${connectionId}`} and c.channel = ${channel} and c.confirmed_at = c.asked_at and ${when}
      and suppression_hash(k.inner_pad, k.outer_pad, c.channel, c.address) = ${mailbox}`;
  if (count > 0 && saidAt)
    await tx`
      update suppressions set lifted_at = null where hash = ${mailbox} and lifted_at = ${saidAt} and at <= ${saidAt}`;
}
