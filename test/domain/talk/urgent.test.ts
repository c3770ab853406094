import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { urgency } from '../../../src/domain/talk/urgent.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import type { Triage } from '../../../src/domain/triage/triage.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

/** What may not wait and what may; many quiet lines of `everyday` hold a strong word. */
const judged = ['urgent', 'everyday'].flatMap((name) => {
  const file = readFileSync(new URL(`../../fixtures/triage/${name}.tsv`, import.meta.url), 'utf8');
  return file
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as ['yes' | 'no', string]);
});

const reasonFor = (words: string) => urgency({ triage: triage({ text: words, signals: {} }), words });

const filed: Triage = {
  label: 'other',
  sublabel: 'greeting',
  confidence: 0.9,
  accepted: true,
  reasons: [],
  by: 'model',
};

describe('what may not wait', () => {
  it.each(judged.filter(([urgent]) => urgent === 'yes').map(([, text]) => text))('is told at any hour: %s', (text) =>
    expect(reasonFor(text)).toBeDefined(),
  );

  it.each(judged.filter(([urgent]) => urgent === 'no').map(([, text]) => text))('all else waits: %s', (text) =>
    expect(reasonFor(text)).toBeUndefined(),
  );

  it('says why: hurt, money, a complaint, an hour', () => {
    expect(reasonFor('孩子吃了你们的饼干起了一身疹子')).toBe('harm');
    expect(reasonFor('the shelf collapsed and injured my son')).toBe('harm');
    expect(reasonFor('扣了我两次钱')).toBe('payment');
    expect(reasonFor('I want to make a complaint')).toBe('complaint');
    expect(reasonFor('our guests arrive in one hour and there is no food')).toBe('deadline');
  });

  it('does not hang on the label: a complaint filed as something else is still one', () => {
    expect(urgency({ triage: filed, words: '在吗？我要投诉' })).toBe('complaint');
    expect(urgency({ triage: { ...filed, sublabel: 'spam' }, words: '专业处理投诉' })).toBeUndefined();
  });

  it.each(
    `紧急！请尽快联系我
急！！！
急，在线等
急急急
这单很急，今天能发吗
能加急吗？
麻烦加急处理一下
我要加急
有急事找你
急用，明天就要
急需50盒茶叶
着急用，能快点吗
真的很急
事情比较急，看到请回
我这边有点急
特急，请回电
马上给我回电话
请马上处理
马上要用，什么时候到
请立刻联系我
立即退款
赶紧处理一下
现在就要！
速回
速联系我
在吗？急
急找一套婚礼用的茶具
急订200份伴手礼
订单急，帮我看看
钥匙锁屋里了，紧急
紧急求助
我很着急
着急！
火急
十万火急
这个急，先做这个
太急了，抱歉打扰
老板，急单，能接吗
请赶快安排
特別急，請馬上處理
urgent
URGENT!!! please call
This is urgent
it's really urgent
Very urgent request
I urgently need 20 cups
need this ASAP
Please reply asap
pls call me back A.S.A.P.
Can you ship as soon as possible?
I need it right now
please call me right now
please call me back right away
fix this immediately
please respond immediately
this needs immediate attention
Right now please
It's an emergency
Emergency! locked out
emergency plumber needed
This can't wait
that really cannot wait
time sensitive, please read
SOS my site is down
I have an urgent question about my order
Quote needed urgently
Need 200 mugs asap for an event
Please send someone at once
You must cancel my order right away
please refund me straight away
come this minute please
we need help immediately
hello? urgent here
Is anyone there, this is an emergency
ASAP
Urgent: wrong address on my order
wrong address!! urgent
Sorry to bother you but it's urgent
i need an answer right now
Stop my subscription immediately
Please ring me at once`.split('\n'),
  )('is heard where they say it themselves: %s', (text) => expect(reasonFor(text)).toBeDefined());

  it.each(
    `不急
不急，慢慢来
不着急，有空再回
这个不急
别急，我再想想
不用加急
不是很急
没那么急，下周也行
不太着急
这单不急用
不用急着发
无需加急
非紧急
并不紧急
急救包多少钱一个
有急救箱吗
急诊室旁边的店还开吗
他性子急
急刹车的声音很大，正常吗
紧急出口在哪
紧急联系人写谁
加急费多少
我马上到
我马上付款
我马上下单
我这就马上转给你
马上到你们店了
我会马上处理
等会马上回你
马上要到了
应急灯有货吗
有急支糖浆吗
急性肠胃炎能喝这个茶吗
好的，谢谢
请问有现货吗
慢慢做，质量要紧
没有什么急事
快递说马上送到
别着急，周末前给我就行
我们马上回家
no rush
no rush at all
not urgent
It's not urgent
this one is not that urgent
not super urgent
nothing urgent
non-urgent question
No urgency, whenever you have time
whenever you can, it's not an emergency
no need to reply asap
you don't have to answer right away
I don't need it right now
No need to call me right now
we are not in a hurry
It doesn't have to be done immediately
Do you deliver to the urgent care clinic?
I work at an urgent care
emergency kit price?
Do you sell emergency candles?
where is the emergency exit
my emergency contact changed
I'm driving right now, talk later
busy right now
I am not available right now
I can't talk right now
how much is it right now?
What do you have in stock right now
I'll pay right away
I will send it right away
thanks for replying so quickly
I will order immediately after payday
can't wait to try it!
take your time
Is the emergency room near your shop?
do you have emergency blankets
it is not needed immediately
never urgent with me, relax
not asap, next week is fine
nothing that is urgent`.split('\n'),
  )('is not heard where they say the opposite, or of something else: %s', (text) =>
    expect(reasonFor(text)).toBeUndefined(),
  );

  it.each(
    `婚礼后天，伴手礼还没到，急死了
急！！明天就要用，今天能发吗
今晚必须给我答复
务必今天寄出
中午之前必须送到
怎么能不急
能不急吗，明天就开业
ASAP please
need this by tonight or we lose the client
you must reply by end of day
I need the samples before noon today`.split('\n'),
  )('is heard where an hour is named, or the denial denied: %s', (text) => expect(reasonFor(text)).toBe('deadline'));

  it.each(
    `the blue ones are no rush but I need the red ones asap
蓝色的不急，红色的急用
I told you it was urgent and nobody called
我优惠券用不了，急，今晚就过期了
why won't anybody call me right away`.split('\n'),
  )('is heard beside what is denied, remembered or reduced: %s', (text) => expect(reasonFor(text)).toBe('deadline'));

  it.each(
    `今天必须付款吗
我今晚必须加班，明天再说
do I need to order by tonight to get it Friday?
please don't send it right away
急，这个多少钱一斤
我电话13812345678，不急`.split('\n'),
  )('is not heard in a question, a plan or a price: %s', (text) => expect(reasonFor(text)).toBeUndefined());

  it.each(
    `不退钱就12315见
再不处理我打12315
我要打315投诉
12345热线见
找12315解决
我去12315告你们
那我只能12315了
再不退钱就拨12345
please stop ignoring me or I call 12315`.split('\n'),
  )('hears who means to call a hotline: %s', (text) => expect(reasonFor(text)).toBe('complaint'));

  it.each(
    `13812345678
SF1231567890123
12345 Main St
315 USD
315 pieces
我要315个杯子
合计 1315 元
(315) 555-0147
价格 315 块
https://shop.example/item/1231577
我的电话是13315557788，请问龙井多少钱一斤？
Where is my order 123456?
单号是SF12315000123
我送到12345号楼
订单12315到哪了
走315国道过来
付了12315块
12315`.split('\n'),
  )('takes no number of anything else for a hotline: %s', (text) => expect(reasonFor(text)).toBeUndefined());

  it.each(
    `孩子误吞了干燥剂
小孩把茶叶里的干燥剂吃了怎么办
宝宝误食了脱氧剂，要紧吗
吃出异物 已就医
中毒了
住院了
噎住了
晕倒了
被电到了
狗狗把包装里的干燥剂咬破吃掉了
女儿吞了一颗磁珠
他喝了清洁剂
我妈喝完就喘不过气来
鱼刺卡喉咙了
我被它电了一下
老人昏过去了
已经送医了
架子掉下来砸了我的头
粥里有异物
Our toddler swallowed the desiccant packet from your tea, what do we do?
My son ate the silica gel!
My wife had to go to the ER after drinking it
I cannot breathe properly since the tea
The shelf you designed fell on my head
my dog chewed up the oxygen absorber
the baby has swallowed a bead from the toy
the lamp dropped onto my foot
it came down on top of our daughter
He is having trouble breathing
we called poison control
I can't breathe
your update corrupted our whole database
all our data is corrupted since the update
孩子被你们的灯电到了，手都麻了
我家猫误食了你家的香薰
吃鱼丸的时候呛到了
客人晕倒了
my kid ate one of the little packets in the box
our cat licked the paint and is drooling
Grandma is short of breath since she took the drops
a picture frame fell on my daughter
my husband had to be taken to hospital
he barely could breathe, had to see a doctor`.split('\n'),
  )('hears that somebody was hurt, or took in what is no food: %s', (text) => expect(reasonFor(text)).toBe('harm'));

  it.each(
    `The payment page of your shop is broken, I cannot pay
I paid but there is no order
Your checkout keeps failing with my card
支付宝显示交易异常
I've already paid and the order still says unpaid
I am unable to pay on your site
the checkout page just freezes
your shop won't let me check out
the pay button does not work
money was deducted from my account but no order shows
we paid yesterday, yet there is no confirmation
无法付款
付款页面一直转圈
付了款但是没有订单
显示支付成功，订单却还是待付款
微信支付没反应
Checkout is broken
your payment form keeps crashing
payment went through but the order is still awaiting payment; I paid and it says not paid
I cannot complete my purchase
没法付钱
结账页面打不开
我付款了却找不到订单`.split('\n'),
  )('hears that somebody cannot pay, or paid for nothing: %s', (text) => expect(reasonFor(text)).toBe('payment'));

  it.each(
    `the file is corrupted
the PDF you sent seems to be corrupted, could you send it again?
干燥剂可以吃吗
包装是防误食的吗
怕孩子误食，有没有安全盖
电脑中毒了能修吗
我妈住院了，帮我改一下收货地址
笑晕过去了
晕倒，又没货
can dogs eat silica gel?
is the paint safe if a toddler licks it
the machine swallowed my card
do you have a lid so that kids can't swallow the magnets
my birthday fell on her day off
the delivery fell on a holiday
I have to go to the hospital on Monday, can we move my appointment?
Is the fabric breathable? My feet need to breathe
I can't pay that much, sorry
I can't pay until Friday
can I pay at checkout with a card?
what does the checkout page look like?
I paid yesterday, when will you ship?
I paid but the colour is wrong
不能用支付宝付款吗
能不能付款后再发图
支付宝可以吗
付款了，什么时候发货
可以无人值守付款吗
这茶好喝到晕倒了
会不会噎住宝宝
充电线多长
被子有电热的吗
我妈住院了，想寄点水果给她
有没有不含酒精的
吃了你家的蜡烛造型蛋糕很好吃
电池用完了怎么换
how long do the batteries last
Do you have a lamp with coin batteries?
We ate at your cafe yesterday, lovely
my cat ate all the treats, order more please
the kids ate the whole cake, thank you!
we drank your coffee and loved it
do you pay by invoice or at checkout
Where is the payment link?
payment terms?
Is paying by card possible?
I cannot make the payment before Monday, is that ok?
My son ate all the glass noodles, great!
she fell in love with the lamp
the price fell on all items
hard to breathe new life into an old chair?
the box is broken but the payment is done
paid already, no invoice yet
I paid, but there is no rush
付款后多久发货
没有支付宝怎么付款
付款方式有哪些
不能货到付款吗`.split('\n'),
  )('takes no question, plan or common meal for harm or lost money: %s', (text) =>
    expect(reasonFor(text)).toBeUndefined(),
  );

  it('is read in time that grows with the length, whatever is written', () => {
    for (const part of [
      '吃',
      'charged ',
      '今晚',
      'no complaint ',
      'the data ',
      '过敏',
      'urgent ',
      'was so very ',
      '急',
      '不',
      '不急',
      '马上',
      'not ',
      'not very ',
      'need ',
      'no need to reply ',
      'i will send ',
      '今天必须',
      '找12315',
      '我马上',
      '误',
      '吃了',
      '被电',
      'swallowed ',
      'my son ate ',
      'fell on my ',
      'payment page of ',
      'checkout is just ',
      'paid but ',
      'trouble ',
    ])
      expect(growsTooFast(reasonFor, repeated(part), 16 * 1024), part).toBeUndefined();
  });
});

