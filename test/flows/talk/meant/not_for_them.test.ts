import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const PEOPLE = { en: ['Anna Smith', 'Dave Miller', 'Mia Wong'], 'zh-CN': ['李四', '张三', '王小明'] };

const OURS = {
  en: {
    'an insult': [
      ...["It's ready. Idiot", "See you at 3. God she's annoying", 'Posted today. Such a time waster', 'piss off'],
      ...['what a pain this woman is', 'Ok! What a piece of work', 'this man is exhausting'],
    ],
    'a question to the desk': [
      ...['how much has she spent?', 'has she been refunded?', "what's her address?", 'is he a regular?'],
      ...['what did I tell her last time?', 'when was her last order?', 'how many blue pots are left?'],
      ...['who handled this?', 'Ok, and how much does he owe?', 'did we ever send him a quote?'],
    ],
    'something to do or to know': [
      ...['I must refund her today', 'check whether she paid', 'wait for the courier before answering'],
      ...['we owe her 45', 'probably a scammer', 'between us: she is difficult', 'to myself: check the kiln'],
      ...['make sure he pays first', 'check if 1042 shipped', "don't forget to refund him", 'looks like a bot'],
    ],
    'an order to the house': [
      ...['mark as spam', 'report as spam', 'search invoice', 'merge with Anna Smith', 'print label'],
      ...['refund 10 EUR', 'cancel the order', 'mark it as paid', 'order 2 mugs 30', 'complaint'],
      ...['hold this until tomorrow', 'look up order 1042', 'print the packing slip', 'flag it as junk'],
    ],
    'what is to be done with the customer': [
      ...['thank her for the order', 'inform her that the parcel left', 'ask for her address', 'get her phone number'],
      ...['her order ships today', 'she can come at 5', 'apologise and offer a refund', 'say sorry from me'],
      ...[
        "scammer, don't refund",
        'use template refund',
        'answer later',
        'nothing to do here',
        'check the stock for blue',
      ],
      ...["I'd send her the invoice", 'Li, can you take this?', '@li can you take this?', "don't send if she paid"],
      ...['apologise to her for the delay', 'explain to him why it is late', 'ok, and update her on the order'],
    ],
    'a draft': [
      ...['DRAFT we are out of stock', 'XXX we have it', 'we have it [check first]', 'we have it <-- check'],
      ...['we have it (check stock)', 'TODO we have it'],
    ],
    'a matter of another customer': [
      ...['her husband paid', 'his son picked it up', 'Is Mia the one with the dog?'],
      ...["Anna's order 1042 is late", 'Anna says she is not paying', 'Dave wants his money back'],
    ],
  },
  'zh-CN': {
    'an insult': ['三点见。烦死了这人', '寄出了。真是神经病', '滚', '有病吧这人', '什么人啊这是', '这女的真烦'],
    'a question to the desk': [
      ...['他付了吗？', '他一共消费了多少', '他上次买的什么？', '库存多少', '给他退款了吗', '她是老客户吗'],
      ...['我们上次怎么跟他说的', '这单谁处理的', '蓝色壶还剩几个', '好的，看看李四付了没'],
    ],
    'something to do or to know': [
      ...['估计是骗子', '我得今天给他退款', '明天九点给快递打电话', '他欠我们45', '改名叫王晓明', '给我自己：看窑'],
      ...['我们欠她一个杯子', '私下说：他很难缠', '确认一下她付了没', '等快递回话再回复'],
    ],
    'an order to the house': [
      ...['标记为垃圾', '关掉这个售后', '取消刚才那条', '举报垃圾信息', '打印面单', '搜索发票', '跟张三合并'],
      ...['退款10元', '取消这个订单', '标为已付款', '投诉'],
      ...['这条先放到明天', '查一下1042号订单', '关闭工单'],
    ],
    'what is to be done with the customer': [
      ...[
        '谢谢她的订单',
        '感谢她下单',
        '替我谢谢她',
        '替我道歉',
        '祝她生日快乐',
        '请她把地址发来',
        '要她的地址',
        '她可以五点来',
      ],
      ...['收她30', '同意她退款', '同意退款', '拒绝她', '拒绝', '安慰她一下', '回可以', '说九点开门', '骗子，不退'],
      ...['别提折扣', '不要提价格', '小李，你来回一下', '@小李 回一下', '用模板退款', '成本价4元，12可以'],
    ],
    'a draft': ['有货【先查一下】', '有货（待确认）', '有货 ← 查一下'],
    'a matter of another customer': ['李四那边先别回', '张三的包裹退回来了', '李四说他不付钱'],
  },
};

