import { beforeEach, expect, it } from 'vitest';
import { changeCampaign, loadCampaign } from '../../src/domain/campaigns/campaign.ts';
import { changeSequence, loadSequence } from '../../src/domain/campaigns/sequences/sequence.ts';
import { beginImport, changeImport, loadImport } from '../../src/domain/exchange/imports.ts';
import { changePost, loadPost } from '../../src/domain/posts/post.ts';
import { beginPull, changePull, pullsOf } from '../../src/domain/sell/pull.ts';
import { changeShopKey, loadShopKey } from '../../src/domain/sell/shop_key.ts';
import { testHouse } from '../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect woocommerce a-long-enough-s3cret');
    await house.db.autocommit`
      insert into shop_keys (connection_id, root, key, from_at, run_at, channel, address, told_key)
      values (1, 'https://shop.example', decode('00', 'hex'), now(), now(), 'console', 'test', 'key told')`;
  }),
);

it('a change of an import by an old copy leaves alone what was changed since, and gives it back', async () => {
  const one = await house.act(async (ctx) => {
    const place = { channel: 'console', address: 'test' };
    const file = { kind: 'document' as const, ref: 'file:x' };
    const id = await beginImport(ctx, { userId: null, file, place, toldKey: 'told' });
    return (await loadImport(ctx.tx, id))!;
  });
  await house.act((ctx) =>
    changeImport(ctx, one, { state: 'cancelled', agreed: 'at the fair', counts: { created: 2 } }),
  );
  const after = await house.act((ctx) => changeImport(ctx, one, { toldKey: 'told anew' }));
  expect(after).toMatchObject({
    ...{ state: 'cancelled', agreed: 'at the fair', counts: { created: 2 }, toldKey: 'told anew', archive: null },
  });
  const emptied = await house.act((ctx) => changeImport(ctx, one, { agreed: null }));
  expect(emptied).toEqual(await loadImport(house.db.sql, one.id));
  expect(emptied).toMatchObject({ agreed: null, toldKey: 'told anew' });
});

it('so does one of a shop’s key, and one of how far it has been read', async () => {
  const key = (await loadShopKey(house.db.sql, '1'))!;
  await house.act(({ tx }) =>
    changeShopKey(tx, key, { repair: true, topics: ['order.created'], failingSince: house.now }),
  );
  const after = await house.act(({ tx }) => changeShopKey(tx, key, { state: 'works', toldKey: 'anew' }, house.now));
  expect(after).toMatchObject({ repair: true, topics: ['order.created'], state: 'works', toldKey: 'anew' });
  expect(after).toEqual(await loadShopKey(house.db.sql, '1'));
  expect(await house.act(({ tx }) => changeShopKey(tx, key, { failingSince: null }))).toMatchObject({
    ...{ failingSince: null, repair: true },
  });
  await house.act(({ tx }) =>
    beginPull(tx, { connectionId: '1', span: 'day', since: null, until: house.now, begunAt: house.now }),
  );
  const pull = (await pullsOf(house.db.sql, '1'))[0]!;
  await house.act(({ tx }) => changePull(tx, pull, { state: 'stopped', forbidden: ['orders'] }));
  const read = await house.act(({ tx }) => changePull(tx, pull, { pages: 3, cursor: { at: 1 } }));
  expect(read).toMatchObject({ state: 'stopped', forbidden: ['orders'], pages: 3, cursor: { at: 1 } });
});

it('so does one of a campaign, of a sequence and of a post', async () => {
  await house.say('/campaign new Spring to everybody\nSpring\nHello.');
  const campaign = (await loadCampaign(house.db.sql, '1'))!;
  await house.act((ctx) =>
    changeCampaign(ctx, campaign, { state: 'paused', reason: 'asked', shown: { people: 2, sample: ['7'] } }),
  );
  const told = await house.act((ctx) => changeCampaign(ctx, campaign, { toldKey: 'anew', name: 'Summer' }));
  expect(told).toEqual(await loadCampaign(house.db.sql, '1'));
  expect(told).toMatchObject({
    ...{ state: 'paused', reason: 'asked', toldKey: 'anew', name: 'Summer', variants: campaign.variants },
    shown: { people: 2, sample: ['7'] },
  });
  const emptied = await house.act((ctx) => changeCampaign(ctx, campaign, { reason: null, shown: null, second: null }));
  expect(emptied).toMatchObject({ reason: null, shown: null, second: null, toldKey: 'anew' });

  await house.say('/sequence checkout');
  const sequence = (await loadSequence(house.db.sql, '1'))!;
  await house.act(({ tx }) => changeSequence(tx, sequence, { channel: 'telegram' }));
  const looked = await house.act(({ tx }) => changeSequence(tx, sequence, { lookedTo: house.now, look: null }));
  expect(looked).toEqual(await loadSequence(house.db.sql, '1'));
  expect(looked).toMatchObject({ channel: 'telegram', lookedTo: house.now, steps: sequence.steps });

  await house.say('/post Tea is here');
  const post = (await loadPost(house.db.sql, '1'))!;
  await house.act((ctx) => changePost(ctx, post, { words: 'Coffee is here' }));
  const shown = await house.act((ctx) => changePost(ctx, post, { toldKey: 'anew' }));
  expect(shown).toEqual(await loadPost(house.db.sql, '1'));
  expect(shown).toMatchObject({ words: 'Coffee is here', toldKey: 'anew' });
});
