import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { splitQuoted } from '../../../src/mail/words/quote.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';

const KIM = { name: 'Kim Customer', address: 'kim@customer.example' };
const ZHANG = { name: '张三', address: 'zhang@customer.example' };
const text = (body: string, author = KIM) => splitQuoted(body, author).text;

describe('a sentence that begins like the line a phone adds is kept', () => {
  test.each([
    'Sent from my shop in Leeds to you on Monday',
    'Sent via mail last Monday, still nothing arrived',
    'Sent from Samsung Korea and stopped at customs',
    'Sent by DHL on Friday',
    'Get the blue one for iPhone cases, please',
    'Sent from iPhone, where is my order?',
    '使用手机支付失败了，怎么办',
    '来自手机端的订单一直显示未付款',
    '来自我的一个老客户推荐，想订20个杯子',
    '发自内心感谢你们的服务，手机壳很好用',
    '使用邮箱登录后无法下单',
    '从华为手机下单失败',
    '通过微信客户端付款，没有收到确认',
    "Envoyé de Paris le 3 mars, le colis n'est pas arrivé",
    'Gesendet am 3. März mit DHL, noch nicht da',
    'Gesendet von meinem Bruder aus Wien',
    'Enviado por correo el lunes',
    'Enviado desde Madrid el 3 de marzo',
    'Inviato ieri da Milano',
    'Verstuurd vanaf het postkantoor in Utrecht',
    'iPhoneから注文しましたが、届きません',
  ])('%s', (line) => {
    expect(text(`Hello,\n\n${line}\n\nKim`)).toContain(line);
    expect(text(`Hello,\n${line}`)).toContain(line);
  });
});

describe('the line a phone or program really adds goes aside', () => {
  test.each([
    'Sent from my iPhone',
    'Sent from my Samsung Galaxy S21',
    'Sent from my iPhone, please excuse typos',
    'Sent from Yahoo Mail for iPhone',
    'Sent from my T-Mobile 4G LTE Device',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Sent from Mail for Windows 10',
    'Sent with Proton Mail secure email.',
    '发自我的iPhone',
    '来自我的小米手机',
    '发自网易邮箱大师',
    '从 Windows 版邮件发送',
    '获取 Outlook for Android',
    'Von meinem iPhone gesendet',
    'Diese Nachricht wurde von meinem Android Gerät mit GMX Mail gesendet.',
    'Envoyé de mon iPhone',
    "Envoyé depuis l'application Mail Orange",
    'Enviado desde mi iPhone',
    'Inviato da iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Skickat från min iPhone',
    'Lähetetty iPhonesta',
    'Wysłane z iPhone’a',
    'Odesláno z iPhonu',
    "iPhone'umdan gönderildi",
    'Отправлено с iPhone',
    'iPhoneから送信',
    '나의 iPhone에서 보냄',
  ])('%s', (line) => {
    expect(splitQuoted(`Two please.\n\n${line}`, KIM)).toMatchObject({ text: 'Two please.', aside: line });
  });
});

describe('a sentence that begins like a legal notice or a list footer is kept, and what follows it', () => {
  test.each([
    'To unsubscribe from the coffee subscription I clicked the link twice but I am still charged 20 EUR.',
    'Unsubscribe me please, and refund the last month',
    'Important notice: the parcel arrived broken and the customs office kept the second box.',
    'Confidential: please quote 200 units of model X for our launch in May.',
    'Confidential: this information is intended only for your sales team: please quote 200 units.',
    'Disclaimer text on your invoice says the wrong company.',
    'This message is confidential, my wife must not know about the present.',
    'I received this parcel in error and am not the intended recipient, please notify the sender.',
    'This email address is confidential, please delete it from your list and do not distribute it.',
    'If you have received this order twice, delete the second one.',
    '退订请告诉我怎么操作，我已经被扣了两次款，请退款',
    '声明：本邮件是投诉，杯子全部碎了，请退款',
    '保密：请报价200件，五月发布用',
    '重要提示：包裹破损，请尽快处理',
    'Vertraulich: bitte 200 Stück anbieten',
    'Wichtiger Hinweis: das Paket kam kaputt an.',
    'Confidentiel : merci de nous faire un devis pour 200 pièces.',
    'Aviso importante: el paquete llegó roto.',
    '重要なお知らせ：荷物が壊れて届きました。',
  ])('%s', (line) => {
    expect(text(`Hello,\n\n${line}\nIt is urgent.`)).toContain(line);
    expect(text(`Hello,\n\n${line}\n\nAnd call 555.`)).toContain('And call 555.');
  });
});

