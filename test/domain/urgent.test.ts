import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { triage } from '../../src/domain/triage/index.ts';
import type { Triage } from '../../src/domain/triage/triage.ts';
import { urgency } from '../../src/domain/urgent.ts';
import { growsTooFast, repeated } from '../support/linear.ts';

const [, ...lines] = readFileSync(new URL('../fixtures/triage/urgent.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');
const judged = lines.map((line) => line.split('\t') as ['yes' | 'no', string]);

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
    ])
      expect(growsTooFast(reasonFor, repeated(part)), part).toBeUndefined();
  });
});
