import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(() => house.reset());

/** Each writes by Telegram, so each can be answered: c1, c2, … in this order. */
async function known(...names: string[]): Promise<void> {
  const nth = (await house.db.sql`select id from contacts`).length;
  for (const [at, name] of names.entries()) {
    const address = `${700 + nth + at}`;
    await house.happen(telegramMessage('在吗', { chat: address, from: { address, name }, externalId: address }));
  }
}

/** What leaves to customers, the automatic greeting aside. */
async function sentWords(): Promise<string[]> {
  const rows = await house.db.sql<{ text: string }>`
    select text from messages where direction = 'out' and user_id is not null order by id`;
  return rows.map(({ text }) => text);
}

const commandsOf = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);

/** Asks, and neither changes nor sends anything. */
async function expectAsked(text: string, ...offered: string[]): Promise<Reply> {
  const before = await house.state();
  const reply = await house.say(text);
  expect(reply.failed, `${text}: ${JSON.stringify(reply)}`).toBe(true);
  expect(await house.state(), text).toEqual(before);
  for (const command of offered) expect(commandsOf(reply), text).toContain(command);
  return reply;
}

describe('a name that is nobody’s', () => {
  it.each([
    ['李四', '/回复 李思 今天发货', '/reply c1 今天发货'],
    ['李四', '/回复 李司 今天发货', '/reply c1 今天发货'],
    ['李四', '/回复 里四 今天发货', '/reply c1 今天发货'],
    ['王小丽', '/回复 王小莉 好的', '/reply c1 好的'],
    ['Joan Smith', '/reply Jaon hi', '/reply c1 hi'],
    ['Ana Lopez', '/reply Anna hi', '/reply c1 hi'],
    ['张三', '/reply zhangsan hi', '/reply c1 hi'],
    ['张三', '/reply zs hi', '/reply c1 hi'],
    ['王小明', '/回复 明 好的', '/reply c1 好的'],
    ['李四', '/备注 李思 喜欢浓茶', '/note c1 喜欢浓茶'],
    ['李四', '/标签 李思 #vip', '/tag c1 #vip'],
    ['李四', '/修改 李思 城市:上海', '/edit c1 城市:上海'],
    ['李四', '/改名 李思 李思思', '/rename c1 李思思'],
    ['李四', '/城市 李思 上海', '/city c1 上海'],
    ['李四', '/客户语言 李思 en', '/language c1 en'],
    ['李四', '/线索 李思 龙井', '/lead c1 龙井'],
    ['李四', '/工单 李思 茶罐碎了', '/ticket c1 茶罐碎了'],
    ['李四', '/拉黑 李思', '/block c1'],
    ['Marie Curie', '/block Maria', '/block c1'],
    ['李四', '/已答复 李思', '/answered c1'],
    ['李四', '/链接 李思', '/link c1'],
    ['李四', '/删除 李思 !', '/delete c1'],
  ])('%s: %s asks whether they are meant', async (name, text, command) => {
    await known(name);
    const reply = await expectAsked(text, command);
    expect(reply.text ?? reply.title).toContain(name);
    expect(await sentWords()).toEqual([]);
  });

  it('goes where it was meant once that is said', async () => {
    await known('李四');
    await house.type('/回复 李思 今天发货');
    await house.press('/reply c1 今天发货');
    expect(await sentWords()).toEqual(['今天发货']);
  });

  it('keeps the time of an answer for later, and the words of a canned one', async () => {
    await known('王经理');
    await house.say('/快捷回复 存 退款 zh 退款已办理');
    await expectAsked('/c 退款 王经里', '/c 退款 c1');
    const [later] = commandsOf(await expectAsked('/稍后发 王经里 明天9点 早上好'));
    await house.say(later!);
    expect(await house.db.sql`select text from scheduled_answers`).toEqual([{ text: '早上好' }]);
  });

  it('asks with every one of those who may be meant', async () => {
    await known('李四', '李司');
    await expectAsked('/回复 李思 好的', '/reply c1 好的', '/reply c2 好的');
  });

  it('asks when more is said of the name than is known of anybody', async () => {
    await known('Maria Lopez');
    await expectAsked('/block Maria Gonzales', '/block c1 Gonzales');
    await expectAsked('/tag Maria Gonzales #vip', '/tag c1 #vip');
  });

  it('is shown all the same, with a word that the name differs', async () => {
    await known('李四');
    for (const text of ['/查找 李思', '/客户 李思', '/时间线 李思']) {
      const reply = await house.say(text);
      expect(reply.failed, text).toBeUndefined();
      expect(reply.hint, text).toContain('李思');
    }
    expect((await house.say('/客户 李四')).hint ?? '').not.toContain('没有');
  });

  it.each([
    ['张三', '/note 张三 hi'],
    ['張三', '/note 张三 hi'],
    ['Joan Smith', '/note joan hi'],
    ['Joan Smith', '/note SMITH hi'],
    ['Katherine', '/note Kath hi'],
    ['王经理（绿叶）', '/note 王经理 hi'],
    ['王小丽', '/note 王小 hi'],
  ])('%s is meant by %s without a question', async (name, text) => {
    await known(name);
    expect((await house.say(text)).failed).toBeUndefined();
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: 'hi' }]);
  });

  it.each(['/note 8000 hi', '/note 13800138000 hi', '/note li@example.com hi', '/note c1 hi'])(
    '%s means who has this number or address',
    async (text) => {
      await house.say('/add 李四 13800138000 li@example.com');
      expect((await house.say(text)).failed).toBeUndefined();
    },
  );

  it('asks who is meant where a beginning is two people’s', async () => {
    await known('Katherine', 'Kathleen');
    await expectAsked('/reply Kath hi', '/reply c1 hi', '/reply c2 hi');
  });
});

