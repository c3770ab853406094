import { beforeAll, beforeEach, expect, it } from 'vitest';
import { buttonsOf, type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse({ locale: 'en' }));
});
beforeEach(() => house.reset());

const leaves = async () =>
  (await house.outbox()).filter(({ audience }) => audience === 'customer').map(({ address }) => address);
const WORDS = 'Hi, could you tell me whether this pot is still there? Write to kim7@berg.example please.';

it.each([
  'noreply@market.example',
  'do-not-reply@market.example',
  'notifications@market.example',
  'postmaster@market.example',
])('asks before an answer goes to %s, and offers whom the mail names', async (address) => {
  await mailsIn(house, rawMail({ From: `Market <${address}>`, Subject: 'Pot' }, WORDS));
  const [contact] = await house.db.sql<{ id: string }>`select id from contacts`;
  const asked = await house.say(`/reply c${contact!.id} Yes, it is`);
  expect(asked).toMatchObject({ failed: true, title: `Nobody reads mail to ${address}` });
  expect(await leaves()).toEqual([]);
  const [first] = buttonsOf(asked);
  expect(first!.label).toContain('kim7@berg.example');
  await house.say(first!.command);
  expect(await leaves()).toEqual(['kim7@berg.example']);
});

it.each(['Please do not reply to this email.', '请勿直接回复此邮件。', 'Bitte antworten Sie nicht auf diese E-Mail.'])(
  'asks before an answer goes to whoever says “%s”, and sends it all the same if a user says so',
  async (sentence) => {
    await mailsIn(house, rawMail({ From: 'Market <hello@market.example>', Subject: 'Pot' }, `${WORDS}\n\n${sentence}`));
    const asked = await house.say('/reply Market Yes, it is');
    expect(asked.title).toBe('Nobody reads mail to hello@market.example');
    await house.say(buttonsOf(asked)[1]!.command);
    expect(await leaves()).toEqual(['hello@market.example']);
  },
);

it('asks nothing of a person, nor of the visitor of a form that says so of its website', async () => {
  await mailsIn(house, rawMail({ From: 'Kim <kim@berg.example>' }, WORDS));
  await house.say('/reply Kim Yes, it is');
  expect(await leaves()).toEqual(['kim@berg.example']);
  await house.reset();
  const form = 'Name: Kim\nEmail: kim7@berg.example\nMessage: Cups?\n\nPlease do not reply to this email.';
  await mailsIn(house, rawMail({ From: 'Tea <noreply@tea.example>', Subject: 'New contact form message' }, form));
  const asked = await house.say('/reply Kim Yes');
  expect(asked.title).toContain('really');
  await house.say(buttonsOf(asked)[0]!.command);
  await house.say('/reply Kim And more');
  expect(await leaves()).toEqual(['kim7@berg.example', 'kim7@berg.example']);
});
