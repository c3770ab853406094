import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { claimDeliveries } from '../../../src/domain/campaigns/claim.ts';
import { formatQuietHours } from '../../../src/domain/owner/quiet.ts';
import { wallTime } from '../../../src/text/when/zone.ts';
import { addPeople, tendCampaigns } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';

/** Half hours and quarters, no summer time, summer time of half an hour, on both sides of the date line. */
const ZONES = [
  ...[
    'Asia/Shanghai',
    'Europe/London',
    'America/New_York',
    'America/Los_Angeles',
    'Australia/Sydney',
    'Australia/Lord_Howe',
  ],
  ...[
    'Asia/Kathmandu',
    'Asia/Kolkata',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/St_Johns',
    'Africa/Casablanca',
  ],
];
const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, ZONES.length));
    for (const setting of ['campaigns-a-week 0', 'warm-up off', 'campaign-hours off'])
      await house.say(`/settings ${setting}`);
    await house.say('/campaign new Tea to everybody\nTea\nHello');
    await house.say('/campaign 1 holdout 0');
    await house.say(`/campaign 1 go ${ZONES.length}`);
    await tendCampaigns(house);
    await house.act(
      ({ tx }) => tx`
        update campaign_deliveries d set timezone = z.zone from unnest((select ${ZONES}::text[])) with ordinality z (zone, nth)
        where d.address = 'p' || z.nth || '@example.net'`,
    );
  }),
);

/** Claims at a moment; gives the clock of each and what became of it. */
async function claimAt(now: Date) {
  house.now = now;
  await house.act(
    ({ tx }) => tx`update campaign_deliveries set state = 'queued', run_at = ${now}, attempts = 0, sent_at = null`,
  );
  // these moments are in no order
  await house.act(({ tx }) => tx`delete from campaign_senders`);
  await house.act((ctx) => claimDeliveries(ctx, { channel: 'email', instance: 7, most: 100, leaseSeconds: 60 }));
  return house.db.sql<{ timezone: string; state: string; runAt: Date }>`
    select timezone, state, run_at as "runAt" from campaign_deliveries`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Summer time begins or ends somewhere near these. */
const CHANGES = [
  '2026-03-08T08:00Z',
  '2026-03-29T01:00Z',
  '2026-04-04T16:00Z',
  '2026-10-04T16:00Z',
  '2026-10-25T01:00Z',
  '2026-11-01T07:00Z',
];
const moments = fc.oneof(
  fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -30 * 60, max: 30 * 60 }))
    .map(([at, off]) => new Date(Date.parse(at) + off * MINUTE)),
);
const isIn = (at: Date, zone: string, { from, to }: { from: number; to: number }) => {
  const { minutes } = wallTime(at, zone);
  return from <= minutes && minutes < to;
};

describe('the hours in which people are written to', () => {
  it('are those of each one’s own clock, and whoever’s it is not yet waits for the next opening, through every change of the clocks', async () => {
    // no clock changes between four in the morning and eleven at night
    const hours = fc
      .tuple(fc.integer({ min: 4 * 60, max: 23 * 60 - 1 }), fc.integer({ min: 1, max: 12 * 60 }))
      .map(([from, length]) => ({ from, to: Math.min(23 * 60, from + length) }));
    await fc.assert(
      fc.asyncProperty(moments, hours, async (now, open) => {
        await house.say(`/settings campaign-hours ${formatQuietHours(open)}`);
        for (const { timezone, state, runAt } of await claimAt(now)) {
          const where = `${timezone} ${now.toISOString()} ${formatQuietHours(open)}`;
          expect(state, where).toBe(isIn(now, timezone, open) ? 'sending' : 'queued');
          if (state === 'sending') continue;
          expect(isIn(runAt, timezone, open), where).toBe(true);
          expect(isIn(new Date(runAt.getTime() - MINUTE), timezone, open), where).toBe(false);
          expect(runAt.getTime() - now.getTime(), where).toBeLessThanOrEqual(25 * HOUR);
          expect(runAt.getTime(), where).toBeGreaterThan(now.getTime());
        }
      }),
      { numRuns: 25 },
    );
  });

  it('that open while the clocks change keep nobody longer than until the day after', async () => {
    await house.say('/settings campaign-hours 02:15-02:45');
    await fc.assert(
      fc.asyncProperty(moments, async (now) => {
        for (const { timezone, state, runAt } of await claimAt(now)) {
          expect(state).toBe(isIn(now, timezone, { from: 135, to: 165 }) ? 'sending' : 'queued');
          if (state === 'queued') expect(runAt.getTime() - now.getTime()).toBeLessThanOrEqual(26 * HOUR);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('do not go over midnight: nobody’s night is written into by mistake', async () => {
    expect((await house.say('/settings campaign-hours 21:00-09:00')).failed).toBe(true);
  });
});
