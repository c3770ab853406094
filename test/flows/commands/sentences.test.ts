import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const houses = {
  zh: await testHouse({ undoSend: 5 }),
  en: await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP', undoSend: 5 }),
};
const { zh, en } = houses;

beforeEach(
  zh.startingWith(async () => {
    await zh.happen(telegramMessage('茶什么时候到？', { chat: '2001', from: { address: '2001', name: '赵敏' } }));
    await zh.say('/add 李娟 13800138000');
  }),
);
beforeEach(
  en.startingWith(async () => {
    await en.happen(
      telegramMessage('When does it arrive?', { chat: '2001', from: { address: '2001', name: 'Julia Baker' } }),
    );
    await en.say('/add Tom Reed tom@example.com city:London');
  }),
);

const typed = async (house: typeof zh, text: string) => {
  await house.type(text);
  return (await house.cards()).at(-1)!;
};
const said = (house: typeof zh) => house.db.sql`select from messages where direction = 'out'`;

describe('a message whose lines are sentences of their own', () => {
  it.each([
    [
      'en',
      'remind me tomorrow 9am to call the bank\nlet Julia Baker know it ships tomorrow',
      '/task tomorrow 9am to call the bank',
      '/reply v1 it ships tomorrow',
    ],
    [
      'en',
      'let Julia Baker know it ships tomorrow\nremind me tomorrow 9am to call the bank',
      '/task tomorrow 9am to call the bank',
      '/reply v1 it ships tomorrow',
    ],
    ['zh', '提醒我明天9点给银行打电话\n跟赵敏说茶发了', '/task 明天9点给银行打电话', '/reply v1 茶发了'],
  ] as const)('%s: is asked about, and what leaves, leaves by its own tap: %s', async (lang, text, task, reply) => {
    const house = houses[lang];
    const before = await house.state();
    const asked = await typed(house, text);
    expect(await house.state()).toEqual(before);
    expect(asked.quote).toBe(text);
    const commands = buttonsOf(asked).map(({ command }) => command);
    expect(commands.filter((command) => command === task || command === reply)).toHaveLength(2);
    await house.press(task);
    expect(await house.db.sql`select from tasks`).toHaveLength(1);
    expect(await said(house)).toEqual([]);
    await house.press(reply);
    expect(await said(house)).toHaveLength(1);
  });

  it('runs together what reaches nobody, and leaves each line whole', async () => {
    const text = 'remind me tomorrow 9am to buy:\ntea\noats\nremind me friday 9am to call the bank';
    const commands = buttonsOf(await typed(en, text)).map(({ command }) => command);
    expect(commands).toContain('/task tomorrow 9am to buy:\ntea\noats');
    expect(commands).toContain('/task friday 9am to call the bank');
  });

  it('with words behind it that say nothing of their own is one command', async () => {
    await typed(en, 'remind me tomorrow 9am to buy:\ntea\noats');
    const rows = await en.db.sql<{ title: string }>`select title from tasks`;
    expect(rows.map(({ title }) => title)).toEqual(['buy:\ntea\noats']);
  });
});

