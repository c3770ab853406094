import { describe, expect, it } from 'vitest';
import { saleIn } from '../../../src/text/sentence/sale/sale.ts';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';
import { growsTooFast } from '../../support/linear.ts';

/** In front of what is read whole, or else by the patterns behind it. */
const SOLD = 'sold ';

/** The sale that is read whole: to whom, what, for how much, and how it stands; '-': whoever came in. */
const soldIn = (text: string): string | undefined => {
  for (const { who = '-', words } of sentencesIn(text)) {
    const sale =
      words.startsWith(SOLD) && saleIn(words.slice(SOLD.length), /\p{Script=Han}/u.test(text) ? 'CNY' : 'USD');
    if (sale) return [who, sale.goods, Number(sale.sum.minor) / 100, sale.behind].filter(Boolean).join(' | ');
  }
  return undefined;
};

/** The first other reading that says something of an order, as a line; undefined: none does. */
const orderIn = (text: string): string | undefined => {
  const said = sentencesIn(text).find(({ does, words }) => does === 'order' && !words.startsWith(SOLD));
  return said && [said.who, said.numbered, said.words].filter(Boolean).join(' ');
};
const firstIn = (text: string): string | undefined => {
  const [said] = sentencesIn(text);
  return said && [said.does, said.who, said.words].filter(Boolean).join(' ');
};

