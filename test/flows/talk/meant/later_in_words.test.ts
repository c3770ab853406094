import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let card: string;
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Priya' }, externalId: 'm' }));
    await house.deliver();
    card = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!.externalId!;
  }),
);
const under = (text: string) => house.type(text, { answers: [card] });
const sent = async () =>
  (await house.outbox()).flatMap(({ audience, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
  );
const asked = async () => buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);

describe('under a card, words that ask to send something later', () => {
  it.each([
    ['send tomorrow 9am: fixed now', '/later tomorrow 9am fixed now'],
    ['send this at 5pm: all good', '/later at 5pm all good'],
    ['schedule for 9am: link fixed', '/later 9am link fixed'],
    ['send later: link fixed', '/later link fixed'],
    ['send in 2h: fixed', '/later in 2h fixed'],
    ['at 5pm send: done', '/later at 5pm done'],
    ['later tmrw 9am fixed', '/later tmrw 9am fixed'],
    ['明早9点发：茶到了', '/later 明早9点 茶到了'],
    ['明天早上发 茶到了', '/later 明天早上 茶到了'],
    ['下午发：茶到了', '/later 下午 茶到了'],
    ['定时明早9点：茶到了', '/later 明早9点 茶到了'],
    ['稍后发：茶到了', '/later 茶到了'],
    ['cancel 2', '/cancel s2'],
  ])('are asked about: %s', async (text, offered) => {
    await under(text);
    expect(await sent()).toEqual([]);
    expect(await asked()).toContain(offered);
  });

  it('are sent at that time by the button', async () => {
    await under('send tomorrow 9am: fixed now');
    const label = buttonsOf((await house.cards()).at(-1)!).map((one) => one.label);
    expect(label).toContain('Send later: tomorrow 9am fixed now');
    await house.press('/later tomorrow 9am fixed now');
    const rows = await house.db.sql<{
      text: string;
      dueAt: Date;
    }>`select text, due_at as "dueAt" from scheduled_answers`;
    expect(rows).toEqual([{ text: 'fixed now', dueAt: new Date('2026-11-22T01:00:00Z') }]);
    expect(await sent()).toEqual([]);
  });

  it('are words to the customer where they only say when', async () => {
    const theirs = [
      ...['Send it by friday please', 'I will send it tomorrow: two boxes', 'Schedule: monday 9am, tuesday 10am'],
      ...[
        'write to us at: a@b.example',
        '明天9点到：三盒',
        '下午发，别急',
        '明天发 顺丰',
        '周一发，周三到',
        'tomorrow 9am works',
      ],
    ];
    for (const text of theirs) await under(text);
    expect(await sent()).toEqual(theirs);
  });
});

describe('words to somebody that begin with a time of day', () => {
  it.each([
    'text Priya tomorrow 9am good morning, files attached today',
    '告诉Priya明早9点 good morning, files attached today',
    '明早九点给Priya发 good morning, files attached today',
  ])('are offered for then first: %s', async (words) => {
    await house.type(words);
    await house.press((await asked())[0]!);
    const rows = await house.db.sql<{ text: string; dueAt: Date }>`
      select text, due_at as "dueAt" from scheduled_answers`;
    const dueAt = new Date('2026-11-22T01:00:00Z');
    expect(rows).toEqual([{ text: 'good morning, files attached today', dueAt }]);
    expect(await sent()).toEqual([]);
  });

  it('are whole where the sentence goes on from its time, and a bracket that opens stays with them', async () => {
    const onward = [
      ...['告诉Priya明天下午三点到五点有空', '告诉Priya周五下午三点前来拿', '告诉Priya明天上午9点以后来'],
      ...['告诉Priya明天9点左右到', '告诉Priya明天9点和10点都行', '告诉Priya明天9点不行', '告诉Priya明天9点开门'],
      ...[
        'tell Priya tomorrow 5pm works',
        'tell Priya tomorrow 9am or 10am is fine',
        'tell Priya tomorrow before 9am please',
      ],
    ];
    for (const words of onward) {
      await house.type(words);
      const said = words.replace(/^(?:告诉Priya|tell Priya )/, '');
      expect([words, (await asked())[0]]).toEqual([words, `/reply v1 ${said}`]);
      expect((await asked()).filter((line) => line.startsWith('/later'))).toEqual([]);
    }
    await house.type('告诉Priya明天9点茶到了');
    expect((await asked()).slice(0, 2)).toEqual(['/reply v1 明天9点茶到了', '/later c1 2026-11-22 09:00 | 茶到了']);
    const both = buttonsOf(await house.say('/later Priya friday (1900) for both')).map(({ command }) => command);
    expect(both.map((line) => line.split('| ')[1])).toEqual(['for both', '(1900) for both']);
  });

  it.each(['tell Priya tomorrow works for me', 'Priya: tomorrow 9am', 'tell Priya yes, tomorrow 9am'])(
    'control: a day alone, or nothing behind the time, is said now: %s',
    async (words) => {
      await house.type(words);
      expect((await asked()).filter((line) => line.startsWith('/later'))).toEqual([]);
    },
  );
});
