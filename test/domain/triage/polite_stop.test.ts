import { describe, expect, it } from 'vitest';
import { triage } from '../../../src/domain/triage/index.ts';
import { growsTooFast } from '../../support/linear.ts';

const taken = (text: string): string => {
  const { label, sublabel, accepted } = triage({ text, signals: {} });
  return `${label}/${sublabel}/${accepted}`;
};

const heard = (text: string): string => {
  const { label, alsoNoMore } = triage({ text, signals: {} });
  return `${label}${alsoNoMore ? ', asked whether no more' : ''}`;
};

describe('whoever takes up an offer of ours', () => {
  it.each([
    ...['Yes to your offer.', 'I am interested in your offer.', 'I accept your offer', 'Your last offer interests me.'],
    ...['We would like to take up your kind offer!', '我对你们的优惠感兴趣', '同意你们的报价'],
  ])('is no advertisement: %s', (text) => expect(taken(text)).not.toBe('other/spam/true'));

  it.each([
    'I am interested in your business, let us talk about SEO',
    'I love your offer. We supply 10,000 followers for your website.',
    'About your offer: cheap loans here https://x.example/l',
  ])('control: whoever offers something themselves is one: %s', (text) => expect(taken(text)).toBe('other/spam/true'));

  it.each([
    ...['Yes to your offer.', 'I am interested in your offer.', 'Your offer interests me.', 'Stop by this afternoon.'],
    ...['I am not on the list for this evening.', 'Wrong person.', 'See you on Friday.', 'I want the mugs.', '好的'],
  ])('and of anything else behind a stop, nothing is filed away and the wish is asked: %s', (said) => {
    const { label, accepted, alsoNoMore } = triage({ text: `STOP. ${said}`, signals: {} });
    expect([label === 'other' && accepted, alsoNoMore]).toEqual([false, true]);
  });

  const WISHES = ['Where is my parcel?', 'My cup is broken.', 'Do you have mugs?', 'I need an invoice.'];
  const WISHES_ZH = ['我的订单发了吗', '杯子碎了', '还有白茶吗', '发票开一下'];
  it.each([
    ...WISHES.flatMap((wish) => [
      ...[`Stop! ${wish}`, `STOP. ${wish}`, `STOP\n${wish}`, `stop;${wish}`, `please stop. ${wish}`, `STOP, ${wish}`],
      ...[`${wish} STOP`, `${wish}\nstop`, `${wish} Stop.`, `hi, stop. ${wish}`, `Opt out. ${wish}`],
    ]),
    ...['stop. also cancel my order 12', 'stop!! you sent the wrong cup'],
    ...WISHES_ZH.flatMap((wish) => [
      ...[`TD，${wish}`, `td,${wish}`, `TD ${wish}`, `${wish}，TD`, `${wish} TD`, `${wish}\nTD`],
      ...[`拒收\n${wish}`, `拒收。${wish}`, `${wish}。拒收`, `停止发送。${wish}`],
      ...[`不想再收到你们消息，${wish}`, `${wish}。别再给我发信息了`, `不想再收到你们的短信！${wish}`],
    ]),
    '不想再收到你们消息，退款！',
  ])('a stop in front of a wish or behind it is asked about, and the wish waits: %j', (text) => {
    const { label, accepted, alsoNoMore } = triage({ text, signals: {} });
    expect([text, label === 'other' && accepted, alsoNoMore]).toEqual([text, false, true]);
  });

  it.each([
    ...[
      'stop the order please',
      'stop it and refund me',
      'stop by tomorrow',
      'STOP THE ORDER',
      'can you stop the delivery?',
    ],
    ...['stop this order and refund me', 'stop sending the parcel to the old address', 'stop my direct debit please'],
    ...["Don't stop! Where is my parcel", 'Is this the bus stop? Where do I go?', "The machine won't stop. Help"],
    ...[
      'TD100杯子多少钱',
      'TD 100还有吗',
      'TD型号还有吗',
      '拒收了，帮我退款',
      '快递我拒收了，退款',
      '拒收，退款',
      '这个快递拒收。',
    ],
    ...['不想再收到这种破杯子，退款', '不想再收到你们的东西，退款'],
  ])('control: nobody is asked whether they want no more who says %j, and it waits', (text) => {
    const { label, accepted, alsoNoMore } = triage({ text, signals: {} });
    expect([text, label === 'other' && accepted, alsoNoMore]).toEqual([text, false, undefined]);
  });

  it('control: an advertisement that begins with a stop is one', () => {
    expect(taken('STOP. We sell backlinks for your website.')).toBe('other/spam/true');
  });
});

