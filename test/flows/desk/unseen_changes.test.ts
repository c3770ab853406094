import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let nth = 0;
let channel: 'telegram' | 'slack' = 'telegram';

beforeEach(async () => {
  channel = 'telegram';
  await house.reset();
});

const later = () => new Date(house.now.getTime() + ++nth * 10);
const from = { address: '77', name: 'Dave' };

async function dave(text: string, externalId: string, more: Partial<MessageReceived> = {}): Promise<void> {
  await house.happen(telegramMessage(text, { channel, from, chat: '77', externalId, sentAt: later(), ...more }));
}

const changes = (externalId: string, text: string) =>
  house.happen({
    ...{ kind: 'message.edited', channel, chat: '77', from, externalId, text },
    editedAt: later(),
  });

async function cardOf(words: string): Promise<string> {
  const rows = await house.outbox();
  return rows.findLast(
    (row) => row.channel === 'telegram' && row.externalId && JSON.stringify(row.payload).includes(words),
  )!.externalId!;
}

const answers = async (words: string, card: string) => house.type(words, { answers: [await cardOf(card)] });
const waiting = async () => (await house.say('/inbox')).lists?.flatMap(({ items }) => items).length ?? 0;

const changeCard = async (): Promise<Reply> =>
  (await house.cards()).findLast(({ title }) => title?.includes('changed a message'))!;

describe('words that were changed, and are not shown so yet', () => {
  it.each(['telegram', 'slack'] as const)('keep waiting after an answer to what they were, by %s', async (where) => {
    channel = where;
    await dave('How much for 5?', 'm1');
    await house.deliver();
    await changes('m1', 'How much for 50? And cancel my old order');
    await answers('£40', 'for 5?');
    expect(await waiting()).toBe(1);
    expect((await changeCard()).fields).toContainEqual({ label: 'You answered before seeing this', value: '£40' });
    await house.deliver();
    await answers('£350, and it is cancelled', 'cancel my old');
    expect(await waiting()).toBe(0);
  });

  it.each([
    ['by name', () => house.type('/reply Dave: £40')],
    ['with “answered” on the earlier card', async () => house.type('/answered', { answers: [await cardOf('for 5?')] })],
    ['with the form of the earlier card', () => submitted('£40')],
  ])('keep waiting %s', async (_, answer) => {
    await dave('How much for 5?', 'm1');
    await house.deliver();
    await changes('m1', 'How much for 50?');
    await answer();
    expect(await waiting()).toBe(1);
  });

  async function submitted(text: string): Promise<void> {
    const card = (await house.outbox()).find(({ audience, externalId }) => audience === 'owner' && externalId)!;
    const reply = card.payload.kind === 'message' ? card.payload.reply : {};
    await house.happen({
      ...{ kind: 'form.submitted', channel: 'telegram', chat: OWNER, from: { address: OWNER, name: '' } },
      ...{ externalId: 'f1', buttonId: buttonsOf(reply).find(({ form }) => form)!.id!, messageId: card.externalId! },
      values: { text },
    });
  }

  it('keep waiting with all that was written after them, and no others', async () => {
    await dave('Is the red one vegan?', 'm1');
    await dave('How much for 5?', 'm2');
    await dave('And to Leeds?', 'm3');
    await house.deliver();
    await changes('m2', 'How much for 50?');
    await answers('£40, and yes', 'to Leeds');
    const card = await house.say('/inbox v1');
    expect(card.quote).toBe('How much for 50? (edited)\nAnd to Leeds?');
  });

  it('keep waiting where many changes are told together', async () => {
    for (const id of ['m1', 'm2', 'm3']) await dave(`How much is pot ${id}?`, id);
    await house.deliver();
    for (let change = 1; change <= 6; change += 1) await changes('m1', `How much is pot m1, ${change} of them?`);
    await house.deliver();
    for (let change = 7; change <= 9; change += 1) await changes('m1', `How much is pot m1, ${change} of them?`);
    await answers('£40', 'pot m3');
    expect(await waiting()).toBe(1);
  });

  it('are answered where the list of who waits has shown them as they are', async () => {
    await dave('How much for 5?', 'm1');
    await house.deliver();
    await changes('m1', 'How much for 50?');
    house.now = new Date(house.now.getTime() + 1000);
    await house.type('/inbox v1');
    const list = (await house.outbox()).findLast(({ payload }) => 'reply' in payload && payload.reply.shownUpTo)!;
    await house.db.autocommit`update outbox set state = 'sent', external_id = 'list' where id = ${list.id}`;
    await house.type('£350', { answers: ['list'] });
    expect(await waiting()).toBe(0);
  });

  it('are not answered where that list had shown them as they were', async () => {
    await dave('How much for 5?', 'm1');
    await house.type('/inbox v1');
    await house.deliver();
    const list = (await house.outbox()).findLast(({ payload }) => 'reply' in payload && payload.reply.shownUpTo)!;
    house.now = new Date(house.now.getTime() + 1000);
    await changes('m1', 'How much for 50?');
    await house.type('£40', { answers: [list.externalId!] });
    expect(await waiting()).toBe(1);
  });

  it('wait no more once they have been shown: an answer covers them', async () => {
    await dave('How much for 5?', 'm1');
    await house.deliver();
    await changes('m1', 'How much for 50?');
    await house.deliver();
    await answers('£350', 'for 5?');
    expect(await waiting()).toBe(0);
  });

  it.each([
    ['were changed', () => changes('m1', 'How much for 50?')],
    ['came', () => dave('And cancel my old order', 'm2')],
  ])(
    'keep waiting where they %s while the owner is away, until the list at the return has told them',
    async (_, come) => {
      await dave('How much for 5?', 'm1');
      await house.deliver();
      await house.say('/away 2h');
      await come();
      await answers('£40', 'for 5?');
      expect(await waiting()).toBe(1);
      await house.say('/away off');
      await answers('£350, and it is cancelled', 'for 5?');
      expect(await waiting()).toBe(0);
    },
  );

  it('of an album whose further part has not been shown keep waiting as well', async () => {
    const photo = (ref: string) => ({ album: 'A1', attachments: [{ kind: 'photo' as const, ref, bytes: 10 }] });
    await dave('This one?', 'm1', photo('p1'));
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    await dave('or that', 'm2', photo('p2'));
    await answers('Yes', 'This one?');
    expect(await waiting()).toBe(1);
  });
});

