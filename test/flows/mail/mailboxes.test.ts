import { beforeEach, describe, expect, it } from 'vitest';
import { noteMailbox } from '../../../src/domain/desk/mailbox.ts';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';

const FIRST = 'mailbox:me@gmail.com · imap.gmail.com/INBOX';
const SECOND = 'mailbox:shop@qq.com · imap.qq.com/INBOX';

describe('a mailbox whose sign-in is refused', () => {
  let house: House;
  beforeEach(async () => {
    house = await testHouse({ locale: 'en' });
  });

  const refused = (proof = 'a1') => {
    house.now = new Date(house.now.getTime() + 1000);
    return house.act((ctx) => noteMailbox(ctx, FIRST, `login_refused:${proof}`, 'gmail'));
  };
  const titles = async () => (await house.cards()).map(({ title, text }) => title ?? text);
  const states = async () => {
    const { lists } = await house.say('/status');
    return lists![0]!.items.map(({ text }) => text).filter((text) => text?.includes('Mail in'));
  };

  it('is told once, with the next step, however often the service starts', async () => {
    await refused();
    await refused();
    const [card, ...more] = await house.cards();
    expect(more).toEqual([]);
    expect(card!.title).toBe('🔴 Mail in me@gmail.com · imap.gmail.com/INBOX: sign-in refused');
    expect(card!.text).toContain('myaccount.google.com/apppasswords');
    expect(buttonsOf(card!).map(({ command }) => command)).toEqual(['/retry mailbox']);
  });

  it('is told again when another password is refused, and when it was only unreachable before', async () => {
    await house.act((ctx) => noteMailbox(ctx, FIRST, 'unreachable:ECONNREFUSED', 'gmail'));
    await refused('a1');
    await refused('b2');
    expect((await titles()).map((title) => title?.split(': ')[0]?.split(' · ')[0])).toEqual([
      '🔴 Mail in me@gmail.com',
      '🔴 Mail in me@gmail.com',
      '🔴 Mail in me@gmail.com',
    ]);
  });

  it('is red in /status, the other mailbox green', async () => {
    await refused();
    await house.act((ctx) => noteMailbox(ctx, SECOND, '', 'qq'));
    expect(await states()).toEqual([
      '🔴 Mail in me@gmail.com · imap.gmail.com/INBOX',
      '🟢 Mail in shop@qq.com · imap.qq.com/INBOX',
    ]);
  });

  it('is tried again at the press of a button; what comes of it is told', async () => {
    await refused();
    expect((await house.press('🔁 Try again')).text).toBe('Signing in again. You will hear how it went.');
    await refused();
    expect(await titles()).toHaveLength(2 + 1);
    await house.say('/retry mailbox');
    await house.act((ctx) => noteMailbox(ctx, FIRST, '', 'gmail'));
    expect((await titles()).at(-1)).toBe('🟢 Mail in me@gmail.com · imap.gmail.com/INBOX works again.');
    expect((await house.say('/retry mailbox')).failed).toBe(true);
  });
});

describe('a Message-ID that comes again', () => {
  let house: House;
  beforeEach(async () => {
    house = await testHouse({ locale: 'en' });
  });

  const mail = (text: string, more: Partial<MessageReceived> = {}) =>
    house.happen(
      telegramMessage(text, {
        channel: 'email',
        chat: 'mei@example.net',
        private: false,
        from: { address: 'mei@example.net', name: 'Mei' },
        subject: 'Oolong',
        externalId: '<m1@example.net>',
        ...more,
      }),
    );
  const texts = async () =>
    (await house.db.sql<{ text: string }>`select text from messages order by id`).map(({ text }) => text);

  it('over the same words, wrapped anew, is the same message', async () => {
    await mail('Do you have 250 g in stock?');
    await mail('Do you have 250 g\nin stock?');
    expect(await texts()).toEqual(['Do you have 250 g in stock?']);
  });

  it('over other words is another message, and that is known again too', async () => {
    await mail('Do you have 250 g in stock?');
    await mail('Then send me 500 g.');
    await mail('Then send me 500 g.');
    expect(await texts()).toEqual(['Do you have 250 g in stock?', 'Then send me 500 g.']);
  });

  it('from somebody else begins a conversation of theirs', async () => {
    await mail('Do you have 250 g in stock?');
    await mail('Pay here.', { chat: 'm@example.org', from: { address: 'm@example.org', name: 'Mallory' } });
    const rows = await house.db.sql`select from conversations where channel = 'email'`;
    expect(rows).toHaveLength(2);
  });
});
