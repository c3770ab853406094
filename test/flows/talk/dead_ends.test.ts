import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../support/house.ts';

const house: House = await testHouse({ locale: 'en' });
const from = { address: '1001', name: 'Priya' };

beforeEach(async () => {
  await house.reset();
  await house.happen(telegramMessage('hello, is my order coming?', { from, chat: '1001', externalId: 'm1' }));
  await house.deliver();
});

const offers = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ command }) => command);
const underCard = async (text: string) => {
  const card = (await house.outbox()).find((row) => row.conversationId && row.audience === 'owner')!;
  await house.type(text, { answers: [card.externalId!] });
  return (await house.cards()).at(-1)!;
};
const answers = async () =>
  (await house.outbox())
    .filter(({ audience }) => audience === 'customer')
    .map(({ payload }) => JSON.stringify(payload));

describe('words for somebody whom nothing reaches', () => {
  it.each(['/reply Tom Reed your cups are ready', '/later Tom Reed tomorrow 9am your cups are ready'])(
    'are shown, and can be kept as a note: %s',
    async (line) => {
      await house.say('/add Tom Reed');
      const reply = await house.say(line);
      expect(reply).toMatchObject({ failed: true, quote: 'your cups are ready' });
      await house.press('/note c2 your cups are ready');
      expect(offers(reply)).toContain('/note c2 your cups are ready');
      expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([
        { text: 'your cups are ready' },
      ]);
    },
  );
});

describe('a slash', () => {
  it.each(['/ note Priya likes tea', '／ 备注 Priya likes tea', '/  note Priya likes tea'])(
    'may stand apart from its word: %s',
    async (line) => {
      expect((await house.say(line)).failed).toBeUndefined();
      expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: 'likes tea' }]);
    },
  );

  it.each([
    ['/好的亲 马上补发', '好的亲 马上补发'],
    ['/ok', 'ok'],
    ['/ sure, tomorrow', 'sure, tomorrow'],
  ])('that slipped in before an answer keeps nobody from sending it: %s', async (typed, words) => {
    const reply = await underCard(typed);
    expect(reply).toMatchObject({ failed: true, quote: words });
    expect(offers(reply)).toContain(`/reply v1 ${words}`);
    expect(await answers()).toEqual([]);
  });

  it('before what holds a secret offers to send nothing', async () => {
    expect(offers(await underCard('/conect shopify shpss_0123456789abcdef')).join()).not.toContain('/reply');
  });
});

describe('tags beside an answer', () => {
  it.each([
    ['#投诉 好的给您退', '好的给您退', '#投诉'],
    ['sure, on its way #vip', 'sure, on its way', '#vip'],
    ['#ok ok, will do #ok', 'ok, will do', '#ok #ok'],
    ['#late #vip it ships today', 'it ships today', '#late #vip'],
  ])('do not leave before the owner has said so: %s', async (typed, words, tags) => {
    const reply = await underCard(typed);
    expect(offers(reply)).toEqual([`/reply v1 ${words}`, `/reply v1 ${typed}`, `/tag ${tags}`]);
    expect(await answers()).toEqual([]);
  });

  it('are none where a number or another word stands there', async () => {
    await underCard('#3 is the one you want');
    await underCard('we are the #best in town');
    await house.deliver();
    expect(await answers()).toHaveLength(2);
  });
});

describe('a place that nobody can fill in', () => {
  it.each(['order {order} is out', '/reply Priya order {order} is out'])('can leave as typed: %s', async (line) => {
    const reply = line.startsWith('/') ? await house.say(line) : await underCard(line);
    expect(offers(reply)).toEqual(['/reply v1 exactly:"order {order} is out"']);
    await house.press(offers(reply)[0]!);
    expect((await answers()).join()).toContain('order {order} is out');
  });
});

describe('what is not there', () => {
  it('is said by /help, with what is like it', async () => {
    expect(await house.say('/help nosuch')).toMatchObject({ failed: true, text: 'I do not know nosuch.' });
    expect(offers(await house.say('/help tikcet'))).toContain('/help ticket');
    expect(offers(await house.say('/help remind'))).toContain('/help task');
  });

  it('as a person may be the number of a lead or ticket', async () => {
    await house.say('/lead Priya tea $50');
    expect(buttonsOf(await house.say('/find #1')).map(({ label, command }) => [label, command])).toEqual([
      [expect.stringContaining('tea'), '/contact c1'],
      [expect.stringContaining('is my order coming'), '/contact c1'],
    ]);
    expect(offers(await house.say('/find #77'))).toEqual([]);
  });
});

describe('a reminder under a card', () => {
  it.each(['remind me tomorrow to refund her', 'remind me to refund her tomorrow'])(
    'keeps its time where a task is made of it: %s',
    async (words) => {
      const task = offers(await underCard(words)).find((command) => command.startsWith('/task'))!;
      await house.press(task);
      const [row] = await house.db.sql<{ title: string; due: boolean }>`
        select title, due_at is not null as due from tasks`;
      expect(row).toEqual({ title: 'Priya: refund her', due: true });
    },
  );
});

describe('an answer that waits for its hour', () => {
  const waits = async () => {
    await house.say('/later Priya tomorrow 9am it ships today');
    house.now = new Date(house.now.getTime() + 60_000);
  };

  it('is named when the words it answers are changed', async () => {
    await waits();
    await house.happen({
      ...{ kind: 'message.edited' as const, channel: 'telegram' as const, chat: '1001', from, externalId: 'm1' },
      ...{ text: 'please do not send it', editedAt: house.now },
    });
    expect(offers((await house.cards()).at(-1)!)).toContain('/cancel s1');
  });

  it('is named when they are taken back', async () => {
    await waits();
    await house.happen({
      ...{ kind: 'messages.withdrawn' as const, channel: 'telegram' as const, chat: '1001', from },
      externalIds: ['m1'],
    });
    const card = (await house.cards()).at(-1)!;
    expect(offers(card)).toContain('/cancel s1');
    expect(JSON.stringify(card.fields)).toContain('it ships today');
  });
});

describe('people written as mail programs write them', () => {
  it('are told apart with their brackets', async () => {
    expect(offers(await house.say('/add Pat <pat@x.org>, Lou <lou@x.org>'))).toEqual([
      '/add Pat <pat@x.org>',
      '/add Lou <lou@x.org>',
      '/add + Pat <pat@x.org>, Lou <lou@x.org>',
    ]);
  });

  it.each([
    ['/add "Ray, Jim" <ray@x.org>', 'Jim Ray'],
    ['/add "Ray, Jr." <ray@x.org>', 'Ray Jr.'],
  ])('have the whole of their name: %s', async (line, name) => {
    await house.say(line);
    expect(await house.db.sql`select name from contacts where id = 2`).toEqual([{ name }]);
  });
});
