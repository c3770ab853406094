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
    ])
      expect(growsTooFast(reasonFor, repeated(part)), part).toBeUndefined();
  });
});
