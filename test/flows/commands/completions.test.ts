import { beforeEach, describe, expect, it } from 'vitest';
import { commands } from '../../../src/domain/commands/table.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
let card: string;
beforeEach(
  house.startingWith(async () => {
    await house.happen(
      telegramMessage('请问龙井多少钱一斤？', { chat: '700', from: { address: '700', name: '林梅' } }),
    );
    await house.deliver();
    card = (await house.outbox()).findLast(({ audience, conversationId }) => audience === 'owner' && conversationId)!
      .externalId!;
    await house.say('/标签 林梅 #熟');
    await house.say('/任务 打电话');
    await house.say('/工单 林梅 茶罐碎了');
  }),
);

async function under(text: string): Promise<Reply> {
  await house.type(text, { answers: [card] });
  return (await house.cards()).at(-1)!;
}
const commandsOf = (reply: Reply) => buttonsOf(reply).map(({ command }) => command);
const said = (reply: Reply) => JSON.stringify(reply);

const JUNK = 'qwzx';

describe.each(commands.filter(({ secret }) => !secret).map(({ name }) => name))(
  '/%s with words nobody understands',
  (name) => {
    it('acts on them in no way, offers nothing that carries them, and asks no second time for the same', async () => {
      for (const line of [`/${name} ${JUNK}`, `/${name} 1 ${JUNK}`, `/${name} c1 ${JUNK}`, `/${name} ${JUNK} #熟`]) {
        const first = await house.rehearse('owner', line);
        if (!first.failed || !/还缺/.test(first.text ?? '')) continue;
        for (const { command, form } of buttonsOf(first)) {
          if (form) continue;
          let changed = '';
          const second = await house.rehearse('owner', command, {
            changed: (rows) => {
              changed = rows;
            },
          });
          expect(second.text ?? '', `${line} → ${command}`).not.toBe(first.text);
          expect(
            second.failed && commandsOf(second).some((one) => one.startsWith(command) && one !== command),
            command,
          ).toBeFalsy();
          if (changed && command.includes(JUNK))
            expect(['later', 'task', 'c', 'note'], `${line} → ${command}: ${changed}`).toContain(name);
        }
      }
    });
  },
);

it.each([
  ['/外出 取消', '您现在没有外出'],
  ['/away cancel', '您现在没有外出'],
  ['/away stop', '您现在没有外出'],
])('%s is no absence whose words are those', async (line, answer) => {
  expect(said(await house.say(line))).toContain(answer);
  expect(await house.db.sql`select from absences`).toHaveLength(0);
});

it('an absence without a time says what it does not understand, begins none, and offers some', async () => {
  const reply = await house.say('/外出 不知道多久');
  expect(reply.text).toContain('没看懂「不知道多久」');
  expect(commandsOf(reply)).toEqual(['/away 到明天', '/away 3天', '/away 一周']);
  expect(await house.db.sql`select from absences`).toEqual([]);
});

it('an absence takes its length in any words for it', async () => {
  await house.say('/外出 两个礼拜');
  const [absence] = await house.db.sql<{ until: Date }>`select until from absences`;
  expect(Math.round((absence!.until.getTime() - house.now.getTime()) / 86_400_000)).toBe(14);
});

it('the language of a canned reply goes between its name and its words', async () => {
  await house.say('/快捷回复 存 退款 您好，退款已办理');
  await house.type('/快捷回复 存 退款 您好，退款已办理');
  await house.press('中文');
  expect(await house.db.sql`select name, locale, text from canned_replies`).toEqual([
    { name: '退款', locale: 'zh-CN', text: '您好，退款已办理' },
  ]);
});

it('a task is postponed by a length, and other words are said and replaced by a time', async () => {
  expect((await house.say('/推迟 1 一周')).failed).toBeUndefined();
  const reply = await house.say('/推迟 1 过阵子吧');
  expect(reply.text).toContain('没看懂「过阵子吧」');
  expect(commandsOf(reply)[0]).toBe('/postpone 1 1小时后');
  expect(commandsOf(await house.say('/推迟 一周'))).toEqual(['/postpone 1 一周']);
});