describe('a notice goes aside without what is written below it', () => {
  test.each([
    'CONFIDENTIALITY NOTICE: This email and any attachments are confidential and intended solely for the addressee.',
    'If you are not the intended recipient of this message, please delete it and notify the sender.',
    'This e-mail has been scanned for viruses by Acme.',
    'Please consider the environment before printing this e-mail.',
    '本邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人。禁止任何其他人以任何形式使用。',
    'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte den Absender und vernichten Sie diese Mail.',
    'Ce message est confidentiel et réservé à ses destinataires. Toute diffusion est interdite.',
  ])('%s', (notice) => {
    const split = splitQuoted(`Two please.\n\n${notice}\n\nPS: make them blue`, KIM);
    expect(split).toMatchObject({ text: 'Two please.\n\nPS: make them blue', aside: notice });
  });
});

describe('what a list server or help desk adds below is nobody’s wish', () => {
  const GOOGLE =
    'You received this message because you are subscribed to the Google Groups "Orders" group.\nTo unsubscribe from this group and stop receiving emails from it, send an email to orders+unsubscribe@googlegroups.com.';
  const FOOTERS = [
    GOOGLE,
    `${GOOGLE}\nTo view this discussion on the web visit https://groups.google.com/d/msgid/orders/a%40b?utm_medium=email&utm_source=footer.`,
    'You received this message because you are subscribed to the Google Groups\n"Orders" group.\nTo unsubscribe from this group and stop receiving emails from it, send an\nemail to orders+unsubscribe@googlegroups.com.',
    'Sie erhalten diese Nachricht, weil Sie in Google Groups E-Mails der Gruppe "Support" abonniert haben.\nWenn Sie sich von dieser Gruppe abmelden möchten, senden Sie eine E-Mail an support+unsubscribe@googlegroups.com.',
    'Vous recevez ce message, car vous êtes abonné au groupe Google Groupes "Support".',
    '您收到此邮件是因为您订阅了Google网上论坛上的“订单”群组。\n要退订此群组并停止接收此群组的电子邮件，请发送电子邮件到support+unsubscribe@googlegroups.com。',
    'Groups.io Links: You receive all messages sent to this group.\nView/Reply Online (#55): https://groups.io/g/x/message/55\nMute This Topic: https://groups.io/mt/1/2\nUnsubscribe: https://groups.io/g/x/unsub [kim@customer.example]',
    'To unsubscribe from the SUPPORT list, click the following link:\nhttps://lists.example/cgi-bin/WA.exe?SUBED1=SUPPORT&A=1',
    'This email is a service from Corner Shop. Delivered by Zendesk',
    'Powered by Freshdesk',
    'You received this message because you are a member of the Support group. To take part in this conversation, reply all to this message.\nView group files | Leave group',
    'If you do not wish to receive further emails from me, click here to unsubscribe.',
    'No more mails like this? Unsubscribe: https://shop.example/u/abc',
    'Unsubscribe | View in browser | https://shop.example',
    '不想再收到这类邮件？点此退订 https://shop.example/u/abc',
    '如不想再收到此类邮件，请点击此处退订',
    '拒收请回复R',
    'Um keine weiteren E-Mails zu erhalten, klicken Sie bitte hier.',
    'If you wish to be removed from our mailing list, please reply with REMOVE in the subject line.',
    '如需退订，请点击这里',
    '退订请回T',
    '如您不想再收到此类邮件，请回复TD退订',
    'Reply STOP to unsubscribe',
    'If you do not want to receive any more emails from us simply reply to this email with unsubscribe.',
    'To opt out of future mailings, please let us know by reply.',
    'If you wish to stop receiving our newsletter, write to us.',
    'We only send news once a month. Unsubscribe: https://acme.example/u',
    'Our news: unsubscribe at any time | https://acme.example/u',
    '© 2026 Acme Ltd | Unsubscribe | Privacy policy',
    'Sent to you by Acme, 5 High St, London. Unsubscribe https://acme.example/u',
    "You're receiving this because you opted in on our site. Unsubscribe here.",
    "Don't want these emails? Unsubscribe",
    'Nicht mehr interessiert? Hier abmelden',
    '[ABC-123] Powered by Freshdesk',
    'Acme Ltd, 5 High St, London N1 | Unsubscribe',
    'Sie möchten keine E-Mails mehr erhalten? Hier abmelden: https://acme.example/u',
    '回T退订',
  ];
  const ANSWERED = 'On Tue, 3 Mar 2026 at 09:00, Shop Desk <desk@shop.example> wrote:\n> One or two?';

  test.each(FOOTERS)('%s', (footer) => {
    for (const words of ['Two please.', 'The red pot arrived broken.\n\nKim', '请发两个。'])
      for (const between of [
        '\n',
        '\n\n',
        '\n\n-- \n',
        '\n--\n',
        '\n\n-- \n\n',
        '\n-=-=-=-=-=-\n',
        '\n\n########\n\n',
      ]) {
        expect(text(`${words}${between}${footer}`)).toBe(words);
        expect(text(`${words}\n\n${ANSWERED}${between}${footer}`)).toBe(words);
      }
  });

  test.each([
    'Unsubscribe me please, the link in your mail is gone.',
    'Please unsubscribe kim@customer.example',
    'Unsubscribe kim@customer.example please',
    'To unsubscribe from this list I clicked here twice.',
    'Click here to unsubscribe does not work.',
    'You received this message because the red pot arrived broken.',
    'You are receiving this mail because order 55 never came.',
    'You received this mail because you sent two parcels and charged four.',
    'No longer want these emails, thanks',
    'If you do not want to lose a customer, reply here.',
    'To unsubscribe from the tea box, click on which button?\nMy order says none.',
    'Delivered by DHL to the wrong door',
    'Powered by two batteries, which ones?',
    '退订请告诉我怎么操作',
    '麻烦退订，谢谢',
    '退订，请回复',
    '如果不想再收到投诉，请尽快退款',
    'Unsubscribe',
    // what no program says: it names no way of its own
    '如果来不及，就退订周六的茶席，请点击确认',
    '您也可以退订那三盒茶，回复退订就行',
    '要退订周六的茶席，点击哪里呢',
    'wenn Sie die drei Tassen abbestellen können, bitte hier antworten.',
    'If you can, please unsubscribe Tom from the course and reply when done.',
    'You got this message because you have signed for the parcel, it was empty.',
    'Has recibido este mensaje porque la taza llegó rota.',
    'No more emails please, reply by post.',
  ])('control: %s', (line) => {
    for (const between of ['\n', '\n\n', '\n\n-- \n']) expect(text(`Hello,${between}${line}`)).toContain(line);
  });

  const WISHES_AND_FAULTS = [
    'To unsubscribe https://shop.example/u gives an empty page.',
    'Not interested, unsubscribe https://shop.example/u',
    'No more emails from https://shop.example please',
    'If you want to unsubscribe Tom from the course, click here: https://shop.example/5',
    'Click here to unsubscribe leads to a login page.',
    'Abmelden: https://shop.example/u zeigt eine leere Seite.',
    'Wenn Sie keine E-Mails mehr erhalten möchten, klicken Sie hier: https://shop.example/u',
    'Se désabonner : https://shop.example/u',
    '退订链接 https://shop.example/u 打开是空白页',
    '如需退订，请点击这里 https://shop.example/u',
    'This email was sent to kim@customer.example by mistake, the cup is for Ann.',
    '您收到这封邮件是因为茶壶漏水',
  ];

  test.each(WISHES_AND_FAULTS)('control: it stays where nothing else is said: %s', (line) => {
    for (const body of [
      line,
      `Hi,\n\n${line}`,
      `Hi,\n${line}\nKim`,
      `${line}\n\nBest regards,\nKim Customer`,
      `Dear Tea House,\n\n${line}\n\nKind regards\nKim`,
      `您好，\n\n${line}\n\n谢谢`,
      `老板好\n\n${line}`,
      `Good morning!\n\n${line}\n\nThanks, Kim`,
      `Thanks, the pot came.\n\n${line}`,
      `Hello,\n\n${line}\n\n${ANSWERED}`,
    ])
      expect(text(body)).toContain(line);
  });

  test.each([
    'To unsubscribe https://shop.example/u gives an empty page.',
    'Not interested in news, unsubscribe https://shop.example/u',
    'Click here to unsubscribe Ann Berg, she has died. https://shop.example/u/ann',
    'Should you unsubscribe Ann Berg, the link is https://shop.example/u/ann',
    'You received this email because you are a customer of ours too: your invoice 55 is open.',
    'You receive this email because you are listed as the maker of the pot: it leaks.',
    'Powered by Brevo, that is what the new form should say.',
    'Sie erhalten diese Nachricht, weil Sie auf die erste nicht antworten: die Kanne leckt',
    'Has recibido este mensaje porque te escribí ayer',
    '不想再收到邮件 https://shop.example/u 这里要登录',
    '点击这里退订后页面空白 https://shop.example/u',
    '要退订周五的茶席，请看 https://shop.example/5',
    '本邮件由系统自动识别不了，请人工看：要30个杯子',
    'Please take Tom off the mailing list',
  ])('control: it stays below other words, too: %s', (line) => {
    for (const words of ['The lid of the pot is broken.', '茶壶坏了'])
      expect(text(`${words}\n\n${line}`)).toBe(`${words}\n\n${line}`);
  });

  test('a list server’s own address is nobody’s, below mere thanks as well', () => {
    expect(text(`Thanks, Kim\n\n-- \n${GOOGLE}`)).toBe('Thanks, Kim');
  });

  test.each([
    ...['© 2026 Acme Ltd | Unsubscribe | Privacy policy', 'Unsubscribe | Preferences', 'Reply STOP to unsubscribe'],
    ...["Don't want these emails? Unsubscribe", 'To opt out of future mailings, please let us know by reply.'],
    ...['退订回T', '如不想继续接收，请回复退订'],
  ])(
    'of a shape that only programs give it, it goes aside below mere thanks, and not below a greeting: %s',
    (footer) => {
      for (const words of ['Thanks for the tea, it came today.', 'Thank you, see you Friday.', '谢谢，收到了'])
        expect(text(`${words}\n\n${footer}`)).toBe(words);
      expect(text(`Hi,\n\n${footer}`)).toContain(footer);
      expect(text(`Hi,\n\n${footer}\n\nThanks\nKim`)).toContain(footer);
    },
  );

  test.each([
    'Unsubscribe',
    'To unsubscribe, click here: https://x.example/u',
    'Unsubscribe: https://x.example/u',
    '退订',
  ])('control: what may be theirs stays below thanks: %s', (line) => {
    for (const words of ['Thanks for the tea!', 'No, thank you.', '不用了，谢谢'])
      expect(text(`${words}\n\n${line}`)).toContain(line);
  });

  test('control: what somebody quotes with a colon is theirs', () => {
    const body = `Your list wrote:\n${GOOGLE}`;
    expect(text(body)).toBe(body);
  });
});

