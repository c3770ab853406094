import { beforeEach, describe, expect, it } from 'vitest';
import { carriesSecret } from '../../../../src/domain/commands/run.ts';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const houses = {
  zh: await testHouse(),
  en: await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' }),
};
const { zh, en } = houses;
const held = await testHouse({ locale: 'en', undoSend: 60 });
beforeEach(async () => {
  await zh.reset();
  await en.reset();
});

const names = async (house: typeof zh) =>
  (await house.db.sql<{ name: string }>`select name from contacts order by id`).map(({ name }) => name);
const tasks = async (house: typeof zh) =>
  (await house.db.sql<{ title: string }>`select title from tasks order by id`).map(({ title }) => title);

describe('several commands in one message', () => {
  it.each([
    ['zh', '/添加 马超 13612345678\n/任务 明天10点 给马超打电话', ['马超'], ['给马超打电话']],
    ['zh', '添加 马超 13612345678\n任务 明天10点 给马超打电话', ['马超'], ['给马超打电话']],
    ['en', '/add Ben Carter ben@example.com; /task tomorrow 9am call Ben Carter', ['Ben Carter'], ['call Ben Carter']],
    ['en', '/note Ben Carter likes tea\n/task tomorrow 9am call Ben', [], []],
  ] as const)('%s: “%s” run one after the other', async (lang, text, contacts, titles) => {
    const reply = await houses[lang].say(text);
    expect(await names(houses[lang])).toEqual(contacts);
    expect(await tasks(houses[lang])).toEqual(titles);
    expect(reply.lists?.[0]?.items.length).toBe(titles.length + contacts.length || 1);
  });

  it('are undone by one tap, exactly', async () => {
    const before = await en.state();
    await en.type('/add Ben Carter ben@example.com\n/lead Ben Carter catering 900\n/task tomorrow 9am call Ben Carter');
    expect(await names(en)).toEqual(['Ben Carter']);
    await en.press('Undo all');
    expect(await en.state()).toEqual(before);
  });

  it('the first that asks is the last that runs, and the rest is one tap away', async () => {
    const reply = await en.say(
      '/add Ben Carter ben@example.com\n/lead Nobody Here catering 900\n/task tomorrow 9am count',
    );
    expect(reply.failed).toBe(true);
    expect(await tasks(en)).toEqual([]);
    expect(buttonsOf(reply).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Run the last one', 'Undo all']),
    );
  });

  it.each([
    ['/reply Ben your parcel left\n/remind tomorrow call Ben', '/reply Ben your parcel left\n/task tomorrow call Ben'],
    ['/reply Ben hello\n/xyzzy plugh', '/reply Ben hello\n/xyzzy plugh'],
    ['/note Ben likes tea\n/tasc tomorrow call Ben', '/note Ben likes tea\n/task tomorrow call Ben'],
    ['/reply Ben hello; /notetom likes oats', '/reply Ben hello\n/note tom likes oats'],
  ])('a line with a slip is asked about before anything of the message is done: %s', async (text, meant) => {
    await en.say('/add Ben ben2@example.com');
    const before = await en.state();
    const reply = await en.say(text);
    expect(reply.failed).toBe(true);
    expect(await en.state()).toEqual(before);
    expect(buttonsOf(reply).map(({ command }) => command)).toContain(meant);
  });

  it('a slip in a command that takes a password keeps the password out of every button', async () => {
    await en.say('/add Ben ben2@example.com');
    const reply = await en.say('/note Ben likes tea\n/conect shopify s3cretw0rd');
    expect(reply.failed).toBe(true);
    expect(JSON.stringify(reply)).not.toContain('s3cretw0rd');
    expect(carriesSecret('/note Ben likes tea\n/conect shopify s3cretw0rd', [])).toBe(true);
  });

  it('a blank may be missing in each of them', async () => {
    await zh.say('/添加 马超 13612345678');
    const reply = await zh.say('/标签马超 #vip\n/城市马超 广州');
    expect(reply.lists?.[0]?.items.length).toBe(2);
    expect(reply.failed).toBeUndefined();
  });

  it.each([
    ['en', '/notetom likes oats', '/note tom likes oats'],
    ['en', '/addPriya Nair 07700900555', '/add Priya Nair 07700900555'],
    ['en', '/taskcall the bank', '/task call the bank'],
    ['zh', '/提醒明天打给银行', '/task 明天打给银行'],
  ] as const)('%s: no word is lost where the blank is missing: %s', async (lang, text, meant) => {
    expect(buttonsOf(await houses[lang].say(text)).map(({ command }) => command)).toContain(meant);
  });

  it.each([
    '/note Ben first line\nsecond line',
    '/reply Ben hello\n备注 is a word',
    '/add Ben ben@example.com\n12 High Street',
  ])('a line that is no command belongs to the one before it: %s', async (text) => {
    await en.say('/add Ben ben2@example.com');
    const reply = await en.say(text);
    expect(reply.lists).toBeUndefined();
  });

  it('without slashes they are offered as they are read, and nothing is done before', async () => {
    await en.type('add Ben Carter ben@example.com\nlead Ben Carter catering 900');
    expect(await names(en)).toEqual([]);
    await en.press('/add Ben Carter ben@example.com\n/lead Ben Carter catering 900');
    expect(await names(en)).toEqual(['Ben Carter']);
    expect(await en.db.sql`select from leads`).toHaveLength(1);
  });

  it('one that holds a secret keeps them all out of the inbox', async () => {
    await en.say('/add Ben ben@example.com\n/connect shopify abcdef0123456789abcdef0123456789');
    const rows = await en.db.sql<{ body: Buffer }>`select body from inbox`;
    expect(rows.some(({ body }) => body.toString().includes('abcdef0123456789'))).toBe(false);
  });
});

