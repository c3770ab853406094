import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'zh-CN', country: 'CN', currency: 'CNY' });
let card = '';

beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('好了吗？', { chat: '77', from: { address: '77', name: '王小明' } }));
    await house.deliver();
    card = (await house.outbox()).findLast(({ audience, conversationId }) => audience === 'owner' && conversationId)!
      .externalId!;
  }),
);

const answered = async (words: string) => {
  await house.type(words, { answers: [card] });
  return buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
};

describe('under a card', () => {
  it.each([
    ['tag her vip', '/tag #vip'],
    ['tag her as vip', '/tag #vip'],
    ['tag this customer vip wholesale', '/tag #vip #wholesale'],
    ['Sounds good, then tag her vip', '/tag #vip'],
    ['标签 他 老客', '/tag #老客'],
  ])('whom a tag is for is no tag: %s', async (words, command) => {
    expect(await answered(words)).toContain(command);
  });

  it.each(['给他回个电话', '给他回电话', '跟他说件事', '给她回封邮件'])(
    'what is to be done is nothing to be told: %s',
    async (words) => {
      const said = (await answered(words)).filter((line) => line.startsWith('/reply'));
      expect(said).toEqual([`/reply v1 ${words}`]);
    },
  );

  it('control: what they are to be told is offered alone', async () => {
    expect(await answered('跟他说茶发了')).toContain('/reply v1 茶发了');
  });
});

describe('a task about somebody with a title', () => {
  const tasks = () => house.db.sql`select title, contact_id::text as contact from tasks`;

  it('asks whether it is whoever has that surname', async () => {
    const reply = await house.say('/任务 明天给王总打电话');
    expect(await tasks()).toEqual([]);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([
      '/task c1 明天给王总打电话',
      '/task + 明天给王总打电话',
    ]);
  });

  it.each([
    [0, '1'],
    [1, null],
  ])('is made as the button says: the one at %d', async (nth, contact) => {
    await house.type('/任务 明天给王总打电话');
    await house.press(buttonsOf((await house.cards()).at(-1)!)[nth]!);
    expect(await tasks()).toEqual([{ title: '给王总打电话', contact }]);
  });

  it('control: a whole name asks nothing', async () => {
    await house.say('/任务 明天给王小明打电话');
    expect(await tasks()).toEqual([{ title: '给王小明打电话', contact: '1' }]);
  });
});
