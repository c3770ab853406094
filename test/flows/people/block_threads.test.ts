import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';
import { mailMessage as mail } from '../../support/letters/mail_message.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

const BOB = 'bob@s.org';
const ANN = 'ann@b.org';
const CARL = 'carl@b.org';

const answer = async () => {
  const sent = (await house.outbox()).filter(({ audience }) => audience === 'customer').at(-1)!;
  const { subject, copies = [], references = [] } = sent.payload as Record<string, unknown>;
  return { to: sent.address, subject, copies, references };
};
const itemsOf = async (command: string) => (await house.say(command)).lists?.[0]?.items ?? [];

/** Bob (c1) writes, then Ann (c2) with Bob in copy (v2). */
async function annAndBob(): Promise<void> {
  await house.happen(mail(BOB, 'buy SEO', { subject: 'SEO' }));
  await house.happen(mail(ANN, 'Twenty cups, please', { externalId: '<ann@x>', copied: [BOB, CARL] }));
}
const inHerThread = (from: string, text: string, more: Partial<MessageReceived> = {}) =>
  mail(from, text, { answers: ['<ann@x>'], ...more });

describe('what nobody was shown', () => {
  beforeEach(async () => {
    await annAndBob();
    await house.say('/block c1');
    await house.happen(inHerThread(BOB, 'secret words', { subject: 'CHEAP SEO', copied: ['x@s.org'] }));
  });

  it('decides nothing of an answer: not the subject, not who gets a copy, not what it answers', async () => {
    await house.say('/reply c2 We do');
    expect(await answer()).toMatchObject({ to: ANN, subject: 'My order', copies: [CARL] });
    expect((await answer()).references).toEqual(['<ann@x>']);
  });

  it('is not among the customer’s words, wherever they are shown', async () => {
    for (const command of ['/inbox', '/inbox v2', '/timeline c2', '/contact c2']) {
      expect(JSON.stringify(await house.say(command)), command).not.toContain('secret');
    }
    expect(await house.say('/search secret')).toMatchObject({ failed: true });
    await house.happen(inHerThread(ANN, 'And saucers?'), inHerThread(ANN, 'Ten'), inHerThread(ANN, 'Today'));
    const shown = (await house.outbox())
      .filter(({ state }) => state === 'queued')
      .map(({ payload }) => JSON.stringify(payload));
    expect(shown.some((card) => card.includes('Twenty cups, please\\nAnd saucers?\\nTen\\nToday'))).toBe(true);
  });

  it('is no answer to what we asked', async () => {
    await house.say('/reply c2 How many?');
    await house.happen(inHerThread(BOB, 'more'));
    expect((await itemsOf('/find owes:them')).length).toBe(1);
  });

  it('is listed under who wrote it, shown when they are heard again, and undone exactly', async () => {
    const [item, ...more] = await itemsOf('/blocked');
    expect(more).toEqual([]);
    expect([item?.text, item?.detail]).toEqual(['bob', expect.stringContaining('1 message not')]);
    const held = await house.state();
    const over = await house.say('/unblock c1');
    expect(over.text).toContain('1 message');
    expect(over.lists![0]!.items[0]?.text).toContain('secret words');
    expect(JSON.stringify(await house.say('/timeline c2'))).toContain('secret words');
    expect(await itemsOf('/blocked')).toEqual([]);
    await house.say('/undo');
    expect(await house.state()).toEqual(held);
  });

  it('stays the writer’s when the thread’s customer is blocked and heard again', async () => {
    await house.say('/block c2');
    expect((await house.say('/unblock c2')).lists).toBeUndefined();
    expect((await itemsOf('/blocked')).map(({ text }) => text)).toEqual(['bob']);
  });

  it('is shown, and on nobody’s list any more, when the block is undone', async () => {
    await house.say('/undo');
    await house.say('/block c1');
    await house.happen(inHerThread(BOB, 'hidden again'));
    const undone = await house.say('/undo');
    expect(JSON.stringify(undone.lists)).toContain('hidden again');
    expect(JSON.stringify(await house.say('/timeline c2'))).toContain('hidden again');
    expect(await itemsOf('/blocked')).toEqual([]);
  });
});

describe('a machine’s mail in a thread', () => {
  it.each(['auto_reply', 'calendar'] as const)('(%s) decides nothing of the next answer', async (automatic) => {
    await annAndBob();
    await house.happen(inHerThread(ANN, 'I am away', { automatic, subject: 'Out of office: My order' }));
    await house.say('/reply c2 We do');
    expect(await answer()).toMatchObject({ subject: 'My order', copies: [BOB, CARL], references: ['<ann@x>'] });
    expect(JSON.stringify(await itemsOf('/inbox'))).not.toContain('away');
  });

  it('that somebody says a person wrote decides like any other', async () => {
    await annAndBob();
    const other = 'Another matter';
    await house.happen(inHerThread(ANN, 'Do you have tea?', { automatic: 'auto_reply', subject: other }));
    const [row] = await house.db.sql<{ id: string }>`select max(id) as id from messages`;
    await house.press(`/person m${row!.id}`);
    await house.say('/reply c2 We do');
    expect((await answer()).subject).toBe(other);
  });

  it('says nothing of the language its sender speaks', async () => {
    await house.happen(mail(ANN, 'Twenty cups, please, as soon as you can', { externalId: '<ann@x>' }));
    await house.happen(
      inHerThread(ANN, '您好，我正在休假，回来后会尽快回复您的邮件。', {
        automatic: 'auto_reply',
        subject: '自动回复',
      }),
    );
    expect(await house.db.sql`select locale from contacts`).toEqual([{ locale: 'en' }]);
  });
});

