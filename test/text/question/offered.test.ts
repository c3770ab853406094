import { describe, expect, it } from 'vitest';
import { asksSomething } from '../../../src/text/question/asked.ts';
import { asksForWords } from '../../../src/text/question/offered.ts';
import { growsTooFast } from '../../support/linear.ts';

const rows = (block: string) =>
  block
    .split(/ \| |\n/)
    .map((row) => row.trim())
    .filter(Boolean);

/** A price, a choice, what we lack: they wait for a yes or a word. */
const OFFERS = rows(`
  25 all in, deal | How does Tuesday sound | Does 30 work | Let's say Friday | I'd suggest the blue one
  15 each if you take ten. | Could be Friday, if that suits. | Or shall I keep it. | Is Monday alright
  Still want it | Fine with you | I would have to charge 4 for postage, ok | We can refund half instead.
  I could wrap it for an extra 3. | Your phone number please | We still need your address.
  I can't read your address. | Your postcode is missing. | Not sure whether you want two. | Milk or sugar
  With or without lid | Delivery or pickup | 拿两个算您18 | 周一怎么样 | 再加5块可以送到家，可以的话我安排 | 还没收到您的地址 | 颜色没写，选一个吧
  不知道您的尺码 | 先付50定金 | 换新的要补20 | 卡片写啥 | What would you like on the card | Which text for the engraving
  It costs 20. OK for you | It costs 20, ok | It costs 20, alright | I can do 18 if you take two.
  We could deliver on Monday instead. | I can send a new one for 5 pounds. | Happy to send another for 5.
  I'd need a deposit of 10 first. | Would Monday suit you. Thanks | want it wrapped | Your thoughts
  20块，行的话我就发 | 40一个，可以就给您做 | 40一个，可以我就给您留 | 您看这样行吗：两个蓝的 | 20块行吧 | 可以换新的，补5块差价 | I don't have your address. | We don't know your postcode yet.
  Your size is still missing | I did not get your size. | and the size | Not sure which one you meant.
  One of the two is free: red or blue. | wrapped or not | Any preference | Last question: gift or not.
  周五或周六，哪天方便 | 选个颜色吧 | 还差您的尺码 | 要先付10块定金 | 贺卡写什么 | Tea or coffee when you come | Drop me your address
  发一下您的地址
`);
/** Told, and nothing to be said to it. */
const TELLS = rows(`
  It leaves today. | It will leave tomorrow. | You can collect it tomorrow. | I'll keep it for 3 days.
  We're open until 6. | Your parcel is on its way. | It was sent yesterday, all right and safe.
  Happy to help! | Glad you like it. | I have sent the invoice. | We will post it on Monday.
  It takes two or three days. | Today or tomorrow. | It should be there in a day or two.
  You're welcome, any time. | We could not be happier.
  The blue one is back in stock. | No problem, have a nice day. | I'll let you know when it ships.
  Payment received, thank you. | I have refunded you. | We've booked you in for 3pm.
  I'll be there at 5. | You can pay on collection. | Sorry for the delay. | Need to run, speak soon.
  The address is Mill Lane 3. | I have your address, thank you. | We will ring before we come.
  The name of the tea is Longjing. | Which is why it took so long. | How nice to hear from you!
  Can't wait to see it. | Will do. | Your order number is 1042. | Your size is in stock.
  We have your details. | That is more or less it. | Either is fine. | I'm happy to hear that.
  We don't have your size any more, sorry. | 今天寄出。 | 已经给您发了 | 定金收到了 | 差价退您了 | 明天可以到 | 可以退的 | 好的，给您换
  我帮您选一个好的 | 已补发 | 给您留着 | 好吧 | 没问题，明天给您发 | 顺丰发，放心 | 收到您的地址了 | 地址在门口写着 | 您要的已经发了 | 都可以的 | 两三天到 | 付过了
  到货就给您发 | 不行就给您退款 | 银行就给您退了 | 已退20块 | 我们会先付运费 | 不客气，有需要再说 | We close at 5 today, or come tomorrow.
  By the way we moved to Mill Lane 3.
`);

describe('what we ask without a mark', () => {
  it.each(OFFERS)('asks: %s', (ours) => expect(asksSomething(ours)).toBe(true));
  it.each(TELLS)('only tells: %s', (ours) => expect(asksSomething(ours)).toBe(false));

  it.each([
    'What should the card say?',
    'What shall I write on it',
    'Which text for the engraving',
    '贺卡写什么',
    '刻什么字',
  ])('is words to write: %s', (ours) => expect(asksForWords(ours)).toBe(true));
  it.each(['What should I send?', 'Which card do you want?', 'What is your address?', '寄什么', '写好了'])(
    'is something else: %s',
    (ours) => expect(asksForWords(ours)).toBe(false),
  );

  it('is looked for in time that grows with the words', () => {
    for (const unit of ['I can ', 'a or ', 'your ', 'so and ', 'not get ', '选个', '要先', '20 if ', 'what is ', 'a, '])
      for (const asks of [asksSomething, asksForWords])
        expect(growsTooFast(asks, (size) => unit.repeat(size / unit.length))).toBeUndefined();
  });
});
