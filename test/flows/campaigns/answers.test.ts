import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { unsubscribe } from '../../../src/domain/people/suppression.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const { way } = sink();
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 3));
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}, it is here.');
    await house.say('/campaign 1 go 3');
    await sendCampaigns(house, way);
  }),
);

/** The Message-ID under which the mail to this person left. */
const idOf = async (contactId: string): Promise<string> =>
  (await sql<{ id: string }>`select message_id as id from campaign_deliveries where contact_id = ${contactId}`)[0]!.id;
const contactOf = async (nth: number) =>
  (
    await sql<{ id: string }>`select contact_id as id from contact_identities where address = ${`p${nth}@example.net`}`
  )[0]!.id;
const mail = (more: Partial<MessageReceived>): MessageReceived => ({
  ...{ kind: 'message.received', channel: 'email', chat: 'p1@example.net', private: true, externalId: '<answer@x>' },
  ...{ from: { address: 'p1@example.net', name: 'Person 1' }, text: 'How much is it?', subject: 'Re: Spring tea' },
  ...{ attachments: [], answers: [], sentAt: house.now, trust: 'verified' },
  ...more,
});
const delivery = async (nth: number) =>
  (await sql`select * from campaign_deliveries where address = ${`p${nth}@example.net`}`)[0]!;

