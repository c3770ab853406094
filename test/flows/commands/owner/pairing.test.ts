import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/text/texts.ts';
import { type House, NOON, telegramMessage, testHouse } from '../../../support/house.ts';

const { pair } = texts('zh-CN');
let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const newCode = async () => /\/pair (\S+)/.exec((await house.say('/pair')).text!)![1]!;
const sendCode = async (code: string, more: Parameters<typeof telegramMessage>[1] = {}) => {
  await house.happen(telegramMessage(`/pair ${code}`, { externalId: String(Math.random()), ...more }));
  const row = (await house.outbox()).findLast(({ address }) => address === '1001');
  return row?.payload.kind === 'message' ? row.payload.reply : undefined;
};
const isPaired = async (chat = '1001') =>
  (await house.db.sql`select from user_identities where channel = 'telegram' and address = ${chat}`).length === 1;

describe('pairing', () => {
  it('takes the right code once: the chat is the owner’s, and a second chat is refused', async () => {
    const code = await newCode();
    expect(await sendCode(code)).toMatchObject({ title: pair.welcome, text: pair.fromNowOn });
    expect(await isPaired()).toBe(true);
    await sendCode(code, { chat: '1002', from: { address: '1002', name: '坏人' } });
    expect(await isPaired('1002')).toBe(false);
    await house.happen(telegramMessage('请问龙井多少钱？', { chat: '1003', from: { address: '1003', name: '客' } }));
    expect((await house.outbox()).filter(({ address }) => address === '1001')).toHaveLength(2);
  });

  it('reads the code in small letters and without hyphens, and the Chinese word', async () => {
    const code = await newCode();
    await house.happen(telegramMessage(`／配对 ${code.toLowerCase().replaceAll('-', ' ')}`));
    expect(await isPaired()).toBe(true);
  });

  it('hears nobody for an hour who was wrong five times, and everybody else as before', async () => {
    const code = await newCode();
    for (let tries = 0; tries < 5; tries++)
      expect(await sendCode('AAAA-AAAA-AAAA-AAAA')).toEqual({ text: pair.refused });
    expect(await sendCode(code)).toEqual({ text: pair.refused });
    expect(await isPaired()).toBe(false);
    await sendCode(code, { chat: '1002', from: { address: '1002', name: '店主' } });
    expect(await isPaired('1002')).toBe(true);
    house.now = new Date(NOON.getTime() + 3_600_000);
    expect(await sendCode(await newCode())).toMatchObject({ title: pair.welcome, text: pair.fromNowOn });
    expect(await house.db.sql`select from pairing_tries`).toHaveLength(5);
  });

  it('ends a code for everybody after a thousand wrong tries, whoever made them', async () => {
    const code = await newCode();
    await house.db.autocommit`update pairing_codes set tries = 999`;
    await sendCode('AAAA-AAAA-AAAA-AAAA', { chat: '1002', from: { address: '1002', name: '坏人' } });
    expect(await sendCode(code)).toEqual({ text: pair.refused });
  });

  it('still takes the code after four wrong ones', async () => {
    const code = await newCode();
    for (let tries = 0; tries < 4; tries++) await sendCode('AAAA-AAAA-AAAA-AAAA');
    expect(await sendCode(code)).toMatchObject({ title: pair.welcome, text: pair.fromNowOn });
  });

  it('ends after ten minutes', async () => {
    const code = await newCode();
    house.now = new Date(NOON.getTime() + 10 * 60_000);
    expect(await sendCode(code)).toEqual({ text: pair.refused });
    const next = await newCode();
    house.now = new Date(house.now.getTime() + 10 * 60_000 - 1000);
    expect(await sendCode(next)).toMatchObject({ title: pair.welcome, text: pair.fromNowOn });
  });

  it('a second code ends the first', async () => {
    const first = await newCode();
    const second = await newCode();
    expect(await sendCode(first)).toEqual({ text: pair.refused });
    expect(await sendCode(second)).toMatchObject({ title: pair.welcome, text: pair.fromNowOn });
  });

  it('is not for groups nor for mail, and leaves no contact behind', async () => {
    const code = await newCode();
    expect(await sendCode(code, { private: false, chat: '-100' })).toBeUndefined();
    expect(await isPaired('-100')).toBe(false);
    expect(await isPaired()).toBe(false);
    await house.happen(
      telegramMessage(`/pair ${code}`, { channel: 'email', chat: 'a@b.cn', from: { address: 'a@b.cn', name: '' } }),
    );
    expect(await house.db.sql`select from user_identities where channel = 'email'`).toHaveLength(0);
    expect(await sendCode('AAAA')).toEqual({ text: pair.refused });
    expect(await house.db.sql`select from contacts where name = '王小明'`).toHaveLength(0);
  });
});

