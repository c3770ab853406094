import { beforeEach, describe, expect, it } from 'vitest';
import { sendInChat } from '../../../src/domain/campaigns/chat.ts';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { addPeople, sendCampaigns, sink, tendCampaigns } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const { way } = sink(({ to }) =>
  to === 'p12@example.net'
    ? { state: 'failed', detail: '552 5.2.2 full', code: 552, status: '5.2.2' }
    : { state: 'sent', detail: '' },
);
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 12));
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}, it is here.');
    await house.say('/campaign 1 go 12');
    await sendCampaigns(house, way);
  }),
);
const fieldOf = (reply: Reply, label: string) => reply.fields?.find((field) => field.label === label)?.value;
const lines = (reply: Reply) => reply.lists?.flatMap(({ items }) => items) ?? [];
const buy = (count: number) =>
  house.act(async ({ tx, now }) => {
    await tx`insert into connections (provider, token, secret) values ('standard', 't', '')`;
    await tx`
      insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
      select (select max(id) from connections), 'o' || contact_id, contact_id, '1', 'paid', 'CNY', 8800, ${new Date(now.getTime() + 3_600_000)}, ${now}
      from campaign_deliveries where state = 'sent' order by contact_id limit ${count}`;
  });

describe('who did what with a campaign', () => {
  it('is listed with the latest first, by pages, and each opens the person', async () => {
    await house.act(
      ({ tx, now }) => tx`
        update campaign_deliveries set clicked_at = ${now}::timestamptz + contact_id * interval '1 minute'
        where state = 'sent' and contact_id in (select contact_id from campaign_deliveries order by contact_id limit 9)`,
    );
    const report = await house.say('/campaign 1');
    const button = buttonsOf(report).find(({ label }) => label === 'Followed a link: 9')!;
    const first = await house.say(button.command);
    expect(first.title).toBe('“Spring tea” · Followed a link: 9');
    expect(lines(first)).toHaveLength(8);
    expect(lines(first)[0]).toMatchObject({
      text: expect.stringContaining('p9@example.net'),
      buttons: [{ label: 'See contact' }],
    });
    expect((await house.say(lines(first)[0]!.buttons![0]!.command)).title).toContain('Person 9');
    const next = buttonsOf(first).find(({ command }) => command.endsWith('clicked 2'))!;
    expect(lines(await house.say(next.command)).map(({ text }) => text)).toEqual(['Person 1 · p1@example.net']);
  });

  it('is also who ordered, whose mail failed and why, and nobody where nobody did', async () => {
    await buy(2);
    expect(lines(await house.say('/campaign 1 ordered')).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Person 1 · p1@example.net', 'Person 2 · p2@example.net']),
    );
    expect(lines(await house.say('/campaign 1 failed'))).toMatchObject([
      { text: 'Person 12 · p12@example.net', detail: 'mailbox full' },
    ]);
    const none = await house.say('/campaign 1 unsubscribed');
    expect(none.title).toContain('Unsubscribed: 0');
    expect(none.lists).toBeUndefined();
  });

  it('counts the response by the formula of all written to beside the one of those it reached', async () => {
    await buy(3);
    expect(fieldOf(await house.say('/campaign 1'), 'Response')).toContain('3/11 = 27 %');
  });
});

describe('the progress of a campaign', () => {
  it('is one message that says how fast it goes and when it will be done, and becomes the report', async () => {
    await house.say('/settings campaign-pace 4/0');
    await house.say('/campaign new Autumn tea to everybody\nAutumn tea\nHello.');
    await house.say('/campaign 2 go 11');
    for (let nth = 0; nth < 4; nth += 1) {
      await sendCampaigns(house, way);
      house.now = new Date(house.now.getTime() + 14_000);
    }
    const running = fieldOf(await house.say('/campaign 2'), 'Pace');
    expect(running).toMatch(/^\d+ a minute, \d+ left, done about .*\d\d:\d\d/);
    await house.say('/settings campaign-pace 4/18');
    await sendCampaigns(house, way);
    expect(fieldOf(await house.say('/campaign 2'), 'Pace')).toContain('done about tomorrow');
    const told = await sql<{ count: number }>`
      select count(*)::int as count from outbox where payload ->> 'kind' = 'message' and payload #>> '{reply,title}' like '%Autumn tea%'
        and idempotency_key like 'campaign:%'`;
    expect(told[0]!.count).toBeLessThanOrEqual(1);
  });
});