describe('what the reader needs stays, though it looks like a signature', () => {
  test.each([
    [
      'a new address',
      'please send the parcel to my new address:\n\nKim Customer\n12 High Street\nLondon N1 9GU\nTel 020 7946 0018',
      '12 High Street',
    ],
    [
      'in small letters',
      'send it here please\n\nkim customer\nflat 2, 12 high street\nm: 07700 900123',
      '12 high street',
    ],
    ['German', 'Bitte liefern Sie an\n\nKim Customer\nHauptstraße 5\n10115 Berlin\nTel 030 1234567', 'Hauptstraße 5'],
    [
      'French',
      "Voici l'adresse de livraison\n\nKim Customer\n12 rue de la Paix\n75002 Paris\nTél : 01 23 45 67 89",
      '12 rue de la Paix',
    ],
    ['Spanish', 'Hola\n\nKim Customer\nCalle Mayor 5\n28013 Madrid\nTel 910 000 000', 'Calle Mayor 5'],
    ['Italian', 'Spedire a\n\nKim Customer\nVia Roma 12\n00184 Roma\ntel 06 1234567', 'Via Roma 12'],
    [
      'bank details under dashes',
      'Please refund to this account:\n----------\nKim Customer\nIBAN GB00TEST00000000\nBank: Test Bank',
      'IBAN',
    ],
    ['an order under dashes', 'My order\n----------\nblue pot\nred pot', 'blue pot'],
    ['an order under `--`', 'Order list\n--\n2 cups blue\n1 pot green\n\nPlease confirm by Friday.', '1 pot green'],
    ['questions between `--`', 'My questions:\n--\nIs it dishwasher safe?\n--\nDo you ship to Norway?', 'Norway'],
    ['names under `--`', 'Engrave these:\n--\nAnna\nBert', 'Anna'],
    ['even under `-- `', 'Engrave these names:\n-- \nAnna\nBert', 'Anna'],
    ['an order under the name', 'Hello\n\nKim Customer\nColour: blue\nkim@customer.example', 'Colour: blue'],
    [
      'somebody else to contact',
      'Kindly contact my assistant:\n\nKim Assistant\nPhone: +44 20 7946 0018\nkim@customer.example',
      '+44 20 7946 0018',
    ],
    ['somebody of the same first name', 'Hello\n\nKim Other\nAccounts\nkim.other@customer.example', 'kim.other'],
    ['words under a greeting and a signature', 'Hi,\n\n-- \nKim\nCorner Shop\n\nPlease send two.', 'Please send two.'],
    [
      'a PS below a signature',
      'Please send two.\n\n-- \nKim Customer\nCorner Shop\n\nPS: make them blue, and hurry!',
      'make them blue',
    ],
    ['a PS right below it', 'Please send two.\n\n-- \nKim Customer\nCorner Shop\nPS: make them blue', 'make them blue'],
    ['a wish below it', 'Please send two.\n\n-- \nKim Customer\n\nAlso add one pot.', 'Also add one pot.'],
    ['a German PS', 'Zwei bitte.\n\n-- \nKim Customer\n\nPS: ich brauche sie bis Freitag', 'bis Freitag'],
    [
      'freight',
      'I need a quote:\nFrom: Shanghai\nTo: Berlin\nDate: 12 May\nSubject: 20 boxes of cups\nPlease tell me the price.',
      'tell me the price',
    ],
    [
      'freight, as a shipper says it',
      'Quote please\nFrom: Shanghai\nSent: 12 May\nTo: Berlin\nSubject: cups\nthe price?',
      'the price?',
    ],
    [
      'freight under dashes',
      'Quote please\n--------------------\nFrom: Shanghai\nTo: Berlin\nDate: 12 May\nthe price?',
      'the price?',
    ],
    [
      'a booking',
      'Booking\n----------\nName: Kim\nDate: 3 March 2026 10:00\nEmail: kim@customer.example\nGuests: 4',
      'Guests: 4',
    ],
    [
      'own words with a time',
      'Yesterday at 10:30 you wrote:\nplease send photos. Here they are.',
      'please send photos',
    ],
    [
      'own words with an address',
      'On Monday I wrote to desk@shop.example the following:\nplease call me',
      'please call me',
    ],
    [
      'words on one line with an introduction',
      'Two please\nand a pot - blue--- On Tue, 3 Mar 2026 at 9:00 AM, desk@shop.example wrote:\n> One or two?',
      'and a pot - blue',
    ],
    ['words on one line with a separator', 'Two, please.-----Original Message-----\nOne or two?', 'Two, please.'],
    [
      'words that quote a separator',
      'Your mail showed ---- Original Message ---- and nothing else, is it broken?',
      'is it broken?',
    ],
  ])('%s', (_, body, words) => {
    const split = text(body);
    expect(split).toContain(words);
    expect(split).not.toContain('One or two?');
  });

  test.each([
    ['a new number', '我的新号码\n\n张三\n13800000000\n微信 zhangsan', 'zhangsan'],
    ['a new address', '地址改成下面这个，谢谢：\n\n张三\n上海市浦东新区世纪大道1号\n电话：13800000000', '世纪大道1号'],
    [
      'invoice data',
      '请开发票，抬头如下：\n--------------------\n北京某某公司\n税号 91110000X\n地址：北京市朝阳区1号\n电话：010-12345678',
      '税号',
    ],
    ['a receiver', '麻烦寄给我\n\n张三\n13800000000\n广州市天河区体育西路5号', '体育西路5号'],
    ['a waybill', '帮我下单\n发件人：李四\n收件人：王五\n日期：明天\n主题：茶叶\n多少钱', '多少钱'],
    ['a PS', '要两个。\n\n-- \n张三\n\n另外请开发票', '另外请开发票'],
  ])('in Chinese: %s', (_, body, words) => {
    expect(text(body, ZHANG)).toContain(words);
  });
});

