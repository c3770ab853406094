import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../../src/domain/event.ts';
import { addPeople, sendCampaigns, sink } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const DAY = 24 * 3_600_000;
const ADDRESS = 'p1@example.net';
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 2));
    for (const setting of ['campaigns-a-week 0', 'warm-up off', 'campaign-hours off'])
      await house.say(`/settings ${setting}`);
  }),
);

let nth = 0;
/** The next campaign to everybody; gives who was mailed. */
async function mailed(): Promise<string[]> {
  nth += 1;
  await house.say(`/campaign new Tea ${nth} to everybody\nTea ${nth}\nHello ${nth}`);
  const [last] = await sql<{ id: string }>`select max(id)::text as id from campaigns`;
  await house.say(`/campaign ${last!.id} holdout 0`);
  for (const count of [4, 2, 1]) await house.say(`/campaign ${last!.id} go ${count}`);
  const { way, to } = sink();
  await sendCampaigns(house, way);
  return to();
}
const lastIdTo = async (address: string) =>
  (
    await sql<{ id: string }>`
      select message_id as id from campaign_deliveries where address = ${address} and message_id is not null order by id desc limit 1`
  )[0]!.id;
const happen = async (more: Partial<MessageReceived>) =>
  house.happen({
    ...{
      kind: 'message.received',
      channel: 'email',
      chat: ADDRESS,
      private: true,
      externalId: `<${nth}-${Math.random()}@x>`,
    },
    ...{ from: { address: ADDRESS, name: 'Person 1' }, text: 'x', subject: 'x', attachments: [], sentAt: house.now },
    ...{ trust: 'verified', answers: [await lastIdTo(ADDRESS)], ...more },
  } as MessageReceived);
const comesBack = (status: string) =>
  happen({
    automatic: 'bounce',
    from: { address: 'mailer-daemon@example.net', name: 'Mail' },
    returned: [{ address: ADDRESS, action: 'failed', status }],
  });
const later = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};
const both = [ADDRESS, 'p2@example.net'];

describe('a mailbox that is full campaign after campaign', () => {
  const fill = async (times: number, status = '5.2.2', apart = 8 * DAY) => {
    for (let at = 0; at < times; at += 1) {
      expect(await mailed()).toEqual(both);
      await comesBack(status);
      later(apart);
    }
  };

  it('gets nothing more after three in a row over two weeks, and is named as left out', async () => {
    await fill(3);
    expect(await mailed()).toEqual(['p2@example.net']);
    expect(JSON.stringify(await house.say('/contact c1'))).toContain('full');
  });

  it('control: of two, or of three within a week, it goes on', async () => {
    await fill(2);
    expect(await mailed()).toEqual(both);
  });

  it('control: of three within two weeks it goes on', async () => {
    await fill(3, '5.2.2', 6 * DAY);
    expect(await mailed()).toEqual(both);
  });

  it('control: one that arrived between them begins the count anew', async () => {
    await fill(2);
    expect(await mailed()).toEqual(both);
    later(8 * DAY);
    await fill(1);
    expect(await mailed()).toEqual(both);
  });

  it('control: what their server has against us is no fault of the mailbox', async () => {
    await fill(4, '5.7.1');
    expect(await mailed()).toEqual(both);
  });

  it.each(['4.4.7', '4.3.1', '4.3.2', '4.4.1', '5.4.14'])(
    'control: what went wrong on the way (%s) speaks against nobody',
    async (status) => {
      await fill(4, status);
      expect(await mailed()).toEqual(both);
    },
  );

  it('control: nor does what comes back from most of a campaign alike, time after time', async () => {
    await house.act(
      ({ tx, now }) => tx`
        with people as (insert into contacts (name, search_keys) values ('P3', '{}'), ('P4', '{}') returning id, name),
          places as (
            insert into contact_identities (contact_id, channel, address) select id, 'email', lower(name) || '@example.net' from people
          )
        insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
        select id, 'email', lower(name) || '@example.net', 'newsletter', 'en', 'yes', 'command', 'user', ${now}, ${now} from people`,
    );
    for (let at = 0; at < 4; at += 1) {
      expect(await mailed()).toHaveLength(4);
      await house.act(
        ({ tx, now }) => tx`
          update campaign_deliveries set state = 'failed', reason = 'mailbox_full', bounced_at = ${now}
          where campaign_id = (select max(id) from campaigns) and address <> ${ADDRESS}`,
      );
      await comesBack('5.2.2');
      later(8 * DAY);
    }
    expect(await mailed()).toHaveLength(4);
  });

  it('gets them again once somebody writes from it, and is counted anew', async () => {
    house.now = new Date();
    await fill(3);
    await happen({ text: 'Do you have oolong?', answers: [] });
    later(DAY);
    await fill(1);
    expect(await mailed()).toEqual(both);
  });
});

describe('an answer of a machine', () => {
  const answered = async () =>
    (
      await sql<{
        replied: boolean;
      }>`select replied_at is not null as replied from campaign_deliveries where address = ${ADDRESS}`
    )[0]!.replied;

  it.each(['我现在不在办公室，自动回复', 'I am out of office until Monday. This is an automatic reply.'])(
    'is none, and a person’s after it is one: %s',
    async (text) => {
      await mailed();
      await happen({ text, subject: 'Re: Tea' });
      expect(await answered()).toBe(false);
      await happen({ text: 'Two packets of oolong, please', subject: 'Re: Tea' });
      expect(await answered()).toBe(true);
    },
  );

  it('that bears an older time takes away no answer that a person gave since', async () => {
    await mailed();
    await happen({ text: 'Two packets of oolong, please', subject: 'Re: Tea' });
    later(60_000);
    const text = 'I am out of office until Monday. This is an automatic reply.';
    await happen({ text, subject: 'Re: Tea', sentAt: new Date(house.now.getTime() - 30 * 60_000) });
    expect(await answered()).toBe(true);
  });
});