describe('what is said of an order in English', () => {
  it.each([
    ['James paid', 'James paid'],
    ['Anna bought 2 mugs, paid 40', 'Anna 2 mugs, paid 40'],
    ['Anna paid 900 for the logo', 'Anna came 900 for logo'],
    ['Anna paid 40 for 2 mugs', 'Anna bought 40 for 2 mugs'],
    ['James has just paid', 'James paid'],
    ["Dev's parcel arrived this morning", 'Dev arrived'],
    ['Emma says the parcel was delivered', 'Emma arrived'],
    ['Dev got his package', 'Dev arrived'],
    ['Dev gave me 160 cash for the flyer', 'Dev came 160 for flyer'],
    ['Julia Baker paid me $120', 'Julia Baker paid $120'],
    ['James paid me back', 'James paid'],
    ['James has paid us back 20', 'James paid 20'],
    ['sold Kim 2 mugs 15 each plus 5 shipping', 'Kim 2 mugs 15 each plus 5 shipping'],
    ['sold Kim half a kilo of tea at 40 a kilo', 'Kim half a kilo of tea at 40 a kilo'],
    ['sold Kim 3 pairs of earrings at 8 each', 'Kim 3 pairs of earrings at 8 each'],
    ['sold Kim a mug and sent it', 'Kim a mug and sent it'],
    ['James paid for his order', 'James paid'],
    ['James paid the invoice', 'James paid'],
    ["James's order is paid", 'James paid'],
    ['got the money from James', 'James paid'],
    ['received $60 from James', 'James paid $60'],
    ['payment from James came in', 'James paid'],
    ['M-1 paid', 'M-1 paid'],
    ['order M-1 has been paid', 'M-1 paid'],
    ['mark M-1 as paid', 'M-1 paid'],
    ["shipped Maria's order", 'Maria sent'],
    ["Maria's order is on its way", 'Maria sent'],
    ["Maria's parcel went out today", 'Maria sent'],
    ["I've posted Maria's parcel, UPS 1Z999AA10123456784", 'Maria sent UPS 1Z999AA10123456784'],
    ['shipped M-2', 'M-2 sent'],
    ['M-2 has been shipped', 'M-2 sent'],
    ['refund Maria 50', 'Maria refund 50'],
    ['refund $50 to Maria', 'Maria refund $50'],
    ['give Maria her money back', 'Maria refund'],
    ['give Maria a refund of $20', 'Maria refund $20'],
    ['Maria got a refund of 10', 'Maria refund 10'],
    ['Maria has received a partial refund of $10', 'Maria refund $10'],
    ['Maria got $10 back', 'Maria refund $10'],
    ['refunded M-2 $50', 'M-2 refund $50'],
    ['refund M-2', 'M-2 refund'],
    ['cancel order 3001', '3001 cancel'],
    ['cancel M-1', 'M-1 cancel'],
    ["cancel James's order", 'James cancel'],
    ['James cancelled his order', 'James cancel'],
    ['Sarah Lee bought 2 posters for $240, paid', 'Sarah Lee 2 posters for $240, paid'],
    ['Sarah Lee took 3x poster $90 paid in cash', 'Sarah Lee 3x poster $90 paid in cash'],
    ['sold Sarah Lee 2 posters for $240', 'Sarah Lee 2 posters for $240'],
    ['sold 2 posters to Sarah Lee for $240', 'Sarah Lee 2 posters $240'],
    ['Eva sent $600', 'Eva paid $600'],
    ['Eva transferred 600 USD yesterday', 'Eva paid 600 USD yesterday'],
    ['James paid yesterday', 'James paid yesterday'],
    ['M-4 sent yesterday', 'M-4 sent yesterday'],
    ['paid 15 M-3', 'M-3 paid 15'],
    ['paid $15 for M-3', 'M-3 paid $15'],
    ['paid M-3 15', 'M-3 paid 15'],
    ['refund anna $5', 'anna refund $5'],
    ['not refunded M-3', 'M-3 not refunded'],
    ['M-1 SF1234567890123', 'M-1 sent SF1234567890123'],
    ['M-1 UPS 1Z999AA10123456784', 'M-1 sent UPS 1Z999AA10123456784'],
    ['eva bought 2 mugs for $30', 'eva 2 mugs for $30'],
    ['Eva ordered 2 mugs $30', 'Eva 2 mugs $30'],
    ['new order eva mug 15', 'eva mug 15'],
    ['add an order for Eva: mug $15', 'Eva mug $15'],
    ['Eva bought 2 mugs for 30', 'Eva 2 mugs for 30'],
    ['Eva took 3 teas for 36, paid cash', 'Eva 3 teas for 36, paid cash'],
    ['Eva bought 2 mugs for 30 yesterday', 'Eva 2 mugs for 30 yesterday'],
    ['order for Li Lei: 3 tea at 12 each, paid cash', 'Li Lei 3 tea at 12 each, paid cash'],
    ['order from Eva Smith: 2 mugs $30', 'Eva Smith 2 mugs $30'],
    ['new order: Eva, 2 mugs, $30, paid', 'Eva 2 mugs, $30, paid'],
    ['Eva paid me $30 for 2 mugs', 'Eva bought $30 for 2 mugs'],
  ])('%s', (text, line) => {
    expect(orderIn(text)).toBe(line);
  });

  it.each([
    'did James pay?',
    "James hasn't paid",
    'if James paid, ship it',
    'James wants to cancel',
    'James paid the deposit',
    ...['James wants a refund of 10', 'did James get a refund of 10?', 'James hasn’t got a refund of 10'],
    ...['did Eva buy 2 mugs for 30?', 'Eva would buy 2 mugs for 30', 'Eva did not buy 2 mugs for 30'],
    ...['Eva wants to buy 2 mugs for 30', 'if Eva bought 2 mugs for 30', 'Eva might have bought 2 mugs for 30'],
    ...['Eva bought 2 tickets for 30 people', 'Eva took 2 days for 3 talks', 'Eva bought 2 mugs for 30 from Bob'],
  ])('nothing is done about one: %s', (text) => {
    expect(orderIn(text)).toBeUndefined();
  });

  it.each([
    ['who owes me money', 'unpaid'],
    ['who still owes me?', 'unpaid'],
    ["who hasn't paid yet", 'unpaid'],
    ['who has not paid', 'unpaid'],
    ['any unpaid invoices?', 'unpaid'],
    ['what is still unpaid', 'orders unpaid'],
    ['what do I still have to ship', 'orders unsent'],
    ['which orders are not shipped yet', 'orders unsent'],
    ["what hasn't been sent", 'orders unsent'],
    ['what did I earn yesterday', 'takings yesterday'],
    ['what have we sold this week?', 'takings this week'],
  ])('is asked for: %s', (text, line) => {
    expect(firstIn(text)).toBe(line);
  });
});

