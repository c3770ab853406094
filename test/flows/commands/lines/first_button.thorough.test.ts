import { expect, it } from 'vitest';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse();

/** What a busy owner types; the first button of each is pressed in a house where all of it stays as it was. */
const SENTENCES = [
  ...[
    '孙莉下周五前要定下来',
    '把日报改到早上7点半发',
    '王芳 vip',
    '王方电话多少',
    '王方要两盒铁观音',
    '找一下尾号2222的',
  ],
  ...['赵敏的快递改寄公司:杭州市西湖区文三路90号', '给王芳说一声她的铁观音明天到', '跟陈静道个歉 给她重新寄一罐'],
  ...[
    '给王芳发个祝福',
    '中秋节给大家发个祝福',
    '告诉大家12月24号到26号不营业',
    '有个张老板打电话来问批发价 13600001111',
  ],
  ...['有位姓李的女士打电话问礼盒多少钱', '赵敏付了300', '陈静说还没收到,很急', '明天上午给李雷打电话', '孙莉那单8500'],
  ...[
    'got an enquiry from Tom Baker tom@example.org wants a menu, about £600',
    'got an enquiry from Ann Lee, wants a menu',
  ],
  ...['some guy called Raj rang about an invite, 07700 900222', 'tell anna her logo will be ready friday'],
  ...['send bob an apology and say new file coming tonight', 'tell everyone im closed 24 dec to 26 dec'],
  ...['text Anna tomorrow at 9am: are we still on for 11?', 'find the one with 900111', 'is anything overdue'],
  ...['Anna moved to York, new address 12 Oak Road, York', "bob still can't open the file, says it's urgent"],
  ...['anna ordered 2 logos 300', 'anna paid', 'how much does anna owe', 'remind me to call bob tomorrow'],
];

const isDeadEnd = (reply: Reply): boolean => reply.failed === true && buttonsOf(reply).length === 0;

it('leads by no first button to a refusal that leaves nothing to tap', { timeout: 60_000 }, async () => {
  const refused: string[] = [];
  for (const text of SENTENCES) {
    await house.start('first buttons', async () => {
      await house.say('/add 王芳 13812345678 wangfang@example.com');
      for (const [name, phone] of [
        ['李雷', '13911112222'],
        ['陈静', '13566667777'],
        ['赵敏', '13577778888'],
        ['孙莉', '13599990000'],
      ])
        await house.say(`/add ${name} ${phone}`);
      await house.say('/add Anna Smith +44 7700 900111 anna@example.com');
      await house.say('/add Bob Miller bob@example.com');
      await house.say('/order 赵敏 1x白茶 300');
      await house.say('/order Anna 1x logo 500');
      await house.say('/lead 孙莉 公司团购 8000');
      await house.say('/ticket Bob the file does not open');
    });
    await house.type(text);
    const [first] = buttonsOf((await house.cards()).at(-1)!);
    if (!first) continue;
    const answer = await house.press(first);
    if (isDeadEnd(answer)) refused.push(`${text} → ${first.command}: ${answer.text}`);
  }
  expect(refused).toEqual([]);
  // the control: what such a button once ran
  expect(isDeadEnd(await house.say('/lead 孙莉 预计 下周五前要'))).toBe(true);
});