describe('a line of two wishes', () => {
  it.each([
    [
      'en',
      "remind me tomorrow to call Tom Reed and tell Julia it's ready",
      ['/task tomorrow to call Tom Reed', "/reply v1 it's ready"],
    ],
    [
      'en',
      'remind me abt the brochure fri morning + tell julia its done',
      ['/task abt the brochure fri morning', '/reply v1 its done'],
    ],
    [
      'en',
      'note Tom Reed likes blue, and let Julia Baker know it ships friday',
      ['/note c2 likes blue', '/reply v1 it ships friday'],
    ],
    [
      'en',
      "remind me in an hour to get back to Tom Reed and note he's getting married in June",
      ["/task in an hour to get back to Tom Reed\n/note c2 he's getting married in June"],
    ],
    ['en', 'remind me to ring mum at 6, and note she likes tea', ['/task ring mum at 6\n/note ? she likes tea']],
    [
      'en',
      'remind me at 5pm to lock up and at 6pm to get the kids',
      ['/task at 5pm to lock up\n/task at 6pm to get the kids'],
    ],
    ['zh', '周五早上提醒我李娟的龙井，再跟赵敏说做好了', ['/task 周五早上 李娟的龙井', '/reply v1 做好了']],
    ['zh', '提醒我明天给李娟打电话，顺便告诉赵敏茶到了', ['/task 明天给李娟打电话', '/reply v1 茶到了']],
    ['zh', '周日提醒我李娟来拿茶，顺便备注她爱喝生普', ['/task 周日 李娟来拿茶\n/note c2 她爱喝生普']],
    ['zh', '五点提醒我关灯，六点接孩子', ['/task 五点 关灯\n/task 六点接孩子']],
    [
      'en',
      'remind me tomorrow to call the bank, and on friday to water the plants',
      ['/task tomorrow to call the bank\n/task on friday to water the plants'],
    ],
    ['zh', '明天9点叫我给银行打电话，后天发货', ['/task 明天9点 给银行打电话\n/task 后天发货']],
  ] as const)('%s: offers both, and nothing is done or leaves: %s', async (lang, text, lines) => {
    const house = houses[lang];
    const before = await house.state();
    const asked = await typed(house, text);
    expect(await house.state()).toEqual(before);
    const commands = buttonsOf(asked).map(({ command }) => command);
    expect(commands).toEqual(expect.arrayContaining([...lines, `/task ${text}`]));
  });

  it.each([
    ['en', 'remind me tomorrow to call Julia and tell her it is ready'],
    ['en', 'remind me tomorrow to check stock and note what is low'],
    ['en', 'remind me at 5 to call Tom Reed and the bank'],
    ['zh', '提醒我明天给李娟打电话，跟她说货到了'],
    ['zh', '提醒我五点去接机，六点到的航班'],
    ['zh', '提醒我记一下账'],
    ['zh', '明天9点叫我打电话，后天她要来'],
  ] as const)('%s: control: one that only goes on is one: %s', async (lang, text) => {
    const commands = buttonsOf(await typed(houses[lang], text)).map(({ command }) => command);
    expect(commands.filter((command) => /\n|^\/reply/.test(command))).toEqual([]);
  });
});

describe('a list of what is to be done', () => {
  it.each([
    [
      'en',
      '1. call the bank\n2. buy paper\n3. pay the rent',
      '/task call the bank\n/task buy paper\n/task pay the rent',
    ],
    ['en', '- buy paper\n- call the bank tomorrow 10', '/task buy paper\n/task call the bank tomorrow 10'],
    ['en', '(1) buy paper (2) pay the rent', '/task buy paper\n/task pay the rent'],
    [
      'en',
      'tomorrow:\n* buy paper\n* pay the rent at 4pm\n* call mum on friday',
      '/task tomorrow buy paper\n/task tomorrow pay the rent at 4pm\n/task call mum on friday',
    ],
    ['en', 'tom - send proof, julia - chase the menu', '/task c2 send proof\n/task c1 chase the menu'],
    ['zh', '1、给银行打电话\n2、补货\n3、交房租', '/task 给银行打电话\n/task 补货\n/task 交房租'],
    ['zh', '一、补货\n二、交房租', '/task 补货\n/task 交房租'],
    ['zh', '①补货 ②交房租', '/task 补货\n/task 交房租'],
    ['zh', '待办：\n- 补货\n- 交房租', '/task 补货\n/task 交房租'],
    ['zh', '李娟-打电话，赵敏-发样品', '/task c2 打电话\n/task c1 发样品'],
  ] as const)('%s: is a wish for each line, one tap away: %s', async (lang, text, lines) => {
    const house = houses[lang];
    const before = await house.state();
    const asked = await typed(house, text);
    expect(await house.state()).toEqual(before);
    expect(buttonsOf(asked)[0]!.command).toBe(lines);
    // what the button cannot hold stands above it
    const count = lines.split('\n').length;
    const said = asked.lists?.[0]?.items ?? buttonsOf(asked)[0]!.label.split(' · ');
    expect(said).toHaveLength(count);
    await house.press(lines);
    expect(await house.db.sql`select from tasks`).toHaveLength(count);
  });

  it('offers by a tap of its own what is for somebody', async () => {
    const buttons = buttonsOf(await typed(en, '1. buy paper\n2. pay the rent\n3. tell Tom Reed it is ready'));
    const commands = buttons.map(({ command }) => command);
    expect(commands.slice(0, 2)).toEqual(['/task buy paper\n/task pay the rent', '/reply c2 it is ready']);
  });

  it.each([
    ['en', '1.5 kg of tea\n2.5 kg of rice'],
    ['en', 'Hi Tom:\n- a proof\n- a print'],
    ['en', '- ok'],
    ['en', 'tom - send proof'],
    ['en', 'nobody - send proof, julia - chase the menu'],
    ['zh', '1、补货\n3、交房租'],
    ['zh', '李娟说：\n- 要茶\n- 要杯子'],
  ] as const)('%s: control: is not seen where there is none: %s', async (lang, text) => {
    const commands = buttonsOf(await typed(houses[lang], text)).map(({ command }) => command);
    expect(commands.filter((command) => /\n\/task/.test(command))).toEqual([]);
  });
});

