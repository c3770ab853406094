import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const HOUR = 3_600_000;
const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.act(async ({ tx }) => {
      await addPeople(tx, 30);
      await tx`update contacts set tags = '{vip}' where id in (select id from contacts order by id limit 3)`;
    });
    await house.say('/campaign new Spring tea to #vip\nSpring tea\nHello {{ first_name }}');
  }),
);

const label = (reply: Reply, begins: string) => buttonsOf(reply).find((button) => button.label.startsWith(begins));
const labels = (reply: Reply) => buttonsOf(reply).map((button) => button.label);
const fieldOf = (reply: Reply, name: string) => reply.fields?.find((field) => field.label === name)?.value;
const state = async (id = 1) => (await sql<{ state: string }>`select state from campaigns where id = ${id}`)[0]!.state;
const later = (hours: number) => {
  house.now = new Date(house.now.getTime() + hours * HOUR);
};
const cards = async () => (await house.cards()).slice(-1)[0]!;

describe('a campaign that waits for its time', () => {
  it('says whom and how many, and its time, words and people can be changed by its buttons', async () => {
    const { way, mails, to } = sink();
    const card = await house.say('/campaign 1 at tomorrow 10:00');
    expect(fieldOf(card, 'Leaves')).toBe('tomorrow 10:00');
    expect(fieldOf(card, 'For')).toContain('vip');
    expect(fieldOf(card, 'Get it')).toBe('3 of 3');
    for (const one of ['Send now', 'Another time', 'Pause', 'Change the people', 'Change the text', 'Cancel'])
      expect(label(card, one), one).toBeDefined();
    await house.say('/campaign 1 text Autumn tea\nIt is autumn.');
    await house.say(`${label(card, 'Another time')!.command} tomorrow 11:00`);
    const changed = await house.say(`${label(card, 'Change the people')!.command} everybody`);
    expect(changed.failed).toBeUndefined();
    expect(fieldOf(changed, 'Leaves')).toBe('tomorrow 11:00');
    expect(fieldOf(changed, 'Get it')).toBe('30 of 30');
    later(22.5);
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    later(1);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(30);
    expect(mails[0]!.subject).toBe('Autumn tea');
    // control: what has begun is changed no more
    expect(await house.say('/campaign 1 text Winter tea\nIt is winter.')).toMatchObject({ failed: true });
  });

  it('goes back to its time after a pause, which shows it; nothing leaves before', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 at tomorrow 10:00');
    const paused = await house.say('/campaign 1 pause');
    expect(fieldOf(paused, 'Leaves')).toBe('tomorrow 10:00');
    const on = await house.say(label(paused, 'Go on')!.command);
    expect(on.title).toContain('scheduled');
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    later(23);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(3);
  });

  it('asks after a pause whose end is behind its time, with another time beside it', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 at tomorrow 10:00');
    await house.say('/stop');
    expect(fieldOf(await house.say('/campaign 1'), 'Leaves')).toBe('tomorrow 10:00');
    later(25);
    const asked = await house.say('/campaign 1 resume');
    expect(asked.text).toContain('Its time is over: it was to leave today 10:00');
    expect(await state()).toBe('paused');
    expect(labels(asked)).toEqual(['Send to 3 people', 'Another time', 'Back']);
    await house.say(`${label(asked, 'Another time')!.command} tomorrow 9:30`);
    expect(await state()).toBe('scheduled');
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
  });

  it('late, it keeps what its question says: now, or another time', async () => {
    await house.say('/campaign 1 at tomorrow 10:00');
    later(30);
    await sendCampaigns(house, sink().way);
    const told = await cards();
    expect(told.text).toContain('choose another time');
    expect(labels(told).slice(0, 2)).toEqual(['Send now', 'Another time']);
    expect((await house.say('/campaign 1 at tomorrow 11:00')).title).toContain('scheduled');
  });

  it('whose segment has gone is given other people, as it says', async () => {
    await house.say('/segment new good #vip');
    await house.say('/campaign 1 to segment:good');
    await house.say('/campaign 1 at tomorrow 10:00');
    const [segment] = await sql`select id from segments`;
    await house.act(({ tx }) => tx`delete from segments where id = ${segment!.id}`);
    later(23);
    await sendCampaigns(house, sink().way);
    const told = await cards();
    expect(told.text).toContain('Choose the people anew');
    expect(label(told, 'Go on')).toBeUndefined();
    await house.say(`${label(told, 'Change the people')!.command} #vip`);
    const asked = await house.say('/campaign 1 send');
    await house.say(label(asked, 'Send to 3')!.command);
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(3);
  });
});

