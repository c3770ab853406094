import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', undoSend: 30 });
let cards: string[];
beforeEach(
  house.startingWith(async () => {
    cards = [];
    for (const [at, name] of ['Priya Shah', 'Tom Reed', 'Zoe Zane'].entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
      await house.deliver();
      cards.push((await house.outbox()).findLast(({ audience }) => audience === 'owner')!.externalId!);
    }
  }),
);
const under = (nth: number, text: string) => house.type(text, { answers: [cards[nth]!] });
const last = async () => (await house.cards()).at(-1)!;
const answers = async () =>
  (await house.outbox()).flatMap(({ id, audience, state, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [{ id, state, text: payload.reply.text }] : [],
  );
const leaves = () =>
  house.db.autocommit`update outbox set run_at = now(), parked_until = null where audience = 'customer'`;

const THOUGHTS = [
  ...[
    'stop',
    'wait!!',
    'no!',
    'abort',
    'hold on',
    'oops',
    'unsend',
    'shit wrong chat',
    'nooo',
    'oh no',
    'wait a minute',
  ],
  ...[
    '停！',
    '等等等等',
    '发错人了',
    '撤',
    '取消发送',
    '刚才的不算',
    '啊不对',
    '打错了',
    '不是给你的',
    'not for you',
    '不不不',
    'that was for Tom',
    'oops this was for Zoe Zane',
    '那条是给林小美的',
  ],
];

describe('second thoughts while an answer is held', () => {
  it.each(THOUGHTS)('name it and keep it back by a tap, under no card: %s', async (text) => {
    await under(1, 'the flyer is 350');
    const [held] = await answers();
    await house.type(text);
    const card = await last();
    expect(card.text).toContain('Tom Reed');
    expect(card.text).toContain('the flyer is 350');
    const commands = buttonsOf(card).map(({ command }) => command);
    // what was meant for somebody else who is known is offered to them as well
    expect(commands.filter((command) => !command.includes('\n'))).toEqual([`/cancel o${held!.id}`]);
    await house.press(`/cancel o${held!.id}`);
    expect((await answers()).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it.each(THOUGHTS)('do not leave under a card either, and the held answer waits: %s', async (text) => {
    await under(1, 'the flyer is 350');
    const [held] = await answers();
    await under(1, text);
    expect((await answers()).map((one) => one.text)).toEqual(['the flyer is 350']);
    const commands = buttonsOf(await last()).map(({ command }) => command);
    expect(commands.filter((command) => !command.includes('\n'))).toEqual([
      `/cancel o${held!.id}`,
      `/reply v2 ${text}`,
    ]);
  });

  it('name each of several answers', async () => {
    await under(1, 'to tom');
    await under(0, 'to priya');
    await house.type('stop');
    const labels = buttonsOf(await last()).map(({ label }) => label);
    expect(labels).toEqual(['Cancel to Priya Shah: to priya', 'Cancel to Tom Reed: to tom']);
  });
});

it('a cry is said to the customer where nothing is held', async () => {
  for (const text of ['oops', 'no!', '不对']) {
    await under(0, text);
    await leaves();
    await house.deliver();
  }
  expect((await answers()).map(({ text }) => text)).toEqual(['oops', 'no!', '不对']);
});

describe('an answer that has left', () => {
  beforeEach(async () => {
    await under(1, 'the flyer is 350');
    await leaves();
    await house.deliver();
  });

  it('is not what /undo means, where another one was cancelled meanwhile', async () => {
    await under(0, 'to priya');
    await house.press(`/cancel o${(await answers()).at(-1)!.id}`);
    const reply = await house.say('/undo');
    expect(reply.text).toContain('cancel your answer to Priya Shah');
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(['Send it after all']);
  });

  it('is named by a cry of the wrong person, and nothing is offered that cannot call it back', async () => {
    await under(1, 'oops wrong person');
    const card = await last();
    expect(card.text).toContain('Tom Reed');
    expect(card.text).toContain('the flyer is 350');
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(['/reply v2 oops wrong person']);
  });

  it('is passed over for what can be undone before it', async () => {
    await house.say('/note c1 likes blue');
    await under(0, 'more');
    await leaves();
    await house.deliver();
    expect(buttonsOf(await house.say('/undo')).map(({ label }) => label)).toEqual([
      'Undo the one before: /note c1 likes blue',
    ]);
  });
});

describe('words that say whose an answer was', () => {
  const SAID = [
    ...['not her, this was for Zoe', 'that was for zoe zane, not him', 'sorry, meant for Zoe', 'wrong person, for zoe'],
    ...[
      'oops i meant to send that to Zoe',
      'this should have gone to Zoe Zane',
      '发错了，这是给Zoe的',
      '回错人了，应该发给Zoe的',
    ],
  ];

  it.each(SAID)('stop it and say it to them, by one tap: %s', async (text) => {
    await under(1, 'the flyer is 350');
    const [held] = await answers();
    await under(1, text);
    expect((await answers()).map(({ state }) => state)).toEqual(['queued']);
    const [instead] = buttonsOf(await last());
    expect(instead).toMatchObject({
      label: 'Send that to Zoe Zane instead',
      command: `/cancel o${held!.id}\n/reply v3 the flyer is 350`,
    });
    await house.press(instead!);
    expect((await answers()).map(({ state, text: words }) => [state, words])).toEqual([
      ['cancelled', 'the flyer is 350'],
      ['queued', 'the flyer is 350'],
    ]);
  });

  it.each(SAID)('are not said to whoever got it when it has left: %s', async (text) => {
    await under(1, 'the flyer is 350');
    await leaves();
    await house.deliver();
    await under(1, text);
    expect(await answers()).toHaveLength(1);
    expect(buttonsOf(await last()).map(({ command }) => command)).toContain('/reply v3 the flyer is 350');
  });

  it.each(['this is for you', 'That is for Monday', 'it is for the kitchen', '这是给您的样品', '这是给孩子的'])(
    "control: words that name nobody are the customer's: %s",
    async (text) => {
      await under(1, text);
      expect((await answers()).map(({ text: words }) => words)).toEqual([text]);
    },
  );
});
