import { beforeEach, describe, expect, it } from 'vitest';
import { sending } from '../../../src/delivery/campaigns/worker.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', campaignWarmUp: 'off' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 40));
    await house.db.autocommit`update contacts set tags = '{vip}' where name in ('Person 1', 'Person 2', 'Person 3')`;
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}');
    await house.say('/campaign 1 holdout 0');
  }),
);

const undo = (reply: Reply) => house.say(buttonsOf(reply).find(({ label }) => label === 'Undo')!.command);
const campaign = async () =>
  (
    await sql<{ state: string; reason: string | null; planned: boolean }>`
      select state, reason, planned_at is not null as planned from campaigns where id = 1`
  )[0]!;
const sent = async (): Promise<string[]> => {
  const { way, to } = sink();
  await sendCampaigns(house, way);
  return to();
};

describe('an undo of a send', () => {
  it('throws away what was planned: the next send goes to those whom it is for then, in its own words', async () => {
    const begun = await house.say('/campaign 1 go 40');
    await tendCampaigns(house);
    expect((await undo(begun)).text).toMatch(/^↩︎ Undone/);
    expect(await campaign()).toEqual({ state: 'draft', reason: null, planned: false });
    await house.say('/campaign 1 to #vip');
    await house.say('/campaign 1 text Only you\nMy dear three');
    await house.say('/campaign 1 go 3');
    const { way, to, mails } = sink();
    await sendCampaigns(house, way);
    expect(to()).toEqual(['p1@example.net', 'p2@example.net', 'p3@example.net']);
    expect(new Set(mails.map(({ subject }) => subject))).toEqual(new Set(['Only you']));
  });

  it('of which something has left is none: it is paused, and said', async () => {
    const begun = await house.say('/campaign 1 go 40');
    await tendCampaigns(house);
    const { way, to, mails } = sink();
    const round = sending({ act: house.act, instance: 7 }, 'email', way);
    while (mails.length === 0) await round();
    await round.settled();
    const before = to().length;
    await house.db.autocommit`
      update campaign_deliveries set state = 'queued', sent_at = null
      where contact_id <> (select min(contact_id) from campaign_deliveries where state = 'sent')`;
    const reply = await undo(begun);
    expect(reply.text).toContain('It is paused');
    expect(await campaign()).toEqual({ state: 'paused', reason: 'asked', planned: true });
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/campaign 1 resume');
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(before);
    expect((await house.say('/campaign 1 to #vip')).failed).toBe(true);
  });
});

describe('an undo of a halt', () => {
  it.each(['pause', 'cancel'])('lets nothing leave by itself (%s)', async (halt) => {
    await house.say('/campaign 1 go 40');
    await tendCampaigns(house);
    const halted = await house.say(`/campaign 1 ${halt}`);
    house.now = new Date(house.now.getTime() + 21 * 24 * 3_600_000);
    const reply = await undo(halted);
    expect(await campaign()).toMatchObject({ state: 'paused' });
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/campaign 1 resume');
    expect(await sent()).toEqual([]);
    await house.say('/campaign 1 resume');
    expect(await sent()).toHaveLength(40);
  });
});

describe('an undo of a choice between two texts', () => {
  const chosen = async (): Promise<Reply> => {
    await house.say('/campaign 1 b\nOther tea\nHi {{ first_name }}');
    await house.say('/campaign 1 trial 50%');
    await house.say('/campaign 1 go 40');
    expect(await sent()).toHaveLength(20);
    return house.say('/campaign 1 winner a');
  };

  it('lets the rest wait again, and another text can be chosen', async () => {
    await undo(await chosen());
    expect(await sent()).toEqual([]);
    await house.say('/campaign 1 winner b');
    const { way, mails } = sink();
    await sendCampaigns(house, way);
    expect(mails.map(({ subject }) => subject)).toEqual(Array.from({ length: 20 }, () => 'Other tea'));
  });

  it('control: a choice that stands is sent', async () => {
    await chosen();
    expect(await sent()).toHaveLength(20);
  });
});

describe('an undo of going on behind the first part', () => {
  const later = async () =>
    (await house.say('/campaign 1')).fields?.find(({ label }) => label === 'Wait for your word')?.value;
  beforeEach(async () => {
    await house.say('/campaign 1 go 40 10');
    expect(await sent()).toHaveLength(4);
    expect(await campaign()).toMatchObject({ state: 'paused', reason: 'share' });
    house.now = new Date(house.now.getTime() + 60_000);
  });

  it('lets the rest wait for a word again', async () => {
    const waited = await later();
    await undo(await house.say('/campaign 1 resume'));
    expect(await campaign()).toMatchObject({ state: 'paused', reason: 'share' });
    expect(await later()).toBe(waited);
    expect(await sent()).toEqual([]);
    await house.say('/campaign 1 resume');
    expect(await sent()).toHaveLength(36);
  });

  it('says that some have left, and pauses, where some have', async () => {
    const resumed = await house.say('/campaign 1 resume');
    await house.db.autocommit`
      update campaign_deliveries set state = 'sent', sent_at = ${house.now}
      where id = (select min(id) from campaign_deliveries where state = 'queued')`;
    expect((await undo(resumed)).text).toContain('Some of “Spring tea” has left already');
    expect(await campaign()).toMatchObject({ state: 'paused', reason: 'asked' });
    expect(await sent()).toEqual([]);
  });
});

describe('an undo of what made somebody who has been written to since', () => {
  it('says why they stay', async () => {
    const added = await house.say('/add New One new@example.net');
    await house.db.autocommit`
      insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
      select id, 'email', 'new@example.net', 'newsletter', 'new', 'en', 'yes', 'test', now(), now() from contacts where name = 'New One'`;
    await house.say('/campaign 1 go 41');
    expect(await sent()).toContain('new@example.net');
    const reply = await undo(added);
    expect(reply.text).toContain('What stays as it is: New One (a campaign has gone to them since)');
    expect(await sql`select from contacts where name = 'New One'`).toHaveLength(1);
  });

  it('control: whom nothing has gone to goes', async () => {
    const added = await house.say('/add New One new@example.net');
    expect((await undo(added)).text).toMatch(/^↩︎ Undone/);
    expect(await sql`select from contacts where name = 'New One'`).toEqual([]);
  });

  it('knows every column that is called as if it pointed to another row, and does not', async () => {
    expect(
      await sql`
        select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = current_schema and data_type <> 'bigint' and column_name in (
          'contact_id', 'conversation_id', 'message_id', 'lead_id', 'order_id', 'user_id', 'connection_id', 'field_id', 'form_id'
        )`,
    ).toEqual([{ name: 'campaign_deliveries.message_id' }]);
  });
});
