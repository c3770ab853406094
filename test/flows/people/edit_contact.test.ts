import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('I want 3 tins', { from: { address: '1001', name: 'Anna' } }));
    await house.say('/add c1 07911 123456 anna@example.com #vip');
  }),
);

const addresses = async () =>
  (
    await house.db.sql<{ address: string }>`
      select address from contact_identities union all select address from contact_signs order by 1`
  ).map(({ address }) => address);
const named = async () => (await house.db.sql<{ name: string }>`select name from contacts where id = 1`)[0]?.name;

describe('/edit', () => {
  it.each([
    ['/edit Anna name Anna Jones', 'Anna Jones'],
    ['/edit c1 name: Anna Jones', 'Anna Jones'],
    ['/edit Anna to Anna Jones', 'Anna Jones'],
    ['/rename Anna Anna Jones', 'Anna Jones'],
    ['/rename Anna to Anna Jones', 'Anna Jones'],
    ['/修改 Anna 姓名 安娜', '安娜'],
    ['/修改 Anna 改成 安娜', '安娜'],
    ['/改名 Anna 安娜', '安娜'],
  ])('%s gives the new name, for good', async (text, name) => {
    await house.say(text);
    expect(await named()).toBe(name);
    await house.happen(telegramMessage('hi', { from: { address: '1001', name: 'xXx' } }));
    expect(await named()).toBe(name);
  });

  it.each([
    ['/修改 Anna 把电话改成07922 123456', ['+447922123456', '1001', 'anna@example.com']],
    ['/edit Anna change phone to 07922 123456', ['+447922123456', '1001', 'anna@example.com']],
    ['/edit Anna phone -> 07922 123456', ['+447922123456', '1001', 'anna@example.com']],
    ['/修改 Anna 手机换成 07922 123456', ['+447922123456', '1001', 'anna@example.com']],
    ['/edit Anna email is now new@example.com', ['+447911123456', '1001', 'new@example.com']],
  ])('%s puts the new one in the place of the old, and can be undone', async (text, expected) => {
    const before = await house.state();
    expect(await house.say(text)).not.toHaveProperty('failed');
    expect(await addresses()).toEqual(expected);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['/修改 Anna +电话 07922 123456', ['+447911123456', '+447922123456', '1001', 'anna@example.com']],
    ['/edit Anna +phone 07922 123456', ['+447911123456', '+447922123456', '1001', 'anna@example.com']],
    ['/edit Anna + mobile: 07922 123456', ['+447911123456', '+447922123456', '1001', 'anna@example.com']],
    ['/edit Anna +email new@example.com', ['+447911123456', '1001', 'anna@example.com', 'new@example.com']],
    ['/修改 Anna ＋邮箱 new@example.com', ['+447911123456', '1001', 'anna@example.com', 'new@example.com']],
    ['/修改 Anna +电话07922123456 -邮箱', ['+447911123456', '+447922123456', '1001']],
    ['/修改 Anna -电话', ['1001', 'anna@example.com']],
    ['/edit Anna -phone', ['1001', 'anna@example.com']],
    ['/edit Anna -phone 07911 123456', ['1001', 'anna@example.com']],
    ['/edit Anna -email anna@example.com', ['+447911123456', '1001']],
  ])('%s adds and takes away by the field’s name', async (text, expected) => {
    const before = await house.state();
    expect(await house.say(text)).not.toHaveProperty('failed');
    expect(await addresses()).toEqual(expected);
    expect(await named()).toBe('Anna');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('+微信 is a note of that name', async () => {
    await house.say('/修改 Anna +微信 anna_88');
    expect(JSON.stringify(await house.say('/contact Anna'))).toContain('anna_88');
    expect(await named()).toBe('Anna');
  });

  it.each([
    [
      '/修改 Anna 把电话改成07933 123456',
      [
        '/edit c1 -+447911123456 电话: 07933 123456',
        '/edit c1 -+447922123456 电话: 07933 123456',
        '/edit c1 电话: 07933 123456',
      ],
    ],
    ['/edit Anna -phone', ['/edit c1 -+447911123456', '/edit c1 -+447922123456']],
  ])('%s asks which of two phones goes', async (text, offered) => {
    await house.say('/edit Anna +phone 07922 123456');
    const before = await house.state();
    const reply = await house.say(text);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(offered);
    expect(await house.state()).toEqual(before);
    await house.say(offered[0]!);
    expect(await addresses()).not.toContain('+447911123456');
    expect(await addresses()).toContain('+447922123456');
  });

  it.each(['/edit Anna city Auckland', '/修改 Anna 城市 Auckland'])(
    'takes a city behind its label: %s',
    async (line) => {
      expect((await house.say(line)).failed).toBeUndefined();
      expect(await house.db.sql`select city from contacts where name like 'Anna%'`).toEqual([{ city: 'Auckland' }]);
    },
  );

  it('says that nothing was changed where all of it was so', async () => {
    const reply = await house.say('/edit Anna +phone 07911 123456');
    expect(reply.hint).toBe('Nothing to change: it was like that already.');
    expect((await house.say('/edit Anna -city')).hint ?? '').not.toContain('Saved');
  });

  it.each([
    '/rename Anna -> Anna Kim',
    '/edit Anna -> Anna Kim',
    '/修改 Anna 把名字改为 Anna Kim',
    '/edit Anna change the name to Anna Kim',
  ])('%s is a new name', async (text) => {
    await house.say(text);
    expect(await named()).toBe('Anna Kim');
  });

  it('a number from abroad that cannot be read is said to be none of its own country', async () => {
    const reply = await house.say('/edit Anna +1 202 555');
    expect(reply.hint).toContain('(United States)');
    expect((await house.say('/add Ben +44 7700')).hint).toContain('not a phone number I can read (United Kingdom)');
    expect((await house.say('/add Cleo +33 12 34 56')).hint).toContain('(France)');
  });

  it('adds and takes away phones, mail addresses and tags, and leaves the rest', async () => {
    await house.say(
      '/edit Anna +020 7946 0018 -07911 123456 +new@example.com -anna@example.com #gold -#vip city:Leeds',
    );
    expect(await addresses()).toEqual(['+442079460018', '1001', 'new@example.com']);
    const [contact] = await house.db.sql`select name, tags, city from contacts`;
    expect(contact).toEqual({ name: 'Anna', tags: ['gold'], city: 'Leeds' });
    expect((await house.say('/find 123456')).title ?? '').not.toContain('Anna');
  });

  it('keeps a number nobody can read, and says so', async () => {
    const reply = await house.say('/edit Anna phone 0791112345');
    expect(reply.hint).toContain('0791112345');
    expect(await addresses()).toContain('0791112345');
    await house.say('/edit Anna -0791112345');
    expect(await addresses()).not.toContain('0791112345');
  });

  it('does not take away where they write from: it is to be taken out with its messages', async () => {
    const reply = await house.say('/edit Anna -1001 -anna@example.com');
    expect(reply).toMatchObject({ failed: true, text: expect.stringContaining('stranger') });
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/split c1 telegram:1001']);
    expect(await addresses()).toHaveLength(3);
    expect((await house.say('/edit Anna -07000 000000')).failed).toBe(true);
  });

  it('asks what words are that may be a name or anything', async () => {
    const reply = await house.say('/edit Anna Jones');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/rename c1 Jones', '/note c1 Jones']);
    expect(await named()).toBe('Anna');
  });

  it('of an address that is somebody else’s is a question, and changes nothing of theirs', async () => {
    await house.say('/add Bob bob@example.com');
    await house.say('/edit Anna +bob@example.com');
    expect(await house.db.sql`select contact_id from contact_identities where address = 'bob@example.com'`).toEqual([
      { contact_id: '2' },
    ]);
    expect(await house.db.sql`select from merge_proposals`).toHaveLength(1);
  });

  it.each([
    '/edit Anna name Bea +020 7946 0018 -anna@example.com #x -#vip',
    '/rename Anna Bea',
    '/edit Anna phone 0791112345',
  ])('%s is taken back exactly', async (text) => {
    const before = await house.state();
    await house.say(text);
    expect(await house.state()).not.toEqual(before);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });
});

describe('/delete', () => {
  /** Everything a contact can have. */
  const furnish = async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.say('/lead c1 gifts 500 GBP');
    await house.say('/quote 2 tins 2x30');
    await house.say('/ticket c1 broken');
    await house.say('/task tomorrow 10am call Anna');
    await house.say('/later c1 tomorrow 9am Good morning');
    await house.say('/note c1 likes green tea');
    await house.say('/reply c1 On its way');
    await house.deliver();
    await house.say('/edit c1 phone 0791112345');
    await house.db.autocommit`
      insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
      values (1, '1', 1, '#1001', 'paid', 'GBP', 8800, now(), now())`;
    await house.db.autocommit`insert into feedback (contact_id, message_id, text) values (1, 1, 'good')`;
    await house.say('/file 1 ticket');
  };
  const outbox = async () =>
    (await house.outbox()).map(({ id, conversationId, messageId }) => ({ id, conversationId, messageId }));

  it('asks anew when there is more to lose than was asked about, or they are part of somebody else by now', async () => {
    await furnish();
    await house.type('/delete Anna');
    const people = () => house.db.sql`select from contacts`;
    await house.say('/lead Anna teapot 90 USD');
    const again = await house.press('Delete');
    expect(again).toMatchObject({ failed: true, title: 'Delete Anna?' });
    expect(await people()).toHaveLength(1);
    await house.say('/add + Sp sp@example.com');
    await house.type('/delete c2');
    await house.say('/merge c1 c2');
    expect(await house.press('Delete')).toMatchObject({ failed: true, title: 'Delete Anna?' });
    expect(await house.say('/block c2')).toMatchObject({ failed: true, text: expect.stringContaining('part of Anna') });
    expect(await people()).toHaveLength(1);
  });

  it('asks, saying what goes; then all of it is gone but the order, which is nobody’s', async () => {
    await furnish();
    await house.type('/delete Anna');
    const asked = (await house.cards()).at(-1)!;
    expect(asked.text).toMatch(/messages.*lead.*ticket.*task.*1 order will stay/);
    expect(await house.db.sql`select from contacts`).toHaveLength(1);
    await house.press('Delete');
    for (const table of ['contacts', 'conversations', 'messages', 'leads', 'tickets', 'contact_signs'])
      expect(await house.db.sql`select from ${house.db.sql(table)}`, table).toHaveLength(0);
    expect(await house.db.sql`select contact_id from orders`).toEqual([{ contact_id: null }]);
    expect((await house.say('/find Anna')).title ?? '').not.toContain('Anna');
    await house.happen(telegramMessage('me again', { from: { address: '1001', name: 'Anna' } }));
    expect(await house.db.sql`select from contacts`).toHaveLength(1);
  });

  it('is taken back to exactly the rows there were, and cards of before still answer', async () => {
    await furnish();
    const before = { rows: await house.state(), sent: await outbox() };
    await house.say('/delete c1 !');
    await house.say('/undo');
    expect(await house.state()).toEqual(before.rows);
    expect((await outbox()).slice(0, before.sent.length)).toEqual(before.sent);
    const card = (await house.outbox()).find(({ idempotencyKey }) => idempotencyKey.startsWith('card:'))!;
    await house.type('Still here?', { answers: [card.externalId!] });
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer').at(-1)).toMatchObject({
      address: '1001',
      payload: { reply: { text: 'Still here?' } },
    });
  });

  it('is taken back though the same person has written anew: nothing is doubled or lost', async () => {
    await house.say('/delete c1 !');
    await house.happen(telegramMessage('me again', { from: { address: '1001', name: 'Anna' } }));
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await house.db.sql`select id from contacts`).toMatchObject([{ id: '1' }]);
    expect(await house.db.sql`select from messages where text = 'me again'`).toHaveLength(1);
  });

  it('waits while an answer to them is leaving', async () => {
    await house.say('/reply c1 On its way');
    expect(await house.say('/delete c1 !')).toMatchObject({ failed: true });
    expect(await house.db.sql`select from contacts`).toHaveLength(1);
  });
});