describe('a task that is put off or dropped by its words', () => {
  it.each([
    ['en', ['Thursday 3pm call Tom Reed'], "tom's thing moved to friday same time", '/postpone 1 2026-11-27 15:00'],
    ['en', ['Friday pay rent'], "rent isn't due til the 3rd", '/postpone 1 2026-12-03 09:00'],
    ['zh', ['周四下午3点 给李娟打电话'], '李娟那个改到周五同一时间', '/postpone 1 2026-11-27 15:00'],
    ['zh', ['周五 交房租'], '房租3号才交', '/postpone 1 2026-12-03 09:00'],
  ] as const)('%s: keeps what is not said of it: %s %s', async (lang, tasks, text, line) => {
    for (const task of tasks) await houses[lang].say(`/task ${task}`);
    expect(buttonsOf(await typed(houses[lang], text))[0]!.command).toBe(line);
  });

  it.each([
    ['en', ['Sunday stocktake', 'Monday stocktake'], 'cancel the stocktake one', ['/end 1', '/end 2']],
    ['zh', ['明天 盘库', '后天 盘库'], '取消盘库那个', ['/end 1', '/end 2']],
    [
      'en',
      ['Sunday stocktake', 'Monday stocktake'],
      'move the stocktake to tuesday',
      ['/postpone 1 2026-11-24 09:00', '/postpone 2 2026-11-24 09:00'],
    ],
  ] as const)('%s: of several that are called so it asks which: %s %s', async (lang, tasks, text, lines) => {
    for (const task of tasks) await houses[lang].say(`/task ${task}`);
    const buttons = buttonsOf(await typed(houses[lang], text));
    expect(buttons.slice(0, lines.length).map(({ command }) => command)).toEqual(lines);
    expect(new Set(buttons.map(({ label }) => label)).size).toBe(buttons.length);
  });

  it.each([
    ['en', 'Friday stocktake', 'stop reminding me about stocktake', 'Cancel: stocktake'],
    ['zh', '月底盘点', '不用提醒我盘点了', '取消任务：月底盘点'],
    ['zh', '明天 仓库拿货', '去仓库的取消', '取消任务：仓库拿货'],
    ['zh', '每天早上8点半 开门检查', '不用提醒我开门检查了', '执行 /不再重复 开门检查'],
  ] as const)('%s: says of what comes once that it is cancelled: %s: %s', async (lang, task, text, label) => {
    await houses[lang].say(`/task ${task}`);
    expect(buttonsOf(await typed(houses[lang], text))[0]).toMatchObject({ label, command: '/end 1' });
  });

  it.each([
    ['en', 'remind me in 10 minutes to check the oven', 'make that one in half an hour', /^\/postpone 1 /],
    ['en', 'remind me in 10 minutes to check the oven', 'no need', /^\/end 1$/],
    ['zh', '十分钟后提醒我关火', '刚才那个改到半小时后', /^\/postpone 1 /],
    ['zh', '十分钟后提醒我关火', '不用了', /^\/end 1$/],
  ] as const)('%s: the one that was just made is meant: %s, %s', async (lang, task, text, line) => {
    await houses[lang].type(task);
    expect(buttonsOf(await typed(houses[lang], text))[0]!.command).toMatch(line);
  });

  it.each([
    ['en', "tom's thing moved to friday same time"],
    ['zh', '订金3号才付'],
    ['zh', '去仓库的取消'],
  ] as const)('%s: control: where there is none, none is put off or dropped: %s', async (lang, text) => {
    const commands = buttonsOf(await typed(houses[lang], text)).map(({ command }) => command);
    expect(commands.filter((command) => /^\/(?:postpone|end) /.test(command))).toEqual([]);
  });
});

