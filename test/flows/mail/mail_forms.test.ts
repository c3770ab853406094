import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

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
    '%s: is told with what was typed, and nobody is offered to be answered there',
    async (typed) => {
      await mailsIn(house, rawMail(HEAD, `Name: Kim Berg\nEmail: ${typed}\nMessage: Do you ship to Norway?`));
      const card = await lastCard();
      expect(JSON.stringify(card.fields)).toContain(`“${typed}” was typed for the mail address`);
      expect(card.quote).toContain('Do you ship to Norway?');
      expect(buttonsOf(card).some(({ command }) => command.includes('@'))).toBe(false);
      expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Kim Berg' }]);
      expect(await house.db.sql`select from contact_identities where address ~ 'kim.*@'`).toEqual([]);
    },
  );
});

it('a ticket made of a form is called by what was written, not by the site or its labels', async () => {
  await mailsIn(
    house,
    rawMail(HEAD, 'Name: Zoe\nEmail: zoe@berg.example\nMessage: My pot arrived broken, I want a refund.'),
  );
  expect(await house.db.sql`select title from tickets`).toEqual([{ title: 'My pot arrived broken, I want a refund.' }]);
});

describe('many forms of one website within a minute', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, nth) =>
      rawMail(HEAD, `Name: Visitor ${nth}\nEmail: visitor${nth}@berg.example\nMessage: Do you have ${nth} cups?`),
    );
  const told = async () =>
    (await house.outbox()).filter(({ audience, state }) => audience === 'owner' && state !== 'cancelled');
  const arrive = async () => {
    for (const mail of many(25)) {
      await mailsIn(house, mail);
      await house.deliver();
    }
  };

  it('are a few cards and one that counts the rest, and everybody is a contact of their own', async () => {
    await arrive();
    const cards = await told();
    expect(cards.length).toBeLessThan(10);
    expect(cards.at(-1)).toMatchObject({ state: 'queued', conversationId: null });
    expect(JSON.stringify(cards.at(-1)!.payload)).toMatch(/\d\d forms filled in on your website/);
    expect(await house.db.sql`select from contacts`).toHaveLength(25);
    expect(await house.db.sql`select from messages`).toHaveLength(25);
  });

  it('are each shown by a tap as they would have been told alone, and answered there', async () => {
    await arrive();
    const [row] = await house.db.sql<{ id: string }>`
      select id from outbox where shown_by is not null and payload::text like '%12 cups%'`;
    const shown = await house.say(`/told o${row!.id}`);
    expect(shown.quote).toContain('Do you have 12 cups?');
    expect(buttonsOf(shown).some(({ command }) => /^\/reply c\d+/.test(command))).toBe(true);
  });

  it('are answered from the card of all by nobody’s guess', async () => {
    await arrive();
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    const card = (await told()).findLast(({ idempotencyKey }) => idempotencyKey.startsWith('together:'))!;
    await house.type('Yes, we have', { answers: [card.externalId!] });
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
    expect((await lastCard()).text).toBe('What shall I do with this?');
  });

  it('are not answered before they were shown: whoever waits on the card of all goes on waiting', async () => {
    await arrive();
    await house.say('/reply visitor20@berg.example In the meantime: hello');
    const [waits] = await house.db.sql`
      select v.waiting_since is not null as waits from conversations v join contacts c on c.id = v.contact_id
      where c.name = 'Visitor 20'`;
    expect(waits).toEqual({ waits: true });
  });

  it('does not hold up what is urgent', async () => {
    await arrive();
    await mailsIn(
      house,
      rawMail(HEAD, 'Name: Zoe\nEmail: zoe@berg.example\nMessage: I was charged twice, I want a refund at once!!!'),
    );
    const [row] = await house.db.sql<{ kind: string | null; by: string | null }>`
      select shows_kind as kind, shown_by as by from outbox where payload::text like '%charged twice%'`;
    expect(row).toEqual({ kind: null, by: null });
  });
});

const leave = async () => {
  house.now = new Date();
  await house.say('/away until tomorrow 10:00');
};
/** What is told at once, whoever is away. */
const ringing = () => house.db.sql`
  select from outbox where audience = 'owner' and payload ->> 'kind' = 'message' and run_at < now() + interval '1 minute'
    and payload::text like '%Email: kim@berg%'`;

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

  const SAID = 'My kettle exploded and my hand is burnt, I want my money back today';
  it.each([
    ['in the field for it', `${FIELDS}\nMessage: ${SAID}`],
    ['above the fields', `${SAID}\n${FIELDS}\nMessage: Hi`],
    ['below a rule', `${FIELDS}\nMessage: Hi\n---\n${SAID}`],
    ['on a line that begins like a field', `${FIELDS}\nMessage: Hi\nDate: ${SAID}`],
    ['below a field for something else', `${FIELDS}\nMessage: Hi\nCompany: none\n${SAID}`],
    ['in a field for something else', `${FIELDS}\nTopic: ${SAID}\nMessage: Hi`],
    ['below a question of the shop’s own', `${FIELDS}\nAnything else?\n${SAID}`],
  ])('%s: what hurts is heard and filed wherever it stands', async (_, text) => {
    await leave();
    await mailsIn(house, rawMail(HEAD, text));
    expect(await taken()).toMatchObject({ label: 'ticket' });
    expect(await ringing()).toHaveLength(1);
  });

  it.each(['Hi', 'Do you ship to Norway?'])('control: “%s” waits for the owner’s return', async (words) => {
    await leave();
    await mailsIn(house, rawMail(HEAD, `${FIELDS}\nMessage: ${words}`));
    await mailsIn(house, rawMail(HEAD, `Name: Kim\nEmail: kim@berg\nMessage: ${words}`));
    expect(await ringing()).toEqual([]);
  });

  it('rings where it is urgent, though no address is in it', async () => {
    await leave();
    await mailsIn(house, rawMail(HEAD, `Name: Kim\nEmail: kim@berg\nMessage: ${SAID}`));
    expect(await ringing()).toHaveLength(1);
  });

  it('is what the owner says it is, and that is learned of its words, without its labels', async () => {
    const words = 'Do you have green cups in stock?';
    await mailsIn(house, rawMail(HEAD, `${FIELDS}\nCompany: Berg\nMessage: ${words}`));
    const [message] = await house.db.sql<{ id: string }>`select id from messages`;
    for (const label of ['ticket', 'feedback']) await house.say(`/file ${message!.id} ${label}`);
    const learned = await house.db.sql`select distinct text from triage_corrections`;
    expect(learned).toEqual([{ text: words }]);
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
