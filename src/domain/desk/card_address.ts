import type { Locale } from '../../text/locale.ts';
import { formatMoney } from '../../text/money/money.ts';
import type { Texts } from '../../text/texts.ts';
import { formatAge } from '../../text/when/duration.ts';
import type { Context } from '../context.ts';
import type { Contact } from '../people/contact.ts';
import { lastFormerName } from '../people/former_name.ts';
import { looksLikeAddress, type Namesake, namesake } from '../people/name.ts';
import type { Field } from '../reply.ts';
import { type Bought, boughtBy } from '../sell/order_money.ts';
import { isHeardOrOwn } from '../shown.ts';
import type { Conversation } from '../talk/conversation.ts';
import { type StillToCome, stillToCome } from '../talk/scheduled.ts';
import { hasCanned, isEarly } from './card_words.ts';
import { type Found, type Known, knownOf } from './chips/found.ts';

/** Says where it comes from, if their name looks like an address, or somebody else has or had the same name. */
export function addressField(t: Texts, { name }: Contact, { address }: Conversation, namesake: Namesake): Field[] {
  const misleads = looksLikeAddress(name) && name.toLowerCase() !== address.toLowerCase();
  if (!misleads && !namesake) return [];
  return [{ label: t.card.address, value: namesake ? t.card.namesake(address, namesake) : address }];
}

interface Seen {
  namesake: Namesake;
  /** What they were called before, by themselves. */
  former: string | null;
  /** Theirs. */
  messages: number;
  since: Date | null;
  /** Answers to them that are to leave later. */
  later: StillToCome[];
  bought: Bought[];
  /** This is one of the first cards the owner sees. */
  early: boolean;
  /** There are canned replies. */
  canned: boolean;
  /** Which of the things they mention we have already; null if they mention none. */
  known: Known | null;
}

/** What a card says of a person; `messageId`: of the first message on it, `found`: in the words of all. */
export async function seenOf(
  ctx: Context,
  contactId: string,
  messageId: string,
  found: Found | undefined,
): Promise<Seen> {
  const [seen] = await ctx.tx<Seen>`
    select count(*)::int as messages, min(m.occurred_at) as since, ${namesake(ctx.tx, contactId)} as namesake,
      ${lastFormerName(ctx.tx, contactId)} as former, ${stillToCome(ctx.tx, contactId)} as later,
      ${isEarly(ctx.tx, messageId)} as early, ${hasCanned(ctx.tx)} as canned,
      ${knownOf(ctx.tx, contactId, found)} as known,
      (select coalesce(json_agg(b), '[]') from (${boughtBy(ctx.tx, contactId)}) b) as bought
    from messages m join conversations v on v.id = m.conversation_id
    where v.contact_id = ${contactId} and ${isHeardOrOwn(ctx.tx)}`;
  return seen!;
}

/** In a line. */
export function history(ctx: Context, t: Texts, locale: Locale, { tags }: Contact, seen: Seen): Field {
  const parts = [
    ...(seen.former ? [t.card.was(seen.former)] : []),
    ...tags.map((tag) => `#${tag}`),
    ...seen.bought.map((line) => t.card.bought(line.orders, formatMoney(line.totalMinor, line.currency, locale))),
    seen.since && seen.messages > 1
      ? t.card.known(seen.messages, formatAge(ctx.now.getTime() - seen.since.getTime(), locale))
      : t.card.firstMessage,
  ];
  return { label: t.card.customer, value: parts.join(' · ') };
}
