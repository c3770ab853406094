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

  it.each([
    ['add her phone 13911113333', '/edit c1 phone 13911113333'],
    ['加他手机 13911113333', '/edit c1 电话 13911113333'],
    ['gao@corp.cn', '/edit c1 gao@corp.cn'],
    ['她家地址 上海市徐汇区漕溪路18号', '/edit c1 地址: 上海市徐汇区漕溪路18号'],
  ])('how somebody is reached is kept of them, and their pronoun is no name: %s', async (words, command) => {
    const offered = await answered(words);
    expect(offered[0]).toBe(command);
    expect(offered.filter((line) => line.startsWith('/add'))).toEqual([]);
  });

  it.each(['您的手机是 13911113333 吗', '我的邮箱是 gao@corp.cn'])(
    'control: said to them it leaves: %s',
    async (words) => {
      expect(await answered(words).then((lines) => lines.filter((line) => line.startsWith('/edit')))).toEqual([]);
    },
  );

  it('that something was sent to them holds nothing to be told', async () => {
    const said = (await answered('给他发货了')).filter((line) => line.startsWith('/reply'));
    expect(said).toEqual(['/reply v1 给他发货了']);
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

describe('without a card', () => {
  const typed = async (words: string) => {
    await house.type(words);
    return buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
  };

  it.each([
    ['加他手机 13911113333', '/edit c1 电话 13911113333'],
    ['王小明 wang@163.com 138 1111 2222', '/edit c1 wang@163.com 138 1111 2222'],
    ['王小明 wang@163.com', '/edit c1 wang@163.com'],
    ['收货地址 王小明 上海市静安区南京西路1266号', '/edit c1 地址: 上海市静安区南京西路1266号'],
    ['王小明要改地址 改成苏州市姑苏区平江路9号', '/edit c1 地址: 苏州市姑苏区平江路9号'],
  ])('how somebody is reached is added to whoever is known, or was shown last: %s', async (words, command) => {
    expect((await typed(words))[0]).toBe(command);
  });

  it.each(['周敏多要一盒', '王小明多要一盒', '周敏还要两盒'])(
    'how much more is no part of a name: %s',
    async (words) => {
      expect((await typed(words)).filter((line) => /^\/add \S+[多还]/.test(line))).toEqual([]);
    },
  );

  it('control: whoever is not known is added', async () => {
    expect((await typed('周敏 zhou@163.com 138 1111 2222'))[0]).toMatch(/^\/add /);
  });
});
