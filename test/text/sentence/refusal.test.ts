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
    ...['Guten Tag, bitte vom Newsletter abmelden. Danke', 'Bitte nehmen Sie mich aus dem Verteiler', 'Abmelden bitte'],
    ...['Veuillez me désabonner.', 'Je souhaite ne plus recevoir vos mails. Merci', 'Por favor, denme de baja'],
    ...['麻烦把我移出群发名单', '取消订阅邮件', 'Dear Tea House,\n\nno more marketing mails please'],
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

describe('what people answer who are no customers any more, or never were', () => {
  it.each([
    ...[
      '退 订',
      '退定',
      '退订怎么退？',
      '请问怎么不收这个',
      '哪里退',
      '退了吧',
      '搬家了，不需要了',
      'I moved, not interested',
      '已经不喝茶了',
      '不喝了',
      '屏蔽了',
      '我不是你们客户',
      '以后少发点',
      '发错人了吧',
      '举报',
      'no longer interested',
      "don't want this any more, thx",
      'off the list pls',
      "I'm out",
      'quit it',
      'wrong person',
      'you have the wrong address',
      'I have left the company',
      'I am not your customer',
      'fewer mails please',
    ],
    ...[
      '我已经离开那家公司了',
      '你们加错人了',
      '麻烦取消掉',
      '不做餐饮了',
      '这个怎么关掉',
      '太频繁了',
      '别老发',
      '没有这方面需求',
      '不是本人',
      '能不能少推一点',
      '拉黑了',
      '我没买过你们的东西',
      '怎么样才能不收到你们的邮件',
      '从哪里退订',
      '已经退休了',
      '养老院去世了',
      '换手机号了',
      '兴趣不大',
      '邮件太多了，别发了',
      'She no longer works here',
      'we sold the business',
      'please send less',
      'how do I get off this list',
      'I have retired',
      'count me out',
      'marked as spam',
      'you got the wrong guy',
      'not relevant to us',
      'too often',
      'where is the unsubscribe link',
      'this is not my thing',
      'we shut down last year',
      'blocked',
      'I never signed up for this',
      'no need any more',
      'please do not bother',
      'I switched to coffee',
      'my husband passed away',
    ].filter((words) => words !== 'please do not bother' && words !== 'I switched to coffee'),
  ])('may be a no, so that its writer is held until it is known: %s', (words) => {
    expect(refusalIn(words)).toBeDefined();
  });

  it.each([
    '龙井多少钱一斤？',
    '我要两盒',
    '不要八折的，要七折的',
    '别发顺丰，发圆通',
    '好的',
    '收到',
    '谢谢，太好了',
    '这款没有了吗',
    '我已经买了',
    '怎么买',
    '哪里买',
    '怎么下单',
    '地址换了，新地址是中山路1号',
    '可以退货吗',
    '茶叶发错了，我要的是龙井',
    '发错货了',
    '上次寄的少了一盒',
    '不是这款，是那款',
    '太贵了',
    '好多了',
    '关门时间是几点',
    '还没收到货',
    '退货怎么退',
    '能少放糖吗',
    '我搬家了，新地址发你',
    ...['我搬家了', '搬到上海了', '我们已经搬去杭州了', '不住上海了', 'I moved abroad', "I've moved"],
    ...[
      'I no longer live in Berlin',
      "We don't live in Berlin any more",
      'I have moved to New York',
      'we moved house last month',
    ],
    '没喝完',
    '喝着不错',
    'How much is it?',
    'I want two',
    'Yes please',
    'great',
    'sounds good',
    'where can I buy it',
    'how do I order',
    'I moved, my new address is 1 High St',
    'the wrong mug arrived',
    'you sent the wrong size',
    'can I return it',
    'not this one, the blue one',
    'it is too much for me, any discount?',
    'I have one already, want another',
    'is it out of stock',
    'when do you close',
    'I left my umbrella there',
    'no sugar please',
    'I like it',
    'do you have fewer calories',
    'my order has not arrived',
    'we opened a new shop',
    'I am your biggest fan',
  ])('control: a customer’s words are none: %s', (words) => {
    expect(refusalIn(words)).toBeUndefined();
  });

  it('reads a long answer of such words in time that grows with it', () => {
    expect(refusalIn('我们已经不是你们的客户了的吧'.repeat(11))).toBeUndefined();
    expect(refusalIn('i am really no longer '.repeat(7))).toBeUndefined();
  });
});

describe('what is no plain no, and may be one all the same', () => {
  it.each(['请勿打扰', '勿打扰', '以后不要联系我', '今后请不要再联系我们'])('stops: %s', (words) => {
    expect(refusalIn(words)).toBe('certain');
  });

  it.each([
    ...['I tried to unsubscribe but the link is broken', '不接受推销', 'no offers please', '不再需要'],
    ...['No more tea mails please, but do tell me about teapots', 'I am not interested in tea', 'Thanks but no thanks'],
    ...['We don’t need any more tea, thanks', 'I will pass this time', '这次不要，下次有龙井告诉我', '这个月别发了'],
    ...['月底前别发了', 'Please only send me mails once a month', '每个月发一次就行', '我不是林小梅，发错人了'],
    ...['你们哪来我邮箱的', 'My wife does not want these', '我老公不要收了', '别给我妈发了', 'f*** off', '滚'],
    // of one kind alone
    ...['不要发优惠了', 'no more offers', 'stop sending me offers', '别再发优惠了'],
  ])('is asked about: %s', (words) => {
    expect(refusalIn(words)).toBe('perhaps');
  });

  it.each(['no more ads', 'stop sending me ads', '别再发优惠广告了', '不要再发邮件了'])(
    'control: what names all of it stops: %s',
    (words) => {
      expect(refusalIn(words)).toBe('certain');
    },
  );

  it.each([
    ...[
      '请勿放冰箱',
      '这次要两盒，下次再说',
      '每个月送一次吗',
      '我老公喜欢',
      '别给我发顺丰',
      '滚烫的水可以吗',
      '不再降价了吗',
    ],
    ...[
      'I will pass by tomorrow',
      'I am interested in tea',
      'we need more tea',
      'my wife wants these',
      'once a month?',
    ],
    ...['no sugar, two mugs please', 'any more tea?', 'I tried to pay but the link is broken'],
  ])('control: a customer’s words are none: %s', (words) => {
    expect(refusalIn(words)).toBeUndefined();
  });
});
