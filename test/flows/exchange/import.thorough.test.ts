import { beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '../../../src/db/sql.ts';
import type { Column } from '../../../src/domain/exchange/column.ts';
import type { Draft } from '../../../src/domain/exchange/draft.ts';
import { planOf } from '../../../src/domain/exchange/plan.ts';
import { draftsOf } from '../../../src/domain/exchange/read_row.ts';
import { takeRows } from '../../../src/domain/exchange/take.ts';
import { writePlan } from '../../../src/domain/exchange/write.ts';
import { FileRefused } from '../../../src/files/fault.ts';
import { openFiles } from '../../../src/files/index.ts';
import { importer } from '../../../src/jobs/imports.ts';
import { buttonsOf, type House, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(() => house.reset());

const files = new Map<string, Buffer>();
const fetchFile = async (ref: string) => files.get(ref)!;

/** As the service does it: what is to be read or taken in is worked on until nothing is left. */
async function work(of: House = house, rounds = 1000): Promise<void> {
  const round = importer({ act: of.act, files: openFiles(of.files, () => fetchFile) });
  for (let nth = 0; nth < rounds; nth++) if ((await round()) > 0) return;
}

async function send(text: string | Buffer, name = 'people.csv'): Promise<void> {
  files.set('f1', Buffer.from(text as string));
  await house.type('', { attachments: [{ kind: 'document', ref: 'f1', name }] });
  await work();
}

const shown = async () => {
  const rows = await house.outbox();
  const replies = rows.flatMap(({ payload }) => (payload.kind === 'message' ? [payload.reply] : []));
  return replies.findLast((reply) =>
    buttonsOf(reply).some(({ command }) => command.startsWith('/import') || command.startsWith('/undo')),
  )!;
};

const people = () => house.db.sql<{
  name: string;
  city: string | null;
  tags: string[];
  addresses: string[];
  note: string | null;
}>`
  select c.name, c.city, c.tags, (
    select array_agg(channel || ':' || address order by channel, address) from (
      select channel, address from contact_identities where contact_id = c.id
      union all select channel, address || '?' from contact_signs where contact_id = c.id
    ) a
  ) as addresses, (
    select string_agg(m.text, ' / ' order by m.id) from messages m join conversations v on v.id = m.conversation_id where v.contact_id = c.id
  ) as note from contacts c order by c.id`;

const CSV = `姓名,手机,邮箱,城市,标签,备注
张三,13800138000,zhang@example.com,上海,"vip,老客户",喜欢龙井
李四,13900139000,,北京,,
,,,,,没有人
`;

it('a file that is in leaves no search keys waiting; control: what writes its rows does', async () => {
  const waiting = async () => {
    const [row] = await house.db.autocommit<{
      pages: number;
    }>`select gin_clean_pending_list('contacts_search_keys')::int as pages`;
    return row!.pages;
  };
  await send(CSV);
  await house.say('/import 1 go');
  await work();
  expect(await waiting()).toBe(0);
  expect(JSON.stringify(await house.say('/find 张三'))).toContain('13800138000');
  await house.reset();
  await send(CSV);
  await house.say('/import 1 go');
  const [row] = await house.db.sql<{ columns: Column[] }>`select columns from imports`;
  const drafts = await draftsOf([{ line: 2, cells: ['张三', '13800138000'] }], row!.columns, {
    at: { country: 'CN', today: 0 },
  });
  await house.act((ctx) => takeRows(ctx, '1', drafts, 0));
  expect(await waiting()).toBeGreaterThan(0);
});

describe('a file of people that the owner sends', () => {
  it('is shown before anything is saved, and saved by a tap', async () => {
    await send(CSV);
    expect(await people()).toEqual([]);
    const preview = await shown();
    expect(preview.title).toContain('people.csv');
    expect(preview.fields).toEqual([
      { label: '新客户', value: '2' },
      { label: '跳过', value: '1' },
    ]);
    await house.press('导入 3 行');
    await work();
    expect(await people()).toEqual([
      {
        name: '张三',
        city: '上海',
        tags: ['vip', '老客户'],
        addresses: ['email:zhang@example.com', 'phone:+8613800138000'],
        note: '喜欢龙井',
      },
      { name: '李四', city: '北京', tags: [], addresses: ['phone:+8613900139000'], note: null },
    ]);
    expect((await shown()).title).toBe('✓ people.csv 已导入');
  });

  it('is taken back exactly', async () => {
    await house.say('/add 王五 13700137000');
    const before = await house.state();
    await send(`${CSV}老王,13700137000,wang@example.com,广州,批发,\n`);
    await house.press('导入 4 行');
    await work();
    expect(await house.state()).not.toEqual(before);
    const reply = await house.say('/undo');
    expect(reply.failed).toBeUndefined();
    expect(await house.state()).toEqual(before);
  });
});

describe('a file without anybody to take in', () => {
  it('that only names its columns is refused', async () => {
    await send('姓名,手机\n');
    expect(JSON.stringify(await house.outbox())).toContain('里面没有人');
  });

  it('has no button that would bring nobody, and says so', async () => {
    await send('备注,价格\n第 5 号；要大的,12.50\n第 6 号；要小的,11.50\n');
    const preview = await shown();
    expect(preview.hint).toContain('没看到人');
    expect(buttonsOf(preview).map(({ command }) => command)).not.toContain('/import 1 go');
  });

  it('in some of its lines and cells says how many were passed over', async () => {
    await send('客户名单 2026\n\n姓名,手机,城市\n张三,13800138000,-\n李四,N/A,北京\n');
    expect((await shown()).fields).toEqual([
      { label: '新客户', value: '2' },
      { label: '表头上面的标题行，不算', value: '1' },
      { label: '填着 -、N/A 之类的格子，当作没填', value: '2' },
    ]);
    await house.press('导入 2 行');
    await work();
    expect((await people()).map(({ name, note }) => [name, note])).toEqual([
      ['张三', null],
      ['李四', null],
    ]);
  });
});

describe('two lines with one mail address', () => {
  const OFFICE = '姓名,邮箱\n张三,a@example.com\n李四,A@example.com\n张三,a@example.com\n';
  const proposals = () => house.db.sql`select first_id, second_id from merge_proposals`;

  it('and two names are two people, who are asked about; with one name they are one', async () => {
    await send(OFFICE);
    await house.press('导入 3 行');
    await work();
    expect((await people()).map(({ name, addresses }) => [name, addresses])).toEqual([
      ['张三', ['email:a@example.com']],
      ['李四', ['email:a@example.com?']],
    ]);
    expect(await proposals()).toHaveLength(1);
  });

  it('are two people as well where many lines are between them', async () => {
    const between = Array.from({ length: 1000 }, (_, nth) => `客${nth},k${nth}@example.com`).join('\n');
    await send(`姓名,邮箱\n张三,a@example.com\n${between}\n李四,a@example.com\n`);
    expect((await shown()).fields).toContainEqual({ label: '电话或邮箱相同，名字不同', value: '1' });
    await house.press('导入 1002 行');
    await work();
    const [last] = (await people()).slice(-1);
    expect([last!.name, last!.addresses]).toEqual(['李四', ['email:a@example.com?']]);
    expect(await proposals()).toHaveLength(1);
  });

  it('are nobody new when the file comes again', async () => {
    await send(OFFICE);
    await house.press('导入 3 行');
    await work();
    await send(OFFICE, 'again.csv');
    await house.press('导入 3 行');
    await work();
    expect((await people()).map(({ name, note }) => [name, note])).toEqual([
      ['张三', null],
      ['李四', null],
    ]);
    expect(await proposals()).toHaveLength(1);
  });
});

describe('a file that takes the process down', () => {
  /** The process goes down while the file is read: nothing of what comes after opening it is done. */
  async function goDown(): Promise<void> {
    let opened = false;
    const open = async (ref: string) => {
      const file = await house.files.open(ref);
      await file.close();
      opened = true;
      return { ...file, read: () => new Promise<never>(() => {}) };
    };
    const round = importer({ act: house.act, files: { ...openFiles(house.files, () => fetchFile), open } });
    void round();
    await expect.poll(async () => opened && (await openings()) > before).toBe(true);
    before += 1;
  }
  const openings = async () =>
    (await house.db.sql<{ openings: number }>`select openings from imports`)[0]?.openings ?? 0;
  let before = 0;
  beforeEach(async () => {
    before = 0;
    files.set('f1', Buffer.from(CSV));
    await house.type('', { attachments: [{ kind: 'document', ref: 'f1', name: 'people.csv' }] });
  });
  const state = () => house.db.sql`select state, reason, openings from imports`;

  it('once is read again', async () => {
    await goDown();
    await work();
    expect(await state()).toEqual([{ state: 'asked', reason: null, openings: 0 }]);
  });

  it('twice is left alone, and its owner is told', async () => {
    await goDown();
    await goDown();
    await work();
    expect(await state()).toMatchObject([{ state: 'failed', reason: 'too_heavy' }]);
    expect(JSON.stringify(await house.outbox())).toContain('连续两次中断');
  });
});

describe('a file that another instance keeps', () => {
  const elsewhere = (of: House, others: boolean) => {
    const gone = async () => Promise.reject(new FileRefused('file_gone', 'the file is not there'));
    return importer({ act: of.act, files: { ...openFiles(of.files, () => fetchFile), open: gone }, others });
  };
  beforeEach(async () => {
    files.set('f1', Buffer.from(CSV));
    await house.type('', { attachments: [{ kind: 'document', ref: 'f1', name: 'people.csv' }] });
  });
  const state = () => house.db.sql`select state, reason from imports`;

  it('is left to that one', async () => {
    const round = elsewhere(house, true);
    for (let nth = 0; nth < 3; nth++) expect(await round()).toBeGreaterThan(0);
    await work();
    expect(await state()).toEqual([{ state: 'asked', reason: null }]);
  });

  it('is gone when nobody takes it', async () => {
    const round = elsewhere(house, true);
    for (let nth = 0; nth < 60; nth++) await round();
    expect(await state()).toEqual([{ state: 'failed', reason: 'gone' }]);
  });

  it('is waited for amid its people as long as when it is begun', async () => {
    await work();
    await house.db.autocommit`update imports set state = 'running', openings = 0`;
    const round = elsewhere(house, true);
    for (let nth = 0; nth < 599; nth++) await round();
    expect(await state()).toEqual([{ state: 'running', reason: null }]);
    await round();
    expect(await state()).toEqual([{ state: 'failed', reason: 'gone' }]);
  });

  it('is gone at once when there is no other', async () => {
    await elsewhere(house, false)();
    expect(await state()).toEqual([{ state: 'failed', reason: 'gone' }]);
  });
});

describe('who a file names', () => {
  it('is filled in where they are known, and no name or city of theirs is written over', async () => {
    await house.say('/add 王五 wang@example.com city:杭州');
    await send('name,email,phone,city\nWang Wu,WANG@example.com,13700137000,上海\n');
    await house.press('导入 1 行');
    await work();
    const [wang, ...others] = await people();
    expect(others).toEqual([]);
    expect(wang).toMatchObject({
      name: '王五',
      city: '杭州',
      addresses: ['email:wang@example.com', 'phone:+8613700137000'],
    });
    expect(wang!.note).toContain('Wang Wu');
    expect(wang!.note).toContain('上海');
  });

  it('with an equal phone and another name is somebody new, and is asked about', async () => {
    await house.say('/add 王五 13700137000');
    await send('姓名,电话\n赵六,13700137000\n');
    await house.press('导入 1 行');
    await work();
    expect((await people()).map(({ name, addresses }) => ({ name, addresses }))).toEqual([
      { name: '王五', addresses: ['phone:+8613700137000'] },
      { name: '赵六', addresses: ['phone:+8613700137000?'] },
    ]);
    expect(JSON.stringify(await house.say('/duplicates'))).toContain('赵六');
  });

  it('is not made twice by a second run of the same file', async () => {
    for (const _ of [1, 2]) {
      await send(CSV);
      await house.press('导入 3 行');
      await work();
    }
    expect((await people()).length).toBe(2);
    expect((await shown()).fields).toContainEqual({ label: '已有，没有新内容', value: '2' });
  });

  it('whose number the spreadsheet has rounded is said with the line, and the number is kept as a note', async () => {
    await send('姓名,电话\n张三,1.38E+10\n');
    await house.press('导入 1 行');
    await work();
    expect(await people()).toMatchObject([{ name: '张三', addresses: null, note: '电话: 1.38E+10' }]);
    const bad = (await house.cards()).findLast(({ attachments }) => attachments)!.attachments![0]!;
    expect((await house.files.read(bad.ref)).toString()).toContain('1.38E+10');
  });
});

describe('a file that is taken in', () => {
  const many = (count: number) =>
    `name,phone\n${Array.from({ length: count }, (_, at) => `Anna ${at},+86138${String(at).padStart(8, '0')}`).join('\n')}\n`;

  it('goes on where it was when the program was killed, and makes nobody twice', async () => {
    await send(many(2500));
    await house.press('导入 2500 行');
    await work(house, 1);
    expect((await people()).length).toBe(1000);
    await work();
    const made = await people();
    expect([made.length, new Set(made.map(({ name }) => name)).size]).toEqual([2500, 2500]);
  });

  it('stops where it is cancelled, and /undo takes back what it had brought', async () => {
    const before = await house.state();
    await send(many(1500));
    await house.press('导入 1500 行');
    await work(house, 1);
    await house.press('/import 1 cancel');
    await work();
    expect((await people()).length).toBe(1000);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('that was taken back while it ran brings nobody after that', async () => {
    await send(many(1500));
    await house.press('导入 1500 行');
    await work(house, 1);
    await house.say('/undo');
    await work();
    expect(await people()).toEqual([]);
  });

  it('has a column read as the user says, and shows it anew', async () => {
    await send('Kontakt,Nummer\nAnna,13800138000\n');
    await house.say('/import 1 column 1 name');
    await work();
    await house.say('/import 1 go');
    await work();
    expect(await people()).toMatchObject([{ name: 'Anna', addresses: ['phone:+8613800138000'] }]);
  });

  it('that cannot be read says why', async () => {
    await send(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old.xls');
    expect(JSON.stringify(await house.cards())).toContain('旧版 Excel');
  });

  it('may be a list of lines behind the command', async () => {
    await house.say('/import\n张三 13800138000\n李四 13900139000 vip');
    await work();
    await house.say('/import 1 go');
    await work();
    expect((await people()).map(({ name }) => name)).toEqual(['张三', '李四']);
  });

  it('that cannot be fetched for long is given up, and said', async () => {
    await house.type('', { attachments: [{ kind: 'document', ref: 'f2', name: 'lost.csv' }] });
    const round = importer({
      act: house.act,
      files: openFiles(house.files, () => async () => {
        throw new Error('the network is away');
      }),
    });
    for (let nth = 0; nth < 60; nth++) await round().catch(() => undefined);
    expect(JSON.stringify(await house.cards())).toContain('文件已经不在了');
  });

  it('is of the owner alone', async () => {
    expect((await house.rehearse('helper', '/import')).failed).toBe(true);
  });
});

describe('columns of fields', () => {
  const has = async (name: string) => {
    const { fields = [] } = await house.say(`/contact ${name}`);
    return Object.fromEntries(fields.map(({ label, value }) => [label, value]));
  };

  it('that are called as a field fill it in, and what does not fit is kept as a note and said', async () => {
    await house.say('/字段 添加 尺码 数字');
    await house.say('/字段 添加 生日茶 选项 红茶|绿茶');
    await send(
      '姓名,电话,尺码,生日茶,生日,收货地址\n张三,13800138000,38,红茶,农历八月十五,南京西路 100 号\n李四,13900139000,大,咖啡,1990-05-12,\n',
    );
    expect(JSON.stringify(await shown())).toContain('收货地址 → 地址');
    await house.press('导入 2 行');
    await work();
    expect(await has('张三')).toMatchObject({ 尺码: '38', 生日茶: '红茶', 地址: '南京西路 100 号' });
    expect((await has('张三')).生日).toContain('农历八月十五');
    expect(await has('李四')).toMatchObject({ 生日: '1990年5月12日' });
    expect((await people())[1]!.note).toBe('尺码: 大\n生日茶: 咖啡');
    const bad = (await house.cards()).findLast(({ attachments }) => attachments)!.attachments![0]!;
    expect((await house.files.read(bad.ref)).toString()).toContain('这个字段填不了：大');
  });

  it('fill in only what is empty: what is otherwise there stays, and the other is a note', async () => {
    await house.say('/字段 添加 尺码 数字');
    await house.say('/add 张三 13800138000');
    await house.say('/修改 张三 尺码 40');
    const before = await house.state();
    await send('姓名,电话,尺码,生日\n张三,13800138000,38,5月12日\n');
    await house.press('导入 1 行');
    await work();
    expect(await has('张三')).toMatchObject({ 尺码: '40', 生日: '5月12日' });
    expect((await people())[0]!.note).toBe('尺码: 38');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('that are called as none become one by a tap, of the kind that all of its values are', async () => {
    await send('姓名,电话,鞋码,会员\n张三,13800138000,38,是\n李四,13900139000,40.5,否\n');
    for (const column of ['鞋码', '会员']) {
      await house.press('改列');
      await house.press(column);
      await house.press('单独做成字段');
      await work();
    }
    await house.press('导入 2 行');
    await work();
    expect(await has('李四')).toMatchObject({ 鞋码: '40.5', 会员: '否' });
    expect(JSON.stringify(await house.say('/字段'))).toContain('数字 · 2 位客户填了');
  });
});
describe('a list that the owner pastes', () => {
  const LIST = '张三，13800138000\n李四 微信 lisi_88\n王五 wangwu@example.com';

  it('is offered for import without /import, and nothing is saved before the tap', async () => {
    await house.type(LIST);
    const offered = (await house.cards()).at(-1)!;
    expect(offered.text).toContain('3 个人');
    // what else the words may be is still there
    expect(buttonsOf(offered).map(({ command }) => command.split(/\s/u, 1)[0])).toEqual(
      expect.arrayContaining(['/import', '/note', '/task']),
    );
    expect(await people()).toEqual([]);
    await house.press(buttonsOf(offered)[0]!);
    await work();
    expect(await people()).toEqual([]);
    const preview = await shown();
    await house.press(buttonsOf(preview).find(({ command }) => command.endsWith(' go'))!);
    await work();
    expect((await people()).map(({ name }) => name)).toEqual(['张三', '李四', '王五']);
  });

  it.each([
    ['one person on several lines', '张三\n13800138000\n上海市静安区'],
    ['lines about something else', '明天进货\n龙井 20 盒\n给张三打电话'],
    ['a single line', '张三 13800138000'],
  ])('is nothing else: %s', async (_, text) => {
    await house.type(text);
    expect(JSON.stringify((await house.cards()).at(-1))).not.toContain('/import');
  });

  it('may be a text file', async () => {
    await send(LIST, '通讯录.txt');
    expect(await people()).toEqual([]);
    expect((await shown()).title).toContain('通讯录.txt');
  });
});

describe('what somebody changes while a file is taken in', () => {
  const draft = (more: Partial<Draft>): Draft => ({
    ...{ line: 1, name: '', identities: [{ channel: 'email', address: 'bea@x.example' }], signs: [], tags: [] },
    ...{ city: null, locale: null, fields: [], companies: [], roles: [], notes: [], problems: [], unknown: 0, ...more },
  });
  /** Takes in a line about Bea; between its plan and its writing somebody else changes her. */
  async function takeIn(line: Draft, meanwhile: (tx: Tx) => Promise<unknown>): Promise<void> {
    await house.act(async (ctx) => {
      const plan = await planOf(ctx.tx, [line], { seen: new Map(), ownEmails: [] });
      await house.db.transaction(meanwhile);
      await writePlan(ctx, { id: '1', userId: null, agreed: null }, plan);
    });
  }

  it('keeps its tags, and the file adds its own', async () => {
    await house.say('/add Bea bea@x.example #old');
    await takeIn(draft({ name: 'Bea', tags: ['fair'] }), (tx) => tx`update contacts set tags = tags || '{vip}'`);
    expect((await people())[0]).toMatchObject({ name: 'Bea', tags: ['fair', 'old', 'vip'] });
  });

  it('keeps its name and city: what the file says instead is a note', async () => {
    await house.say('/add bea@x.example');
    await takeIn(
      draft({ name: 'Beate', city: 'Kiel' }),
      (tx) => tx`update contacts set name = 'Bea Berg', name_from = null, city = 'Bonn'`,
    );
    expect((await people())[0]).toMatchObject({ name: 'Bea Berg', city: 'Bonn', note: 'Beate\nKiel' });
  });

  it('is nothing where nobody changes it: the name is taken over (control)', async () => {
    await house.say('/add bea@x.example');
    await takeIn(draft({ name: 'Beate', city: 'Kiel' }), async () => {});
    expect((await people())[0]).toMatchObject({ name: 'Beate', city: 'Kiel', note: null });
  });
});

it('/import 1 cancel typed does what its button does', async () => {
  await send(CSV);
  const { id } = (await house.db.sql<{ id: string }>`select id from imports`)[0]!;
  await house.deliver();
  await house.type(`/import ${id} cancel`);
  expect(await house.db.sql`select state from imports`).toEqual([{ state: 'cancelled' }]);
  expect((await house.cards()).at(-1)!.text).toContain('people.csv');
  // the buttons of what was shown before go with it
  const told = await house.db.sql<{ reply: object }>`
    select payload -> 'reply' as reply from outbox where payload ->> 'kind' = 'message' order by id limit 1`;
  expect(JSON.stringify(told[0]!.reply)).not.toContain(`/import ${id} go`);
  expect(await people()).toEqual([]);
});

describe('a file of orders', () => {
  const last = async () => (await house.cards()).at(-1)!;

  it.each([
    ['订单号,商品,金额\n1001,龙井,256\n1002,碧螺春,128\n'],
    ['订单编号,买家,宝贝标题,买家实付金额\n1001,林小梅,龙井,256\n'],
    ['Name,Email,Financial Status,Subtotal,Total,Lineitem quantity,Lineitem name\n#1001,a@b.org,paid,30,30,1,Tea\n'],
    ['Order,Customer,Items,Total\n1001,Anna Lee,2 tea,30.00\n'],
    ['商品,金额\n龙井,256\n'],
  ])('is known as one and makes nobody: %s', async (csv) => {
    await send(csv, 'orders.csv');
    expect(await last()).toMatchObject({ failed: true, text: expect.stringContaining('订单') });
    expect(buttonsOf(await last()).map(({ command }) => command)).toEqual(['/connect', '/import 1 people']);
    expect(await people()).toEqual([]);
  });

  it.each([
    ['商品名称,规格,单价,库存\n龙井,50g,128,3\n', '商品表'],
    ['Product,SKU,Price,Stock\nTea,T1,12.00,9\n', '商品表'],
    ['Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty,Product name\ntea,Tea,T,1,2,Tea\n', '商品表'],
    ['Invoice No,Client,Amount,Due\n17,Anna Lee,500,2026-12-01\n18,Bo Li,20,2026-12-01\n', '账单或流水'],
    ['日期,摘要,收入,支出,余额\n2026-11-01,货款,256,0,256\n', '账单或流水'],
    ['Date,Description,Debit,Credit,Balance\n2026-11-01,Rent,500,,20\n', '账单或流水'],
  ])('is told from a list of goods or of money, which makes nobody either: %s', async (csv, what) => {
    await send(csv, 'list.csv');
    const card = await last();
    expect(card).toMatchObject({ failed: true, text: expect.stringContaining(what) });
    expect(buttonsOf(card).map(({ command }) => command)).toContain('/import 1 people');
    expect(buttonsOf(card).map(({ label }) => label)).not.toContain('这些客户同意接收资讯');
    expect(await people()).toEqual([]);
    await house.press('里面就是客户');
    await work();
    // of nobody it is not asked whether they agreed
    if (!csv.includes('Client')) expect(JSON.stringify(await shown())).not.toContain('agreed');
  });

  it('is read as a list of people by whoever says that it is one', async () => {
    await send('订单号,客户,电话,金额\n1001,林小梅,13800138000,256\n', 'orders.csv');
    await house.press('里面就是客户');
    await work();
    expect((await shown()).title).toContain('1 行');
    await house.press('导入 1 行');
    await work();
    expect(await people()).toMatchObject([{ name: '林小梅', addresses: ['phone:+8613800138000'] }]);
  });

  it.each([
    ['姓名,电话,商品,金额\n林小梅,13800138000,龙井,256\n'],
    ['First Name,Last Name,Email,Total Spent,Total Orders\nAnna,Lee,a@b.org,30,2\n'],
    ['Name,Phone,Balance,Date\nAnna Lee,+44 20 7946 0018,20,2026-01-02\n'],
  ])('is no list of customers with what they bought: %s', async (csv) => {
    await send(csv);
    expect((await shown()).title).toContain('1 行');
  });

  it('takes a first row above figures for a heading, also where none of its words is known', async () => {
    await send('昵称哦,积分\n林小梅,256\n王强,3\n');
    expect((await shown()).title).toContain('2 行');
  });
});

it.each(['全部', 'people.csv', 'undo', '撤销'])(
  '/import %s is no list of people, and says how one is given',
  async (words) => {
    const reply = await house.say(`/import ${words}`);
    expect(reply).toMatchObject({ failed: true, text: expect.stringContaining(words) });
    expect(reply.hint).toContain('CSV');
    expect(await house.db.sql`select from imports`).toEqual([]);
  },
);

describe('a file in which no column is known to be the name', () => {
  const odd = 'Qoyta,Mail\nAnna Smith,x7@example.com\nBo Li,y8@example.com\n';

  it('asks which one it is, and takes the one that is tapped', async () => {
    await send(odd);
    expect(await shown()).toMatchObject({ text: expect.stringContaining('哪一列是姓名') });
    await house.press('姓名：Qoyta · Anna Smith');
    await work();
    expect((await shown()).text ?? '').not.toContain('哪一列是姓名');
    await house.say('/import 1 go');
    await work();
    expect((await people()).map(({ name }) => name).sort()).toEqual(['Anna Smith', 'Bo Li']);
  });

  it('control: is not asked about where one is, or where nothing in it looks like a name', async () => {
    await send(odd.replace('Qoyta', '姓名'));
    expect((await shown()).text ?? '').not.toContain('哪一列');
    await send('Qoyta,Mail\n17,x7@example.com\n18,y8@example.com\n');
    expect((await shown()).text ?? '').not.toContain('哪一列');
  });
});

describe('what of a file is of nobody', () => {
  const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:4.0', ...lines, 'END:VCARD', ''].join('\r\n');
  it.each(['KIND:group', 'KIND:Location', 'X-ADDRESSBOOKSERVER-KIND:group'])('a card of %s', async (kind) => {
    const group = card(kind, 'FN:Friends', 'MEMBER:urn:uuid:1');
    await send(
      group + card('FN:Anna', 'EMAIL:a@example.com') + card('KIND:org', 'FN:Tea Ltd', 'TEL:+442079460018'),
      'c.vcf',
    );
    expect((await shown()).fields?.map(({ value }) => value)).toEqual(['2']);
    await house.press('导入 2 行');
    await work();
    expect((await people()).map(({ name }) => name)).toEqual(['Anna', 'Tea Ltd']);
    expect((await house.cards()).some(({ attachments = [] }) => attachments.length > 0)).toBe(true);
  });

  it.each(['Total: 1,,', 'Total,,1', '合计,,', '合计：1,,', '共 1 人,,', 'Grand total,,"1,280.00"'])(
    'the row %s',
    async (row) => {
      await send(`姓名,邮箱,备注\nAnna,a@example.com,x\n${row}\n`);
      await house.press('导入 2 行');
      await work();
      expect((await people()).map(({ name }) => name)).toEqual(['Anna']);
    },
  );

  it('and a person may be called Total', async () => {
    await send('姓名,邮箱,备注\nTotal,t@example.com,x\nSum,,likes tea\n');
    await house.press('导入 2 行');
    await work();
    expect((await people()).map(({ name }) => name)).toEqual(['Total', 'Sum']);
  });
});