const NOT_BOUGHT = [
  ...['李雷买了两个杯子共60吗', '李雷想买两个杯子共60', '李雷没买两个杯子共60', '李雷要是买了两个杯子共60'],
  ...['李雷可能买了两个杯子共60', '李雷是不是付了256买2盒龙井'],
];

describe('what is said of an order in Chinese', () => {
  it.each([
    ['张伟付款了', '张伟 付款'],
    ['张伟已经付钱了', '张伟 付款'],
    ['张伟付了200', '张伟 付款 200'],
    ['张伟转了256元过来', '张伟 付款 256元'],
    ['张伟的货款到账了', '张伟 付款'],
    ['收到张伟的货款了', '张伟 付款'],
    ['收到张伟256元', '张伟 付款 256元'],
    ['M-1付款了', 'M-1 付款'],
    ['M-1 已付款', 'M-1 付款'],
    ['张伟的单发货了 顺丰SF1234567890', '张伟 发货 顺丰SF1234567890'],
    ['张伟的货发了', '张伟 发货'],
    ['张伟那单已经寄出了', '张伟 发货'],
    ['给张伟发货了，顺丰 SF1234567890', '张伟 发货 顺丰 SF1234567890'],
    ['M-1发货了', 'M-1 发货'],
    ['给林小梅退款88', '林小梅 退款 88'],
    ['退给林小梅50块', '林小梅 退款 50块'],
    ['给李娜退了50', '李娜 退款 50'],
    ['李娜的钱退了', '李娜 退款'],
    ['3001退款50', '3001 退款 50'],
    ['取消3001那单', '3001 取消'],
    ['取消订单M-1', 'M-1 取消'],
    ['张伟的订单取消了', '张伟 取消'],
    ['取消张伟的订单', '张伟 取消'],
    ['张伟买了两盒龙井256元 已付款', '张伟 两盒龙井256元 已付款'],
    ['刘洋 三斤白茶 六百块 已收款', '刘洋 三斤白茶 六百块 已收款'],
    ['卖给刘洋三斤白茶600元', '刘洋 三斤白茶600元'],
    ['林小梅 付了128', '林小梅 付款 128'],
    ['林小梅昨天付款了', '林小梅 付款 昨天'],
    ['M-1 昨天发货了', 'M-1 发货 昨天'],
    ['M-1 顺丰 SF1234567890123', 'M-1 发货 顺丰 SF1234567890123'],
    ['M-1 没退款', 'M-1 没退款'],
    ['林小梅 白茶 98元', '林小梅 白茶 98元'],
    ['林小梅要了2盒龙井256', '林小梅 2盒龙井256'],
    ['林小梅买了两盒龙井 256', '林小梅 两盒龙井 256'],
    ['陈静下单 白茶 98元', '陈静 白茶 98元'],
    ['给林小梅记一单 白茶 98', '林小梅 白茶 98'],
    ['李雷买了两个杯子共60', '李雷 两个杯子共60'],
    ['张三下单3盒龙井每盒120 已付', '张三 3盒龙井每盒120 已付'],
    ['新订单 陈静 2盒龙井 256', '陈静 2盒龙井 256'],
    ['新订单：陈静，2盒龙井，256，已付', '陈静 2盒龙井，256，已付'],
    ['陈静付了256买2盒龙井', '陈静 bought 256 for 2盒龙井'],
    ['陈静付了256龙井钱', '陈静 came 256 for 龙井'],
    ['陈静付了龙井的钱 256', '陈静 came 256 for 龙井'],
    ['陈静把龙井的256转过来了', '陈静 came 256 for 龙井'],
    ['陈静又要一个花瓶80', '陈静 一个花瓶80'],
  ])('%s', (text, line) => {
    expect(orderIn(text)).toBe(line);
  });

  it.each([
    '张伟付款了吗',
    '张伟还没付款',
    '如果张伟付款了',
    '张伟付了定金',
    '张伟付了12盒龙井钱',
    '张伟付了两盒龙井钱',
    '张伟付了300定金钱',
    '张伟明天把龙井的256转过来',
    '谁付款了',
    '张伟说明天付款',
    ...NOT_BOUGHT,
  ])('nothing is done about one: %s', (text) => {
    expect(orderIn(text)).toBeUndefined();
  });

  it.each([
    ['谁还没付款', 'unpaid'],
    ['谁还没给钱', 'unpaid'],
    ['谁欠我钱', 'unpaid'],
    ['还有谁没付钱呢', 'unpaid'],
    ['哪些单还没付款', 'orders 未付款'],
    ['有谁欠着款', 'orders 未付款'],
    ['还有哪些没发货', 'orders 未发货'],
    ['哪些订单还没发', 'orders 未发货'],
    ['今天要发哪些货', 'orders 未发货'],
  ])('is asked for: %s', (text, line) => {
    expect(firstIn(text)).toBe(line);
  });
});

