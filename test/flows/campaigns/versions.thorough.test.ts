import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { sending, sendTest } from '../../../src/delivery/campaigns/worker.ts';
import { sendInChat } from '../../../src/domain/campaigns/chat.ts';
import { beginPlan, planFurther } from '../../../src/domain/campaigns/plan/plan.ts';
import { readTrial } from '../../../src/domain/commands/campaigns/read_second.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const begun = house.startingWith(async () => {
  await house.act(({ tx }) => addPeople(tx, 100));
  await house.say('/settings warm-up off');
});
beforeEach(begun);

const HOUR = 3_600_000;
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const make = async () => {
  await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}.');
  await house.say('/campaign 1 holdout 0');
  return house.say('/campaign 1 b Only until Sunday');
};
async function begin(): Promise<ReturnType<typeof sink>> {
  await house.say('/campaign 1 go 100');
  const mailbox = sink();
  await sendCampaigns(house, mailbox.way);
  return mailbox;
}
/** So many of those who got a version follow its link, ten minutes after it left. */
const click = (version: 'a' | 'b', count: number) =>
  house.act(
    ({ tx }) => tx`
      update campaign_deliveries set clicked_at = sent_at + interval '10 minutes' where contact_id in (
        select contact_id from campaign_deliveries where version = ${version} and state = 'sent' order by contact_id limit ${count}
      )`,
  );
const versions = async () =>
  Object.fromEntries(
    (
      await sql<{ version: string; count: number }>`
        select coalesce(version, '-') as version, count(*)::int as count from campaign_deliveries group by 1`
    ).map(({ version, count }) => [version, count]),
  );
const pass = (hours: number) => {
  house.now = new Date(house.now.getTime() + hours * HOUR);
};

describe('a second text', () => {
  it('of one line is another subject; the card shows both, how they are tried, and what can be changed', async () => {
    const card = await make();
    expect(fieldOf(card, 'Subject')).toBe('A: Spring tea · B: Only until Sunday');
    expect(fieldOf(card, 'A or B')).toBe(
      '20 % get A or B, chosen by chance, half each; 4 hours later the rest get the one with more clicks',
    );
    expect(JSON.stringify(card.lists)).toContain('Only until Sunday');
    expect(card.text).toContain('too few to tell');
    expect(labels(card)).toEqual(expect.arrayContaining(['Change text B', 'Without B', 'A or B for everybody']));
    const changed = await house.say('/campaign 1 trial 30% 6 hours orders');
    expect(fieldOf(changed, 'A or B')).toContain('30 % get A or B, chosen by chance, half each; 6 hours later');
    expect(fieldOf(changed, 'A or B')).toContain('more orders');
    expect(fieldOf(await house.say('/campaign 1 trial all'), 'A or B')).toContain('everybody gets A or B');
    expect(fieldOf(await house.say('/campaign 1 b off'), 'A or B')).toBeUndefined();
  });

  it('that nobody could tell from the first is said to be the same', async () => {
    await make();
    expect((await house.say('/campaign 1 by telegram')).text).toContain('B says the same as A');
    expect((await house.say('/campaign 1 by email')).text).not.toContain('B says the same as A');
  });

  it('can be a template, and what it has of the first text changes with that', async () => {
    await house.say('/template new sunday\nTea on Sunday\nHello {{ first_name }}, on Sunday.');
    await make();
    await house.say('/campaign 1 text Spring tea\nDear {{ first_name }}.');
    const [row] = await sql<{ second: { of: unknown } }>`select second from campaigns`;
    expect(row!.second.of).toEqual({ en: { subject: 'Only until Sunday', body: 'Dear {{ first_name }}.' } });
    const card = await house.say('/campaign 1 b sunday');
    expect(fieldOf(card, 'Subject')).toBe('A: Spring tea · B: Tea on Sunday');
  });

  it('comes to the owner beside the first one as a test', async () => {
    await make();
    await house.say('/campaign 1 test');
    const { way, mails } = sink();
    await sendTest({ act: house.act }, 'email', way);
    expect(mails.map(({ subject }) => subject)).toEqual(['[Test A] Spring tea', '[Test B] Only until Sunday']);
    expect((await house.cards()).at(-1)!.text).toContain('handed over');
  });
});

