import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, testHouse } from '../../support/house.ts';
import { mailsIn, OWNER_EMAIL, passed, rawMail, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const lastCard = async () => (await house.cards()).at(-1)!;
const verdict = async () =>
  (await house.db.sql<{ label: string }>`select triage ->> 'label' as label from messages order by id desc limit 1`)[0]
    ?.label;
const fromKim = (text: string, subject = 'Order') =>
  rawMail({ From: 'Kim Customer <kim@customer.example>', Subject: subject }, text);

describe('what a customer passes on', () => {
  const MAIL = fromKim(
    'What shall I do now?\n\n---------- Forwarded message ---------\nFrom: Courier <help@courier.example>\nDate: Tue, 3 Mar 2026 at 08:00\nSubject: Parcel 77\nTo: Kim <kim@customer.example>\n\nThe parcel of your order 1001 arrived broken and we could not deliver it. Call +44 20 7946 0018.',
    'Fwd: Parcel 77',
  );

  it('is on the card below their words, with whose it is, and judged with them', async () => {
    await mailsIn(house, MAIL);
    const card = await lastCard();
    expect(card.quote).toMatch(/^What shall I do now\?[\s\S]*help@courier\.example[\s\S]*arrived broken/);
    expect(card.fields).toContainEqual({ label: '转发自', value: 'Courier' });
    expect(await verdict()).toBe('ticket');
  });

  it('decides alone where their words only point at it', async () => {
    const forward =
      '---------- Forwarded message ---------\nFrom: Courier <help@courier.example>\nDate: Tue, 3 Mar 2026 at 08:00\nSubject: Parcel 77\nTo: Kim <kim@customer.example>\n\nThe parcel of your order 1001 is broken, we could not deliver it.';
    await mailsIn(house, fromKim(`See below.\n\n${forward}`, 'Fwd: Parcel 77'));
    expect(await verdict()).toBe('ticket');
  });

  it('control: words that only point are nothing by themselves', async () => {
    await mailsIn(house, fromKim('See below.', 'Fwd: Parcel 77'));
    expect(await verdict()).not.toBe('ticket');
  });

  it('control: without it nothing is known', async () => {
    await mailsIn(house, fromKim('What shall I do now?', 'Hello'));
    expect((await lastCard()).fields).not.toContainEqual(expect.objectContaining({ label: '转发自' }));
    expect(await verdict()).not.toBe('ticket');
  });
});

describe('what a rule took for a signature', () => {
  it('is shown, and decides what the mail is, when its words only greet', async () => {
    await mailsIn(house, fromKim('Hello,\n\n-- \nRefund of broken order 1001\nKim Customer', 'Hi'));
    expect((await lastCard()).quote).toContain('Hello,\n\nRefund of broken order 1001');
    expect(await verdict()).toBe('ticket');
  });

  it('changes nothing when they do', async () => {
    await mailsIn(
      house,
      fromKim('What is the price of 20 cups?\n\n-- \nKim Customer\nComplaints and Refunds Department', 'Cups'),
    );
    expect(await verdict()).toBe('lead');
  });
});

describe('a mail of the owner’s that only its subject calls a forward', () => {
  const byOwner = (text: string) =>
    rawMail({ From: `Me <${OWNER_EMAIL}>`, Subject: 'Fwd: Cups', ...passed('example.com') }, text);

  it('is shown with its words and a button that adds whom it names', async () => {
    await mailsIn(house, byOwner('kim at the fair\n\nKim (kim@customer.example) said: can I order 20 cups?'));
    const card = await lastCard();
    expect(card.quote).toContain('can I order 20 cups?');
    expect(card.hint).toContain('看不准');
    expect(buttonsOf(card).map(({ label, command }) => [label, command])).toContainEqual([
      '添加 kim@customer.example',
      '/add kim@customer.example',
    ]);
  });

  it('says in English, too, that nobody was filed', async () => {
    await house.say('/settings language en');
    await mailsIn(house, byOwner('can I order 20 cups?'));
    expect((await lastCard()).hint).toContain('shows no address');
  });

  it('adds them by the press of that button', async () => {
    await mailsIn(house, byOwner('Kim (kim@customer.example) said: can I order 20 cups?'));
    await house.press('添加 kim@customer.example');
    expect(await house.db.sql`select address from contact_identities`).toEqual([{ address: 'kim@customer.example' }]);
  });
});
