import { beforeEach, describe, expect, it } from 'vitest';
import { parseSms } from '../../../src/bots/sms/parse.ts';
import { remindOfQuotes } from '../../../src/jobs/quotes.ts';
import { buttonsOf, NOON, testHouse } from '../../support/house.ts';
import { webFormsOf } from '../../support/web_forms.ts';
import { asked, commandsOf, lastCard, linkOfQuote, sendQuote, toCustomer } from './steps.ts';

const house = await testHouse({ locale: 'en', currency: 'USD', businessName: 'Tea House', undoSend: 5 });
const browser = await webFormsOf(house);
const HUMAN = { 'user-agent': 'Mozilla/5.0 (iPhone) Safari/604.1', 'x-forwarded-for': '198.51.100.7' };
const ACCEPT = { act: 'accept', name: 'Anna Li', agree: 'yes' };

const states = async () =>
  (
    await house.db.sql<{ state: string; called: string | null }>`
      select state, number || case when revision > 1 then '-' || revision else '' end as called from quotes order by id`
  ).map(({ state, called }) => [called, state]);
const accept = async () => browser.post(await linkOfQuote(house), ACCEPT, HUMAN);
const acceptedCard = async () => (await house.cards()).findLast(({ title = '' }) => title.includes('has accepted'))!;
const button = (reply: Parameters<typeof buttonsOf>[0], label: string) =>
  buttonsOf(reply).find((one) => one.label === label)!;

beforeEach(
  house.startingWith(async () => {
    await asked(house);
    await house.say('/quote c1 Logo design 2x300 -10% valid until Friday');
  }),
);

describe('a quote that is shown before it leaves', () => {
  it.each([
    ['/quote 1 Card 1x5', 'the lines'],
    ['/quote 1 -5%', 'the discount'],
    ['/quote 1 plus 8% tax', 'the tax'],
    ['/quote 1 valid until 2026-12-24', 'how long it is valid'],
    ['/quote 1 terms: at once', 'the terms'],
    ['/quote 1 note: rush', 'the note'],
    ['/business bank 123', 'the head'],
  ])('says after %s that %s changed', async (line, what) => {
    await house.type('/quote 1 send');
    await house.say(line);
    await house.press('Send it');
    const { text } = await lastCard(house);
    expect(text).toMatch(/^Since that was shown, something has changed: /);
    expect(text).toContain(what);
    expect(await toCustomer(house)).toEqual([]);
  });

  it('says that its number changed where another one left meanwhile, and what would be replaced', async () => {
    await house.type('/quote 1 send');
    const older = button(await lastCard(house), 'Send it');
    await sendQuote(house);
    const again = await house.say(older.command);
    expect(again.text).toBe('Since that was shown, something has changed: its number. This is how it would be now:');
    expect(again.hint).toContain('Q-2026-001 is sent. What is sent now replaces it.');
    expect(await toCustomer(house)).toHaveLength(1);
  });

  it('is not sent any more once its customer has accepted, and says so', async () => {
    await sendQuote(house);
    await house.type('/quote 1 send');
    const again = button(await lastCard(house), 'Send it');
    await accept();
    expect((await house.say(again.command)).text).toBe('Anna has accepted Q-2026-001: nothing more was sent.');
    expect(await toCustomer(house)).toHaveLength(1);
  });

  it.each(['/quote 1 send', 'pressed'])(
    'is not sent once its last day is past, and asks until when (%s)',
    async (how) => {
      await house.type('/quote 1 send');
      const shown = button(await lastCard(house), 'Send it');
      house.now = new Date('2026-12-10T04:00:00Z');
      const late = await house.say(how === 'pressed' ? shown.command : how);
      expect(late).toMatchObject({ failed: true, text: 'It was valid until 2026-11-27. Until when now?' });
      expect(buttonsOf(late).map(({ label }) => label)).toEqual(['Until 2026-12-24', 'Until 2027-01-09']);
      expect((await house.say('/quote 1')).hint).toContain('It was valid until 2026-11-27');
      await house.say(buttonsOf(late)[0]!.command);
      expect((await house.say('/quote 1 send')).quote).toContain('valid until 2026-12-24');
      expect(await toCustomer(house)).toEqual([]);
    },
  );

  it('stands beside one that was accepted before, whose order is named', async () => {
    await sendQuote(house);
    await accept();
    await house.say('/reopen 1');
    expect((await house.say('/quote 1')).hint).toContain(
      'Q-2026-001 is accepted (order M-1) and stays so. What is sent now is another quote beside it.',
    );
    await sendQuote(house);
    await accept();
    expect(await states()).toEqual([
      ['Q-2026-001', 'accepted'],
      ['Q-2026-002', 'accepted'],
    ]);
    const told = await acceptedCard();
    expect(told.hint).toBe('Accepted before and still there: Q-2026-001 · M-1');
    expect(buttonsOf(told).map(({ label }) => label)).toContain('M-1');
  });
});