/** What may stand below `-- `: it is kept, all of it, where the mail is about it. */
const BELOW = {
  place: [
    'Flat 2, 14 Mill Road\nCambridge\nCB1 2AD',
    'Mozartgasse 4/2\n8010 Graz\n+43 660 1234567',
    '77 Elm Street, Apt 5\nPortland, OR 97205',
    'Am Markt 3\n07743 Jena',
    '浙江省杭州市余杭区文一西路969号3幢501',
    'Dublin 4\nD04 X2K5',
    'Stiege 2, Tür 14\nWien',
    '杭州西溪花园\n三期东门',
  ],
  bank: ['IBAN AT61 1904 3002 3457 3201\nBIC: BKAUATWW', '工商银行西湖支行\n6222020209900012345'],
  tax: ['Weiss GmbH\nUID: ATU12345678\nMozartgasse 4, 8010 Graz', '云山茶业有限公司\n税号：91330100MA2B1C3D4E'],
};
const POINTING: [keyof typeof BELOW, string[]][] = [
  [
    'place',
    [
      'The new place is in my signature.',
      'The parcel should go to the address underneath, please.',
      'We have moved.',
      'Could you redirect it to my office?',
      'The house number on the label was wrong, sorry.',
      'Sure, here it is.',
      'Two please.\nPlease deliver them here this time.',
      'Unsere neue Anschrift seht ihr unten.',
      'Bitte diesmal nach Hause schicken.',
      'Nous avons déménagé.',
      '这次请寄到下面这个地方',
      '搬家了，麻烦更新一下',
      '收货信息以签名为准',
      'I live here now.',
      'You asked where to post it.',
      'Can you drop it off at mine?',
      'The parcel went to the old flat. New one in the sign-off.',
      'The courier rings at the wrong door.',
      'Let the driver come to the warehouse instead.',
      'My details have changed.',
      'As requested.',
      'Wir sind übersiedelt.',
      'Der Lieferort hat sich geändert.',
      'Bitte neue Kontaktdaten notieren.',
      'Nous habitons ici maintenant.',
      'Ahora vivimos aquí.',
      'Mandatelo a casa mia.',
      '麻烦发顺丰到我公司',
      '我换地方了',
      '信息更新了，请改一下',
    ],
  ],
  [
    'bank',
    [
      'When do I get my refund?',
      'Please transfer it to the account below.',
      'Bitte auf mein Konto überweisen.',
      '钱请退到这张卡',
      '请转账到下面的账户',
      'Please pay me out.',
      'I was charged twice.',
      'Bitte um Rückzahlung.',
      'Das Geld bitte hierhin.',
      '请把钱退给我',
      '退支付宝',
      'Thank you.',
    ],
  ],
  [
    'tax',
    [
      'Please put our company on the invoice.',
      'Can you make the invoice out to us?',
      'Bitte die UID auf der Rechnung ergänzen.',
      '请开发票',
      '抬头和税号在下面',
      'Please reissue the invoice in our company name.',
      'Our bookkeeper asks for a corrected invoice.',
      'Bitte Rechnung auf die Firma.',
      'Pouvez-vous refaire la facture ?',
      '需要开公司发票',
      '公司要报销',
    ],
  ],
];