describe('what is none of the shop’s', () => {
  it.each([
    ['en', 'what day is it today?', 'Today is Saturday, November 21.'],
    ['zh', '今天星期几', '今天是11月21日星期六。'],
    ['en', 'are you a bot?', /program/],
    ['zh', '明天天气怎么样', /天气我查不了/],
  ] as const)('%s: is answered plainly, with no search for the whole sentence: %s', async (lang, text, said) => {
    const reply = await typed(houses[lang], text);
    expect(reply.text).toMatch(said);
    expect(buttonsOf(reply).filter(({ command }) => command.includes(text))).toEqual([]);
  });
});

describe('one thing at several times', () => {
  it.each([
    ['en', 'remind me at 3 and 5pm to stretch', ['stretch', 'stretch']],
    ['en', 'remind me tomorrow at 9am, 1pm and 6pm to stretch', ['stretch', 'stretch', 'stretch']],
    ['zh', '三点和五点提醒我吃药', ['吃药', '吃药']],
    ['zh', '明天上午九点、下午三点和五点叫我吃药', ['吃药', '吃药', '吃药']],
    ['zh', '三点到五点提醒我看店', ['三点到五点 看店']],
    ['en', 'remind me between 3 and 5pm to stretch', ['between 3 and 5pm to stretch']],
  ] as const)('%s: is a reminder at each of them: %s', async (lang, text, titles) => {
    const house = houses[lang];
    await house.type(text);
    const made = await house.db.sql<{ title: string; due: Date }>`
      select title, due_at as due from tasks order by due_at`;
    expect(made.map(({ title }) => title)).toEqual(titles);
    expect(new Set(made.map(({ due }) => +due)).size).toBe(titles.length);
  });
});

describe('a command that a sentence may run at once', () => {
  const said = commands.filter(({ saidAtOnce }) => saidAtOnce !== undefined);

  it('only shows, or can be taken back and reaches nobody', () => {
    expect(said.length).toBeGreaterThan(15);
    for (const { name, saidAtOnce, changes, careful, unrecorded, takesBack, role, onlyShows } of said) {
      if (saidAtOnce === 'shows') expect(changes === true && !onlyShows, name).toBe(false);
      else expect([changes, careful, unrecorded, takesBack, role], name).toEqual([true, ...Array(3), 'helper']);
    }
  });
});

