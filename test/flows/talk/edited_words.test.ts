import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let nth = 0;
let channel: 'telegram' | 'slack' = 'telegram';

const COMPLAINT = 'Outrageous, it arrived broken and I want my money back!';

beforeEach(async () => {
  channel = 'telegram';
  await house.reset();
});

const from = { address: '77', name: 'Dave' };
const later = () => new Date(house.now.getTime() + ++nth * 10);

const dave = (text: string, externalId = 'm1', more: Partial<MessageReceived> = {}) =>
  house.happen(telegramMessage(text, { channel, from, chat: '77', externalId, sentAt: later(), ...more }));

const changes = (text: string, externalId = 'm1') =>
  house.happen({
    ...{ kind: 'message.edited' as const, channel, chat: '77', from, externalId, text },
    editedAt: later(),
  });

const withdraws = (...externalIds: string[]) =>
  house.happen({ ...{ kind: 'messages.withdrawn' as const, channel, chat: '77', from, externalIds } });

const waits = async () => (await house.say('/inbox')).lists?.flatMap(({ items }) => items).length ?? 0;
const open = async (table: 'tickets' | 'leads' | 'feedback') =>
  house.db.sql.unsafe<{ title: string }>(`select * from ${table} order by id`);
const changeCard = async (): Promise<Reply> =>
  (await house.cards()).findLast(({ title }) => /changed a message|withdrew/.test(title ?? ''))!;
const labelled = (reply: Reply) => Object.fromEntries((reply.fields ?? []).map(({ label, value }) => [label, value]));
const answers = async (text: string) => {
  await house.deliver();
  const card = (await house.outbox()).findLast(
    ({ channel: desk, audience, conversationId }) => desk === 'telegram' && audience === 'owner' && conversationId,
  )!;
  await house.type(text, { answers: [card.externalId!] });
  await house.deliver();
};

describe.each(['telegram', 'slack'] as const)('what a customer changes a message to, by %s,', (where) => {
  beforeEach(() => {
    channel = where;
  });

  it('is filed as a message of these words, and marked as urgent', async () => {
    await dave('hello');
    await house.deliver();
    await changes(COMPLAINT);
    expect(await open('tickets')).toMatchObject([{ title: COMPLAINT }]);
    const card = await changeCard();
    expect(labelled(card)).toMatchObject({ Urgent: expect.any(String), 'Filed as': expect.stringMatching(/^Ticket/) });
    expect(buttonsOf(card).map(({ command }) => command)).toContain('/resolve 1');
  });

  it('goes through while the owner is away', async () => {
    await house.say('/away 2h');
    await dave('hello');
    expect(
      (await house.outbox()).filter(({ audience, conversationId }) => audience === 'owner' && conversationId),
    ).toEqual([]);
    await changes(COMPLAINT);
    expect((await changeCard()).quote).toBe(COMPLAINT);
    const [row] = (await house.outbox()).filter(({ idempotencyKey }) => idempotencyKey.startsWith('edit:'));
    const [{ quiet } = { quiet: true }] = await house.db.sql<{
      quiet: boolean;
    }>`select quiet from outbox where id = ${row!.id}`;
    expect(quiet).toBe(false);
  });

  it('takes back what was filed of the earlier words alone, and is waited for by nobody', async () => {
    await dave(COMPLAINT);
    await house.deliver();
    await changes('Thank you so much!');
    expect(await open('tickets')).toEqual([]);
    expect(labelled(await changeCard())).toMatchObject({ 'Taken off the list': 'Ticket #1' });
    expect(await waits()).toBe(0);
  });

  it('waits for an answer of its own where the earlier words had one', async () => {
    await dave('Thanks!');
    await answers('You are welcome');
    expect(await waits()).toBe(0);
    await changes(COMPLAINT);
    expect(await waits()).toBe(1);
    expect((await house.say('/inbox v1')).quote).toBe(`${COMPLAINT} (edited)`);
    await answers('I am sorry, the money is on its way');
    expect(await waits()).toBe(0);
  });
});