const write = (text: string, more: Parameters<typeof telegramMessage>[1] = {}) =>
  house.happen(telegramMessage(text, { externalId: String(Math.random()), ...more }));
const said = async (chat = '1001') =>
  (await house.outbox()).flatMap(({ address, payload }) =>
    address === chat && payload.kind === 'message' ? [payload.reply] : [],
  );
const unpaired = () => house.db.autocommit`delete from user_identities where channel = 'telegram'`;
const contacts = async () => (await house.db.sql`select from contacts`).length;

describe('the code alone', () => {
  it.each(['HAKC-YL2C-CQIF-NIM4', 'hakc yl2c cqif nim4', ' ＨＡＫＣ－ＹＬ２Ｃ－ＣＱＩＦ－ＮＩＭ４ '])(
    'pairs a chat as /pair does, and nothing of it is kept: %s',
    async (written) => {
      const code = await newCode();
      const same = [...code.replaceAll('-', '')];
      let nth = 0;
      const typed = [...written].map((sign) => (/[\p{L}\p{N}]/u.test(sign) ? same[nth++] : sign)).join('');
      await write(typed);
      expect(await isPaired()).toBe(true);
      expect((await said()).at(-1)).toMatchObject({ title: pair.welcome });
      expect(await house.db.sql`select from messages`).toHaveLength(0);
      const bodies = await house.db.sql<{ body: Buffer }>`select body from inbox`;
      expect(bodies.some(({ body }) => body.toString().includes(typed.trim()))).toBe(false);
    },
  );

  it('is refused once it has ended, and is no customer’s message then either', async () => {
    const code = await newCode();
    house.now = new Date(NOON.getTime() + 11 * 60_000);
    await write(code);
    expect(await isPaired()).toBe(false);
    expect((await said()).at(-1)).toMatchObject({ text: pair.refused });
    expect(await contacts()).toBe(0);
  });

  it('may be mistyped as long as nobody has paired; afterwards what only looks like one is a customer’s', async () => {
    await newCode();
    const voucher = 'ABCD-EFGH-2345-WXYZ';
    await unpaired();
    await write(voucher);
    expect((await said()).at(-1)).toMatchObject({ text: pair.refused });
    expect(await contacts()).toBe(0);
    await house.reset();
    await write(voucher);
    expect(await house.db.sql`select text from messages`).toEqual([{ text: voucher }]);
  });

  it('four words of four letters are words, whoever has paired', async () => {
    await unpaired();
    await newCode();
    await write('what does that cost', { externalId: '1' });
    await write('this that them they', { externalId: '2' });
    expect(await house.db.sql`select from messages`).toHaveLength(2);
  });
});

describe('a code with other words', () => {
  it.each([...['my code is CODE', '/pair CODE please', '/start CODE', 'pair CODE', '配对码是 CODE，谢谢']])(
    'pairs where nothing else is said: %s',
    async (words) => {
      await write(words.replace('CODE', await newCode()));
      expect(await isPaired()).toBe(true);
    },
  );

  it.each([
    ...['do not pair CODE', '别配对 CODE', 'someone sent me CODE what is it?', 'order CODE has not arrived'],
    ...['> /pair CODE', 'is this my code CODE?', '/pair CODE or not', '这是什么 CODE'],
  ])('says how, pairs nobody and keeps nothing: %s', async (words) => {
    const code = await newCode();
    await write(words.replace('CODE', code));
    expect(await isPaired()).toBe(false);
    expect((await said()).at(-1)).toMatchObject({ text: pair.codeAlone });
    expect(await contacts()).toBe(0);
    await write(code);
    expect(await isPaired()).toBe(true);
  });
});

