import type { Fragment, Sql } from '../../../db/sql.ts';
import { fold } from '../../../text/fold.ts';
import { birthYears } from '../../../text/when/birthday/birthday.ts';
import { keysInSpan } from '../../../text/when/birthday/span.ts';
import { missed } from '../../delivery.ts';
import { isHeardOrOwn } from '../../shown.ts';
import { didIt } from '../deeds.ts';
import { BIRTHDAY } from '../fields/field.ts';
import { keysOf } from '../search.ts';
import { type Among, among, before, isAmong, opposite } from './among.ts';
import { ALL, atLevel, everBought, lastOrder, range } from './bought_sql.ts';
import type { Comparison, Filter, Kind, Term, Test } from './filter.ts';

type Conditions = { [K in Kind]: (sql: Sql, test: Extract<Test, { kind: K }>, now: Date) => Fragment | Among };

/** The condition for `where` that a filter puts on a contact `c`. Everything typed goes in as parameters. */
export function matches(sql: Sql, { any }: Filter, now: Date): Fragment {
  const groups = any.map((terms) =>
    joined(
      terms.map((term) => condition(sql, term, now)),
      (a, b) => sql`${a} and ${b}`,
    ),
  );
  const known = groups.map((group) => group ?? sql`true`);
  return sql`(${joined(known, (a, b) => sql`${a} or ${b}`) ?? sql`true`})`;
}

function joined(parts: Fragment[], join: (a: Fragment, b: Fragment) => Fragment): Fragment | undefined {
  const [first, ...rest] = parts;
  return first && rest.reduce(join, first);
}

function condition(sql: Sql, { not, test }: Term, now: Date): Fragment {
  const tested = testedBy(sql, test, now);
  const is = 'ids' in tested ? isAmong(sql, tested) : tested;
  return not ? sql`not (${is})` : sql`(${is})`;
}

const testedBy = (sql: Sql, test: Test, now: Date): Fragment | Among =>
  (conditions[test.kind] as (sql: Sql, test: Test, now: Date) => Fragment | Among)(sql, test, now);

/** The contacts of whom a filter alone asks whether others name them: to count those, no contact has to be read. */
export function onlyAmong(sql: Sql, { any }: Filter, now: Date): Among | undefined {
  const [term, ...more] = any.flat();
  if (!term || more.length > 0) return undefined;
  const { not, test } = term;
  const tested = test.kind === 'segment' ? onlyAmong(sql, test.filter, now) : testedBy(sql, test, now);
  return tested && 'ids' in tested ? { ...tested, not: tested.not !== not } : undefined;
}

/**
 * Each is true or false, never null, so that `not` means all others. What other tables say goes
 * through `among`, which the server can ask of all contacts at once.
 */
