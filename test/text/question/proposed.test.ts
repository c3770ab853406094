import { describe, expect, it } from 'vitest';
import { saysYes } from '../../../src/text/question/agreed.ts';
import { asksSomething } from '../../../src/text/question/asked.ts';
import { proposesSomething } from '../../../src/text/question/proposed.ts';
import { growsTooFast } from '../../support/linear.ts';

const rows = (block: string) =>
  block
    .split(/ \| |\n/)
    .map((row) => row.trim())
    .filter(Boolean);

/** A price, a time, what we can or would do: whoever says yes to it waits for it. */
const PROPOSED = rows(`
  Could do Tuesday for you | Can do £20 | Would do it for 15 | Happy with £18? | Best I can do is £25
  I can have it ready by Thursday | We could meet at the shop at 4 | I'd let you have the pair for £30
  Our price for ten is £90 | They're £8 each | £8 each, £15 for two | It'd be Thursday at the earliest
  I can take £5 off | Shall be £20 with postage | We'll post it Monday unless we hear otherwise
  I would go for the larger one | We can add a card for free | Postage comes to £3.50 | Two would be £18
  Thursday afternoon would be possible | I have a free slot tomorrow at 10 | I can also offer you the green one
  We could refund half | Then we'll say Friday | We can do Friday or Saturday | I could knock off £2
  我可以周六给您送 | 一个15，两个28 | 给您算25一个 | 那就周三给您寄 | 三个给您85 | 我这边能做到120 | 要是您方便我周四上门 | 也可以换成绿色的 | 可以帮您包装 | 可以先发一半 | 能给您留到周五
  您要的话我给您留 | 20元包邮 | 明早可以送 | 那我给您改成大号 | 我给您优惠10元 | 我们可以退一半 | 可以给您补发 | 大号的贵5块 | 运费我来出吧 | 我可以帮您问问
  I can do £20 | I will send it on Monday unless you object | We could offer you £20 for both | The blue one costs £12
  I can reserve one for you | I could bring it on Friday | We can deliver on Friday | I would send blue then | 两个的话20元
  我可以给您留一个 | 周五可以送 | 蓝色12元 | 给您便宜5块 | 那我周一发货 | I'll keep one for you if you like | 20 quid for both
  It would be £30 with engraving | Delivery is £4 | It is 12.50 | That makes 30 in all | For £20 I can do both
  Yes, we can do that | I'd do it for 20 | I'll do it for £20 | We charge £5 for wrapping | Then I'll send the blue one
  I'll send the blue one then | The next free slot is Friday at 3pm | Friday at 3 is free | The earliest is Monday
  I was thinking Friday | I thought blue would suit | We have a table on Saturday | It can be sent on Monday
  You get 10% off | Our best offer is £40 | I offer you two for £30 | Alternatively we can refund you
  Sorry, sold out. We could make you a new one by Friday | Monday would work | I can hold it until Friday
  We could swap it for a blue one | We'd be able to deliver on Friday | I'd be happy to swap it
  I can send a photo tomorrow | We can ship tomorrow | I can put one aside | 两个算您30元 | 一共36块 | 运费5元 | 我能给您便宜点 | 可以给您打九折
  能帮您刻字 | 明天可以发货 | 我帮您留一个 | 我先帮您留着吧 | 那就给您发蓝色的 | 那给您换一个 | 要是喜欢我就给您留一个 | 除非您不要，我周一发 | 最早周五 | 周五下午有空位 | 没问题我就发了 | 我打算周五送
  我给您发蓝色的吧 | 兩個的話20元 | 週五可以送 | 我可以給您留一個 | 二十块 | 明天能送到 | 您要两个的话我可以包邮 | 可以便宜5块 | 三个100元 | 我们周五可以上门 | 蓝色的12块一个 | 12元
  多买一个的话可以打九折 | 可以先给您寄一个样品 | 晚上八点送可以的 | I could do both for thirty pounds | we could pop it in the post tomorrow
  I might be able to get you one for £15 | I may have one left at £12
  Let me do it for 20 | There is a blue one left for £12 | We've got it in blue at £12 | Shipping would be £3 extra
  I'm happy to do £20 | Would be £20 | £20 | Perhaps we send it Friday instead
  Both together £30 | You can have both for £20 | It's yours for £20 | We normally charge £40 but for you £35
  I was going to send it on Monday | The workshop is on Friday and there are two places left for £40 each
  I'd be able to do £20 | We will deliver on Friday, if that's OK | if you agree I'll book it | 我这边可以给您安排周五 | 要的话给您30
  二十元两个 | 给您算20 | 算您20 | 明天下午可以上门安装 | 我可以明天送 | 我们能做蓝色的 | 价格是20 | 一共三十六 | 可以给您换成蓝色 | 优惠价18 | 如果您要我就留着 | 您看20元 | 最低20
  我给您打个折 | 我周五给您送过去吧 | 预计周五可以寄出
`);
/** Told, done, wished: a yes to it is thanks. */
const TOLD = rows(`
  We posted it this morning | It went out today by DHL | You should have it by Friday | Your order is on the way
  I dropped it at the post office | It's all done and packed | Collected by the courier at 3 | We're closed on Monday
  Here is your tracking number 12345 | It will be with you tomorrow | Thanks, payment received | Glad it works now
  Take care | You can reach us until 6 | We hope to see you soon | I've booked it for you | It was a pleasure
  The courier comes at 3 | I'm on my way | The shop opens at 9 | It's been refunded to your card | Done!
  We can see your payment, thank you | I told you we could not | We would be grateful for a review
  If you like them, leave us a review
  快递今天取走了 | 已经寄出，单号123 | 您的订单发货了 | 包裹明天到 | 我们九点开门 | 退款已到账 | 您可以随时来 | 不客气，欢迎再来 | 收到付款了 | 给您发过去了 | 刚刚给您寄了 | 祝您生意兴隆
  您的杯子做好了 | 我们周一休息 | 已经给您留了 | 下午快递来取 | 您满意就好 | 谢谢您的20元红包
  It leaves today. | It will leave tomorrow. | You can collect it tomorrow. | I'll keep it for 3 days.
  We're open until 6. | Your parcel is on its way. | It was sent yesterday, all right and safe. | Your parcel has left.
  Your parcel has left, shipping was £5 | Glad we could help | Happy to help! | I hope we can help
  We could not be happier. | We can only apologise | I can see it was delivered | I can confirm it left today
  We will post it on Monday. | I have refunded you £20 | Your refund of £20 is on its way
  The invoice for £20 is attached | I have sent it for £5 | You paid £20, thank you | Your £5 voucher is attached
  I'll see you then | Talk to you then | I'll be there at 5. | You can pay on collection. | We've booked you in for 3pm.
  Your order number is 1042. | As soon as I can | I'll send it as soon as we can | We can't do that, sorry
  I couldn't find it | I could have told you | We would never do that | I would love to see it
  We would like to thank you | I'd sent it already | If you want to know more, see our site
  If you like it, tell your friends | We have a table booked for you on Friday | It takes two or three days.
  You can pay in the shop if you like | It arrives on Friday | We can imagine! | I can tell you are happy
  It is 3 o'clock | It is 30 cm wide | Thanks for the £20 | Please wait so we can check | It's ready
  We'll do what we can | Sorry for the delay. | It should be there on Friday | We close at 5 today
  I can do £20. Your parcel has left. | 今天寄出。 | 已经给您发了 | 定金收到了 | 差价退您了 | 明天可以到 | 可以退的 | 好的，给您换 | 我帮您选一个好的 | 已补发 | 给您留着
  没问题，明天给您发 | 顺丰发，放心 | 都可以的 | 两三天到 | 付过了 | 已退20块 | 我们会先付运费 | 已发货 | 您的快递已发出 | 20元收到了 | 我们能理解 | 明天可以来取 | 您可以周五来拿
  发票已开，共20元 | 退您20块 | 我看看 | 有问题的话我帮您处理 | 不可以 | 周五到 | 明天送到 | 包裹已经在路上了 | 给您便宜5块了 | 不客气 | 那就好 | 那就这样 | 那您慢慢看 | 好的，帮您留了
  我们周一到周五都在 | 现在可以发货了 | 周一开门 | 我刚给您寄走了，运费5块 | You can't have both for that | We do not ship to Norway
  I could not reach you | The shop is at 20 Mill Lane | Sorry, we can't deliver on Friday | That was my mistake, sorry
  We shipped it on Friday for free | It has been refunded, £20 | Your table is booked for Friday at 7 | See you Friday
  I'm free, thanks for asking | No problem, enjoy | It left on Friday, we could not wait | All sent! | It weighs 500 g
  We have received your payment of £20 | Enjoy your mugs! | I will let you know | We would appreciate a review
  Thank you for your order of £20 | You're right, I can see that | We can't wait to see you! | I can't do £20
  Free delivery over £50 | 店在人民路20号 | 我们不发货 | 周五不能送 | 好的，收到 | 感谢您的订单，共20元 | 我们会尽快给您发 | 快递单号12345 | 祝您周末愉快 | 欢迎再来
  已经给您留好了 | 明天见 | 我已经帮您约好周五了 | 不能便宜了 | 满100元包邮
`);
const YES = rows(`
  Ok Julia | ok mate | all good, great | ok see you Friday | ok | ok thanks | great, thank you | 👍 | 👌🏽
  perfect, thanks | great! | perfect | fine | 好的 | 可以 | 好的谢谢 | 👌 | 行 | 好 | OK | Okay, great | Sounds good
  that's fine, thanks | works for me | yes please | lovely, thank you so much | 嗯嗯 | 行，谢谢 | 好呀 | 没问题 | 可以可以 | 行吧 | 好的呢
  好嘞 | ok的 | 成 | thanks, that's great | Brilliant! Thanks Julia | 那就这样，谢谢 | alright | sure | cool | deal | fair enough
  ok 👍 thank you | 谢谢，可以的 | 好的，辛苦了 | ok great, see you Friday | no problem, thanks | 好的老板 | 太好了，谢谢
  that works, thank you | i'm happy with that
`);
/** Thanks, for what has come or for nothing, and a no. */
const NO_YES = rows(`
  thanks | thank you! | 谢谢 | it arrived, perfect, thanks | 收到了，很好 | no thanks | 不用了谢谢 | Got the mugs, great! | 谢谢老板 | ❤️
  The mugs are great, thanks | 辛苦了 | hello | love the mugs, thanks | 东西很好看，谢谢 | 已收到，完美 | 🙏 | have a nice day
  good morning | thanks for the good service
`);

