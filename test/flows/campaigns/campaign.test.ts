import { beforeEach, describe, expect, it } from 'vitest';
import { sendTest } from '../../../src/delivery/campaigns/worker.ts';
import { sendInChat } from '../../../src/domain/campaigns/chat.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
beforeEach(house.startingWith(() => house.act(({ tx }) => addPeople(tx, 12, { agreed: (nth) => nth !== 12 }))));

const TEXT = 'Spring tea is here\nHello {{ first_name }}, come and **taste** it.';
const make = (more = '') => house.say(`/campaign new Spring tea to everybody${more}\n${TEXT}`);
const labelled = (reply: Reply, label: string) => buttonsOf(reply).find((button) => button.label.startsWith(label))!;
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;
const states = async () =>
  Object.fromEntries(
    (
      await sql<{ state: string; count: number }>`
        select state, count(*)::int as count from campaign_deliveries group by 1`
    ).map(({ state, count }) => [state, count]),
  );

/** Taps [Send] and what asks once more. */
async function send(card: Reply): Promise<Reply> {
  const asked = await house.say(labelled(card, 'Send to 11').command);
  return house.say(labelled(asked, 'Send to').command);
}

describe('a campaign', () => {
  it('shows who gets it, who does not and why, and what three of them would read, before anything leaves', async () => {
    const card = await make();
    expect(fieldOf(card, 'Get it')).toBe('11 of 12');
    expect(JSON.stringify(card.lists)).toContain('1 person: not agreed to news');
    expect(card.lists![0]!.items).toHaveLength(3);
    expect(card.lists![0]!.items[0]).toMatchObject({ text: expect.stringContaining('Spring tea is here') });
    expect(card.lists![0]!.items[0]!.detail).toMatch(/^Hello Person, come/);
    expect(await states()).toEqual({});
  });

  it('asks for what is missing, one thing after the other', async () => {
    const empty = await house.say('/campaign new Spring tea');
    expect(empty.text).toContain('whom it is for · the text');
    expect(buttonsOf(empty).some(({ label }) => label.startsWith('Send'))).toBe(false);
    expect((await house.say('/campaign 1 to')).rest).toBeDefined();
    await house.say('/campaign 1 to everybody');
    const full = await house.say(`/campaign 1 text ${TEXT}`);
    expect(full.text).not.toContain('missing');
    expect(labelled(full, 'Send to 11')).toBeDefined();
  });

  it('goes to each of them once, after two taps, and says when it is done', async () => {
    const { way, mails, to } = sink();
    await send(await make());
    await sendCampaigns(house, way);
    expect(new Set(to()).size).toBe(11);
    expect(to()).toHaveLength(11);
    expect(to()).not.toContain('p12@example.net');
    expect(mails[0]).toMatchObject({
      subject: 'Spring tea is here',
      text: expect.stringMatching(/^Hello Person, come and taste it\./),
      html: expect.stringMatching(/>Hello Person, come and <strong>taste<\/strong> it\.<\/p>/),
      headers: {
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'List-Unsubscribe': expect.stringMatching(/^<https:.*>$/),
      },
    });
    expect(await states()).toEqual({ sent: 11, skipped: 1 });
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(11);
    const done = await house.say('/campaign 1');
    expect(done.title).toContain('sent');
    expect(fieldOf(done, 'Sent')).toBe('11 of 11');
  });

  it('ends with who writes and where to unsubscribe, as it was set, and is marked for those who read Chinese', async () => {
    await house.say('/settings sender Tea & *Co* {{ name }} <b>, 12 Nanjing Road');
    await house.act(({ tx }) => tx`update contacts set locale = 'zh-CN' where name = 'Person 1'`);
    const { way, mails } = sink();
    await make();
    await house.say('/campaign 1 text zh\n春茶上市\n{{ first_name }}，来喝茶。');
    await send(await house.say('/campaign 1'));
    await sendCampaigns(house, way);
    const [chinese, english] = ['p1@example.net', 'p2@example.net'].map((one) => mails.find(({ to }) => to === one)!);
    expect(english).toMatchObject({
      subject: 'Spring tea is here',
      text: expect.stringContaining('Tea & *Co* {{ name }} <b>, 12 Nanjing Road'),
    });
    expect(english!.html).toContain('Tea &amp; *Co* {{ name }} &lt;b&gt;, 12 Nanjing Road');
    expect(english!.text).toMatch(/Nanjing Road\n+No more mails like this\? Unsubscribe/);
    expect(chinese).toMatchObject({
      subject: '广告：春茶上市',
      text: expect.stringMatching(/Nanjing Road\n+不想再收到/),
    });
  });

  it('evaluates its audience when it is sent, and asks consent again when each mail leaves', async () => {
    const { way, to } = sink();
    const card = await make();
    await house.act(({ tx }) => tx`update consents set withdrawn_at = now() where address = 'p1@example.net'`);
    await house.say(labelled(card, 'Send to 11').command);
    await house.say('/campaign 1 go 10');
    await tendCampaigns(house);
    await house.act(({ tx }) => tx`update consents set withdrawn_at = now() where address = 'p2@example.net'`);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(9);
    expect(to()).not.toContain('p1@example.net');
    expect(to()).not.toContain('p2@example.net');
    expect(JSON.stringify(await house.say('/campaign 1 skipped'))).toContain('2 people: unsubscribed');
  });

  it('asks anew where many more would get it than were shown', async () => {
    await make();
    await house.act(({ tx }) => tx`update consents set withdrawn_at = now() where id <= 5`);
    const reply = await house.say('/campaign 1 go 11');
    expect(reply).toMatchObject({ failed: true, hint: expect.stringContaining('11') });
    expect(await sql`select from campaigns where state = 'running'`).toHaveLength(0);
  });

  it('stops with all others at /stop, and goes on where it was', async () => {
    const { way, to } = sink();
    await send(await make());
    await tendCampaigns(house);
    expect((await house.say('/stop')).text).toContain('Spring tea');
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    await house.say('/campaign 1 resume');
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(11);
  });

  it('that is cancelled sends nothing more, and one that was sent cannot be sent again', async () => {
    const { way, to } = sink();
    await send(await make());
    await house.say('/campaign 1 cancel');
    await sendCampaigns(house, way);
    expect(to()).toEqual([]);
    expect(await house.say('/campaign 1 go 11')).toMatchObject({ failed: true });
  });

  it('sends a first part, and the rest at a tap', async () => {
    await house.act(({ tx }) => addPeople50(tx));
    const { way, to } = sink();
    const card = await make();
    const asked = await house.say(labelled(card, 'Send to 5 %').command);
    await house.say(labelled(asked, 'Send to 4').command);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(4);
    const paused = await house.say('/campaign 1');
    expect(paused.text).toContain('first part');
    await house.say(labelled(paused, 'Send the rest').command);
    await sendCampaigns(house, way);
    expect(new Set(to()).size).toBe(61);
    expect(to()).toHaveLength(61);
  });
});

