import { beforeEach, describe, expect, it } from 'vitest';
import { ownWords } from '../../../../src/domain/commands/words/own_words.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let cards: Record<string, string>;
beforeEach(
  house.startingWith(async () => {
    cards = {};
    for (const [at, name] of ['Priya Shah', '韩梅梅'].entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
      await house.deliver();
      cards[name] = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!.externalId!;
    }
  }),
);
const sent = async () =>
  (await house.outbox()).flatMap(({ audience, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
  );
const under = (name: string, text: string) => house.type(text, { answers: [cards[name]!] });
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const OF_HER_ZH = lines(`
  明天10点 给她打电话
  明早九点跟她说钱已退
  周五前给她补发
  下周一给她补发
  月底给她结账
  11月25日给她补发
  25号给她补发
  三点给她电话
  退她50
  钱退她
  别退她钱
  她的单子取消
  明天给客户打电话
  此客户难缠
  后天给他回电话
  给她退50
  十分钟后回她
  晚上八点再催她一次
  元旦后给他寄样品
  等她付款
  补她一盒
  欠她两盒茶
  给客户退款
  客户要求退款
  客户很生气
  该客户信用不好
  她的快递丢了
  他的定金没付
  取消她的订单
  她会等
  她可以等
  让客户等等
  明天上午联系客户
  11.25给她发货
  过两天找他要钱
  她那单先不发
  钱明天转她
  双十二前给她留两盒
  她付钱了吗
  他什么时候付款
  后天上午十点去他家送货
  大后天问他要不要续
  3/5给她寄发票
  这单退给她
  链接发她
  报价单给她发一份
  他还在考虑
  他已经付了
  他说不要了
  那位客户投诉了
`);
const OF_HER = lines(`
  she can wait
  she will wait
  waiting on her
  her link is broken
  fix her link
  client is annoying
  the client wants a refund
  Priya needs a new link
  check w/ Priya
  he can wait till monday
  he'll have to wait
  waiting for him to pay
  wait for her payment
  his invoice is overdue
  resend her invoice
  cancel her order
  customer wants a discount
  customer is rude
  client needs the file by 5
  check with her
  follow up w/ him
  talk to the client first
  she needs a new link
  he said he'd pay friday
  she asked for a discount
  double check with Priya
  their refund is pending
  she's waiting
  she'll pay friday
  has she paid
  did he pay?
  what did she order
  when did she order?
  she can wait until friday
  he'll wait
  still waiting on him
  chase her payment
  his site is down
  reset her password
  customer never pays
  the customer still hasn't paid
  follow up with him monday
  Priya is waiting
  Priya still owes 50
  Priya paid
  Priya asked for a discount
  Priya's invoice is overdue
  resend Priya's invoice
  call Priya tomorrow
  ping the client
  her deposit is late
  he needs a receipt
  she is not happy
  she isn't paying
  she doesn't like it
  she changed her mind
  he's a pain
  her refund goes out monday
  she got the wrong size
  he never got it
`);
const TO_HER_ZH = lines(`
  好的
  明天发货
  明天10点到货
  周五前给您补发
  下周一给您补发
  月底结账
  25号发货
  三点可以
  退50
  钱已退
  可以退款
  单子取消了
  明天给您打电话
  后天给您回电话
  三点方便吗
  我同事下午送到，他姓王
  快递员会给您打电话
  师傅三点到，他有钥匙
  请联系我同事小王，他负责
  她在店里
  他不在，下午回来
  王师傅说他三点到
  其他颜色没货了
  他们家的茶不错
  其他的明天发
  您把地址发给他就行
  您让她直接找我
  您女儿的裙子好了，让她来试
  您先生来取也行，给他留好了
  她会喜欢的
  给孩子穿的话，他穿110码
  客户群里有优惠
  老客户九折
  客户自提
  客服电话是12345
  晚上八点关门
  明早九点开门
  元旦放假三天
  十分钟后到
  半小时送到
  下午三点前到
  货到了给您消息
  运费您付
  少糖可以
  一共八十
  打九折
  没货了
  有的
  还有两盒
  不包邮
  支持支付宝
  发票已开
  已发顺丰
  单号SF123456
  稍等
  马上
  收到
  谢谢
  不客气
  地址收到了
  什么时候要
  要几盒
  红的还是绿的
  可以
  不行
  今天没空
  周末休息
  下周再约
  刚退了，三天到账
  给您补一盒
  定金100
  先付一半
  等您付款后发货
  等您回复
  请先付款再发
  客户您好，货已发出
  尊敬的客户，您的订单已发货
  他家在隔壁
  他人很好，您放心
  她可以陪您一起来
  她的尺码是多少
  她多高
  他几岁了
  她对花过敏吗
`);
const TO_HER = lines(`
  yes
  no problem
  tomorrow at 10
  sure, friday works
  refunded
  your link is fixed
  new link: shop.example/x
  it will wait
  we can wait
  I can wait till monday
  waiting on the courier
  waiting for stock
  checking with the courier
  the refund is on its way
  link fixed
  can you send your address?
  your order left today
  the courier will call, he has your number
  my colleague will be there at 5, she has the keys
  ask for Tom, he knows
  his name is Bob
  her name is Anna
  she is in today
  she is off on monday
  he is available at 3
  he can see you at 3
  she can do 4pm
  he will be there at 5
  he'll be there in 10
  she will call you
  she'll love it
  they will arrive monday
  they are in stock
  they are ready
  they can be washed
  their shop is next door
  her room is on the second floor
  customer parking is at the back
  client login is at example.com
  the client portal is down, sorry
  the customer service desk is closed
  customers get 10% off
  customers can park here
  Thanks for waiting
  thanks Priya
  Priya, your link is ready
  Hi Priya, new link below
  no, 50
  50 is fine
  the green one
  which size?
  done
  all done, it left today
  we close at 6
  open at 9
  cash or card
  free shipping over 50
  it is 20 euros
  refund takes 3 days
  will check and get back to you
  let me check
  let me know
  one moment
  on it
  ok
  okay, friday
  not yet
  sold out
  back in stock monday
  ready for pickup
  tracking: 1Z999
  I gave it to her
  give it to him please
  you can give it to her
  what size is she?
  how old is he?
  does she like blue?
  is he allergic to nuts?
  her dress will be ready friday
  his suit is ready for you
  I told her already
  your daughter can pick it up, she needs her id
  we have fixed the link
  please wait
  sorry for the wait
  no need to wait
  check with your bank
  talk to you tomorrow
  speak soon
  fix is live
`);

describe('words under a card that speak of its customer', () => {
  it('stay here, whatever day stands before them and wherever the pronoun stands', async () => {
    const sample = ['明天10点 给她打电话', '25号给她补发', '退她50', '她的单子取消', '此客户难缠', '元旦后给他寄样品'];
    for (const text of sample) await under('韩梅梅', text);
    const english = ['she can wait', 'fix her link', 'the client wants a refund', 'Priya needs a new link'];
    for (const text of [...english, 'check w/ Priya', 'waiting on her']) await under('Priya Shah', text);
    expect(await sent()).toEqual([]);
    expect(buttonsOf((await house.cards()).at(-1)!).some(({ command }) => command.startsWith('/note '))).toBe(true);
  });

  it('are known as such in many forms', () => {
    expect(OF_HER_ZH.filter((text) => ownWords(text, '韩梅梅') === undefined)).toEqual([]);
    expect(OF_HER.filter((text) => ownWords(text, 'Priya Shah') === undefined)).toEqual([]);
  });
});

describe('short answers to a customer', () => {
  it('leave, though somebody else is he or she in them', async () => {
    const theirs = ['he can see you at 3', 'the courier will call, he has your number', 'his suit is ready for you'];
    for (const text of theirs) await under('Priya Shah', text);
    const chinese = ['您把地址发给他就行', '王师傅说他三点到', '25号发货', '客户自提', '她的尺码是多少'];
    for (const text of chinese) await under('韩梅梅', text);
    expect(await sent()).toEqual([...theirs, ...chinese]);
  });

  it('are not taken for words about them', () => {
    expect(TO_HER_ZH.filter((text) => ownWords(text, '韩梅梅') !== undefined)).toEqual([]);
    expect(TO_HER.filter((text) => ownWords(text, 'Priya Shah') !== undefined)).toEqual([]);
  });
});