describe('a change of words', () => {
  it('leaves a ticket that a user has worked on, and says so', async () => {
    await dave(COMPLAINT);
    await answers('I am looking into it');
    await changes('Thank you so much!');
    expect(await open('tickets')).toHaveLength(1);
    expect(labelled(await changeCard())).toMatchObject({ 'Stays open': 'Ticket #1' });
  });

  it('leaves a ticket that later words go on with', async () => {
    await dave(COMPLAINT);
    await dave('The second parcel is broken as well, please refund it', 'm2');
    await changes('Thank you so much!');
    expect(await open('tickets')).toHaveLength(1);
  });

  it('keeps the number of a ticket that it still is, with the new words', async () => {
    await dave(COMPLAINT);
    await changes('My order arrived broken and I want a replacement today!');
    expect(await open('tickets')).toMatchObject([
      { id: '1', title: 'My order arrived broken and I want a replacement today!' },
    ]);
  });

  it('turns a ticket into the lead it is now', async () => {
    await dave('My parcel never arrived, where is it?');
    expect(await open('tickets')).toHaveLength(1);
    await changes('How much are 20 of the blue cups?');
    expect(await open('tickets')).toEqual([]);
    expect(await open('leads')).toMatchObject([{ title: 'How much are 20 of the blue cups?' }]);
  });

  it('does not take a number that has grown for one that stays', async () => {
    await dave('How much are cups for 20');
    expect(await open('leads')).toHaveLength(1);
    await changes('How much are cups for 200 you sent me, they arrived broken and I want a refund');
    expect(await open('tickets')).toHaveLength(1);
    expect(await open('leads')).toEqual([]);
  });

  it('leaves what it only adds to, or what it may still be', async () => {
    await dave('How much are 20 of the blue cups?');
    await changes('How much are 30 of the blue cups? And cancel my old order');
    expect(await open('leads')).toHaveLength(1);
    await changes('How much are 30 of the blue cups? And cancel my old order, it arrived broken and I want a refund');
    expect(await open('leads')).toHaveLength(1);
    expect(await open('tickets')).toHaveLength(1);
  });

  it('follows feedback', async () => {
    await dave('The new packaging looks wonderful, I love it!');
    expect(await open('feedback')).toHaveLength(1);
    await changes(COMPLAINT);
    expect(await open('feedback')).toEqual([]);
    expect(await open('tickets')).toHaveLength(1);
  });

  it('does not change what a user has filed, shows what it looks like now, and waits', async () => {
    await dave('hello');
    await house.deliver();
    await house.press('/file 1 feedback');
    expect(await waits()).toBe(0);
    await changes(COMPLAINT);
    expect((await house.db.sql`select triage ->> 'label' as label from messages where direction = 'in'`)[0]).toEqual({
      label: 'feedback',
    });
    expect(labelled(await changeCard())).toMatchObject({
      'You filed it as': 'Feedback',
      'Now looks like': expect.stringMatching(/Ticket/),
    });
  });

  it('waits again where a user had said that it is nothing, until they say so of the new words', async () => {
    await dave('hello');
    await house.deliver();
    await house.say('/file 1 other');
    expect(await waits()).toBe(0);
    await changes(COMPLAINT);
    expect(await waits()).toBe(1);
    await house.say('/file 1 other');
    expect(await waits()).toBe(0);
  });

  it('wakes nobody and waits for nobody where only marks and capitals change', async () => {
    await dave('Thanks');
    await answers('You are welcome');
    await changes('thanks!!');
    expect(await waits()).toBe(0);
    expect((await changeCard()).fields).toEqual([{ label: 'You had answered', value: 'You are welcome' }]);
  });

  it('is ended by “answered” like any words', async () => {
    await dave('Thanks!');
    await answers('You are welcome');
    await changes(COMPLAINT);
    await house.deliver();
    await house.say('/answered v1');
    expect(await waits()).toBe(0);
  });

  it('marks a card that has not left yet, or takes its mark', async () => {
    await house.say('/settings quiet 00:00-23:59');
    const marked = async () => labelled((await house.cards()).find(({ title }) => title?.startsWith('💬'))!).Urgent;
    await dave('hello');
    expect(await marked()).toBeUndefined();
    await changes(COMPLAINT);
    expect(await marked()).toBeDefined();
    await changes('hello');
    expect(await marked()).toBeUndefined();
  });

  it('reopens what waited for the customer', async () => {
    await dave(COMPLAINT);
    await answers('Could you send a photo?');
    expect(await open('tickets')).toMatchObject([{ state: 'pending' }]);
    await changes(`${COMPLAINT} It is the blue cup, order 3001`);
    expect(await open('tickets')).toMatchObject([{ state: 'open' }]);
  });
});

describe('what a customer takes back', () => {
  it('is waited for by nobody, and its ticket goes, which one tap brings back', async () => {
    await dave(COMPLAINT);
    await house.deliver();
    await withdraws('m1');
    expect(await open('tickets')).toEqual([]);
    expect(await waits()).toBe(0);
    expect(labelled(await changeCard())).toEqual({ 'Taken off the list': 'Ticket #1' });
    await house.press('/file 1 ticket');
    expect(await open('tickets')).toMatchObject([{ title: COMPLAINT }]);
    expect(await waits()).toBe(1);
  });

  it('leaves what a user has worked on, and says so', async () => {
    await dave(COMPLAINT);
    await answers('I am looking into it');
    await withdraws('m1');
    expect(await open('tickets')).toHaveLength(1);
    expect(labelled(await changeCard())).toEqual({
      'Stays open': 'Ticket #1',
      'You had answered': 'I am looking into it',
    });
  });

  it('changes nothing where nobody says who deleted it', async () => {
    await dave(COMPLAINT);
    await house.happen({ ...{ kind: 'messages.withdrawn' as const, channel, chat: '77', externalIds: ['m1'] } });
    expect(await open('tickets')).toHaveLength(1);
    expect(await waits()).toBe(1);
  });
});
