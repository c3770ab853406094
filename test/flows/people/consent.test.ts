import { beforeEach, describe, expect, it } from 'vitest';
import { saysStop } from '../../../src/domain/intake/stop_word.ts';
import { PURPOSES } from '../../../src/domain/people/consent.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';
import { mailMessage } from '../../support/letters/mail_message.ts';

const house = await testHouse({ locale: 'en', businessName: 'Tea House' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna anna@example.org');
  }),
);

const say = async (line: string) => JSON.stringify(await house.say(line));
const nos = () => house.db.sql`
  select reason, said_by as by, source, count(*)::int from suppressions where lifted_at is null group by 1, 2, 3 order by 1, 2, 3`;
const given = () =>
  house.db
    .sql`select purpose, proof, source, words from consents where confirmed_at is not null and withdrawn_at is null order by id`;
const toAnna = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const mail = (text: string) => mailMessage('anna@example.org', text);

describe('/consent', () => {
  it('writes down that somebody agreed elsewhere, in the user’s words, and is taken back', async () => {
    expect(await say('/consent Anna')).toContain('anna@example.org has agreed to nothing yet');
    expect(await say('/consent Anna news offers signed the list at the fair')).toContain('agreed to news, offers');
    expect(await given()).toEqual([
      { purpose: 'newsletter', proof: 'user', source: 'command', words: 'signed the list at the fair' },
      { purpose: 'offers', proof: 'user', source: 'command', words: 'signed the list at the fair' },
    ]);
    expect(await say('/contact Anna')).toContain('anna@example.org has agreed: news, offers (written down by you');
    expect(await say('/timeline Anna')).toContain('Agreed to news, offers: anna@example.org');
    await house.say('/undo');
    expect(await given()).toEqual([]);
  });

  it('asks for what is missing: how they agreed, to what, and where', async () => {
    expect(await house.say('/consent Anna news')).toMatchObject({ failed: true });
    const what = await house.say('/consent Anna said so at the fair');
    expect(buttonsOf(what).map(({ label }) => label)).toEqual(['news', 'offers', 'reminders', 'All of these']);
    await house.say('/edit Anna +bea@example.org');
    expect(await say('/consent Anna news said so')).toContain('Where did Anna agree');
    expect(await given()).toEqual([]);
    await house.say('/consent Anna bea@example.org news said so');
    expect(await given()).toHaveLength(1);
  });

  it('lets them confirm it themselves', async () => {
    expect(await say('/consent Anna ask')).toContain('gets a message to confirm it');
    const [sent] = await toAnna();
    expect(JSON.stringify(sent!.payload)).toContain('May Tea House write to you here');
    expect(await given()).toEqual([]);
    expect(await say('/consent Anna ask')).toContain('was asked lately');
    expect(await say('/consent Anna')).toContain('was asked, and has not confirmed it yet');
  });
});

describe('how somebody agreed', () => {
  const DOUBTFUL = [
    ...[
      "they haven't agreed",
      'has not agreed',
      'was not asked',
      'without asking',
      'bought list',
      'I bought the list',
      "she won't",
    ],
    ...[
      'she refuses',
      'ask them',
      'skip',
      'later',
      'n',
      'x',
      '0',
      '1',
      'nee',
      'нет',
      '尚未',
      '买来的名单',
      '从网上找的',
      '她说不要',
    ],
    ...['she said no', 'maybe', 'cancel', '暂时没有', 'she would rather not', 'no idea', 'at the fair she said no'],
  ];

  it.each(DOUBTFUL)('%j is nothing that decides by itself', async (words) => {
    await house.say(`/consent Anna news ${words}`);
    expect(await given()).toEqual([]);
  });

  it('is asked in the user’s own words, and kept in them once they say so', async () => {
    const asked = await house.say('/consent Anna news offers wrote it on the card of 3 May');
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('“wrote it on the card of 3 May”') });
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual(['Yes, they agreed so', 'No']);
    await house.press('No');
    expect(await given()).toEqual([]);
    await house.say('/consent Anna news offers wrote it on the card of 3 May');
    await house.press('Yes, they agreed so');
    expect(await given()).toMatchObject([
      { purpose: 'newsletter', words: 'wrote it on the card of 3 May' },
      { purpose: 'offers', words: 'wrote it on the card of 3 May' },
    ]);
  });

  it.each(['At the fair.', 'ＴＯＬＤ ＭＥ', '展会上当面同意'])('%j leaves no doubt', async (words) => {
    await house.say(`/consent Anna news ${words}`);
    expect(await given()).toHaveLength(1);
  });
});

