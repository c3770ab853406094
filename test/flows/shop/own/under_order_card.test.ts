import { beforeEach, describe, expect, it } from 'vitest';
import { isOfOrder, isSaidToNobody } from '../../../../src/domain/commands/sell/order/unsure/of_order.ts';
import type { Reply } from '../../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const OF_ORDER = [
  'unpaid|not sent|refund|refunded $100|cancelled|Paid $1200|deposit 500|$1100|10% off|remove 1 logo|add cards $120',
  'tracking 1Z999AA10123456784|M-1 paid|cod|paid|sent|sent ups|shipped|cancel|order paid|2 more logos $600 each',
  'note rush|paid 500|11/18 paid|refund 100|UPS 1Z999AA10123456784|$600 each|paid in full yesterday|she paid',
  'add a mug $15|not received|1Z999AA10123456785|half paid|paid by card|paid cash|paid on nov 3|shipped yesterday',
  'delivered|returned|refund half|cancelled by her|sent via fedex|balance paid|got 200|total 450|change to $40|$5 off',
  'discount 10%|ordered nov 3|qty 3|wrong number, 1Z999AA10123456784|not ups, fedex|fully refunded|void|chargeback',
  'paid twice|overpaid 20|pays on delivery|M-1: sent|order M-1 refunded|remove logo|less 1 logo|1200|paid 11.18',
  'unshipped|not cancelled|2 logos $1200|cash on delivery|paid $500 by check|paid\nsent ups',
  '已付|付了500|没发|未付|退款|已退|发货|打9折|去掉1盒|单号 SF1234567890123|SF1234567890123|M-1 已付|货到付款',
  '已付款|已发|已发货|取消|取消订单|备注 急|发了|定金500|订单 已付|再加2盒 600|加白茶98元|没付|没付款|还没付|没收到',
  '没收到货|已退款|退50|退款50|退一半|全退|退货|付清|付了|收到款|到账了|微信付了|已到账|转账了|昨天付的|11月18日付的',
  '11.18付款|顺丰 SF1234567890123|已发顺丰SF1234567890123|圆通 YT1234567890123|单号写错了，是SF1234567890124|已签收',
  '签收了|寄出了|寄了|不要了|客户取消了|客户退货|改成300|共300|优惠20|减20|尾款付了|欠200|只付了300|现金付了|去掉龙井',
  '换货|拒收|到付|作废',
].flatMap((line) => line.split('|'));

const FOR_BUYER = [
  'Thank you! We will ship it tomorrow|Your parcel is on its way|Paid, thanks!|Got it, thanks',
  'We have refunded $100|We received your payment of $500, thank you|I’ll add a mug for you|Can you send $500?',
  'Your order has been sent|Hi Eva, it’s shipped|It will be there on Friday|Could you pay the deposit first?',
  'We can do $1100 for both|yes|ok|Sorry, the logo is not ready yet',
  'The tracking number is 1Z999AA10123456784, you can follow it there|sounds good|Please pay by card',
  'Your refund is on its way|I’ll send it today|Do you want it gift wrapped?|hello|Good morning',
  'It should arrive by Monday|We’re packing it right now|I just sent the files to your mail|one moment',
  'let me check|Would you like a refund or a new one?|Happy birthday!|The blue one is sold out',
  'Which size do you need?|the logo draft is attached|See you on Friday|Great, talk soon|Did it arrive well?',
  'Your invoice is attached|You can cancel until Friday|we still have it in stock|My pleasure',
  'What is your address?|Unfortunately we cannot refund that|Enjoy your tea!|Is 3pm ok?|Brew it at 80 degrees',
  'Both colours are in stock|all good|We ship on Mondays|Free shipping over $50, so yours is free',
  'congratulations on the new shop|Draft 2 is online now|I have cancelled it for you',
  'Looks like a delay of two days|好的，明天发货|已发货，请注意查收|您的订单已付款，谢谢|明天给您发',
  '谢谢您的支持|亲，已经发了哦|请问地址是哪里|好的|收到，谢谢|您好|今天下午会寄出，请放心|麻烦您付一下尾款',
  '退款已经给您办理了|请查收|单号是SF1234567890123，您可以查一下|可以的|没问题|稍等|您要几盒|有货的',
  '发票随货寄给您|不好意思，今天发不了|您付款后我们就发货|给您打9折|我们已经收到货款，谢谢|优惠价1200元可以吗',
  '请问您要开票吗|还有什么需要|预计周三送达，请留意|您看这样行吗|抱歉久等了|祝您生日快乐|喜欢就好|下次再来哈',
  '马上发|可以退款的|退货地址发给您了|您收到货了吗|收到货了吗|钱收到了，谢谢|正在打包呢|晚点给您打电话',
  '放心，包邮的|今天太晚了，明天一早寄|您的包裹已签收，请确认|尾款您方便时付一下就好|我查一下|恭喜恭喜',
  '这边帮您取消了|天气热，注意别受潮|Card or cash?|Half now is fine|Net 30 works|Gift wrap is free',
  'Pickup works, see you at 5|Shipping Friday|Sure, $1100 then|Both are in stock, $600 each|👍|已付就好，谢谢',
  '定金500就可以|可以自提的|少20也没关系|补20差价就行|发了哈|月结可以的|马上就发',
].flatMap((line) => line.split('|'));

