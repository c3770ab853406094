import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const houses = { en: await testHouse({ locale: 'en', undoSend: 60 }), zh: await testHouse({ undoSend: 60 }) };

for (const house of Object.values(houses))
  beforeEach(
    house.startingWith(async () => {
      await house.happen(
        telegramMessage('hello', { chat: '2001', from: { address: '2001', name: 'Mirela Pop' } }),
        telegramMessage('窗帘歪了，能修吗', {
          chat: '2002',
          from: { address: '2002', name: '贺兰' },
          externalId: 'm2',
        }),
      );
      await house.say('/ticket c2 rail');
      await house.say('/lead c1 hem 65');
    }),
  );

const offered = async (house: (typeof houses)['en'], text: string) => {
  await house.type(text);
  return buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
};

describe('what was just said and is put right', () => {
  it.each([
    ['en', '/task thu 4pm fitting', 'sorry, friday', '/postpone 1 2026-11-27 16:00'],
    ['en', '/task thu 4pm fitting', 'hang on, 5pm', '/postpone 1 2026-11-26 17:00'],
    ['en', '/task thu 4pm fitting', 'push it to friday', '/postpone 1 2026-11-27 16:00'],
    ['zh', '/task 周四16点 量尺寸', '等等，是周五', '/postpone 1 2026-11-27 16:00'],
    ['zh', '/task 周四16点 量尺寸', '改成下午五点', '/postpone 1 2026-11-26 17:00'],
    ['en', '/lost c1 too dear', 'she changed her mind, reopen', '/reopen 1'],
    ['zh', '/lost c1 嫌贵', '又说要了，重新打开', '/reopen 1'],
  ] as const)('%s: %s, then %s: one tap changes it', async (lang, line, text, command) => {
    const house = houses[lang];
    await house.say(line);
    const before = await house.state();
    expect(await offered(house, text)).toContain(command);
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['en', 'it broke again, reopen'],
    ['zh', '又坏了，重新打开'],
  ] as const)('%s: a ticket that was just resolved is open again as it was: %s', async (lang, text) => {
    const house = houses[lang];
    const { tickets } = await house.state();
    await house.say('/resolve 1');
    const [first] = await offered(house, text);
    expect(first).toMatch(/^\/undo \d+$/);
    await house.press(first!);
    expect((await house.state()).tickets).toEqual(tickets);
  });

  it('is not offered where nothing of it is over', async () => {
    const { en } = houses;
    expect((await offered(en, 'reopen it')).filter((command) => /^\/(?:undo|reopen \d)/.test(command))).toEqual([]);
  });
});

describe('an answer that was called back', () => {
  it.each([
    ['en', 'ok send it'],
    ['zh', '还是发给她吧'],
  ] as const)('%s: leaves by a tap where it is wanted after all: %s', async (lang, text) => {
    const house = houses[lang];
    await house.say('/reply c1 yes it does');
    await house.say('/cancel');
    const [first] = await offered(house, text);
    expect(first).toMatch(/^\/reply v\d+ yes it does$/);
    expect(await house.db.sql`select from messages where direction = 'out'`).toEqual([]);
    await house.press(first!);
    expect(await house.db.sql`select text from messages where direction = 'out'`).toEqual([{ text: 'yes it does' }]);
  });

  it('is not offered again half an hour later, nor where none was', async () => {
    const { en } = houses;
    const before = await offered(en, 'send it');
    expect(before.filter((command) => command.includes('yes it does'))).toEqual([]);
    await en.say('/reply c1 yes it does');
    await en.say('/cancel');
    en.now = new Date(en.now.getTime() + 31 * 60_000);
    expect((await offered(en, 'send it')).filter((command) => command.includes('yes it does'))).toEqual([]);
  });
});