const conditions: Conditions = {
  tag: (sql, { tag }) => sql`(c.tags @> ${[tag]}::text[] or c.search_keys @> ${[`#${fold(tag)}`]}::text[])`,
  name(sql, { words }) {
    const keys = keysOf(words);
    return keys.length > 0 ? sql`c.search_keys @> ${keys}::text[]` : sql`false`;
  },
  city: (sql, { city }) => sql`c.city is not null and fold_text(c.city) = fold_text(${city})`,
  org(sql, { has, words }) {
    const somewhere = among(sql`select m.contact_id from memberships m`);
    if (has !== 'named') return has === 'any' ? somewhere : opposite(somewhere);
    const id = /^o(\d{1,18})$/i.exec(words)?.[1];
    if (id) return among(sql`select m.contact_id from memberships m where m.organization_id = ${id}::bigint`);
    return among(sql`
      select m.contact_id from organizations o join memberships m on m.organization_id = o.id
      where word_keys(o.name) @> word_keys(${words}, true)
    `);
  },
  lang: (sql, { locale }) => sql`c.locale is not null and c.locale = ${locale}`,
  channel: (sql, { channel }) =>
    among(sql`select i.contact_id from contact_identities i where i.channel = ${channel} and i.contact_id > 0`),
  since: (sql, { days }, now) => sql`c.last_seen_at is not null and c.last_seen_at >= ${before(now, days)}`,
  quiet: (sql, { days }, now) => sql`coalesce(c.last_seen_at, c.created_at) < ${before(now, days)}`,
  new: (sql, { days }, now) => sql`c.created_at >= ${before(now, days)}`,
  lead(sql, { stage }) {
    const is = stage === 'open' ? sql`l.closed_at is null` : sql`l.stage = ${stage}`;
    return among(sql`select l.contact_id from leads l where ${is}`);
  },
  ticket(sql, { state }, now) {
    const open = (which: Fragment) =>
      among(sql`select t.contact_id from tickets t where t.resolved_at is null ${which}`);
    if (state === 'none') return opposite(open(sql``));
    if (state === 'open') return open(sql``);
    if (state === 'late')
      return open(
        sql`and exists (select from ticket_clocks k where k.ticket_id = t.id and k.line = 0 and k.due_at <= ${now})`,
      );
    return open(state === 'pending' || state === 'snoozed' ? sql`and t.state = ${state}` : sql`and t.kind = ${state}`);
  },
  priority: (sql, { is }) =>
    among(sql`select t.contact_id from tickets t where t.resolved_at is null and t.priority = ${is}`),
  orders: (sql, { is, count }) => everBought(sql, sql`b.orders`, ALL, range(is, BigInt(count))),
  last: (sql, { is, days }, now) => lastOrder(sql, is, days, now),
  reach(sql, { channel }) {
    const open = sql`
    select i.contact_id from contact_identities i where i.channel = ${channel}
      and i.blocked_at is null and i.bounced_at is null and i.complained_at is null and i.refused_at is null`;
    const unblocked = sql`not exists (select from contacts b where b.id = i.contact_id and b.blocked_at is not null)`;
    const ofOne = sql`c.blocked_at is null and ${isAmong(sql, among(open))}`;
    return { ...among(sql`${open} and ${unblocked}`), ofOne };
  },
  consent: (sql, { purpose }) =>
    among(sql`
    select w.contact_id from consents w where w.purpose = ${purpose} and w.confirmed_at is not null and w.withdrawn_at is null
  `),
  age: (sql, { group, from, to, today }) => {
    const oldEnough =
      group === 'young' ? sql`true` : bornUntil(sql, birthYears(today, group === 'old' ? to + 1 : from));
    const tooOld = group === 'old' ? sql`false` : bornUntil(sql, birthYears(today, group === 'young' ? from : to + 1));
    return inField(sql, BIRTHDAY, sql`v.value ~ '^l?\\d{4}-' and ${oldEnough} and not ${tooOld}`);
  },
  frequency: (sql, { level, some, many }, now) =>
    atLevel(sql, level, now, {
      ...{ figure: sql`count(*)`, ever: sql`b.orders`, currency: ALL, some: BigInt(some), many: BigInt(many) },
    }),
  power: (sql, { level, some, many, currency }, now) =>
    atLevel(sql, level, now, {
      ...{
        figure: sql`sum(o.spent_minor)`,
        ever: sql`b.spent_minor`,
        currency,
        some: BigInt(some),
        many: BigInt(many),
      },
    }),
  got: (sql, { campaign }) => ofCampaign(sql, campaign, sql`d.sent_at is not null and d.state in ('sent', 'unknown')`),
  clicked: (sql, { campaign }) => ofCampaign(sql, campaign, didIt.clicked(sql, sql`d`)),
  replied: (sql, { campaign }) => ofCampaign(sql, campaign, didIt.replied(sql, sql`d`)),
  bounced: (sql, { campaign }) => ofCampaign(sql, campaign, didIt.bounced(sql, sql`d`)),
  unmailed: (sql, { days }, now) =>
    opposite(
      among(sql`
    select d.contact_id from campaign_deliveries d
    where d.sent_at is not null and d.sent_at >= ${before(now, days)} and d.state in ('sending', 'sent', 'unknown')
  `),
    ),
  segment: (sql, { filter }, now) => matches(sql, filter, now),
  buyers: (sql, { numbers }) =>
    among(sql`
    select o.contact_id from orders o
    where lower(o.number) = any(${numbers.flatMap((number) => [number, `#${number}`])}) and o.contact_id is not null
  `),
  spent: (sql, { is, minor, currency }) => everBought(sql, sql`b.spent_minor`, currency, range(is, BigInt(minor))),
  bought: (sql, { word }) =>
    among(sql`
    select o.contact_id from purchases o join order_lines n on n.order_id = o.id
    where o.contact_id is not null and coalesce(n.current_quantity, n.quantity) > 0
      and (word_keys(n.title) @> word_keys(${word}, true) or (n.sku is not null and lower(n.sku) = lower(${word})))
  `),
  category: (sql, { category }) =>
    among(sql`
    with goods as materialized (
      select p.id, p.connection_id, p.external_id, p.title from products p
      where exists (select from unnest(p.categories) g where fold_text(g) = fold_text(${category}))
    ), skus as materialized (
      select lower(v.sku) as sku from product_variants v join goods g
        on v.connection_id = g.connection_id and (v.product_id = g.id or v.variant_of = g.external_id)
      where v.sku is not null
    )
    select o.contact_id from purchases o join order_lines n on n.order_id = o.id
    where o.contact_id is not null and coalesce(n.current_quantity, n.quantity) > 0
      and (lower(n.title) in (select lower(g.title) from goods g) or lower(n.sku) in (select s.sku from skus s))
  `),
  owes: (sql, { who }) => (who === 'us' ? weOwe(sql) : theyOwe(sql)),
  blocked: (sql, { is }) => (is === 'yes' ? sql`c.blocked_at is not null` : sql`c.blocked_at is null`),
  closed(sql, { is }) {
    const closed = among(sql`select i.contact_id from contact_identities i where i.blocked_at is not null`);
    return is === 'yes' ? closed : opposite(closed);
  },
  birthday: (sql, { span, today }) => inField(sql, BIRTHDAY, sql`v.key = any(${keysInSpan(span, today)}::text[])`),
  field(sql, { field, has }) {
    if (has.of === 'any') return inField(sql, field.id, sql`true`);
    if (has.of === 'none') return opposite(inField(sql, field.id, sql`true`));
    if (has.of === 'number')
      return inField(sql, field.id, compared(sql, sql`v.number`, has.is, sql`${has.number}::numeric`));
    if (has.of === 'key') return inField(sql, field.id, compared(sql, sql`v.key`, has.is, sql`${has.key}::text`));
    // in the words of the index of texts
    return inField(
      sql,
      field.id,
      sql`v.key is null and v.number is null and word_keys(v.value) @> word_keys(${has.words}, true)`,
    );
  },
};

const ofCampaign = (sql: Sql, campaign: string, fits: Fragment): Among =>
  among(sql`select d.contact_id from campaign_deliveries d where d.campaign_id = ${campaign}::bigint and ${fits}`);

const inField = (sql: Sql, id: string, fits: Fragment): Among =>
  among(sql`select v.contact_id from field_values v where v.field_id = ${id} and ${fits}`);

function compared(sql: Sql, figure: Fragment, is: Comparison, other: Fragment): Fragment {
  const signs = { '=': sql`=`, '>': sql`>`, '>=': sql`>=`, '<': sql`<`, '<=': sql`<=` };
  return sql`${figure} ${signs[is]} ${other}`;
}

/** Born on that day or before it, by the calendar in which the birthday is kept. */
const bornUntil = (sql: Sql, { solar, lunar }: ReturnType<typeof birthYears>): Fragment => sql`(
  v.value collate "C" <= case when left(v.value, 1) = 'l' then ${lunar} else ${solar} end
)`;

const weOwe = (sql: Sql): Among =>
  among(sql`select v.contact_id from conversations v where v.waiting_since is not null`);

/** We spoke last, and they do not wait for us. */
const theyOwe = (sql: Sql): Fragment => sql`exists (
  select from conversations v cross join lateral (
    select m.direction from messages m where m.conversation_id = v.id and (
      ${isHeardOrOwn(sql)}
      or (m.direction = 'out' and m.automatic is not true and not ${missed(sql, sql`m.id`)})
    )
    order by m.occurred_at desc, m.id desc limit 1
  ) last
  where v.contact_id = c.id and v.waiting_since is null and last.direction = 'out'
)`;