describe('what a mail is about is kept below `-- `, and never half of it', () => {
  const keptOf = (body: string, block: string) => {
    const kept = text(body);
    return block.split('\n').filter((line) => kept.includes(line));
  };

  test.each(POINTING.flatMap(([kind, said]) => said.map((words) => [kind, words] as const)))(
    '%s: %s',
    (kind, words) => {
      for (const block of BELOW[kind].map((lines) => `Kim Customer\n${lines}`)) {
        expect(keptOf(`${words}\n\n-- \n${block}`, block)).toEqual(block.split('\n'));
        expect(keptOf(`Hello,\n\n${words}\n\nThanks\n-- \n${block}`, block)).toEqual(block.split('\n'));
      }
    },
  );

  test.each([
    'Two please.',
    'When will you ship order 1042?',
    'Thanks for the invoice.',
    'Where is invoice 1042?',
    'My e-mail address has changed, you have the new one already.',
    'Do not hesitate to call me with any questions.',
    'See my answers below.',
    'Wann kommt meine Bestellung?',
    'Danke für die Rechnung!',
    'Können Sie mir ein Angebot schicken?',
    '什么时候发货？',
    '发票收到了，谢谢',
    '能发一份报价吗？',
    'Your new place is lovely, see you there.',
    'I moved the appointment to Friday.',
    'The following question came up: is it heavy?',
    'The parcel has not arrived.',
    'How do I pay?',
    'We need 30 cups for our new café.',
    'Die Lieferung kam zu spät.',
    '怎么付款？',
    '快递太慢了',
  ])('control: nothing of it is under %j', (words) => {
    for (const block of [...BELOW.place, ...BELOW.tax].map((lines) => `Kim Customer\n${lines}`))
      expect(keptOf(`${words}\n\n-- \n${block}`, block)).toEqual([]);
  });

  test('a place that looks like none is kept where the mail hands it over', () => {
    for (const block of [
      'Rose Cottage\nBallyhale\nCo. Kilkenny',
      'Hof Sonnental\nOberdorf',
      'Sunnyside\nLittle Wallop',
    ])
      for (const words of ['My new address is below.', 'We have moved.', 'Wir wohnen jetzt hier.', '搬家了'])
        expect(keptOf(`${words}\n\n-- \nKim Customer\n${block}`, block)).toEqual(block.split('\n'));
  });

  test.each(['Hi Mia,', 'Hello Mia!', 'Liebe Mia,\n\nLiebe Grüße', '您好：'])(
    'it is all that is said under %j',
    (greeting) => {
      for (const block of [...BELOW.place, ...BELOW.tax])
        expect(keptOf(`${greeting}\n\n-- \nKim Customer\n${block}`, block)).toEqual(block.split('\n'));
    },
  );

  test.each([
    'Kim Customer\nHead of Buying\nT +44 20 7946 0018\nwww.corner.example',
    '--\nKim Customer\nT +44 20 7946 0018',
    '|\n|\nKim Customer\n|\n|\nE-mail: kim@customer.example\n|',
    'kim@customer.example',
  ])('nor is a card that stands below a mere greeting put aside: %j', (card) => {
    const introduction = 'On Tue, 3 Mar 2026 at 09:00, Shop Desk <desk@shop.example> wrote:';
    const last = card.split('\n').findLast((line) => line.length > 2)!;
    expect(text(`Hi Mia,\n\n${card}`)).toContain(last);
    expect(text(`Hi Mia,\n\n${card}\n\n${introduction}\n> How may we reach you?`)).toContain(last);
    expect(text(`Hi Mia,\n\nSent from my iPhone\n\n${card}`)).not.toContain('iPhone');
    expect(text(`Two please.\n\n${card}`)).not.toContain(last);
  });

  test.each([
    ['Let us talk on WhatsApp.', 'WhatsApp +43 660 1234567'],
    ['加我微信', '微信 kimcustomer'],
    ['You can reach me on this one.', 'T +44 20 7946 0018'],
    ['Meine Mailadresse hat sich geändert.', 'kim@new.example'],
    ['邮箱换了', 'kim@new.example'],
    ['The logo is on my website.', 'www.corner.example'],
    ['Please engrave my full name.', 'Kim Émile Customer-Müller'],
  ])('a way to reach them is kept under %j', (words, line) => {
    expect(text(`${words}\n\n-- \nKim Customer\n${line}`)).toContain(line);
    expect(text(`Two please.\n\n-- \nKim Customer\n${line}`)).toBe('Two please.');
    expect(text(`Is that on your website, WhatsApp or 你们的微信?\n\n-- \nKim Customer\n${line}`)).not.toContain(line);
  });

  test('only a firm signs every mail with its account', () => {
    const firm = 'Weiss GmbH\nATU12345678\nIBAN AT61 1904 3002 3457 3201';
    expect(keptOf(`Two please.\n\n-- \nKim Customer\n${firm}`, firm)).toEqual([]);
    expect(keptOf(`Bitte auszahlen.\n\n-- \nKim Customer\n${firm}`, firm)).toEqual(firm.split('\n'));
  });

  test('what stands further down may be about it too', () => {
    const body =
      'Two please.\n\n-- \nKim Customer\nAm Markt 3\n07743 Jena\n\nPS: this is our new address, please note it.';
    expect(text(body)).toContain('Am Markt 3\n07743 Jena');
  });

  test('nor is half of what a program has marked as a signature', () => {
    const html = (words: string) =>
      readMail(
        Buffer.from(
          rawMail(
            { 'Content-Type': 'text/html; charset=utf-8' },
            `<div>${words}</div><div class="gmail_signature">Kim Customer<br>Mozartgasse 4/2<br>8010 Graz<br>12 High Street</div>`,
          ),
        ),
        { ownerEmails: [] },
      ).newText;
    expect(html('Two please.')).toBe('Two please.');
    expect(html('We have moved, please note.')).toContain('Kim Customer\nMozartgasse 4/2\n8010 Graz\n12 High Street');
  });
});