const outNow = (house: typeof zh) =>
  house.db.sql<{ text: string }>`select text from messages where direction = 'out' order by id`;
const texted = async (house: typeof zh) => (await outNow(house)).map(({ text }) => text);
const dave = telegramMessage('Is it ready?', { chat: '2001', from: { address: '2001', name: 'Dave' } });
const detailsOf = (reply: Reply) => reply.lists?.[0]?.items.map(({ detail }) => detail);

describe('a button that runs several commands', () => {
  for (const house of [en, held]) beforeEach(house.startingWith(() => house.happen(dave)));

  it('sends no answer twice, though a line before it failed when it was typed', async () => {
    for (const house of [en, held]) {
      await house.type('/done 99\n/reply c1 hello Dave\n/task buy tea');
      await house.press('Run the other 2');
      await house.press('Run the other 2');
      expect(await texted(house)).toEqual(['hello Dave']);
      expect(await tasks(house)).toEqual(['buy tea']);
    }
  });

  it('is spent as soon as one of its lines was done, though a later one failed', async () => {
    await en.type('task buy tea\ndone 98\ntask x');
    await en.press('/task buy tea\n/done 98\n/task x');
    expect((await en.press('/task buy tea\n/done 98\n/task x')).text).toBe('Done already.');
    expect(await tasks(en)).toEqual(['buy tea']);
    await en.press('Run the last one');
    expect(await tasks(en)).toEqual(['buy tea', 'x']);
  });

  it('is not spent while nothing was done', async () => {
    await en.type('done 98\ntask x');
    await en.press('/done 98\n/task x');
    await en.say('/task one');
    await en.press('/done 98\n/task x');
    expect(await tasks(en)).toEqual(['one']);
  });

  it('is not spent where it only asked, and asks again', async () => {
    await en.say('/add Ben Carter ben@example.com');
    await en.type('add Ben Carter 020 7946 0999');
    const [button] = buttonsOf((await en.cards()).at(-1)!).filter(({ command }) => command.startsWith('/add Ben'));
    const first = await en.press(button!);
    expect(first.undecided).toBe(true);
    expect((await en.press(button!)).title).toBe(first.title);
  });

  it('can be pressed again only when everything it did is undone', async () => {
    await en.type('note c1 likes tea\ntask buy tea');
    const [button] = buttonsOf((await en.cards()).at(-1)!);
    await en.press(button!);
    await en.say('/undo');
    expect((await en.press(button!)).text).toBe('Done already.');
    expect(await en.db.sql`select from messages where direction = 'note'`).toHaveLength(1);
    await en.say('/undo');
    await en.press(button!);
    expect(await en.db.sql`select from messages where direction = 'note'`).toHaveLength(1);
    expect(await tasks(en)).toEqual(['buy tea']);
  });
});

