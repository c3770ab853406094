import { beforeEach, describe, expect, it } from 'vitest';
import { percent } from '../../../src/domain/campaigns/percent.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const HOUR = 3_600_000;
const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(house.startingWith(() => house.act(({ tx }) => addPeople(tx, 12))));

const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;
const labels = (reply: Reply) => buttonsOf(reply).map(({ label }) => label);
const make = (text = 'Hello.') => house.say(`/campaign new Spring tea to everybody\nSpring tea\n${text}`);

describe('how many get a campaign', () => {
  beforeEach(() =>
    house.act(({ tx }) => tx`update contacts set name = '' where name in ('Person 1', 'Person 2', 'Person 3')`),
  );

  it('is those who can, wherever it is said: who lacks what the text names is left out by name', async () => {
    const { way, to } = sink();
    const card = await make('Hello {{ first_name }}');
    expect(fieldOf(card, 'Get it')).toBe('9 of 12');
    expect(card.text).toContain('3 people lack something that the text names');
    expect(labels(card)).toContain('Send to 9 people');
    expect((await house.say('/campaign 1 skipped missing')).lists![0]!.items).toHaveLength(3);
    const asked = await house.say('/campaign 1 send');
    expect(asked.title).toBe('Send it to 9 people?');
    await house.say(buttonsOf(asked)[0]!.command);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(9);
    const report = await house.say('/campaign 1');
    expect(fieldOf(report, 'Sent')).toBe('9 of 9');
    expect(fieldOf(report, 'Failed')).toBeUndefined();
    expect(fieldOf(report, 'Left out')).toBe('3');
  });

  it('control: a text that says what stands for a name is lacked by nobody', async () => {
    const card = await make('Hello {{ first_name | default: "friend" }}');
    expect(fieldOf(card, 'Get it')).toBe('12 of 12');
    expect(fieldOf(await house.say('/campaign 1 text Spring tea\nHello all.'), 'Get it')).toBe('12 of 12');
  });

  it('is none where everybody lacks it', async () => {
    const card = await make('Hello in {{ city }}');
    expect(fieldOf(card, 'Get it')).toBe('0 of 12');
    expect(labels(card).some((label) => label.startsWith('Send to'))).toBe(false);
  });
});

describe('what was sent', () => {
  it('is the same on the card, in the response and in the table, with what came back', async () => {
    const { way } = sink(({ to }) =>
      to === 'p12@example.net'
        ? { state: 'failed', detail: '550 5.1.1 no such user', code: 550, status: '5.1.1' }
        : { state: 'sent', detail: '' },
    );
    await make();
    await house.say('/campaign 1 go 12');
    await sendCampaigns(house, way);
    const report = await house.say('/campaign 1');
    expect(fieldOf(report, 'Sent')).toBe('12 of 12');
    expect(fieldOf(report, 'Came back')).toBe('1');
    expect(fieldOf(report, 'Failed')).toBeUndefined();
    expect(fieldOf(report, 'Response')).toBe(
      'answered or ordered: 0/12 = 0 % of those it was sent to, 0 % of those it reached',
    );
    const file = (await house.say('/export campaign 1')).attachments![0]!;
    expect((await house.files.read(file.ref)).toString()).toContain(',came back,');
  });

  it('is never all in percent where it is not all, nor none where it is some', () => {
    expect([percent(545, 546), percent(1, 546), percent(1, 100_000), percent(546, 546), percent(0, 5)]).toEqual([
      '99.8 %',
      '0.2 %',
      '0.001 %',
      '100 %',
      '0 %',
    ]);
  });
});