describe('what is wanted below `-- `, or is no part of any signature, stays', () => {
  test.each([
    ['Please engrave this', 'For ever yours, Kim'],
    ['The card should say', 'Happy birthday Tom\nKim'],
    ['On the lid please print these words', 'Home is where the tea is'],
    ['Auf der Karte soll stehen', 'Alles Liebe, Oma'],
    ['贺卡上写', '生日快乐'],
    ['杯子上刻', '永远爱你'],
    ['尺寸是', '高12厘米'],
    ['Here are the sizes we talked about', 'height 12 cm\nwidth 8 cm'],
    ['Here is the wording.', 'Forever and a day'],
    ['Two please.', 'gate code 4455'],
    ['Two please.', 'PIN: 4455'],
    ['要两个。', '门禁密码 4455'],
    ['Two please.', 'New address from 1 March: 5 Mill Lane'],
    ['Two please.', 'From Monday: 5 Mill Lane, York'],
    ['Two please.', 'Neue Anschrift ab 1. März: Am Markt 3'],
    ['要两个。', '3月1日起新地址：龙井路1号'],
    ['The blue one.', 'Size L'],
  ])('%s / %s', (above, below) => {
    for (const kept of [text(`Hello,\n\n${above}\n\n-- \n${below}`), text(`${above}\n-- \n${below}`)])
      expect(below.split('\n').filter((line) => !kept.includes(line))).toEqual([]);
    expect(text(`${above}\n\n-- \nKim Customer\n${below}`)).toContain(below);
  });

  test.each([
    'Please engrave it as you see fit, thanks',
    'How much would the engraving cost?',
    'The card is lovely.',
    'What size is it?',
    'Two please, with the card.',
    '尺寸是多少？',
    '收到，谢谢',
    'Which code should I use',
  ])('control: under %j a signature goes', (above) => {
    for (const card of ['Kim Customer\nCorner Shop Ltd\nOpen since 1920', 'Kim Customer\nHead of Buying'])
      expect(text(`${above}\n\n-- \n${card}`)).toBe(above);
    expect(text(`The card should say hi\n\n-- \nKim Customer\nwww.corner.example`)).toBe('The card should say hi');
  });
});

