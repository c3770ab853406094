import { beforeEach, describe, expect, it } from 'vitest';
import { sendInChat } from '../../../../src/domain/campaigns/chat.ts';
import { confirmConsent } from '../../../../src/domain/people/consent.ts';
import { unsubscribe } from '../../../../src/domain/people/suppression.ts';
import type { Reply } from '../../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const PEOPLE = 12;
const NO = { channel: 'email', saidBy: 'person', source: 'page' } as const;
/** The first has agreed; the second has said no to offers; the third has blocked us out. */
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, PEOPLE, { agreed: (nth) => nth === 1 }));
    await house.act(async ({ tx }) => {
      await unsubscribe(tx, { ...NO, address: 'p2@example.net', purposes: ['offers'], now: house.now });
      await tx`update contacts set blocked_at = now() where name = 'Person 3'`;
    });
  }),
);

const make = () => house.say('/campaign new Spring tea to everybody\nSpring tea\nHello, it is here.');
const labelled = (reply: Reply, label: string) => buttonsOf(reply).find((button) => button.label.startsWith(label))!;
const press = (reply: Reply, label: string) => house.say(labelled(reply, label).command);
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;
const tokenIn = (text: string) => /\/c\/([a-z2-7]+)/.exec(text)![1]!;

async function askAll(): Promise<ReturnType<typeof sink>> {
  const card = await press(await make(), 'Ask them to confirm');
  await press(await press(card, 'Send to 9'), 'Send to 9');
  const server = sink();
  await sendCampaigns(house, server.way);
  return server;
}

describe('asking those who have not agreed to confirm', () => {
  it('is a campaign of its own, offered where somebody has not agreed, with nobody who has said no to anything', async () => {
    const card = await press(await make(), 'Ask them to confirm');
    expect(card.title).toContain('Please confirm · Spring tea');
    expect(fieldOf(card, 'Get it')).toBe('9 of 12');
    expect(fieldOf(card, 'What it is')).toBe('asks them to agree to news, offers');
    const skipped = JSON.stringify(card.lists);
    for (const why of ['1 person: agreed already', '1 person: unsubscribed', '1 person: blocked'])
      expect(skipped).toContain(why);
    expect(labelled(card, 'Ask them')).toBeUndefined();
    expect(labelled(card, 'Change the text')).toBeUndefined();
  });

  it('sends everybody a page of their own, where they agree: then the campaign reaches them', async () => {
    const { mails } = await askAll();
    expect(mails).toHaveLength(9);
    const tokens = mails.map(({ text }) => tokenIn(text as string));
    expect(new Set(tokens).size).toBe(9);
    expect(mails[0]!.headers['List-Unsubscribe']).toContain('/u/');
    expect(mails[0]!.subject).not.toContain('{{');
    expect(fieldOf(await house.say('/campaign 1'), 'Get it')).toBe('1 of 12');
    await house.act(({ tx, now }) => confirmConsent(tx, tokens[0]!, { now, from: '' }));
    expect(fieldOf(await house.say('/campaign 1'), 'Get it')).toBe('2 of 12');
    expect(fieldOf(await house.say('/campaign 2'), 'Agreed')).toBe('1 of 9');
  });

  it('asks nobody twice within thirty days', async () => {
    await askAll();
    const again = await house.say('/campaign 1 confirm');
    expect(JSON.stringify(again.lists)).toContain('9 people: asked within 30 days');
    house.now = new Date(house.now.getTime() + 31 * 24 * 3_600_000);
    expect(fieldOf(await house.say('/campaign 1 confirm'), 'Get it')).toBe('9 of 12');
  });

  it('asks again before it leaves: whoever has said no or agreed meanwhile gets none', async () => {
    const card = await press(await make(), 'Ask them to confirm');
    await press(await press(card, 'Send to 9'), 'Send to 9');
    await tendCampaigns(house);
    await house.act(({ tx }) => unsubscribe(tx, { ...NO, address: 'p4@example.net', now: house.now }));
    await house.say('/consent Person 5 news told me so');
    const { way, to } = sink();
    await sendCampaigns(house, way);
    expect(to()).not.toContain('p4@example.net');
    expect(to()).not.toContain('p5@example.net');
    expect(to()).toHaveLength(7);
  });

  it('keeps the page of whoever was put back by a halt', async () => {
    const card = await press(await make(), 'Ask them to confirm');
    await press(await press(card, 'Send to 9'), 'Send to 9');
    const tried = new Set<string>();
    const { mails, way } = sink(({ to }) => {
      const again = tried.has(to) || tried.size > 0;
      tried.add(to);
      return again ? { state: 'sent', detail: '' } : { state: 'retry', detail: '451' };
    });
    await sendCampaigns(house, way);
    house.now = new Date(house.now.getTime() + 3_600_000);
    await sendCampaigns(house, way);
    const toOne = mails.filter(({ to }) => to === mails[0]!.to).map(({ text }) => tokenIn(text as string));
    expect(toOne).toHaveLength(2);
    expect(toOne[0]).toBe(toOne[1]);
  });

  it('cannot be given other words', async () => {
    await press(await make(), 'Ask them to confirm');
    const refused = await house.say('/campaign 2 text Buy now\nEverything is half the price');
    expect(refused).toMatchObject({ failed: true, text: expect.stringContaining('its words are fixed') });
    expect((await house.say('/campaign 2 about reminders')).failed).toBe(true);
  });

  it('goes by a chat as well', async () => {
    await house.db.autocommit`
      insert into contact_identities (contact_id, channel, address) select id, 'telegram', '20' || id from contacts`;
    await make();
    await house.say('/campaign 1 by telegram');
    // Person 2 has said no by mail, and it holds in a chat that they have since
    const card = await house.say('/campaign 1 confirm');
    await press(await press(card, 'Send to 10'), 'Send to 10');
    await tendCampaigns(house);
    await house.act((ctx) => sendInChat(ctx, 'telegram', 1));
    const said = await sql<{ text: string }>`
      select payload -> 'reply' ->> 'text' as text from outbox where audience = 'customer'`;
    expect(said).toHaveLength(10);
    expect(new Set(said.map(({ text }) => tokenIn(text))).size).toBe(10);
  });
});