describe('the name of whoever is answered', () => {
  it.each([
    ['/reply Joan Smith: hi there', 'hi there'],
    ['/reply Joan Smith： hi there', 'hi there'],
    ['/reply Joan Smith, hi there', 'hi there'],
    ['/reply Joan Smith，hi there', 'hi there'],
    ['/reply Joan Smith hi there', 'hi there'],
    ['/reply Joan: hi there', 'hi there'],
    ['/reply c1: hi there', 'hi there'],
    ['/回复 Joan Smith：hi there', 'hi there'],
  ])('%s does not leave with the words', async (text, words) => {
    await known('Joan Smith');
    await house.say(text);
    expect(await sentWords()).toEqual([words]);
  });

  it('is no part of a lead’s title or of a note', async () => {
    await known('Joan Smith', 'Anna Smith', 'Anna Jones');
    await house.say('/lead Joan Smith, logo, $500');
    expect((await house.db.sql<{ title: string }>`select title from leads order by id desc limit 1`)[0]!.title).toMatch(
      /^logo/,
    );
    await house.say('/note Anna Smith: call');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: 'call' }]);
  });

  it.each([
    ['/reply Joan S hi', '/reply c1 hi', '/reply c1 S hi'],
    ['/reply Joan S. hi', '/reply c1 hi', '/reply c1 S. hi'],
    ['/reply Smith Joan hi', '/reply c1 hi', '/reply c1 Joan hi'],
  ])('%s asks what belongs to the name', async (text, without, whole) => {
    await known('Joan Smith');
    await expectAsked(text, without, whole);
    await house.say(whole);
    expect(await sentWords()).toEqual([whole.replace('/reply c1 ', '')]);
  });

  it('asks when words under a card begin with somebody else’s name', async () => {
    await known('王五', '李四');
    await house.deliver();
    const card = (await house.outbox()).findLast(
      ({ audience, conversationId }) => audience === 'owner' && conversationId === '1',
    )!;
    await house.type('/回复 李四 好的', { answers: [card.externalId!] });
    expect(await sentWords()).toEqual([]);
    expect(commandsOf((await house.cards()).at(-1)!)).toEqual(['/reply c2 好的', '/reply c1 李四 好的']);
  });
});

describe('words behind a name', () => {
  it('are kept as the reason why somebody is blocked', async () => {
    await known('李四');
    expect((await house.say('/拉黑 李四 骚扰')).hint).toContain('骚扰');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: '骚扰' }]);
  });
});
