import { expect, it } from 'vitest';
import type { Tx } from '../../../src/db/sql.ts';
import type { Context } from '../../../src/domain/context.ts';
import { tellNotice, toldOne, toldWith } from '../../../src/domain/desk/notice_flood.ts';
import { ordersMeantIn } from '../../../src/domain/sell/order_number.ts';
import { gather } from '../../../src/domain/talk/gather.ts';
import { unseenAt } from '../../../src/domain/talk/unseen.ts';
import { waitingCards } from '../../../src/outbox/change.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
const ROWS = 20_000;
const FEW = 100;
const tx = db.autocommit as unknown as Tx;
const desk = { channel: 'telegram', address: 'desk' };

/** So many cards, in this state; each of another contact, or all of contact 1. */
const fill = (state: 'sent' | 'queued', whose: 'one' | 'each') =>
  db.autocommit`
    insert into outbox (channel, address, audience, idempotency_key, payload, state, conversation_id, shows_contact, shows)
    select 'telegram', 'desk', 'owner', ${`${state} ${whose} `} || n, '{"kind":"message","reply":{"text":"x"}}', ${state},
      n, case when ${whose === 'one'} then 1 else n + 1 end,
      jsonb_build_array(jsonb_build_object('messageId', n::text, 'at', '2026-11-21T04:00:00Z'))
    from generate_series(1, ${ROWS}::int) n`;

const telling = (contactId: string) => ({
  ...{ key: 'card:0', contactId, conversationId: '1', joins: true, again: true, hasFiles: false },
  shown: { messageId: '0', at: '2026-11-21T04:00:00Z' },
});

/** So many notices of one channel on one card that waits, as many before them, and as many that wait of other channels. */
async function fillNotices(statistics: 'of none' | 'of today' | 'of an earlier flood'): Promise<void> {
  const insert = (state: string, id: number, of: string, shownBy: number | null) => db.autocommit`
    insert into outbox (id, channel, address, audience, idempotency_key, payload, state, shows_kind, shows_of, shown_by)
    overriding system value
    select ${id}::int + n, 'telegram', 'desk', 'owner', ${`${state} ${of} `} || n, '{"kind":"message","reply":{"text":"x"}}',
      ${state}, 'delayed', ${of} || case when ${of === 'other'} then n::text else '' end, ${shownBy}::bigint
    from generate_series(1, ${ROWS}::int) n`;
  await insert('sent', 1_000_000, 'shopify', null);
  if (statistics === 'of today') await db.autocommit.unsafe('analyze outbox');
  await db.autocommit`
    insert into outbox (id, channel, address, audience, idempotency_key, payload, shows_kind, shows_of, shows_count)
    overriding system value
    values (2000000, 'telegram', 'desk', 'owner', 'card', '{"kind":"message","reply":{}}', 'delayed', 'shopify', ${ROWS})`;
  await insert('cancelled', 2_000_000, 'shopify', 2_000_000);
  await insert('queued', 3_000_000, 'other', null);
  await db.autocommit`alter table outbox alter column id restart with 4000000`;
}

it.each([
  // first: nothing has been analysed yet
  'of none',
  'of today',
  'of an earlier flood',
] as const)(
  'what a notice is told with is found among few rows, with statistics %s, however many were told together and whatever else waits',
  async (statistics) => {
    await db.autocommit.unsafe('truncate outbox, buttons restart identity cascade');
    let count = 0;
    const next = () => {
      count += 1;
      return String(count);
    };
    const draft = () => ({
      ...{ channel: 'telegram', address: 'desk', audience: 'owner' as const, idempotencyKey: `notice ${next()}` },
      payload: { kind: 'message' as const, reply: { text: 'x' } },
    });
    const work = async (): Promise<void> => {
      const ctx = { tx, random: () => `button ${next()}` } as unknown as Context;
      await tellNotice(ctx, 'en', draft(), { kind: 'delayed', of: 'shopify' });
      await toldWith(tx, '2000001', 8, 0);
      await toldOne(tx, '2000001');
    };
    for (let times = 0; times < 8; times += 1) await work();
    await db.autocommit.unsafe('truncate outbox cascade');
    await fillNotices(statistics);
    expect(await lookedAt(db, ['outbox'], work)).toBeLessThan(FEW);
    await db.autocommit.unsafe('analyze outbox');
    expect(await lookedAt(db, ['outbox'], work)).toBeLessThan(FEW);
    const [card] = await db.sql`select shows_count as count from outbox where id = 2000000`;
    expect(card).toEqual({ count: ROWS + 2 });
  },
);

it('what a card shows is found among few rows, however many cards there were and whoever waits', async () => {
  const work = async (): Promise<void> => {
    await gather({ tx } as Context, desk, telling('1'));
    await waitingCards(tx, ['0'], '1');
    await unseenAt(tx, { id: '1', contactId: '1' }, desk);
  };
  // the statements are prepared while the table is empty
  for (let times = 0; times < 8; times += 1) await work();
  await fill('sent', 'one');
  // statistics older than a flood: of all there was, every card was of this contact
  await db.autocommit.unsafe('analyze outbox');
  await fill('queued', 'each');
  expect(await lookedAt(db, ['outbox'], work)).toBeLessThan(FEW);
  await db.autocommit.unsafe('analyze outbox');
  expect(await lookedAt(db, ['outbox'], work)).toBeLessThan(FEW);
  // control: without a contact all that waits is looked at
  expect(await lookedAt(db, ['outbox'], () => waitingCards(tx, ['0']))).toBeGreaterThan(ROWS / 2);
});

it('the orders that words name are found among few rows, with and without statistics', async () => {
  const work = (words: string[], called: string[]) => tx`select ${ordersMeantIn(tx, '1', words, called)} as orders`;
  for (let times = 0; times < 8; times += 1) await work(['1042', 'ten'], ['1042']);
  await db.autocommit`insert into connections (id, provider, token, secret) overriding system value values (1, 'shopify', 't', '')`;
  await db.autocommit`insert into contacts (id, name) overriding system value values (1, 'Bea')`;
  await db.autocommit`
    insert into orders (connection_id, external_id, number, contact_id, currency, total_minor, payment, placed_at, version_at)
    select 1, n, '#' || n, 1, 'CNY', 100, 'paid', now(), now() from generate_series(1, ${ROWS}::int) n`;
  for (const named of [['1042'], []]) {
    expect(await lookedAt(db, ['orders'], () => work(['1042', 'ten'], named))).toBeLessThan(FEW);
  }
  await db.autocommit.unsafe('analyze orders');
  expect(await lookedAt(db, ['orders'], () => work(['1042', 'ten'], ['1042']))).toBeLessThan(FEW);
});
