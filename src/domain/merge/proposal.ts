import type { Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import type { Messages } from '../../text/messages.ts';
import { formatMoney } from '../../text/money/money.ts';
import { truncate } from '../../text/truncate.ts';
import { formatAge } from '../../text/when/duration.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk/tell.ts';
import { type Contact, identitiesOf, loadContact } from '../people/contact.ts';
import type { Button, Item, List, Reply } from '../reply.ts';
import { boughtBy } from '../sell/order_money.ts';
import { latestMessages } from '../talk/message.ts';

/** Why two contacts may be one person. */
export interface Evidence {
  /**
   * `held`: an address that came with `by` is the other's. `sign`: it came with both, and proves neither. `named`: `by` wrote the other's address. `order`: `by` wrote the
   * other's order number. `name`: the same name, `short`: one is short for the other, with `domain` (a mail domain few share) or `local` (the part before the @).
   */
  kind: 'held' | 'sign' | 'named' | 'order' | 'name' | 'short' | 'domain' | 'local';
  /** Whose words or identity it came from: id of a contact. */
  by: string;
  value: string;
  /** The kind of address, for `held`, `sign` and `named`. */
  channel?: string;
}

export type Decision = 'merged' | 'refused';

/** Two contacts that look like one person, the older one first. */
export interface Proposal {
  id: string;
  firstId: string;
  secondId: string;
  evidence: Evidence[];
}

/** So many open questions about one contact are enough: a number a hundred people name is a switchboard. */
const MOST_OPEN = 5;
const WORDS_GRAPHEMES = 120;

const pairOf = (one: string, other: string): [first: string, second: string] =>
  BigInt(one) < BigInt(other) ? [one, other] : [other, one];

/** Asks the owner whether these two are one person, unless that was asked before. */
export async function propose(ctx: Context, one: string, other: string, evidence: Evidence[]): Promise<void> {
  const [first, second] = pairOf(one, other);
  const [row] = await ctx.tx<{ id: string }>`
    insert into merge_proposals (first_id, second_id, evidence, state, created_at)
    select ${first}, ${second}, ${ctx.tx.json(evidence)}, 'proposed', ${ctx.now}
    where not exists (
      select from unnest(${[one, other]}::bigint[]) as c(id)
      where ${MOST_OPEN} <= (
        select count(*) from merge_proposals where state = 'proposed' and (first_id = c.id or second_id = c.id)
      )
    )
    on conflict (first_id, second_id) do nothing
    returning id`;
  if (!row) return;
  const proposal = { id: row.id, firstId: first, secondId: second, evidence };
  await tellOwner(ctx, `alike:${row.id}`, (t, locale) => proposalCard(ctx, t, locale, proposal), {
    notice: { kind: 'alike' },
  });
}

/** Open questions, the newest first; those about somebody who is gone are none. */
export async function openProposals(sql: Sql, limit: number, offset = 0): Promise<Proposal[]> {
  return sql<Proposal>`
    select p.id, p.first_id as "firstId", p.second_id as "secondId", p.evidence
    from merge_proposals p join contacts a on a.id = p.first_id join contacts b on b.id = p.second_id
    where p.state = 'proposed' order by p.id desc limit ${limit} offset ${offset}`;
}

/** Open questions about one contact. */
export async function proposalsOf(sql: Sql, contactId: string): Promise<Proposal[]> {
  return sql<Proposal>`
    select p.id, p.first_id as "firstId", p.second_id as "secondId", p.evidence
    from merge_proposals p join contacts a on a.id = p.first_id join contacts b on b.id = p.second_id
    where p.state = 'proposed' and (p.first_id = ${contactId} or p.second_id = ${contactId}) order by p.id desc`;
}

export async function countProposals(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count
    from merge_proposals p join contacts a on a.id = p.first_id join contacts b on b.id = p.second_id
    where p.state = 'proposed'`;
  return row!.count;
}

/** What the owner says of a pair stands, whether it was asked or not. */
export async function decide(tx: Tx, one: string, other: string, state: Decision, now: Date): Promise<void> {
  const [first, second] = pairOf(one, other);
  await tx`
    insert into merge_proposals (first_id, second_id, state, created_at) values (${first}, ${second}, ${state}, ${now})
    on conflict (first_id, second_id) do update set state = excluded.state`;
}

/** Whoever is not `gone` is not `kept` either, now that they are one; open questions about `gone` are about `kept`. */
export async function inheritDecisions(tx: Tx, gone: string, kept: string): Promise<void> {
  const rows = await tx<Proposal & { state: string }>`
    select id, state, first_id as "firstId", second_id as "secondId", evidence from merge_proposals
    where (first_id = ${gone} or second_id = ${gone}) and state <> 'merged'`;
  for (const row of rows) {
    const third = row.firstId === gone ? row.secondId : row.firstId;
    if (third !== kept) await inherit(tx, row, gone, kept, third);
  }
}

async function inherit(
  tx: Tx,
  { id, state, evidence }: Proposal & { state: string },
  gone: string,
  kept: string,
  third: string,
): Promise<void> {
  const [first, second] = pairOf(kept, third);
  const about = evidence.map((one) => (one.by === gone ? { ...one, by: kept } : one));
  await tx`
    update merge_proposals set first_id = ${first}, second_id = ${second}, evidence = ${tx.json(about)}
    where id = ${id} and not exists (select from merge_proposals where first_id = ${first} and second_id = ${second})`;
  if (state !== 'refused') return;
  await tx`
    update merge_proposals set state = 'refused'
    where first_id = ${first} and second_id = ${second} and state = 'proposed'`;
}

/** Both side by side, why they may be one person, and two buttons. */
export async function proposalCard(
  ctx: Pick<Context, 'tx' | 'now'>,
  t: Messages,
  locale: Locale,
  { firstId, secondId, evidence }: Proposal,
): Promise<Reply> {
  const first = (await loadContact(ctx.tx, firstId))!;
  const second = (await loadContact(ctx.tx, secondId))!;
  return {
    title: t.alike.title,
    text: evidenceWords(t, first, second, evidence),
    lists: [await personList(ctx, t, locale, first), await personList(ctx, t, locale, second)],
    buttons: [decisionButtons(t, firstId, secondId)],
    hint: t.alike.hint(nameOf(first)),
  };
}

export const nameOf = ({ id, name }: Pick<Contact, 'id' | 'name'>): string => name || `c${id}`;

/** The first stays. */
export const decisionButtons = (t: Messages, firstId: string, secondId: string): Button[] => [
  { label: t.button.merge, command: `/merge c${firstId} c${secondId}` },
  { label: t.button.notTheSame, command: `/distinct c${firstId} c${secondId}` },
];

export function evidenceWords(
  t: Messages,
  first: Pick<Contact, 'id' | 'name'>,
  second: Pick<Contact, 'id' | 'name'>,
  evidence: Evidence[],
): string {
  const lines = evidence.map(({ kind, by, value, channel }) => {
    const [one, other] = by === second.id ? [second, first] : [first, second];
    return t.alike.evidence[kind]({
      one: nameOf(one),
      other: nameOf(other),
      value: channel ? t.address(value) : value,
      channel: channel ? t.channel(channel) : '',
    });
  });
  return lines.join('\n');
}

/** Who they are, what they said last, what they bought. */
export async function personList(
  ctx: Pick<Context, 'tx' | 'now'>,
  t: Messages,
  locale: Locale,
  contact: Contact,
): Promise<List> {
  const identities = await identitiesOf(ctx.tx, contact.id);
  const [last] = await latestMessages(ctx.tx, contact.id, 1);
  const bought = await boughtBy(ctx.tx, contact.id);
  const items: Item[] = identities.map(({ channel, address }) => ({ text: `${t.channel(channel)}: ${address}` }));
  if (last) {
    const words = truncate(last.text || last.subject || t.contact.file, WORDS_GRAPHEMES);
    const age = formatAge(ctx.now.getTime() - last.occurredAt.getTime(), locale);
    const mark = last.notDelivered ? ` · ${t.notDelivered[last.notDelivered]}` : '';
    items.push({ text: `${t.contact.direction[last.direction]} ${words}`, detail: `${age}${mark}` });
  }
  for (const line of bought) {
    items.push({ text: t.card.bought(line.orders, formatMoney(line.totalMinor, line.currency, locale)) });
  }
  const tags = contact.tags.map((tag) => ` #${tag}`).join('');
  return { title: `${nameOf(contact)} (c${contact.id})${tags}`, items };
}
