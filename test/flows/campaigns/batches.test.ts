import { beforeEach, describe, expect, it } from 'vitest';
import { sending } from '../../../src/delivery/campaigns/worker.ts';
import { unsubscribe } from '../../../src/domain/people/suppression.ts';
import type { BulkResult } from '../../../src/outbox/bulk.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const PEOPLE = 300;
const DAY_MS = 24 * 3_600_000;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, PEOPLE));
    for (const setting of ['warm-up off', 'campaign-hours off']) await house.say(`/settings ${setting}`);
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello');
    await house.say('/campaign 1 holdout 0');
  }),
);

const go = () => house.say(`/campaign 1 go ${PEOPLE}`);
const later = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};

describe('a campaign whose addresses are dead', () => {
  const dead: BulkResult = { state: 'failed', detail: '550 5.1.1 no such user', code: 550, status: '5.1.1' };

  /** Sends without looking after the campaign meanwhile; how many were tried. */
  async function tried(answer: (nth: number) => BulkResult): Promise<number> {
    await go();
    await tendCampaigns(house);
    let count = 0;
    const { way } = sink(() => answer(++count));
    const round = sending({ act: house.act, instance: 7 }, 'email', way);
    while ((await round()) === 0);
    await round.settled();
    return count;
  }

  it('pauses as a batch has been written down, and its owner is told', async () => {
    expect(await tried(() => dead)).toBeLessThan(PEOPLE / 2);
    expect(await sql`select state, reason from campaigns`).toEqual([{ state: 'paused', reason: 'bounces' }]);
    const told = (await house.outbox()).filter(({ payload }) => JSON.stringify(payload).includes('/campaign 1 resume'));
    expect(told.length).toBeGreaterThan(0);
  });

  it('counts in its day what was handed over, and not what a halt put back', async () => {
    const count = await tried(() => dead);
    const waiting = await sql`select from campaign_deliveries where state = 'queued'`;
    expect(waiting).toHaveLength(PEOPLE - count);
    expect(await sql`select sent from campaign_senders`).toEqual([{ sent: count }]);
  });

  it('control: goes on where one in thirty is', async () => {
    expect(await tried((nth) => (nth % 30 === 0 ? dead : { state: 'sent', detail: '' }))).toBe(PEOPLE);
  });
});

describe('whoever says no after their mail was claimed', () => {
  it('gets none of the batch that waits behind the one being handed over', async () => {
    await go();
    await tendCampaigns(house);
    const mailed: string[] = [];
    const { way } = sink();
    const slow = {
      ...way,
      sender: {
        ...way.sender,
        async send(batch: Parameters<typeof way.sender.send>[0]) {
          const isFirst = mailed.length === 0;
          mailed.push(...batch.map(({ to }) => to));
          // the next batch has been claimed by then
          if (isFirst) {
            while ((await sql`select from campaign_deliveries where state = 'sending'`).length <= batch.length);
            await house.act(async ({ tx, now }) => {
              for (let nth = 1; nth <= PEOPLE; nth++) {
                const said = { saidBy: 'person', source: 'page', now } as const;
                await unsubscribe(tx, { channel: 'email', address: `p${nth}@example.net`, ...said });
              }
            });
          }
          return batch.map(() => ({ state: 'sent' as const, detail: '' }));
        },
      },
    };
    await sendCampaigns(house, slow);
    const skipped = await sql`select from campaign_deliveries where state = 'skipped' and reason = 'unsubscribed'`;
    expect(skipped).toHaveLength(PEOPLE - mailed.length);
    expect(mailed.length).toBeLessThanOrEqual(8);
    expect(await sql`select from campaigns where state = 'finished'`).toHaveLength(1);
  });
});

describe('a clock that was ahead once', () => {
  it('stops a campaign no longer than its pace does', async () => {
    await house.say('/settings campaign-pace 30/100');
    await go();
    const { way, mails } = sink();
    later(365 * DAY_MS);
    await tendCampaigns(house);
    const round = sending({ act: house.act, instance: 7 }, 'email', way);
    await round();
    await round.settled();
    const first = mails.length;
    expect(first).toBeGreaterThan(0);
    later(-365 * DAY_MS);
    await sendCampaigns(house, way);
    expect(mails.length).toBeGreaterThan(first);
    // control: what is spent has its pause
    const second = mails.length;
    await sendCampaigns(house, way);
    expect(mails.length).toBe(second);
  });

  it('takes no more of a day’s limit than the day it was', async () => {
    await house.say('/settings campaign-pace 0/100');
    await go();
    const { way, mails } = sink();
    later(30 * DAY_MS);
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(100);
    later(-30 * DAY_MS);
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(100);
    later(DAY_MS);
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(200);
  });
});
