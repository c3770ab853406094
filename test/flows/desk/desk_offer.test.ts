import { beforeEach, describe, expect, it } from 'vitest';
import { asItIsNow } from '../../../src/delivery/edited.ts';
import { settle } from '../../../src/delivery/settle.ts';
import type { DeskOffered } from '../../../src/domain/event.ts';
import { moveChat } from '../../../src/domain/on/identity.ts';
import { OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(() => house.reset());

const GROUP = '-1001234';
const offer = (offered: boolean, from = OWNER, chat = GROUP): DeskOffered => ({
  ...{ kind: 'desk.offered', channel: 'telegram', chat, title: '工作群', from: { address: from, name: '' }, offered },
});

let count = 0;
/** A customer writes; gives where the card goes. */
async function cardGoesTo(): Promise<string> {
  await house.happen(telegramMessage(`茶罐碎了 ${++count}`));
  return (await house.outbox()).findLast(({ conversationId, audience }) => conversationId && audience === 'owner')!
    .address;
}

it('a group where the owner lets the bot keep topics becomes the desk, and they hear of it in their own chat', async () => {
  await house.happen(offer(true));
  expect(await cardGoesTo()).toBe(GROUP);
  const rows = await house.outbox();
  expect(rows[0]).toMatchObject({ address: OWNER, payload: { reply: { text: expect.stringContaining('工作群') } } });
  await house.happen(offer(true));
  expect((await house.outbox()).filter(({ address }) => address === OWNER)).toHaveLength(1);
});

it('whoever takes that right away sends the cards back, also those that wait', async () => {
  await house.happen(offer(true));
  await cardGoesTo();
  await house.happen(offer(false, '999'));
  expect((await house.outbox()).map(({ address }) => address)).toEqual([OWNER, OWNER, OWNER]);
  expect(await cardGoesTo()).toBe(OWNER);
  await house.happen(offer(true));
  expect(await cardGoesTo()).toBe(GROUP);
});

describe('a message on which something was done', () => {
  /** Its card has left for the group as message `7`, and an edit of it waits. */
  async function editWaits(): Promise<string> {
    await house.happen(offer(true));
    await cardGoesTo();
    await house.deliver(() => ({ result: 'sent', externalId: '7' }));
    await house.db.transaction(
      (tx) => tx`
      insert into outbox (channel, address, audience, idempotency_key, payload)
      select 'telegram', address, 'owner', 'edit of it', jsonb_build_object('kind', 'edit', 'of', id::text, 'instead', '{"text": "✓"}'::jsonb)
      from outbox where address = ${GROUP} and conversation_id is not null order by id desc limit 1`,
    );
    return GROUP;
  }
  const edit = async () => (await house.outbox()).find(({ payload }) => payload.kind === 'edit')!;

  it('is changed where it stands, though the cards go back to the owner’s chat', async () => {
    await editWaits();
    await house.happen(offer(false));
    expect((await edit()).address).toBe(GROUP);
  });

  it('has no number in the new chat of its group: what was done is said there', async () => {
    await editWaits();
    await house.happen({ kind: 'chat.migrated', channel: 'telegram', from: GROUP, to: '-1009' });
    const moved = await asItIsNow(house.db.sql, await edit());
    expect(moved).toMatchObject({ address: '-1009', payload: { now: { externalId: null } } });
    await house.deliver(({ payload }) =>
      payload.kind === 'edit' ? { result: 'failed', error: 'no id', reason: 'rejected' } : { result: 'sent' },
    );
    const said = (await house.outbox()).find(({ idempotencyKey }) => idempotencyKey.startsWith('instead:'));
    expect(said).toMatchObject({ address: '-1009', payload: { reply: { text: '✓' } } });
  });
});

it('a card that was leaving while its group moved has no number of the old one', async () => {
  await house.happen(offer(true));
  await cardGoesTo();
  await house.db.transaction(
    (tx) => tx`update outbox set state = 'sending', attempts = 1 where conversation_id is not null`,
  );
  const row = (await house.outbox()).find(({ conversationId }) => conversationId);
  await house.act((ctx) => moveChat(ctx, 'telegram', GROUP, '-1009'));
  await settle(house, row!, { result: 'sent', externalId: '7' });
  const card = (await house.outbox()).find(({ conversationId, audience }) => conversationId && audience === 'owner');
  expect(card).toMatchObject({ address: '-1009', externalId: null, state: 'sent' });
});

it('what waits loses the words that it answered in the group, which the owner’s chat has not', async () => {
  await house.happen(offer(true));
  await house.db.transaction(
    (tx) => tx`
    insert into outbox (channel, address, audience, idempotency_key, payload)
    values ('telegram', ${GROUP}, 'owner', 'x', '{"kind": "message", "reply": {"text": "x"}, "replyTo": "7", "topic": "3"}'),
      ('telegram', ${GROUP}, 'owner', 'y', '{"kind": "topic_closed", "topic": "3"}')`,
  );
  await house.happen(offer(false));
  const [x, y] = ['x', 'y'].map(
    async (key) => (await house.outbox()).find(({ idempotencyKey }) => idempotencyKey === key)!,
  );
  expect(await x).toMatchObject({ address: OWNER, payload: { kind: 'message', reply: { text: 'x' } } });
  expect((await x)!.payload).not.toHaveProperty('replyTo');
  expect((await y)!.address).toBe(GROUP);
});

it('a stranger offers nothing, and what happens in another group changes nothing', async () => {
  await house.happen(offer(true, '999'));
  expect(await cardGoesTo()).toBe(OWNER);
  await house.happen(offer(true));
  await house.happen(offer(false, OWNER, '-5'));
  expect(await cardGoesTo()).toBe(GROUP);
});

it('the desk follows its group to a new address', async () => {
  await house.happen(offer(true));
  await house.happen({ kind: 'chat.migrated', channel: 'telegram', from: GROUP, to: '-1009' });
  expect(await cardGoesTo()).toBe('-1009');
});
