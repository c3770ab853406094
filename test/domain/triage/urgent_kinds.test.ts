import { describe, expect, it } from 'vitest';
import { urgency } from '../../../src/domain/talk/urgent.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import { asksToCancel } from '../../../src/domain/triage/rules/calls_off.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const reasonFor = (words: string) => urgency({ triage: triage({ text: words, signals: {} }), words });
const lines = (text: string) => text.split('\n');

describe('whoever says what follows unless they are heard', () => {
  it.each(
    lines(`再不发货我就投诉
再不退款我就去消费者协会
明天不到我就要给差评了
今天再不回复我就报警
不发货就举报你们
不赔我就发小红书
if nobody answers by tomorrow I will report you to trading standards
I'm going to leave a one star review unless you fix it
unless I get a reply I'll call my lawyer`),
  )('is heard as a complaint: %s', (text) => expect(reasonFor(text)).toBe('complaint'));

  it.each(
    lines(`if it doesn't come by tomorrow I'll dispute the charge
I will open a case with paypal
if you don't answer I'm opening a dispute
I'll ask my bank to reverse the payment
明天再不到我就找银行拒付
我要找支付宝申诉`),
  )('is heard about their money: %s', (text) => expect(reasonFor(text)).toBe('payment'));

  it.each(
    lines(`如果好用我会给好评
不投诉的，放心
if I like it I'll write a review
can you open a case for my violin
if it is good I will report back`),
  )('threatens nobody here: %s', (text) => expect(reasonFor(text)).toBeUndefined());
});

describe('harm', () => {
  it.each(
    lines(`I didn't get hurt but my mother did
nobody else was injured, but my son was
I'm fine but my daughter isn't
我没烫到，我妈烫到了
my daughter is allergic and there were nuts in it
there were nuts in the nut free cake and my son is allergic
he had a reaction after the cookies`),
  )('is heard of whomever it happened to: %s', (text) => expect(reasonFor(text)).toBe('harm'));

  it.each(
    lines(`I'm fine with Monday but my wife isn't
does it contain nuts? my son is allergic
the guests had a great reaction to your cake
nobody got hurt, my mother is fine too`),
  )('is none here: %s', (text) => expect(reasonFor(text)).toBeUndefined());
});

describe('what went to somebody else', () => {
  it.each(
    lines(`my parcel went to another address
the parcel was delivered to the wrong address
you sent it to my old address
it got delivered to someone else
the courier left my order with a neighbour I don't know
someone else got my parcel
the box was signed for by someone else
快递送到别人家了
包裹寄错地址了
把我的包裹寄到别的地址了
发到我旧地址去了
别人签收了我的快递
不是我本人签收的，货呢`),
  )('is harm while it can be fetched back: %s', (text) => expect(reasonFor(text)).toBe('harm'));

  it.each(
    lines(`you charged the wrong person
you charged my wife's card instead of mine
that's not my order but my card was charged
you charged my card for someone else's order
I was charged for an order that isn't mine
I see the same charge twice on my statement
there is a payment on my card I don't recognise
扣错人了，扣的是我老婆的卡
扣了别人的钱
不是我下的单却扣了我的钱`),
  )('is a matter of money: %s', (text) => expect(reasonFor(text)).toBe('payment'));

  it.each(
    lines(`can you send it to another address?
please deliver it to my neighbour
I gave you the wrong address
我想寄到另外一个地址
能不能送到隔壁
麻烦发到我公司那个地址`),
  )('is not what they ask for themselves: %s', (text) => expect(reasonFor(text)).toBeUndefined());
});

describe('whoever stands at a door', () => {
  const waits = lines(`I am standing outside your shop, the pickup closes in 10 minutes
I'm at the airport and the ticket has not been sent
we are waiting at your door and no one is here
I'm downstairs with the van, where is everybody
we're at reception and they have no booking under our name
the courier is downstairs and says he needs a code
人在机场等着，票还没发给我
司机到了，说没有提货码
我们一家人在酒店大堂，说没有我们的预订
我就在你们店门口，取货还有十分钟就结束了
我们已经在酒店前台了，房间还没有`);

  it.each(waits)('may not wait: %s', (text) => expect(reasonFor(text)).toBe('deadline'));

  it.each(waits)('is never put aside as a pitch: %s', (text) => {
    const { sublabel, accepted } = triage({ text, signals: {} });
    expect(sublabel === 'spam' && accepted).toBe(false);
  });

  it.each(
    lines(`I'm at the station and will be at your shop at five
the driver is at the door, thanks for the quick delivery
I was at your shop yesterday, when do you open?
I'm outside the delivery area, do you ship by post?
客人到了，没问题，谢谢
我到店里取可以吗
我在机场看到你们的店，还没开门吧
明天到你们店里，还没定几点
我在店门口拍了照片，很好看`),
  )('has time here: %s', (text) => expect(reasonFor(text)).toBeUndefined());
});

