import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const PEOPLE = { en: ['Sam Reed', 'Priya Nair'], 'zh-CN': ['王小明', '赵敏'] } as const;
/** The conversation of whoever waits longest is v1, of whoever wrote last v2. */
const ORDERS = {
  en: ['delete sam', 'delete ben', 'block ben', 'tag ben as vip', 'rename ben to Benno', 'merge ben with sam'],
  'zh-CN': ['把小明删了', '把小梅删了', '拉黑小梅', '小梅改名叫林梅'],
};
const TO_SAM = { en: ['Sam yes we do', 'Sam, yes we do', 'yes we do, Sam'], 'zh-CN': ['小明有货的', '小明，有货的'] };
const TO_ANYBODY = { en: 'yes we do', 'zh-CN': '有货的' };
const IN_A_ROW = {
  en: ['sam,priya we are closed monday', 'sam,Priya we are closed monday', 'sam, priya we are closed monday'],
  'zh-CN': ['王小明,赵敏 周一休息', '王小明和赵敏 周一休息', '王小明，赵敏 周一休息'],
};

describe.each(['en', 'zh-CN'] as const)('words in the chat, under no card (%s)', async (locale) => {
  const house = await testHouse({ locale });
  beforeEach(
    house.startingWith(async () => {
      await house.db.autocommit`update users set locale = ${locale}`;
      for (const [nth, name] of PEOPLE[locale].entries())
        await house.happen(telegramMessage('hello', { chat: `100${nth}`, from: { address: `100${nth}`, name } }));
    }),
  );
  const offered = async (text: string): Promise<string[]> => {
    await house.type(text);
    return buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
  };
  const toPriya = (commands: string[]) => commands.filter((command) => /^\/reply (?:v2|c2)/.test(command));

  it('that order something are offered to nobody', async () => {
    for (const text of ORDERS[locale])
      expect([text, (await offered(text)).filter((one) => one.startsWith('/reply'))]).toEqual([text, []]);
  });

  it('that name somebody are offered to them, and not to whoever wrote last', async () => {
    for (const text of TO_SAM[locale]) {
      const commands = await offered(text);
      expect([text, commands.some((one) => /^\/reply (?:v1|c1)/.test(one)), toPriya(commands)]).toEqual([
        text,
        true,
        [],
      ]);
    }
  });

  it('that name nobody are offered to whoever waits', async () => {
    expect((await offered(TO_ANYBODY[locale])).filter((one) => one.startsWith('/reply'))).toHaveLength(1);
  });

  it('for several in a row, whatever joins their names, are for each of them', async () => {
    for (const front of ['/reply', '/note']) {
      for (const row of IN_A_ROW[locale]) {
        await house.say(`${front} ${row}`);
        const commands = buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
        const each = [1, 2].map((id) => commands.some((one) => one.startsWith(`${front} c${id} `)));
        expect([front, row, ...each]).toEqual([front, row, true, true]);
      }
    }
    expect(await house.db.sql`select from messages where direction <> 'in'`).toEqual([]);
  });
});
