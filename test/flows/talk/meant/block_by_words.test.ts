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
