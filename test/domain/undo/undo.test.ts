import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import { nameChannel } from '../../../src/domain/desk/channel_state.ts';
import { journaled } from '../../../src/domain/owner/journal.ts';
import { loadContact } from '../../../src/domain/people/contact.ts';
import { ownConnection } from '../../../src/domain/sell/own_order.ts';
import { PARENTS } from '../../../src/domain/undo/change.ts';
import { KEPT } from '../../../src/domain/undo/take_back.ts';
import { buttonsOf, type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { unrecordedTables } from '../../support/tables.ts';

const DAY_MS = 24 * 3_600_000;

const house = await testHouse();
beforeEach(() => house.reset());

/** 张三 has asked for a price and complained; a task is due. */
async function furnish(): Promise<void> {
  await house.happen(
    telegramMessage('请问龙井多少钱一斤？', { from: { address: '1001', name: '张三' } }),
    telegramMessage('我的茶罐碎了，要退款', { from: { address: '1001', name: '张三' } }),
  );
  await house.say('/add 张三丰 13800138000 #老客');
  await house.say('/lead c1 龙井 ¥1280');
  await house.say('/ticket c1 茶罐碎了');
  await house.say('/task 明天10点 打电话');
  await house.say('/task 每周一9点 盘库');
  await house.db.autocommit`insert into users (name, role) values ('小李', 'helper')`;
  await house.act((ctx) => nameChannel(ctx, 'telegram', '@tea_bot'));
  // it is made with the first order that is written down, and stays
  await house.act(({ tx }) => ownConnection(tx));
}

/** Kim has mailed, and a newsletter has come. */
async function mailArrived(): Promise<void> {
  const from = { address: 'news@x.example', name: 'News' };
  const mail = { kind: 'message.received', channel: 'email', chat: from.address, private: false, from } as const;
  await house.happen({
    ...{ ...mail, externalId: '<k@y>', text: '谢谢', attachments: [], answers: [], sentAt: NOON },
    ...{ chat: 'kim@y.example', from: { address: 'kim@y.example', name: 'Kim' } },
  });
  await house.happen({
    ...{ ...mail, externalId: '<n@x>', text: '请问多少钱', attachments: [], answers: [], sentAt: NOON },
    automatic: 'list',
  });
}

/** Emptied by a deletion, and filled again by a user or an undo alone: they name something that is gone. */
const BY_USERS_ALONE = [
  'scheduled_answers.contact_id',
  'triage_corrections.message_id',
  'conversations.joined_to',
  ...['leads', 'tickets', 'feedback'].map((table) => `${table}.message_id`),
  ...['leads', 'tickets'].map((table) => `${table}.conversation_id`),
];

/** The columns that a source sets to null; of `update ${tx(table)}` in each table of the loop around it. */
function emptiedIn(source: string): string[] {
  let loop: string[] = [];
  const found: string[] = [];
  for (const [, tables, table, set] of source.matchAll(
    /for \(const table of \[(.*?)\]\)|update (\S+) set (.*?)\s+where/gs,
  )) {
    if (tables) loop = [...tables.matchAll(/'(\w+)'/g)].map(([, name]) => name!);
    const columns = [...(set ?? '').matchAll(/(\w+) = null/g)].map(([, column]) => column!);
    for (const name of table?.startsWith('$') ? loop : [table!])
      found.push(...columns.map((column) => `${name}.${column}`));
  }
  return found;
}

const undoIdOf = (reply: Awaited<ReturnType<House['say']>>): string | undefined =>
  buttonsOf(reply)
    .find(({ command }) => command.startsWith('/undo '))
    ?.command.slice('/undo '.length);

describe('undo', () => {
  /** At least one use of every command that changes a journaled table. */
  const changing = [
    '/add 新人 13900139000 new@example.com #a #b',
    '/add 13800138000 feng@example.com #掌门',
    '/add c1 李四，13900139009，上海，老客户',
    '/add + 张三丰 139001',
    '/edit c1 name 张君宝 +13900139008 #道长 city:武当',
    '/field add 尺码 数字',
    '/template new 春茶\n{{ 称呼 }}，新茶到了\n您好',
    '/template edit 春茶 en\nNew tea\nHi',
    '/template fallback 春茶 en',
    '/segment new 老客 订单:>=2 尺码:>38',
    '/segment edit 老客 #vip',
    '/edit c1 -13800138000',
    '/rename c1 张真人',
    '/block c1',
    '/unblock c1',
    '/add 13800138000 +1 202 555 0147',
    '/org 云山茶业 +c1 采购',
    '/tag c1 #x -#y',
    '/tag 张三丰 -#老客',
    '/note c1 要发票',
    '/note 张三丰 没有来过',
    '/reply c1 马上',
    '/answered c1',
    '/snooze 2 明天',
    '/snooze c1 明天9点',
    '/language c1 en',
    '/c save 退款 zh 好的，{name}',
    '/c save 退款 zh 已退款，{name}',
    '/c 退款 zh c1',
    '/c drop 退款',
    '/later c1 明天9点 早上好',
    '/consent c1 feng@example.com 资讯 展会上说的',
    '/unsubscribe c1',
    '/lead c1 大单 9,999,999,999,999.99',
    '/lead 张三丰 名片',
    '/next 2 明天10点 打电话',
    '/won 1',
    '/won 2 1500',
    '/lost 2 太贵',
    '/reopen 2',
    '/stages add 样品 30% 5天',
    '/stages 样品 40%',
    '/stages 样品 上移',
    '/move 1 样品',
    '/lead 1 产品 龙井',
    '/lead 1 预计 12-24',
    '/lostreasons add 太慢',
    '/lost 1 太慢',
    '/lostreasons rename 太慢 交货太慢',
    '/reopen 1',
    '/next 1 明天 寄样品',
    '/next 1 周五',
    '/next 1 先放着 1周',
    '/next 1 无',
    '/stages rename 报价 询价',
    '/stages remove 样品 接洽',
    '/lostreasons remove 交货太慢',
    '/quote 1 茶罐 1.5x9,999,999.99',
    '/quote 1 -1',
    '/order c1 2x茶 ¥256',
    '/order c1 茶罐 ¥30 已付款',
    '/gone c1 搬走了',
    '/gone 张三丰 换了别家',
    '/spare c1 三周后',
    '/regain c1 好久不见！',
    '/ticket c1 漏了',
    '/call c1 来电 5分钟 问发票，答应周四回复',
    '/visit c1 想要礼盒',
    '/feedback c1 希望有小包装 #包装',
    '/invoice M-1 月底前',
    '/invoice M-1 编号 Z-7',
    '/contract c1 网站维护 每月1200元 到2027-03-31 提前3个月通知 自动续约1年',
    '/contract 1 自动续约2年',
    '/contract 1 解约',
    '/contract 1 恢复',
    '/contract 1 续约',
    '/csat words 服务还满意吗',
    '/resolve 1',
    '/resolve 2',
    '/ticketas 1 投诉',
    '/ticketas 2 紧急',
    '/ticketas 1 原因 运输破损',
    '/ticketas 2 备注 已拍照',
    '/ticketas 2 步骤 拍照；补发',
    '/ticketas 2 完成 1',
    '/ticketas 2 合并 1',
    '/ticketas 1 待处理',
    '/hours 周六 10-16',
    '/hours 10-01 休息 国庆',
    '/task 后天 盘点',
    '/done 1',
    '/done 2',
    '/skip 2',
    '/end 2',
    '/postpone 1 下周一',
    '/settings currency USD',
    '/business address 龙井路 1 号',
    '/settings digest off',
    '/settings language en',
    '/connect shopify shpss_0123456789abcdef0123456789abcdef',
    '/disconnect shopify',
    '/connect form 联系我们',
    '/forms 2 fields email phone',
    '/hook add https://erp.example.com/in order',
    '/merge c1 c2',
    '/distinct c1 c2',
    '/split c2 phone:+8613800138000',
    '/join v1 v2',
    '/confirm c1',
    '/file 1 ticket',
    '/file 1 other',
    '/file 2 lead',
    '/file 2 feedback',
    '/link c1',
    '/away 3d',
    '/city c1 上海',
    '/tagall 2 #批发 where -#没有的',
    '/taskall 2 明天10点 打电话 where -#没有的',
    '/delete c2 !',
    '/delete c1 !',
    '/helper remove 小李',
    '/person a1',
    '/machine a1',
    '/answersto v2 office@x.example',
    '/copies v2 off',
    '/faq add 发货 多久发货 → 48小时内发出',
    '/autoreply orders on',
  ];

  it('knows every command that changes something', () => {
    const names = new Set(changing.map((text) => text.slice(1).split(' ')[0]));
    // a message on its way again, or taken off the list, is no state of ours to take back, and a revoked key stays revoked;
    // what has left to many or to everybody cannot be called back (test/flows/campaigns, posts);
    // what a file brings is recorded when it is taken in (test/flows/exchange); what many have agreed to is counted before it is
    // written down (test/flows/campaigns/before/asking)
    // a promise stands in an answer (test/flows/talk/promises)
    const outside = [
      'promise',
      'consentall',
      'retry',
      'drop',
      'apikey',
      'import',
      'campaign',
      'post',
      'sequence',
      'stop',
    ];
    const all = commands.filter((command) => command.changes).map((command) => command.name);
    expect([...names, ...outside].sort()).toEqual([...all].sort());
  });

  it('puts rows back after those they hang on: every table others point to is listed, in that order', async () => {
    const rows = await house.db.sql<{ child: string; parent: string }>`
      select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
      where contype = 'f' and conrelid <> confrelid`;
    const journaled = Object.keys(await house.state());
    const parents = rows.filter(({ child, parent }) => journaled.includes(child) && journaled.includes(parent));
    for (const { child, parent } of parents) {
      expect(PARENTS, `${parent} of ${child}`).toContain(parent);
      const at = (table: string) => (PARENTS.includes(table) ? PARENTS.indexOf(table) : PARENTS.length);
      expect(at(parent), `${parent} before ${child}`).toBeLessThan(at(child));
    }
  });

  const lastEntryId = async () =>
    (await house.db.sql<{ id: string }>`select id from journal where outcome is null order by id desc limit 1`)[0]?.id;

  it('knows each column that a deletion empties in rows that stay and a shop or customer may fill meanwhile', async () => {
    const emptied = emptiedIn(await readFile('src/domain/people/delete.ts', 'utf8'));
    expect(emptied).toContain('orders.words');
    const kept = Object.entries(KEPT).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
    const answered = [...kept, ...BY_USERS_ALONE];
    expect(emptied.filter((column) => !answered.includes(column))).toEqual([]);
    expect(BY_USERS_ALONE.filter((column) => !emptied.includes(column))).toEqual([]);
    expect(emptiedIn('await tx`update orders set buyer = null, words = null where id = 1`')).toEqual([
      'orders.buyer',
      'orders.words',
    ]);
  });

  async function takesBack(texts: readonly string[]) {
    const steps: { text: string; id: string; before: Awaited<ReturnType<House['state']>> }[] = [];
    for (const text of texts) {
      const before = await house.state();
      const last = await lastEntryId();
      const offered = undoIdOf(await house.say(text));
      // what is still to leave offers [Cancel] instead; /undo takes it back all the same
      const id = offered ?? (await lastEntryId());
      if (id && id !== last) steps.push({ text, id, before });
    }
    for (const { text, id, before } of steps.reverse()) {
      const reply = await house.say(`/undo ${id}`);
      expect(reply.failed, `${text}: ${reply.text}`).toBeUndefined();
      expect(await house.state(), text).toEqual(before);
    }
  }

  // every table is read for each of them: all in one test took 44 s beside other work, and more than three minutes beside very much
  it.each(
    [changing.slice(0, 14), changing.slice(14, 50), changing.slice(50, 90), changing.slice(90)].map(
      (texts) => [texts.length, texts[0]!, texts] as const,
    ),
  )(
    'takes back a sequence of %i commands, beginning with %s, step by step, to exactly the state before each',
    async (_, __, texts) => {
      await furnish();
      await mailArrived();
      await takesBack(texts);
    },
  );

  it('takes back any sequence of commands, step by step, to exactly the state before each', async () => {
    await furnish();
    await mailArrived();
    const sequences = fc.shuffledSubarray(changing, { minLength: 4, maxLength: 7 });
    await fc.assert(fc.asyncProperty(sequences, takesBack), { numRuns: 2, endOnFailure: true });
  });

  it('without a number takes back the last change, then the one before', async () => {
    await furnish();
    const before = await house.state();
    await house.say('/tag c1 #一');
    await house.say('/tag c1 #二');
    expect((await house.say('/undo')).text).toContain('#二');
    expect((await house.say('/撤销')).text).toContain('#一');
    expect(await house.state()).toEqual(before);
  });

  it('takes the same change back only once', async () => {
    await furnish();
    const id = undoIdOf(await house.say('/tag c1 #一'));
    await house.say(`/undo ${id}`);
    expect(await house.say(`/undo ${id}`)).toMatchObject({ unchanged: true, text: '已经撤销过了。' });
  });

  it('is there for 30 days, then no more', async () => {
    await furnish();
    const start = house.now.getTime();
    const first = undoIdOf(await house.say('/tag c1 #一'));
    const second = undoIdOf(await house.say('/tag c1 #二'));
    house.now = new Date(start + 30 * DAY_MS - 1000);
    expect((await house.say(`/undo ${second}`)).failed).toBeUndefined();
    house.now = new Date(start + 30 * DAY_MS + 1000);
    expect((await house.say(`/undo ${first}`)).failed).toBe(true);
    expect((await house.say('/undo')).failed).toBe(true);
  });

  it('belongs to whoever made the change', async () => {
    await furnish();
    const id = undoIdOf(await house.say('/tag c1 #一'));
    expect(await house.rehearse('helper', `/undo ${id}`)).toMatchObject({ failed: true });
  });

  it('of a message filed anew forgets the correction too: it was none', async () => {
    await furnish();
    const id = undoIdOf(await house.say('/file 1 other'));
    await house.say(`/undo ${id}`);
    expect(await house.db.sql`select from triage_corrections`).toHaveLength(0);
  });

  it('of a connection closes its hook at once', async () => {
    let told = 0;
    const stop = await house.db.listen('connections', () => told++);
    const id = undoIdOf(await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef'));
    const before = told;
    await house.say(`/undo ${id}`);
    await expect.poll(() => told).toBeGreaterThan(before);
    await stop();
  });
});

describe('every table', () => {
  it('that users change is recorded, or named with the reason why not', async () => {
    expect(await unrecordedTables(house.db.sql)).toEqual([]);
  });

  it('control: one that was forgotten is noticed', async () => {
    await house.db.autocommit`create table forgotten (id bigint primary key)`;
    try {
      expect(await unrecordedTables(house.db.sql)).toEqual(['forgotten']);
    } finally {
      await house.db.autocommit`drop table forgotten`;
    }
  });
});

describe('a change within a change', () => {
  it('is recorded for itself, and what follows it belongs to the outer one again', async () => {
    await house.say('/add 李四 13900139000');
    const cityOf = async () => (await house.db.sql`select city from contacts where id = 1`)[0]!.city;
    const ids = await house.act(async (ctx) => {
      const [owner] = await ctx.tx<{ id: string }>`select id from users`;
      const entry = (command: string) => ({ userId: owner!.id, command, now: ctx.now });
      const to = async (city: string) => void (await ctx.tx`update contacts set city = ${city} where id = 1`);
      let inner: string | undefined;
      const outer = await journaled(ctx.tx, entry('outer'), async () => {
        await to('A');
        inner = (await journaled(ctx.tx, entry('inner'), () => to('B'))).journalId;
        await to('C');
      });
      return { outer: outer.journalId, inner };
    });
    const changes = await house.db.sql`
      select journal_id as id, after ->> 'city' as city from journal_changes where table_name = 'contacts' and after ->> 'city' is not null
      order by journal_changes.id`;
    expect(changes).toEqual([
      { id: ids.outer, city: 'A' },
      { id: ids.inner, city: 'B' },
      { id: ids.outer, city: 'C' },
    ]);
    expect((await house.say(`/undo ${ids.outer}`)).failed).toBeUndefined();
    expect(await cityOf()).toBeNull();
  });
});

describe('what was so already', () => {
  beforeEach(house.startingWith(furnish));

  /** Said twice, the second changes nothing; what comes first makes the ground for it. */
  const twice: [first: string[], again: string][] = [
    [[], '/tag c1 #x'],
    [[], '/resolve 1'],
    [[], '/resolve 2'],
    [[], '/won 1 1500'],
    [[], '/lost 1 太贵'],
    [['/lost 1'], '/reopen 1'],
    [[], '/done 1'],
    [[], '/postpone 1 下周一9点'],
    [[], '/language c1 en'],
    [[], '/city c1 上海'],
    [[], '/file 1 other'],
    [[], '/settings currency USD'],
    [[], '/settings digest off'],
    [[], '/distinct c1 c2'],
    [[], '/snooze 2 明天'],
    [[], '/snooze c1 明天9点'],
    [[], '/c save 退款 zh 好的'],
    [['/away 3d'], '/away off'],
    [[], '/confirm c1'],
    [[], '/add 张三丰 13800138000 #老客'],
  ];

  it.each(twice)(
    '%j %s: the second time it is said, nothing is recorded, and /undo takes back the first',
    async (first, text) => {
      for (const line of first) await house.say(line);
      const before = await house.state();
      const once = undoIdOf(await house.say(text));
      const after = await house.state();
      const again = await house.say(text);
      expect(undoIdOf(again), again.text ?? again.title).toBeUndefined();
      expect(await house.state()).toEqual(after);
      if (!once) return;
      const undone = await house.say('/undo');
      expect(undone.text).toContain(text);
      expect(await house.state()).toEqual(before);
    },
  );

  it.each(['/resolve 1', '/won 1', '/lost 1', '/done 1'])('%s says so', async (text) => {
    await house.say(text);
    expect((await house.say(text)).text).toMatch(/^已经/);
  });

  it('a change to and fro within one command is none', async () => {
    const { journalId } = await house.act(async (ctx) => {
      const [owner] = await ctx.tx<{ id: string }>`select id from users where role = 'owner'`;
      return journaled(ctx.tx, { userId: owner!.id, command: 'to and fro', now: ctx.now }, async () => {
        await ctx.tx`update contacts set city = 'A' where id = 1`;
        await ctx.tx`update contacts set city = null where id = 1`;
      });
    });
    expect(journalId).toBeUndefined();
  });
});

describe('a button', () => {
  beforeEach(house.startingWith(furnish));
  const stateOf = async (table: string, column: string) =>
    (await house.db.sql`select ${house.db.sql(column)} as state from ${house.db.sql(table)} where id = 1`)[0]!.state;

  it('works again once what it did was undone', async () => {
    await house.type('/tickets');
    await house.press('/resolve 1');
    expect(await stateOf('tickets', 'state')).toBe('resolved');
    await house.type('/undo');
    expect(await stateOf('tickets', 'state')).toBe('open');
    await house.press('/resolve 1');
    expect(await stateOf('tickets', 'state')).toBe('resolved');
  });

  it('of a state goes by the state: won, lost and won again', async () => {
    await house.type('/lead c1 新茶');
    for (const [label, stage] of [
      ['成交', 'won'],
      ['没成', 'lost'],
      ['成交', 'won'],
    ] as const) {
      await house.press(label);
      const [lead] = await house.db.sql`select stage from leads order by id desc limit 1`;
      expect(lead).toEqual({ stage });
    }
  });

  it('pressed twice says so in passing, without a message of its own', async () => {
    await house.type('/tickets');
    const shown = (await house.cards()).at(-1)!;
    const button = buttonsOf(shown).find(({ label }) => label === '标为已解决')!;
    await house.press(button);
    const cards = (await house.cards()).length;
    expect((await house.press(button)).text).toMatch(/已经解决/);
    expect((await house.cards()).length).toBe(cards);
  });
});

describe('the list at the return', () => {
  it('is told again once /away off was undone', async () => {
    await house.say('/away 3d');
    await house.happen(telegramMessage('请问龙井多少钱一斤？', { sentAt: house.now }));
    const before = await house.state();
    const told = await house.say('/away off');
    expect(told.lists).toHaveLength(1);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    const again = await house.say('/away off');
    expect(again.lists?.map(({ items }) => items.map(({ text }) => text))).toEqual(
      told.lists?.map(({ items }) => items.map(({ text }) => text)),
    );
  });
});

describe('what happened in between', () => {
  beforeEach(house.startingWith(furnish));
  const shared = () =>
    telegramMessage('', {
      from: { address: '1001', name: '张三', phone: '+8613900139009' },
      sharedContact: { own: true, name: '张三', address: '+8613900139009' },
    });

  it('does not keep a tag from being taken back, and the contact is found by what came since', async () => {
    const id = undoIdOf(await house.say('/tag c1 #vip'));
    await house.happen(shared());
    expect((await house.say(`/undo ${id}`)).failed).toBeUndefined();
    const contact = await house.act((ctx) => loadContact(ctx.tx, '1'));
    expect(contact?.tags).toEqual([]);
    expect((await house.say('/find 9009')).title).toBe('张三');
    expect((await house.say('/find #vip')).failed).toBe(true);
  });

  it('does not keep a lead, a task or a resolved ticket from being taken back', async () => {
    const ids: (string | undefined)[] = [];
    for (const text of ['/lead c1 碧螺春', '/task 今天13点 回电', '/resolve 2'])
      ids.push(undoIdOf(await house.say(text)));
    house.now = new Date(house.now.getTime() + 2 * 3_600_000);
    await house.db.autocommit`update tasks set reminded_at = now() where due_at < ${house.now}`;
    await house.happen(telegramMessage('还在吗？', { sentAt: house.now, from: { address: '1001', name: '张三' } }));
    for (const id of ids) expect((await house.say(`/undo ${id}`)).failed).toBeUndefined();
    expect(await house.db.sql`select from leads where title = '碧螺春'`).toHaveLength(0);
    expect(await house.db.sql`select from tasks where title = '回电'`).toHaveLength(0);
    const [ticket] = await house.db.sql`select state, resolved_at from tickets where id = 2`;
    expect(ticket).toEqual({ state: 'open', resolved_at: null });
  });

  it('says so when the same thing was changed again, and changes nothing', async () => {
    const first = undoIdOf(await house.say('/tag c1 #一'));
    await house.say('/tag c1 #二');
    const before = await house.state();
    const reply = await house.say(`/undo ${first}`);
    expect(reply).toMatchObject({ failed: true });
    expect(reply.text).toContain('/tag c1 #一');
    expect(await house.state()).toEqual(before);
  });

  it('never takes along what others have hung on a new contact', async () => {
    const added = undoIdOf(await house.say('/add 李四 13900139000'));
    await house.say('/lead 李四 名片 ¥500');
    const before = await house.state();
    expect((await house.say(`/undo ${added}`)).failed).toBe(true);
    expect(await house.state()).toEqual(before);
    await house.say('/undo');
    expect((await house.say(`/undo ${added}`)).failed).toBeUndefined();
    expect(await house.db.sql`select from contacts where name = '李四'`).toHaveLength(0);
  });
});

describe('an answer', () => {
  beforeEach(house.startingWith(furnish));
  const answers = async () => (await house.outbox()).filter((row) => row.audience === 'customer');

  it('that still waits is called back, even when the customer has written since, and the customer waits again', async () => {
    const [before] = await house.db.sql`select waiting_since from conversations`;
    const id = undoIdOf(await house.say('/reply c1 马上'));
    house.now = new Date(house.now.getTime() + 60_000);
    await house.happen(telegramMessage('？？', { sentAt: house.now, from: { address: '1001', name: '张三' } }));
    expect((await house.say(`/undo ${id}`)).failed).toBeUndefined();
    expect((await answers()).map((row) => row.state)).toEqual(['cancelled']);
    await house.deliver();
    expect((await answers()).map((row) => row.state)).toEqual(['cancelled']);
    expect(await house.db.sql`select waiting_since from conversations`).toEqual([before]);
    expect(await house.db.sql`select from messages where direction = 'out'`).toHaveLength(0);
  });

  it('typed as a reply to a card is called back by /undo as well', async () => {
    await house.deliver();
    const card = (await house.outbox()).find((row) => row.conversationId !== null)!;
    await house.type('马上', { answers: [card.externalId!] });
    await house.type('/undo');
    expect((await answers()).map((row) => row.state)).toEqual(['cancelled']);
  });

  it('that has left cannot be called back', async () => {
    await house.say('/reply c1 马上');
    await house.deliver();
    const before = await house.state();
    expect(await house.say('/undo')).toMatchObject({ failed: true, text: expect.stringContaining('「马上」已经发出') });
    expect(await house.state()).toEqual(before);
  });

  it('stays in the queue when taking it back would conflict', async () => {
    const id = undoIdOf(await house.say('/reply c1 马上'));
    await house.say('/resolve 1');
    const before = await house.state();
    expect((await house.say(`/undo ${id}`)).failed).toBe(true);
    expect(await house.state()).toEqual(before);
    expect((await answers()).map((row) => row.state)).toEqual(['queued']);
  });
});