describe('a sentence that says a command', () => {
  it.each([
    [
      'en',
      'remind me tomorrow at half past nine to ring Julia',
      'Read as /task tomorrow at half past nine to ring Julia',
      '2026-11-22T09:30',
    ],
    ['en', "don't forget: pay rent on the 1st", 'Read as /task pay rent on the 1st', '2026-12-01T09:00'],
    ['zh', '记得明天下午3点给李娟打电话', '读作「/任务 明天下午3点给李娟打电话」', '2026-11-22T07:00'],
    ['zh', '后天 记得 晚上八点 直播', '读作「/任务 后天 晚上八点 直播」', '2026-11-23T12:00'],
    ['zh', '每月15号提醒我交房租', '读作「/任务 每月15号 交房租」', '2026-12-15T01:00'],
  ] as const)('%s: %s is done at once, says which it was, and is undone exactly', async (lang, text, hint, due) => {
    const house = houses[lang];
    const before = await house.state();
    const reply = await typed(house, text);
    expect(reply.hint).toContain(hint);
    const [task] = await house.db.sql<{ at: Date }>`select due_at as at from tasks`;
    expect(task?.at.toISOString().slice(0, 16)).toBe(due);
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['en', 'what came in today?', 'Read as /inbox'],
    ['en', 'show me all customers in London', 'Read as /find city:"London"'],
    ['en', "what's Tom Reed's email?", 'Read as /contact Tom Reed'],
    ['en', 'how do I stop it', 'Read as /help away'],
    ['en', 'How many customers do I have?', 'Read as /find blocked:no'],
    ['en', 'Did Tom Reed pay?', 'Read as /contact Tom Reed'],
    ['zh', '一共有多少客户', '读作「/查找 blocked:no」'],
    ['zh', '李娟付钱了吗', '读作「/客户 李娟」'],
    ['zh', '今天有什么新消息', '读作「/收件箱」'],
    ['zh', '谁买过两次以上？', '读作「/查找 orders:2+」'],
    ['zh', '怎么撤销', '读作「/帮助 undo」'],
  ] as const)('%s: %s only asks, and is answered', async (lang, text, hint) => {
    expect((await typed(houses[lang], text)).hint).toContain(hint);
  });

  it.each([
    [
      'en',
      "Tom Reed's number is now 020 7946 0999",
      '/edit c2 change phone to 020 7946 0999',
      'Run /edit Tom Reed change phone',
    ],
    ['en', 'delete Tom Reed', '/delete c2', 'Run /delete Tom Reed'],
    ['en', 'oops, undo that', '/undo 1', 'Undo'],
    ['en', "I'm off until friday", '/away until friday', 'Run /away until friday'],
    ['zh', '李娟换号了，现在是13855556666', '/edit c2 电话改成13855556666', '执行 /修改 李娟 电话改成13855556666'],
    [
      'en',
      'tomorrow 9am tell Julia Baker it ships today',
      '/later c1 tomorrow 9am it ships today',
      'Run /later Julia Baker tomorro',
    ],
    ['zh', '明天早上9点告诉赵敏 茶到了', '/later c1 明天早上9点 茶到了', '执行 /稍后发 赵敏 明天早上9点 茶到了'],
    ['zh', '拉黑李娟', '/block c2', '执行 /拉黑 李娟'],
    ['zh', '日报改到早上9点', '/settings 日报 早上9点', '执行 /设置 日报 早上9点'],
  ] as const)(
    '%s: %s changes what may be missed, so it is one tap away and nothing is done before',
    async (lang, text, command, label) => {
      const house = houses[lang];
      const before = await house.state();
      const [first] = buttonsOf(await typed(house, text));
      expect(first?.command).toBe(command);
      expect(first?.label).toContain(label);
      expect(await house.state()).toEqual(before);
      const reply = await house.press(command);
      expect(reply.text ?? '').not.toContain('“');
    },
  );

  it.each([
    ['en', "I'm away till friday", '/away until friday'],
    ['en', 'off until Monday', '/away until Monday'],
    ['en', 'away till tomorrow evening', '/away until tomorrow evening'],
    ['zh', '我出差到周五', '/away 到周五'],
    ['zh', '我休假到下周一', '/away 到下周一'],
  ] as const)('%s: %s is one absence: one button, which is its end', async (lang, text, command) => {
    const offered = buttonsOf(await typed(houses[lang], text)).map((button) => button.command);
    expect(offered.filter((line) => line.startsWith('/away'))).toEqual([command]);
  });

  it.each([
    ['en', 'tell julia yes', 'yes'],
    ['en', "reply to julia that we'll send a new one", "we'll send a new one"],
    ['en', 'let Julia know it ships tomorrow', 'it ships tomorrow'],
    ['zh', '回复赵敏 明天到', '明天到'],
    ['zh', '跟赵敏说 已经发货了', '已经发货了'],
    ['zh', '给赵敏发：周三送到', '周三送到'],
  ] as const)('%s: %s leaves only by its own tap, which is the first', async (lang, text, words) => {
    const house = houses[lang];
    const reply = await typed(house, text);
    expect(buttonsOf(reply)[0]?.command).toBe(`/reply v1 ${words}`);
    expect(await said(house)).toHaveLength(0);
    await house.press(`/reply v1 ${words}`);
    expect(await said(house)).toHaveLength(1);
  });

  it.each([
    ['en', 'tell Julia and Tom Reed we are closed friday'],
    ['zh', '告诉赵敏和李娟周五休息'],
  ] as const)('%s: %s is for two: each is a button that names them, and only they get it', async (lang, text) => {
    const house = houses[lang];
    const offered = buttonsOf(await typed(house, text)).filter(({ command }) => command.startsWith('/reply'));
    // what sends to all of them at once stands for itself: `talk/recipients`
    const sends = offered.filter(({ command }) => !command.includes('\n'));
    expect(await said(house)).toHaveLength(0);
    expect(sends.map(({ command }) => command.slice(0, 9))).toEqual(['/reply v1', '/reply c2']);
    expect(sends[0]?.label).toContain(lang === 'en' ? 'Julia' : '赵敏');
    expect(sends[1]?.label).toContain(lang === 'en' ? 'Tom Reed' : '李娟');
    await house.press(sends[0]!);
    expect(await said(house)).toHaveLength(1);
  });

  it.each([
    ['en', 'stop reminding me about the bins', '/end 1'],
    ['en', 'skip the bins this week', '/skip 1'],
    ['zh', '别再提醒我倒垃圾了', '/end 1'],
    ['zh', '这周倒垃圾跳过', '/skip 1'],
  ] as const)('%s: %s is about what comes back, and nothing new', async (lang, text, command) => {
    const house = houses[lang];
    await house.say(lang === 'en' ? '/task every monday put the bins out' : '/任务 每周一 倒垃圾');
    const before = await house.state();
    const [first] = buttonsOf(await typed(house, text));
    expect(first?.command).toBe(command);
    expect(first?.label).toContain(lang === 'en' ? 'put the bins out' : '倒垃圾');
    expect(await house.state()).toEqual(before);
  });

  it('that names somebody unknown is not read as theirs', async () => {
    const reply = await typed(en, "Nobody Here's number is now 020 7946 0999");
    expect(buttonsOf(reply).some(({ command }) => command.startsWith('/edit'))).toBe(false);
  });

  it.each(['Thanks, it ships on Friday', 'We open at nine every day', '好的，明天给您发货', 'everyone likes tea'])(
    '%s is no command, and nothing is done',
    async (text) => {
      const before = await en.state();
      await typed(en, text);
      expect(await en.state()).toEqual(before);
    },
  );

  const MORE = {
    en: [', and tell Tom Reed we ship tomorrow', '. Mark Tom Reed as won 500', '; remind me at 9 to pay the rent'],
    zh: ['，告诉李娟明天发货', '。提醒我明天9点交房租', '；把李娟拉黑'],
  };
  it.each([
    ['en', 'what came in today'],
    ['en', 'any new messages'],
    ['en', 'who is waiting for an answer'],
    ['en', 'show my tasks'],
    ['en', 'any open complaints'],
    ['en', 'which leads are open'],
    ['en', 'how much did we make'],
    ['en', 'any scheduled messages'],
    ['en', 'who is in here twice'],
    ['en', 'what was not sent'],
    ['en', 'who have I blocked'],
    ['en', 'is everything ok'],
    ['en', 'settings'],
    ['en', 'who bought twice'],
    ['en', 'who bought the cups'],
    ['en', 'show me all customers in London'],
    ['en', 'who has been quiet for 30 days'],
    ['en', "what's Tom Reed's email"],
    ['en', 'what did Tom Reed order'],
    ['en', 'how do I undo'],
    ['en', 'new customer Bob Dylan bob@example.com'],
    ['en', 'new lead for Tom Reed: logo 500'],
    ['en', 'open a ticket for Tom Reed: cup broken'],
    ['en', 'remind me tomorrow at 9 to pay the rent'],
    ['zh', '今天有什么新消息'],
    ['zh', '还有谁没回'],
    ['zh', '今天有哪些任务'],
    ['zh', '还有哪些投诉没处理'],
    ['zh', '有哪些线索'],
    ['zh', '今天卖了多少钱'],
    ['zh', '有重复的客户吗'],
    ['zh', '谁被拉黑了'],
    ['zh', '谁买过两次以上'],
    ['zh', '杭州有哪些客户'],
    ['zh', '李娟的电话是多少'],
    ['zh', '李娟上次买了什么'],
    ['zh', '怎么撤销'],
    ['zh', '新客户马超13612345678'],
    ['zh', '提醒我明天9点交房租'],
    ['zh', '记个线索 李娟：月饼200盒'],
  ] as const)('%s: %s, with an order behind it, runs nothing at once and keeps the words', async (lang, first) => {
    const house = houses[lang];
    for (const more of MORE[lang]) {
      const before = await house.state();
      const reply = await typed(house, first + more);
      expect([more, await house.state()]).toEqual([more, before]);
      expect(buttonsOf(reply).some(({ command }) => command.includes(first))).toBe(true);
    }
  });

  it.each([
    ['en', 'My agenda for tomorrow: call the bank at 9'],
    ['en', 'who is waiting? tell them we are closed until monday'],
    ['en', 'see ticket #3 and resolve it'],
    ['en', 'open a ticket for Nobody Here: cup broken'],
  ] as const)('%s: %s is offered with its words', async (lang, text) => {
    const reply = await typed(houses[lang], text);
    expect(reply.quote).toBe(text);
    expect(buttonsOf(reply).some(({ command }) => command === `/task ${text}`)).toBe(true);
  });

  it.each([
    ['en', "We lost Tom Reed's parcel", '/lost'],
    ['zh', '李娟住院了', '/city'],
    ['en', 'off tomorrow? no', '/away'],
    ['zh', '我明天不外出', '/away'],
  ] as const)('%s: %s is not offered as done', async (lang, text, command) => {
    const reply = await typed(houses[lang], text);
    expect(buttonsOf(reply).filter((button) => button.command.startsWith(command))).toEqual([]);
  });

  it('about an absence gives its time alone: what stands behind is not told to customers', async () => {
    const [first] = buttonsOf(await typed(en, "I'm off until friday because of my knee"));
    expect(first?.command).toBe('/away until friday');
  });

  it('in several lines is offered with the name it was said with, and runs with the number', async () => {
    const asked = await typed(en, 'new lead for Tom Reed: logo 500\nTom Reed moved to Bristol');
    expect(buttonsOf(asked)[0]).toMatchObject({ label: 'Do both', command: '/lead c2 logo 500\n/city c2 Bristol' });
    expect(asked.lists?.[0]?.items.map(({ text }) => text)).toEqual([
      '/lead Tom Reed logo 500',
      '/city Tom Reed Bristol',
    ]);
  });
});

