import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { texts } from '../../../src/text/texts.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(() => house.reset());

/** Each writes by Telegram, so each can be answered: c1, c2, … in this order. */
const known = (...names: string[]) =>
  house.start(names.join(), async () => {
    for (const [at, name] of names.entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('在吗', { chat: address, from: { address, name }, externalId: address }));
    }
  });

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

  it('close every ticket and task that is numbered, or none of them', async () => {
    await known('李四');
    await house.say('/工单 李四 茶罐碎了');
    await house.say('/工单 李四 少发一盒');
    for (const title of ['打电话', '寄样品']) await house.say(`/任务 ${title}`);
    await expectAsked('/完成 1 9');
    await expectAsked('/解决 1 9');
    await expectAsked('/完成 1 zzz', '/done 1');
    await house.say('/完成 1 2');
    await house.say('/解决 1、2');
    const [left] = await house.db.sql`
      select (select count(*)::int from tasks where done_at is null) as tasks,
        (select count(*)::int from tickets where state <> 'resolved') as tickets`;
    expect(left).toEqual({ tasks: 0, tickets: 0 });
  });

  it('are kept as a note on the ticket that is resolved', async () => {
    await known('王小明');
    await house.say('/工单 王小明 茶罐碎了');
    expect((await house.say('/解决 王小明 已补发')).hint).toContain('已补发');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: '已补发' }]);
  });

  it.each([
    ['/tag Joan Smith #big client', '/tag c1 #big'],
    ['/客户语言 Joan Smith zzz 中文', '/language c1 zh-CN'],
    ['/取消拉黑 Joan Smith zzz', '/unblock c1'],
    ['/link Joan Smith zzz', '/link c1'],
    ['/快捷回复 退款 Joan Smith 谢谢', '/c 退款 c1'],
    ['/撤销 一下', '/undo 1'],
  ])('%s: what has no use is said, and nothing is done', async (text, without) => {
    await known('Joan Smith');
    await house.say('/快捷回复 存 退款 zh 退款已办理');
    await expectAsked(text, without);
  });
});

/** These take any words: what is typed is their text, name, value or query, and stands in what they answer or keep. Of a secret nothing is said again; a list of people is kept as a file. */
describe.each(
  commands.map(({ name }) => name).filter((name) => name !== 'connect' && name !== 'pair' && name !== 'import'),
)('/%s with a word too many', (name) => {
  it('keeps it, says it, or does nothing', async () => {
    await known('Anna Smith', 'Berlin');
    await house.say('/ticket c1 cup');
    await house.say('/lead c1 logo');
    await house.say('/task call');
    for (const example of texts('en').commands[name].example.split(' · ')) {
      const text = `${example.replace(/\b12\b/, '1')} zzz`;
      const before = await house.state();
      const reply = await house.say(text);
      const kept = JSON.stringify([reply, await house.state()]).includes('zzz');
      expect(reply.failed || kept, `${text}: ${JSON.stringify(reply)}`).toBe(true);
      if (reply.failed) expect(await house.state(), text).toEqual(before);
    }
  });
});

