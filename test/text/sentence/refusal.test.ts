import { describe, expect, it } from 'vitest';
import { refusalIn } from '../../../src/text/sentence/refusal.ts';

describe('a refusal of what came unasked', () => {
  it.each([
    ...[
      'please take me off',
      'Take me off your list.',
      'Please remove me from this mailing list, thanks',
      'Remove me!',
    ],
    ...['No more of these please', 'no more emails', 'Stop sending me these', 'please stop emailing me'],
    ...["Don't email me again", 'I don’t want any more of these emails', 'I do not want to hear from you again'],
    ...['Hi,\n\nplease take me off your list.\n\nThanks\nAnna', 'leave me alone', 'Unsubscribe me please'],
    ...[
      'Stop. Thank you',
      'Thanks, stop',
      'No thanks, stop',
      'Please stop, thank you!',
      'STOP STOP',
      'OK stop',
      'stop thanks',
    ],
    ...['STOP\n\nSent from my iPhone', 'ARRET', 'Arrêt', 'ARRÊT, thanks', 'stop please'],
    ...['别再发了', '别再发了，谢谢', '请不要再给我发这种邮件了，谢谢', '别发了', '以后不用发给我了', '不要再发这些了'],
    ...[
      '我不想再收到这些广告了',
      '请把我从名单里删掉',
      '退订吧',
      '您好，请别再给我发了谢谢',
      '不要再联系我',
      '別再發了',
    ],
  ])('is certain in “%s”', (words) => {
    expect(refusalIn(words, 'Anna Smith')).toBe('certain');
  });

  it.each([
    ...['No thanks', 'no thank you', 'Not interested, thanks.', "I don't need this", 'I do not want these', 'No.'],
    ...['不需要谢谢', '不需要，谢谢', '不用了谢谢', '不要了', '没兴趣', '暂时不需要', '不感兴趣，谢谢'],
    ...['Please take me off. And where is my order?', '别再发了。我上周买的茶呢？', 'Stop. Where is my order?'],
  ])('may be one in “%s”, or one of what is offered alone', (words) => {
    expect(refusalIn(words)).toBe('perhaps');
  });

  it.each([
    ...[
      'How much is it?',
      'Take me to the shop',
      'No more than 2 please',
      'Can you send me 3?',
      'Stop by on Friday?',
      "Don't stop",
      'The bus stop',
      'Non-stop tea, please',
    ],
    ...['Do not send it to my office, send it home', 'I want no sugar', 'Yes', 'Great, no problem', ''],
    ...[
      '龙井多少钱一斤？',
      '不要八折的，要七折的',
      '别发顺丰，发圆通',
      '再给我发两盒',
      '不用快递，我自己来拿',
      '好的',
      '不需要包装，散装就行',
    ],
    ...['take '.repeat(200)],
  ])('control: “%s” is none', (words) => {
    expect(refusalIn(words, 'Anna')).toBeUndefined();
  });
});
