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
/** A row behind a verb, with a colon: what is said, who is surely meant, and who is asked for. */
const ROWS = {
  en: [
    ['email Sam, Priya and Kim: hello there', 'hello there', ['v1', 'v2', 'c3'], []],
    ['tell Sam Reed & Kim: see you at 9:30', 'see you at 9:30', ['v1', 'c3'], []],
    ['please write to Kim and Sam: hello', 'hello', ['c3', 'v1'], []],
    ['let Sam and Priya know: hello', 'hello', ['v1', 'v2'], []],
    ['/reply Sam, Priya and Kim: hello', 'hello', ['v1', 'v2', 'c3'], []],
    ['email Sam, Zed and Kim: hello', 'hello', ['v1', 'c3'], ['Zed']],
    ['email Sam, Bob and Kim: hello', 'hello', ['v1', 'c3'], ['Bob']],
    ['email Sam, Sam Reed and Kim: hello', 'hello', ['v1', 'c3'], []],
  ],
  'zh-CN': [
    ['给王小明、赵敏和金静发: 你好', '你好', ['v1', 'v2', 'c3'], []],
    ['给王小明和金静发消息：明天休息', '明天休息', ['v1', 'c3'], []],
    ['告诉王小明、赵敏：你好', '你好', ['v1', 'v2'], []],
    ['发邮件给王小明，金静：你好', '你好', ['v1', 'c3'], []],
    ['/回复 王小明、赵敏和金静：你好', '你好', ['v1', 'v2', 'c3'], []],
    ['给王小明、张三丰和金静发：你好', '你好', ['v1', 'c3'], ['张三丰']],
    ['给王小明、小陈和金静发：你好', '你好', ['v1', 'c3'], ['小陈']],
  ],
} as const;
const MORE = {
  en: ['Kim Lee kim@x.example #vip', 'Bob Moor bob@x.example', 'Bob Hill hill@x.example', 'Ivy Vip ivy@x.example #vip'],
  'zh-CN': ['金静 jin@x.example #vip', '陈小陈 chen@x.example', '李小陈 li@x.example', '艾薇Vip ivy@x.example #vip'],
} as const;
/** A tag among whom it is for: many, though somebody's name has the word in it. */
const GROUPS = {
  en: [
    ['email vip: hello', '#vip', ''],
    ['email my vips: hello', '#vip', ''],
    ['text the vips: hello', '#vip', 'by:sms '],
    ['tell vips and Sam: hello', '#vip or Sam', ''],
  ],
  'zh-CN': [
    ['给vip发：你好', '#vip', ''],
    ['给vip发邮件：你好', '#vip', ''],
    ['给vip发短信：你好', '#vip', 'by:sms '],
    ['给vip和王小明发：你好', '#vip or 王小明', ''],
  ],
} as const;

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

  const said = async () =>
    (await house.outbox()).flatMap(({ audience, address, payload }) =>
      audience === 'customer' && payload.kind === 'message' ? [[address, payload.reply.text]] : [],
    );
  const typed = async (text: string) => {
    await house.type(text);
    return (await house.cards()).at(-1)!;
  };

  it('for several in a row with a colon show who gets them where, and one tap sends each a message of their own', async () => {
    for (const one of MORE[locale]) await house.say(`/add ${one}`);
    for (const [text, words, refs, open] of ROWS[locale]) {
      const asked = await typed(text);
      const commands = buttonsOf(asked).map(({ command }) => command);
      const mail = locale === 'en' ? 'kim@x.example' : 'jin@x.example';
      const all = refs.map((ref) => `/reply ${ref} ${words}${ref === 'c3' ? ` shown:"${mail}"` : ''}`);
      expect([text, asked.quote, commands[0]]).toEqual([text, words, all.join('\n')]);
      expect(asked.lists![0]!.items).toHaveLength(refs.length);
      for (const name of open) expect(asked.text).toContain(name);
      const alone = commands.slice(1).filter((command) => command.startsWith('/reply'));
      // of two who are called so each has a button of their own
      expect(alone).toHaveLength(['Bob', '小陈'].some((name) => (open as readonly string[]).includes(name)) ? 2 : 0);
    }
    expect(await said()).toEqual([]);
    const [text, words] = ROWS[locale][0];
    await house.press(buttonsOf(await typed(text))[0]!);
    const mail = locale === 'en' ? 'kim@x.example' : 'jin@x.example';
    expect(await said()).toEqual([
      ['1000', words],
      ['1001', words],
      [mail, words],
    ]);
  });

  it('for a tag are for many, and never for one whose name has it in it', async () => {
    for (const one of MORE[locale]) await house.say(`/add ${one}`);
    for (const [text, whom, way] of GROUPS[locale]) {
      const asked = await typed(text);
      const words = locale === 'en' ? 'hello' : '你好';
      const commands = buttonsOf(asked).map(({ command }) => command);
      expect([text, commands[0]]).toEqual([text, `/campaign new ${way}${words} to ${whom}\n${words}`]);
      expect(buttonsOf(asked)[0]!.label).toMatch(whom.includes('or') ? /3/ : /2/);
      expect(commands.some((command) => command.startsWith('/reply'))).toBe(false);
    }
  });

  it('control: of whoever is called just like a tag nobody is made many', async () => {
    const name = locale === 'en' ? 'Goldie' : '阿贵';
    await house.say(`/add ${name} gold@x.example #${name}`);
    const commands = buttonsOf(await typed(locale === 'en' ? 'tell Goldie: hello' : '告诉阿贵：你好')).map(
      ({ command }) => command,
    );
    expect(commands[0]).toMatch(/^\/reply c\d/);
  });
});
