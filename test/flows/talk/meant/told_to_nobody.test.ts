import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let card: string;
beforeEach(async () => {
  await house.reset();
  await house.happen(
    telegramMessage('Do you have assam?', { chat: '700', from: { address: '700', name: 'Priya Shah' } }),
  );
  await house.deliver();
  card = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!.externalId!;
});
const under = async (text: string) => {
  await house.type(text, { answers: [card] });
  return (await house.cards()).at(-1)!;
};
const sent = async () =>
  (await house.outbox()).flatMap(({ audience, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
  );

describe('words under a card that are told to nobody', () => {
  it.each([
    ...['her number is 0161 496 0123', 'his new email: tom@example.com', 'her mobile +44 7700 900123'],
    ...['reminder: she wants gift wrap', 'she is allergic to nuts', 'he prefers whatsapp', 'she has moved'],
    ...['to do: order more assam', 'reminder: post her cups', 'check with the warehouse', 'ask the supplier about it'],
    ...[
      'need to order more',
      'must chase the courier',
      'order more assam',
      'restock assam',
      'call the printers tomorrow',
    ],
    ...['scammer', 'liar', 'what a pain', 'such a time waster', 'total nightmare', 'so rude', 'she is a liar'],
    ...[
      '她邮箱 m@x.com',
      '他电话：13800138000',
      '她的新地址是西湖路1号',
      '提醒：她要礼盒',
      '她想要礼品包装',
      '他对花生过敏',
    ],
    ...['问问仓库', '催一下快递', '找供应商确认', '要补货了', '该进货了'],
    ...['骗子', '黑心客户', '真烦人', '又是个老赖', '太难缠了', '奇葩客户', '他就是骗子'],
  ])('do not leave unasked, and may be kept: %s', async (text) => {
    const asked = await under(text);
    expect(await sent()).toEqual([]);
    expect(asked.failed).toBe(true);
    expect(buttonsOf(asked).map(({ command }) => command)).toContain(`/note c1 ${text}`);
  });

  it.each([
    ...['count it as won', 'deal closed', 'this one is in the bag', '算成交吧', '这单结了', '这单谈成了'].map(
      (text) => [text, '/won'] as const,
    ),
    ...['mark it as lost', 'this one is dead', '这单没成', '算丢单吧'].map((text) => [text, '/lost'] as const),
    ...['case closed', '这个问题解决了', '结案'].map((text) => [text, '/resolve'] as const),
  ])('but say how it ended do not leave either: %s', async (text, command) => {
    const asked = await under(text);
    expect(await sent()).toEqual([]);
    expect(buttonsOf(asked)[0]!.command).toBe(command);
  });

  it.each([
    ...['She will be there at 5 with the parcel', 'Her name is Sally and she will call you at 3'],
    ...['Please check with the courier, thank you', 'I need to order more, can you wait a week?'],
    ...['Rude of me, sorry!', 'it is a nightmare, I know', 'We sold out, more on Friday'],
    ...[
      '他会在三点到，您在家等就好',
      '好烦，抱歉让您久等',
      '要补货了，您周三再来吧',
      '我问问仓库，稍后回复您',
      '已解决，谢谢',
    ],
  ])('control: what is told the customer leaves: %s', async (text) => {
    await under(text);
    expect(await sent()).toEqual([text]);
  });
});