describe('a quote for somebody who cannot be written to', () => {
  const shown = async () => {
    await house.say('/add Wang 13800000000');
    await house.say('/quote c2 Tea set 2x300');
    return house.say('/quote 2 send');
  };

  it('is passed on by its owner: link, file or word, each gives it one number and counts as sent by them', async () => {
    const before = await shown();
    expect(before.title).toBe('Quote Q-2026-001 for Wang, which you pass on yourself');
    const labels = buttonsOf(before).map(({ label }) => label);
    expect(labels.slice(0, 4)).toEqual(['Link to copy', 'PDF here', 'I have given it to them', 'Change']);
    expect(before.attachments).toHaveLength(1);
    expect((await states()).filter(([called]) => called)).toEqual([]);
    const link = await house.say(button(before, 'Link to copy').command);
    expect(link.copy).toMatch(/quote Q-2026-001 for \$600\.00[\s\S]*https:\/\/crm\.example\.com\/q\//);
    expect(link.hint).toBe('Q-2026-001 counts as sent by you. We have sent nothing.');
    const file = await house.say(button(before, 'PDF here').command);
    expect(file.attachments![0]).toMatchObject({ name: 'Quote Q-2026-001.pdf' });
    const card = await house.say(button(before, 'I have given it to them').command);
    expect(card.fields!.find(({ label }) => label === 'Sent')!.value).toMatch(/, by you and not by us$/);
    expect((await states()).filter(([called]) => called)).toEqual([['Q-2026-001', 'sent']]);
    expect(await toCustomer(house)).toEqual([]);
    const [lead] = await house.db.sql`select stage from leads where id = 2`;
    expect(lead).toEqual({ stage: 'quoted' });
    await house.say('/undo');
    expect((await states()).filter(([called]) => called)).toEqual([]);
    await house.say(button(before, 'PDF here').command);
    expect((await states()).filter(([called]) => called)).toEqual([['Q-2026-001', 'sent']]);
  });

  it('is asked about and accepted on its page, and its owner gets words to pass on', async () => {
    const { copy } = await house.say(button(await shown(), 'Link to copy').command);
    const path = /https:\/\/crm\.example\.com(\/q\/\S+)/.exec(copy!)![1]!;
    for (let times = 0; times < 2; times += 1) await browser.post(path, { act: 'ask', question: 'With cups?' }, HUMAN);
    const told = (await house.cards()).filter(({ title = '' }) => title === 'Wang asks about quote Q-2026-001');
    expect(told.map(({ quote }) => quote)).toEqual(['With cups?']);
    const remind = await house.say('/quote Q-2026-001 remind');
    expect([remind.text, remind.copy!.includes(path)]).toEqual(['For Wang, to be copied:', true]);
    await browser.post(path, ACCEPT, HUMAN);
    expect((await states()).at(-1)).toEqual(['Q-2026-001', 'accepted']);
  });

  it('is not given where it has changed since', async () => {
    const before = await shown();
    await house.say('/quote 2 Cup 1x5');
    const late = await house.say(button(before, 'Link to copy').command);
    expect(late.text).toContain('something has changed: the lines');
    expect((await states()).filter(([called]) => called)).toEqual([]);
  });
});

describe('what was issued', () => {
  it('shows all that is written on it', async () => {
    await house.say('/quote 1 plus 13% tax');
    await house.say('/quote 1 terms: 50% up front');
    await house.say('/quote 1 note: rush');
    await sendQuote(house);
    const fields = (await house.say('/quote Q-2026-001')).fields!.map(({ label, value }) => `${label}: ${value}`);
    expect(fields.slice(0, 7)).toEqual([
      ...['Subtotal: $600.00', 'Discount: -$60.00', 'Tax 13%: $70.20', 'Total: $610.20'],
      ...['Valid until: 2026-11-27', 'Terms: 50% up front', 'Note: rush'],
    ]);
  });

  it.each(['/quote 1 note: rush', '/quote 1 Card 3x300'])(
    'keeps what an undo of %s would take out of it',
    async (line) => {
      await house.say(line);
      await sendQuote(house);
      const id = (await house.db.sql<{ id: string }>`select max(id) as id from journal where command = ${line}`)[0]!.id;
      const before = await house.state();
      const kept = await house.say(`/undo ${id}`);
      expect([kept.failed, kept.text]).toEqual([true, expect.stringContaining('Q-2026-001 was issued with that')]);
      expect(commandsOf(kept)).toEqual(['/quote 1', '/quote Q-2026-001 revoke']);
      expect(await house.state()).toEqual(before);
      // control: what was said after it is the draft's alone
      await house.say('/quote 1 Stamp 1x9');
      expect((await house.say('/undo')).text).toBe('↩︎ Undone: /quote 1 Stamp 1x9');
    },
  );

  it('cannot be called back by a bare undo, which offers to withdraw it, and to take back what its customer decided', async () => {
    await sendQuote(house);
    const left = await house.say('/undo');
    expect(left.text).toContain('Q-2026-001 has left to Anna and cannot be called back');
    expect(commandsOf(left)).toEqual(['/quote Q-2026-001 revoke', '/quote Q-2026-001']);
    await accept();
    const decided = await house.say('/undo');
    expect(buttonsOf(decided).map(({ label }) => label)).toEqual(['Undo the acceptance of Q-2026-001', 'Q-2026-001']);
    const order = button(await acceptedCard(), 'The order');
    await house.press(order);
    expect((await lastCard(house)).failed).not.toBe(true);
    expect((await house.say(commandsOf(decided)[0]!)).text).toBe('↩︎ Undone: the acceptance of Q-2026-001');
    expect(await states()).toEqual([['Q-2026-001', 'sent']]);
    await house.press(order);
    expect((await lastCard(house)).text).toBe('That order is not there any more.');
  });

  it('is named where its lead is lost: what can still be accepted, or was', async () => {
    await sendQuote(house);
    const lost = await house.say('/lost 1 too dear');
    expect(lost.text).toContain('Q-2026-001 can still be accepted on its page.');
    expect(commandsOf(lost)).toContain('/quote Q-2026-001 revoke');
    house.now = new Date('2026-11-26T02:00:00Z');
    await house.act(remindOfQuotes);
    expect((await house.cards()).filter(({ title = '' }) => title.includes('expires'))).toEqual([]);
    await accept();
    expect((await acceptedCard()).hint).toBe('Its lead had been lost; it is won now.');
    const after = await house.say('/lost 1 too dear');
    expect(after.text).toContain('Q-2026-001 was accepted by its customer; order M-1 stays.');
    expect(buttonsOf(after).map(({ label }) => label)).toContain('The order');
  });

  it('is reminded of in words that are true on that day', async () => {
    await sendQuote(house);
    expect((await house.say('/quote Q-2026-001 nudge')).quote).toContain('which is valid until 2026-11-27');
    house.now = new Date('2026-11-29T04:00:00Z');
    const { quote } = await house.say('/quote Q-2026-001 nudge');
    expect(quote).toContain('was valid until 2026-11-27');
    expect(quote).not.toContain('is valid');
  });
});

describe('its page', () => {
  it('says when it was accepted by the date and the zone, also later', async () => {
    await sendQuote(house);
    await accept();
    house.now = new Date('2026-11-23T04:00:00Z');
    const { html } = await browser.get(await linkOfQuote(house), HUMAN);
    expect(html).toContain('Accepted by Anna Li on 2026-11-21 12:00 (UTC+8)');
  });

  it('keeps what is typed as it is, also around a NUL', async () => {
    await sendQuote(house);
    await browser.post(await linkOfQuote(house), 'act=accept&agree=yes&name=A%00ok+%E5%BC%A0%00x', HUMAN);
    const [row] = await house.db.sql`select decided ->> 'name' as name from quotes`;
    expect(row).toEqual({ name: 'Aok 张x' });
  });
});

describe('numbers of quotes', () => {
  it.each([
    ['Q-YYYY-MM-##', true],
    ['QYYYYMM###', true],
    ['Q-yyyy-##', true],
    ['Q-YY-###', true],
    ['COMM-YYYY-###', false],
    ['ODD-###', false],
    ['YYYY-###', false],
  ])('%s is refused: %s', async (style, refused) => {
    expect((await house.say(`/business numbers ${style}`)).failed === true).toBe(refused);
  });
});

describe('a quote by', () => {
  it('mail leaves as an answer in the thread, with the file and the link', async () => {
    await house.say('/add Bo bo@x.example');
    await house.say('/quote c2 Poster 1x50');
    await sendQuote(house, '2');
    const [row] = await toCustomer(house);
    expect(row).toMatchObject({ channel: 'email', address: 'bo@x.example', state: 'sent' });
    const { reply } = row!.payload as { reply: { text: string; attachments: { name: string }[] } };
    expect(reply.text).toContain(`https://crm.example.com${await linkOfQuote(house)}`);
    expect(reply.attachments.map(({ name }) => name)).toEqual(['Quote Q-2026-001.pdf']);
  });

  it('text leaves with its link alone, which is accepted', async () => {
    const form = { MessageSid: 'SM1', From: '+8613800138000', To: '+15550002222', Body: 'A poster?', NumMedia: '0' };
    const body = Buffer.from(new URLSearchParams(form).toString());
    await house.happen(
      parseSms({
        ...{ id: '1', source: 'sms', externalId: 'e1', lane: 'sms', attempts: 1, receivedAt: NOON },
        ...{ headers: { kind: 'twilio_message' }, body },
      }),
    );
    await house.say('/quote c2 Poster 1x50');
    const shown = await house.say('/quote 2 send');
    expect(shown.attachments).toBeUndefined();
    await sendQuote(house, '2');
    const [row] = await toCustomer(house);
    expect(row).toMatchObject({ channel: 'sms', address: '+8613800138000', state: 'sent' });
    const { reply } = row!.payload as { reply: { text: string; attachments?: unknown[] } };
    expect([reply.text.includes(await linkOfQuote(house)), reply.attachments ?? []]).toEqual([true, []]);
    await accept();
    expect((await states()).at(-1)).toEqual(['Q-2026-001', 'accepted']);
  });
});