describe('a body that did not bear what it was given', () => {
  it.each(
    `dog ate the treats and is throwing up
my cat ate your kibble and now she is vomiting
puppy has been lethargic since eating your treats
my son has a stomach ache after eating the cookies
we both got cramps after your cake
my daughter drank the tea and feels dizzy
The dog ate one of your chews and can't stand up
rabbit ate the hay, won't eat since
gave the dog your biscuit and he has diarrhoea
我家猫吃了你们的冻干，在吐
狗狗吃了零食一直呕
孩子喝了奶粉肚子疼
宝宝用了湿巾屁股发红
敷了你们的面膜，脸上好痒
老人吃了之后头晕
猫吃完你们的罐头没精神，不吃东西`.split('\n'),
  )('is told at any hour: %s', (text) => expect(reasonFor(text)).toBe('harm'));

  it.each(
    `the dog ate it, can I order another
My cat ate all of it, she loves it! Two more please
I used the cream for my rash and it helped
Does the tea help with stomach cramps?
he ate it without being sick
We had the cake and everybody loved it
狗把它吃了，能再订一个吗
猫吃了很喜欢，再来两包
用了你们的药膏不痒了
吃了感觉不错，想吐槽一下包装
用的什么材料？小孩皮肤痒能穿吗`.split('\n'),
  )('is not what this says: %s', (text) => expect(reasonFor(text)).toBeUndefined());

  it('is looked for in a time that grows with the words', () => {
    for (const piece of ['ate the ', 'since using your ', '吃了', 'is very really so '])
      expect(growsTooFast(reasonFor, repeated(piece), 16 * 1024), piece).toBeUndefined();
  });
});

