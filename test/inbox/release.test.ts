import { expect, it } from 'vitest';
import { claim } from '../../src/inbox/claim.ts';
import { releaseInbox } from '../../src/inbox/release.ts';
import { testHouse } from '../support/house.ts';

const house = await testHouse();
const row = (id: string) => ({ source: 'test', externalId: id, lane: id, body: Buffer.from('{}') });
const claimed = async () => (await claim(house.db, 1)).map(({ externalId }) => externalId);
const makeDue = () => house.db.autocommit`update inbox set run_at = now()`;

it('handles a row at once that was there when the process died', async () => {
  await house.store(row('unlucky'));
  expect(await claimed()).toEqual(['unlucky']);
  await releaseInbox(house.db);
  expect(await claimed()).toEqual(['unlucky']);
  await house.db.autocommit`delete from inbox`;
});

it('goes on with the others when the process has died over the same row again and again', async () => {
  await house.store(row('deadly'), row('harmless'));
  for (let deaths = 1; deaths <= 5; deaths++) {
    expect(await claimed()).toEqual(['deadly']);
    await releaseInbox(house.db);
    if (deaths < 5) await makeDue();
  }
  expect(await claimed()).toEqual(['harmless']);
  await makeDue();
  expect(await claimed()).toEqual(['deadly']);
});
