import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const PEOPLE = 9;
const house = await testHouse({ locale: 'en', campaignWarmUp: 'off' });
const { sql } = house.db;

/** A cart of each person is asked about; `words` is what the first step says. */
const begin = (words?: string) => async () => {
  await house.act(async ({ tx }) => {
    await addPeople(tx, PEOPLE);
    await tx`update consents set purpose = 'reminders'`;
    await tx`insert into connections (id, provider, token) overriding system value values (1, 'shopify', 't')`;
  });
  const card = await house.say('/sequence checkout');
  if (words) await house.say(`/sequence 1 text 1 Your cart\n${words}`);
  await house.say(buttonsOf(card).find(({ label }) => label === 'Put on')!.command);
  await house.db.autocommit`
    insert into checkouts (connection_id, external_id, contact_id, currency, total_minor, url, started_at, version_at, version_tie)
    select 1, 'k' || id, id, 'USD', 1000, 'https://shop.example/c', ${house.now}::timestamptz, ${house.now}::timestamptz, '' from contacts`;
  house.now = new Date(house.now.getTime() + 61 * 60_000);
  await tendSequences(house);
};
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label.startsWith(label))?.value;

describe('the card of a follow-up', () => {
  beforeEach(house.startingWith(begin()));

  it('does not count who only said no among those who answered', async () => {
    await sendCampaigns(house, sink().way);
    await house.db.autocommit`
      update campaign_deliveries set replied_at = ${house.now}, declined_at = case when id = 1 then ${house.now}::timestamptz end
      where id in (1, 2)`;
    expect(fieldOf(await house.say('/sequence checkout'), 'Answered')).toBe('1');
  });

  it('shows no doubt any more that the owner has answered', async () => {
    await sendCampaigns(house, sink(() => ({ state: 'unknown', detail: '' })).way);
    const [row] = await sql<{ id: string }>`select distinct campaign_id as id from campaign_deliveries`;
    const doubts = async () =>
      buttonsOf(await house.say('/sequence checkout')).filter(({ command }) => command.includes('doubts')).length;
    expect(await doubts()).toBe(1);
    await house.say(`/campaign ${row!.id} leave`);
    expect(await doubts()).toBe(0);
  });
});

describe('what a step asks for and people lack', () => {
  beforeEach(house.startingWith(begin('Still for {{ city }}?')));

  it('is told with how many lack it, though only the last few are named', async () => {
    await sendCampaigns(house, sink().way);
    await tendSequences(house);
    const [card] = (await house.cards()).filter(({ text }) => text?.includes('got nothing of a step'));
    expect(card!.text).toContain(`${PEOPLE} people`);
    expect(card!.lists![0]!.items).toHaveLength(5);
  });
});
