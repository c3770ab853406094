import { beforeAll, expect, it } from 'vitest';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});

async function cardIn(...ids: string[]): Promise<void> {
  const [externalId, ...earlierIds] = [...ids].reverse() as [string, ...string[]];
  await house.deliver(() => ({ result: 'sent', externalId, ...(earlierIds.length > 0 && { earlierIds }) }));
}

async function answers(): Promise<string[]> {
  const rows = await house.outbox();
  return rows.flatMap(({ audience, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [payload.reply.text ?? ''] : [],
  );
}

it('a card that left in three messages is answered by answering any of them, and only in its own chat', async () => {
  await house.happen(telegramMessage('茶罐碎了'));
  await cardIn('71', '72', '73');
  for (const id of ['71', '72', '73']) await house.type(`答 ${id}`, { answers: [id] });
  await house.type('答 70', { answers: ['70'] });
  const elsewhere = { channel: 'slack' as const, address: '42' };
  await house.act(
    (ctx) =>
      ctx.tx`insert into user_identities (channel, address, user_id) select ${elsewhere.channel}, '43', id from users`,
  );
  await house.type('别处', { channel: 'slack', chat: '43', from: { address: '43', name: '我' }, answers: ['71'] });
  expect(await answers()).toEqual(['答 71', '答 72', '答 73']);
});