const addPeople50 = async (tx: Parameters<typeof addPeople>[0]) => {
  await tx`update consents set token = 'old-' || token`;
  await tx`update contact_identities set address = 'old-' || address`;
  await tx`update consents set address = 'old-' || address`;
  await addPeople(tx, 50);
};

describe('a test', () => {
  it('goes to the owner alone, as one of the people would read it, and unsubscribes nobody', async () => {
    const { way, mails } = sink();
    await make();
    await house.say('/campaign 1 test');
    await sendTest({ act: house.act }, 'email', way);
    await sendTest({ act: house.act }, 'email', way);
    expect(mails).toMatchObject([{ to: 'me@example.com', subject: '[Test] Spring tea is here' }]);
    expect(mails[0]!.text).toContain('Hello Person');
    expect(mails[0]!.headers).not.toHaveProperty('List-Unsubscribe');
    expect((await house.cards()).at(-1)!.text).toContain('handed over for me@example.com');
    expect(await states()).toEqual({});
  });
});

describe('in a chat', () => {
  beforeEach(() =>
    house.act(async ({ tx, now }) => {
      await tx`
        insert into contact_identities (contact_id, channel, address) select id, 'telegram', 't' || substr(name, 8) from contacts`;
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, channel, address, 'newsletter', 'chat-' || address, 'en', 'yes', 'test', ${now}, ${now}
        from contact_identities where channel = 'telegram' and address <> 't12'`;
    }),
  );
  const sendAll = async () => {
    await tendCampaigns(house);
    while (await house.act((ctx) => sendInChat(ctx, 'telegram', 7)));
  };

  it('it leaves through the outbox, stands in the conversation, and its report says what became of each', async () => {
    await make();
    const card = await house.say('/campaign 1 by telegram');
    await send(card);
    await sendAll();
    await house.deliver((message) =>
      message.address === 't1'
        ? { result: 'failed', error: 'blocked', reason: 'blocked' }
        : { result: 'sent', externalId: `x${message.id}` },
    );
    await tendCampaigns(house);
    expect(await states()).toEqual({ sent: 10, failed: 1, skipped: 1 });
    const said = await sql`select text from messages where direction = 'out' and automatic`;
    expect(said).toHaveLength(11);
    expect(said[0]!.text).toContain('Hello Person');
    // nobody is told of each alone
    expect((await house.cards()).filter(({ text }) => text?.includes('blocked'))).toEqual([]);
    expect((await house.say('/campaign 1')).title).toContain('sent');
  });

  it('it has no more under way than a halt may leave', async () => {
    await make();
    await send(await house.say('/campaign 1 by telegram'));
    await house.act(({ tx }) => tx`update campaigns set state = 'paused'`);
    await sendAll();
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
  });
});

describe('how often, when and how fast', () => {
  it('nobody gets more than the weekly cap', async () => {
    const { way, to } = sink();
    for (const nth of [1, 2, 3]) {
      await house.say(`/campaign new Tea ${nth} to everybody\nTea ${nth}\nHello ${nth}`);
      await house.say(`/campaign ${nth} go 11`);
      await sendCampaigns(house, way);
    }
    expect(to()).toHaveLength(22);
    const third = await house.say('/campaign 3');
    expect(third.failed).toBeUndefined();
    expect(JSON.stringify(third)).toContain('enough this week');
  });

  it('nobody gets the same words twice, whatever the campaign is called', async () => {
    const { way, to } = sink();
    await send(await make());
    await sendCampaigns(house, way);
    const copy = await house.say('/campaign 1 copy');
    expect(JSON.stringify(copy.lists)).toContain('got this text already');
    expect(fieldOf(copy, 'Get it')).toBe('0 of 12');
    expect(to()).toHaveLength(11);
  });

  it('whose night it is waits for their morning, by the clock of their own city', async () => {
    await house.act(({ tx }) => tx`update contacts set city = 'London, UK' where name in ('Person 1', 'Person 2')`);
    const { way, to } = sink();
    await send(await make());
    // noon in Shanghai is four in the morning in London
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(9);
    house.now = new Date('2026-11-21T08:59:00Z');
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(9);
    house.now = new Date('2026-11-21T09:00:01Z');
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(11);
  });

  it('a day’s limit holds over all campaigns, and the rest leaves the day after', async () => {
    await house.say('/settings campaign-pace 0/4');
    const { way, to } = sink();
    await send(await make());
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(4);
    house.now = new Date(house.now.getTime() + 24 * 3_600_000);
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(8);
  });

  it('it pauses by itself where too many addresses do not exist, and says so in figures', async () => {
    await house.act(({ tx }) => addPeople50(tx));
    const { way } = sink(({ to }) =>
      /p\d*[12]@/.test(to)
        ? { state: 'failed', detail: '550 5.1.1 no such user', code: 550, status: '5.1.1' }
        : { state: 'sent', detail: '' },
    );
    await make();
    await house.say('/campaign 1 go 61');
    await sendCampaigns(house, way);
    const told = (await house.cards()).at(-1)!;
    expect(told.text).toContain('Too many came back');
    expect(told.text).toMatch(/\d+ of 61 \(\d+ %\)/);
    expect(await sql`select from campaigns where state = 'paused' and reason = 'bounces'`).toHaveLength(1);
  });
});