describe('the picture of a campaign', () => {
  it('is a photo of its figures; of one that has not begun there is none', async () => {
    const button = buttonsOf(await house.say('/campaign 1')).find(({ label }) => label === 'Picture')!;
    const [photo] = (await house.say(button.command)).attachments!;
    expect(photo).toMatchObject({ kind: 'photo', type: 'image/png', name: 'campaign-1.png' });
    const file = await house.files.read(photo!.ref);
    expect(file.subarray(1, 4).toString()).toBe('PNG');
    expect(file.readUInt32BE(16)).toBe(1080);
    await house.say('/campaign new Later to everybody');
    expect(await house.say('/campaign 2 picture')).toMatchObject({ failed: true });
  });
});

describe('the export of a campaign', () => {
  it('has a line for each of its people, with what became of it and what they did, and no formula', async () => {
    await buy(2);
    await house.act(async ({ tx, now }) => {
      await tx`update contacts set name = '=1+1' where name = 'Person 1'`;
      await tx`update campaign_deliveries set clicked_at = ${now} where address = 'p1@example.net'`;
    });
    const button = buttonsOf(await house.say('/campaign 1')).find(({ label }) => label === 'As a table')!;
    const reply = await house.say(button.command);
    expect(reply).toMatchObject({
      text: '“Spring tea”: 12 people',
      attachments: [{ name: 'campaign-1-2026-11-21.csv' }],
    });
    const table = (await house.files.read(reply.attachments![0]!.ref)).toString().trim().split('\r\n');
    expect(table).toHaveLength(13);
    expect(table[0]).toMatch(/^Number,Name,.*Bought for CNY$/);
    expect(table[1]).toMatch(
      /^\d+,'=1\+1,p1@example.net,English,,sent,,2026-11-21 \d\d:\d\d,2026-11-21 \d\d:\d\d,,1,,,,88\.00$/,
    );
    expect(table[12]).toMatch(/,failed,mailbox full · 552 5\.2\.2 full,/);
  });

  it('is asked for in Chinese as well, and says where there is nothing', async () => {
    expect((await house.say('/导出 群发 1')).attachments).toHaveLength(1);
    expect(await house.say('/export campaign 7')).toMatchObject({ failed: true });
    await house.say('/campaign new Later to everybody');
    expect((await house.say('/export campaign 2')).text).toContain('no people yet');
    expect(await house.say('/export campaign 1 2')).toMatchObject({ failed: true });
  });
});

describe('an answer in a chat', () => {
  beforeEach(async () => {
    await house.act(async ({ tx, now }) => {
      await tx`insert into contact_identities (contact_id, channel, address) select id, 'telegram', 't' || substr(name, 8) from contacts`;
      await tx`
        insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
        select contact_id, channel, address, 'newsletter', 'chat-' || address, 'en', 'yes', 'test', ${now}, ${now}
        from contact_identities where channel = 'telegram'`;
    });
    await house.say('/campaign new Summer tea to everybody\nSummer tea is here.');
    await house.say('/campaign 2 by telegram');
    await house.say('/campaign 2 go 12');
    await tendCampaigns(house);
    while (await house.act((ctx) => sendInChat(ctx, 'telegram', 7)));
    await house.deliver((message) => ({ result: 'sent', externalId: `x${message.id}` }));
    house.now = new Date(house.now.getTime() + 60_000);
  });
  const says = (who: string, text: string): MessageReceived => ({
    ...{ kind: 'message.received', channel: 'telegram', chat: who, private: true, externalId: `in-${who}-${text}` },
    ...{ from: { address: who, name: 'P' }, text, attachments: [], answers: [], sentAt: house.now, trust: 'verified' },
  });
  const replied = async () =>
    (
      await sql<{ address: string }>`
      select address from campaign_deliveries where campaign_id = 2 and replied_at is not null order by 1`
    ).map(({ address }) => address);

  it('is whatever somebody writes next after it, and is counted', async () => {
    await house.happen(says('t3', 'How much is it?'));
    expect(await replied()).toEqual(['t3']);
    expect(lines(await house.say('/campaign 2 replied')).map(({ text }) => text)).toEqual(['Person 3 · t3']);
  });

  it('control: it is none where one of us has written there meanwhile, nor where it says stop', async () => {
    await house.act(
      ({ tx, now }) => tx`
        insert into messages (conversation_id, direction, text, automatic, occurred_at)
        select id, 'out', 'Shall I send you the bill?', false, ${now} from conversations where address = 't4'`,
    );
    await house.happen(says('t4', 'Yes please'));
    expect(await replied()).toEqual([]);
    await house.happen(says('t5', 'STOP'));
    await house.act(
      ({ tx, now }) =>
        tx`update campaign_deliveries set unsubscribed_at = ${now} where campaign_id = 2 and address = 't5'`,
    );
    expect((await house.say('/campaign 2 replied')).title).toContain('Answered: 0');
  });
});