describe('a signature that is nothing else goes aside', () => {
  test.each([
    ['by convention', 'Yes.\n\n-- \nAnna\nBerg GmbH', 'Yes.'],
    ['with the author’s name', 'Yes.\n\n--\nKim Customer\nCorner Shop', 'Yes.'],
    [
      'a card under the name',
      'Works for me.\n\nKim Customer\nHead of Buying | Corner Shop\nT: +44 20 7946 0018\nwww.corner.example',
      'Works for me.',
    ],
    [
      'under a row of dashes',
      '已付款，请查收。\n\n------------------\nKim Customer\n某某贸易有限公司\n电话 13800138000',
      '已付款，请查收。',
    ],
    [
      'a list’s footer',
      'Two please.\n\n__\nmakers mailing list\nmakers@lists.example\nhttp://lists.example/listinfo/makers',
      'Two please.',
    ],
  ])('%s', (_, body, words) => {
    expect(text(body)).toBe(words);
  });
});

describe('what its author set off in a mail that answers nothing is theirs', () => {
  const read = (head: Record<string, string>, body: string) =>
    readMail(Buffer.from(rawMail(head, body)), { ownerEmails: [] }).newText;
  const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

  test.each([
    ['Please print this on the card:\n\n> Happy birthday', {}],
    ['请刻：\n> Happy birthday', {}],
    ['> Happy birthday\nthanks', {}],
    ['As you said:\n-----Original Message-----\nHappy birthday', {}],
    ['Please engrave:<blockquote style="margin:0 0 0 40px;border:none"><div>Happy birthday</div></blockquote>', HTML],
    ['<p>Please engrave:</p><blockquote type="cite">Happy birthday</blockquote>', HTML],
  ])('%s', (body, head) => {
    expect(read(head, body)).toContain('Happy birthday');
  });

  test.each([
    [{ 'In-Reply-To': '<a@shop.example>' }, 'Yes\n\n> Happy birthday\n> and many more'],
    [{ Subject: 'Re: Card' }, 'Yes\n\n> Happy birthday\n> and many more'],
    [{}, 'Yes\n\nOn Fri, 20 Nov 2026 at 10:00, Shop <a@shop.example> wrote:\n> Happy birthday'],
    [
      {},
      'Yes\n\n-----Original Message-----\nFrom: Shop <a@shop.example>\nSent: Friday\nTo: Kim\nSubject: x\n\nHappy birthday',
    ],
  ])('control: history stays history (%j)', (head, body) => {
    expect(read(head, body)).toBe('Yes');
  });
});