it.each([
  ['李雷的包裹签收了', '李雷 arrived'],
  ['李雷收到货了', '李雷 arrived'],
  ['陈静的快递派送成功', '陈静 arrived'],
  ['李雷那边说快递已经签收', '李雷 arrived'],
  ['刘洋把上次欠的380转过来了', '刘洋 付款 380'],
  ['刘洋把380转过来了', '刘洋 付款 380'],
  ['刘洋还了380', '刘洋 付款 380'],
  ['刘洋把欠的钱都还了', '刘洋 付款'],
  ['赵敏补了尾款10元', '赵敏 付款 10元'],
  ['赵敏补了10元', '赵敏 付款 10元'],
  ['赵敏刚付了尾款10块', '赵敏 付款 10块'],
  ['赵敏把尾款10元付了', '赵敏 付款 10元'],
  ['赵敏尾款10元转过来了', '赵敏 付款 10元'],
  ['赵敏补差价10元', '赵敏 付款 10元'],
  ['赵敏补了10个碗', undefined],
  ['赵敏尾款还差10元', undefined],
  ['赵敏要补10元差价吗', undefined],
  ['赵敏没补尾款10元', undefined],
  ['赵敏说明天补尾款10元', undefined],
  ['刘洋给了一半,190', '刘洋 已付 190'],
  ['陈静买茶付了我500', '陈静 bought 500 for 茶'],
  ['王芳的包裹到了吗', undefined],
  ['王芳的包裹还没到', undefined],
  ['刘洋说下周把380转过来', undefined],
])('what has come is of what is there: %s', (text, line) => {
  expect(orderIn(text)).toBe(line);
});