describe('whoever says stop politely', () => {
  it.each([
    ...['Stop. Thank you', 'Thanks, stop', 'No thanks, stop', 'Please stop, thank you!', 'STOP please', 'OK stop'],
    ...['STOP\n\nSent from my iPhone', 'ARRET', 'ARRÊT', 'STOP STOP'],
  ])('wants no more of it: %s', (text) => {
    expect(taken(text)).toBe('other/unsubscribe/true');
  });

  it.each(['Stop. Where is my order?', 'Thanks, the parcel arrived', 'Please stop the order', 'Thank you'])(
    'control: %s is no stop alone',
    (text) => {
      expect(taken(text)).not.toBe('other/unsubscribe/true');
    },
  );

  it.each(['stop.', 'TD，', 'please stop ', '拒收\n', 'STOP: '])(
    'is read in time that grows with the words, of %j too',
    (unit) => {
      const make = (size: number) => unit.repeat(size / unit.length);
      expect(growsTooFast((text) => triage({ text, signals: {} }), make)).toBeUndefined();
    },
  );

  it('is read in time that grows with the words', () => {
    const make = (size: number) => `stop${' thanks'.repeat(size / 7)} ok`;
    expect(growsTooFast((text) => triage({ text, signals: {} }), make)).toBeUndefined();
  });
});