describe('/unsubscribe', () => {
  it('is a user’s own word, which a user takes back', async () => {
    await house.say('/consent Anna news told me');
    expect(await say('/unsubscribe Anna')).toContain('gets nothing unasked any more');
    expect(await nos()).toEqual([{ reason: 'unsubscribed', by: 'user', source: 'command', count: 3 }]);
    expect(await say('/contact Anna')).toContain('by you');
    expect(await say('/unsubscribe Anna')).toContain('already');
    await house.say('/consent Anna news she wants them again');
    expect(await nos()).toMatchObject([{ count: 3 }]);
    await house.press('Yes, they agreed so');
    expect(await nos()).toMatchObject([{ count: 2 }]);
    await house.say('/undo');
    expect(await nos()).toMatchObject([{ count: 3 }]);
    await house.say('/undo');
    expect(await nos()).toEqual([]);
  });

  it('does not take the person’s own no over, nor can a user lift that', async () => {
    await house.happen(mail('STOP'));
    await house.say('/unsubscribe Anna');
    expect(await nos()).toMatchObject([{ by: 'person', source: 'reply' }]);
    const refused = await house.say('/consent Anna news she said yes on the phone');
    expect(refused).toMatchObject({ failed: true, text: expect.stringContaining('said no themselves') });
    expect(buttonsOf(refused)).toMatchObject([{ label: 'Let them confirm it' }]);
    expect(await given()).toEqual([]);
    expect(await nos()).toMatchObject([{ by: 'person', count: 3 }]);
  });
});

