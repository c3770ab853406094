import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../support/house.ts';
import { mailsIn, rawMail, withMail } from '../support/raw_mail.ts';

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
    expect(await fieldOf('表单里还写了')).toBe('kim@b.example（您的答复发给 kim@a.example）');
    expect((await house.press('答复到 kim@b.example')).text).toContain('kim@b.example');
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
});
