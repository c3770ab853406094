import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../../src/domain/commands/table.ts';
import type { Reply } from '../../../../src/domain/reply.ts';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

/** Words for oneself, and what the first button does. */
const ALONE = {
  en: [
    ['make this a lead', '/file 1 lead'],
    ['this is a lead', '/file 1 lead'],
    ['add to leads', '/file 1 lead'],
    ['turn this into a ticket', '/file 1 ticket'],
    ['open a ticket for this', '/file 1 ticket'],
    ['File as feedback', '/file 1 feedback'],
    ['follow up friday', '/task friday follow up'],
    ['no reply needed', '/answered'],
    ['Answered elsewhere', '/answered'],
    ['mark as replied', '/answered'],
    ['set a reminder for friday', '/task friday'],
    ['ping me friday', '/task friday'],
    ['save his number', '/edit'],
    ['vip', '/tag #vip'],
    ['leave it for now', '/snooze tomorrow'],
    ['Snooze to tomorrow', '/snooze tomorrow 9am'],
    ['Resolve', '/resolve'],
    ['not spam', '/note not spam'],
    ['assign to me', '/note assign to me'],
    ["don't reply yet, I ask the potter", "/note don't reply yet, I ask the potter"],
    ['tomorrow 9am: yes we do', '/later tomorrow 9am yes we do'],
    ['send tomorrow 9am yes we do', '/later tomorrow 9am yes we do'],
  ],
  'zh-CN': [
    ['改为售后', '/file 1 ticket'],
    ['转成售后', '/file 1 ticket'],
    ['这是意向', '/file 1 lead'],
    ['建个意向', '/file 1 lead'],
    ['归为反馈', '/file 1 feedback'],
    ['标为已解决', '/resolve'],
    ['标记已回复', '/answered'],
    ['已在别处回复', '/answered'],
    ['不用理', '/answered'],
    ['明天再说', '/snooze tomorrow 9am'],
    ['周一再说', '/snooze 周一'],
    ['先放着', '/snooze 明天'],
    ['存一下电话', '/edit'],
    ['记下来', '/note'],
    ['跟进一下', '/task 跟进'],
    ['做个任务', '/task'],
    ['vip', '/tag #vip'],
    ['老客户', '/tag #老客户'],
    ['先别回，等我问下厂里', '/note 先别回，等我问下厂里'],
    ['明早9点：有货的', '/later 明早9点 有货的'],
  ],
} as const;

/** Behind an answer, on its line. */
const BEHIND = {
  en: [
    [' /task fri follow up', '/task fri follow up'],
    [' /lead logo 300', '/lead logo 300'],
    [', and remind me friday', '/note'],
    [' and remind me friday to follow up', '/note'],
    [', and make a note that he is a regular', '/note'],
    [' and set a reminder for friday', '/task friday'],
    [', then mark it as resolved', '/resolve'],
  ],
  'zh-CN': [
    [' /任务 明天9点 寄样', '/任务 明天9点 寄样'],
    ['/意向 铁观音 70', '/意向 铁观音 70'],
    ['，帮我记一下他是老客', '/note 他是老客'],
    ['，提醒我周五跟进', '/note'],
    ['，顺便给他打个标签老客', '/note'],
    [' 帮我设个提醒 周五寄样', '/task 周五寄样'],
  ],
} as const;

/** What is nearly so, and said to customers every day. */
const THEIRS = {
  en: [
    'yes we do, and we ship to France',
    'he/she can pick it up',
    'see https://example.com/add /x',
    'You can follow up with your order number',
    'Please make a note of your order number',
    'Tomorrow',
    'No',
    'In an hour',
    'Friday: closed, Saturday: open',
    'we are open on friday 9am',
    'Please call me tomorrow 9am: the courier needs you',
    'we add a note and a ribbon to each box',
    'It ships today and I let you know the number',
  ],
  'zh-CN': [
    '有货，明天发',
    '尺码/颜色都可以选',
    '您可以先放着，明天再用',
    '明天',
    '周五：休息',
    '9点到5点都在',
    '售后问题我们负责',
    '我们帮您记一下，明天发',
    '放心，收到再告诉我们',
    '不了',
  ],
};

describe.each(['en', 'zh-CN'] as const)('words for ourselves under a card (%s)', async (locale) => {
  const answer = locale === 'en' ? 'yes we do' : '有货的';
  const house = await testHouse({ locale });
  let card: string;
  beforeEach(
    house.startingWith(async () => {
      await house.db.autocommit`update users set locale = ${locale}`;
      const name = locale === 'en' ? 'Sam Reed' : '王小明';
      await house.happen(telegramMessage('hello', { chat: '1001', from: { address: '1001', name } }));
      await house.deliver();
      card = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!.externalId!;
    }),
  );
  const last = async (): Promise<Reply> => (await house.cards()).at(-1)!;
  const sent = () => house.db.sql<{ text: string }>`select text from messages where direction = 'out'`;
  const under = async (text: string): Promise<string[]> => {
    await house.type(text, { answers: [card] });
    return buttonsOf(await last()).map(({ command }) => command);
  };

  it('ask first, and the first button does it', async () => {
    const first: (readonly [string, string | undefined])[] = [];
    for (const [text] of ALONE[locale]) first.push([text, (await under(text))[0]]);
    expect(first).toEqual(ALONE[locale]);
    expect(await sent()).toEqual([]);
  });

  it('are every label of ours and every name of a command', async () => {
    const { button, triage, commands: named } = texts(locale);
    const { no, tomorrow, inAnHour, gone, doneAlready, ...labels } = button;
    const said = [
      ...Object.values(labels).filter((label) => typeof label === 'string'),
      ...Object.values(triage.label).map((label) => triage.refile(label)),
    ];
    expect(said.length).toBeGreaterThan(40);
    for (const label of said) await under(label);
    expect(await sent()).toEqual([]);
    expect(commands.filter(({ name }) => named[name] === undefined)).toEqual([]);
  });

  it('behind an answer on its line are asked about, each part on a button', async () => {
    for (const [behind, line] of BEHIND[locale]) {
      for (const say of [under, behindCommand]) {
        const buttons = await say(answer + behind);
        expect(buttons.filter((command) => command.endsWith(` ${answer}`))).toHaveLength(1);
        expect([behind, buttons.filter((command) => command.startsWith(line)).length > 0]).toEqual([behind, true]);
      }
    }
    expect(await sent()).toEqual([]);
  });

  it('wait where an answer is to leave later', async () => {
    const [front] = BEHIND[locale];
    await house.say(`/later c1 2d ${answer}${front[0]}`);
    expect(await house.db.sql`select from scheduled_answers`).toEqual([]);
  });

  it('are not what customers are told every day', async () => {
    for (const text of THEIRS[locale]) await under(text);
    expect((await sent()).map(({ text }) => text)).toEqual(THEIRS[locale]);
  });

  async function behindCommand(text: string): Promise<string[]> {
    await house.say(`/reply c1 ${text}`);
    return buttonsOf(await last()).map(({ command }) => command);
  }
});
