import { beforeEach, describe, expect, it } from 'vitest';
import { PURPOSE } from '../../../src/domain/campaigns/sequences/recipe.ts';
import { addPeople, sendCampaigns, sink, tendSequences } from '../../support/campaigns.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

const house = withMail(await testHouse({ locale: 'en', businessName: 'Tea House' }));
const { sql } = house.db;
const HOUR_MS = 3_600_000;
let sent = sink();
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => addPeople(tx, 8));
    await house.say('/settings campaigns-a-week 0');
    await house.say('/settings sender Tea House, 1 Main Street, Bath');
    await house.say('/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}, it is here.');
    await house.say('/campaign 1 text zh\n春茶\n您好，春茶到了。');
    await house.act(({ tx }) => tx`update contacts set locale = 'zh-CN' where name in ('Person 4', 'Person 5')`);
    sent = sink();
    await house.say('/campaign 1 go 8');
    await sendCampaigns(house, sent.way);
  }),
);

const marked = (text: string) => text.replace(/^/gm, '> ');
const QUOTES = {
  gmail: (text: string) => `On Sat, Nov 21, 2026 at 12:00 PM Tea <shop@example.com> wrote:\n\n${marked(text)}`,
  german: (text: string) => `Am Sa., 21. Nov. 2026 um 12:00 Uhr schrieb Tea <shop@example.com>:\n\n${marked(text)}`,
  outlook: (text: string) =>
    `From: Tea <shop@example.com>\nSent: Saturday, November 21, 2026 12:00 PM\nTo: Person\nSubject: Spring tea\n\n${text}`,
  apple: (text: string) => `> On 21 Nov 2026, at 12:00, Tea <shop@example.com> wrote:\n> \n${marked(text)}`,
  qq: (text: string) =>
    `------------------ 原始邮件 ------------------\n发件人: "Tea" <shop@example.com>;\n发送时间: 2026年11月21日(星期六) 中午12:00\n收件人: "P"<p@example.net>;\n主题: 春茶\n\n${text}`,
  '163': (text: string) => `在 2026-11-21 12:00:00，"Tea" <shop@example.com> 写道：\n\n${text}`,
  bare: marked,
  'a program that shows only a link’s words': (text: string) => marked(text.replace(/ \(https?:[^)]*\)/g, '')),
  'a program that writes a link’s address behind it': (text: string) =>
    marked(text.replace(/ \((https?:[^)]*)\)/g, ' $1')),
};

/** What an answer to the mail that this person got is taken for, by its label. */
async function judged(nth: number, words: string, quoteOf: (text: string) => string, mails = sent.mails) {
  const mail = mails.find(({ to }) => to === `p${nth}@example.net`)!;
  const head = { From: `Person ${nth} <p${nth}@example.net>`, Subject: `Re: ${mail.subject}` };
  const date = new Date(house.now.getTime() + HOUR_MS).toUTCString();
  house.now = new Date(house.now.getTime() + 2 * HOUR_MS);
  await mailsIn(
    house,
    rawMail({ ...head, Date: date, 'In-Reply-To': mail.messageId }, `${words}\n\n${quoteOf(mail.text)}`),
  );
  const [last] = await sql<{ text: string; sublabel: string }>`
    select text, triage ->> 'sublabel' as sublabel from messages where direction = 'in' order by id desc limit 1`;
  return last!;
}

describe('an answer to a mail of a campaign is judged by its own words', () => {
  it.each(Object.keys(QUOTES) as (keyof typeof QUOTES)[])(
    'below them is what we wrote, as %s quotes it',
    async (by) => {
      expect(await judged(1, 'How much is it? I would like two.', QUOTES[by])).toMatchObject({
        text: 'How much is it? I would like two.',
        sublabel: expect.not.stringMatching('unsubscribe'),
      });
      const asked = await judged(4, '多少钱？我要两份', QUOTES[by]);
      expect(asked).toMatchObject({ text: '多少钱？我要两份', sublabel: expect.not.stringMatching('unsubscribe') });
    },
  );

  it('also when the words they got cannot be written any more', async () => {
    await house.act(({ tx }) => tx`update contacts set name = '13800138000' where name = 'Person 1'`);
    const { text, sublabel } = await judged(1, 'Do you ship to Spain?', QUOTES.gmail);
    expect(text).not.toContain('Unsubscribe');
    expect(sublabel).not.toBe('unsubscribe');
  });

  it('also below a follow-up, in either language', async () => {
    await house.act(({ tx }) => tx`update consents set purpose = ${PURPOSE.birthday}`);
    const card = await house.say('/sequence birthday');
    await house.say(buttonsOf(card).find(({ command }) => command.endsWith(' on'))!.command);
    const [one, two] = await sql<{
      id: string;
    }>`select id from contacts where name in ('Person 1', 'Person 4') order by id`;
    for (const { id } of [one!, two!]) await house.say(`/edit c${id} birthday 22 Nov 1990`);
    house.now = new Date('2026-11-22T01:05:00Z');
    const wishes = sink();
    await tendSequences(house);
    await sendCampaigns(house, wishes.way);
    expect(wishes.to()).toEqual(['p1@example.net', 'p4@example.net']);
    for (const [nth, words] of [
      [1, 'Thank you! Any new teas?'],
      [4, '谢谢！最近有什么新茶？'],
    ] as const)
      expect(await judged(nth, words, QUOTES.gmail, wishes.mails)).toMatchObject({
        text: words,
        sublabel: expect.not.stringMatching('unsubscribe'),
      });
  });

  it('control: what they write into it is theirs, also between our last lines', async () => {
    const inside = (text: string) =>
      QUOTES.gmail(text).replace('> Tea House, 1', 'Please unsubscribe me.\n> Tea House, 1');
    expect((await judged(1, 'See below', inside)).text).toContain('Please unsubscribe me.');
  });
});
