import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import type { Payload } from '../../../src/outbox/message.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    for (const [chat, name] of Object.entries({ 700: 'Bob', 701: 'Dave', 702: '王芳' }))
      await house.happen(telegramMessage('hello', { chat, from: { address: chat, name } }));
    await house.deliver();
  }),
);

const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const waiting = () => house.db.sql<{ text: string }>`select text from scheduled_answers order by id`;

/** The last message that asks for words. */
async function question(): Promise<string> {
  const asks = ({ payload }: { payload: Payload }) => payload.kind === 'message' && payload.reply.rest !== undefined;
  return (await house.outbox()).findLast(asks)!.externalId!;
}

/** Types the command, and then the answer to what it asks. */
async function answered(line: string, answer: string): Promise<Reply> {
  await house.type(line);
  await house.deliver();
  await house.type(answer, { answers: [await question()] });
  return (await house.cards()).at(-1)!;
}

describe('an answer to what a command asks', () => {
  it.each([
    ...["never mind, I'll do it later", 'oops wrong button', '❌', '退出', '改主意了，先不管'].flatMap((words) => [
      ['/reply Bob', words],
      ['/later Dave tomorrow 9am', words],
      ['/rename Bob', words],
      ['/add', words],
    ]),
    ...['never mind', 'forget it', 'cancel', 'no', 'No, thanks', 'stop', '算了', '不用了', '不了', '取消'].flatMap(
      (words) => [
        ['/reply Bob', words],
        ['/later Dave tomorrow 9am', words],
        ['/later Dave it is ready', words],
        ['/rename Bob', words],
        ['/add', words],
        ['/task', words],
      ],
    ),
  ])('%s ← %s: ends the question, and says so', async (line, words) => {
    const before = await house.state();
    const reply = await answered(line, words);
    expect(reply.text).toBe('好的，什么都没做。');
    expect(await house.state()).toEqual(before);
    expect(await toCustomers()).toEqual([]);
  });

  it.each([
    ['/reply Bob', 'note: he is angry'],
    ['/reply Bob', 'remind me to call him tomorrow'],
    ['/reply 王芳', '备注：她很难缠'],
    ['/reply Bob', 'tell him sorry'],
    ['/later Bob tomorrow 9am', 'note: he is angry'],
    ['/later Bob tomorrow 9am', 'Dave, it is ready'],
    ...['稍等', '晚点再说', 'back', 'maybe later'].flatMap((words): [string, string][] => [
      ['/reply Bob', words],
      ['/rename Bob', words],
    ]),
    ['/rename Dave', 'reply Bob it is ready'],
    ['/add', 'block Dave'],
  ])('%s ← %s: stays here, as it would under a card, until it is said whose it is', async (line, words) => {
    const before = await house.state();
    const reply = await answered(line, words);
    expect(reply.failed, JSON.stringify(reply)).toBe(true);
    expect(buttonsOf(reply).length).toBeGreaterThan(0);
    expect(await house.state()).toEqual(before);
    expect(await toCustomers()).toEqual([]);
  });

  it.each(['tomorrow 9am please', 'please tomorrow 9am', 'tomorrow 9am but only if paid', '明早9点吧，别忘了'])(
    '%s: is a time and more, which is named, and is no part of what leaves',
    async (words) => {
      const reply = await answered('/later Dave it is ready', words);
      expect(reply.failed, JSON.stringify(reply)).toBe(true);
      expect(await waiting()).toEqual([]);
      await house.press(buttonsOf(reply)[0]!);
      expect(await waiting()).toEqual([{ text: 'it is ready' }]);
    },
  );

  it.each(['but only if paid', 'tell him sorry', 'what do you mean?', '你说呢'])(
    '%s: is no time, and what was to be said is still to be sent',
    async (words) => {
      const reply = await answered('/later Dave it is ready', words);
      expect(reply.failed, JSON.stringify(reply)).toBe(true);
      expect(JSON.stringify(buttonsOf(reply))).not.toContain(words);
      expect(await waiting()).toEqual([]);
      await house.deliver();
      await house.type('tomorrow 9am', { answers: [await question()] });
      expect(await waiting()).toEqual([{ text: 'it is ready' }]);
    },
  );

  it('that is what was asked for completes the command', async () => {
    await answered('/reply Bob', 'Which colour would you like?');
    expect((await toCustomers()).at(-1)?.payload).toMatchObject({ reply: { text: 'Which colour would you like?' } });
    await answered('/later Dave it is ready', 'tomorrow 9am');
    await answered('/later Dave tomorrow 9am', 'it is packed');
    expect(await waiting()).toEqual([{ text: 'it is ready' }, { text: 'it is packed' }]);
    await answered('/rename Bob', 'Bob Hope');
    expect(await house.db.sql`select name from contacts where name = 'Bob Hope'`).toHaveLength(1);
  });

  it('leaves after all, by a tap, where a word of giving up is what the customer is to read', async () => {
    const reply = await answered('/reply Bob', 'no');
    await house.press(buttonsOf(reply)[0]!);
    expect((await toCustomers()).at(-1)?.payload).toMatchObject({ reply: { text: 'no' } });
  });

  it('that asks something itself is no name: it is asked about', async () => {
    const before = await house.state();
    for (const words of ['how does this work?', '怎么填？']) {
      expect((await answered('/add', words)).failed).toBe(true);
      expect((await answered('/rename Bob', words)).failed).toBe(true);
    }
    expect(await house.state()).toEqual(before);
  });
});