describe('a campaign that would go to noticeably other people than were shown', () => {
  const grow = () => house.act(({ tx }) => tx`update contacts set tags = '{vip}'`);

  it('asks first at its time, with both numbers, and sends at a tap', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 at tomorrow 10:00');
    await grow();
    later(23);
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    const told = await cards();
    expect(told.text).toContain('it was to go to 3 people; now it would go to 30 people');
    await house.say(label(told, 'Send to 30 now')!.command);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(30);
  });

  it('asks where as many are others', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 at tomorrow 10:00');
    await house.act(
      ({ tx }) => tx`
        update contacts set tags = case when id in (select id from contacts order by id desc limit 3) then '{vip}'::text[] else '{}' end`,
    );
    later(23);
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    expect(await state()).toBe('paused');
  });

  it('asks after a pause before it goes back to its time', async () => {
    await house.say('/campaign 1 at tomorrow 10:00');
    await house.say('/campaign 1 pause');
    await grow();
    const asked = await house.say('/campaign 1 resume');
    expect(asked.text).toContain('3 people; now it would go to 30 people');
    expect(await state()).toBe('paused');
    await house.say(label(asked, 'Send to 30 tomorrow 10:00')!.command);
    expect(await state()).toBe('scheduled');
    const { way, to } = sink();
    later(23);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(30);
  });

  it('asks where its words cannot be read any more, and is not given a time while they cannot', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 at tomorrow 10:00');
    await house.say('/campaign 1 text Spring tea\nHello {{ first_name');
    later(23);
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    expect(await house.say('/campaign 1 at tomorrow 10:00')).toMatchObject({ failed: true });
    await house.say('/campaign 1 text Spring tea\nHello.');
    expect((await house.say('/campaign 1 at tomorrow 10:00')).failed).toBeUndefined();
  });

  it('control: one or two more or fewer ask nobody', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 at tomorrow 10:00');
    await house.act(
      ({ tx }) => tx`update contacts set tags = '{vip}' where id in (select id from contacts order by id limit 4)`,
    );
    later(23);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(4);
  });
});

describe('an undo after a halt', () => {
  it('of what was being sent asks as [Go on] does, and nothing leaves by itself', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 go 3');
    await tendCampaigns(house);
    for (const halt of ['/campaign 1 pause', '/stop']) {
      await house.say(halt);
      const asked = await house.say('/undo');
      expect(await state(), halt).toBe('paused');
      expect(asked.text, halt).toContain('Nothing of it leaves until you go on');
      await sendCampaigns(house, way);
      expect(to(), halt).toEqual([]);
      await house.say(label(asked, 'Go on')!.command);
      expect(await state(), halt).toBe('running');
    }
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(3);
  });

  it('of what was to leave later brings its time back, and says so', async () => {
    for (const halt of ['/campaign 1 pause', '/stop', '/campaign 1 cancel']) {
      await house.say('/campaign 1 at tomorrow 10:00');
      await house.say(halt);
      const undone = await house.say('/undo');
      expect(await state(), halt).toBe('scheduled');
      expect(undone.text, halt).toContain('Spring tea: tomorrow 10:00');
    }
  });

  it('of a cancelled one that was being sent makes it wait', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 go 3');
    await tendCampaigns(house);
    await house.say('/campaign 1 cancel');
    const undone = await house.say('/undo');
    expect(await state()).toBe('paused');
    expect(label(undone, 'Go on')).toBeDefined();
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
  });

  it('control: one that has not been halted is taken back as before', async () => {
    await house.say('/campaign 1 go 3');
    await house.say('/undo');
    expect(await state()).toBe('draft');
  });
});