/** Of which nothing is known but that they greet, address, ask or promise nobody. */
const TO_NOBODY = [
  'cheque bounced|money is here|wire arrived|refunded the second logo|hold until paid|do not ship',
  'don’t ship yet|dupe|duplicate of M-2|wrong price, $500 each|was $500|should be 1100|free|comped|gift|+20 tip',
  'tax incl.|with shipping 1220|pickup|returned to sender|lost in transit|payment pending|$1,200 less 3%',
  'add logo|third logo free|no tax|urgent|will pay friday|pays next week|paid me in cash',
  'she will pick it up tomorrow|customer moved|I told her friday|we got the money|bank rejected it|wrong colour',
  'gift for her mum|on hold|payment comes tomorrow|will collect it tomorrow|deposit came 👍|call her tomorrow',
  'address is wrong|same as M-2|wait for the money|支票退了|钱到了|对公转账了|欠着|月结|重复了|价格错了，是100',
  '应该是240|抹零|免单|赠品|拿走了|退回来了|丢件了|手续费2块|含运费268|包邮|加急|加一盒|多一盒|第三盒免费|代付',
  '朋友代付的|打款了|补差价20|明天付|下周付款|客户明天来拿|钱我收了|他说周五付|包装破了|地址错了|送人的',
  '收件人改李明|缺货|挂账|退款失败|我收到钱了',
].flatMap((line) => line.split('|'));

/** May be for the buyer, or a note: the price of not letting a note leave. */
const EITHER = [
  'That’s $120 more for the cards|The price is $1200 for both|The parcel was held up at customs|On Monday',
  'It weighs 2 kg|two to three days|around noon|the courier comes in the morning|这款是明前龙井|周五能到',
  '大概三天到|泡茶水温80度|新茶刚到|快递一般走顺丰|茶叶要密封保存|这个是礼盒装|先喝着看|龙井和白茶都有',
  '一盒是250克的|Deposit is $600|周五发货',
].flatMap((line) => line.split('|'));

describe('words under the card of an order', () => {
  it.each(['USD', 'CNY'])('are known for words about it by what /order reads, %s', (currency) => {
    expect(OF_ORDER.filter((words) => !isOfOrder(words, currency))).toEqual([]);
    expect(OF_ORDER.length).toBeGreaterThan(120);
  });

  it('control: are known for its buyer’s where they speak to somebody', () => {
    const asked = (words: string) => isOfOrder(words, 'USD') || isSaidToNobody(words);
    expect(FOR_BUYER.filter(asked)).toEqual([]);
    expect(FOR_BUYER.length).toBeGreaterThan(110);
    expect(EITHER.filter((words) => !asked(words))).toEqual([]);
    expect(EITHER.length / FOR_BUYER.length).toBeLessThan(0.2);
  });

  it('are asked about where they speak to nobody, whatever they are', () => {
    expect(TO_NOBODY.filter((words) => !isOfOrder(words, 'USD') && !isSaidToNobody(words))).toEqual([]);
  });
});

const house = await testHouse({ locale: 'en', currency: 'USD', undoSend: 5 });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('hi, how is my order?', { from: { address: '1001', name: 'Eva Long' } }));
    await house.type('/order Eva 2 logos $1200');
    await house.deliver();
  }),
);

