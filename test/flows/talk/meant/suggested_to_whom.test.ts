import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

/** Contacts c1 and c2, and a third who calls themselves by the second's number. */
beforeEach(
  house.startingWith(async () => {
    for (const [at, name] of ['Anna', 'Bob', 'c2'].entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
    }
  }),
);

const written = () => house.db.sql`select text from messages where direction <> 'in'`;

/** Whom the button means is asked, with both of them to choose from, and nothing is done. */
async function expectWhich(text: string, wanted: RegExp): Promise<void> {
  const before = await house.state();
  await house.type(text);
  const suggested = buttonsOf((await house.cards()).at(-1)!).find(({ command }) => wanted.test(command));
  expect(suggested, `${text}: ${wanted}`).toBeDefined();
  const reply = await house.press(suggested!);
  expect(reply.failed, `${text}: ${JSON.stringify(reply)}`).toBe(true);
  const refs = buttonsOf(reply).map(({ command }) => / (c\d+)\b/.exec(command)?.[1]);
  expect(refs, text).toEqual(expect.arrayContaining(['c2', 'c3']));
  expect(await house.state(), text).toEqual(before);
  expect(await written()).toEqual([]);
}

describe('a suggestion made of typed words asks whom they mean where a number is also a name:', () => {
  it.each([
    ['reply c2 it ships', /^\/reply c2 it ships/],
    ['note c2 likes tea', /^\/note c2 likes tea/],
    ['later c2 tomorrow 9am hello', /^\/later c2/],
    ['block c2', /^\/block c2/],
    ['snooze c2 2d', /^\/snooze c2/],
    ['ticket c2 broken cup', /^\/ticket c2/],
    ['lead c2 logo 500', /^\/lead c2/],
    ['tell c2 it ships', /^\/reply c2/],
    ['c2: it ships', /^\/reply c2/],
    ['c2: it ships', /^\/note c2/],
    ['/replay c2 it ships', /^\/reply c2/],
    ['/nte c2 likes tea', /^\/note c2/],
  ])('%s (%s)', (text, wanted) => expectWhich(text, wanted));

  it('several lines at once', async () => {
    await house.type('note c2 likes tea\nnote Anna likes coffee');
    const [first] = buttonsOf((await house.cards()).at(-1)!);
    await house.press(first!);
    const noted = await house.db.sql`
      select c.name from messages m join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
      where m.direction = 'note'`;
    expect(noted.map(({ name }) => name)).not.toContain('Bob');
  });

  it('and still means the number where nobody is called so', async () => {
    await house.type('reply c1 it ships');
    await house.press('/reply c1 it ships');
    expect(await written()).toEqual([{ text: 'it ships' }]);
  });
});

