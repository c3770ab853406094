import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, type House, telegramMessage, testHouse } from '../../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../../support/shops/shopify_order.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en', country: 'US', currency: 'USD' });
});
beforeEach(() => house.reset());

/** Somebody writes by Telegram under this name. */
async function writes(address: string, name: string, text = 'hello'): Promise<void> {
  await house.happen(
    telegramMessage(text, { chat: address, from: { address, name }, externalId: `${address}-${text}` }),
  );
}

/** Anna has written by mail, is in the address book, and has ordered #3001. */
async function knowAnna(): Promise<void> {
  await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  await house.say('/add Anna Smith +1 202 555 0147 anna@example.com');
  const customer = { id: 21, first_name: 'Anna', last_name: 'Smith', email: 'anna@example.com', phone: null };
  const order = { id: 31, name: '#3001', email: 'anna@example.com', customer, currency: 'USD' };
  await house.happen(shopifyEvent(shopifyOrder(order), 'orders/paid'));
  const from = { address: 'anna@example.com', name: 'Anna Smith' };
  const mail = { channel: 'email' as const, chat: from.address, from, externalId: '<1@example.com>' };
  await house.happen(telegramMessage('Where is my order?', mail));
}

/** To whom what the owner said left. */
async function sentTo(): Promise<{ to: string; text: string }[]> {
  return house.db.sql<{ to: string; text: string }>`
    select v.address as "to", m.text from messages m join conversations v on v.id = m.conversation_id
    where m.direction = 'out' and m.user_id is not null order by m.id`;
}

const lines = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);

async function expectAsked(text: string, ...offered: string[]): Promise<Reply> {
  const before = await house.state();
  const reply = await house.say(text);
  expect(reply.failed, `${text}: ${JSON.stringify(reply)}`).toBe(true);
  expect(await house.state(), text).toEqual(before);
  for (const command of offered) expect(lines(reply), text).toContain(command);
  return reply;
}

const idOf = async (name: string): Promise<string> => {
  const [row] = await house.db.sql<{ id: string }>`select id from contacts where name = ${name} order by id`;
  return `c${row!.id}`;
};

describe('a ref somebody has taken for a name', () => {
  beforeEach(async () => {
    await writes('900', 'Bella');
  });

  it.each([
    ['c1', '/reply c1 all good'],
    ['C1', '/reply c1 all good'],
    ['v1', '/reply v1: all good'],
    ['ｃ１', '/later c1 tomorrow 9:00 all good'],
    ['c1', '/block c1'],
    ['c1', '/note c1 likes tea'],
  ])('is asked about when it is typed, and the button means who is known by it: %s, %s', async (name, line) => {
    await writes('901', name);
    const [first, second, ...more] = lines(await expectAsked(line)) as [string, string];
    expect(first).toMatch(/^\/\w+ [cv]1\b/i);
    expect(second).toMatch(/^\/\w+ c2\b/);
    expect(more).toEqual([]);
  });

  it('reaches whoever the pressed button shows', async () => {
    await writes('901', 'c1');
    await house.say('/reply c1 for Bella');
    await house.press('/reply c1 for Bella');
    await house.say('/reply c1 for the other');
    await house.press('/reply c2 for the other');
    expect(await sentTo()).toEqual([
      { to: '900', text: 'for Bella' },
      { to: '901', text: 'for the other' },
    ]);
  });

  it('goes to its own contact at once while nobody else is called so', async () => {
    await house.say('/reply c1 hello');
    await house.say('/reply v1 again');
    expect(await sentTo()).toEqual([
      { to: '900', text: 'hello' },
      { to: '900', text: 'again' },
    ]);
  });

  it('stands on the card with the address it came from', async () => {
    await writes('901', 'c1');
    expect((await house.cards()).at(-1)?.fields?.map(({ value }) => value)).toContain('901');
  });
});