describe('words under a card that look like a command', () => {
  let card: string;
  beforeEach(async () => {
    await known('王小明');
    await house.say('/任务 打电话');
    await house.deliver();
    const rows = await house.outbox();
    card = rows.findLast(({ audience, conversationId }) => audience === 'owner' && conversationId === '1')!.externalId!;
  });
  /** What is said under the card, and the reply to it. */
  async function under(text: string): Promise<Reply> {
    await house.type(text, { answers: [card] });
    return (await house.cards()).at(-1)!;
  }
  const notes = async () =>
    (await house.db.sql<{ text: string }>`select text from messages where direction = 'note' order by id`).map(
      ({ text }) => text,
    );

  it.each([
    ['、、很挑剔', '/note c1 很挑剔'],
    ['\\\\很挑剔', '/note c1 很挑剔'],
    ['、备注 很挑剔', '/note 很挑剔'],
    ['＼备注 很挑剔', '/note 很挑剔'],
    ['∕备注 很挑剔', '/note 很挑剔'],
    ['\\note difficult', '/note difficult'],
    ['./note difficult', '/note difficult'],
    ['。／备注 很挑剔', '/note 很挑剔'],
    ['、/备注 很挑剔', '/note c1 备注 很挑剔'],
    ['、撤销', '/undo 1'],
    ['、贝注 很挑剔', '/note 很挑剔'],
    ['、', undefined],
  ])('%s is held, and asked about', async (text, meant) => {
    const reply = await under(text);
    expect(reply.failed).toBe(true);
    expect(await sentWords()).toEqual([]);
    expect(commandsOf(reply)[0]).toBe(`/reply v1 ${text}`);
    if (meant) expect(commandsOf(reply)).toContain(meant);
  });

  it('leaves, or is kept, as the owner then says', async () => {
    await under('、备注 很挑剔');
    await house.press('/note 很挑剔');
    expect(await notes()).toEqual(['很挑剔']);
    await under('\\o/ 太好了');
    await house.press('发给 王小明');
    expect(await sentWords()).toEqual(['\\o/ 太好了']);
  });

  it.each([
    '撤销 可以吗',
    '完成 1 单，感谢支持',
    '完成了',
    '...好的',
    '。。。',
    ':) 好的',
    '推迟 几天可以吗',
    '全文 如下',
    '取消 的话请告诉我',
    '任务列表 我发您',
    '状态 已更新',
  ])('%s goes to the customer', async (text) => {
    const before = (await house.state()).tasks;
    await under(text);
    expect(await sentWords()).toEqual([text]);
    expect((await house.state()).tasks).toEqual(before);
  });

  it.each([
    ['撤销', '/undo 1'],
    ['完成 1', '/done 1'],
    ['拉黑', '/block'],
    ['改名 好了', '/rename 好了'],
    ['工单 已提交', '/ticket 已提交'],
    ['备注 很挑剔', '/note 很挑剔'],
    ['回复 晚了，抱歉', '/reply 晚了，抱歉'],
    ['报价 如下：两个', '/quote 如下：两个'],
  ])('%s may be either: nothing is done before the owner says so', async (text, command) => {
    const before = await house.state();
    const reply = await under(text);
    expect(commandsOf(reply).sort()).toEqual([`/reply v1 ${text}`, command].sort());
    expect(await house.state()).toEqual(before);
  });

  it.each(['发错人了', 'wrong chat', '撤回'])(
    '%s takes back nothing that is not named, and nothing else than that',
    async (text) => {
      await house.say('/add 李四');
      await house.say('/note 李四 爱拖款');
      const undo = buttonsOf(await under(text)).find(({ command }) => command.startsWith('/undo'))!;
      expect(undo.label).toContain('/note 李四 爱拖款');
      await house.say('/tag 李四 #老客户');
      await house.press(undo.command);
      expect(await notes()).toEqual([]);
      expect(await house.db.sql`select from contacts where '老客户' = any(tags)`).toHaveLength(1);
    },
  );

  it('a slash makes it a command, and outside of an answer the bare word is one', async () => {
    await under('/备注 很挑剔');
    await house.type('备注 王小明 很好');
    expect(await notes()).toEqual(['很挑剔', '很好']);
  });

  it('a note without words is none', async () => {
    expect((await under('//')).failed).toBe(true);
    expect(await notes()).toEqual([]);
  });

  it('files with such words are held too, and a bare word with a file goes along', async () => {
    const attachments = [{ kind: 'photo' as const, ref: 'photo-1' }];
    await house.type('、备注 收据', { answers: [card], attachments });
    expect(await sentWords()).toEqual([]);
    await house.type('报价 如下', { answers: [card], attachments });
    expect(await sentWords()).toEqual(['报价 如下']);
  });
});