describe('before anybody has paired', () => {
  beforeEach(() => unpaired());

  it.each(['/start', '/help', '/帮助', '／help', 'Help', '?', '菜单', '怎么用', 'menu', 'how does this work?'])(
    '%s is told what this bot is, and nothing is kept of whoever asks',
    async (text) => {
      await write(text);
      expect(await said()).toMatchObject([
        { title: pair.before('小茶铺'), text: expect.stringContaining(pair.forOwner) },
      ]);
      expect(await contacts()).toBe(0);
    },
  );

  it.each(['/start promo', '请问怎么用这个茶壶？', '/help me choose a present'])('%s is a customer’s', async (text) => {
    await write(text);
    expect(await contacts()).toBe(1);
  });

  it('once somebody has paired, /help is a customer’s message like any other', async () => {
    await write(await newCode(), { chat: '77', from: { address: '77', name: 'Own' } });
    await write('/help');
    expect(await contacts()).toBe(1);
  });
});

describe('what the owner tried as a customer', () => {
  const tried = async () => {
    await write('你好', { externalId: 'a' });
    await write('多少钱一斤？', { externalId: 'b' });
  };

  it('goes when they pair, and one tap brings it back exactly', async () => {
    await tried();
    const before = await house.state();
    await write(await newCode());
    expect((await said()).at(-1)).toMatchObject({ hint: pair.triesGone(2) });
    expect(await contacts()).toBe(0);
    expect(await house.db.sql`select from leads`).toHaveLength(0);
    expect((await house.say('/inbox')).text).toBe(texts('zh-CN').inbox.none);
    const undo = (await said())
      .at(-1)!
      .buttons!.flat()
      .find(({ command }) => command.startsWith('/undo'))!;
    await house.press(undo, { chat: '1001', from: { address: '1001', name: '我' } });
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['an answer', () => house.say('/reply 王小明 好的')],
    ['a note', () => house.say('/note 王小明 老客户')],
    ['a tag', () => house.say('/tag 王小明 #vip')],
    ['a task', () => house.say('/task 明天9点 王小明: 打电话')],
    ['a number', () => house.say('/edit 王小明 +13800138000')],
    ['a lead of ours', () => house.say('/lead 王小明 龙井')],
  ])('stays where %s was added, and they are asked', async (_, add) => {
    await tried();
    await add();
    await write(await newCode());
    expect(await contacts()).toBe(1);
    const reply = (await said()).at(-1)!;
    expect(reply.hint).toBe(pair.triesStay);
    expect(reply.buttons!.flat().map(({ label }) => label)).toContain(pair.dropTries);
  });
});

describe('a code among a few words', () => {
  beforeEach(() => unpaired());

  it.each([
    ...[
      'pair CODE',
      'Pair: CODE',
      '配对 CODE',
      '配对码是CODE',
      'my code is CODE',
      'My pairing code is: CODE.',
      '/start CODE',
      '／start CODE',
    ],
    ...['我的配对码：CODE', 'hello, CODE thanks', 'code CODE'],
  ])('%s: pairs, before anybody has', async (words) => {
    const code = await newCode();
    await house.happen(telegramMessage(words.replace('CODE', code)));
    expect(await isPaired()).toBe(true);
    expect(await house.db.sql`select from contacts`).toEqual([]);
    expect(await house.db.sql`select from messages`).toEqual([]);
  });

  it.each(['pair', 'my code is', '/start', '配对'])(
    '%s and a mistyped one: is refused, and is no customer’s',
    async (words) => {
      await newCode();
      await house.happen(telegramMessage(`${words} ABCD-EFG2-ABCD-EFG3`));
      expect(await said()).toMatchObject([{ text: pair.refused }]);
      expect(await isPaired()).toBe(false);
      expect(await house.db.sql`select from contacts`).toEqual([]);
    },
  );

  it('that is none of ours stays a customer’s word for a link, and in a longer message its writer’s', async () => {
    await newCode();
    await house.happen(telegramMessage('/start abcdefgh234567ab'));
    await house.happen(
      telegramMessage('Is this the number of my parcel, ABCD-EFG2-ABCD-EFG3? It has not come yet.', {
        chat: '1004',
        from: { address: '1004', name: 'Kim' },
      }),
    );
    expect(await house.db.sql`select name from contacts where name = 'Kim'`).toHaveLength(1);
    expect(await isPaired()).toBe(false);
  });
});