describe('a name somebody has taken', () => {
  it.each([
    ['anna@example.com', '/reply anna@example.com secret'],
    ['ANNA@example.com', '/reply anna@example.com: secret'],
    ['+12025550147', '/reply +12025550147 secret'],
    ['+12025550147', '/reply +1 202 555 0147 secret'],
    ['+1 202 555 0147', '/reply +1 (202) 555-0147 secret'],
    ['2025550147', '/reply 2025550147 secret'],
    ['0147', '/reply 0147 secret'],
    ['#3001', '/reply #3001 secret'],
    ['3001', '/reply 3001 secret'],
    ['#3001', '/reply 3001 secret'],
  ])('%s never gets %s: who has the address or number does', async (name, text) => {
    await knowAnna();
    for (const address of ['77', '78', '79']) await writes(address, name);
    expect((await house.say(text)).failed, text).toBeUndefined();
    expect(await sentTo()).toEqual([{ to: 'anna@example.com', text: 'secret' }]);
  });

  it('is no order number either', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(shopifyEvent(shopifyOrder({ name: 'EN-1042-B' }), 'orders/paid'));
    for (const [at, name] of ['EN-1042-B', 'en-1042-b', 'EN-1042-B It is'].entries()) await writes(`7${at}`, name);
    await house.say('/note EN-1042-B likes blue');
    expect(
      await house.db
        .sql`select contact_id as id from conversations v join messages m on m.conversation_id = v.id where direction = 'note'`,
    ).toEqual([{ id: '1' }]);
    await expectAsked('/note EN-1042-B It is here', '/note c1 It is here');
  });

  it.each([
    ['/ticket anna@example.com broken cup', 'tickets'],
    ['/lead 0147 logo', 'leads'],
    ['/later #3001 tomorrow 9am hello', 'scheduled_answers'],
    ['/task tomorrow 10am call anna@example.com', 'tasks'],
    ['/task tomorrow 10am call +1 202 555 0147', 'tasks'],
  ])('does not get %s either', async (text, table) => {
    await knowAnna();
    for (const [at, name] of ['anna@example.com', '0147', '#3001', '+1 202 555 0147'].entries())
      await writes(`7${at}`, name);
    await house.say(text);
    const [row] = await house.db.sql<{ name: string }>`
      select c.name from ${house.db.sql(table)} x
      join contacts c on c.id = ${table === 'scheduled_answers' ? house.db.sql`(select contact_id from conversations where id = x.conversation_id)` : house.db.sql`x.contact_id`}`;
    expect(row?.name, text).toBe('Anna Smith');
  });

  it.each(['/block anna@example.com', '/delete #3001', '/contact 0147', '/timeline anna@example.com'])(
    'is not who %s means',
    async (text) => {
      await knowAnna();
      for (const [at, name] of ['anna@example.com', '0147', '#3001'].entries()) await writes(`7${at}`, name);
      const reply = await house.say(text);
      expect(JSON.stringify(reply)).toContain(text.startsWith('/timeline') ? 'Where is my order?' : 'Anna Smith');
    },
  );

  it('of many leaves room for whoever was known before them', async () => {
    await knowAnna();
    for (let nth = 0; nth < 9; nth++) await writes(`7${nth}`, 'Anna');
    await expectAsked('/reply Anna secret', `/reply ${await idOf('Anna Smith')} secret`);
  });

  it('and no order’s number is the beginning of a phone nobody has', async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(shopifyEvent(shopifyOrder({ name: '#202' }), 'orders/paid'));
    await house.say('/note 202 555 0147 likes blue');
    await house.say('/note 202 likes blue');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: 'likes blue' }]);
  });

  it('that is an address of nobody’s is asked about, and the true address is shown', async () => {
    await writes('77', 'anna@example.com');
    const reply = await expectAsked('/reply anna@example.com secret', '/reply c1 secret');
    expect(buttonsOf(reply)[0]!.label).toContain('77');
  });

  it('that is a word of a known one is asked about, with what tells them apart', async () => {
    await knowAnna();
    await writes('77', 'Anna', 'price please');
    const reply = await expectAsked(
      '/reply Anna secret',
      `/reply ${await idOf('Anna Smith')} secret`,
      '/reply c2 secret',
    );
    const labels = buttonsOf(reply).map(({ label }) => label);
    expect(labels.find((label) => label.startsWith('Anna Smith'))).toMatch(/anna@example\.com.*#3001/);
    expect(labels.find((label) => label.startsWith('Anna ·'))).toMatch(/77.*price please/);
  });

  it.each([
    ['Anna It is', '/reply Anna It is on its way!', 'on its way!', 'It is on its way!'],
    ['Anna Hello', '/reply Anna Hello there', 'there', 'Hello there'],
    ['anna thank you', '/reply anna thank you so much', 'so much', 'thank you so much'],
    ['Anna 您好', '/reply Anna 您好 到了', '到了', '您好 到了'],
  ])('%s takes no words out of %s', async (name, text, less, whole) => {
    await knowAnna();
    await writes('77', name);
    await expectAsked(text, `/reply c2 ${less}`, `/reply ${await idOf('Anna Smith')} ${whole}`);
  });

  it('by which two are known is asked about by every command that acts', async () => {
    await writes('71', 'Bea');
    await writes('72', 'Bea Stone');
    for (const [text, rest] of [
      ['/reply Bea hello', ' hello'],
      ['/note Bea likes blue', ' likes blue'],
      ['/ticket Bea broken', ' broken'],
      ['/lead Bea logo', ' logo'],
      ['/block Bea', ''],
      ['/delete Bea', ''],
      ['/tag Bea #vip', ' #vip'],
      ['/contact Bea', ''],
    ] as const) {
      const command = text.split(' ')[0]!;
      await expectAsked(text, `${command} c1${rest}`, `${command} c2${rest}`);
    }
    await house.say('/reply Bea Stone hello');
    expect(await sentTo()).toEqual([{ to: '72', text: 'hello' }]);
  });

  it.each([
    [['Anna Smith', 'Anna Jones'], '/reply Anna Jones call me', '72', 'call me'],
    [['Anna', 'Anna Jones'], '/reply Anna Jones call me', '72', 'call me'],
    [['anna', 'anna jones'], '/reply anna jones call me', '72', 'call me'],
    [['Ludwig', 'Ludwig van Beethoven'], '/reply Ludwig van Beethoven: hi', '72', 'hi'],
    [['张三', '张三丰'], '/reply 张三 到了', '71', '到了'],
    [['张三', '张三丰'], '/reply 张三丰 到了', '72', '到了'],
    [['王 小明', '王 小红'], '/reply 王 小红 到了', '72', '到了'],
  ])('of %s: %s asks nothing', async (names, text, to, words) => {
    for (const [at, name] of names.entries()) await writes(`7${at + 1}`, name);
    await house.say(text);
    expect(await sentTo()).toEqual([{ to, text: words }]);
  });

  it('that a user has given is a name, even a number', async () => {
    await writes('71', 'Bond');
    await house.say('/rename Bond 007');
    await house.say('/reply 007 hello');
    expect(await sentTo()).toEqual([{ to: '71', text: 'hello' }]);
  });

  it('Chinese: a given name, one character or the same sound may be somebody else', async () => {
    await writes('71', '李小红');
    await writes('72', '小红');
    await writes('73', '何');
    await writes('74', '小何');
    await writes('75', 'Zhang San');
    await writes('76', '张三');
    await expectAsked('/reply 小红 到了', '/reply c1 到了', '/reply c2 到了');
    await expectAsked('/reply 何 到了', '/reply c3 到了', '/reply c4 到了');
    await expectAsked('/reply Zhang San 到了', '/reply c5 到了', '/reply c6 到了');
  });
});

