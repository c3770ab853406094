import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, OWNER, type SentRow, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let nth = 0;

beforeEach(() => house.reset());

async function dave(text: string): Promise<void> {
  const sentAt = new Date(house.now.getTime() + ++nth * 10);
  await house.happen(telegramMessage(text, { from: { address: '77', name: 'Dave' }, chat: '77', sentAt }));
}

async function cardOf(words: string): Promise<string> {
  const rows = await house.outbox();
  return rows.findLast(
    (row) => row.channel === 'telegram' && row.externalId && JSON.stringify(row.payload).includes(words),
  )!.externalId!;
}

const waiting = async () => (await house.say('/inbox')).lists?.flatMap(({ items }) => items).length ?? 0;

/** The middle of quiet hours. */
const NIGHT = new Date('2026-11-21T15:00:00Z');

/** The first card has left; the second message still waits to be shown. */
async function twoWords(): Promise<void> {
  await dave('How much is the blue pot?');
  await house.deliver();
  await dave('And please cancel my other order');
}

describe('words that have not been shown yet', () => {
  it.each([
    ['an answer to an earlier card', async () => house.type('£40', { answers: [await cardOf('blue pot')] })],
    ['an answer by name', () => house.type('/reply Dave: £40')],
    ['“answered” on an earlier card', async () => house.type('/answered', { answers: [await cardOf('blue pot')] })],
  ])('keep waiting after %s', async (_, answer) => {
    await twoWords();
    await answer();
    expect(await waiting()).toBe(1);
    await house.deliver();
    await house.type('It is done', { answers: [await cardOf('cancel my other')] });
    expect(await waiting()).toBe(0);
  });

  it('keep waiting since they were written, whoever counts anew', async () => {
    await twoWords();
    await house.type('£40', { answers: [await cardOf('blue pot')] });
    const [row] = await house.db.sql<{ right: boolean }>`
      select waiting_since = (select max(occurred_at) from messages where direction = 'in') as right from conversations`;
    expect(row!.right).toBe(true);
  });

  it('of a flood are not answered by an answer to what came before them', async () => {
    for (let message = 1; message <= 6; message += 1) await dave(`How much is pot ${message}?`);
    await house.deliver();
    for (const words of ['new address: 4 Mill Lane', 'call me', 'actually cancel my order']) await dave(words);
    await house.type('£40 each', { answers: [await cardOf('pot 1')] });
    expect(await waiting()).toBe(1);
  });

  it('are answered where the list of who waits has shown them', async () => {
    await house.say('/settings quiet 22:00-08:00');
    house.now = NIGHT;
    await dave('Is the shop open tomorrow?');
    await house.type('/inbox v1');
    await house.deliver();
    await house.type('Yes, from ten', { answers: [await cardOf('open tomorrow')] });
    expect(await waiting()).toBe(0);
  });

  it('do not count where they wait at another desk alone, or come back with an undone answer', async () => {
    await twoWords();
    await house.say('/reply Dave: £40');
    expect(await waiting()).toBe(0);
    await house.say('/undo');
    await house.deliver();
  });

  describe('on a card of the list of who waits, while their own is held for the morning', () => {
    const cardShowing = async () =>
      (await house.outbox()).findLast(({ payload }) => payload.kind === 'message' && payload.reply.shownUpTo)!;
    const buttonOn = ({ payload }: SentRow, word: string) =>
      buttonsOf(payload.kind === 'message' ? payload.reply : {}).find(({ command }) => command.startsWith(word))!;

    beforeEach(async () => {
      await house.say('/settings quiet 22:00-08:00');
      await dave('How much is the blue pot?');
      await house.deliver();
      house.now = NIGHT;
      await dave('Is the shop open tomorrow?');
      await house.type('/inbox v1');
      await house.deliver();
      expect(await held()).toBe(1);
    });

    const held = async () =>
      (await house.outbox()).filter(
        ({ state, payload }) => state === 'queued' && JSON.stringify(payload).includes('open'),
      ).length;

    it('are answered by words typed under it, and so they stay after one more answer to what came before', async () => {
      await house.type('Yes, from ten', { answers: [(await cardShowing()).externalId!] });
      expect(await waiting()).toBe(0);
      house.now = new Date(house.now.getTime() + 60_000);
      await house.say('/reply Dave: and the pot is 40');
      expect(await waiting()).toBe(0);
    });

    it('wait again when the one answer that reached them is taken back', async () => {
      await house.say('/settings undo 60');
      await house.type('Yes, from ten', { answers: [(await cardShowing()).externalId!] });
      await house.say('/reply Dave: and the pot is 40');
      expect(await waiting()).toBe(0);
      const [first] = (await house.outbox()).filter(({ audience }) => audience === 'customer');
      await house.say(`/cancel o${first!.id}`);
      expect(await waiting()).toBe(1);
    });

    it('are answered by what is filled in there', async () => {
      const card = await cardShowing();
      await house.happen({
        ...{ kind: 'form.submitted', channel: 'telegram', chat: OWNER, from: { address: OWNER, name: '' } },
        ...{ externalId: 'f1', buttonId: buttonOn(card, '/reply').id!, messageId: card.externalId! },
        values: { text: 'Yes, from ten' },
      });
      expect(await waiting()).toBe(0);
    });

    it('are answered by a button of a question that was asked about words typed under it', async () => {
      await house.type('.find it at the market', { answers: [(await cardShowing()).externalId!] });
      await house.deliver();
      const asked = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!;
      await house.press(buttonOn(asked, '/reply').command, { messageId: asked.externalId! });
      expect(await waiting()).toBe(0);
    });
  });

  it.each([
    ['pressed', async (card: SentRow) => house.press('/answered v1', { messageId: card.externalId! })],
    ['typed', async (card: SentRow) => house.type('/answered', { answers: [card.externalId!] })],
  ])(
    'of a flood wait no more once “answered” is %s where the list has shown them, whatever is said later',
    async (_, say) => {
      for (let message = 1; message <= 6; message += 1) await dave(`How much is pot ${message}?`);
      await house.deliver();
      for (const words of ['new address: 4 Mill Lane', 'call me']) await dave(words);
      await house.type('/inbox v1');
      await house.deliver();
      await say(
        (await house.outbox()).findLast(({ payload }) => payload.kind === 'message' && payload.reply.shownUpTo)!,
      );
      expect(await waiting()).toBe(0);
      await house.say('/reply Dave: £40 each');
      expect(await waiting()).toBe(0);
    },
  );
});
