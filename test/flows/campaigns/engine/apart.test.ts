import { beforeEach, describe, expect, it } from 'vitest';
import { sending } from '../../../../src/delivery/campaigns/worker.ts';
import { addPeople, sink, tendCampaigns } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    for (const setting of ['campaigns-a-week 0', 'warm-up off']) await house.say(`/settings ${setting}`);
    for (const nth of [1, 2]) {
      await house.say(`/campaign new Tea ${nth} to everybody\nTea ${nth}\nHello ${nth}`);
      await house.say(`/campaign ${nth} holdout 0`);
      await house.say(`/campaign ${nth} go 3`);
    }
    await tendCampaigns(house);
  }),
);

const states = () => sql<{ state: string; reason: string | null }>`select state, reason from campaigns order by id`;
async function send(): Promise<{ mailed: string[]; errors: unknown[] }> {
  const { way, mails } = sink();
  const errors: unknown[] = [];
  const round = sending({ act: house.act, instance: 7, onError: (error) => errors.push(error) }, 'email', way);
  for (let at = 0; at < 8; at += 1) await round();
  await round.settled();
  await tendCampaigns(house);
  return { mailed: mails.map(({ subject }) => subject).sort(), errors };
}

describe('what is wrong with one campaign', () => {
  it('holds up nothing but itself: it waits for its owner, who is told', async () => {
    await house.db.autocommit`update campaign_deliveries set timezone = 'No/Where' where campaign_id = 1`;
    const { mailed, errors } = await send();
    expect(mailed).toEqual(['Tea 2', 'Tea 2', 'Tea 2']);
    expect(errors).toHaveLength(1);
    expect(await states()).toEqual([
      { state: 'paused', reason: 'fault' },
      { state: 'finished', reason: null },
    ]);
    expect(JSON.stringify(await house.cards())).toContain('Something went wrong here');
    // mended, it goes on with a tap, to each once
    await house.db.autocommit`update campaign_deliveries set timezone = 'Asia/Shanghai' where campaign_id = 1`;
    await house.say('/campaign 1 resume');
    expect((await send()).mailed).toEqual(['Tea 1', 'Tea 1', 'Tea 1']);
  });

  it('control: with nothing wrong both leave', async () => {
    const { mailed, errors } = await send();
    expect(mailed).toEqual(['Tea 1', 'Tea 1', 'Tea 1', 'Tea 2', 'Tea 2', 'Tea 2']);
    expect(errors).toEqual([]);
  });
});