describe('what was sold is read whole, in any order of words, with how it stands', () => {
  it.each([
    ['Emma bought two prints, 80 in total, paid cash', 'Emma | two prints | 80 | paid cash'],
    ['Emma bought two prints for 80 altogether and paid right away', 'Emma | two prints | 80 | paid'],
    ['sold a poster to Carla for 45, she paid by card', 'Carla | a poster | 45 | paid by card'],
    ['sold Emma a banner 140 total unpaid', 'Emma | a banner | 140 | not paid'],
    ['just sold 3 mugs to Dev, $54 total, venmo', 'Dev | 3 mugs | 54 | paid venmo'],
    ['Carla came by and took a framed print for 95, cash', 'Carla | a framed print | 95 | paid cash'],
    ['Carla bought 5 sticker packs at $8 each, paypal', 'Carla | 5 sticker packs | 40 | paid paypal'],
    ['Anna picked up a photo book, 120, will pay on friday', 'Anna | a photo book | 120 | , will pay on friday'],
    ['Bob took two sets, $90, pays end of month', 'Bob | two sets | 90 | not paid, note: pays end of month'],
    ['Bob got a card design, 120 dollars, hasnt paid yet', 'Bob | a card design | 120 | not paid'],
    ['Bob bought a logo, 300, half paid, rest on dec 10', 'Bob | a logo | 300 | paid 150, note: rest on dec 10'],
    ['Bob bought 2 tickets, gave me 50, gave him 10 back', 'Bob | 2 tickets | 40 | paid'],
    ['yesterday Anna bought a mug for 18 cash', 'Anna | a mug | 18 | yesterday paid cash'],
    ['walk-in bought a calendar, 25 cash', 'walk-in | a calendar | 25 | paid cash'],
    ['李雷刚才来店里买了两盒龙井 付了现金256', '李雷 | 两盒龙井 | 256 | 现金付款'],
    ['陈静今天店里拿了4盒花茶,总共200,已付', '陈静 | 4盒花茶 | 200 | 付款'],
    ['王芳又下单了 3罐铁观音 一共390 还没给钱', '王芳 | 3罐铁观音 | 390 | 未付'],
    ['赵敏拿走一饼老白茶680,说月底给', '赵敏 | 一饼老白茶 | 680 | 未付, 备注 说月底给'],
    ['刘洋拿了一套茶具走 450 下周五给钱', '刘洋 | 一套茶具 | 450 | , 下周五给钱'],
    ['王芳要了五盒碧螺春,每盒88,微信转了', '王芳 | 五盒碧螺春 | 440 | 微信付款'],
    ['孙莉在店里挑了一把紫砂壶,1280,刷卡付的', '孙莉 | 一把紫砂壶 | 1280 | 刷卡付款'],
    ['卖给林小梅3盒月饼共270,钱没给', '林小梅 | 3盒月饼 | 270 | 未付'],
    ['两盒龙井256卖给王芳了,现金', '王芳 | 两盒龙井 | 256 | 现金付款'],
    ['收了李雷256,两盒龙井', '李雷 | 两盒龙井 | 256 | 付款'],
    ['刘洋定了20盒礼盒,定金500已付,一共2400', '刘洋 | 20盒礼盒 | 2400 | 已付500'],
    ['孙莉买了两罐茶,给了我300,找了她40', '孙莉 | 两罐茶 | 260 | 付款'],
    ['昨天王芳来买了一盒龙井128,微信付的', '王芳 | 一盒龙井 | 128 | 昨天 微信付款'],
    ['来了个散客买了三盒白茶,一共360,现金', '- | 三盒白茶 | 360 | 现金付款'],
    ['王芳拿了套茶具,先付了100,剩下的周五给,一共380', '王芳 | 一套茶具 | 380 | 已付100, 剩下的周五给'],
    ['刚卖出去两盒绿茶 收了156块', '- | 两盒绿茶 | 156 | 付款'],
    ['刚卖了一盒白茶180现金 不认识的', '- | 一盒白茶 | 180 | 现金付款'],
    ['市集上卖了3盒龙井一共390 现金', '- | 3盒龙井 | 390 | 现金付款'],
    ['一个不认识的人买了两罐红茶 160 没留电话', '- | 两罐红茶 | 160'],
    ['卖给路人一饼普洱 260 微信', '路人 | 一饼普洱 | 260 | 微信付款'],
    ['一盒白茶180卖给一个散客了 付了现金', '一个散客 | 一盒白茶 | 180 | 现金付款'],
    ['散客 两盒白茶 360 现金', '散客 | 两盒白茶 | 360 | 现金付款'],
    ['收了180现金 卖了一盒白茶', '- | 一盒白茶 | 180 | 付款'],
    ['sold two mugs to someone for 30', 'someone | two mugs | 30'],
    ['sold a stranger 3 cards for 12 cash', 'a stranger | 3 cards | 12 | paid cash'],
    ["sold a print for 40, didn't get his name", '- | a print | 40'],
    ['sold a mug at the craft market 18 quid cash', 'sold | a mug | 18 | paid cash'],
    ['walk-in: 2 mugs 30 cash', 'walk-in | 2 mugs | 30 | paid cash'],
    ['cash sale 2 prints £50', '- | 2 prints | 50'],
    ['took 25 cash for a poster', '- | a poster | 25 | paid cash'],
    ['李雷要3斤龙井 每斤380 还没付', '李雷 | 3斤龙井 | 1140 | 未付'],
    ['陈静订5盒花茶 一盒88 已付', '陈静 | 5盒花茶 | 440 | 付款'],
    ['Bob wants 20 flyers at 3 each, not paid yet', 'Bob | 20 flyers | 60 | not paid'],
    ['order for Bob 20 flyers @ 3 each not paid yet', 'Bob | 20 flyers | 60 | not paid'],
  ])('%s', (text, sale) => {
    expect(soldIn(text)).toBe(sale);
  });

  it.each([
    ...[
      'Anna got a refund of 50, cash',
      'Anna got a quote for 150',
      'did Anna buy a mug for 18?',
      'Anna wants a mug for 18',
    ],
    ...['sold out of mugs, 18 left', 'someone wants a mug for 18', 'took 2 days off for a course'],
    ...['卖不掉的3盒龙井 390', '李雷想要3斤龙井 每斤380', '不认识的人要两盒白茶多少钱 180'],
    ...['Anna will buy two prints for 80', 'Anna bought 2 mugs for 40, paid 50', 'Anna bought a mug, 18 or 20, cash'],
    ...['Anna bought a mug for 18, paid, not paid', 'Anna took a day off, 2 weeks', 'if Anna bought a mug for 18?'],
    ...[
      '王芳买了两盒龙井256吗',
      '王芳想买两盒龙井256',
      '王芳明天来买两盒龙井256',
      '王芳没买两盒龙井256',
      '王芳不要两盒龙井了256',
    ],
    ...['王芳买了两盒龙井256,付了300', '王芳买了两盒龙井 说要便宜20', '王芳要了两份报价256', '王芳拿了两张优惠券50'],
  ])('is no sale: %s', (text) => {
    expect(soldIn(text)).toBeUndefined();
  });
});