describe('/undo', () => {
  it.each(['/改名 甲 乙', '/城市 甲 上海', '/客户语言 甲 en', '/修改 甲 姓名 乙'])(
    'does not take a contact away in which %s came later, and never jams',
    async (later) => {
      await house.say('/添加 甲 13800138000');
      const empty = await house.state();
      await house.say(later);
      const refused = await house.say('/撤销 1');
      expect(refused).toMatchObject({ failed: true });
      expect(refused.text).toContain('/添加 甲');
      expect((await house.say('/撤销')).failed).toBeUndefined();
      expect(await house.state()).toEqual(empty);
      expect((await house.say('/撤销')).failed).toBeUndefined();
      expect(await house.db.sql`select from contacts`).toHaveLength(0);
    },
  );

  it('offers what came before an answer that has left', async () => {
    await known('王小明');
    await house.say('/备注 王小明 很好');
    await house.say('/回复 王小明 好的');
    await house.deliver();
    await house.type('/撤销');
    const reply = (await house.cards()).at(-1)!;
    expect(reply.failed).toBe(true);
    expect(commandsOf(reply)).toEqual(['/undo 1']);
    expect((await house.press('/undo 1')).text).toContain('已撤销');
  });

  it('says in the owner’s words what a button did', async () => {
    await known('小何');
    await house.type('/删除 小何');
    const sure = commandsOf((await house.cards()).at(-1)!).find((command) => command.startsWith('/delete'))!;
    await house.press(sure);
    expect((await house.say('/撤销')).text).toBeDefined();
    await house.type('/撤销');
    const texts = (await house.cards()).map(({ text = '' }) => text).filter((text) => text.includes('已撤销'));
    expect(texts).toEqual(['↩︎ 已撤销：/删除 小何']);
  });

  it('says that it was undone already, and nothing else', async () => {
    await known('王小明');
    await house.say('/备注 王小明 很好');
    await house.say('/撤销 1');
    expect((await house.say('/撤销 1')).text).toContain('已经撤销');
    expect((await house.say('/撤销 99')).text).toContain('没有可以撤销');
  });
});

describe('what is said is true', () => {
  it('/postpone of a finished task says so and offers it anew', async () => {
    await house.say('/任务 打电话');
    await house.say('/完成 1');
    await expectAsked('/推迟 1 明天9点', '/task 明天9点 打电话');
  });

  it('/cancel knows of answers that are to leave later', async () => {
    await known('王小明');
    expect(commandsOf(await expectAsked('/取消'))).toEqual([]);
    await house.say('/稍后发 王小明 明天9点 早上好');
    await expectAsked('/取消', '/scheduled');
  });

  it.each(['/任务列表 2', '/收件箱 9', '/工单列表 3', '/定时列表 2'])('%s is no empty list', async (text) => {
    await house.say('/任务 打电话');
    const reply = await house.say(text);
    expect(reply.text).toMatch(/没有第 \d 页/);
    expect(commandsOf(reply)[0]).toMatch(/ 1$/);
  });

  it.each(['/是真人 1', '/总是自动 1'])('%s asks of what the number is', async (text) => {
    const mail = {
      channel: 'email' as const,
      chat: 'news@x.example',
      from: { address: 'news@x.example', name: 'News' },
    };
    await house.happen(telegramMessage('Sale', { ...mail, externalId: '<n@x>', automatic: 'list' }));
    const reply = await expectAsked(text);
    expect(commandsOf(reply)).toHaveLength(1);
    expect(commandsOf(reply)[0]).toMatch(/ a1$/);
  });
});

describe('a blank that is missing', () => {
  it.each([
    ['/回复Tom你好 吗', '/reply Tom你好 吗'],
    ['/拉黑李四', '/block 李四'],
  ])('%s, which would reach a customer or shut one out, offers what was meant, with every word', async (text, line) => {
    await expectAsked(text, line);
  });

  it.each(['/完成 １', '/完成 ＃1', '/完成 1、', '/完成 #１'])('%s is understood', async (text) => {
    await house.say('/任务 打电话');
    expect((await house.say(text)).failed).toBeUndefined();
    expect(await house.db.sql`select from tasks where done_at is null`).toHaveLength(0);
  });
});
