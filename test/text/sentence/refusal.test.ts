import { describe, expect, it } from 'vitest';
import { isNoStop, refusalIn } from '../../../src/text/sentence/refusal.ts';

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

describe('what strangers write who want no more of it', () => {
  it.each([
    ...[
      'please cancel my subscription to this newsletter',
      'pls unsub me',
      'Unsubcribe please',
      'unsubscribe from this list',
    ],
    ...['Bitte abmelden', 'Abbestellen', 'désabonner', 'Désabonnez-moi', 'Bitte keine Mails mehr', '수신거부'],
    ...['no quiero recibir más correos', '配信停止してください'],
    ...[
      '不想收到了',
      '不想收了',
      '再发就投诉',
      '再发我就举报',
      '退订回T',
      'TD谢谢',
      '取消订阅',
      '別給我發這些了',
      '别给我发这些了',
    ],
  ])('is certain in “%s”', (words) => {
    expect(refusalIn(words)).toBe('certain');
  });

  it.each([
    ...['no more please', 'This is spam', 'You keep spamming me', 'I never subscribed', 'I never signed up for this'],
    ...[
      'Please cancel my subscription',
      'delete my data',
      'GDPR: erase my data please',
      'Too many emails!! I want out',
    ],
    ...['Under GDPR Art. 21 I object to direct marketing.', 'Who gave you my address? Delete my data.'],
    ...['I didn’t sign up for this. Who are you?', 'How did you get my address?', 'Maybe next time!'],
    'No thanks, I have enough mugs',
    `Please stop. ${'I already told you last week that I do not want any of this, and I will report you to whoever I can find. '.repeat(2)}`,
    ...[
      '我没订阅过',
      '我没有订阅过，请删除我的邮箱',
      '怎么老发广告',
      '垃圾邮件',
      'TT',
      '这次先不要',
      '这次先不要，下次再说',
    ],
    '你们怎么有我邮箱的？',
  ])('is asked about in “%s”', (words) => {
    expect(refusalIn(words)).toBe('perhaps');
  });

  it.each([
    ...[
      'I can’t stop drinking your tea',
      'No more sugar please',
      'I want out of the office tea',
      'Is this spam filter yours?',
    ],
    ...['Please cancel my order', 'Can you delete my order?', 'Two tins, no more', 'I never got it', 'Unlimited tea'],
    ...[
      '不想再等了，什么时候发货',
      '退订单可以吗？我要退一罐',
      '再发两罐',
      '怎么老发错货',
      '下次什么时候有货？',
      '我没收到',
    ],
  ])('control: not in “%s”', (words) => {
    expect(refusalIn(words)).toBeUndefined();
  });
});

describe('words that stop no mail', () => {
  it.each([
    ...["Please don't stop sending these, I love them!", 'Stop worrying, two please', 'Non-stop tea! Great'],
    ...[
      'Take me off the waiting list for the mug please',
      'I did not want to unsubscribe!',
      'I don’t want you to stop',
    ],
    ...['I unsubscribed by mistake, please add me again', 'Where is the bus stop near you?', 'I will stop by tomorrow'],
    ...['别发顺丰，发圆通', '上次误点了退订，请再加我', '我不想退订', '不要停，继续发', '停不下来，太好喝了'],
  ])('“%s”', (words) => {
    expect(isNoStop(words)).toBe(true);
  });

  it.each([
    ...['Stop', 'Please stop sending me these', "Why don't you stop emailing me?", 'You never stop sending these'],
    ...['I do not want this. Unsubscribe', "Don't you stop? Take me off your list", 'How do I unsubscribe?'],
    ...[
      'Stop worrying me and remove me from the list',
      "Please don't. Stop it",
      "I can't unsubscribe",
      'stop sending me ads',
    ],
    ...['退订', '别发了', '怎么退订', '是不是要退订才不发', '别停在这，退订', '不要再发广告了，发了也不看'],
  ])('control: “%s” may be a no', (words) => {
    expect(isNoStop(words)).toBe(false);
  });

  it('reads a long text once', () => {
    for (const words of ["don't ".repeat(160), '别发'.repeat(400), 'not to '.repeat(140)]) isNoStop(words);
    expect(isNoStop('别发'.repeat(5_000))).toBe(false);
  });
});