describe('words that are changed after they were answered', () => {
  it('are shown with the answer to what they were', async () => {
    await dave('How much for 5?', 'm1');
    await house.deliver();
    await answers('£40', 'for 5?');
    await house.deliver();
    await changes('m1', 'How much for 50?');
    expect((await changeCard()).fields).toEqual([{ label: 'You had answered', value: '£40' }]);
  });

  it('keep back an answer that is about to leave until the owner has seen them', async () => {
    await house.say('/settings undo 60');
    await dave('How much for 5?', 'm1');
    await house.deliver();
    await answers('£40', 'for 5?');
    await changes('m1', 'How much for 50?');
    const card = await changeCard();
    expect(card.fields).toEqual([{ label: 'Your answer goes out in a moment', value: '£40' }]);
    await house.press(buttonsOf(card)[0]!.command);
    expect((await house.outbox()).find(({ audience }) => audience === 'customer')?.state).toBe('cancelled');
    expect(await waiting()).toBe(1);
  });

  it('say nothing of an answer to other words, or of what the house said by itself', async () => {
    await dave('Hello, is anybody there?', 'm1');
    await house.deliver();
    await answers('Yes', 'anybody');
    await house.deliver();
    await dave('How much for 5?', 'm2');
    await changes('m2', 'How much for 50?');
    expect((await changeCard()).fields).toBeUndefined();
  });
});