describe('when it leaves', () => {
  const evening = () => {
    // 22:30 in Shanghai
    house.now = new Date('2026-11-21T14:30:00Z');
  };

  it('is said as it will be: at night its card, its question and its progress name the morning', async () => {
    evening();
    const { way, to } = sink();
    const card = await make();
    expect(fieldOf(card, 'Done')).toContain('begins tomorrow 09:00, when campaigns may leave');
    const asked = await house.say('/campaign 1 send');
    expect(asked.text).toContain('It begins tomorrow 09:00');
    await house.say(buttonsOf(asked)[0]!.command);
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    expect(fieldOf(await house.say('/campaign 1'), 'Pace')).toBe('begins tomorrow 09:00, when campaigns may leave');
  });

  it('control: by day nothing is said of that; what is scheduled for the night says so', async () => {
    expect(fieldOf(await make(), 'Done')).toBe('as fast as the mail server takes them');
    const card = await house.say('/campaign 1 at tomorrow 22:30');
    expect(fieldOf(card, 'Leaves')).toMatch(/^tomorrow 22:30: begins .* 09:00, when campaigns may leave$/);
  });

  it('of a chat is said of the chat', async () => {
    await house.act(async ({ tx, now }) => {
      await tx`insert into contact_identities (contact_id, channel, address) select id, 'telegram', 't' || id from contacts`;
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, channel, address, 'newsletter', 'chat-' || address, 'en', 'yes', 'test', ${now}, ${now}
        from contact_identities where channel = 'telegram'`;
    });
    await make();
    expect(fieldOf(await house.say('/campaign 1 by telegram'), 'Done')).toBe('as fast as Telegram takes them');
  });
});

describe('a campaign that was scheduled', () => {
  it('is told at its start and at its end in messages of their own, the last with figures and buttons', async () => {
    const { way } = sink();
    await make();
    await house.say('/campaign 1 at tomorrow 10:00');
    const before = (await house.cards()).length;
    house.now = new Date(house.now.getTime() + 23 * HOUR);
    await tendCampaigns(house);
    const begun = (await house.cards()).slice(before);
    expect(begun.map(({ title }) => title)).toEqual(['📣 Spring tea · being sent']);
    await sendCampaigns(house, way);
    const told = (await house.cards()).slice(before);
    expect(told).toHaveLength(2);
    expect(fieldOf(told[1]!, 'Sent')).toBe('12 of 12');
    expect(labels(told[1]!)).toEqual(expect.arrayContaining(['Picture', 'Copy']));
    await sendCampaigns(house, way);
    expect(await house.cards()).toHaveLength(before + 2);
  });
});

describe('an answer that asks only to be left alone', () => {
  it('is no response; one that asks for more is', async () => {
    const { way } = sink();
    await make();
    await house.say('/campaign 1 go 12');
    await sendCampaigns(house, way);
    const sent = await sql<{ address: string; id: string }>`select address, message_id as id from campaign_deliveries`;
    const answer = (address: string, text: string) =>
      house.happen({
        ...{
          kind: 'message.received',
          channel: 'email',
          chat: address,
          private: true,
          externalId: `<${address}>`,
          text,
        },
        ...{ from: { address, name: 'P' }, attachments: [], sentAt: house.now, trust: 'verified' },
        answers: [sent.find((one) => one.address === address)!.id],
      });
    await answer('p1@example.net', '请不要再给我发这种邮件了，谢谢');
    await answer('p3@example.net', 'Please unsubscribe me from this mailing list, thank you.');
    await answer('p2@example.net', 'How much is the tin of 100 g?');
    expect(fieldOf(await house.say('/campaign 1'), 'Answered')).toBe('1');
    expect(fieldOf(await house.say('/campaign 1'), 'Response')).toContain('1/12');
  });
});

describe('a copy', () => {
  it('of a copy is numbered, and of a follow-up there is none', async () => {
    await make();
    expect((await house.say('/campaign 1 copy')).title).toContain('Spring tea (copy)');
    expect((await house.say('/campaign 2 copy')).title).toContain('Spring tea (copy 2)');
    await house.say('/sequence new birthday');
    await house.act(
      ({ tx }) => tx`update campaigns set sequence_id = (select id from sequences), step = 0, round = 0 where id = 1`,
    );
    const refused = await house.say('/campaign 1 copy');
    expect(refused).toMatchObject({ failed: true, text: expect.stringContaining('is a follow-up') });
    expect(await sql`select from campaigns`).toHaveLength(3);
  });
});

describe('a template that has changed since its words were taken', () => {
  it('is named with a button that takes the new ones; a text of one’s own is not', async () => {
    await house.say('/template new winter\nWinter tea\nIt is cold.');
    await make();
    const id = (await sql<{ id: string }>`select id from templates`)[0]!.id;
    await house.say(`/campaign 1 template m${id}`);
    await house.act(
      ({ tx }) => tx`update templates set variants = replace(variants::text, 'It is cold.', 'It is warm.')::jsonb`,
    );
    const card = await house.say('/campaign 1');
    expect(card.text).toContain('“winter” has changed');
    const taken = await house.say(buttonsOf(card).find(({ label }) => label === 'Use the new one')!.command);
    expect(JSON.stringify(taken.lists)).toContain('It is warm.');
    expect(taken.text).not.toContain('has changed');
    await house.act(
      ({ tx }) => tx`update templates set variants = replace(variants::text, 'It is warm.', 'It is mild.')::jsonb`,
    );
    expect((await house.say('/campaign 1 text Mine\nMy own words.')).text).not.toContain('has changed');
  });
});

describe('a segment that a campaign is for', () => {
  beforeEach(async () => {
    await house.act(({ tx }) => tx`update contacts set tags = '{vip}'`);
    await house.say('/segment new good #vip');
    await house.say('/campaign new Spring tea to segment:good\nSpring tea\nHello.');
  });

  it('names it when it is edited, keeps its name with it, and is not deleted while it is to leave', async () => {
    const edited = await house.say('/segment edit good reach:mail');
    expect(edited.text).toContain('Spring tea · draft');
    await house.say('/campaign 1 at tomorrow 10:00');
    await house.say('/segment rename good friends');
    expect(fieldOf(await house.say('/campaign 1'), 'Get it')).toBe('12 of 12');
    const kept = await house.say('/segment delete friends');
    expect(kept).toMatchObject({ failed: true, text: expect.stringContaining('Spring tea · scheduled') });
    expect(labels(kept)).toEqual(['Spring tea']);
    await house.say('/campaign 1 cancel');
    expect((await house.say('/segment delete friends')).failed).toBeUndefined();
  });
});
