import { beforeEach, describe, expect, it } from 'vitest';
import { sendScheduled } from '../../../src/jobs/scheduled.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', undoSend: 10 });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('Is it ready?', { from: { address: '1001', name: 'Zoe' }, externalId: 'm1' }));
    await house.deliver();
  }),
);

const answers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const lastAnswer = async () => (await answers()).at(-1)!;
const fails = (outcome: 'failed' | 'retry') =>
  house.deliver((row) => {
    if (row.audience === 'owner') return { result: 'sent', externalId: `sent-${row.id}` };
    return outcome === 'failed'
      ? { result: 'failed', error: 'no', reason: 'rejected' }
      : { result: 'retry', error: 'later', afterSeconds: 1 };
  });
const dueNow = () =>
  house.db.autocommit`update outbox set run_at = now(), parked_until = null where audience = 'customer'`;
const tomorrowNine = new Date('2026-11-22T01:00:00Z');

describe('an answer that has not left when its customer is blocked', () => {
  it('does not leave by itself, and is said with a button that sends it all the same', async () => {
    await house.say('/reply c1 Tomorrow');
    const blocked = await house.say('/block c1');
    expect(blocked.text).toContain('1 answer');
    await dueNow();
    await house.deliver();
    expect((await lastAnswer()).state).toBe('failed');
    const { id } = await lastAnswer();
    expect(buttonsOf(blocked)).toContainEqual(expect.objectContaining({ command: `/retry o${id} !` }));
    await house.say(`/retry o${id} !`);
    await house.deliver();
    expect((await lastAnswer()).state).toBe('sent');
  });

  it('stands among what was not sent, and is asked about before it is sent again', async () => {
    await house.say('/reply c1 Tomorrow');
    await house.say('/block c1');
    const { id } = await lastAnswer();
    const listed = (await house.say('/unsent')).lists![0]!.items;
    expect(listed.map(({ ref }) => ref)).toContain(`o${id}`);
    const asked = await house.say(`/retry o${id}`);
    expect(asked).toMatchObject({ failed: true });
    expect(asked.text).toContain('blocked');
    expect(buttonsOf(asked).map(({ command }) => command)).toContain(`/retry o${id} !`);
    await house.deliver();
    expect((await lastAnswer()).state).toBe('failed');
  });

  it('nor when it was just being sent, and its channel asked us to come back', async () => {
    await house.say('/reply c1 Tomorrow');
    await dueNow();
    await house.deliver(() => ({ result: 'sent', externalId: 'x' }));
    await house.say('/reply c1 Or Friday');
    await dueNow();
    let blocked = false;
    const { claim } = await import('../../../src/delivery/worker.ts');
    const { Pace } = await import('../../../src/delivery/pace.ts');
    const { settle } = await import('../../../src/delivery/settle.ts');
    const sender = { send: async () => ({ result: 'sent' }) as const, deadlineMs: 1000, chatGapMs: 0, perSecond: 100 };
    const rows = await claim({ db: house.db, senders: { telegram: sender } }, new Pace(), 10);
    for (const row of rows.filter(({ audience }) => audience === 'customer')) {
      await house.say('/block c1');
      blocked = true;
      await settle({ db: house.db, act: house.act }, row, { result: 'retry', error: '429', afterSeconds: 1 });
    }
    expect(blocked).toBe(true);
    expect((await lastAnswer()).state).toBe('failed');
    const told = (await house.cards()).map(({ title, text }) => `${title} ${text}`).join('\n');
    expect(told).toContain('blocked');
  });

  it('is not sent at its hour when it was to leave later: the owner is asked', async () => {
    await house.say('/later c1 tomorrow 9am Good morning');
    const blocked = await house.say('/block c1');
    expect(blocked.text).toContain('1 answer');
    house.now = tomorrowNine;
    await house.act(sendScheduled);
    expect(await answers()).toEqual([]);
    const card = (await house.cards()).at(-1)!;
    expect([card.title, card.quote]).toEqual([expect.stringContaining('blocked'), 'Good morning']);
    expect(buttonsOf(card).map(({ command }) => command)).toEqual([
      '/confirm u1 ! 1001',
      '/confirm u1 no',
      '/contact c1',
      '/unblock c1',
    ]);
  });

  it('control: of somebody else it leaves', async () => {
    await house.happen(telegramMessage('Hi', { chat: '7', from: { address: '7', name: 'Ann' }, externalId: 'm2' }));
    await house.say('/reply c2 Tomorrow');
    await house.say('/later c2 tomorrow 9am Good morning');
    expect((await house.say('/block c1')).text).not.toContain('answer to');
    await dueNow();
    await house.deliver();
    house.now = tomorrowNine;
    await house.act(sendScheduled);
    await dueNow();
    await house.deliver();
    expect((await answers()).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('what the house would have said by itself is let go without a word', async () => {
    await house.db.autocommit`
      insert into outbox (channel, address, audience, idempotency_key, payload, conversation_id)
      values ('telegram', '1001', 'customer', 'auto', '{"kind":"message","reply":{"text":"Away"},"automatic":true}', 1)`;
    expect((await house.say('/block c1')).text).not.toContain('answer to');
    await house.deliver();
    expect((await lastAnswer()).state).toBe('cancelled');
  });

  it('is asked about when the block has ended, and leaves with a tap', async () => {
    await house.say('/reply c1 Tomorrow');
    await house.say('/block c1');
    const over = await house.say('/unblock c1');
    const { id } = await lastAnswer();
    expect(buttonsOf(over).map(({ command }) => command)).toContain(`/retry o${id}`);
    expect((await house.say(`/retry o${id}`)).failed).toBeUndefined();
    await house.deliver();
    expect((await lastAnswer()).state).toBe('sent');
  });
});

describe('an answer to somebody deleted', () => {
  it('that waits is named with a button that stops it, before anything is deleted', async () => {
    await house.say('/reply c1 Tomorrow');
    const { id } = await lastAnswer();
    const refused = await house.say('/delete c1 !');
    expect(refused.failed).toBe(true);
    expect(buttonsOf(refused).map(({ command }) => command)).toContain(`/cancel o${id}`);
    await house.say(`/cancel o${id}`);
    expect((await house.say('/delete c1 !')).failed).toBeUndefined();
  });

  it('that is to leave later is counted in the question, and comes back with the undo', async () => {
    await house.say('/later c1 tomorrow 9am Good morning');
    expect((await house.say('/delete c1')).text).toContain('1 answer to be sent later');
    await house.say('/delete c1 !');
    house.now = tomorrowNine;
    await house.act(sendScheduled);
    expect(await answers()).toEqual([]);
    await house.say('/undo');
    expect((await house.say('/scheduled')).lists![0]!.items).toHaveLength(1);
  });

  it('that failed before is not sent again: that says why, and how they come back', async () => {
    await house.say('/reply c1 Tomorrow');
    await dueNow();
    await fails('failed');
    await house.say('/delete c1 !');
    const { id } = await lastAnswer();
    const refused = await house.say(`/retry o${id} !`);
    expect(refused).toMatchObject({ failed: true, text: expect.stringContaining('deleted') });
    await house.deliver();
    expect((await lastAnswer()).state).toBe('failed');
    const [undo] = buttonsOf(refused).filter(({ command }) => command.startsWith('/undo '));
    await house.say(undo!.command);
    await house.say(`/retry o${id}`);
    await house.deliver();
    expect((await lastAnswer()).state).toBe('sent');
  });

  it('on their old card is sent to nobody, and that is said', async () => {
    const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
    await house.say('/delete c1 !');
    await house.type('It is ready, come by', { answers: [card.externalId!] });
    const said = (await house.cards()).at(-1)!;
    expect(said).toMatchObject({ failed: true, text: expect.stringContaining('deleted') });
    expect(await answers()).toEqual([]);
  });
});

describe('an answer that failed', () => {
  it('and whose customer is answered elsewhere by now is asked about before it goes to the old address', async () => {
    await house.say('/reply c1 Tomorrow');
    await dueNow();
    await fails('failed');
    await house.db.autocommit`update conversations set answers_to = '2002'`;
    const { id } = await lastAnswer();
    const asked = await house.say(`/retry o${id}`);
    expect(asked).toMatchObject({ failed: true, text: expect.stringContaining('2002') });
    await house.deliver();
    expect((await lastAnswer()).state).toBe('failed');
  });

  it('of somebody merged since goes to the same person under their name of today', async () => {
    await house.say('/reply c1 Tomorrow');
    await dueNow();
    await fails('failed');
    await house.say('/add Zoe Miller +12025550147');
    await house.say('/merge c2 c1');
    const { id } = await lastAnswer();
    await house.say(`/retry o${id}`);
    await house.deliver();
    expect(await lastAnswer()).toMatchObject({ state: 'sent', address: '1001' });
  });
});

describe('whoever is blocked already', () => {
  beforeEach(async () => {
    await house.say('/block c1');
  });

  it('is answered all the same, and it is said that they are blocked', async () => {
    expect((await house.say('/reply c1 Tomorrow')).hint).toContain('You have blocked Zoe');
    const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
    await house.type('Or Friday', { answers: [card.externalId!] });
    expect((await house.cards()).at(-1)!.hint).toContain('You have blocked Zoe');
    expect((await house.say('/later c1 tomorrow 9am Hello')).hint).toContain('asked first');
    await house.say('/unblock c1');
    expect(await house.say('/reply c1 And now')).not.toHaveProperty('hint');
  });

  it('and is blocked again, loses no answer that was written since', async () => {
    await house.say('/reply c1 Tomorrow');
    expect((await house.say('/block c1')).text).toBe('Zoe is blocked already.');
    expect((await lastAnswer()).state).toBe('queued');
  });
});