it.each(['张伟付款了 ', 'James paid ', 'M-1 ', '发货了SF1 '])('takes time in proportion to the words: %s', (piece) => {
  expect(growsTooFast(sentencesIn, (size) => piece.repeat(size / piece.length))).toBeUndefined();
});

it.each([
  ['sold Kim a dozen cups for 8 each', 'Kim | 12x cups | 96'],
  ['sold Kim 2 dozen cups at 8 each', 'Kim | 24x cups | 192'],
  ['Kim bought a couple of mugs at 15 each, paid cash', 'Kim | 2x mugs | 30 | paid cash'],
  ['sold Kim 3 pairs of socks at 8 a pair', 'Kim | 3 pairs of socks | 24'],
  ['王伟买了一打杯子每个8', '王伟 | 12x 杯子 | 96'],
  ['王伟买了两对杯子每只30', '王伟 | 4x 杯子 | 120'],
  ['王伟买了三双筷子一双12', '王伟 | 三双筷子 | 36'],
  // a pair or one of them; nobody says how many a set has
  ['sold Kim 3 pairs of earrings at 8 each', undefined],
  ['王伟买了一套杯子，每个20', undefined],
])('counts what is sold in lots: %s', (said, sale) => {
  expect(soldIn(said)).toBe(sale);
});

it.each(['刚刚', '已经付了', '付了 ', 'paid cash ', 'and ', 'has already ', '1, '])('of a sale, too: %s', (piece) => {
  expect(saleIn(piece.repeat(150 / piece.length), 'USD')).toBeUndefined();
});