describe('what comes back from a campaign', () => {
  it('an answer lands in the person’s conversation, below what it answers, and is counted', async () => {
    const id = await idOf(await contactOf(1));
    await house.happen(mail({ answers: [id] }));
    const said = await sql`
      select m.direction, m.text, m.automatic from messages m join conversations v on v.id = m.conversation_id
      where v.contact_id = ${await contactOf(1)} order by m.id`;
    expect(said).toMatchObject([
      {
        direction: 'out',
        text: expect.stringMatching(/^Hello Person, it is here\.[\s\S]*Unsubscribe/),
        automatic: true,
      },
      { direction: 'in', text: 'How much is it?' },
    ]);
    const conversations = await sql`select from conversations where contact_id = ${await contactOf(1)}`;
    expect(conversations).toHaveLength(1);
    expect((await delivery(1)).replied_at).not.toBeNull();
    await house.happen(mail({ answers: [id], externalId: '<second@x>', text: 'And the size?' }));
    expect(await sql`select from messages where direction = 'out'`).toHaveLength(1);
    const report = JSON.stringify(await house.say('/campaign 1'));
    expect(report).toContain('1/3 = 33 %');
  });

  it('a stranger’s answer to what was forwarded to them is none of whoever got it', async () => {
    const id = await idOf(await contactOf(1));
    const from = { address: 'friend@elsewhere.example', name: 'A friend' };
    await house.happen(mail({ answers: [id], from, chat: from.address }));
    expect((await delivery(1)).replied_at).toBeNull();
    await house.happen(
      mail({ answers: [id], from: { address: 'P1+tea@example.net'.toLowerCase(), name: '' }, externalId: '<b@x>' }),
    );
    expect((await delivery(1)).replied_at).not.toBeNull();
  });

  it('from another address of theirs it is theirs', async () => {
    const contact = await contactOf(1);
    await house.db.autocommit`
      insert into contact_identities (contact_id, channel, address) values (${contact}, 'email', 'work@example.org')`;
    const from = { address: 'work@example.org', name: 'Person 1' };
    await house.happen(mail({ answers: [await idOf(contact)], from, chat: from.address }));
    expect((await delivery(1)).replied_at).not.toBeNull();
  });

  it('STOP stops what comes at the address where they got it, though they write it from another of theirs', async () => {
    const id = await contactOf(1);
    await house.act(
      ({ tx }) =>
        tx`insert into contact_identities (contact_id, channel, address) values (${id}, 'email', 'home@example.org')`,
    );
    const from = { address: 'home@example.org', name: 'Person 1' };
    await house.happen(mail({ text: 'STOP', answers: [await idOf(id)], from, chat: from.address }));
    await house.say('/campaign new Again to everybody\nAgain\nHello {{ first_name }}.');
    await house.say('/campaign 2 go 2');
    const next = sink();
    await sendCampaigns(house, next.way);
    expect(next.to()).toEqual(['p2@example.net', 'p3@example.net']);
  });

  describe('STOP from an address that nothing shows to be its sender’s', () => {
    const stop = (more: Partial<MessageReceived>) =>
      house.happen(mail({ text: 'STOP', subject: 'STOP', trust: 'unverified', ...more }));
    const noes = () => sql`select from suppressions where reason = 'unsubscribed'`;

    it('stops nothing by itself: the owner is asked', async () => {
      await stop({});
      expect(await noes()).toHaveLength(0);
      const [card] = (await house.cards()).slice(-1);
      expect(buttonsOf(card!).map(({ command }) => command)).toContainEqual(expect.stringMatching(/^\/unsubscribe c1/));
    });

    it('stops it as an answer to what went there: only they know its id', async () => {
      await stop({ answers: [await idOf(await contactOf(1))] });
      expect(await noes()).not.toHaveLength(0);
    });

    it('control: with somebody else’s id it does not, and from a sender that is shown to be right it does', async () => {
      await stop({ answers: [await idOf(await contactOf(2))] });
      expect(await noes()).toHaveLength(0);
      await stop({ trust: 'verified', externalId: '<sure@x>' });
      expect(await noes()).not.toHaveLength(0);
    });
  });

  it('control: a machine’s answer, and one of somebody who only claims to be them, is none', async () => {
    const answers = [await idOf(await contactOf(1))];
    await house.happen(mail({ answers, automatic: 'auto_reply' }));
    await house.happen(mail({ answers, trust: 'suspicious', externalId: '<other@x>' }));
    expect((await delivery(1)).replied_at).toBeNull();
  });

  it('a bounce finds its delivery, and an address that does not exist is not written to again', async () => {
    const returned = [{ address: 'p2@example.net', action: 'failed', status: '5.1.1', diagnostic: '' }];
    const answers = [await idOf(await contactOf(2))];
    await house.happen(
      mail({ automatic: 'bounce', answers, returned, from: { address: 'mailer-daemon@x', name: '' } }),
    );
    expect(await delivery(2)).toMatchObject({ state: 'failed', reason: 'no_such_address' });
    const [address] = await sql`select bounced_at from contact_identities where address = 'p2@example.net'`;
    expect(address!.bounced_at).not.toBeNull();
    const copy = await house.say('/campaign new Next tea to everybody\nNext\nHello again');
    expect(JSON.stringify(copy.lists)).toContain('1 person: mail came back');
  });

  const dead = { address: 'dead@elsewhere.example', action: 'failed', status: '5.1.1', diagnostic: '' };
  const daemon = { address: 'mailer-daemon@x', name: '' };

  it('a bounce of where somebody forwards their mail to stops nothing for them, and the owner is told', async () => {
    const answers = [await idOf(await contactOf(2))];
    for (const externalId of ['<one@x>', '<two@x>'])
      await house.happen(mail({ automatic: 'bounce', externalId, answers, returned: [dead], from: daemon }));
    expect(await delivery(2)).toMatchObject({ state: 'sent', bounced_at: null });
    const told = (await house.outbox()).filter(({ payload }) => JSON.stringify(payload).includes(dead.address));
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told[0]!.payload)).toContain('mail is forwarded from there');
    const copy = await house.say('/campaign new Next tea to everybody\nNext\nHello again');
    expect(JSON.stringify(copy.lists)).not.toContain('came back');
  });

  it('a bounce that names two of its mails counts both, in whatever spelling, and one that names nobody its own', async () => {
    const answers = [await idOf(await contactOf(1)), await idOf(await contactOf(2))];
    const returned = ['P1@Example.net', 'p2@example.net'].map((address) => ({ ...dead, address }));
    await house.happen(mail({ automatic: 'bounce', externalId: '<one@x>', answers, returned, from: daemon }));
    const own = [await idOf(await contactOf(3))];
    await house.happen(mail({ automatic: 'bounce', externalId: '<two@x>', answers: own, returned: [], from: daemon }));
    for (const nth of [1, 2, 3]) expect((await delivery(nth)).bounced_at).not.toBeNull();
  });

  it('a complaint ends it for them, and is counted', async () => {
    const answers = [await idOf(await contactOf(2))];
    await house.happen(mail({ automatic: 'complaint', answers, from: { address: 'fbl@x', name: '' } }));
    expect((await delivery(2)).complained_at).not.toBeNull();
    const copy = await house.say('/campaign new Next tea to everybody\nNext\nHello again');
    expect(JSON.stringify(copy.lists)).toContain('1 person: reported us as spam');
  });

  it('whoever unsubscribes after it, however they say so, is counted with it', async () => {
    await house.act(({ tx, now }) => tx`update consents set withdrawn_at = ${now} where address = 'p3@example.net'`);
    expect((await delivery(3)).unsubscribed_at).not.toBeNull();
    expect((await delivery(2)).unsubscribed_at).toBeNull();
  });

  it('so is whoever has never agreed in a row of their own', async () => {
    await house.act(({ tx }) => tx`delete from consents where address = 'p3@example.net'`);
    const said = { channel: 'email', address: 'p3@example.net', saidBy: 'person', source: 'one_click' } as const;
    await house.act(({ tx, now }) => unsubscribe(tx, { ...said, now }));
    expect((await delivery(3)).unsubscribed_at).not.toBeNull();
    expect((await delivery(2)).unsubscribed_at).toBeNull();
  });

  it('stands in the timeline of everybody who got it', async () => {
    expect(JSON.stringify(await house.say(`/timeline c${await contactOf(1)}`))).toContain('📣 Campaign: Spring tea');
  });

  it('two people who are joined have got it once, and do not get it again', async () => {
    await house.say('/campaign new Next tea to everybody\nNext\nHello again');
    await house.say('/campaign 2 go 3');
    const { way, to } = sink();
    await house.say(`/merge c${await contactOf(1)} c${await contactOf(2)}`);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(2);
  });

  it('whoever is joined with somebody left out gets it still, at the address that it was planned for', async () => {
    await house.act(async ({ tx }) => {
      await tx`insert into contacts (name, search_keys, created_at) values ('Phone alone', '{}', now())`;
    });
    await house.say('/campaign new Next tea to everybody\nNext\nHello again');
    await house.say('/campaign 2 go 3');
    await tendCampaigns(house);
    const [left] = await sql<{ id: string }>`
      select contact_id as id from campaign_deliveries where campaign_id = 2 and reason = 'no_address'`;
    await house.say(`/merge c${left!.id} c${await contactOf(1)}`);
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(3);
  });

  it.each([
    [1, { state: 'queued', reason: null }],
    [48, { state: 'skipped', reason: 'late' }],
  ])(
    'whoever comes back when it is over gets it still after %i hours, or does not wait for it for ever',
    async (hours, is) => {
      await house.say('/campaign new Next tea to everybody\nNext\nHello again');
      await house.say('/campaign 2 go 3');
      await tendCampaigns(house);
      const asked = await house.say(`/delete c${await contactOf(1)}`);
      const sure = buttonsOf(asked)[0];
      if (sure) await house.say(sure.command);
      await sendCampaigns(house, sink().way);
      expect(await sql`select from campaigns where id = 2 and state = 'finished'`).toHaveLength(1);
      house.now = new Date(house.now.getTime() + hours * 3_600_000);
      await house.say('/undo');
      const [row] =
        await sql`select state, reason from campaign_deliveries where campaign_id = 2 and address = 'p1@example.net'`;
      expect(row).toEqual(is);
    },
  );

  it.each(['0', '-3', '1000', 'x'])('a first part of %s percent is none: nobody is sent anything', async (share) => {
    await house.say('/campaign new Next tea to everybody\nNext\nHello again');
    const said = await house.say(`/campaign 2 go 3 ${share}`);
    expect(said.failed).toBe(true);
    expect(await sql`select state from campaigns where id = 2`).toEqual([{ state: 'draft' }]);
    // control: one that is a share is one
    await house.say('/campaign 2 go 3 50%');
    expect(await sql`select state, first_people from campaigns where id = 2`).toEqual([
      { state: 'running', first_people: 2 },
    ]);
  });
});
