import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { similarTo } from '../../../src/domain/commands/similar.ts';
import { commands } from '../../../src/domain/commands/table.ts';
import { buttonsOf, OWNER, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();

beforeEach(
  house.startingWith(async () => {
    await house.happen(
      telegramMessage('你们的龙井多少钱一斤？', { from: { address: '1001', name: '张三' } }),
      telegramMessage('My parcel arrived broken', { chat: '7', from: { address: '7', name: 'Anna Smith' } }),
    );
  }),
);

const offered = async (text: string) => {
  await house.type(text);
  return buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
};

describe('a command nobody knows', () => {
  it('is taken for the one it looks like, a tap away and with its words', async () => {
    expect(await offered('/fnd 张三')).toContain('/find 张三');
    expect(await offered('/tiket Anna')).toContain('/ticket Anna');
    expect((await house.press('/ticket Anna')).failed).toBeUndefined();
    expect(await offered('/查询 张三')).toContain('/find 张三');
  });

  it('that looks like none offers all commands', async () => {
    expect(await offered('/xyzzyxyzzy')).toEqual(['/help']);
  });

  it('that is a misspelt one for secrets keeps the secret nowhere', async () => {
    await house.type('/conect shopify shpss_0123456789');
    const rows = await house.db.sql<{ at: string }>`
      select 'inbox' as at from inbox where position('shpss_' in encode(body, 'escape')) > 0
      union all select 'buttons' from buttons where command like '%shpss_%'
      union all select 'outbox' from outbox where payload::text like '%shpss_%'`;
    expect(rows).toEqual([]);
    await house.type('/find shpss_ 0123');
    expect(await house.db.sql`select from inbox where position('shpss_' in encode(body, 'escape')) > 0`).toHaveLength(
      1,
    );
  });

  it('is never more than two slips away from what is offered, and a known one is nobody else’s slip', () => {
    const names = commands.filter(({ hidden }) => !hidden).map(({ name }) => name as string);
    const slip = fc.tuple(fc.constantFrom(...names.filter((name) => name.length > 4)), fc.nat(), fc.nat(25));
    fc.assert(
      fc.property(slip, ([name, at, letter]) => {
        const place = at % name.length;
        const typed = `${name.slice(0, place)}${String.fromCharCode(97 + letter)}${name.slice(place + 1)}`;
        expect(similarTo(typed, commands).map((command) => command.name)).toContain(name);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a command that lacks something', () => {
  it.each([
    ['/contact', '/contact c2'],
    ['/tag #vip', '/tag c1 #vip'],
    ['/language 张三', '/language 张三 en'],
    ['/tag 张三', '/tag c1 #tea'],
    ['/resolve', '/resolve 1'],
    ['/won', '/won 1'],
    ['/postpone 1', '/postpone 1 明早9点'],
    ['/later 张三 你好', '/later v1 明早9点 | 你好'],
    ['/file 2', '/file 2 feedback'],
    ['/note ? 喜欢明前茶', '/note c1 喜欢明前茶'],
  ])('%s is completed by a button: %s', async (typed, completed) => {
    await house.say('/tag Anna #tea');
    await house.say('/task 给张三打电话');
    expect(await offered(typed)).toContain(completed);
    expect((await house.press(completed)).failed).toBeUndefined();
  });

  it('misnaming what it is about is asked which of all there are, and then for the rest', async () => {
    expect(await offered('/settings timezon Europe/Berlin')).toContain('/settings 时区');
    expect(await house.press('/settings 时区')).toMatchObject({ title: '时区' });
  });

  it('that has a form for it offers the form, which is shown only where there are forms', async () => {
    const formOf = async (typed: string) => {
      await house.type(typed);
      return buttonsOf((await house.cards()).at(-1)!).filter(({ form }) => form);
    };
    expect(await formOf('/add')).toMatchObject([{ command: '/add' }]);
    expect(await formOf('/note')).toMatchObject([{ command: '/note' }]);
    expect(await formOf('/note 张三')).toMatchObject([{ command: '/note 张三' }]);
    expect(await formOf('/contact')).toEqual([]);
    const [button] = await formOf('/note');
    await house.happen({
      ...{ kind: 'form.submitted', channel: 'telegram', chat: OWNER, from: { address: OWNER, name: '我' } },
      ...{ buttonId: button!.id!, values: { text: '喜欢\n"明前"茶' }, externalId: 'F1' },
    });
    expect(buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command)).toContain(
      '/note c1 text:"喜欢\n\\"明前\\"茶"',
    );
    await house.press('/note c1 text:"喜欢\n\\"明前\\"茶"');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([
      { text: '喜欢\n"明前"茶' },
    ]);
  });

  it('whose words may hold a secret does not show them again', async () => {
    await house.type('/connect shpss_0123456789');
    expect(JSON.stringify(await house.cards())).not.toContain('shpss_');
  });
});

describe('words without a slash', () => {
  it('are offered as note, task and search, and each button holds all of them', async () => {
    const words = '明天下午3点给张三寄样品，\n他要两罐';
    expect(await offered(words)).toEqual([`/note c1 ${words}`, `/task ${words}`, `/search ${words}`, '/contact c1']);
    const [, task] = buttonsOf((await house.cards()).at(-1)!);
    expect(task!.label).toContain('15:00');
    await house.press(`/note c1 ${words}`);
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: words }]);
  });

  it('about nobody known ask whom a note is about, and can be a new contact', async () => {
    expect(await offered('李四 13800138000')).toContain('/add 李四 13800138000');
    await house.press('/note ? 李四 13800138000');
    expect(buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command)).toContain(
      '/note c2 李四 13800138000',
    );
  });

  it('of many lines with a number are a new contact too', async () => {
    const parcel = '收货人: 韩梅梅\n手机号码: 13912345678\n详细地址: 浙江省杭州市龙井路1号';
    expect(await offered(parcel)).toContain(`/add ${parcel}`);
    await house.press(`/add ${parcel}`);
    expect((await house.say('/find 13912345678')).title).toBe('韩梅梅');
  });

  it('speak the owner’s language', async () => {
    await house.say('/settings language en');
    await house.type('Anna Smith has a red door');
    const card = (await house.cards()).at(-1)!;
    expect(card.text).toContain('What shall I do with this?');
    expect(buttonsOf(card).map(({ label }) => label)[0]).toBe('Note on Anna Smith');
  });
});

it('the pages of canned replies can be turned as often as one likes', async () => {
  for (let n = 1; n <= 9; n++) await house.say(`/c save r${n} zh 好的`);
  await house.type('/c');
  for (const page of ['/c 2', '/c 1', '/c 2']) expect((await house.press(page)).lists).toBeDefined();
});

describe('words behind /start', () => {
  it.each(['/start I need a refund for order 1001', '/start 你好，我要退货', '/start\nplease call me 07911 123456'])(
    'are told: %s',
    async (text) => {
      await house.happen(telegramMessage(text, { chat: '9', from: { address: '9', name: 'Eve' } }));
      expect(JSON.stringify((await house.cards()).at(-1))).toContain(text.slice(7, 20));
    },
  );
});
