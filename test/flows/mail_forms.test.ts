import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, testHouse } from '../support/house.ts';
import { mailsIn, rawMail, withMail } from '../support/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse({ locale: 'en' }));
});
beforeEach(() => house.reset());

const HEAD = { From: 'Tea <wordpress@example.com>', Subject: 'New contact form message' };
const lastCard = async () => (await house.cards()).at(-1)!;
const taken = async () =>
  (
    await house.db.sql<{ label: string; sublabel: string | null }>`
    select triage ->> 'label' as label, triage ->> 'sublabel' as sublabel from messages order by id`
  ).at(-1)!;

describe('a form with an address that is none', () => {
  it.each(['kim@berg,example', 'kim@berg', 'kim berg@x.example', 'kim at berg.example'])(
    '%s: is told with what was typed, and nobody is made a contact or offered to be answered',
    async (typed) => {
      await mailsIn(house, rawMail(HEAD, `Name: Kim Berg\nEmail: ${typed}\nMessage: Do you ship to Norway?`));
      const card = await lastCard();
      expect(card.text).toContain(`“${typed}” was typed for the mail address`);
      expect(card.quote).toContain('Do you ship to Norway?');
      expect(buttonsOf(card).some(({ command }) => command.includes('@'))).toBe(false);
      expect(await house.db.sql`select from contacts`).toEqual([]);
    },
  );
});

describe('what a form is taken for', () => {
  const FIELDS = 'First name: Kim\nLast name: Berg\nEmail: kim@berg.example';
  it.each([
    ['How did you hear about us?: A refund complaint forum', 'Do you have green cups in stock?'],
    ['Department: Returns and refunds', 'Good morning'],
    ['Newsletter: unsubscribe me', 'My parcel never arrived, where is it?'],
    ['Company: Broken Complaint Refund Ltd', 'How much are 50 cups?'],
  ])('is what its words alone would be, whatever stands beside “%s”', async (field, words) => {
    await mailsIn(house, rawMail(HEAD, `${FIELDS}\n${field}\nMessage: ${words}`));
    const inForm = await taken();
    await house.reset();
    await mailsIn(house, rawMail({ From: 'Kim <kim@berg.example>' }, words));
    expect(inForm).toEqual(await taken());
  });

  it('names its visitor by both halves of their name', async () => {
    await mailsIn(house, rawMail(HEAD, `${FIELDS}\nMessage: Do you ship?`));
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Kim Berg' }]);
  });

  it('does not make its labels the language of whoever filled it in', async () => {
    await mailsIn(
      house,
      rawMail(HEAD, 'Name: 李雷\nEmail: li@berg.example\nPhone: 13800138000\nMessage: 请问这个杯子可以寄到挪威吗？'),
    );
    expect(await house.db.sql`select locale from contacts`).toEqual([{ locale: 'zh-CN' }]);
  });
});
