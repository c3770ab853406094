import { expect, it } from 'vitest';
import type { Tx } from '../../src/db/sql.ts';
import type { Context } from '../../src/domain/context.ts';
import { gather } from '../../src/domain/gather.ts';
import { waitingCards } from '../../src/outbox/change.ts';
import { testDatabase } from '../support/database.ts';
import { lookedAt } from '../support/looked_at.ts';

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
  ...{ key: 'card:0', contactId, conversationId: '1' },
  shown: { messageId: '0', at: '2026-11-21T04:00:00Z' },
});

it('what a card shows is found among few rows, however many cards there were and whoever waits', async () => {
  const work = async (): Promise<void> => {
    await gather({ tx } as Context, desk, telling('1'));
    await waitingCards(tx, ['0'], '1');
  };
  // the statements are prepared while the table is empty
  for (let times = 0; times < 8; times += 1) await work();
  await fill('sent', 'one');
  await fill('queued', 'each');
  expect(await lookedAt(db, ['outbox'], work)).toBeLessThan(FEW);
  await db.autocommit.unsafe('analyze outbox');
  expect(await lookedAt(db, ['outbox'], work)).toBeLessThan(FEW);
  // control: without a contact all that waits is looked at
  expect(await lookedAt(db, ['outbox'], () => waitingCards(tx, ['0']))).toBeGreaterThan(ROWS / 2);
});
