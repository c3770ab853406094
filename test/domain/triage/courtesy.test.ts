import { describe, expect, it } from 'vitest';
import { wantsAnswer } from '../../../src/domain/talk/waiting.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import { isOnlyCourtesy } from '../../../src/text/courtesy/only_courtesy.ts';
import { growsTooFast } from '../../support/linear.ts';

const waits = (text: string) => wantsAnswer(triage({ text, signals: {} }));
const rows = (block: string) =>
  block
    .split(/ \| |\n/)
    .map((row) => row.trim())
    .filter(Boolean);

/** Beside thanks anything that is no courtesy is something to act on. */
const MORE = rows(`
  wrong address, thanks | Mill Lane 3, thanks | Friday, thanks | Thanks. Mill Lane 3.
  to the office, thanks | not today, thanks | no need, I'll collect it, thanks | broken, thanks
  size L, thanks | L not M, thanks | 8pm, thanks | leave it at the door, thanks | thanks, gift wrapped
  thanks, no gift wrap | thanks, without lid | half paid, thanks | name is Ann, thanks
  thank you, my wife collects it | 改3个，谢谢 | 要蓝的，谢谢 | 地址错了，谢谢 | 寄公司，谢谢 | 今天不行，谢谢 | 明天吧，谢谢 | 周五，谢谢 | 碎了，谢谢
  放丰巢，谢谢 | 谢谢，先打电话 | 谢谢，放门口 | 已付20，谢谢 | L码，谢谢 | L不是M，谢谢 | 晚上8点，谢谢 | 好的，晚上8点后 | 好的，不要绿的 | 我老婆来取，谢谢
  老样子，谢谢 | 12 High Street, thanks | Green, thanks | 不用发了，我来取 | 两个杯子，谢谢 | LS1 4AP, thanks | M, thanks
  L thanks | M thanks | the red, thanks | thanks, the red | then blue, thanks | red thanks
  wrapped, thanks | blue, thanks | gift, thanks | no, Tuesday, thanks | Better Tuesday, thanks | 谢谢，周五
  蓝的，谢谢 | M，谢谢 | 已付，谢谢 | 好的换吧，谢谢 | the small one thanks | Thanks, oak | cheers, 2 pairs | Ann, thanks
  flat 4, cheers | ring the bell, thanks | to my sister, thank you | Thank you. Both with lids.
  cash, thanks | by card, thanks | without milk, ta | good but blue, thanks
  great, but the lid is missing, thanks | perfect, Tuesday at 4, thanks | no sugar, thank you
  for Mum, thanks | the mugs arrived, one has a chip, thanks | thanks, next week is better
  Danke, Freitag | merci, la bleue | gracias, el rojo | the green is perfect, thanks
  thank you, her name is Lucy | ok, after 6pm | thanks, I moved to Leeds | no lilies, thanks
  earlier, thanks | in euros, thanks | thanks, on the side door | kids size, thanks
  ok and the lid too, thanks | 谢谢，大的 | 谢谢，小号 | 谢谢，发顺丰 | 好的，红色 | 辛苦了，放前台 | 谢谢，要发票 | 谢谢，多放糖 | 谢谢，不要香菜
  送我妈，谢谢 | 谢谢，写生日快乐 | 谢谢，我姓王 | 收到了，少一个，谢谢 | 谢谢，后天 | 好的，周六下午 | 加一个，谢谢 | 谢谢，门牌3号 | 现金，谢谢 | 微信付，谢谢 | 谢谢，轻拿轻放
  谢谢，要快 | 谢谢，快 | 谢谢，早上 | 两份，谢谢 | 都要，谢谢 | 谢谢，送到家 | 谢谢，带盖的 | 好的，不加冰 | 谢谢小号的 | 谢谢，黄色 | 谢谢，祝我妈生日快乐写卡上
`);
/** All of it is courtesy. */
const NO_MORE = rows(`
  thanks, perfect! | great, thank you so much Julia | 谢谢老板，太好了 | 收到，谢谢
  thanks again, have a lovely weekend | thanks for the quick delivery
  Thanks so much, the mugs are gorgeous! | Thank you, they arrived safely this morning
  perfect thank you!! 😊 | ok great, thanks a lot | brilliant, cheers mate | Thanks Tom, you're a star
  Thank you very much indeed | Many thanks for your help | That's so kind of you, thank you
  Got it, thanks! | Received, many thanks. Best wishes, Ann | Lovely, thank you. Have a nice evening!
  thanks!! | Thank you both | ok no problem, thanks | Thanks, that's great news
  Great, looking forward to it. Thanks! | thanks, same to you | Noted, thank you.
  Hi Julia, thank you so much! Kind regards, Mark | Awesome! Thanks for letting me know.
  thanks for your patience and kindness | ok, thanks | Understood. Thank you. | thx :)
  Thanks a million, really appreciated | Wonderful service as always, thank you
  Thank you, merry Christmas! | thanks, all good | Thanks, see you then | cool thanks bye | yes thanks
  Thank you for the lovely mugs | Happy with everything, thanks | danke! | Vielen Dank, super!
  merci beaucoup | muchas gracias | grazie mille | 谢谢 | 好的谢谢 | 好的，谢谢老板 | 谢谢亲 | 太感谢了 | 收到了，很喜欢，谢谢
  非常感谢，辛苦了 | 嗯嗯，谢谢啦 | 东西收到了，谢谢老板 | 好的好的，麻烦了 | 谢谢，周末愉快 | 谢谢王姐 | 谢谢小李 | 不客气 | 谢谢，祝生意兴隆 | 哈哈好的，谢谢 | 明白了，多谢
  太棒了，谢谢你们 | 谢谢，下次还来 | 真好看，谢谢老板娘 | 杯子收到了，很漂亮，谢谢 | OK，谢谢 | 好嘞谢谢哈 | 谢谢🙏 | 👍 | 好的👌 | 可以的，谢谢 | 没问题，谢谢您
  快递到了，谢谢 | 速度真快，谢谢 | 辛苦了 | 早安，谢谢您 | 知道了谢谢 | 谢谢您这么快回复 | 感谢您的帮助，祝好 | 好，谢谢了 | 行，谢谢 | 没事，谢谢
  You're the best, thanks Sarah! | Thanks so much Mr Fox | Thank you Studio North! | great stuff, thanks
  That was quick! Thank you | Thank you all so much x | Lovely, thanks Emma xx | thank you for everything
  Thanks, will do! | ok thanks, no rush | Perfect. Thank you. Speak soon. | Thanks very much, good night
  Thank you for the update | ok, understood, thanks a lot | I love it, thank you!
  We love them, thanks so much | It looks amazing, thank you
  Thank you, it arrived today and it's beautiful | The parcel came this morning, many thanks
  Ah great, thanks | oh wow, thank you!! | Thanks for getting back to me so fast
  Thank you, that's very helpful | cheers Dave | Appreciate it! | Thanks! Have a great day.
  Brilliant service, thank you | no thank you | ok bye, thanks
  Thank you ever so much for your help and patience | Best regards and thanks, Tom | Thanks, all the best
  So happy with it, thanks | 👍🏻 thanks | 🙏🙏 | ❤️ thank you | Okay, thank you dear | Cool, cheers
  Super, thanks, see you Saturday | Thank you, enjoy your weekend | 谢谢老板娘 | 谢谢啦亲 | 太谢谢了，非常喜欢 | 好的，谢谢，辛苦啦
  收到，非常满意，谢谢 | 谢谢李老师 | 谢谢张总，合作愉快 | 嗯，好的，谢谢 | 多谢多谢 | 谢谢，麻烦您了 | 谢谢你的耐心 | 好的收到谢谢 | 花收到了，太美了，谢谢 | 谢谢，新年快乐
  茶叶收到了，很香，谢谢 | 不急，谢谢 | 哈哈谢谢 | 谢谢亲爱的 | 谢谢，晚安 | 孩子很喜欢，谢谢 | 好的，期待 | 谢谢，明白了 | 嗯嗯好的，谢谢老板 | 非常好，谢谢 | 蛋糕很好吃，谢谢！
  谢谢您，祝您生意兴隆 | 谢谢，您也早点休息 | 太好了谢谢谢谢 | 已收到，感谢 | 谢谢😊 | 谢谢，回头见
`);

describe('what is left beside courtesy', () => {
  it.each(MORE)('waits: %s', (text) => expect(waits(text)).toBe(true));
  it.each(NO_MORE)('is nothing: %s', (text) => expect(waits(text)).toBe(false));

  it('may be the name of whoever is thanked, in a line of its own too', () => {
    expect(waits('Thank you so much!\nJulia')).toBe(false);
    expect(waits('Many thanks\nFriday')).toBe(true);
  });

  it('is looked for in time that grows with the words', () => {
    for (const unit of ['thanks so ', 'very ', 'the ', 'good ', 'it is so ', '谢', '太好', '收到', 'Julia ', 'ha', 'x'])
      expect(growsTooFast(isOnlyCourtesy, (size) => unit.repeat(size / unit.length))).toBeUndefined();
  });
});
