import type { Sql } from '../../db/sql.ts';
import { type Cell, csv } from '../../text/csv.ts';
import type { Locale } from '../../text/locale.ts';
import { plainDecimal } from '../../text/money/money.ts';
import { own } from '../../text/own.ts';
import type { Texts } from '../../text/texts.ts';
import { formatClock } from '../../text/when/format_when.ts';
import { isoDay, wallTime } from '../../text/when/zone.ts';
import { didIt } from '../people/deeds.ts';
import type { SkipReason } from './audience.ts';
import type { Campaign } from './campaign.ts';
import { skipShown } from './told/skip_shown.ts';
import type { Version } from './versions/version.ts';

/** So many lines a file has at most: about 10 MB, which every channel accepts. */
export const MOST_LINES = 50_000;

interface Row {
  contactId: string;
  name: string;
  address: string;
  locale: Locale;
  version: Version | null;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'skipped';
  reason: string | null;
  detail: string | null;
  sentAt: Date | null;
  clickedAt: Date | null;
  repliedAt: Date | null;
  unsubscribedAt: Date | null;
  bouncedAt: Date | null;
  complainedAt: Date | null;
  bought: { currency: string; orders: number; minor: string }[];
}

/** How many people it has, those who were left out among them. */
export async function countPeople(sql: Sql, { id }: Pick<Campaign, 'id'>): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from campaign_deliveries where campaign_id = ${id}`;
  return row!.count;
}

/**
 * A line for each person of a campaign: what became of it and what they did. Orders count within `days` of the message. `part`, from 1:
 * of more people than `MOST_LINES` the file has so many, in the order of their numbers. Times are in the settings' time zone.
 */
export async function campaignCsv(
  sql: Sql,
  one: Pick<Campaign, 'id' | 'purpose'>,
  { days, part }: { days: number; part: number },
  { t, settings: { timezone } }: { t: Texts; settings: { timezone: string } },
): Promise<Buffer> {
  const rows = await sql<Row>`
    with part as materialized (
      select * from campaign_deliveries where campaign_id = ${one.id} order by contact_id
      limit ${MOST_LINES} offset ${(part - 1) * MOST_LINES}
    )
    select d.contact_id as "contactId", c.name, d.address, d.locale, d.version, d.state, d.reason, d.detail, d.sent_at as "sentAt",
      d.clicked_at as "clickedAt", case when ${didIt.replied(sql, sql`d`)} then d.replied_at end as "repliedAt",
      d.unsubscribed_at as "unsubscribedAt", d.bounced_at as "bouncedAt", d.complained_at as "complainedAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('currency', p.currency, 'orders', p.orders, 'minor', p.minor)) from (
          select b.currency, count(*)::int as orders, sum(b.spent_minor)::text as minor from purchases b
          where b.contact_id = d.contact_id and b.placed_at >= d.sent_at and b.placed_at < d.sent_at + ${days} * interval '1 day'
          group by b.currency
        ) p
      ), '[]') as bought
    from part d join contacts c on c.id = d.contact_id order by d.contact_id`;
  const currencies = [...new Set(rows.flatMap(({ bought }) => bought.map(({ currency }) => currency)))].sort();
  const { columns, revenue } = t.campaignTable;
  return csv([
    [...columns, ...currencies.map(revenue)],
    ...rows.map((row) => [
      ...cells(row, one, t, timezone),
      ...currencies.map((currency): Cell => {
        const found = row.bought.find((one) => one.currency === currency);
        return found ? plainDecimal(found.minor, currency) : '';
      }),
    ]),
  ]);
}

function cells(row: Row, one: Pick<Campaign, 'purpose'>, t: Texts, timezone: string): Cell[] {
  const time = (at: Date | null) => (at ? `${isoDay(wallTime(at, timezone).day)} ${formatClock(at, timezone)}` : '');
  const { reason } = row;
  const skipped = () =>
    Object.hasOwn(t.campaign.skip, reason ?? '') ? skipShown(t, one, reason as SkipReason) : undefined;
  const why = reason && (row.state === 'skipped' ? skipped() : own(t.campaign.fail, reason));
  return [
    row.contactId,
    row.name,
    row.address,
    t.language.name[row.locale],
    row.version ? t.versions.name[row.version] : '',
    t.campaignTable.state[row.state === 'failed' && row.bouncedAt ? 'bounced' : row.state],
    [why || reason, row.detail].filter(Boolean).join(' · '),
    time(row.sentAt),
    time(row.clickedAt),
    time(row.repliedAt),
    row.bought.reduce((sum, { orders }) => sum + orders, 0),
    time(row.unsubscribedAt),
    time(row.bouncedAt),
    time(row.complainedAt),
  ];
}
