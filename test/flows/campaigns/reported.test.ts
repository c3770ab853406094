import { beforeEach, describe, expect, it } from 'vitest';
import { addPeople, sendCampaigns, sink } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

const house = withMail(await testHouse({ locale: 'en' }));
const { sql } = house.db;
let sent = sink();
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 6));
    for (const setting of ['campaigns-a-week 0', 'warm-up off']) await house.say(`/settings ${setting}`);
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello');
    sent = sink();
    await house.say('/campaign 1 go 6');
    await sendCampaigns(house, sent.way);
    house.now = new Date(house.now.getTime() + 3_600_000);
  }),
);

const mailTo = (nth: number) => sent.mails.find(({ to }) => to === `p${nth}@example.net`)!;
const refOf = async (nth: number) =>
  `c${(await sql<{ id: string }>`select id from contacts where name = ${`Person ${nth}`}`)[0]!.id}`;
const lastCard = async () => (await house.cards()).at(-1)!;
const commandOf = (card: Parameters<typeof buttonsOf>[0], label: string) =>
  buttonsOf(card).find((button) => button.label === label)?.command ?? '';
const left = async () =>
  JSON.stringify((await house.say(`/campaign new Next ${Math.random()} to everybody\nNext\nHi`)).lists);

/** A provider's report on the mail to somebody (RFC 5965). */
const report = (type: string, nth: number, named = true) =>
  rawMail(
    {
      ...{ From: 'feedback@fbl.example', Subject: 'report', Date: house.now.toUTCString() },
      'Content-Type': 'multipart/report; report-type=feedback-report; boundary=m',
    },
    `--m\nContent-Type: text/plain\n\nThis is a report.\n--m\nContent-Type: message/feedback-report\n\nFeedback-Type: ${type}\nUser-Agent: x/1\nVersion: 1\nOriginal-Rcpt-To: <p${nth}@example.net>\n\n--m\nContent-Type: text/rfc822-headers\n\nFrom: shop@example.com\n${named ? `Message-ID: ${mailTo(nth).messageId}\n` : ''}Subject: Spring tea\n\n--m--`,
  );
const complained = () => sql`select address from campaign_deliveries where complained_at is not null`;

describe('a provider’s report on a mail of a campaign', () => {
  it.each(['not-spam', 'Not-Spam', 'auth-failure', 'dkim'])(
    'that says %s blames nobody and asks nothing',
    async (type) => {
      const before = (await house.cards()).length;
      await mailsIn(house, report(type, 1));
      expect(await complained()).toEqual([]);
      expect(await house.cards()).toHaveLength(before);
      expect(await left()).not.toContain('reported us as spam');
      expect(JSON.stringify(await house.say('/automatic'))).toContain('report');
    },
  );

  it.each(['fraud', 'virus', 'opt-out', 'other', 'who-knows'])(
    'that says %s is told, and the owner may end it',
    async (type) => {
      await mailsIn(house, report(type, 1));
      expect(await complained()).toEqual([]);
      const card = await lastCard();
      expect(card.title).toBe('⚠️ A mail provider has written about your mail to p1@example.net');
      const command = commandOf(card, 'Do not mail it');
      expect(command).toBe(`/unsubscribe ${await refOf(1)} p1@example.net`);
      await house.say(command);
      expect(await left()).toContain('1 person');
    },
  );

  it('control: abuse is a complaint, and not-spam behind it lifts nothing', async () => {
    await mailsIn(house, report('abuse', 1));
    await mailsIn(house, report('not-spam', 1));
    expect(await complained()).toEqual([{ address: 'p1@example.net' }]);
    expect(await left()).toContain('reported us as spam');
  });

  it('a mistaken one is taken back by the owner, who is told what that means; another one counts again', async () => {
    await mailsIn(house, report('abuse', 1));
    const ref = await refOf(1);
    const refused = await house.say(`/consent ${ref} newsletter told me at the fair`);
    expect(refused.text).toContain('Only if they told you that it was a mistake');
    const shown = await house.say(`/consent ${ref}`);
    const command = commandOf(shown, 'The report is a mistake');
    expect(command).toBe(commandOf(refused, 'The report is a mistake'));
    const done = await house.say(command);
    expect(done.text).toContain('p1@example.net gets again what they agreed to');
    expect(done.hint).toContain('their provider may send all your mail to spam');
    expect(await left()).not.toContain('reported us as spam');
    expect(await house.say(command)).toMatchObject({ failed: true });
    house.now = new Date(house.now.getTime() + 3_600_000);
    await mailsIn(house, report('abuse', 1));
    expect(await left()).toContain('reported us as spam');
  });

  it('whose no is their own stays so: there is no mistake to take back', async () => {
    const ref = await refOf(2);
    await house.act(({ tx }) => tx`update consents set withdrawn_at = now() where address = 'p2@example.net'`);
    expect(await house.say(`/consent ${ref} mistake`)).toMatchObject({ failed: true });
  });
});

const returned = (text: string, head: Record<string, string> = {}) =>
  rawMail(
    { From: 'PostMaster@qq.example', Subject: '系统退信/System bounce', Date: house.now.toUTCString(), ...head },
    text,
  );

describe('a bounce that does not say of which mail it is', () => {
  it.each([
    [
      'QQ',
      '很抱歉您发送的邮件被退回\n退信原因 收件人邮件地址（p5@example.net）不存在，邮件无法送达。\nhost mx.qq.com said: 550 Mailbox not found',
      {},
    ],
    [
      'Exchange',
      'Your message did not reach some or all of the intended recipients.\n\nThe following recipient(s) could not be reached:\n\np5@example.net\nRemote server replied: 550 5.1.1 mailbox unavailable',
      { From: 'postmaster@outlook.example', Subject: 'Undeliverable: Spring tea' },
    ],
  ])('asks about whom a campaign was sent to lately: %s', async (_, text, head) => {
    await mailsIn(house, returned(text, head));
    const card = await lastCard();
    expect(card.title).toBe('↩︎ Did your mail to Person 5 come back?');
    expect(card.text).toContain('They were sent “Spring tea” lately');
    expect(await sql`select from campaign_deliveries where bounced_at is not null`).toEqual([]);
    await house.say(commandOf(card, 'Do not mail it'));
    const { way, to } = sink();
    await house.say('/campaign new Next to everybody\nNext\nHi');
    await house.say('/campaign 2 go 5');
    await sendCampaigns(house, way);
    expect(to()).toHaveLength(5);
    expect(to()).not.toContain('p5@example.net');
    await house.say('/undo');
  });

  it('control: about an address that nothing was sent to it stays in the list, and so it does a fortnight later', async () => {
    const before = (await house.cards()).length;
    const gone = (address: string) =>
      `Delivery to the following recipient failed permanently:\n\n${address}\n550 5.1.1 no such user`;
    await mailsIn(house, returned(gone('stranger@example.net'), { Subject: 'Undeliverable' }));
    house.now = new Date(house.now.getTime() + 14 * 24 * 3_600_000);
    await mailsIn(house, returned(gone('p5@example.net'), { Subject: 'Undeliverable' }));
    expect(await house.cards()).toHaveLength(before);
  });

  it('nor says who complained for certain: the owner may end it', async () => {
    await mailsIn(house, returned('x'), report('abuse', 3, false));
    expect(await complained()).toEqual([]);
  });
});
