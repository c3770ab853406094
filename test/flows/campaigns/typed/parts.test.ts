import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 40));
    await house.say('/campaign new Tea to everybody\nTea\nHello');
  }),
);

const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const stateOf = async () => (await sql<{ state: string }>`select state from campaigns where id = 1`)[0]!.state;

describe('a first part is as many as is said', () => {
  it.each([
    ['first 3', 3],
    ['first 3 people', 3],
    ['first five', 5],
    ['send 3', 3],
    ['send to 3 people', 3],
    ['send half', 20],
    ['first half', 20],
    ['first ten percent', 4],
    ['first 2.5%', 1],
    ['first 20%', 8],
    ['first', 2],
    ['先发 3', 3],
    ['先发 3 人', 3],
    ['先发五个', 5],
    ['先发给 3 个人', 3],
    ['先发一半', 20],
    ['先发百分之十', 4],
    ['先发5%', 2],
  ])('%s: %i of 40, in the question, on its button, and in what leaves', async (typed, people) => {
    const asked = await house.say(`/campaign 1 ${typed}`);
    const named = people === 1 ? '1 person' : `${people} people`;
    expect(asked.title).toBe(`Send it to ${named} of 40 first?`);
    const go = buttonsOf(asked)[0]!;
    expect(go.label).toBe(`Send to ${named}`);
    await house.say(go.command);
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(people);
  });

  it('of more than there are it is all of them, and the question says so', async () => {
    const asked = await house.say('/campaign 1 first 50');
    expect(asked.title).toBe('Send it to 40 people?');
    await house.say(buttonsOf(asked)[0]!.command);
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(40);
  });

  it('stays as many where some more came since the question', async () => {
    const go = buttonsOf(await house.say('/campaign 1 first 20%'))[0]!;
    await house.act(
      ({ tx }) => tx`update consents set withdrawn_at = now() where address in ('p1@example.net', 'p2@example.net')`,
    );
    await house.say(go.command);
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(8);
  });

  it.each(['first 0', 'first 200%', 'first 0%', 'first few', 'send some', '先发一些', 'first 2.5'])(
    'what is no part is named, and nothing is changed: %s',
    async (typed) => {
      const said = await house.say(`/campaign 1 ${typed}`);
      expect(said).toMatchObject({ failed: true, text: expect.stringContaining('I do not understand') });
      expect(await stateOf()).toBe('draft');
    },
  );

  it('control: without a figure it is all of them, at the button too', async () => {
    expect((await house.say('/campaign 1 send')).title).toBe('Send it to 40 people?');
    const button = buttonsOf(await house.say('/campaign 1')).find(({ label }) => label === 'Send to 40 people')!;
    expect((await house.say(button.command)).title).toBe('Send it to 40 people?');
  });
});

describe('a copy of what was halted after a first part', () => {
  const first = async (people: number) => {
    await house.say(buttonsOf(await house.say(`/campaign 1 first ${people}`))[0]!.command);
    const { way, to } = sink();
    await sendCampaigns(house, way);
    return to();
  };

  it.each(['cancel', 'show'])('is for the others alone, with better words too: %s', async (step) => {
    const served = await first(4);
    await house.say(`/campaign 1 ${step}`);
    await house.say('/campaign 1 copy');
    const card = await house.say('/campaign 2 text Better tea\nGood day');
    const left = card.fields?.find(({ label }) => label === 'Not to')?.value;
    expect(left).toContain('4 people');
    const { way, to } = sink();
    await house.say(buttonsOf(await house.say('/campaign 2 send'))[0]!.command);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(36);
    expect(to().filter((address) => served.includes(address))).toEqual([]);
  });

  it('of each of several groups', async () => {
    await house.say('/campaign 1 to orders:0 or orders:>=1');
    await first(1);
    await house.say('/campaign 1 cancel');
    await house.say('/campaign 1 copy');
    expect(await sql`select audience from campaigns where id = 2`).toMatchObject([
      { audience: expect.stringMatching(/^orders:0 -got:1 or orders:>=1 -got:1$/) },
    ]);
  });

  it('control: of one that has begun for nobody it is everybody', async () => {
    await house.say('/campaign 1 cancel');
    await house.say('/campaign 1 copy');
    expect(await sql`select audience from campaigns where id = 2`).toEqual([{ audience: '' }]);
  });
});

describe('who is held out, however that is typed', () => {
  it.each([
    ['holdout 20%', 20],
    ['hold out 20%', 20],
    ['hold out 20', 20],
    ['对照 20%', 20],
    ['hold out 0', 0],
    ['hold out nobody', 0],
    ['no holdout', 0],
    ['不留对照组', 0],
  ])('%s', async (typed, percent) => {
    await house.say('/campaign 1 at tomorrow 9am');
    await house.say(`/campaign 1 ${typed}`);
    expect(await sql`select state, holdout from campaigns`).toEqual([{ state: 'scheduled', holdout: percent }]);
  });

  it('control: hold alone pauses', async () => {
    await house.say('/campaign 1 at tomorrow 9am');
    const card = await house.say('/campaign 1 hold');
    expect(await stateOf()).toBe('paused');
    expect(labels(card)).toContain('Go on');
  });
});