describe('one judgement of the words themselves', () => {
  it.each<[string, string]>([
    ['payment', 'You took the money from my account two times, I want it back'],
    ['payment', 'my bank shows the payment 2 times'],
    ['payment', 'the checkout says my payment was not successful but the money is gone'],
    ['payment', 'I paid but your site says the transaction did not go through'],
    ['payment', 'I was billed for something I cancelled'],
    ['payment', '两次都从我卡里扣钱了'],
    ['harm', 'the soap made my eyes burn badly'],
    ['harm', 'the lotion makes my skin burn'],
    ['harm', '眼睛用了你们的肥皂辣得睁不开'],
    ['harm', "your website shows other people's addresses when I log in"],
    ['harm', "when I log in I see somebody else's orders"],
    ['harm', '登录你们网站看到的是别人的地址'],
    ['harm', '我的账号里能看到别人的订单'],
    ['complaint', '我朋友圈几万人，等着出名吧'],
    ['payment', 'I still get billed although I ended the subscription'],
    ['harm', 'the shampoo left my scalp burning and red'],
    ['harm', 'your balm gave my baby blisters'],
    ['harm', "your newsletter went out with everybody's addresses visible"],
    ['harm', '你们群发邮件把大家的邮箱都露出来了'],
    ['complaint', '粉丝群五千人，我把聊天记录全发出去'],
    // said of the same things
    ['complaint', '投诉处理得很慢，太差了'],
    ['complaint', 'thank you, but my complaint was never answered'],
    ['complaint', '怎么投诉你们'],
    ['complaint', '你们投诉电话多少，没人管吗'],
    ['harm', 'my wife complained that your soap gave her a rash'],
    ['harm', 'your oven is on fire'],
    ['payment', '支付失败是什么原因'],
    ['harm', '孩子吞了纽扣怎么办'],
    ['payment', '多扣的钱退回来了吗，怎么扣两次'],
  ])('%s: %s', (why, text) => expect(reasonFor(text)).toBe(why));

  it.each(
    lines(`上次扣两次的钱退回来了，谢谢
the money you took twice is back, thank you
投诉处理得很快，谢谢你们
thanks for dealing with my complaint so quickly
你们服务好到没法投诉
你们家投诉电话是多少
what is your complaints email address
请问怎么投诉快递公司
how do I complain about the courier company
支付失败一般是什么原因
如果付款失败怎么办
my sister complained that her mug is smaller than mine
我老公投诉我买太多茶了
Could you put a gift card in it that says "you burned down my heart"
贺卡写：被你电到了
can the cake say "you broke my heart"
your handling of my complaint was excellent
our newsletter exploded, thanks to your photos
why do cards get declined sometimes
我把截图发到你邮箱了
the ice cream stand next door is on fire with sales
your new collection is on fire
小孩吞了纽扣怎么办的书有吗
do you have a book about what to do when a child swallowed a button
can you take the money in two instalments
I wish I could see other people's orders to get ideas
能看到别人的订单吗
看到别人的订单晒图，我也想要
this sauce makes my lips burn, love it
does the soap make the skin burn?
I have 20k followers who will love to see how you make your mugs`),
  )('may wait: %s', (text) => expect(reasonFor(text)).toBeUndefined());
});

describe('an order that is called off', () => {
  it.each(
    lines(`cancel my order
please cancel order 1024
I want to cancel my order
取消订单
帮我取消订单
把订单取消了吧`),
  )('is a ticket for what is to be undone: %s', (text) => {
    const { label, sublabel } = triage({ text, signals: {} });
    expect(`${label}/${sublabel}`).toBe('ticket/refund');
    expect(asksToCancel(text)).toBe(true);
  });

  it.each(
    lines(`don't cancel my order
what is your cancellation policy
how do I cancel if I change my mind
I cancelled yesterday
别取消订单
取消订阅
怎么取消`),
  )('is not what this asks: %s', (text) => expect(asksToCancel(text)).toBe(false));
});

describe('what was paid twice, went astray or is off', () => {
  it.each(
    lines(`扣款重复了，麻烦看看
收费重复了
付款重复了两笔
显示签收了但我没收到，是隔壁的签的
快递显示签收，是邻居签的，我没拿到
我收到了别人的包裹
收到的是别人的快递
寄来的是别人的订单
I got someone else's order
I received another customer's parcel
you sent me somebody else's package`),
  )('is told at once: %s', (text) => expect(reasonFor(text)).toBeDefined());

  it.each(
    lines(`不是重复扣款，是两单
没有重复扣款，是我看错了
我想买一个跟别人的包裹一样的盒子
I got one for someone else, she loves it
I'm not going to sue anybody, I just want to know where it is
I'm not going to sue you or anyone
I won't complain, tell me when my parcel is due and where it is
I don't think this is a scam, just asking if you are registered
I didn't say you are scammers`),
  )('is denied or another thing: %s', (text) => expect(reasonFor(text)).toBeUndefined());

  it.each(
    lines(`I no longer want the order
I no longer need my order, sorry
I want to call off my order 3001
I'm calling off the order
先别发我的货，地址错了
先不要寄我的包裹
please hold my order
do not ship my order yet, the address is wrong`),
  )('is not to be sent yet: %s', (text) => expect(asksToCancel(text)).toBe(true));

  it.each(
    lines(`I no longer want the newsletter
who calls off an order like this?
别发我的微信
hold my hand
don't ship to the old address`),
  )('is still to be sent: %s', (text) => expect(asksToCancel(text)).toBe(false));
});