describe('what each of several commands said', () => {
  for (const house of [en, held]) beforeEach(house.startingWith(() => house.happen(dave)));
  const toldAt = async (house: typeof zh, text: string) => {
    const before = (await house.cards()).length;
    await house.type(text);
    return (await house.cards()).slice(before);
  };

  it('an answer that is held asks nothing: what follows is done, and the answer can be cancelled', async () => {
    const told = await toldAt(held, '/reply c1 hello there\n/task buy tea\n/task buy milk');
    expect(await tasks(held)).toEqual(['buy tea', 'buy milk']);
    expect(told.map(({ receiptOf }) => receiptOf !== undefined)).toEqual([true, false]);
    expect(buttonsOf(told[0]!).map(({ label }) => label)).toEqual(['Cancel']);
    expect(told[1]!.lists?.[0]?.items).toHaveLength(3);
  });

  it('what is left to run stays where an answer before it has left', async () => {
    await held.type('/reply c1 hello there\n/done 99\n/task buy milk');
    await held.deliver();
    const kept = (await held.outbox()).filter(({ payload }) => JSON.stringify(payload).includes('Run the last one'));
    expect(kept).toHaveLength(1);
    await held.press('Run the last one');
    expect(await tasks(held)).toEqual(['buy milk']);
  });

  it('a hint is told, and its buttons with it', async () => {
    const told = await toldAt(en, '/task call Anna at 3 or 4\n/task buy tea');
    expect(detailsOf(told.at(-1)!)![0]).toContain('at 3 or 4');
    expect(buttonsOf(told[0]!).filter(({ command }) => command.startsWith('/postpone'))).toHaveLength(2);
    expect(told[0]!.hint).toContain('at 3 or 4');
  });

  it('of more than one line nothing is left out', async () => {
    await en.say('/task buy tea');
    await en.say('/task buy milk');
    const reply = await en.say('/done 1 2\n/task x');
    expect(detailsOf(reply)![0]).toMatch(/buy tea.*buy milk/);
  });

  it.each([
    ['/tasks\n/tickets', [/buy tea/, /cup is broken/]],
    ['/contact c1\n/tasks', [/Is it ready/, /buy tea/]],
    ['/task buy milk\n/tasks\n/task buy oats', [/buy milk/]],
  ])('what only shows is shown: %s', async (text, shown) => {
    await en.say('/task buy tea');
    await en.say('/ticket c1 cup is broken');
    const told = await toldAt(en, text);
    expect(told).toHaveLength(shown.length + 1);
    for (const [nth, words] of shown.entries()) expect(JSON.stringify(told[nth])).toMatch(words);
    expect(told.at(-1)!.lists?.[0]?.items).toHaveLength(text.split('\n').length);
  });

  it.each(['/delete c1\n/task buy tea', '/tagall #tea where #vip\n/task buy tea', '/add Dave\n/task buy tea'])(
    'one that asks without failing is the last that runs, and what it asks stays whole: %s',
    async (text) => {
      await en.say('/tag c1 #vip');
      await en.say('/add Mary mary@example.com');
      const alone = await en.say(text.split('\n')[0]!);
      const reply = await en.say(text);
      expect(await tasks(en)).toEqual([]);
      const commandsOf = (one: Reply) => buttonsOf(one).map(({ command }) => command);
      expect(commandsOf(reply)).toEqual(expect.arrayContaining([...commandsOf(alone), '/task buy tea']));
      expect(reply.lists?.slice(1)).toEqual((alone.lists ?? []).map((list) => ({ ...list, items: expect.anything() })));
    },
  );
});

describe('a blank that is missing', () => {
  it('is no error', async () => {
    await zh.say('/add张三 13800138000');
    await zh.say('/任务明天10点 打电话');
    expect(await names(zh)).toEqual(['张三']);
    expect(await tasks(zh)).toEqual(['打电话']);
  });

  it('is asked about where something would reach a customer or go', async () => {
    await zh.happen(telegramMessage('在吗'));
    const reply = await zh.say('/回复王小明 好的');
    expect(reply.failed).toBe(true);
    expect(buttonsOf(reply)[0]?.command).toBe('/reply 王小明 好的');
    expect((await zh.say('/删除王小明')).failed).toBe(true);
    expect(await names(zh)).toEqual(['王小明']);
  });
});

describe('a pasted block', () => {
  it.each([
    [
      'zh',
      '收货人: 韩梅梅\n手机号码: 139 0000 1234\n详细地址: 龙井路1号',
      '韩梅梅',
      ['电话=139 0000 1234', '详细地址=龙井路1号'],
    ],
    ['zh', '何静（13455556666，微信同号）', '何静', ['电话=134 5555 6666', '备注=微信同号']],
    ['zh', '"吴刚" <wugang@163.com>', undefined, undefined],
    [
      'en',
      'Kind regards,\nHannah Price\nOak & Sons Ltd\nT: 020 7946 0999\nE: hannah@oaksons.co.uk',
      'Hannah Price',
      ['Phone=020 7946 0999', 'Mail=hannah@oaksons.co.uk', 'Note=Oak & Sons Ltd'],
    ],
    [
      'en',
      'Name: Omar Haddad\nPhone: 020 7946 0123\nAddress: 5 King Street, Leeds LS1 2HH',
      'Omar Haddad',
      ['Phone=020 7946 0123', 'Address=5 King Street, Leeds LS1 2HH'],
    ],
  ] as const)('%s: is shown taken apart, and saved by one tap: %s', async (lang, text, title, fields) => {
    await houses[lang].type(text);
    const reply = (await houses[lang].cards()).at(-1)!;
    expect(await names(houses[lang])).toEqual([]);
    if (fields) {
      expect(reply.title).toBe(title);
      expect(reply.fields?.map(({ label, value }) => `${label}=${value}`)).toEqual(fields);
    }
    await houses[lang].press(buttonsOf(reply)[0]!.command);
    expect(await names(houses[lang])).toHaveLength(1);
  });
});
