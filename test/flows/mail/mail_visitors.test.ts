import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse({ locale: 'en' }));
});
beforeEach(() => house.reset());

const SITE = { From: 'Tea <wordpress@example.com>', Subject: 'New contact form message' };
const lastCard = async () => (await house.cards()).at(-1)!;
const names = async () =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map(({ name }) => name);
const sent = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

describe('somebody who gives a form no address that mail can be sent to', () => {
  it.each([
    ['no address', '姓名：陈二\n手机：13800138000\n留言：孩子喝了你家的茶中毒进医院了，马上给我回电！'],
    ['half of one', '姓名：陈二\n手机：13800138000\n邮箱：chen@qq\n留言：孩子喝了你家的茶中毒进医院了，马上给我回电！'],
    ['in English', 'Name: 陈二\nPhone: 13800138000\nMessage: The sign you made fell and hurt my son, call me now!!'],
  ])('(%s) is a contact, heard at any hour, filed, and waits until they are said to be answered', async (_, text) => {
    await house.say('/away until tomorrow');
    await mailsIn(house, rawMail(SITE, text));
    expect(await names()).toEqual(['陈二']);
    const card = await lastCard();
    expect(JSON.stringify(card.fields)).toMatch(/injury|danger|harm|hurt/i);
    expect(JSON.stringify(card.fields)).toContain('call 13800138000');
    expect(await house.db.sql`select from automatic_mails`).toEqual([]);
    expect((await house.say('/find 13800138000')).title ?? '').toContain('陈二');
    const [waits] = await house.db.sql<{ id: string }>`select id from conversations where waiting_since is not null`;
    expect(JSON.stringify(await house.say('/away off'))).toContain('陈二');
    await house.say(`/answered v${waits!.id}`);
    expect(await house.db.sql`select from conversations where waiting_since is not null`).toEqual([]);
  });

  it('is answered by no mail: whoever tries is told that there is no address', async () => {
    await mailsIn(house, rawMail(SITE, 'Name: Ola\nPhone: 0171 234567\nMessage: Do you have green cups?'));
    const card = await lastCard();
    expect(buttonsOf(card).some(({ command }) => command.startsWith('/reply'))).toBe(false);
    await house.say('/reply Ola Yes, we have');
    await house.type('Yes, we have', { answers: [(await house.outbox()).at(-1)!.externalId ?? 'none'] });
    expect(await sent()).toEqual([]);
  });

  it('is the same person when they write there again, and another one elsewhere', async () => {
    const text = 'Name: Ola\nPhone: 0171 234567\nMessage: ';
    await mailsIn(house, rawMail(SITE, `${text}Do you ship?`), rawMail(SITE, `${text}Hello, do you?`));
    await mailsIn(house, rawMail({ ...SITE, From: 'Pots <wordpress@pots.example>' }, `${text}Do you ship?`));
    expect(await names()).toEqual(['Ola', 'Ola']);
  });

  it('is kept unseen when they are blocked, and stored once when the mail comes twice', async () => {
    const mail = rawMail(SITE, 'Name: Ola\nPhone: 0171 234567\nMessage: Do you have cups?');
    await mailsIn(house, mail, mail);
    expect(await house.db.sql`select from messages`).toHaveLength(1);
    await house.say('/block Ola');
    const before = (await house.cards()).length;
    await mailsIn(house, rawMail(SITE, 'Name: Ola\nPhone: 0171 234567\nMessage: Answer me!'));
    expect(await house.cards()).toHaveLength(before);
  });
});

it('makes nobody of a website’s program, but does not let what sounds like harm wait', async () => {
  await house.say('/away until tomorrow');
  const harm = 'Your tea made my son ill, he is in hospital. Call me now!';
  await mailsIn(house, rawMail({ ...SITE, Subject: 'Update' }, 'A plugin was updated.'));
  await mailsIn(house, rawMail({ ...SITE, Subject: 'Hello' }, harm));
  const told = await house.db.sql<{ payload: { reply: { quote: string } } }>`
    select payload from outbox where idempotency_key like 'visitor:%' order by quiet`;
  expect(told.map(({ payload }) => payload.reply.quote)).toEqual([harm, 'A plugin was updated.']);
  expect(await names()).toEqual([]);
});

describe('somebody of whom a service says in a sentence that they called or wrote', () => {
  it.each([
    [
      { From: 'Voicemail <noreply@voip.example>', Subject: 'New voicemail' },
      'You have a new voicemail from +44 7911 123456.\n\nTranscription: The sign you made fell and hurt my son!',
      'call +44 7911 123456',
    ],
    [{ From: 'noreply@voip.example', Subject: 'Missed call' }, 'Missed call from 020 7946 0018', 'call 020 7946 0018'],
    [
      { From: 'Market <noreply@market.example>', Subject: 'New message', Precedence: 'bulk' },
      'Anna Berg sent you a message:\n\nIs the blue teapot still available?\n\nReply on Market',
      'Anna Berg',
    ],
  ])(
    '(%j) is a contact who waits, is shown with how to reach them, and is answered by no mail',
    async (head, text, shown) => {
      await mailsIn(house, rawMail(head, text));
      expect(JSON.stringify(await lastCard())).toContain(shown);
      expect(await house.db.sql`select from automatic_mails`).toEqual([]);
      expect(await house.db.sql`select from conversations where waiting_since is not null`).toHaveLength(1);
      expect(buttonsOf(await lastCard()).some(({ command }) => command.startsWith('/reply'))).toBe(false);
    },
  );
});
