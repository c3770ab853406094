import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 4));
    await house.say('/tag c1 #vip');
    await house.say('/tag c2 #vip');
    await house.say('/add Zoe Fair zoe@example.net #fair');
  }),
);

const field = (reply: Reply, label: string) => reply.fields?.find((one) => one.label === label)?.value;
const nameOf = async (id: number) => (await sql<{ name: string }>`select name from contacts where id = ${id}`)[0]!.name;

describe('who is left out because the words say except is named', () => {
  it('by name, and how many', async () => {
    const card = await house.say('/campaign new Tea to everybody except #vip and Zoe Fair\nTea\nHello');
    expect(field(card, 'Not to')).toBe(`3 people: Zoe Fair, ${await nameOf(2)}, ${await nameOf(1)}`);
  });

  it('of a group only its own', async () => {
    const card = await house.say('/campaign new Tea to #vip except c1\nTea\nHello');
    expect(card.failed ?? false).toBe(true);
    const other = await house.say(`/campaign new Tea to #vip except ${await nameOf(1)}\nTea\nHello`);
    expect(field(other, 'Not to')).toBe(`1 person: ${await nameOf(1)}`);
  });

  it('control: where nothing is excepted nobody is', async () => {
    expect(field(await house.say('/campaign new Tea to #vip\nTea\nHello'), 'Not to')).toBeUndefined();
  });
});

describe('who did not follow or answer is the next audience', () => {
  beforeEach(async () => {
    await house.say('/campaign new Tea to everybody\nTea\nHello');
    const asked = await house.say('/campaign 1 send');
    await house.say(buttonsOf(asked)[0]!.command);
    await sendCampaigns(house, sink().way);
    await house.act(({ tx }) => tx`update campaign_deliveries set clicked_at = sent_at where contact_id = 1`);
  });

  it.each(['unclicked', 'not clicked', '没点的', '谁没点'])('%s', async (typed) => {
    const shown = await house.say(`/campaign 1 ${typed}`);
    expect(shown.failed).toBeUndefined();
    expect(shown.title).toContain('3 people');
    await house.say(buttonsOf(shown).find(({ label }) => label === 'Write to these')!.command);
    expect(await sql`select audience, state from campaigns where id = 2`).toEqual([
      { audience: 'got:1 -clicked:1', state: 'draft' },
    ]);
  });

  it.each(['no answer', '没回复的', '谁没回复'])('%s', async (typed) => {
    expect((await house.say(`/campaign 1 ${typed}`)).title).toContain('4 people');
  });

  it('it stands below who did', async () => {
    const shown = await house.say('/campaign 1 clicked');
    expect(buttonsOf(shown).map(({ command }) => command)).toContain('/campaign 1 unclicked');
  });

  it('control: of a draft nobody did or did not', async () => {
    await house.say('/campaign new More to everybody\nMore\nHello');
    expect((await house.say('/campaign 2 unclicked')).failed).toBe(true);
  });
});

it('who agreed is a condition, by channel and purpose', async () => {
  const found = await house.say('/find agreed:news');
  expect(found.title).toContain('4 people');
});

it('a follow-up that was put on and cannot be taken back can be put off', async () => {
  await house.say('/task call Zoe');
  await house.say('/sequence birthday on');
  const stuck = await house.say('/undo');
  expect(stuck.failed).toBe(true);
  const off = buttonsOf(stuck)[0]!;
  expect(off).toMatchObject({ label: 'Put off' });
  await house.say(off.command);
  expect(await sql`select is_on from sequences`).toEqual([{ is_on: false }]);
});