describe('somebody blocked', () => {
  it('gets no copy, though the customer’s last mail went there or they wrote last themselves', async () => {
    await annAndBob();
    await house.happen(inHerThread(BOB, 'I pay'));
    await house.say('/block c1');
    await house.say('/reply c2 We do');
    expect(await answer()).toMatchObject({ to: ANN, copies: [CARL] });
  });

  it('whose thread it is gets no answer to what somebody else wrote in it; the automatic one goes to who wrote', async () => {
    await house.happen(mail(ANN, 'Twenty cups, please', { externalId: '<ann@x>', copied: [CARL] }));
    await house.say('/block c1');
    await house.say('/away 3d');
    await house.happen(inHerThread(CARL, 'It is my order really. Do you have them?'));
    const said = (await house.outbox()).filter(({ audience }) => audience === 'customer');
    expect(said.map(({ address }) => address)).toEqual([CARL]);
    expect((await itemsOf('/inbox')).length).toBe(1);
    await house.say('/away off');
    await house.type('/reply c2 nothing');
    await house.say('/reply c1 We do');
    expect(await answer()).toMatchObject({ to: CARL, copies: [] });
  });

  it('leaves in the line whoever else waits in their thread', async () => {
    await annAndBob();
    await house.happen(inHerThread(CARL, 'When does it come?'));
    await house.say('/block c2');
    expect((await itemsOf('/inbox')).map(({ text }) => text)).toEqual(['carl (in ann’s thread): When does it come?']);
  });

  it('is still blocked after a split, on both sides', async () => {
    await house.happen(mail(BOB, 'buy SEO'));
    await house.say('/edit c1 bob@home.org');
    await house.say('/block c1');
    await house.say('/split c1 email:bob@home.org');
    const before = (await house.cards()).length;
    await house.happen(mail('bob@home.org', 'buy more'), mail(BOB, 'buy most'));
    expect((await house.cards()).slice(before)).toEqual([]);
    expect((await itemsOf('/blocked')).length).toBe(2);
    await house.say('/undo');
    expect((await itemsOf('/blocked')).length).toBe(1);
  });

  it('is found by what the owner has done; who has closed a chat to us is another question', async () => {
    await house.happen(mail(BOB, 'buy SEO'), telegramMessage('Hi', { externalId: 't' }));
    await house.say('/block c1');
    await house.happen({ kind: 'identity.blocked', channel: 'telegram', address: '1001', blocked: true });
    const found = async (filter: string) => (await itemsOf(`/find ${filter}`)).map(({ ref }) => ref);
    expect(await found('blocked:yes')).toEqual(['c1']);
    expect(await found('closed:yes')).toEqual(['c2']);
    expect(await found('拉黑:否')).toEqual(['c2']);
    expect(await found('屏蔽:否')).toEqual(['c1']);
  });
});

