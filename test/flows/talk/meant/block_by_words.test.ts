import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });
const WROTE = [
  ['Growth Pro', 'free followers and SEO, boost your ranking!'],
  ['Joe Miles', 'can I get something for free?'],
  ['刷单兼职', '在家刷单日赚500，加微信'],
  ['小赵', '能便宜点吗'],
  ['Tom Ford', 'see you on Saturday'],
] as const;
beforeEach(
  house.startingWith(async () => {
    for (const [at, [name, text]] of WROTE.entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage(text, { chat: address, from: { address, name }, externalId: address }));
    }
  }),
);
const offered = async (words: string) =>
  buttonsOf(await house.say(words))
    .map(({ command }) => command)
    .filter((command) => !/^\/(?:note|task|search|contact) /u.test(command));
const blocked = () => house.db.sql`select id from contacts where blocked_at is not null`;

describe('whoever is to be blocked by what they wrote', () => {
  it.each([
    ['block the spammer', ['/block c3', '/block c1']],
    ['block that one who keeps asking for free stuff', ['/block c2', '/block c1']],
    ['please block that guy asking about seo', ['/block c1']],
    ['拉黑刷单那个', ['/block c3']],
    ['把刷单那个拉黑', ['/block c3']],
    ['拉黑老是问便宜的那个', ['/block c4']],
    ['拉黑发广告的', ['/block c3', '/block c1']],
  ])('is asked about among those who wrote lately: %s', async (words, lines) => {
    expect((await offered(words)).filter((line) => line.startsWith('/block c'))).toEqual(lines);
    expect(await blocked()).toEqual([]);
  });

  it.each([
    ['block Joe', '/block c2'],
    ['拉黑小赵', '/block c4'],
    ['拉黑这个', '/block'],
    ['block that guy', '/block'],
  ])('is whoever is named, or asked for, as before: %s', async (words, line) => {
    expect((await offered(words))[0]).toBe(line);
  });

  it.each([
    'block whoever wrote about bitcoin',
    'block the street on monday',
    '拉黑问股票的',
    'should I block the spammer?',
  ])('is nobody who wrote of something else: %s', async (words) => {
    expect((await offered(words)).filter((line) => line.startsWith('/block c'))).toEqual([]);
  });
});

describe('whoever is to be blocked for what they called us', () => {
  const CALLED = [
    ['赵敏', '你这个骗子'],
    ['王芳', '垃圾店，再也不来'],
    ['Julia Day', 'you lot are scammers'],
    ['Ann Cole', 'your shop is rubbish, never again'],
  ] as const;
  beforeEach(async () => {
    for (const [at, [name, text]] of CALLED.entries()) {
      const address = `${800 + at}`;
      await house.happen(telegramMessage(text, { chat: address, from: { address, name }, externalId: address }));
    }
  });
  const lines = async (words: string) => (await offered(words)).filter((line) => line.startsWith('/block c'));

  it.each([
    ...[
      ['拉黑骂我骗子的人', 6],
      ['拉黑叫我骗子的', 6],
      ['把说我们是骗子的那个人拉黑', 6],
      ['拉黑说我骗人的客户', 6],
    ],
    ...[
      ['拉黑骂我骗子的赵敏', 6],
      ['拉黑说我骗子的王芳', 7],
      ['拉黑发广告的赵敏', 6],
    ],
    ...[
      ['拉黑说垃圾店的', 7],
      ['拉黑骂我垃圾的人', 7],
      ['拉黑说你们家东西是垃圾的', 7],
    ],
    ...[
      ['block the one who called me a scammer', 8],
      ['block the guy who said we are scammers', 8],
    ],
    ...[
      ['block the customer who said scam', 8],
      ['block whoever called us rubbish', 9],
    ],
  ] as [string, number][])('is whoever wrote it, or is named, and no advertiser: %s', async (words, id) => {
    expect(await lines(words)).toEqual([`/block c${id}`]);
  });

  it.each([
    'block julia who called me a scammer',
    'block Julia Day for calling me a scammer',
    'block julia who was rude',
  ])('is whoever is named, with what is said of them: %s', async (words) => {
    expect((await lines(words))[0]).toMatch(/^\/block c8 (?:who|for) /u);
  });

  it.each([
    ['拉黑发广告的', ['/block c3', '/block c1']],
    ['拉黑推销刷单的骗子', ['/block c3']],
    ['block the scammer', ['/block c3', '/block c1']],
    ['block the one who wrote spam', ['/block c3', '/block c1']],
  ])('control: what they are is found as before: %s', async (words, expected) => {
    expect(await lines(words)).toEqual(expected);
  });

  it.each(['拉黑骂我诈骗犯家属的李雷', 'block the one who called me a thief'])(
    'control: where nobody wrote it, no advertiser is offered: %s',
    async (words) => {
      const found = await lines(words);
      expect(found).not.toContain('/block c3');
      expect(found).not.toContain('/block c1');
    },
  );
});

describe('a slip in the verb before a name', () => {
  it.each([
    ['delet tom', '/delete c5'],
    ['remvoe Tom', '/delete c5'],
    ['bolck tom', '/block c5'],
    ['unblok tom', '/block c5'],
  ])('is what was meant, in one tap: %s', async (words, line) => {
    if (words.startsWith('un')) await house.say('/block c5');
    const [first] = await offered(words);
    expect(first).toBe(words.startsWith('un') ? '/unblock c5' : line);
    expect(await house.db.sql`select id from contacts`).toHaveLength(5);
  });

  it.each(['deleted tom', 'black tom', 'delet bob', 'nope tom'])(
    'is none where it is another word, or nobody is known: %s',
    async (words) => {
      expect((await offered(words)).filter((line) => /^\/(?:delete|block) c/u.test(line))).toEqual([]);
    },
  );
});

describe('somebody who is to be blocked by what nobody wrote', () => {
  it.each(['block the one who keeps offering kittens', 'block that kitten guy', '拉黑卖猫那个', '把那个卖猫的拉黑'])(
    'is asked about: %s',
    async (words) => {
      expect((await offered(words))[0]).toBe('/block');
    },
  );

  it.each(['block the calendar for friday', 'block that time on friday', '拉黑下午三点'])(
    'is nobody where a time or a thing is: %s',
    async (words) => {
      expect((await offered(words))[0]).not.toMatch(/^\/block\b(?!ed)/u);
    },
  );
});
