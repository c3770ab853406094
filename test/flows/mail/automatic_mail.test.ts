import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { messageIdFor } from '../../../src/mail/read/message_id.ts';
import { buttonsOf, type House, NOON, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, refused, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse({ locale: 'en' }));
});
beforeEach(async () => {
  await house.reset();
});

const NEWS = {
  From: 'Brand <news@brand.example>',
  'List-ID': '<w.brand.example>',
  'List-Unsubscribe': '<https://brand.example/u>',
  Precedence: 'bulk',
};
const newsletter = (text = 'Everything must go.', head: Record<string, string> = {}) =>
  rawMail({ ...NEWS, ...head }, text);
const listed = async () => (await house.say('/automatic')).lists?.[0]?.items ?? [];
const cardsSince = async (count: number) => (await house.cards()).slice(count);
const customerCards = async () => (await house.cards()).filter(({ title }) => title?.startsWith('💬'));
const count = async (table: string) => (await house.db.sql`select from ${house.db.sql(table)}`).length;
const known = () => mailsIn(house, rawMail({ Subject: 'Hi' }, 'Thank you, all fine'));

describe('mail taken for a machine’s', () => {
  it('is listed, counted in the digest and shown in full; it makes no card and no contact', async () => {
    await mailsIn(house, newsletter(), newsletter('Second'));
    expect(await customerCards()).toEqual([]);
    expect(await count('contacts')).toBe(0);
    expect((await listed()).map(({ text }) => text)).toEqual(['Brand: Oolong', 'Brand: Oolong']);
    expect(JSON.stringify(await house.say('/digest'))).toContain('2 automatic mails since yesterday');
    await house.type('/automatic');
    expect(await house.press('/automatic a1')).toMatchObject({
      title: '🤖 Brand · Oolong',
      quote: 'Everything must go.',
    });
  });

  it('that comes twice is listed once', async () => {
    const mail = newsletter();
    await mailsIn(house, mail, mail);
    expect(await listed()).toHaveLength(1);
  });

  it('is no longer in the digest a day later, and stays on the list', async () => {
    await mailsIn(house, newsletter());
    house.now = new Date(NOON.getTime() + 25 * 3_600_000);
    expect(JSON.stringify(await house.say('/digest'))).not.toContain('automatic');
    expect(await listed()).toHaveLength(1);
  });
});

describe('“A person wrote it”', () => {
  it('takes the mail in with card, contact and filing, and its sender is never judged again', async () => {
    await mailsIn(house, newsletter('What is the price of 20 cups?'));
    await house.type('/automatic');
    const before = (await house.cards()).length;
    await house.press('A person wrote it');
    const [card] = (await cardsSince(before)).filter(({ title }) => title?.startsWith('💬'));
    expect(card).toMatchObject({ quote: expect.stringContaining('20 cups') });
    expect([await count('contacts'), await count('leads'), (await listed()).length]).toEqual([1, 1, 0]);
    await mailsIn(house, newsletter('Second'));
    expect((await customerCards()).at(-1)?.quote).toBe('Second');
    expect((await customerCards()).at(-1)?.fields?.map(({ label }) => label)).not.toContain('Looks automatic');
  });

  it('is undone exactly', async () => {
    await mailsIn(house, newsletter('What is the price of 20 cups?'));
    await house.say('/automatic');
    const before = await house.state();
    await house.say('/person a1');
    expect(await house.state()).not.toEqual(before);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    expect(await listed()).toHaveLength(1);
  });

  it('is still not answered by the house itself while the owner is away', async () => {
    await mailsIn(house, newsletter('What is the price of 20 cups?'));
    await house.say('/away 3d');
    await house.say('/person a1');
    await mailsIn(house, newsletter('What is the price of 30 cups?'));
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
  });

  it('said a second time says that it is done', async () => {
    await mailsIn(house, newsletter());
    await house.say('/person a1');
    expect(await house.say('/person a1')).toMatchObject({ failed: true });
    expect(await house.say('/machine m1')).not.toMatchObject({ failed: true });
  });
});

