import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { tellSilent } from '../../../src/jobs/churn.ts';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const DAY = 24 * 3_600_000;
const daysAgo = (days: number, from = NOON) => new Date(from.getTime() - days * DAY);

const house = await testHouse();

/** A buyer with what they bought: how many days ago, and what for. */
interface Buyer {
  name: string;
  days: number[];
  minor?: number;
  currency?: string;
}

/** Writes them down as a shop's orders that were paid. Gives the contact's id. */
async function buys({ name, days, minor = 10_000, currency = 'CNY' }: Buyer): Promise<string> {
  const [contact] = await house.db.autocommit<{ id: string }>`
    insert into contacts (name) select ${name} where not exists (select from contacts where name = ${name})
    returning id`;
  const [known] = await house.db.sql<{ id: string }>`select id from contacts where name = ${name}`;
  const { id } = contact ?? known!;
  await house.db.autocommit`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select 1, gen_random_uuid(), ${id}, '#' || ${name} || n, 'paid', ${currency}, ${minor}, at, at
    from unnest((select ${days.map((ago) => daysAgo(ago, house.now))}::timestamptz[])) with ordinality o (at, n)`;
  return id;
}

/** A hundred people bought, forty of them twice, none of them for long enough to have a rhythm. */
async function crowd(): Promise<void> {
  await house.db.autocommit`insert into connections (provider, token, secret) values ('shopify', 't', '')`;
  await house.db.autocommit`
    insert into contacts (id, name) overriding system value select 1000 + n, 'Crowd ' || n from generate_series(1, 100) n`;
  await house.db.autocommit`
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select 1, n || '-' || visit, 1000 + n, '#' || n, 'paid', 'CNY', 100, ${NOON}::timestamptz - (visit * 20 + n % 5) * interval '1 day', now()
    from generate_series(1, 100) n, generate_series(0, 1) visit where visit = 0 or n <= 40`;
  await house.db.autocommit`
    update orders set placed_at = ${daysAgo(400)} where external_id = '100-0'`;
}

const EVERY_21 = [63, 84, 105, 126];

const startWithCrowd = () =>
  house.start('a crowd', async () => {
    await crowd();
    await house.happen(
      telegramMessage('你好', { chat: '7', from: { address: '7', name: '小美' }, sentAt: daysAgo(63) }),
    );
    await house.db.autocommit`update conversations set waiting_since = null, last_message_at = ${daysAgo(63)}`;
    await buys({ name: '小美', days: EVERY_21 });
  });

const itemsOf = (reply: Reply) => (reply.lists ?? []).flatMap(({ items }) => items);

describe('/churn', () => {
  beforeEach(startWithCrowd);

  it('names the reason and what is at stake, shows words in their language and where they go', async () => {
    const reply = await house.say('/流失');
    expect(reply.title).toBe('很久没来买的客户');
    expect(itemsOf(reply)).toHaveLength(1);
    const [item] = itemsOf(reply);
    expect(item).toMatchObject({ text: '小美 · 平时 21 天买一次，已 63 天未购', ref: 'c1' });
    expect(item!.detail).toMatch(/^上次购买前的一年里买了 ¥400\.00\n发到：Telegram\n「小美，您好！这里是小茶铺。/);
    expect(item!.buttons!.map(({ label }) => label)).toEqual(['发送', '修改', '以后再提', '不再是客户']);
  });
});
