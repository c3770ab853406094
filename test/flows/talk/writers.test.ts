import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent, MessageReceived } from '../../../src/domain/event.ts';
import { tellReturn } from '../../../src/jobs/away.ts';
import { wakeSnoozed } from '../../../src/jobs/snoozed.ts';
import { type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { mailMessage as mail } from '../../support/letters/mail_message.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

const ANN = 'ann@b.org';
const CARL = 'carl@b.org';
const DAY_MS = 24 * 3_600_000;
const later = (ms: number) => {
  house.now = new Date(house.now.getTime() + ms);
};

/** Ann (c1) writes with Carl in copy, and Carl (c2) writes in her thread (v1). */
async function annAndCarl(): Promise<void> {
  await house.happen(mail(ANN, 'Twenty cups, please', { externalId: '<ann@x>', copied: [CARL], sentAt: house.now }));
  await house.happen(inHerThread(CARL, 'Cancel the order, I am the boss'));
}
const inHerThread = (from: string, text: string, more: Partial<MessageReceived> = {}) =>
  mail(from, text, { answers: ['<ann@x>'], sentAt: house.now, ...more });
/** What waits to be shown to the owner at the desk, as text. */
const waits = async () =>
  (await house.outbox())
    .filter(({ state, audience }) => state === 'queued' && audience === 'owner')
    .map(({ payload }) => JSON.stringify(payload));
const shown = async (command: string) => JSON.stringify(await house.say(command));

describe('a card that waits when somebody is blocked', () => {
  beforeEach(annAndCarl);

  it('is kept if others wrote it, in the thread of whoever is blocked', async () => {
    await house.say('/block c1');
    const cards = (await waits()).filter((card) => /cups|boss/.test(card));
    expect(cards).toEqual([expect.stringContaining('boss')]);
  });

  it('is dropped with the words of a participant, in the thread of somebody else', async () => {
    await house.say('/block c2');
    const cards = (await waits()).filter((card) => /cups|boss/.test(card));
    expect(cards).toEqual([expect.stringContaining('cups')]);
  });

  it.each([1, 2])('shows only what others wrote when several wrote it (c%i is blocked)', async (id) => {
    await house.happen(inHerThread(ANN, 'And saucers'), inHerThread(CARL, 'No saucers'));
    await house.say(`/block c${id}`);
    const cards = (await waits()).join();
    const [gone, kept] = id === 1 ? [/cups|And saucers/, /boss.*No saucers/] : [/boss|No saucers/, /cups.*And saucers/];
    expect(cards).not.toMatch(gone);
    expect(cards).toMatch(kept);
  });

  it.each(['/unblock c2', '/undo'])('is as before after %s', async (heard) => {
    await house.happen(inHerThread(ANN, 'And saucers'), inHerThread(CARL, 'No saucers'));
    const quotes = async () =>
      (await house.outbox())
        .filter(({ state, payload }) => state === 'queued' && JSON.stringify(payload).includes('cups'))
        .map(({ payload }) => JSON.stringify(payload).match(/"quote":"[^"]*"/)?.[0]);
    const before = await quotes();
    await house.say('/block c2');
    expect(await quotes()).not.toEqual(before);
    await house.say(heard);
    expect(await quotes()).toEqual(before);
  });

  it('is as before when all who wrote it are blocked, and heard again one after the other', async () => {
    await house.say('/block c1');
    await house.say('/block c2');
    expect((await waits()).join()).not.toMatch(/cups|boss/);
    await house.say('/unblock c2');
    expect((await waits()).filter((card) => card.includes('"quote"')).join()).toMatch(/^(?!.*cups).*boss/);
    await house.say('/unblock c1');
    expect((await waits()).filter((card) => card.includes('"quote"')).join()).toMatch(/cups.*boss/);
  });

  it('is dropped with an invitation, and comes back with it', async () => {
    const invites = () => waits().then((all) => all.filter((card) => card.includes('Let us meet')).length);
    await house.happen(inHerThread(CARL, 'Let us meet', { automatic: 'calendar' }));
    expect(await invites()).toBe(1);
    await house.say('/block c2');
    expect(await invites()).toBe(0);
    await house.say('/unblock c2');
    expect(await invites()).toBe(1);
  });

  it('is dropped with a participant’s automatic answer, and stays when the thread’s customer is blocked', async () => {
    const away = () => waits().then((all) => all.filter((card) => card.includes('until Monday')).length);
    await house.happen(inHerThread(CARL, 'I am away until Monday', { automatic: 'auto_reply' }));
    await house.say('/block c1');
    expect(await away()).toBe(1);
    await house.say('/block c2');
    expect(await away()).toBe(0);
  });
});

describe('a card that waits while two contacts are merged', () => {
  it('says what the message says after an edit', async () => {
    await house.happen(telegramMessage('20 cups', { externalId: '1' }));
    await house.happen(telegramMessage('hello', { externalId: '2', chat: '8', from: { address: '8', name: 'Li' } }));
    await house.say('/merge c2 c1');
    await house.happen({
      ...{ kind: 'message.edited', channel: 'telegram', chat: '1001', from: { address: '1001', name: 'Zoe' } },
      ...{ externalId: '1', text: '30 cups', editedAt: NOON },
    } as DomainEvent);
    const cards = (await waits()).filter((card) => card.includes('"quote"'));
    expect(cards.join()).toContain('"quote":"30 cups"');
    expect(cards.join()).not.toContain('"quote":"20 cups"');
  });
});

describe('somebody who shares an address with another', () => {
  it('is blocked alone: what comes into their own thread is theirs', async () => {
    await house.happen(mail(ANN, 'Twenty cups', { externalId: '<one@x>' }));
    await house.happen(mail(ANN, 'Cheap SEO', { externalId: '<two@x>', subject: 'SEO', sentAt: house.now }));
    await house.say('/split v2 Seo Man');
    await house.say('/block c2');
    await house.happen(
      mail(ANN, 'Very cheap', { answers: ['<two@x>'] }),
      mail(ANN, 'Thirty', { answers: ['<one@x>'] }),
    );
    const cards = (await waits()).join();
    expect(cards).toContain('Thirty');
    expect(cards).not.toContain('Very cheap');
    expect(await shown('/blocked')).toContain('1 message');
    expect(await shown('/unblock c2')).toContain('Very cheap');
  });
});

describe('who is blocked and changes what they wrote', () => {
  const edits = (text: string) =>
    house.happen({
      ...{ kind: 'message.edited', channel: 'telegram', chat: '1001', from: { address: '1001', name: 'Zoe' } },
      ...{ externalId: '1', text, editedAt: NOON },
    } as DomainEvent);

  it('takes nothing back that had been seen; the new wording is kept and not shown', async () => {
    await house.happen(telegramMessage('You are all thieves', { externalId: '1' }));
    await house.say('/block c1');
    await edits('I love you');
    expect(await shown('/timeline c1')).toMatch(/^(?!.*love).*thieves/);
    expect(await shown('/unblock c1')).toContain('I love you');
    await edits('I hate you');
    expect(await shown('/timeline c1')).toMatch(/hate/);
  });

  it('keeps one wording of what nobody has seen', async () => {
    await house.happen(telegramMessage('Hello', { externalId: '0' }));
    await house.say('/block c1');
    await house.happen(telegramMessage('You are all thieves', { externalId: '1' }));
    await edits('I love you');
    expect(await shown('/unblock c1')).toMatch(/^(?!.*thieves).*love/);
  });

  it('takes nothing away from an album that had been seen', async () => {
    const part = (externalId: string, text: string) => telegramMessage(text, { externalId, album: 'a' });
    await house.happen(part('1', 'My broken cups'));
    await house.say('/block c1');
    await house.happen(part('2', 'and more'));
    expect(await shown('/timeline c1')).toMatch(/^(?!.*and more).*My broken cups/);
    expect(await shown('/unblock c1')).toContain('and more');
  });
});

describe('what somebody wrote who is blocked', () => {
  const BROKEN = 'My cup arrived broken, I want my money back';
  const everywhere = ['/inbox', '/tickets', '/digest', '/leads'];

  it('is on no list, whoever’s thread it is in', async () => {
    await house.happen(
      mail(ANN, 'Hello', { externalId: '<ann@x>', copied: [CARL] }),
      inHerThread(CARL, BROKEN, { subject: 'Broken' }),
    );
    expect(await shown('/tickets')).toMatch(/carl.*Broken/);
    await house.say('/block c2');
    for (const list of everywhere) expect(await shown(list), list).not.toMatch(/broken/i);
    expect(await shown('/inbox v1')).not.toContain('money');
    await house.say('/unblock c2');
    await house.say('/block c1');
    for (const list of ['/inbox', '/tickets', '/digest', '/inbox v1']) {
      expect(await shown(list), list).toMatch(/broken/i);
    }
  });

  it('wakes from no snooze until they are heard', async () => {
    await house.happen(telegramMessage(BROKEN));
    await house.say('/snooze 1 tomorrow 9am');
    await house.say('/block c1');
    await house.deliver();
    later(2 * DAY_MS);
    await house.act(wakeSnoozed);
    expect(await waits()).toEqual([]);
    await house.say('/unblock c1');
    await house.deliver();
    await house.act(wakeSnoozed);
    expect((await waits()).join()).toContain('⏰');
  });

  it('wakes no thread of others in which nobody else waits', async () => {
    await annAndCarl();
    await house.say('/reply c1 Fine');
    await house.deliver();
    later(DAY_MS);
    await house.happen(inHerThread(CARL, 'When do they come?'));
    await house.say('/snooze v1 tomorrow 9am');
    await house.say('/block c2');
    await house.deliver();
    later(2 * DAY_MS);
    await house.act(wakeSnoozed);
    expect(await waits()).toEqual([]);
  });

  it('does not wait again when our answer to them comes back, nor when it is filed anew', async () => {
    await house.happen(telegramMessage(BROKEN));
    await house.say('/reply c1 Sorry');
    await house.say('/block c1');
    await house.deliver(() => ({ result: 'failed', error: 'no', reason: 'no_such_address' }));
    await house.say('/file 1 lead');
    expect(await shown('/inbox')).not.toContain('broken');
  });

  it('is not on the list at the return, nor is what they changed since', async () => {
    await house.say('/away 3d');
    await annAndCarl();
    await house.happen(telegramMessage(BROKEN, { externalId: '1' }));
    await house.say('/block c2');
    await house.say('/block c3');
    const list = await shown('/away off');
    expect(list).toContain('cups');
    expect(list).not.toMatch(/boss|broken/);
    expect(list).toContain('1 customer, 1 message');
  });
});

describe('what somebody wrote in the thread of somebody else', () => {
  it.each(['/inbox', '/inbox v1', '/timeline c1', '/search boss', '/digest'])(
    'is said to be theirs in %s',
    async (list) => {
      await annAndCarl();
      expect(await shown(list)).toMatch(/carl[^"]*boss/);
    },
  );

  it('is said to be theirs in the list at the return', async () => {
    await house.say('/away 3d');
    await annAndCarl();
    expect(await shown('/away off')).toMatch(/carl \(in ann’s thread\): Cancel/);
  });

  it('is in their own history, with whose thread it was, page by page', async () => {
    await annAndCarl();
    for (let n = 1; n <= 12; n++)
      await house.happen(inHerThread(CARL, `wish ${n}.`, { sentAt: new Date(+NOON + n * 1000) }));
    const first = await house.say('/timeline c2');
    expect(JSON.stringify(first)).toMatch(/wish 12\..*in ann’s thread.*wish 3\./);
    const older = first.buttons!.flat().find(({ label }) => label.includes('lder'))!;
    const rest = await shown(older.command);
    expect(rest).toMatch(/wish 2\..*wish 1\..*Cancel the order/);
    expect(rest).not.toContain('Twenty');
  });

  it.each(['/reply c2 Yes', '/later c2 tomorrow 9am Yes'])(
    'is answered there: %s says where, and to whom',
    async (line) => {
      await annAndCarl();
      const reply = await house.say(line);
      expect(reply.text).toBe('carl has only written in ann’s thread. An answer there goes to ann@b.org, carl@b.org.');
      expect(reply.buttons!.flat().map(({ command }) => command)).toEqual(['/inbox v1', '/note c2 Yes']);
      expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
    },
  );

  it('is shown with who gets a copy of the answer', async () => {
    await annAndCarl();
    expect((await house.say('/inbox v1')).fields).toContainEqual({
      label: 'Your answer goes to',
      value: expect.stringContaining(CARL),
    });
  });
});

describe('a list that is longer than what is shown', () => {
  const order = (n: number) =>
    ({
      ...{ kind: 'order.updated', provider: 'shopify', connectionId: '1', customer: null, updatedAt: NOON },
      order: {
        ...{ externalId: `o-${n}`, number: `#${n}`, payment: 'paid', fulfillment: null, currency: 'CNY' },
        ...{ totalMinor: '10000', test: false, placedAt: NOON, cancelledAt: null, lines: [] },
      },
    }) as DomainEvent;
  const person = (n: number, text: string) =>
    telegramMessage(text, { chat: `${n}`, from: { address: `${n}`, name: `Buyer ${n}` } });
  const numbers = Array.from({ length: 12 }, (_, n) => n + 1);

  it('says so in the digest, with all of it a tap away', async () => {
    await house.happen(...numbers.map((n) => person(n, `My cup ${n} arrived broken, I want my money back`)));
    const digest = await shown('/digest');
    expect(digest).toContain('Waiting for your answer (5 of 12)');
    expect(digest).toContain('Open tickets (5 of 12)');
    expect(digest).toMatch(/"command":"\/inbox 1"/);
    expect(digest).toMatch(/"command":"\/tickets 1"/);
    await house.say('/block c1');
    expect(await shown('/digest')).toContain('Open tickets (5 of 11)');
  });

  it('says so on the card of a contact', async () => {
    await house.happen(person(1, 'hello'));
    for (const n of numbers) await house.say(`/ticket c1 cup ${n}`);
    expect(await shown('/contact c1')).toContain('… and 7 more');
  });

  it('says so at the return, of customers, tickets and orders, and each goes on', async () => {
    await house.db
      .autocommit`insert into connections (id, provider, token, secret) overriding system value values (1, 'shopify', 't', '')`;
    await house.say('/away 3d');
    await house.happen(...numbers.map((n) => person(n, `My cup ${n} arrived broken, I want my money back`)));
    await house.happen(...numbers.map(order));
    later(4 * DAY_MS);
    await house.act(tellReturn);
    const list = (await waits()).at(-1)!;
    expect(list).toContain('12 customers, 12 messages (8 of 12)');
    expect(list).toContain('Tickets opened (8 of 12)');
    expect(list).toContain('Orders (8 of 12)');
    expect((await house.say('/away list 2')).lists![0]!.items).toHaveLength(4);
    expect((await house.say('/away tickets 2')).lists![0]!.items).toHaveLength(4);
    expect((await house.say('/away orders 2')).lists![0]!.items).toHaveLength(4);
  });
});