/** They are asked, too: any answer to them waits, and not a yes alone. */
const ASKED = new Set(
  rows(`
  Happy with £18? | I'd let you have the pair for £30 | 您要的话我给您留 | I'd do it for 20 | I'll do it for £20
  I'd be happy to swap it | I might be able to get you one for £15 | I'm happy to do £20 | 要的话给您30
`),
);

describe('what we propose without asking', () => {
  it.each(PROPOSED)('waits for a yes: %s', (ours) => {
    expect(proposesSomething([ours])).toBe(true);
    expect(asksSomething(ours)).toBe(ASKED.has(ours));
  });
  it.each(TOLD)('is only told: %s', (ours) => {
    expect(proposesSomething([ours])).toBe(false);
    expect(asksSomething(ours)).toBe(false);
  });
  it.each(['How about we send it Friday', 'I suggest we meet on Friday at 3'])('asks and waits: %s', (ours) =>
    expect(asksSomething(ours)).toBe(true),
  );

  it('is over once we say that it is under way, and may stand in the message before', () => {
    expect(proposesSomething(['It is the last one.', 'I can do £20'])).toBe(true);
    expect(proposesSomething(['Your parcel has left', 'We can deliver on Friday'])).toBe(false);
    expect(proposesSomething(['已发货', '周五可以送'])).toBe(false);
    expect(proposesSomething(['I can send the other one on Monday', 'Your parcel has left'])).toBe(true);
  });

  it('is looked for in time that grows with the words', () => {
    for (const unit of [
      'I can ',
      'we would ',
      'if you like ',
      'it is 2 ',
      '可以',
      '周五',
      '的话',
      '那我',
      'unless you ',
      'then ',
    ])
      expect(
        growsTooFast(
          (text: string) => proposesSomething([text]),
          (size) => unit.repeat(size / unit.length),
        ),
      ).toBeUndefined();
  });
});

describe('a yes', () => {
  it.each(YES)('is one: %s', (said) => expect(saysYes(said)).toBe(true));
  it.each(NO_YES)('is none: %s', (said) => expect(saysYes(said)).toBe(false));

  it('is looked for in time that grows with the words', () => {
    for (const unit of ['ok ', 'that is ', 'thanks ', '好的', '嗯', 'Ok Julia '])
      expect(growsTooFast(saysYes, (size) => unit.repeat(size / unit.length))).toBeUndefined();
  });
});