describe('a trial', () => {
  it('gives a part of the people one text or the other by halves, and the rest wait', async () => {
    await make();
    const { mails } = await begin();
    expect(mails.filter(({ subject }) => subject === 'Spring tea')).toHaveLength(10);
    expect(mails.filter(({ subject }) => subject === 'Only until Sunday')).toHaveLength(10);
    expect(await versions()).toEqual({ a: 10, b: 10, '-': 80 });
    const report = await house.say('/campaign 1');
    expect(fieldOf(report, 'Wait for the better text')).toBe('80');
    expect(fieldOf(report, 'Decision')).toBeDefined();
    expect(fieldOf(report, 'A or B')).toContain('Too few to tell');
  });

  it('gives the rest the text that did clearly better, after the wait and not before, and nobody gets both', async () => {
    await house.say('/settings campaigns-a-week 0');
    await make();
    await house.say('/campaign 1 trial 60%');
    const { way, mails, to } = await begin();
    await click('b', 15);
    await click('a', 2);
    pass(3.9);
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(60);
    pass(0.2);
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(100);
    expect(new Set(to()).size).toBe(100);
    expect(await versions()).toEqual({ a: 30, b: 70 });
    const report = await house.say('/campaign 1');
    expect(report.title).toContain('sent');
    expect(fieldOf(report, 'A or B')).toMatch(/^B is better: \d.* B goes to the rest\.$/);
    // those who were given it because it did better are not compared
    expect(JSON.stringify(report.lists)).toContain('15 followed a link: 50 % (33 % to 67 %)');
  });

  it('asks where it is too close to tell, and the owner gives the rest both by halves', async () => {
    await make();
    await house.say('/campaign 1 trial 60%');
    const { way, mails } = await begin();
    await click('a', 8);
    await click('b', 7);
    pass(4.1);
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(60);
    const asked = (await house.cards()).at(-1)!;
    expect(fieldOf(asked, 'A or B')).toContain('Too close to tell');
    expect(labels(asked)).toEqual(['A for the rest', 'B for the rest', 'Half each', 'Cancel']);
    await house.say('/campaign 1 resume');
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(60);
    await house.say('/campaign 1 winner both');
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(100);
    expect(await versions()).toEqual({ a: 50, b: 50 });
    expect(await house.say('/campaign 1 winner a')).toMatchObject({ failed: true });
  });

  it('asks where too few did anything, and can be decided before its time', async () => {
    await make();
    const { way, mails } = await begin();
    const asked = await house.say('/campaign 1 winner');
    expect(asked.title).toBe('Which text do the other 80 get?');
    await house.say('/campaign 1 winner a');
    await sendCampaigns(house, way);
    expect(mails.filter(({ subject }) => subject === 'Spring tea')).toHaveLength(90);
  });

  it('waits while it is stopped, and its time is not over because of that', async () => {
    await make();
    const { way, mails } = await begin();
    await house.say('/stop');
    pass(10);
    await sendCampaigns(house, way);
    await house.say('/campaign 1 resume');
    house.now = new Date(house.now.getTime() + 1000);
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(20);
    expect((await house.say('/campaign 1')).text).toContain('cannot be told');
  });

  it('asks before the rest get it where nothing could be sent for hours after its time', async () => {
    await make();
    const { way, mails } = await begin();
    await click('b', 10);
    pass(4 + 2.1);
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(20);
    expect((await house.say('/campaign 1')).text).toContain('was to be decided');
    await house.say('/campaign 1 resume');
    await sendCampaigns(house, way);
    expect(mails).toHaveLength(100);
  });

  describe('where a first part leaves before', () => {
    const states = async () =>
      (await sql<{ state: string; reason: string | null }>`select state, reason from campaigns`)[0]!;
    /** Half of the trial of forty. */
    async function first(): Promise<ReturnType<typeof sink>> {
      await make();
      await house.say('/campaign 1 trial 40%');
      await house.say('/campaign 1 go 100 20');
      return sink();
    }

    it('nothing is decided by the first part alone: the time runs from when the last of the trial has left', async () => {
      const { way, mails } = await first();
      await sendCampaigns(house, way);
      expect(mails).toHaveLength(20);
      expect(await states()).toEqual({ state: 'paused', reason: 'share' });
      await click('a', 10);
      pass(1);
      await house.say('/campaign 1 resume');
      await sendCampaigns(house, way);
      expect(mails).toHaveLength(40);
      expect(await versions()).toEqual({ a: 20, b: 20, '-': 60 });
      await click('b', 19);
      pass(5);
      await sendCampaigns(house, way);
      expect(await sql`select winner from campaigns`).toEqual([{ winner: 'b' }]);
      expect(await versions()).toEqual({ a: 20, b: 80 });
      expect(mails).toHaveLength(100);
    });

    it('a pause amid it and going on send the first part alone', async () => {
      const { way, mails } = await first();
      await tendCampaigns(house);
      const round = sending({ act: house.act, instance: 7 }, 'email', way);
      await round();
      await round.settled();
      expect(mails.length).toBeLessThan(20);
      await house.say('/campaign 1 pause');
      await house.say('/campaign 1 resume');
      await sendCampaigns(house, way);
      expect(mails).toHaveLength(20);
      expect(await states()).toEqual({ state: 'paused', reason: 'share' });
    });

    it('a winner that is chosen in a pause amid it gives nothing away behind the first part', async () => {
      const { way, mails } = await first();
      await tendCampaigns(house);
      const round = sending({ act: house.act, instance: 7 }, 'email', way);
      await round();
      await round.settled();
      await house.say('/campaign 1 pause');
      await house.say('/campaign 1 winner b');
      await house.say('/campaign 1 resume');
      await sendCampaigns(house, way);
      expect(mails).toHaveLength(20);
      expect(await states()).toEqual({ state: 'paused', reason: 'share' });
      await house.say('/campaign 1 resume');
      await sendCampaigns(house, way);
      expect(mails).toHaveLength(100);
    });

    it('a winner that is chosen then is what all of the rest get, once they are to get it', async () => {
      const { way, mails } = await first();
      await sendCampaigns(house, way);
      await house.say('/campaign 1 winner b');
      await sendCampaigns(house, way);
      expect(mails).toHaveLength(20);
      expect(await states()).toEqual({ state: 'paused', reason: 'share' });
      await house.say('/campaign 1 resume');
      await sendCampaigns(house, way);
      expect(mails).toHaveLength(100);
      expect(await versions()).toEqual({ a: 10, b: 90 });
    });
  });

  it('of everybody gives each one text, and waits for nothing', async () => {
    await make();
    await house.say('/campaign 1 trial all');
    const { mails } = await begin();
    expect(mails).toHaveLength(100);
    expect(await versions()).toEqual({ a: 50, b: 50 });
    expect((await house.say('/campaign 1')).title).toContain('sent');
  });

  it('whoever got either text gets neither of a copy', async () => {
    await house.say('/settings campaigns-a-week 0');
    await make();
    await house.say('/campaign 1 trial all');
    await begin();
    expect(fieldOf(await house.say('/campaign 1 copy'), 'Get it')).toBe('0 of 100');
  });

  it('works in a chat, where answers decide', async () => {
    await house.act(async ({ tx, now }) => {
      await tx`insert into contact_identities (contact_id, channel, address) select id, 'telegram', 't' || id from contacts`;
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, channel, address, 'newsletter', 'chat-' || address, 'en', 'yes', 'test', ${now}, ${now}
        from contact_identities where channel = 'telegram'`;
    });
    await house.say('/campaign new Spring tea to everybody\nSpring tea is here.');
    await house.say('/campaign 1 holdout 0');
    await house.say('/campaign 1 by telegram');
    expect(fieldOf(await house.say('/campaign 1 b Only until Sunday!'), 'A or B')).toContain('more answers');
    expect((await house.say('/campaign 1 trial clicks')).text).toContain('Clicks are not counted here');
    expect((await house.say('/campaign 1 trial answers')).text).not.toContain('Clicks are not counted');
    await house.say('/campaign 1 go 100');
    await tendCampaigns(house);
    while (await house.act((ctx) => sendInChat(ctx, 'telegram', 7)));
    const said = (await house.outbox()).filter(({ audience }) => audience === 'customer');
    const texts = said.map(({ payload }) => (payload.kind === 'message' ? payload.reply.text : ''));
    expect(texts.filter((text) => text?.startsWith('Spring tea is here.'))).toHaveLength(10);
    expect(texts.filter((text) => text?.startsWith('Only until Sunday!'))).toHaveLength(10);
  });
});

describe('who gets which text', () => {
  it('is the same whoever plans it, by halves that differ by one at most, and everybody has one or waits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        async (people, trial, share) => {
          await begun();
          await make();
          const plan = () =>
            house.act(async (ctx) => {
              await ctx.tx`delete from campaign_deliveries`;
              await ctx.tx`update campaigns set state = 'running', planned_at = null, trial = ${trial}, share = ${share}`;
              await ctx.tx`update consents set withdrawn_at = case when id > ${people} then now() end`;
              await beginPlan(ctx, { id: '1' });
              while ((await planFurther(ctx, '1')).is === 'more');
              return ctx.tx<{ contactId: string; version: 'a' | 'b' | null; now: boolean }>`
                select contact_id as "contactId", version, run_at < 'infinity' as now from campaign_deliveries
                where state = 'queued' order by contact_id`;
            });
          const first = await plan();
          expect(await plan()).toEqual(first);
          const count = (version: 'a' | 'b' | null) => first.filter((row) => row.version === version).length;
          expect(first).toHaveLength(people);
          expect(count('a') - count('b')).toBeGreaterThanOrEqual(0);
          expect(count('a') - count('b')).toBeLessThanOrEqual(1);
          const tried = Math.max(Math.min(people, 2), Math.ceil((people * trial) / 100));
          expect(count('a') + count('b')).toBe(tried);
          expect(first.filter((row) => row.now)).toHaveLength(Math.min(tried, Math.ceil((people * share) / 100)));
          expect(first.some((row) => row.now && row.version === null)).toBe(false);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('how a trial is typed', () => {
  it.each([
    ['30% 6h orders', { trial: 30, trialMinutes: 360, measure: 'ordered' }],
    ['30 %, 90 min · clicks', { trial: 30, trialMinutes: 90, measure: 'clicked' }],
    ['先发', { unread: '先发' }],
    ['25％ 2小时 回复', { trial: 25, trialMinutes: 120, measure: 'replied' }],
    ['1 天', { trialMinutes: 1440 }],
    ['全部', { trial: 100 }],
    ['101%', { unread: '101%' }],
    ['0', { unread: '0' }],
    ['40 days', { unread: '40days' }],
  ])('%s', (words, read) => {
    expect(readTrial(words)).toEqual(read);
  });
});