describe('money that went wrong, a house that stands still, a fall', () => {
  it.each(
    lines(`payment|My card keeps getting declined
payment|your checkout page refuses my Visa
payment|the transaction was rejected but the money is gone
payment|you took 120 out of my account instead of 12
payment|I was billed 200 rather than 20
payment|they took too much from my card
payment|PayPal keeps saying payment denied
payment|double payment!!
payment|付完款订单还显示待付款
payment|钱付了还是未支付
payment|8块扣成了80
payment|扣了我200，明明是20
payment|银行卡一直被拒
harm|our shop has been offline since your update
harm|since you changed the plugin our website won't load
complaint|you broke our website
harm|你们升级之后系统打不开了
harm|网店被你们弄挂了
harm|your attachment contains a trojan
harm|my antivirus blocks the link you sent
harm|你们发的附件有木马
harm|the chair collapsed and my mother fell
harm|I slipped on your wet floor
harm|梯子滑了，我爸从上面摔下来
harm|我在你们店台阶摔了一跤
deadline|the flowers for this afternoon are wrong
deadline|今晚的蛋糕名字写错了
payment|charged €900 for a €90 order
payment|you took 1,500 from my account, it should have been 150
payment|invoice says 50 but my card shows 500
payment|说好50怎么扣了500
payment|bank transfer done, still marked unpaid
payment|PayPal refuses every time I try
payment|the bill is 60 but 90 went off my card
harm|he collapsed after your drink
harm|修了两遍还漏
payment|转账转过去两天了还显示未支付
payment|all good last week, today my card gets refused again
harm|nothing works since you were here
harm|the boiler you repaired is leaking into the kitchen
harm|the fix held for an hour, now the site is down again
harm|your driver hit my parked car
harm|你们修完以后网络断了
harm|我们官网打不开了，是你们昨天改的
harm|修好一天又漏水了
harm|your website gave my computer a virus
harm|发来的文件被杀毒软件报毒
harm|the rail came loose and granny fell
harm|the cupboard fell off the wall and hit my son
deadline|tonight's order is missing half
deadline|the dress for tomorrow does not fit
deadline|今天下午的花送错了
complaint|my solicitor will write to you
complaint|we have talked to a lawyer, pay us back
complaint|我已经找律师了`),
  )('is told at once: %s', (line) => {
    const [why, words] = line.split('|');
    expect(reasonFor(words!)).toBe(why);
  });

  it.each(
    lines(`my neighbour is a lawyer and recommended you
a present for my lawyer
the review I posted online has five stars
I told everyone on Facebook, great service
推荐给做律师的朋友了
好评发到大众点评了
what happens if my card is declined
it took 3 days instead of 2
I paid 20 instead of 25 thanks to the code
付款成功了，显示待发货
the site works again now, thanks
our website is down at weekends, how long does moving take
after your update everything works great
系统升级了吗
do you check files for viruses
你们有没有病毒检测
prices fell when the market collapsed
摔了手机，屏幕碎了，能修吗
我昨天摔了一跤，明天来不了
you charged 80 instead of 100, thanks for the discount!
收了80没收100，谢谢老板优惠
my card was declined but then it worked, all fine
my card was refused at first, now it's sorted
transfer failed? no, it arrived, thanks
刚才付款失败了，现在付好了
what if the card is refused
my solicitor recommended your shop
could you send the contract to my lawyer
律师同事推荐来的
合同我发给律师看一下
my review is up on Google, thanks!
发朋友圈了，大家都说好看
the leaf broke off and fell down
是不是防摔的
after your visit the heating finally works
装完以后很稳，谢谢师傅
the dress for tomorrow fits perfectly
is the cake for tonight still there`),
  )('is calm: %s', (text) => expect(reasonFor(text)).toBeUndefined());
});

it('all of this is read in a time that grows with the words', () => {
  for (const unit of [
    "if i'll ",
    'unless you report ',
    'it was sent to ',
    'the parcel ',
    'charged ',
    'hurt but my ',
    '再不',
    '不发就',
    '寄到别人',
    '找银行',
    '扣了',
    'cancel ',
    'card keeps getting ',
    'you took 1 instead of ',
    'since your update ',
    'the site is down ',
    'virus your ',
    'it broke and i ',
    'the cake for tonight ',
    '付款了',
    '你们升级',
    '梯子断了我',
    'charged 5 instead of ',
    '扣了5应该',
    'it works ',
    'my lawyer ',
    'fell off the ',
    'the site since you changed ',
    "tonight's order is ",
    '修完之后',
  ]) {
    expect(growsTooFast(reasonFor, repeated(unit), 32 * 1024), unit).toBeUndefined();
    expect(growsTooFast(asksToCancel, repeated(unit), 32 * 1024), unit).toBeUndefined();
  }
});
