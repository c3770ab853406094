import { beforeEach, describe, expect, it } from 'vitest';
import { sendInChat } from '../../../src/domain/campaigns/chat.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns, tendSequences } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';

const NUMBERS = ['+447700900101', '+12125550101', '+61412345678', '+8613800138004', '+18005550105', '+447700900106'];
const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, NUMBERS.length));
    await house.act(async ({ tx }) => {
      for (const [at, number] of NUMBERS.entries()) {
        const place = tx`(select id from contacts where name = ${`Person ${at + 1}`}), 'sms', ${number}`;
        await tx`insert into contact_identities (contact_id, channel, address) values (${place})`;
        await tx`
          insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
          values (${place}, 'newsletter', 'en', 'yes', 'test', 'shop', now(), now())`;
      }
      await tx`update contacts set city = 'Shanghai' where name = 'Person 6'`;
    });
    for (const setting of ['campaigns-a-week 0', 'warm-up off']) await house.say(`/settings ${setting}`);
  }),
);

const got = async () =>
  (await house.outbox()).flatMap(({ audience, address }) => (audience === 'customer' ? [address] : [])).sort();

describe('the clock of whoever is written to', () => {
  it('is that of their number where their city says none; one that may be of several waits until it is day in all', async () => {
    await house.say('/campaign new Tea to everybody\nTea\nHello');
    await house.act(({ tx }) => tx`update campaigns set channel = 'sms'`);
    await house.say(`/campaign 1 go ${NUMBERS.length}`);
    const textAt = async (at: string) => {
      house.now = new Date(at);
      await tendCampaigns(house);
      while (await house.act((ctx) => sendInChat(ctx, 'sms', 7)));
      return got();
    };
    const [london, york, australia, china, anywhere, shanghai] = NUMBERS as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const atNoonHere = [australia, china, shanghai].sort();
    expect(await textAt('2026-11-23T04:00:00Z')).toEqual(atNoonHere);
    expect(await textAt('2026-11-23T09:05:00Z')).toEqual([...atNoonHere, london].sort());
    expect(await textAt('2026-11-23T14:05:00Z')).toEqual([...atNoonHere, london, york].sort());
    expect(await textAt('2026-11-23T18:30:00Z')).not.toContain(anywhere);
    expect(await textAt('2026-11-23T19:05:00Z')).toContain(anywhere);
  });

  it('control: where no hour is day in all of them they are written to by the first', async () => {
    await house.say('/settings campaign-hours 09:00-11:00');
    await house.say('/campaign new Tea to everybody\nTea\nHello');
    await house.act(({ tx }) => tx`update campaigns set channel = 'sms'`);
    await house.say(`/campaign 1 go ${NUMBERS.length}`);
    for (let hour = 0; hour < 48; hour++) {
      house.now = new Date(Date.parse('2026-11-23T00:05:00Z') + hour * 3_600_000);
      await tendCampaigns(house);
      while (await house.act((ctx) => sendInChat(ctx, 'sms', 7)));
    }
    expect(await got()).toHaveLength(NUMBERS.length);
  });

  it('is that of their city, state and all: a birthday is wished on its day', async () => {
    house.now = new Date('2027-05-10T07:30:00Z');
    await house.act(({ tx }) => tx`update consents set purpose = 'offers'`);
    await house.say('/sequence birthday');
    await house.say('/sequence 1 on');
    await house.say('/settings campaign-hours off');
    const cities = ['New York, NY', 'München', '上海市', '纽约市'];
    for (const [at, city] of cities.entries()) {
      const { id } = (
        await house.db.sql<{ id: string }>`select id from contacts where name = ${`Person ${at + 1}`}`
      )[0]!;
      await house.act(({ tx }) => tx`update contacts set city = ${city} where id = ${id}`);
      await house.say(`/edit c${id} birthday 12 May 1990`);
    }
    const wished = async (at: string) => {
      house.now = new Date(at);
      const { way, to } = sink();
      await tendSequences(house);
      await sendCampaigns(house, way);
      return to();
    };
    expect(await wished('2027-05-12T01:05:00Z')).toEqual(['p3@example.net']);
    expect(await wished('2027-05-12T07:05:00Z')).toEqual(['p2@example.net']);
    expect(await wished('2027-05-12T12:55:00Z')).toEqual([]);
    expect(await wished('2027-05-12T13:05:00Z')).toEqual(['p1@example.net', 'p4@example.net']);
  });

  it('is that of the right one of several cities of a name, as its region or their number says, else of all of them', async () => {
    const cities = ['London, Ontario', 'London', 'London', 'London, UK', 'Athens, Georgia', 'London'];
    const numbers = [undefined, '+15195550102', '+447700900103'];
    await house.act(async ({ tx }) => {
      await tx`delete from contact_identities where channel = 'sms'`;
      for (const [at, city] of cities.entries()) {
        const named = tx`name = ${`Person ${at + 1}`}`;
        await tx`update contacts set city = ${city} where ${named}`;
        const number = numbers[at];
        if (number)
          await tx`insert into contact_identities (contact_id, channel, address) select id, 'phone', ${number} from contacts where ${named}`;
      }
    });
    await house.say('/campaign new Tea to everybody\nTea\nHello');
    await house.say('/campaign 1 holdout 0');
    await house.say(`/campaign 1 go ${cities.length}`);
    const mailedAt = async (at: string) => {
      house.now = new Date(at);
      const { way, to } = sink();
      await tendCampaigns(house);
      await sendCampaigns(house, way);
      return to();
    };
    const p = (...nths: number[]) => nths.map((nth) => `p${nth}@example.net`);
    expect(await mailedAt('2026-11-23T08:55:00Z')).toEqual([]);
    expect(await mailedAt('2026-11-23T09:05:00Z')).toEqual(p(3, 4));
    expect(await mailedAt('2026-11-23T13:55:00Z')).toEqual([]);
    expect(await mailedAt('2026-11-23T14:05:00Z')).toEqual(p(1, 2, 5, 6));
  });
});
