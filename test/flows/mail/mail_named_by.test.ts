import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const lastCard = async () => (await house.cards()).at(-1)!;
const fieldOf = async (label: string) => (await lastCard()).fields?.find((field) => field.label === label)?.value;

const FORM = 'Name: Kim Berg\nEmail: kim@berg.example\nMessage: Do you ship to Norway?';

describe('a card says who names a sender that nobody has proven', () => {
  it.each([
    ['WordPress', { From: 'Tea <wordpress@example.com>', Subject: 'Contact form', 'Reply-To': 'kim@berg.example' }],
    ['Typeform', { From: 'Typeform <no-reply@forms.example>', Subject: 'New form response' }],
    ['金数据', { From: '金数据 <noreply@forms.example>', Subject: '您的表单有新的留言' }],
  ])('a form of a website (%s), not a forward of the owner’s', async (_, head) => {
    await mailsIn(house, rawMail(head, FORM));
    expect((await lastCard()).title).toContain('Kim Berg');
    expect(await fieldOf('您转发来的')).toBeUndefined();
    expect(await fieldOf('来自网站表单')).toContain('kim@berg.example');
    expect(await fieldOf('来自网站表单')).toMatch(/wordpress@example\.com|reply@forms\.example/);
    const [identity] = await house.db.sql`select claimed from contact_identities where address = 'kim@berg.example'`;
    expect(identity).toEqual({ claimed: true });
  });

  it.each([
    ['in fields', {}, 'Name: Kim\nEmail: kim@a.example\nAlternative email: kim@b.example\nMessage: Do you ship?'],
    ['in one field', {}, 'Name: Kim\nE-mail: kim@a.example, kim@b.example\nMessage: Do you ship?'],
    ['in Reply-To', { 'Reply-To': 'kim@a.example, kim@b.example' }, 'Email: kim@a.example\nMessage: Do you ship?'],
    [
      'in a field and in Reply-To',
      { 'Reply-To': 'kim@a.example' },
      'Name: Kim\nBilling email: kim@b.example\nEmail: kim@a.example\nMessage: Do you ship?',
    ],
  ])('of several addresses that a form holds (%s) every one is shown, with a button', async (_, more, words) => {
    const head = { From: 'Tea <wordpress@forms.example>', Subject: 'Contact form', ...more };
    await mailsIn(house, rawMail(head, `${words}\nYour order goes to me@example.com`));
    expect(await fieldOf('来自网站表单')).toContain('kim@a.example');
    expect(await fieldOf('表单里还写了')).toBe('kim@b.example（您的回复发给 kim@a.example）');
    expect((await house.press('回复到 kim@b.example')).text).toContain('kim@b.example');
    const conversations = await house.db.sql`select answers_to from conversations`;
    expect(conversations).toEqual([{ answers_to: 'kim@b.example' }]);
  });

  it('a group that passed it on', async () => {
    const head = {
      From: "'Kim Berg' via Support <support@example.com>",
      'X-Original-From': 'Kim Berg <kim@berg.example>',
      'Delivered-To': 'shop@example.com',
    };
    await mailsIn(house, rawMail(head, 'Do you ship to Norway?'));
    expect(await fieldOf('来自群组邮箱')).toContain('support@example.com');
    expect(await fieldOf('您转发来的')).toBeUndefined();
  });

  it.each([
    ['no sender at all', ''],
    ['an undisclosed group', 'undisclosed:;'],
    ['a sender without an address', 'Kim Berg <kim>'],
  ])('an answering address alone, where the mail has %s', async (_, From) => {
    await mailsIn(house, rawMail({ From, 'Reply-To': 'Kim Berg <kim@berg.example>' }, 'Do you ship to Norway?'));
    expect(await fieldOf('您转发来的')).toBeUndefined();
    expect(await fieldOf('只有回复地址')).toContain('kim@berg.example');
  });
});

const LIST = 'tealovers@lists.example';
const BY_POST = { 'List-Post': `<mailto:${LIST}>` };
const BY_ID = { 'List-Id': 'Tea lovers <tealovers.lists.example>' };
const WORDS = 'Which of your teas is the mildest? Could you send me a sample?';
const via = (name: string, more: Record<string, string> = { ...BY_ID, ...BY_POST }) =>
  rawMail({ From: `${name} <${LIST}>`, Subject: 'Mild tea', ...more }, WORDS);
