import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../support/house.ts';
import { mailsIn, OWNER_EMAIL, passed, rawMail, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const OURS = '<crm.0123456789abcdef0123456789abcdef.01234567@example.com>';

async function answered(): Promise<void> {
  await mailsIn(house, rawMail({ From: 'Lin <lin@cust.example>', Subject: 'Oolong' }, 'How much is the oolong?'));
  await house.say('/reply c1 It is 20 dollars');
  await house.deliver((row) => ({ result: 'sent', externalId: row.channel === 'email' ? OURS : `x${row.id}` }));
}

const fromOwner = (text: string, head: Record<string, string> = {}) =>
  rawMail({ From: `Me <${OWNER_EMAIL}>`, Subject: 'Fwd: see below', ...passed('example.com'), ...head }, text);
const inText = (from: string, subject: string, text: string) =>
  fromOwner(
    `---------- Forwarded message ---------\nFrom: ${from}\nDate: Sat, Nov 21, 2026 at 12:01 PM\nSubject: ${subject}\nTo: Me <${OWNER_EMAIL}>\n\n${text}`,
  );
const attached = (from: string, subject: string, text: string) =>
  fromOwner(
    `--m\nContent-Type: text/plain\n\nSee this.\n--m\nContent-Type: message/rfc822\n\nFrom: ${from}\nSubject: ${subject}\n\n${text}\n--m--`,
    { 'Content-Type': 'multipart/mixed; boundary=m' },
  );
const WAYS = [
  ['in its text', inText],
  ['as an attachment', attached],
] as const;

const names = async () =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map((c) => c.name);
const lastCard = async () => (await house.cards()).at(-1)!;
const answer = async () => {
  const [row] = await house.db.sql<{ state: string; dead: boolean }>`
    select o.state, i.bounced_at is not null as dead from outbox o join contact_identities i on i.address = o.address
    where o.audience = 'customer'`;
  return row;
};

describe.each(WAYS)('what a machine wrote, forwarded by the owner %s', (_, forwarded) => {
  it.each([
    ['Mail Delivery System <mailer-daemon@mx.example>', 'Undelivered', '<lin@cust.example>: 550 5.1.1 user unknown'],
    ['Mail Delivery System', 'Undelivered', 'This is the mail system. <lin@cust.example>: 550 5.1.1 user unknown'],
    ['PostMaster <PostMaster@qq.example>', '系统退信', '无法发送到 lin@cust.example，收件人邮件地址不存在'],
  ])('(%s) is a bounce of the answer it names', async (from, subject, text) => {
    await answered();
    await mailsIn(house, forwarded(from, subject, text));
    expect(await answer()).toEqual({ state: 'failed', dead: true });
    expect(await names()).toEqual(['Lin']);
    expect((await lastCard()).title).toContain('被退回');
  });

  it('(late) leaves the answer as it is', async () => {
    await answered();
    const text = 'Your message to lin@cust.example has not yet been delivered. It will be retried.';
    await mailsIn(house, forwarded('Mail Delivery System <mailer-daemon@mx.example>', 'Delayed mail', text));
    expect(await answer()).toEqual({ state: 'sent', dead: false });
    expect((await lastCard()).title).toContain('还没有送到');
  });

  it.each([
    ['failed', 'Undelivered', 'other@cust.example: 550 5.1.1 user unknown'],
    ['late', 'Delayed mail', 'Your message to other@cust.example will be retried.'],
  ])('(%s, of a mail not sent from here) is told and makes nobody', async (_kind, subject, text) => {
    await mailsIn(house, forwarded('MAILER-DAEMON@mx.example', subject, text));
    expect(await names()).toEqual([]);
    expect((await lastCard()).text).toContain('other@cust.example');
  });

  it.each([
    ['PayPal <no-reply@pay.example>', 'You received a payment', 'You received 20 EUR.'],
    ['Tea News <newsletter@tea.example>', 'This week', 'The best teas of the week. Unsubscribe here.'],
    [
      'Bank <do-not-reply@bank.example>',
      'Why we wrote',
      'Did you receive our letter? Do you want to see more of them?',
    ],
  ])('(%s) is said to be a program’s: no contact, no lead, nobody to answer', async (from, subject, text) => {
    await mailsIn(house, forwarded(from, subject, text));
    expect(await names()).toEqual([]);
    const card = await lastCard();
    expect(card.hint).toContain('程序');
    expect(JSON.stringify(card.buttons)).not.toContain('/add');
  });

  it('(a website’s form) is its visitor’s, not the website’s', async () => {
    const text =
      'You received a new form submission.\n\nName: Kim Berg\nEmail: kim@berg.example\nMessage: Do you ship?';
    await mailsIn(house, forwarded('Site <no-reply@site.example>', 'New form submission', text));
    expect(await names()).toEqual(['Kim Berg']);
  });

  it('(a website’s form without an address) is its visitor’s, too', async () => {
    const text = 'You received a new form submission.\n\nName: Kim Berg\nPhone: 0151 234 567\nMessage: Do you ship?';
    await mailsIn(house, forwarded('Site <no-reply@site.example>', 'New form submission', text));
    expect(await names()).toEqual(['Kim Berg']);
    expect((await lastCard()).title).toContain('Kim Berg');
  });
});

it('a person’s mail forwarded by the owner is that person’s, as before', async () => {
  await mailsIn(
    house,
    inText('Bo Li <bo@third.example>', 'Undelivered parcel', 'My parcel did not arrive. Where is it?'),
  );
  expect(await names()).toEqual(['Bo Li']);
});