const cardOf = async (number: string): Promise<string> => {
  const shown = (await house.outbox()).filter(({ audience, payload }) => {
    const reply = payload.kind === 'message' ? payload.reply : undefined;
    return audience === 'owner' && reply !== undefined && JSON.stringify([reply.title, reply.text]).includes(number);
  });
  return shown.at(-1)!.externalId!;
};

/** What the owner types under the newest card of the order: what the customer gets of it, and what is told the owner. */
async function under(words: string): Promise<{ toCustomer: number; asked: Reply | undefined }> {
  const card = await cardOf('M-1');
  const before = (await house.outbox()).length;
  await house.type(words, { answers: [card] });
  const fresh = (await house.outbox()).slice(before);
  const told = fresh.find(({ audience }) => audience === 'owner')?.payload;
  return {
    toCustomer: fresh.filter(({ audience }) => audience === 'customer').length,
    asked: told?.kind === 'message' ? told.reply : undefined,
  };
}

describe('an answer to the card of an order', () => {
  it.each([
    'unpaid',
    'Paid $1200',
    'refund',
    '没付',
    '1Z999AA10123456784',
    '$1100',
    'M-1 paid',
    'cancel',
    'add cards $120',
    'cheque bounced',
    'don’t ship yet',
    '朋友代付的',
  ])('is never said to its buyer unasked where it says something of the order: %s', async (words) => {
    const { toCustomer, asked } = await under(words);
    expect(toCustomer).toBe(0);
    const [first, second] = buttonsOf(asked!);
    expect([first!.label, second!.label]).toEqual(['Note it on M-1', 'Send to Eva Long']);
    expect(await house.db.sql`select payment from orders`).toEqual([{ payment: 'unpaid' }]);
  });

  it('is done with the order, or said to the buyer, by one tap', async () => {
    const { asked } = await under('Paid $1200');
    await house.press(buttonsOf(asked!)[0]!);
    expect(await house.db.sql`select payment from orders`).toEqual([{ payment: 'paid' }]);
    await house.deliver();
    const again = await under('refunded $100');
    const before = (await house.outbox()).filter(({ audience }) => audience === 'customer').length;
    await house.press(buttonsOf(again.asked!)[1]!);
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer').length).toBe(before + 1);
    expect(await house.db.sql`select payment, refunded_minor from orders`).toEqual([
      { payment: 'paid', refunded_minor: '0' },
    ]);
  });

  it.each([
    ['$1100', '110000'],
    ['add cards $120', '132000'],
    ['remove 1 logo', '60000'],
    ['note rush', '120000'],
  ])('changes that order, and writes down no other: %s', async (words, total) => {
    const { asked } = await under(words);
    await house.press(buttonsOf(asked!)[0]!);
    expect(await house.db.sql`select number, coalesce(current_minor, total_minor)::text as total from orders`).toEqual([
      { number: 'M-1', total },
    ]);
  });

  it('that speaks to nobody is kept with the order as it stands, by one tap', async () => {
    const { asked } = await under('cheque bounced, was $500');
    const noted = await house.press(buttonsOf(asked!)[0]!);
    expect(noted.text).toBe('📝 Kept with M-1: cheque bounced, was $500');
    expect(await house.db.sql`select total_minor, fulfillment from orders`).toEqual([
      { total_minor: '120000', fulfillment: 'unfulfilled' },
    ]);
  });

  it('is asked about again when the number of the parcel is put right in a second answer', async () => {
    await house.type('/order M-1 sent');
    await house.deliver();
    const card = await cardOf('M-1');
    await house.type('1Z999AA10123456784', { answers: [card] });
    await house.deliver();
    const { toCustomer, asked } = await under('1Z999AA10123456785');
    expect(toCustomer).toBe(0);
    expect(buttonsOf(asked!)[0]!.label).toBe('Note it on M-1');
  });

  it.each(['Your parcel is on its way', '好的，明天给您发', 'Thanks, got the payment!'])(
    'control: goes to the buyer where it speaks to them: %s',
    async (words) => {
      expect((await under(words)).toCustomer).toBe(1);
    },
  );
});