const answers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');

describe('whoever writes under the address of a group', () => {
  it.each([
    ['List-Id and List-Post', via('Kim via Tealovers')],
    ['List-Id', via('Kim via Tealovers', BY_ID)],
    ['List-Post', via('Kim via Tealovers', BY_POST)],
    ['X-BeenThere', via('Kim via Tealovers', { 'X-BeenThere': LIST })],
    ['German words', via('"Kim über Tealovers"', BY_POST)],
    ['Chinese words', via('Kim通过茶友', BY_POST)],
    ['a list that is named otherwise', via('"Kim (via Tealovers)"', { 'List-Id': '<friends.tea.example>' })],
    ['the list’s address alone', via('Kim', BY_POST)],
  ])('is claimed by their name, and asked about before the group gets the answer (%s)', async (_, mail) => {
    await mailsIn(house, mail);
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Kim' }]);
    expect(await fieldOf('来自群组邮箱')).toContain(LIST);
    await house.type('/reply c1 The white one');
    expect(await answers()).toEqual([]);
    expect((await lastCard()).title).toBe(`要通过群组 ${LIST} 回复 Kim 吗？`);
    await house.press(`发给 ${LIST}`);
    expect(await answers()).toMatchObject([{ address: LIST }]);
  });

  it('is another person under another name, and is asked about by themselves', async () => {
    await mailsIn(house, via('Kim via Tealovers'), via('Max via Tealovers'), via('Kim via Tealovers'));
    expect(await house.db.sql`select name from contacts order by id`).toEqual([{ name: 'Kim' }, { name: 'Max' }]);
    await house.type('/reply c1 The white one');
    await house.press(`发给 ${LIST}`);
    await house.type('/reply c2 The white one');
    expect(await answers()).toHaveLength(1);
  });

  it('is not answered while the owner is away, though an answer was let through before', async () => {
    await mailsIn(house, via('Kim via Tealovers', { 'X-BeenThere': LIST }));
    await house.type('/reply c1 The white one');
    await house.press(`发给 ${LIST}`);
    await house.type('/away 3d');
    await mailsIn(house, via('Kim via Tealovers', { 'X-BeenThere': LIST }));
    expect(await answers()).toHaveLength(1);
  });

  it('is who sent it for the group, where Sender names a person', async () => {
    const head = { From: 'Sales <sales@contoso.example>', Sender: 'Kim Berg <kim@contoso.example>' };
    await mailsIn(house, rawMail({ ...head, To: 'sales@contoso.example' }, WORDS));
    expect(await house.db.sql`select address, claimed from contact_identities`).toEqual([
      { address: 'kim@contoso.example', claimed: true },
    ]);
    expect(await fieldOf('来自群组邮箱')).toContain('sales@contoso.example');
  });

  it('is whom Reply-To names beside the group', async () => {
    await mailsIn(house, via('Kim via Tealovers', { ...BY_POST, 'Reply-To': `${LIST}, Kim <kim@berg.example>` }));
    expect(await house.db.sql`select address, claimed from contact_identities`).toEqual([
      { address: 'kim@berg.example', claimed: true },
    ]);
  });

  it('is nobody new where the list left their own address in From', async () => {
    const head = { From: 'Kim <kim@berg.example>', Sender: 'tealovers-bounces@lists.example', ...BY_ID };
    await mailsIn(house, rawMail(head, WORDS));
    expect(await house.db.sql`select address, claimed from contact_identities`).toEqual([
      { address: 'kim@berg.example', claimed: false },
    ]);
    expect(await fieldOf('来自群组邮箱')).toBeUndefined();
  });

  it('is a machine’s, where it is a newsletter', async () => {
    const head = { ...BY_ID, 'List-Unsubscribe': '<https://x.example/u>', Precedence: 'bulk' };
    await mailsIn(house, via('Kim via Tealovers', head));
    expect(await house.db.sql`select from contacts`).toHaveLength(0);
  });
});