it('/done with words offers the task instead of them', async () => {
  expect(commandsOf(await house.say('/done x'))).toEqual(['/done 1']);
});

it('a tag without # is offered with it, and nothing else is forgotten', async () => {
  await house.type('/标签 林梅 熟客');
  await house.press('#熟客');
  expect(await house.db.sql`select tags from contacts`).toEqual([{ tags: ['熟', '熟客'] }]);
});

it.each([
  ['/暂缓', '1小时后', 'conversations'],
  ['/稍后发 已发顺丰', '1小时后', 'scheduled_answers'],
  ['/标签', '#熟', 'contacts'],
  ['/客户语言', '英文', 'contacts'],
])('%s under a card keeps its person when a button completes it', async (line, label, table) => {
  const before = await house.state();
  await under(line);
  const reply = await house.press(label);
  expect(reply.failed, said(reply)).toBeUndefined();
  if (label !== '#熟') expect((await house.state())[table]).not.toEqual(before[table]);
});

it('what is to be sent later stays as it was typed', async () => {
  await under('/稍后发 已发顺丰');
  await house.press('1小时后');
  expect(await house.db.sql`select text from scheduled_answers`).toEqual([{ text: '已发顺丰' }]);
});

it.each([
  ['/设置 货币 欧元', 'currency', 'EUR'],
  ['/settings currency euro', 'currency', 'EUR'],
  ['/设置 货币 人民币', 'currency', 'CNY'],
  ['/设置 日报时间 早上八点半', 'digestAt', '08:30'],
  ['/settings digest 8:30am', 'digestAt', '08:30'],
  ['/settings digest 8.30am', 'digestAt', '08:30'],
  ['/settings digest 8', 'digestAt', '08:00'],
  ['/设置 时区 北京', 'timezone', 'Asia/Shanghai'],
  ['/设置 时区 东八区', 'timezone', 'Asia/Shanghai'],
  ['/settings timezone New York', 'timezone', 'America/New_York'],
  ['/settings timezone berlin', 'timezone', 'Europe/Berlin'],
  ['/settings timezone EST', 'timezone', 'America/New_York'],
  ['/设置 安静 晚上十点到早上八点', 'quietHours', '22:00-08:00'],
  ['/settings quiet 10pm-8am', 'quietHours', '22:00-08:00'],
  ['/设置 免打扰 晚上10点到早上8点', 'quietHours', '22:00-08:00'],
])('%s is understood as people say it', async (line, key, value) => {
  expect((await house.say(line)).failed).toBeUndefined();
  expect(await house.db.sql`select value from settings where key = ${key}`).toEqual([{ value }]);
});

it('a setting that is not understood says how settings are written', async () => {
  expect(await house.say('/设置 货币 贝壳')).toMatchObject({ failed: true, hint: expect.any(String) });
});

it.each([
  ['/settings timezone Atlantis', '/设置 时区 Asia/Shanghai'],
  ['/设置 日报时间 看情况', '/设置 日报时间 08:30'],
  ['/设置 免打扰 晚上', '/设置 免打扰 22:00-08:00'],
])('%s is refused with a line that works', async (line, example) => {
  const reply = await house.say(line);
  expect(reply.failed).toBe(true);
  expect(reply.hint).toContain(example);
  expect((await house.say(example)).failed).toBeUndefined();
});

it('letters of several clocks are asked about', async () => {
  const reply = await house.say('/settings timezone CST');
  expect(reply.failed).toBe(true);
  expect(buttonsOf(reply).map(({ command }) => command)).toEqual([
    '/settings timezone Asia/Shanghai',
    '/settings timezone America/Chicago',
  ]);
});
