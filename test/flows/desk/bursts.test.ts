import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OutboxMessage, Outcome } from '../../../src/outbox/message.ts';
import { buttonsOf, NOON, OWNER, type SentRow, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });

beforeEach(() => house.reset());

/** What the owner is told in this chat, with what each message shows by now. */
const told = async (address = OWNER): Promise<(SentRow & { reply: Reply })[]> =>
  (await house.outbox()).flatMap((row) =>
    row.address === address && row.state !== 'cancelled' && row.payload.kind === 'message'
      ? [{ ...row, reply: row.payload.reply }]
      : [],
  );
const quotes = async (address = OWNER) => (await told(address)).map(({ reply }) => reply.quote ?? reply.text);
const edits = async () =>
  (await house.outbox()).filter(({ payload, state }) => payload.kind === 'edit' && state !== 'cancelled');
const secondsOn = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
let count = 0;
/** A customer writes, so many seconds after noon, and whatever is due leaves. */
async function writes(text: string, seconds = 0, more: Partial<MessageReceived> = {}): Promise<void> {
  house.now = secondsOn(seconds);
  const externalId = `piece-${++count}`;
  await house.happen(telegramMessage(text, { externalId, sentAt: secondsOn(seconds), ...more }));
  await house.deliver();
}
const photo = { attachments: [{ kind: 'photo' as const, ref: 'photo-1', bytes: 10 }] };
const other = { chat: '7', from: { address: '7', name: 'Zed' } };