it.each([
  'My order arrived broken, I want my money back today!!',
  'The cup is broken, I want a refund right now',
  '杯子碎了，今天必须退钱',
])('money that is wanted back at once does not wait: %s', (text) => expect(reasonFor(text)).toBe('deadline'));

it.each(['Can I pay today and get a refund later?', '今天能退款吗'])('but this may: %s', (text) =>
  expect(reasonFor(text)).toBeUndefined(),
);

describe('an illness that blames nobody', () => {
  it.each([
    'I would like to know whether this tea could make me sick',
    'I was sick last week so I could not pick up',
    'Sorry, I was sick last week so I could not pick up my order',
    "I've been ill and couldn't collect my parcel, is it still there?",
    'I was sick last week and forgot to pay the invoice',
    "I was ill, that's why I didn't reply",
    'Sorry for the late reply, I was sick',
    'I missed your call because I was ill',
    "My son was sick yesterday so we didn't come by for the tea",
    'I had a fever since Monday, can I pick up the tea next week?',
    "I've had the flu since Friday and couldn't get to the post office for your parcel",
    'Because I was in hospital I could not answer your mail',
    'I was unwell from the vaccine and missed the delivery of the cake',
    'My wife is ill, can you deliver the tea to the neighbour?',
    "I have been sick since Tuesday. I'll fetch the soap on Friday",
    'I had cramps last week, so I did not try the cream yet',
    'I felt sick on Monday and could not use the voucher in time',
    'I took a day off because I was sick, did the parcel come?',
    "I had to stay home, was sick, so I didn't collect the order",
    'does drinking this tea make you dizzy?',
    'Will I feel sick after drinking this tea?',
    'Can you get sick from eating this raw?',
    'Could eating this cause a stomach ache?',
    'Do people get dizzy after taking this supplement?',
    'If I eat two of them, will my stomach ache?',
    'What happens if my dog eats it, would he get sick?',
    'Has anyone been sick after using this cream?',
    '这个茶喝了会不会头晕',
    '喝了会头晕吗',
    '这茶喝多了会头晕吗？',
    '这个喝了不会拉肚子吧',
    '吃了会不会拉肚子？',
    '空腹喝了会不会想吐',
    '这个面膜敷了脸会红吗',
    '用了会过敏吗',
    '请问喝这个茶会晕吗',
    '孕妇吃了会不会吐',
    '喝了是不是容易头晕',
    '这个药吃完有没有可能头晕',
    '狗狗吃了会中毒吗',
    '吃多了会不会中毒',
    '上周我生病了所以没能来取货',
    '我上周发烧了没能去取',
    '吃坏肚子在家躺了一周，没来得及取件',
    '上周住院了没看到消息，不好意思',
    '我摔伤了，没能去店里取货',
    '我妈住院了，没法去取',
    '感冒吃了药头晕，今天就不过去拿了',
    'Could this tea give me a headache?',
    'I was wondering, can this cream cause a rash?',
    '这个油涂了会不会过敏起疹子',
    'This tea helped me, I was dizzy after using the other one',
    '前几天我拉肚子，没去拿快递',
  ])('may wait, as an excuse or a question asked beforehand: %s', (text) => expect(reasonFor(text)).toBeUndefined());

  it.each([
    'I am sick after drinking it',
    'I got sick after drinking your tea last week',
    'I was sick after eating your cake so I could not go to work',
    'I was sick last week because of your tea',
    'I drank the tea and felt dizzy, could not pick up my kids',
    'My dog ate your treats and was sick all night, can you tell me what is in it?',
    'I ate the cake and have a stomach ache, is that normal?',
    'I was sick last week from the oysters so I could not work',
    'Ever since I used your cream my face is swollen, will it get better?',
    'After drinking your tea I feel dizzy. Is this normal?',
    'I feel dizzy after drinking it, is it normal?',
    'Does anybody check this? I was sick after eating it',
    '喝了你们的茶头晕，会不会有事',
    '喝了就头晕，一直想吐',
    '这个茶我喝了头晕，会不会中毒了',
    '吃了你家蛋糕拉肚子，没法上班',
    '孩子吃了吐了两次，会不会中毒？',
    '喝完头晕恶心怎么办',
    '我喝了你们的茶上周拉肚子没能上班',
    '敷了面膜脸红肿，会不会毁容',
    '吃了你们的月饼上吐下泻，今天没去上课',
    'Could this tea cause a rash? My daughter has one all over',
    'Can you help me I feel sick after drinking the tea',
    '吃了干燥剂会不会中毒',
    '孩子不小心吃了会不会中毒',
    '我喝了头晕，会不会有事',
    'I was sick last week so I could not pick up. The kettle caught fire',
    'I was sick all night and could not call you',
    'Has anyone else been sick after using this cream?',
    'We were all sick after your dinner so we could not come to the class',
    '昨晚吃完全家都吐了，没法去取货',
    '在你们店里摔伤了，没能去取货',
    'My kid drank the soap, will he get sick?',
    '狗吃了一整袋会不会中毒',
    '吃了会不会拉肚子？你们态度太差了，我要投诉',
    'please help me, I feel dizzy after drinking your tea',
    'my son has a stomach ache after using it',
    'Can eating it make you sick? I have been throwing up',
  ])('control: what was eaten, drunk or used did it, or something else hurts: %s', (text) =>
    expect(reasonFor(text)).toBeDefined(),
  );
});

describe('long words', () => {
  const calm = 'We are a small bakery and have ordered from you before, always on a Monday. ';
  it.each(['My kettle exploded and my hand is burnt.', '水壶炸了，孩子的手烫伤了。'])(
    'are heard to their end: %s',
    (said) => {
      for (const times of [20, 26, 27, 60, 400]) expect(reasonFor(calm.repeat(times) + said), `${times}`).toBe('harm');
    },
  );

  it('are torn nowhere: a piece begins with a word', () => {
    for (let shift = 0; shift < 12; shift++)
      expect(reasonFor(`${'x'.repeat(shift)} ${'We issue you a bill. '.repeat(400)}`)).toBeUndefined();
  });
});