describe('an address or number that several people have', () => {
  beforeEach(async () => {
    await writes('71', '小何');
    await writes('72', '何妈');
    for (const name of ['小何', '何妈']) await house.say(`/edit ${name} +1 202 555 0190 home@example.com`);
    await house.say('/distinct c1 c2');
  });

  it.each(['+12025550190', '+1 202 555 0190', '2025550190', '0190', 'home@example.com'])(
    '%s is asked about by every command',
    async (who) => {
      for (const [text, rest] of [
        [`/reply ${who} hello`, ' hello'],
        [`/later ${who} tomorrow 9am hello`, ' hello'],
        [`/note ${who} hello`, ' hello'],
        [`/ticket ${who} broken`, ' broken'],
        [`/lead ${who} tea`, ' tea'],
        [`/tag ${who} #vip`, ' #vip'],
        [`/delete ${who}`, ''],
        [`/block ${who}`, ''],
        [`/contact ${who}`, ''],
      ] as const) {
        const offered = lines(await expectAsked(text));
        expect(offered, text).toHaveLength(2);
        for (const [at, line] of offered.entries()) {
          expect(line, text).toContain(` c${at + 1}`);
          expect(line, text).toMatch(new RegExp(`${rest.trim()}$`));
        }
      }
    },
  );

  it('is added to by whom it is called, or by whom the user says', async () => {
    await house.say('/add 何妈 +1 202 555 0190 #aunt');
    await house.say('/add 小何 +1 202 555 0190 #nephew');
    expect(await house.db.sql`select name, tags from contacts order by id`).toEqual([
      { name: '小何', tags: ['nephew'] },
      { name: '何妈', tags: ['aunt'] },
    ]);
    for (const text of ['/add +1 202 555 0190 #vip', '/add Zoe +1 202 555 0190']) {
      const before = await house.state();
      const offered = lines(await house.say(text));
      expect(offered.filter((line) => /^\/add c[12] /.test(line), text)).toHaveLength(2);
      expect(await house.state(), text).toEqual(before);
    }
  });

  it('is asked about by a task that speaks of it', async () => {
    const [first] = lines(await expectAsked('/task tomorrow 10am call home@example.com'));
    await house.say(first!);
    expect(await house.db.sql`select title, contact_id as id from tasks`).toEqual([
      { title: 'call home@example.com', id: '1' },
    ]);
  });
});