describe('a wish to get no more beside something else', () => {
  it.each([
    ['ticket', 'The lid is broken. Please unsubscribe me.', '壶盖坏了。请退订邮件。'],
    ['ticket', 'Please unsubscribe me and refund my last order.', '请退订，并把上次的钱退给我'],
    ['ticket', 'My parcel never arrived, stop sending me emails!', '我的订单还没到，另外请把我从群发名单里删掉'],
    [
      'ticket',
      'Can I still exchange the kettle? And please don’t send me any more marketing.',
      '帮我改一下收货地址，顺便取消订阅邮件',
    ],
    ['lead', 'Three cups please. And take me off your mailing list.', '想订三盒龙井，顺便退订邮件'],
    ['lead', 'Unsubscribe me. Do you have white tea in stock?', '退订。请问还有白茶吗？'],
    [
      'ticket',
      'Your unsubscribe link does not work, take me off please',
      '退订链接 https://shop.example/u 打开是空白页',
    ],
    ['ticket', 'To unsubscribe https://shop.example/u gives an empty page.', '退订请点击这里，页面是空的'],
    ['ticket', 'The lid is broken.\n\nReply STOP to unsubscribe', '壶盖坏了\n\n退订请回T'],
    ['ticket', 'Please unsubscribe me from the tea course', '要退订周五的茶席'],
    [
      'ticket',
      'When do my two boxes arrive? No need to send me promo texts any more',
      '两盒龙井什么时候到？不用再发促销短信了',
    ],
    ['ticket', 'Where is my order? You can stop the marketing mails', '我的壶发货了吗？广告短信就不用发了'],
  ])('is that first, a %s, and the wish is asked: %s · %s', (label, english, chinese) => {
    expect([heard(english), heard(chinese)]).toEqual(Array(2).fill(`${label}, asked whether no more`));
  });

  it.each([
    'I moved to Spain, please unsubscribe me from the newsletter.',
    'Thank you for the lovely teas, but please stop the newsletter.',
    'Dear Tea House,\n\nplease unsubscribe this address.\n\nBest regards,\nKim Berg',
    'I love your tea but I get too many mails, please unsubscribe me',
    '我已经搬家了，请退订',
    '你好，请把我从名单里删掉，谢谢',
  ])('control: a reason, thanks and a name are nothing else: %s', (text) => {
    expect(taken(text)).toBe('other/unsubscribe/true');
    expect(heard(text)).toBe('other');
  });

  it('is asked beside words that triage does not know', () => {
    const verdict = triage({ text: 'Die Kanne ist kaputt. Unsubscribe please.', signals: {} });
    expect(verdict).toMatchObject({ sublabel: 'unsubscribe', accepted: false, alsoNoMore: true });
  });

  it.each([
    ...['Abmelden bitte.', 'Guten Tag,\n\nbitte vom Newsletter abmelden.', 'Bitte nehmen Sie mich aus dem Verteiler'],
    ...['Guten Tag, bitte melden Sie mich vom Newsletter ab. Danke, Kim', 'Bonjour,\n\nVeuillez me désabonner.'],
    ...['Por favor, denme de baja', 'Bonjour, je souhaite ne plus recevoir vos mails. Merci'],
    ...['Hi, please unsubscribe me. Best, Ann', 'Take me off the list, thank you. Kim Lee', '退订，谢谢，王芳'],
    ...['Sorry, but I do not want these mails any more.', '抱歉，不想再收了', 'Ok, unsubscribe me', '能帮我退订吗'],
    ...[
      'Unsubscribe me. I never signed up.',
      'Please unsubscribe. No hard feelings.',
      'This is not for me. Remove me.',
    ],
    ...['I am sick and tired of your mails. Unsubscribe!', 'This is the third time I ask: unsubscribe me'],
    ...['No more mails please.\nThank you', 'Please stop', 'Wrong person, unsubscribe me', '太多了，退订'],
  ])('alone is one in any words, angry ones too, beside a name or why: %j', (text) => {
    expect(taken(text)).toBe('other/unsubscribe/true');
  });

  it.each([
    ...['I am not on the list for this evening.', 'I moved.', 'We moved to Berlin.', 'Wrong person.', 'No.', 'OK.'],
    ...['You did not send all.', 'You sent too many.', 'There were too many.', 'Not enough.', 'I have not had enough.'],
    ...['I am interested in your offer.', 'Yes to your offer.', 'Your offer interests me.', 'I want many.'],
    ...['Stop by this afternoon.', 'Delete my number.', 'I cancelled.', 'We need many more.'],
    ...['老板来电话', '退给我', '给我退了', '退了', '退掉', '请退', '要退', '取消', '取消活动', '我停在你们这'],
    ...['你发的不是我要的', '收到的太多了', '拒收了', '不收这个', '垃圾', '那个不要了', '可以取消吗'],
  ])('is not all where words may be of goods, of a visit, or an answer: %s', (said) => {
    const ways = /\p{Script=Han}/u.test(said)
      ? [`退订，${said}`, `${said}。请不要再发邮件了`]
      : [`${said} Unsubscribe me.`, `Please unsubscribe me. ${said}`];
    for (const text of ways) {
      const { label, accepted, alsoNoMore } = triage({ text, signals: {} });
      expect([text, accepted && label === 'other', alsoNoMore]).toEqual([text, false, true]);
    }
  });

  it.each(['Unsubscribe me. Thanks. Refund.', 'Unsubscribe me. Thanks\nBroken', '退订，谢谢，白茶'])(
    'control: what is no name is read, and the wish is asked: %j',
    (text) => {
      expect(taken(text)).not.toMatch(/^other.*true$/);
      expect(triage({ text, signals: {} }).alsoNoMore).toBe(true);
    },
  );

  it.each([
    'We help shops like yours rank on the first page of Google. Unsubscribe: https://x.example/u',
    '我们专业代运营，店铺引流获客，回复TD退订',
    'Stop, the parcel has not come yet',
    'Please don’t unsubscribe me! I love your mails.',
    'Do you have a mailing list? I would like to join.',
    'Please add me to your mailing list',
    '别再寄了，上次的还没用完',
    'Die Kanne ist kaputt.',
  ])('control: nobody is asked about %s', (text) => {
    expect(triage({ text, signals: {} }).alsoNoMore).toBeUndefined();
  });

  it.each([
    ...['The tea made me ill. Stop the emails.', 'Your tea made my dog sick. Take me off the list.'],
    ...[
      'Your tea is poison. Unsubscribe me.',
      '孩子吃了吐了，退订',
      '我过敏了，退订',
      'No more mails, I am allergic to it',
    ],
    ...['I never got it. Unsubscribe me.', 'I did not order this. Unsubscribe me.', 'It never worked. Unsubscribe me.'],
    ...[
      'I do not want the pot any more. Unsubscribe me.',
      'I owe you 30. Unsubscribe me.',
      '退订，明天见',
      '退订，我没收到',
    ],
    ...[
      'See you on Friday at 6. Unsubscribe me.',
      'Unsubscribe me, use kim@new.example for orders',
      '退订，猫喝了拉稀',
    ],
    ...[
      'Thanks!\n\nUnsubscribe',
      '谢谢\n\n退订',
      'Thanks for the tea.\n\nTo unsubscribe, click here: https://x.example/u',
      'Thanks!\n\nClick here to unsubscribe: https://x.example/u',
      '谢谢！\n\nTo stop receiving these emails, click here: https://x.example/u',
      'Thank you.\n\nIf you no longer wish to receive these emails, unsubscribe here.',
    ],
    ...['You were not there. Unsubscribe me.', 'They were not mine. Unsubscribe me.'],
    ...['我到了，退订', 'How did you get my address? Unsubscribe me.'],
  ])('is not taken for the wish alone where anything else is said: %s', (text) => {
    const { label, sublabel, accepted, alsoNoMore } = triage({ text, signals: {} });
    expect(alsoNoMore).toBe(true);
    expect(accepted && label === 'other').toBe(false);
    if (/\n/.test(text)) return;
    expect(sublabel).not.toBe('unsubscribe');
  });

  it.each([
    ...['Thanks!', 'No, thank you.', '谢谢！', 'Danke, passt.', 'Perfect.', '好的'].flatMap((said) =>
      [
        'To be removed from this list, click here: https://x.example/u',
        'To stop receiving our newsletter, click the link below.\nhttps://x.example/u',
        'You can unsubscribe at any time: https://x.example/u',
        'If you don’t want to get these emails in the future, please unsubscribe.',
        'This email was sent to ann@x.example.\nUnsubscribe here',
        'Manage your email settings or leave this list here.',
        '不想再收到我们的邮件？点此取消订阅',
      ].map((footer) => `${said}\n\n${footer}`),
    ),
    'Thanks! You can opt out at any time: https://x.example/u',
  ])('is in doubt below few words, where it may be a sender’s footer: %j', (text) => {
    const verdict = triage({ text, signals: {} });
    expect([verdict.accepted, verdict.alsoNoMore, verdict.sublabel]).toEqual([
      false,
      true,
      expect.not.stringMatching(/^(?:spam|unsubscribe)$/),
    ]);
  });

  it.each([
    'We offer cheap SEO for shops like yours.\n\nYou can unsubscribe at any time: https://x.example/u',
    'Thank you for your time. We generate qualified leads for your shop.\nTo be removed from this list, click here: https://x.example/u',
  ])('control: an advertisement above a footer is one: %j', (text) => {
    expect(taken(text)).toBe('other/spam/true');
  });

  it.each(['Too many mails. Unsubscribe.', 'Thanks.\n\nPlease unsubscribe me from your newsletter.'])(
    'control: whoever speaks of themselves writes no footer: %j',
    (text) => {
      expect(taken(text)).toBe('other/unsubscribe/true');
    },
  );

  it.each([
    ...['Unsubscribe me. Door code 1234.', 'STOP. Parcel code 442211', 'Unsubscribe. My PIN is 1234.'],
    ...['退订，取件码 8-2-3012', '取件码3012，不要再发短信', '退订，验证码 123456'],
  ])('is heard beside a code, which waits too: %s', (text) => {
    expect(triage({ text, signals: {} })).toMatchObject({ accepted: false, alsoNoMore: true });
  });

  it.each([
    ...['gate code 4711', 'Please leave it at the door, code 1234', 'See you Friday. The verification code is 123456.'],
    ...['取件码 8-2-3012', '开门密码是 2580#', '验证码 123456，我明天来'],
  ])('a code of the customer’s own is for the owner to read: %s', (text) => {
    expect(triage({ text, signals: {} }).accepted).toBe(false);
  });

  it.each([
    ...[
      'Your verification code is 123456. Do not share it.',
      'G-123456 is your code',
      'Use 4471 to confirm your payment.',
    ],
    ...[
      '【某银行】您的验证码是382910，请勿告诉他人',
      '登录校验码 6620，三分钟内有效',
      '【顺丰】取件码 8-2-3012，请到驿站取件',
    ],
  ])('control: a service’s code is one: %s', (text) => {
    expect(taken(text)).toBe('other/otp/true');
  });

  it.each([
    'Unsubscribe from the tea course, not from the newsletter.',
    'Please subscribe me again, I clicked unsubscribe https://x.example/u by accident.',
    'Sign me up again please, I unsubscribed by mistake',
    '不小心退订了，请恢复',
    '退订茶盒，不是邮件',
  ])('is none where they want the mails: %s', (text) => {
    const verdict = triage({ text, signals: {} });
    expect(verdict).toMatchObject({ sublabel: 'unclear', accepted: false });
    expect(verdict.alsoNoMore).toBeUndefined();
  });

  it.each([
    ...['You put me back on the list. Unsubscribe me.', 'I did not ask for the newsletter. Unsubscribe me'],
    ...[
      'Unsubscribe me\nKim Berg',
      '退订\n谢谢\n王芳',
      'I get six emails a week, remove me please',
      '每天都发，太烦了，退订',
    ],
  ])('control: why they leave and who they are is nothing else: %s', (text) => {
    expect(taken(text)).toBe('other/unsubscribe/true');
  });

  it.each([
    ...['Stop mailing me.', 'Stop writing to me.', 'No mails please', 'No newsletters please', 'Cancel these mails'],
    ...[
      "I'd rather not get the newsletter any more",
      "I'd like to be taken off your list",
      'Can you stop the weekly mails?',
    ],
    ...['Ich möchte keinen Newsletter mehr.', 'Bitte schicken Sie mir keine Werbung mehr', 'Newsletter abbestellen'],
    ...['Plus de mails svp', 'No quiero recibir más correos', 'Non voglio più ricevere le vostre email'],
    ...[
      'Geen nieuwsbrief meer aub',
      'Отпишите меня от рассылки',
      'Proszę o wypisanie z listy',
      '配信停止をお願いします',
    ],
    ...['Stop mailing me. I moved, my new address is 5 High St', 'No more ads please. How much is the big pot?'],
    ...['Remove my address. Invoice 77 is wrong.', '不要再发了！我的订单还没到', '茶很好。\n\n不想再收到了，请取消'],
  ])('is heard in other words: %s', (text) => {
    const { sublabel, accepted, alsoNoMore } = triage({ text, signals: {} });
    expect(alsoNoMore || (accepted && sublabel === 'unsubscribe')).toBe(true);
  });

  it.each([
    ...['I did not get your mails', 'No mails since Monday, is something wrong?', 'No email yet'],
    ...['Afmelden voor de nieuwsbrief? Klik hier'],
    ...['No text on the cup please', 'Do not send it to my office', '不要再发货了，我已经取消', '我不想要这个壶了'],
  ])('control: is not heard in %s', (text) => {
    const { sublabel, accepted, alsoNoMore } = triage({ text, signals: {} });
    expect(alsoNoMore || (accepted && sublabel === 'unsubscribe')).toBeFalsy();
  });

  it('control: whoever wants to be on a list does not leave it', () => {
    expect(taken('Please add me to your mailing list')).toBe('other/unclear/false');
  });

  it.each([
    ['ticket', 'The lid is broken.\n\nClick here to unsubscribe: https://x.example/u'],
    ['lead', 'Three cups please.\n\nClick here to unsubscribe: https://x.example/u'],
    ['other/thanks/false', 'Many thanks for everything\n\nTo unsubscribe, click here: https://x.example/u'],
    ['other/unclear/false', 'Click here to unsubscribe leads to a login page.'],
    ['other/spam/true', 'We offer SEO services for shops like yours. Click here to unsubscribe: https://x.example/u'],
  ])('makes no advertisement of what is none (%s): %s', (verdict, text) => {
    expect(taken(text)).toMatch(new RegExp(`^${verdict}`));
  });

  it.each([
    '要30个杯子\n\n如不需要押金，请回复1',
    'Hi, your mail shows only "Click here to unsubscribe". What was in it?',
    'When I click here https://x.example/u I get an error. I need 3 cups.',
    'To stop these emails I was told to click here https://x.example/u but I get them since.',
  ])('a customer beside such words is no advertisement without a question: %s', (text) => {
    expect(taken(text)).not.toBe('other/spam/true');
  });

  it.each([
    'Order now: 500 ceramic mugs from $0.50.',
    'Is your website slow? We fix it for $99.',
    'I can rank your shop on page one. Interested? Click here https://x.example/u',
    'Do you want 10000 followers? Click here: https://x.example/u',
  ])('control: an offer to whoever reads it is no customer’s: %s', (text) => {
    expect(taken(text)).toMatch(/^other\/spam/);
  });

  it('is not swallowed by what is open', () => {
    const open = { openTicket: true };
    const said = triage({ text: 'Please unsubscribe me.', signals: open });
    expect(said).toMatchObject({ label: 'ticket', alsoNoMore: true });
    expect(triage({ text: 'The lid is broken.', signals: open }).alsoNoMore).toBeUndefined();
  });
});