describe('writing down that many have agreed', () => {
  const line = '/consentall signed the list at the fair where everybody';

  it('says how many first, leaves out whoever said no, and is taken back as a whole', async () => {
    const asked = await house.say(line);
    expect(asked.undecided).toBe(true);
    expect(fieldOf(asked, 'To be written down')).toBe('10');
    expect(fieldOf(asked, 'Left out: said no')).toBe('1');
    expect(await house.say('/campaign new A to everybody')).toBeDefined();
    expect(fieldOf(await house.say('/campaign 1'), 'Get it')).toBe('1 of 12');
    await house.say(buttonsOf(asked)[0]!.command);
    const given = await sql<{ proof: string; words: string; purpose: string }>`
      select distinct proof, words, purpose from consents where proof = 'user' order by purpose`;
    expect(given).toEqual([
      { proof: 'user', words: 'signed the list at the fair', purpose: 'newsletter' },
      { proof: 'user', words: 'signed the list at the fair', purpose: 'offers' },
    ]);
    expect(fieldOf(await house.say('/campaign 1'), 'Get it')).toBe('10 of 12');
    await house.say('/undo');
    expect(fieldOf(await house.say('/campaign 1'), 'Get it')).toBe('1 of 12');
  });

  it('takes a purpose, and asks how they agreed where that is not said, or denied', async () => {
    const asked = await house.say('/consentall offers signed the list where everybody');
    expect(asked.title).toContain('agree to offers');
    expect((await house.say('/consentall offers where everybody')).text ?? '').toContain('how they agreed');
    expect((await house.say('/consentall no where everybody')).failed).toBe(true);
  });

  it('is offered on the card of a campaign, for its people and its channel', async () => {
    const button = labelled(await make(), 'They have agreed');
    expect(button).toMatchObject({ command: '/consentall email news where reach:email', asks: true });
    const asked = await house.say('/consentall email news told me at the fair where reach:email');
    expect(fieldOf(asked, 'To be written down')).toBe('9');
  });
});

describe('whatever is on or off of what leaves people out', () => {
  const ALL = ['0', '2'].flatMap((aWeek) => ['0', '30'].map((bought) => ({ aWeek, bought })));
  it.each(ALL)(
    '$aWeek a week, bought within $bought days: what asks leaves, and so does what was asked for',
    async ({ aWeek, bought }) => {
      await make();
      await house.say('/campaign 1 confirm');
      for (const id of [1, 2]) await house.say(`/campaign ${id} bought ${bought}`);
      await house.say('/campaign 1 go 1');
      await house.say('/campaign 2 go 9');
      // set while both are under way
      await house.say(`/settings campaigns-a-week ${aWeek}`);
      const { way, to } = sink();
      await sendCampaigns(house, way);
      expect(to()).toHaveLength(10);
      expect((await house.say('/campaign 1 confirm')).failed).toBeUndefined();
    },
  );
});