describe('people seen last', () => {
  it('of one name are offered with what tells them apart', async () => {
    await writes('71', 'Anna Smith');
    await writes('72', 'ANNA SMITH');
    await writes('73', 'anna@example.com');
    await writes('74', 'Bob');
    for (const text of ['/reply ? hello', '/tag #vip']) {
      const labels = buttonsOf(await house.say(text)).map(({ label }) => label.replace(/ · (.)hello.$/, ''));
      expect(labels.slice(0, 4), text).toEqual(['Bob', 'anna@example.com · 73', 'ANNA SMITH · 72', 'Anna Smith · 71']);
    }
  });
});

describe('a beginning of a name', () => {
  it.each([
    '/reply 老 hello',
    '/block 老',
    '/delete 老',
    '/later 老 tomorrow 9am hello',
    '/merge 老 c2',
    '/reply Kath hello',
    '/link Kath',
  ])('is not enough for %s', async (text) => {
    await writes('71', '老王');
    await writes('72', 'Katherine');
    await expectAsked(text);
  });

  it('of one is asked about where it stands inside another’s', async () => {
    await writes('71', '小何');
    await writes('72', '何妈');
    await expectAsked('/reply 何 hello', '/reply c1 hello', '/reply c2 hello');
    await expectAsked('/note 何 hello', '/note c1 hello', '/note c2 hello');
  });
});

describe('v3', () => {
  it('is whose conversation it is, and an answer goes there', async () => {
    await knowAnna();
    await writes('77', 'Bob');
    await house.say('/merge c1 c2');
    for (const [address, id] of await conversations()) {
      await house.say(`/reply v${id} for ${address}`);
      await house.say(`/later v${id} tomorrow 9am for ${address}`);
    }
    expect((await sentTo()).map(({ to, text }) => [to, text])).toEqual([
      ['anna@example.com', 'for anna@example.com'],
      ['77', 'for 77'],
    ]);
    const later = await house.db
      .sql`select v.address, s.text from scheduled_answers s join conversations v on v.id = s.conversation_id order by s.id`;
    expect(later).toEqual([
      { address: 'anna@example.com', text: 'for anna@example.com' },
      { address: '77', text: 'for 77' },
    ]);
  });

  it('names the same person to every command', async () => {
    await knowAnna();
    const [[, id]] = (await conversations()) as [[string, string]];
    expect((await house.say(`/contact v${id}`)).title).toContain('Anna Smith');
    await house.say(`/note v${id} likes blue`);
    await house.say(`/tag v${id} #vip`);
    expect(await house.db.sql`select tags from contacts where id = 1`).toEqual([{ tags: ['vip'] }]);
  });

  it('is found, and shown when it is all that was typed', async () => {
    await knowAnna();
    const [[, id]] = (await conversations()) as [[string, string]];
    for (const ref of [`v${id}`, 'c1']) {
      expect((await house.say(`/find ${ref}`)).title, ref).toContain('Anna Smith');
      await house.type(ref);
      expect(lines((await house.cards()).at(-1)!), ref).toContain('/contact c1');
    }
  });

  async function conversations(): Promise<[string, string][]> {
    const rows = await house.db.sql<{ address: string; id: string }>`select address, id from conversations order by id`;
    return rows.map(({ address, id }) => [address, id]);
  }
});

