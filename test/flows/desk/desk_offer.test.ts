import { beforeEach, expect, it } from 'vitest';
import type { DeskOffered } from '../../../src/domain/event.ts';
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