describe('words that say whom they are for', () => {
  const houses = { en: house, zh: null as unknown as typeof house };
  const people = { en: ['Anna Reed', 'Rose Tanner', 'Greg Holt'], zh: ['小米', '老郭', '阿豪'] };
  beforeAll(async () => {
    houses.zh = await testHouse();
  });
  beforeEach(async () => {
    for (const lang of ['en', 'zh'] as const) {
      await houses[lang].reset();
      for (const [at, name] of people[lang].entries()) {
        const address = `${800 + at}`;
        await houses[lang].happen(
          telegramMessage(lang === 'en' ? 'how is it going?' : '怎么样了？', {
            chat: address,
            from: { address, name },
            externalId: address,
          }),
        );
      }
      await houses[lang].deliver();
    }
  });
  const offered = async (lang: 'en' | 'zh', text: string) => {
    await houses[lang].type(text);
    return buttonsOf((await houses[lang].cards()).at(-1)!).map(({ command }) => command);
  };
  const sent = async (lang: 'en' | 'zh') =>
    (await houses[lang].outbox()).filter(({ audience }) => audience === 'customer');

  it.each([
    ['en', 'let her know thats fine', '/reply v1 thats fine'],
    ['en', "tell him it's ready friday", "/reply v1 it's ready friday"],
    ['en', 'ask her if she likes the blue', '/reply v1 Do you like the blue?'],
    ['zh', '跟她说可以的', '/reply v1 可以的'],
    ['zh', '告诉他 货到了', '/reply v1 货到了'],
    ['zh', '问下她要不要大份', '/reply v1 要不要大份'],
  ] as const)('%s: by her or him mean whoever was named last: %s', async (lang, text, command) => {
    await houses[lang].type(lang === 'en' ? 'anna wants the large one, +15' : '小米要换大份，加十五');
    expect((await offered(lang, text))[0]).toBe(command);
    expect(await sent(lang)).toEqual([]);
  });

  it('by her mean whoever wrote last, and by a later answer whoever got it', async () => {
    expect((await offered('en', 'let her know thats fine'))[0]).toBe('/reply v3 thats fine');
    await offered('en', 'tell Rose it is ready');
    expect((await offered('en', 'let her know it is blue'))[0]).toBe('/reply v2 it is blue');
  });

  it.each([
    ['en', 'ask Rose if she still wants the cards', '/reply v2 Do you still want the cards?'],
    ['en', "ask Rose when she's coming", '/reply v2 When are you coming?'],
    ['en', 'ask rose what colour she wants', '/reply v2 What colour do you want?'],
    ['en', 'ask Rose whether she has paid the deposit', '/reply v2 Have you paid the deposit?'],
    ['en', 'ask Rose if her cards are ok', '/reply v2 Are your cards ok?'],
    ['en', 'ask Rose to call me back', '/reply v2 Please call me back'],
    ['en', 'ask Rose if the cards arrived', '/reply v2 if the cards arrived'],
    ['en', "Rose's cards are ready, let her know", '/reply v2 your cards are ready'],
    ['zh', '问下小米还要不要大份', '/reply v1 还要不要大份'],
    ['zh', '发邮件给老郭：谢谢！周一出货', '/reply v2 谢谢！周一出货'],
    ['zh', '阿豪的货到了通知他', '/reply v3 您的货到了'],
    ['zh', '阿豪的茶寄出了，跟他说一声', '/reply v3 您的茶寄出了'],
  ] as const)('%s: are offered as they are said to them: %s', async (lang, text, command) => {
    expect((await offered(lang, text))[0]).toBe(command);
    expect(await sent(lang)).toEqual([]);
  });

  it.each([
    ['en', 'greg - brochure goes to print tmrw, sample fri', '/reply v3 brochure goes to print tmrw, sample fri'],
    ['en', 'greg brochure goes to print tmrw', '/reply v3 brochure goes to print tmrw'],
    ['zh', '老郭 龙井明天发 周五到', '/reply v2 龙井明天发 周五到'],
  ] as const)('%s: news behind a name can be sent, below all else: %s', async (lang, text, command) => {
    expect((await offered(lang, text)).at(-1)).toBe(command);
  });

  it.each([
    ['en', 'sold a poster to Sofia for £45 cash'],
    ['en', 'got £45 from Sofia'],
    ['en', 'Greg comes tomorrow'],
    ['en', 'greg - vip, always pays late'],
    ['en', 'Greg paid £45'],
    ['zh', '卖给苏菲一张海报45块现金'],
    ['zh', '小李是我助理，电话13700001111'],
    ['zh', '今天收了苏菲45块现金'],
    ['zh', '老郭爱喝生普'],
  ] as const)('%s: control: what is told of somebody is offered to nobody: %s', async (lang, text) => {
    expect((await offered(lang, text)).filter((command) => command.startsWith('/reply'))).toEqual([]);
  });

  it.each([
    ['en', 'rose: call her back after lunch', '/note c2 call her back after lunch'],
    ['en', 'rose: she always pays late', '/note c2 she always pays late'],
    ['en', 'rose: logo, 850, wants it before xmas', '/lead c2 logo, 850, wants it before xmas'],
    ['zh', '阿豪：两斤白牡丹，年前要', '/lead c3 两斤白牡丹，年前要'],
    ['zh', '阿豪：下午给他回电话', '/note c3 下午给他回电话'],
  ] as const)('%s: behind a name what is said of them is kept first: %s', async (lang, text, command) => {
    expect((await offered(lang, text))[0]).toBe(command);
  });

  it.each([
    ['en', 'rose: yes, it is ready', '/reply v2 yes, it is ready'],
    ['en', 'rose: her order is ready', '/reply v2 Your order is ready'],
    ['en', 'rose: do you want it before xmas?', '/reply v2 do you want it before xmas?'],
    ['zh', '阿豪：好的，明天发', '/reply v3 好的，明天发'],
    ['zh', '阿豪：年前要吗', '/reply v3 年前要吗'],
  ] as const)('%s: control: what is said to them is sent first: %s', async (lang, text, command) => {
    expect((await offered(lang, text))[0]).toBe(command);
  });

  it('that name nobody are offered first to whoever spoke last', async () => {
    await offered('en', '/reply v1 it is blue');
    await houses.en.deliver();
    const also = await offered('en', 'yes we do');
    expect(also.filter((command) => command.startsWith('/reply'))).toEqual([
      '/reply v1 yes we do',
      '/reply v3 yes we do',
    ]);
    await houses.en.happen(
      telegramMessage('hello?', {
        chat: '801',
        from: { address: '801', name: 'Rose Tanner' },
        externalId: '9',
        sentAt: new Date(houses.en.now.getTime() + 1000),
      }),
    );
    const newest = await offered('en', 'yes we do');
    expect(newest.filter((command) => command.startsWith('/reply'))).toEqual([
      '/reply v2 yes we do',
      '/reply v1 yes we do',
    ]);
  });
});
