import { beforeEach, describe, expect, it } from 'vitest';
import { sendInChat } from '../../../src/domain/campaigns/chat.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns, tendSequences } from '../../support/campaigns.ts';
import { testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const CHANNELS = { telegram: (nth: number) => `t${nth}`, sms: (nth: number) => `+861380013800${nth}` };
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 4));
    await house.act(async ({ tx }) => {
      for (const [channel, addressOf] of Object.entries(CHANNELS))
        for (const nth of [1, 2, 3, 4]) {
          const who = tx`(select id from contacts where name = ${`Person ${nth}`})`;
          const place = tx`${who}, ${channel}, ${addressOf(nth)}`;
          await tx`insert into contact_identities (contact_id, channel, address) values (${place})`;
          await tx`
            insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
            values (${place}, 'newsletter', 'en', 'yes', 'test', 'shop', now(), now())`;
        }
    });
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}');
  }),
);

const refOf = async (nth: number) =>
  `c${(await sql<{ id: string }>`select id from contacts where name = ${`Person ${nth}`}`)[0]!.id}`;
const becameOf = () =>
  sql`select address, state, reason from campaign_deliveries where state = 'skipped' order by contact_id`;

describe('an address that is not theirs any more', () => {
  it('gets no mail that was planned for it: neither who lost it nor who has it now', async () => {
    const { way, to, mails } = sink();
    await house.say('/campaign 1 go 4');
    await tendCampaigns(house);
    await house.say(`/edit ${await refOf(2)} -p2@example.net`);
    await house.say(`/edit ${await refOf(3)} -p3@example.net`);
    await house.say('/add New Owner p3@example.net');
    await sendCampaigns(house, way);
    expect(to()).toEqual(['p1@example.net', 'p4@example.net']);
    expect(JSON.stringify(mails)).not.toContain('Person 3');
    expect(await becameOf()).toEqual([
      { address: 'p2@example.net', state: 'skipped', reason: 'no_address' },
      { address: 'p3@example.net', state: 'skipped', reason: 'no_address' },
    ]);
    expect(JSON.stringify(await house.say('/campaign 1 skipped'))).toContain('no address there');
  });

  it.each(Object.entries(CHANNELS))('nor a message by %s', async (channel, addressOf) => {
    await house.act(({ tx }) => tx`update campaigns set channel = ${channel}`);
    await house.say('/campaign 1 go 4');
    await tendCampaigns(house);
    await house.say(`/edit ${await refOf(2)} -${addressOf(2)}`);
    await house.act(
      ({ tx }) => tx`delete from contact_identities where channel = ${channel} and address = ${addressOf(2)}`,
    );
    while (await house.act((ctx) => sendInChat(ctx, channel, 7)));
    const got = (await house.outbox()).filter(({ audience }) => audience === 'customer').map(({ address }) => address);
    expect(got.sort()).toEqual([1, 3, 4].map(addressOf).sort());
    expect(await becameOf()).toEqual([{ address: addressOf(2), state: 'skipped', reason: 'no_address' }]);
  });

  it('nor what follows up on an occasion and waits for their morning', async () => {
    await house.act(({ tx }) => tx`update consents set purpose = 'reminders'`);
    await house.say('/sequence birthday');
    await house.act(({ tx }) => tx`update consents set purpose = 'offers' where channel = 'email'`);
    await house.say('/sequence 1 on');
    for (const nth of [1, 2]) await house.say(`/edit ${await refOf(nth)} birthday 22 Nov 1990`);
    house.now = new Date('2026-11-22T01:05:00Z');
    const { way, to } = sink();
    await tendSequences(house);
    await house.say(`/edit ${await refOf(2)} -p2@example.net`);
    await sendCampaigns(house, way);
    expect(to()).toEqual(['p1@example.net']);
  });

  it('nor is one mailbox written to twice, however it is spelt', async () => {
    const spell = (nth: number, address: string) =>
      house.act(async ({ tx }) => {
        for (const table of ['contact_identities', 'consents'])
          await tx`update ${tx(table)} set address = ${address} where address = ${`p${nth}@example.net`}`;
      });
    await spell(1, 'ann.smith+news@gmail.com');
    await spell(2, 'annsmith@gmail.com');
    await spell(3, 'p4+x@example.net');
    const { way, to } = sink();
    await house.say('/campaign 1 go 4');
    await sendCampaigns(house, way);
    expect(to()).toEqual(['ann.smith+news@gmail.com', 'p4+x@example.net']);
    expect(await becameOf()).toMatchObject([{ reason: 'got_it' }, { reason: 'got_it' }]);
  });

  it('control: who is joined with another keeps theirs', async () => {
    const { way, to } = sink();
    await house.say('/campaign 1 go 4');
    await tendCampaigns(house);
    await house.say('/add Other other@example.net');
    await house.say(`/merge Other ${await refOf(2)}`);
    await sendCampaigns(house, way);
    expect(to()).toContain('p2@example.net');
  });

  it('is not named with what they agreed to, and is where it has gone', async () => {
    await house.say(`/edit ${await refOf(2)} -p2@example.net`);
    const agreed = 'p2@example.net has agreed: news';
    expect(JSON.stringify(await house.say(`/contact ${await refOf(2)}`))).not.toContain(agreed);
    await house.say('/add New Owner p2@example.net');
    expect(JSON.stringify(await house.say('/contact New Owner'))).toContain(agreed);
    expect(JSON.stringify(await house.say(`/contact ${await refOf(3)}`))).toContain('p3@example.net has agreed: news');
  });
});