describe('a name that looks like one of our numbers', () => {
  it.each(['c1', 'v1'])('%s is asked about before anything is sent to anybody', async (name) => {
    for (const address of ['3001', '3002'])
      await en.happen(telegramMessage('Hello', { chat: address, from: { address, name } }));
    const [first] = buttonsOf(await typed(en, `tell ${name} your code is 4821`));
    const asked = await en.press(first!.command);
    expect(await said(en)).toHaveLength(0);
    expect(buttonsOf(asked).length).toBeGreaterThan(2);
  });

  it('is asked about where only one is called so', async () => {
    await en.happen(telegramMessage('Hello', { chat: '3001', from: { address: '3001', name: 'c1' } }));
    for (const text of ['tell c1 your code is 4821', 'c1: your code is 4821']) {
      const [first] = buttonsOf(await typed(en, text));
      await en.press(first!.command);
      expect(await said(en)).toHaveLength(0);
    }
  });
});

describe('who asks to be told something, or tells who reminded them,', () => {
  it.each([
    ['zh', '还记得赵敏吗'],
    ['zh', '记得李娟吗？'],
    ['zh', '明天提醒我吗'],
    ['zh', '明天提醒我了没有'],
    ['zh', '提醒我赵敏订了什么'],
    ['zh', '赵敏提醒我明天付款'],
    ['zh', 'Anna提醒我明天付款'],
    ['en', 'remind me what Julia Baker ordered'],
    ['en', 'can you remind me who Tom Reed is?'],
    ['en', 'do you remember Tom Reed?'],
    ['en', 'remember Tom Reed?'],
    ['en', 'remind me tomorrow?'],
  ] as const)('%s %s: is asked what is meant, and no task is made of it', async (language, text) => {
    const house = houses[language];
    const reply = await typed(house, text);
    expect(buttonsOf(reply).length, JSON.stringify(reply)).toBeGreaterThan(1);
    expect(await house.db.sql`select from tasks`).toEqual([]);
  });

  it.each([
    ['zh', '明天提醒我问赵敏要什么茶'],
    ['zh', '提醒我明天问李娟要不要货'],
    ['zh', '下午提醒我付款'],
    ['en', 'remind me to ask Tom Reed what he wants tomorrow'],
    ['en', 'can you remind me to call Tom Reed tomorrow?'],
  ] as const)('%s %s: has a task made at once, as that is what was asked', async (language, text) => {
    const house = houses[language];
    await typed(house, text);
    expect(await house.db.sql`select from tasks`).toHaveLength(1);
  });
});