describe('a known customer’s mail', () => {
  const absence = (text: string) =>
    rawMail({ Subject: 'Out of office: Oolong', 'Auto-Submitted': 'auto-replied' }, text);

  it('that looks automatic is shown as that, waits for nobody, and is put right by a tap', async () => {
    await known();
    await house.say('/answered c1');
    await mailsIn(house, absence('I was charged twice for my order! I want my money back, please refund me today.'));
    const card = (await customerCards()).at(-1)!;
    expect(card.fields?.[0]).toEqual({ label: 'Looks automatic', value: 'absence note' });
    expect(await house.db.sql`select from conversations where waiting_since is not null`).toHaveLength(0);
    await house.press('A person wrote it');
    expect(await count('tickets')).toBe(1);
    expect(await house.db.sql`select from conversations where waiting_since is not null`).toHaveLength(1);
    await mailsIn(house, absence('And again'));
    expect((await customerCards()).at(-1)?.fields?.map(({ label }) => label)).not.toContain('Looks automatic');
  });

  it('goes to the list once the owner says that only machines write there', async () => {
    await known();
    await mailsIn(house, absence('I am away'));
    await house.press('Always automatic');
    const before = (await customerCards()).length;
    await mailsIn(house, rawMail({}, 'A plain mail'));
    expect((await customerCards()).length).toBe(before);
    expect((await listed()).map(({ text }) => text)).toEqual(['Anna Berg: Oolong']);
  });

  it('with a sign of a machine is a card like any other, and never answered by the house itself', async () => {
    await house.say('/away 3d');
    const signed = [
      { 'X-Auto-Response-Suppress': 'All' },
      { Precedence: 'bulk' },
      { 'X-Loop': 'a@b.example' },
      { To: 'undisclosed-recipients:;' },
      { 'Reply-To': 'noreply@people.example' },
      { 'List-Id': '<shop.example.com>' },
    ];
    for (const [nth, head] of signed.entries())
      await mailsIn(house, rawMail({ From: `p${nth}@people.example`, ...head }, 'Do you have oolong?'));
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
    expect(await count('messages')).toBe(signed.length);
    await mailsIn(house, rawMail({ From: 'plain@people.example' }, 'Do you have oolong?'));
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(1);
  });
});

describe('another house that runs the same program', () => {
  it('reaches the owner: only an id we signed is a copy of ours', async () => {
    const theirs = messageIdFor('answer:1', 'supplier.example', 'their secret');
    await mailsIn(house, rawMail({ 'Message-ID': theirs }, 'Your tea is ready'));
    expect((await customerCards()).at(-1)?.quote).toBe('Your tea is ready');
  });
});

describe('a mail server’s mail', () => {
  const daemon = { From: 'MAILER-DAEMON <>', 'Return-Path': '<>' };
  const toKim = async () => {
    await mailsIn(house, rawMail({ From: 'Kim <kim@corp.example>' }, 'Do you have oolong?'));
    await house.say('/reply c1 We do');
    await house.deliver();
  };

  it.each([
    [
      'Mimecast',
      { From: 'postmaster@corp.example', 'Return-Path': '<>', Subject: '[Postmaster] Email Delivery Failure' },
      'From: shop@example.com\n\nThis is a delivery failure notification. Your message could not be delivered:\nkim@corp.example',
    ],
    [
      'Yahoo',
      { ...daemon, Subject: 'failed delivery' },
      'Message from yahoo.example.\nUnable to deliver message to the following address(es).\n\n<kim@corp.example>:\n554 delivery error',
    ],
    [
      'Exchange',
      { From: 'System Administrator <postmaster@corp.example>', 'Return-Path': '<>', Subject: 'Oolong' },
      'Your message\n\n  To: kim@corp.example\n\ndid not reach the following recipient(s):\n\nkim@corp.example on Wed\n  The recipient name is not recognized',
    ],
    [
      'qmail',
      { ...daemon, Subject: 'failure notice' },
      'Hi. This is the qmail-send program at mx.example.com.\nI am afraid I could not deliver your message from shop@example.com.\n\n<kim@corp.example>:\nSorry, no mailbox here by that name. (#5.1.1)',
    ],
    [
      'a Japanese server',
      { ...daemon, Subject: '配信エラー' },
      '差出人: shop@example.com\n次の宛先に配信できませんでした。\nkim@corp.example',
    ],
    [
      '163',
      { From: 'Postmaster@163.example', Subject: '系统退信' },
      '抱歉，您的邮件被退回。\n发件人 shop@example.com\n收件人 kim@corp.example\n550 User not found',
    ],
  ])(
    '(%s) that names whom we wrote to marks the answer as undelivered, and the owner is told',
    async (_, head, text) => {
      await toKim();
      await mailsIn(house, rawMail(head, text));
      expect((await house.cards()).at(-1)?.title).toBe('✗ Your mail to Kim came back');
      expect((await house.say('/unsent')).lists?.[0]?.items).toHaveLength(1);
    },
  );

  it('in a form nobody knows is shown; one about a mail that is not ours is listed', async () => {
    await mailsIn(house, rawMail({ ...daemon, Subject: 'Levering' }, 'Noe gikk galt.'));
    expect((await house.cards()).at(-1)).toMatchObject({
      title: '⚠️ A mail server has written · Levering',
      quote: 'Noe gikk galt.',
    });
    const before = (await house.cards()).length;
    await mailsIn(
      house,
      rawMail({ ...daemon, Subject: 'failure notice' }, 'Unable to deliver to <stranger@else.example>: 550'),
    );
    expect(await cardsSince(before)).toEqual([]);
    expect(await listed()).toHaveLength(2);
    expect(buttonsOf({ lists: [{ items: await listed() }] }).map(({ label }) => label)).toEqual(['Show', 'Show']);
  });

  it('that may be forged marks nothing', async () => {
    await toKim();
    await mailsIn(
      house,
      rawMail(
        { From: 'postmaster@corp.example', Subject: 'failed delivery', ...refused('corp.example') },
        'could not be delivered: kim@corp.example',
      ),
    );
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')[0]?.state).toBe('sent');
  });
});