/** Near to them in words, and said to customers. */
const THEIRS = {
  en: [
    ...[
      'What a pain, so sorry!',
      'Oh no! How annoying! We will send another',
      "I'm such an idiot, I sent the wrong one",
    ],
    ...['Has it arrived?', 'What did the courier tell you?', 'How much would you like to spend?', 'Is it for her?'],
    ...['We owe you an apology', 'I should have it ready by Friday', 'Check whether the box is damaged, please'],
    ...['It went to spam, sorry!', 'Search for "blue pot" on our site', 'Print the label and stick it on the box'],
    ...['We refund 10 EUR today', 'Cancel the order if you like', 'Refund: 10 EUR', 'Did her husband pay you?'],
    ...['We can hold it until Friday', 'Looks like rain', 'Just wait for the courier', 'Did she like it?'],
    ...['thank you for the order', 'Bring your daughter along, she can have a juice', 'We refund you and apologise'],
    ...["don't mention it", 'ask for Mia at the counter', 'we have it <3', 'we have it xxx', 'it costs 20 [incl. VAT]'],
    ...['not yet', 'later today', 'maybe', 'the cost is 20 GBP', 'it is ready (please check the size)'],
    ...["I'll check and wait for the courier before I leave", 'Remember to bring the ticket'],
  ],
  'zh-CN': [
    ...['快递又丢了，真烦人，抱歉', '我发错了，真是白痴', '您付款了吗？', '他收到了吗？', '您地址是哪里？'],
    ...['我欠您一个杯子', '等快递上门就行', '我要查一下库存再告诉您', '像是诈骗短信，别点链接', '面单发您了，打印一下'],
    ...['可能进垃圾箱了', '两单合并？可以的', '取消第二单？没问题', '库存还有三个，要留吗？', '给您放到明天'],
    ...['退款10元已经打给您了', '订单取消了，放心'],
    ...[
      '谢谢您的订单',
      '祝您生日快乐',
      '拒绝也没关系',
      '说明书在盒子里',
      '同意，明天见',
      '不用退了，送您',
      '她会喜欢的',
    ],
    ...['有货【现货】', '还没有呢', '小心轻放'],
    ...['您那边先别付款', '改好了，您看一下'],
  ],
};

const UNSEEN = {
  en: ['second time this week her bus was "late"', 'they want the trade price again and they are not even trade'],
  'zh-CN': ['这人上次押金还赖着没给呢', '她每回都说马上转 马上到下个月'],
};

describe.each(['en', 'zh-CN'] as const)('typed under a card (%s)', async (locale) => {
  const house = await testHouse({ locale });
  const arrive = async () => {
    for (const [nth, name] of PEOPLE[locale].entries())
      await house.happen(
        telegramMessage(locale === 'en' ? 'Is my pot ready?' : '壶好了吗？', {
          chat: `${700 + nth}`,
          from: { address: `${700 + nth}`, name },
        }),
      );
    await house.deliver();
  };
  beforeEach(house.startingWith(arrive));
  const sentOf = async (text: string) => {
    const card = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!.externalId!;
    await house.type(text, { answers: [card] });
    return sent();
  };
  const sent = async () =>
    (await house.outbox()).flatMap(({ audience, payload }) =>
      audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
    );

  const cases = Object.entries(OURS[locale]).flatMap(([kind, lines]) => lines.map((text) => [kind, text] as const));
  it.each(cases)('%s does not leave unasked: %s', async (_, text) => {
    expect(await sentOf(text)).toEqual([]);
    expect((await house.cards()).at(-1)!.failed).toBe(true);
  });

  // no pattern knows these, and the model has not learned them
  it.each(UNSEEN[locale])('what a model takes for our own is asked about, and leaves last of all: %s', async (text) => {
    expect(await sentOf(text)).toEqual([]);
    const asked = (await house.cards()).at(-1)!;
    expect(asked).toMatchObject({ failed: true, quote: text });
    await house.press(buttonsOf(asked).at(-1)!.label);
    expect(await sent()).toEqual([text]);
  });

  it.each(THEIRS[locale])('what is near to it and said to a customer leaves: %s', async (text) => {
    expect(await sentOf(text)).toEqual([text]);
  });
});