describe('a word that stops what comes unasked', () => {
  it('is known in both languages, alone, however it is written; a sentence is none', () => {
    for (const text of ['STOP', 'stop.', ' Unsubscribe ', '退订', '退订回T', 'ＴＤ', '“退订”', 'opt-out', '退订！'])
      expect([text, saysStop({ text })]).toEqual([text, true]);
    for (const text of ['please stop by', 'stop the order', 'T', '退订单', 'do not stop', 'unsubscribed button?', ''])
      expect([text, saysStop({ text })]).toEqual([text, false]);
    expect(saysStop({ text: ' ', subject: 'unsubscribe' })).toBe(true);
    expect(saysStop({ text: 'Which tea?', subject: 'unsubscribe' })).toBe(false);
  });

  it('ends what was agreed to; the owner sees it, the customer is told once', async () => {
    await house.say('/consent Anna news offers told me');
    await house.happen(mail('Unsubscribe'));
    expect(await given()).toEqual([]);
    expect(await nos()).toEqual([{ reason: 'unsubscribed', by: 'person', source: 'reply', count: 3 }]);
    expect(JSON.stringify(await house.cards())).toContain('Anna gets no news and offers any more, as they asked.');
    await house.happen(mail('unsubscribe!'));
    const told = (await toAnna()).filter(({ payload }) =>
      JSON.stringify(payload).includes('no more news and offers from Tea House'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ channel: 'email', address: 'anna@example.org' });
  });

  it('holds as of when it was said: come again, or come late, it leaves a later yes as it is', async () => {
    await house.say('/consent Anna news told me');
    const stop = { ...mail('STOP'), sentAt: house.now };
    await house.happen(stop);
    expect(await given()).toEqual([]);
    house.now = new Date(house.now.getTime() + 5 * 86_400_000);
    await house.act(async ({ tx, now }) => {
      await tx`update suppressions set lifted_at = ${now}`;
      await tx`update consents set confirmed_at = ${now}, withdrawn_at = null`;
    });
    const yes = await given();
    house.now = new Date(house.now.getTime() + 86_400_000);
    await house.happen(stop);
    expect(await given()).toEqual(yes);
    await house.happen({ ...stop, externalId: '<late@x>' });
    expect(await given()).toEqual(yes);
    await house.happen({ ...stop, externalId: '<new@x>', sentAt: house.now });
    expect(await given()).toEqual([]);
  });

  it('tells nobody anything who had agreed to nothing, and believes no forged sender', async () => {
    await house.happen(mail('STOP'));
    expect(await toAnna()).toEqual([]);
    expect(await nos()).toMatchObject([{ by: 'person' }]);
    await house.happen(mailMessage('tom@example.org', 'STOP', { trust: 'suspicious' }));
    expect(await nos()).toMatchObject([{ by: 'person', count: 3 }]);
  });

  it('in a chat is said to that chat, and a chat that is closed says it too', async () => {
    const mei = { chat: '7', from: { address: '7', name: 'Mei' } };
    await house.happen(telegramMessage('hello', mei));
    await house.db.autocommit`
      insert into consents (contact_id, channel, address, purpose, locale, words, source, proof, asked_at, confirmed_at)
      select contact_id, channel, address, 'newsletter', 'zh-CN', 'x', 'command', 'user', ${house.now}, ${house.now}
      from contact_identities where channel = 'telegram'`;
    await house.happen(telegramMessage('退订', mei));
    const told = (await toAnna()).filter(({ channel }) => channel === 'telegram');
    expect(JSON.stringify(told)).toContain('Tea House');
    expect(told).toHaveLength(1);
    await house.happen(telegramMessage('hi', { chat: '8', from: { address: '8', name: 'Tom' } }));
    await house.happen({ kind: 'identity.blocked', channel: 'telegram', address: '8', blocked: true });
    expect(await nos()).toMatchObject([
      { source: 'chat', count: 3 },
      { source: 'reply', count: 3 },
    ]);
  });

  it('in a sentence is for the owner to read: a button does it', async () => {
    await house.say('/consent Anna news told me');
    await house.happen(mail('Please stop sending me these newsletters, I never signed up.'));
    expect(await given()).toHaveLength(1);
    await house.press('No more news to them');
    expect(await nos()).toMatchObject([{ by: 'user' }]);
  });
});

it('the database knows each purpose', async () => {
  const [row] = await house.db.sql<{ purposes: string[] }>`select every_purpose() as purposes`;
  expect(row!.purposes).toEqual([...PURPOSES]);
});

describe('the name in front of it', () => {
  beforeEach(house.startingWith(() => house.say('/add Carla Moss carla@example.org')));

  it.each([
    ['/consent Carla ask', 'carla@example.org gets a message to confirm it'],
    ['/consent Carla news offers signed the list at the fair', 'Carla Moss (carla@example.org) agreed to news, offers'],
    ['/consent Carla agreed news told me at the fair', 'Carla Moss (carla@example.org) agreed to news'],
  ])('may be a part of theirs: %s', async (line, said) => {
    expect(JSON.stringify(await house.say(line))).toContain(said);
  });

  it('control: other words behind a part of a name may be more of it, and are asked about', async () => {
    expect(JSON.stringify(await house.say('/consent Carla Jones'))).toContain('Is it Carla Moss?');
  });

  it.each([
    ['/subscribe Carla', '/consent Carla'],
    ['/optout Carla', '/unsubscribe Carla'],
  ])('of a command that there is not, %s, is kept for the one that is meant', async (line, meant) => {
    const reply = await house.say(line);
    expect(buttonsOf(reply).map(({ command }) => command)).toContain(meant);
  });
});