describe('a sentence that says less or something else than it seems', () => {
  it.each([
    ['en', 'remind me to', 'Missing: the text.'],
    ['zh', '提醒我一下', '还缺：内容。'],
    ['zh', '到点提醒我', '还缺：内容。'],
  ] as const)('%s: %s asks of what, and makes nothing', async (lang, text, missing) => {
    const house = houses[lang];
    const before = await house.state();
    expect((await typed(house, text)).text).toContain(missing);
    expect(await house.state()).toEqual(before);
  });

  it.each([
    ['zh', '李娟是批发客户', '/tag c2 #批发'],
    ['zh', '导出批发客户', '/export #批发'],
    ['zh', '李娟加个标签喜宴', '/tag c2 #喜宴'],
  ] as const)('%s: %s is one tap: %s', async (lang, text, line) => {
    expect(buttonsOf(await typed(houses[lang], text))[0]!.command).toBe(line);
  });

  it.each([
    ['zh', '统计批发客户', '读作「/查找 #批发」'],
    ['zh', '杭州批发客户有哪些', '读作「/查找 #批发 城市:杭州」'],
    ['en', "who hasn't written in 30 days", 'Read as /find quiet:30d'],
  ] as const)('%s: %s is answered as it was asked', async (lang, text, hint) => {
    expect((await typed(houses[lang], text)).hint).toContain(hint);
  });

  it.each([
    ['zh', '群发批发客户'],
    ['zh', '联系批发客户'],
    ['zh', '删掉批发客户'],
    ['en', 'add rush fee 100 to the quote'],
    ['en', 'add assam to the shopping list'],
    ['en', 'add 10% discount for julia'],
  ] as const)('%s: %s is no filter, no day and no contact', async (lang, text) => {
    const reply = await typed(houses[lang], text);
    const commands = buttonsOf(reply).map(({ command }) => command);
    expect(commands.some((command) => command.startsWith('/note'))).toBe(true);
    expect(commands.some((command) => command.startsWith('/add'))).toBe(false);
  });

  it('searches for what stands behind "search for", and sets a language named before the person', async () => {
    expect((await typed(en, 'search for damaged')).hint).toContain('Read as /search damaged');
    await en.say('/language chinese for Tom Reed');
    expect(await en.db.sql`select locale from contacts where name = 'Tom Reed'`).toEqual([{ locale: 'zh-CN' }]);
  });
});
