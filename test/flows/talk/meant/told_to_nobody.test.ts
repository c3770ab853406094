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
    ...[
      'order 2 rolls vinyl',
      'buy stamps',
      'fri pick up paper',
      'pick up paper on the way home',
      'reorder gloss paper',
    ],
    ...['ask Ben', 'wait for Ben', 'tomorrow 9 ask Ben about the tins', 'call dad', 'pay the printer', 'send invoice'],
    ...[
      'tomorrow 9 call priya',
      'mon call priya',
      'at 5 ring Priya back',
      'print her labels tonight',
      'pack her tins first',
    ],
    ...[
      'her again 🙄',
      'ugh, him again',
      'this guy again',
      'him and his samples lol',
      'whats her email',
      "where's her order",
    ],
    ...[
      'regular - give 10%',
      'good customer, throw in a free mug',
      'VIP: no delivery charge',
      'do we have her address',
    ],
    ...['Priya 07911 555444', 'Priya Shah, 07911 555444, priya@shah.uk', 'priya: priya@shah.uk'],
    ...[
      '补货两箱龙井',
      '进货三斤铁观音',
      '买两卷胶带',
      '进点货',
      '记得开票',
      '开票120',
      '开个票',
      '记得打包',
      '明天关灯',
    ],
    ...['找下快递单', '查下单号', '翻一下聊天记录', '核对下付款', '问下小李', '等老张确认', '明天催小李', '问下我老婆'],
    ...[
      '又来催了',
      '又在砍价',
      '老是催',
      '老客户 给个九折',
      '熟客，送个小样',
      '给个九折',
      '她邮箱多少',
      '她的快递到哪了',
    ],
    ...['her scarf is ready', "his order's packed", 'her two mugs are broken', "Priya's scarf is ready", 'draft'],
    ...['he has paid', 'she can have a refund', 'will call her tomorrow', 'ask if she wants the box', 'thank her'],
    ...['difficult customer', 'annoying woman', 'not her again', 'owes me 20', "hasn't paid", 'allergic to wool'],
    ...['apologise', 'say sorry and offer 10%', 'offer 10% off', 'give a discount', 'explain the delay'],
    ...['她的围巾做好了', '他的杯子都烧好了', '她可以退', '又是她', '收了她20', '记得收她5块', '欠我20', '草稿'],
    ...['难缠的客人', '烦人的女人', '道歉', '说声抱歉', '解释一下延误'],
  ])('do not leave unasked, and may be kept: %s', async (text) => {
    const asked = await under(text);
    expect(await sent()).toEqual([]);
    expect(asked.failed).toBe(true);
    expect(buttonsOf(asked).map(({ command }) => command)).toContain(`/note c1 ${text}`);
  });

  it.each([
    ...['先不管', '先不理她', '先不处理'].map((text) => [text, '/snooze 明天'] as const),
    ...['count it as won', 'deal closed', 'this one is in the bag', '算成交吧', '这单结了', '这单谈成了'].map(
      (text) => [text, '/won'] as const,
    ),
    ...['mark it as lost', 'this one is dead', '这单没成', '算丢单吧'].map((text) => [text, '/lost'] as const),
    ...['case closed', '这个问题解决了', '结案'].map((text) => [text, '/resolve'] as const),
  ])('but say how it stands do not leave either: %s', async (text, command) => {
    const asked = await under(text);
    expect(await sent()).toEqual([]);
    expect(buttonsOf(asked)[0]!.command).toBe(command);
  });

  it.each([
    ['say yes', 'yes'],
    ['say no', 'no'],
    ['Reply with thanks.', 'thanks'],
    ['say that it is ready', 'it is ready'],
    ['write that the tins are on their way', 'the tins are on their way'],
    ['说好', '好'],
    ['说已经做好了', '已经做好了'],
    ['就说明天发', '明天发'],
    ['写：做好了', '做好了'],
    ['用英文说做好了', '做好了'],
    ['it is ready (ask Ben first)', 'it is ready'],
    ['it is ready (check with Mum first)', 'it is ready'],
    ['it is ready [check this]', 'it is ready'],
    ["it is ready (don't mention the price)", 'it is ready'],
    ['it is ready (tell Tom too)', 'it is ready'],
    ["it's on its way. Annoying woman", "it's on its way."],
    ['做好了（先问下老公）', '做好了'],
    ['做好了（别提价格）', '做好了'],
    ['做好了，别提价格', '做好了'],
    ['做好了（也告诉王磊）', '做好了'],
    ['做好了，也告诉王磊一声', '做好了'],
    ['做好了，记得收她5块', '做好了'],
  ])('but say or hold what is to be told: %s', async (text, told) => {
    const asked = await under(text);
    expect(await sent()).toEqual([]);
    expect(buttonsOf(asked)[0]!.command).toMatch(new RegExp(`^/reply (?:v1|c1) ${told.replaceAll('.', '\\.')}$`));
    expect(buttonsOf(asked).map(({ command }) => command)).toContain(`/reply v1 ${text}`);
  });

  it.each(["Tom's scarf is ready", "Tom's blue mugs are packed"])(
    'nor how a thing of somebody else stands, whom the desk knows: %s',
    async (text) => {
      await under(text);
      expect(await sent()).toEqual([text]);
      await house.happen(telegramMessage('Hello', { chat: '701', from: { address: '701', name: 'Tom Hart' } }));
      const asked = await under(text);
      expect(await sent()).toEqual([text]);
      expect(buttonsOf(asked).map(({ command }) => command)).toEqual(
        expect.arrayContaining([`/reply v1 ${text}`, `/note c2 ${text}`]),
      );
      await under(`${text}, you can take it along`);
      expect(await sent()).toHaveLength(2);
    },
  );

  it.each([
    ['@later tomorrow it is ready', '/later tomorrow it is ready'],
    ['@稍后发 明天 做好了', '/later 明天 做好了'],
    ['@note she owes 5', '/note she owes 5'],
  ])('nor a command behind the sign for a person: %s', async (text, command) => {
    const asked = await under(text);
    expect(await sent()).toEqual([]);
    expect(buttonsOf(asked).map((button) => button.command)).toContain(command);
  });

  it.each([
    ...['explain the fault to us please', 'alone it costs 20, with the lid 25'],
    ...['your scarf is ready', 'her scarf is ready, you can fetch it', 'say no more!', 'say that again please'],
    ...['Reply yes or no', "don't mention it", 'it is ready (open until 5)', '@ 5 EUR each'],
    ...['it is ready (order by Friday)', 'friday works (if it does not rain)', 'closed monday (restock)', 'not sent'],
    ...['he can see you at 3', 'difficult question!', 'offer ends Friday', 'give it a week', 'draft attached'],
    ...['您的围巾做好了', '说不定明天到', '说明书在盒子里', '说好明天的', '用英文写也可以', '做好了（五点关门）'],
    ...['别提前来，我们十点开门', '她的围巾做好了，您一起来拿', '周一不营业（盘点）', '还欠20', '@您 好了'],
    ...['She will be there at 5 with the parcel', 'Her name is Sally and she will call you at 3'],
    ...['Please check with the courier, thank you', 'I need to order more, can you wait a week?'],
    ...['on it, give me 10 min', 'ask away!', 'order by Friday and you get it Monday', 'call me tomorrow at 9'],
    ...['wait for our mail please', 'your order is ready to pick up', "I'll pick it up", 'wait for the courier'],
    ...[
      'order online',
      'order 12 shipped',
      'order confirmed',
      'buy 2 get 1 free',
      'get well soon',
      'get in touch any time',
    ],
    ...[
      'pick up Saturday 10-12',
      'pick up from our shop',
      'pick up is fine',
      'ask for Ben at the desk',
      'send photos please',
    ],
    ...[
      'call Anna on 0161 496 0123',
      'call Ben when you arrive',
      'tomorrow 10am ring us',
      'invoice attached',
      'posted yesterday',
    ],
    ...[
      'regular or large?',
      'regular - 10 EUR, large - 12 EUR',
      'VIP tickets are sold out',
      '07911 555444',
      'get the blue one',
    ],
    ...['Priya ring me on 07911 555444', 'Oh! Again?', 'print your label', 'regular price is £10', 'what is her name?'],
    ...[
      '记得回我一下地址',
      '订单号发我一下',
      '记得签收',
      '开票了',
      '开票要税号',
      '补货中',
      '明天补货',
      '明天发货',
      '周五出货',
    ],
    ...[
      '买两盒送一盒',
      '查下您的单号',
      '我查下单号',
      '找下，稍等',
      '等小李联系您',
      '老客户九折',
      '老客户打九折',
      '打九折',
    ],
    ...['给您个九折', '给你个九折吧', '送个小样给您', '又到货了', '又补了一盒给您', '先不急', '先不用付', '邮箱多少'],
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