describe('a customer who writes in pieces', () => {
  it.each([
    ['one after the other', ['hi', 'quick question', 'do you ship to Norway', 'and how long does it take', '😂']],
    ['in Chinese', ['在吗', '想问下', '龙井多少钱', '一斤', '👍']],
  ])('(%s) has one card that grows where it stands', async (_, pieces) => {
    for (const [nth, piece] of pieces.entries()) await writes(piece, nth * 15);
    const [card, ...more] = await told();
    expect(more).toEqual([]);
    expect(card!.reply.quote).toBe(pieces.join('\n'));
    expect((await edits()).map(({ payload }) => payload.kind === 'edit' && payload.of)).toEqual(
      pieces.slice(1).map(() => card!.id),
    );
    expect(await house.db.sql`select from messages`).toHaveLength(pieces.length);
  });

  it('before the first card has left has one card, and nothing is edited', async () => {
    await house.happen(telegramMessage('hi'), telegramMessage('do you ship to Norway'));
    expect(await quotes()).toEqual(['hi\ndo you ship to Norway']);
    expect(await edits()).toEqual([]);
  });

  it.each([
    ['what is on its way there', 'And something else', 10],
    ['what is to be told below', 'And something else', 600],
    ['what rings', 'I want to complain!', 10],
  ])('is answered at any time as far as was shown: %s has not been seen', async (_, text, seconds) => {
    await writes('Do you ship to Norway?');
    const [card] = await told();
    house.now = secondsOn(seconds);
    await house.happen(telegramMessage(text, { sentAt: secondsOn(seconds) }));
    await house.type('Yes, we do', { answers: [`sent-${card!.id}`] });
    const [answer] = await house.db.sql<{ upTo: string | null }>`
      select answers_up_to as "upTo" from messages where direction = 'out'`;
    expect(answer).toEqual({ upTo: '1' });
  });

  it('is rung for anew when the moment is over and nobody has answered, with all that waits below', async () => {
    await writes('do you ship to Norway?');
    await writes('hello?', 600);
    const [old, card, ...more] = await told();
    expect(more).toEqual([]);
    expect(card!.reply.quote).toBe('do you ship to Norway?\nhello?');
    expect(old!.reply).toMatchObject({ text: '↓ continued below', title: card!.reply.title });
    expect(buttonsOf(old!.reply)).toEqual([]);
    await writes('anybody?', 620);
    expect(await quotes()).toEqual(['↓ continued below', 'do you ship to Norway?\nhello?\nanybody?']);
  });

  it('is answered by answering the line that stands in place of the card', async () => {
    await writes('do you ship to Norway?');
    await writes('hello?', 600);
    const [old] = await told();
    await house.type('Yes', { answers: [`sent-${old!.id}`] });
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(1);
  });

  it('has the card told below when something else was told since', async () => {
    await writes('hi');
    await writes('Where is my parcel?', 5, other);
    await writes('do you ship to Norway?', 10);
    expect(await quotes()).toEqual(['↓ continued below', 'Where is my parcel?', 'hi\ndo you ship to Norway?']);
  });

  it('is rung for at once by urgent words', async () => {
    await writes('hi');
    await writes('I want to complain, the cup arrived broken! I want my money back', 5);
    const rows = await told();
    expect(rows).toHaveLength(2);
    expect(rows[1]!.reply.fields?.map(({ label }) => label)).toContain('Urgent');
  });

  it('has a new card once an answer was given', async () => {
    await writes('do you ship to Norway?');
    const [card] = await told();
    await house.type('Yes', { answers: [`sent-${card!.id}`] });
    await house.deliver();
    await writes('how long does it take?', 30);
    expect((await quotes()).at(-1)).toBe('how long does it take?');
    expect((await told())[0]!.reply.quote).toBe('do you ship to Norway?');
  });

  it('has a new card once something was done with the last one', async () => {
    await writes('My cup arrived broken');
    await house.press('Resolve');
    await house.deliver();
    await writes('Do you have a blue one?', 30);
    expect((await quotes()).at(-1)).toBe('Do you have a blue one?');
  });

  it('has a new card when what was said before waits for nobody', async () => {
    await writes('thank you!');
    await writes('do you ship to Norway?', 600);
    expect(await quotes()).toEqual(['thank you!', 'do you ship to Norway?']);
  });

  it('sends a picture once, and what follows stands below it', async () => {
    await writes('look');
    await writes('', 5, photo);
    await writes('it is broken', 10);
    const [, card, ...more] = await told();
    expect(more).toEqual([]);
    expect(card!.reply.attachments).toHaveLength(1);
    expect(card!.reply.quote).toContain('it is broken');
    await writes('are you there?', 600);
    const last = (await told()).at(-1)!;
    expect(last.reply.attachments ?? []).toEqual([]);
    expect(last.reply.quote).toMatch(/^look\n🖼 .+\nit is broken\nare you there\?$/);
  });

  it('is told of in a message of its own where the card can no longer be changed, and the next words go on there', async () => {
    await writes('hi');
    const refused = ({ payload, id }: OutboxMessage): Outcome =>
      payload.kind === 'edit'
        ? { result: 'failed', error: 'message to edit not found', reason: 'rejected' }
        : { result: 'sent', externalId: `sent-${id}` };
    house.now = secondsOn(5);
    await house.happen(telegramMessage('do you ship to Norway?', { sentAt: secondsOn(5) }));
    await house.deliver(refused);
    expect((await quotes()).at(-1)).toBe('hi\ndo you ship to Norway?');
    expect(await told()).toHaveLength(2);
    await writes('and to Sweden?', 10);
    expect(await told()).toHaveLength(2);
    expect((await quotes()).at(-1)).toBe('hi\ndo you ship to Norway?\nand to Sweden?');
  });

  it('waits for the morning at night, beside a card that stays as it was', async () => {
    await writes('do you ship to Norway?');
    await house.say('/settings quiet 11:00-23:00');
    await writes('hello?', 600);
    expect((await told()).filter(({ reply }) => reply.quote).map(({ reply }) => reply.quote)).toEqual([
      'do you ship to Norway?',
      'hello?',
    ]);
  });

  it('whose words are long gives what short ones leave', async () => {
    const long = 'I would like to know. '.repeat(45).trim();
    await writes(long);
    await writes('thx', 5);
    expect((await quotes()).at(-1)).toBe(`${long}\nthx`);
  });
});

it('letters are told one by one: they go to whom each names', async () => {
  const letter: Partial<MessageReceived> = {
    channel: 'email',
    chat: 'a@x.example',
    from: { address: 'a@x.example', name: 'Anna' },
    subject: 'Tea',
  };
  await writes('Do you have green tea?', 0, { ...letter, externalId: '<1@x>' });
  await writes('And black?', 20, { ...letter, externalId: '<2@x>', answers: ['<1@x>'] });
  expect(await quotes()).toEqual(['Do you have green tea?', 'And black?']);
});

it('says how a card is answered on the first three only', async () => {
  for (const nth of [1, 2, 3, 4, 5]) {
    await writes(`Where is my parcel ${nth}?`, 0, { chat: `9${nth}`, from: { address: `9${nth}`, name: `C${nth}` } });
  }
  expect((await told()).map(({ reply }) => reply.byReplying)).toEqual([true, true, true, undefined, undefined]);
});