describe('words of somebody blocked afterwards', () => {
  const DORA = 'dora@b.org';
  const at = (seconds: number) => ({ sentAt: new Date(house.now.getTime() + seconds * 1000) });
  /** Ann (c1) begins, Dora asks in her thread (v1), Carl writes last. */
  async function doraAsks(): Promise<void> {
    await house.happen(mail(ANN, 'Order?', { externalId: '<ann@x>', copied: [CARL, DORA], ...at(0) }));
    await house.say('/reply v1 noted');
    await house.happen(
      inHerThread(DORA, 'When does it come?', {
        subject: 'Parcel',
        copied: [ANN, CARL],
        externalId: '<dora@x>',
        ...at(1),
      }),
    );
    await house.happen(inHerThread(CARL, 'You crooks', { subject: 'CROOKS', externalId: '<carl@x>', ...at(2) }));
  }

  it('decide nothing of an answer: it goes to whoever is shown to wait, under their subject', async () => {
    await doraAsks();
    await house.say('/block carl');
    const card = await house.say('/inbox v1');
    expect(card.goesTo).toEqual({ address: ANN, copies: [DORA] });
    expect(JSON.stringify(card)).not.toMatch(/crooks/i);
    await house.say('/reply v1 Tomorrow');
    expect(await answer()).toEqual({
      to: ANN,
      subject: 'Parcel',
      copies: [DORA],
      references: ['<ann@x>', '<dora@x>'],
    });
  });

  it('do not get the answer in the thread of somebody blocked as well', async () => {
    await doraAsks();
    await house.say('/block c1');
    await house.say('/block carl');
    expect((await house.say('/inbox v1')).goesTo).toEqual({ address: DORA, copies: [] });
    await house.say('/reply v1 Tomorrow');
    expect(await answer()).toMatchObject({ to: DORA, subject: 'Parcel', copies: [] });
  });

  it('take nobody’s answer along when the blocked customer wrote last in their own thread', async () => {
    await doraAsks();
    await house.happen(inHerThread(ANN, 'Forget it', { subject: 'Bye', ...at(3) }));
    await house.say('/block c1');
    await house.say('/block carl');
    await house.say('/reply v1 Tomorrow');
    expect(await answer()).toMatchObject({ to: DORA, subject: 'Parcel' });
  });

  it('leave the subject to the customer’s own where nobody is heard any more', async () => {
    await house.happen(mail(ANN, 'Order?', { externalId: '<ann@x>', subject: 'Cups', copied: [CARL], ...at(0) }));
    await house.happen(inHerThread(CARL, 'You crooks', { subject: 'CROOKS', ...at(1) }));
    await house.say('/block carl');
    await house.say('/block c1');
    expect(await house.say('/inbox v1')).toMatchObject({ goesTo: { address: ANN, copies: [] } });
    expect((await house.say('/inbox v1')).title).toContain('Cups');
  });

  it('make no second conversation likely', async () => {
    await house.happen(mail(ANN, 'Order?', { externalId: '<a1@x>', subject: 'Order', ...at(0) }));
    await house.happen(mail(ANN, 'Salary?', { externalId: '<a2@x>', subject: 'Salary', copied: [CARL], ...at(1) }));
    await house.happen(mail(CARL, 'Carl speaks', { answers: ['<a2@x>'], subject: 'Salary', ...at(2) }));
    expect((await house.say('/reply ann Here it is')).text).toContain('Which');
    await house.say('/block carl');
    await house.say('/reply ann Here it is');
    expect(await answer()).toMatchObject({ to: ANN });
  });

  it('are no answer to what we asked the customer, whose own words are, blocked or not', async () => {
    await house.happen(mail(ANN, 'Order?', { externalId: '<ann@x>', copied: [CARL], ...at(0) }));
    await house.say('/reply c1 How many?');
    house.now = new Date(house.now.getTime() + 60_000);
    await house.happen(inHerThread(CARL, 'You crooks', at(1)));
    await house.say('/block carl');
    expect((await itemsOf('/find owes:them')).map(({ ref }) => ref)).toEqual(['c1']);
    await house.happen(inHerThread(ANN, 'Ten', at(2)));
    await house.say('/block c1');
    expect(await itemsOf('/find owes:them')).toEqual([]);
  });
});

describe('an answer to whoever wrote in the thread of somebody blocked', () => {
  beforeEach(async () => {
    await house.happen(mail(ANN, 'Order?', { externalId: '<ann@x>', copied: [CARL] }));
    await house.happen(inHerThread(CARL, 'When does it come?'));
    await house.say('/block ann');
  });
  const lastText = async () => (await house.cards()).at(-1)!.text;

  it('is told under their name, and not under the customer’s: sending, sent, failed, taken back', async () => {
    expect((await house.say('/reply v1 Tomorrow')).text).toMatch(/to carl \(/);
    await house.deliver();
    expect(await lastText()).toContain('Sent to carl');
    await house.say('/reply v1 Or on Friday');
    await house.deliver(({ id, audience }) =>
      audience === 'customer'
        ? { result: 'failed', error: 'no', reason: 'rejected' }
        : { result: 'sent', externalId: id },
    );
    expect(JSON.stringify((await house.cards()).at(-1))).toMatch(/carl/);
    expect(JSON.stringify((await house.cards()).at(-1))).not.toMatch(/\bann\b(?!@)/);
    expect((await itemsOf('/unsent'))[0]?.text).toContain('carl');
  });

  it('is taken back under their name', async () => {
    await house.say('/settings undo_send 30');
    await house.say('/reply v1 Tomorrow');
    const [held] = await house.db.sql<{ id: string }>`select max(id) as id from outbox where audience = 'customer'`;
    expect((await house.say(`/cancel o${held!.id}`)).text).toContain('Not sent to carl');
  });

  it('that is to leave later is counted when they are blocked, and told under their name', async () => {
    const later = await house.say('/later v1 tomorrow 9am Good morning');
    expect(later.text).toContain('carl');
    expect((await house.say('/block carl')).text).toContain('1 answer');
    house.now = new Date('2026-11-22T01:01:00Z');
    await house.act(sendScheduled);
    expect((await house.cards()).at(-1)!.title).toContain('carl');
  });

  it('is not counted when only the customer is blocked anew', async () => {
    await house.say('/later v1 tomorrow 9am Good morning');
    await house.say('/unblock ann');
    expect((await house.say('/block ann')).text).not.toContain('answer');
  });
});