describe('a task about somebody', () => {
  it('of whose name there are two asks which', async () => {
    await writes('71', 'Anna Smith');
    await writes('72', 'Anna Smith');
    const offered = lines(
      await expectAsked('/task tomorrow 10am call Anna Smith', '/task c1 tomorrow 10am call Anna Smith'),
    );
    expect(offered).toContain('/task c2 tomorrow 10am call Anna Smith');
    await house.say('/task c2 tomorrow 10am call Anna Smith');
    expect(await house.db.sql`select title, contact_id as id from tasks`).toEqual([
      { title: 'call Anna Smith', id: '2' },
    ]);
  });

  it('asks who where it names two people, and not where one name stands inside the other', async () => {
    await writes('71', 'Anna Smith');
    await writes('72', 'Bob Jones');
    await writes('73', 'Smith');
    await expectAsked('/task ask Anna Smith about Bob Jones');
    expect((await house.say('/task call Bob Jones')).failed).toBeUndefined();
    expect((await house.say('/task call Anna Smith')).failed).toBeUndefined();
    await writes('74', 'Ann');
    await writes('75', 'Joanna');
    await expectAsked('/task call Ann and Joanna');
  });

  it('typed plainly offers a note for each of them', async () => {
    await writes('71', '张三');
    await writes('72', '张三');
    await house.type('给张三打电话');
    const offered = lines((await house.cards()).at(-1)!);
    expect(offered).toEqual(expect.arrayContaining(['/note c1 给张三打电话', '/note c2 给张三打电话']));
  });
});

describe('who is not found', () => {
  it.each([
    'c30',
    'v3',
    '#12',
    '3999',
    '谢谢',
    '所有人',
    '李小红改成李红',
    '消费>100',
    'everyone',
    '我回来了',
    'thank you',
    '在吗？',
    'a=b',
  ])('%s is offered to nobody as a new contact', async (query) => {
    for (const command of ['/find', '/reply', '/contact']) {
      const reply = await house.say(`${command} ${query}`);
      expect(
        lines(reply).filter((line) => line.startsWith('/add')),
        `${command} ${query}`,
      ).toEqual([]);
    }
  });

  it.each([
    'Zoe Ling',
    '王小明',
    'zoe@example.com',
    '+1 202 555 0177',
    'Ludwig van Beethoven',
    '绿叶茶行',
    '谢霆锋',
    'zhang',
  ])('%s can be added', async (query) => {
    expect(lines(await house.say(`/find ${query}`))).toContain(`/add ${query}`);
  });
});

describe('the card of somebody', () => {
  const fields = async () =>
    ((await house.cards()).at(-1)!.fields ?? []).map(({ label, value }) => `${label}: ${value}`);

  it.each(['anna@example.com', '+1 202 555 0147', '#3001'])('called %s shows the true address', async (name) => {
    await writes('77', name);
    expect(await fields()).toContain('Address: 77');
    expect((await house.say('/inbox v1')).fields).toContainEqual({ label: 'Address', value: '77' });
  });

  it('called like somebody known shows it, and that there is another', async () => {
    await writes('71', 'Anna Smith');
    expect((await fields()).join()).not.toContain('Address');
    await writes('77', 'ANNA SMITH');
    expect(await fields()).toContain('Address: 77 (someone else you know has this name)');
    expect((await house.say('/inbox v2')).fields).toContainEqual({
      label: 'Address',
      value: '77 (someone else you know has this name)',
    });
  });

  it('whose own address stands in for a name shows no other', async () => {
    const from = { address: 'zoe@example.com', name: '' };
    const mail = { channel: 'email' as const, chat: from.address, from, externalId: '<1@example.com>' };
    await house.happen(telegramMessage('hello', mail));
    expect((await fields()).join()).not.toContain('Address');
  });
});

describe('two people who were made one', () => {
  const names = async () => house.db.sql`
    select c.name, i.address from contacts c join contact_identities i on i.contact_id = c.id order by i.address`;
  beforeEach(async () => {
    await writes('71', '小何');
    await writes('72', '何妈');
    await house.say('/merge c1 c2');
  });

  it('are found by either name, and shown which address is whose', async () => {
    expect(JSON.stringify(await house.say('/find 何妈'))).toContain('小何');
    const { lists } = await house.say('/split 小何');
    expect(lists![0]!.items.map(({ text }) => text)).toEqual(['Telegram', 'Telegram · 何妈']);
  });

  it.each(['72', '71'])('have their own names again when telegram:%s is taken out', async (address) => {
    const before = await house.state();
    await house.say(`/split 小何 telegram:${address}`);
    expect(await names()).toEqual([
      { name: '小何', address: '71' },
      { name: '何妈', address: '72' },
    ]);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('keep the name a user has chosen since', async () => {
    await house.say('/rename c1 何家');
    await house.say('/split 何家 telegram:71');
    expect(await names()).toContainEqual({ name: '何家', address: '72' });
  });

  it('are called as the user says', async () => {
    await house.say('/split 小何 telegram:72 王女士');
    expect(await names()).toContainEqual({ name: '王女士', address: '72' });
  });
});
