import { describe, expect, test } from 'vitest';
import { splitQuoted } from '../../../src/mail/words/quote.ts';

const KIM = { name: 'Kim Customer', address: 'kim@customer.example' };
const OLD = 'One or two?';

/** As the program or service of each name begins what it quotes; `noq`: without `>` below. */
const OPENINGS: [string, string][] = [
  [
    'notes table',
    `Shop Desk <desk@shop.example>\n03/03/2026 09:00 AM\n\nTo\nkim@customer.example\ncc\n\nSubject\nYour order\n\n${OLD}`,
  ],
  [
    'notes table2',
    `"Shop Desk" <desk@shop.example>\n03/03/2026 09:00\n\n        To: kim@customer.example\n        cc: \n        Subject: Your order\n\n\n${OLD}`,
  ],
  [
    'notes CN no address',
    `Shop Desk/SHOP/US\n03/03/2026 09:00 AM\n\nTo: kim@customer.example\ncc:\nSubject: Your order\n\n${OLD}`,
  ],
  [
    'notes |-- table',
    `|------------>\n| From:      |\n|------------>\n  >----------------------------------------|\n  |Shop Desk <desk@shop.example>            |\n  >----------------------------------------|\n|------------>\n| To:        |\n|------------>\n  >-----------|\n  |kim@customer.example  |\n  >-----------|\n|------------>\n| Date:      |\n|------------>\n  >-----------|\n  |03/03/2026 09:00 AM |\n  >-----------|\n|------------>\n| Subject:   |\n|------------>\n  >-----------|\n  |Your order |\n  >-----------|\n\n${OLD}`,
  ],
  ['notes one line noq', `"Shop Desk" <desk@shop.example> wrote on 03/03/2026 09:00:00 AM:\n\n${OLD}`],
  [
    'notes dashes no address',
    `-----Shop Desk/SHOP wrote: -----\nTo: kim@customer.example\nFrom: Shop Desk/SHOP\nDate: 03/03/2026 09:00AM\nSubject: Your order\n\n${OLD}`,
  ],
  [
    'polymail2',
    `On Tue, Mar 3, 2026 at 9:00 AM Shop Desk\n<\nmailto:Shop Desk <desk@shop.example>\n> wrote:\n\n${OLD}`,
  ],
  ['spark noq', `On 3 Mar 2026, 9:00 AM +0000, Shop Desk <desk@shop.example>, wrote:\n${OLD}`],
  ['spark ru', `3 мар. 2026 г., 9:00 +0300, Shop Desk <desk@shop.example>, писал:\n> ${OLD}`],
  ['superhuman noq', `On Tue, Mar 03, 2026 at 9:00 AM, Shop Desk < desk@shop.example > wrote:\n\n${OLD}`],
  [
    'superhuman md',
    `On Tue, Mar 03, 2026 at 9:00 AM, Shop Desk <[desk@shop.example](mailto:desk@shop.example)> wrote:\n\n${OLD}`,
  ],
  ['missive noaddr', `On March 3, 2026 at 9:00 AM, Shop Desk wrote:\n${OLD}`],
  ['hey noaddr', `On March 3, 2026, Shop Desk wrote:\n\n${OLD}`],
  ['fastmail noq', `On Tue, 3 Mar 2026, at 9:00 AM, Shop Desk wrote:\n${OLD}`],
  ['proton noq', `On Tuesday, March 3rd, 2026 at 9:00 AM, Shop Desk <desk@shop.example> wrote:\n\n${OLD}`],
  [
    'proton old',
    `‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Tuesday, March 3, 2026 9:00 AM, Shop Desk <desk@shop.example> wrote:\n\n${OLD}`,
  ],
  [
    'proton old3',
    `\u2010\u2010\u2010\u2010\u2010\u2010\u2010 Original Message \u2010\u2010\u2010\u2010\u2010\u2010\u2010\n\n${OLD}`,
  ],
  [
    'yahoo de',
    `    Am Dienstag, 3. März 2026, 09:00:00 MEZ hat Shop Desk <desk@shop.example> Folgendes geschrieben:  \n \n ${OLD}`,
  ],
  ['yahoo fr', `    Le mardi 3 mars 2026 à 09:00:00 UTC+1, Shop Desk <desk@shop.example> a écrit :  \n \n ${OLD}`],
  ['yahoo zh', `    在 2026年3月3日星期二 GMT+8 上午9:00:00， Shop Desk<desk@shop.example> 写道：  \n \n ${OLD}`],
  ['yahoo tw2', `    Shop Desk <desk@shop.example> 在 2026年3月3日 星期二 GMT+8 上午09:00:00 寫道﹕  \n \n ${OLD}`],
  ['yahoo ro', `    Pe marți, 3 martie 2026, 09:00:00 EET, Shop Desk <desk@shop.example> a scris:  \n \n ${OLD}`],
  ['yahoo ja2', `--- On Tue, 2026/3/3, Shop Desk <desk@shop.example> wrote:\n\n${OLD}`],
  [
    'samsung ko',
    `-------- 원본 이메일 --------\n발신: Shop Desk <desk@shop.example>\n날짜: 26/3/3 오전 9:00 (GMT+09:00)\n받은 사람: kim@customer.example\n제목: 주문\n\n${OLD}`,
  ],
  [
    'samsung tr',
    `-------- Orijinal mesaj --------Kimden: Shop Desk <desk@shop.example> Tarih: 3.03.2026 09:00 (GMT+03:00) Kime: kim@customer.example Konu: Sipariş\n${OLD}`,
  ],
  [
    'huawei2',
    `发自我的华为手机\n\n\n-------- 原始邮件 --------\n发件人：Shop Desk <desk@shop.example>\n时间：2026年3月3日 09:00\n收件人：kim@customer.example\n主题：订单\n\n${OLD}`,
  ],
  ['xiaomi2', `在 Shop Desk <desk@shop.example>，2026年3月3日 上午9:00写道：\n\n${OLD}`],
  [
    'qq reply',
    `------------------&nbsp;原始邮件&nbsp;------------------\n发件人:&nbsp;"Shop Desk"<desk@shop.example&gt;;\n发送时间:&nbsp;2026年3月3日(星期二) 上午9:00\n收件人:&nbsp;"Kim"<kim@customer.example&gt;;\n主题:&nbsp;订单\n\n\n${OLD}`,
  ],
  [
    '163 plain',
    `---- 回复的原邮件 ----\n发件人 Shop Desk<desk@shop.example>\n发送日期 2026年03月03日 09:00\n收件人 kim@customer.example\n主题 订单\n${OLD}`,
  ],
  ['163 at', `At 2026-03-03 09:00:00, "Shop Desk" <desk@shop.example> wrote:\n>${OLD}`],
  ['163 zh2', `在2026年03月03日 09:00，Shop Desk<desk@shop.example> 写道：\n${OLD}`],
  [
    'lark2',
    `From: "Shop Desk"<desk@shop.example>\nDate: Tue, Mar 3, 2026, 09:00\nSubject: order\nTo: "Kim"<kim@customer.example>\n${OLD}`,
  ],
  [
    'gmail ar digits',
    `‫في الثلاثاء، ٣ مارس ٢٠٢٦ في ٩:٠٠ ص تمت كتابة ما يلي بواسطة ‪Shop\nDesk‬‏ <‪desk@shop.example‬‏>:‬\n\n> ${OLD}`,
  ],
  [
    'gmail ar noq',
    `‫في الثلاثاء، ٣ مارس ٢٠٢٦ في ٩:٠٠ ص تمت كتابة ما يلي بواسطة ‪Shop Desk‬‏ <‪desk@shop.example‬‏>:‬\n\n${OLD}`,
  ],
  ['gmail he noq', `‫בתאריך יום ג׳, 3 במרץ 2026 ב-9:00 מאת ‪Shop Desk‬‏ <‪desk@shop.example‬‏>:‬\n\n${OLD}`],
  ['gmail th buddhist', `เมื่อวันที่ อ. 3 มี.ค. 2569 เวลา 09:00 Shop Desk <\ndesk@shop.example> เขียนว่า:\n\n> ${OLD}`],
  ['gmail vi noq', `Vào Th 3, 3 thg 3, 2026 vào lúc 09:00 Shop Desk <desk@shop.example>\nđã viết:\n\n${OLD}`],
  ['gmail tr noq', `Shop Desk <desk@shop.example>, 3 Mar 2026 Sal, 09:00\ntarihinde şunu yazdı:\n\n${OLD}`],
  ['gmail ko wrapped2', `2026년 3월 3일 (화) 오전 9:00, Shop Desk <desk@shop.example>님이\n작성:\n\n> ${OLD}`],
  ['gmail ko noq', `2026년 3월 3일 (화) 오전 9:00, Shop Desk <desk@shop.example>님이 작성:\n\n${OLD}`],
  ['gmail ja', `2026年3月3日(火) 9:00 Shop Desk <desk@shop.example>:\n\n${OLD}`],
  ['gmail zh wrapped', `Shop Desk <desk@shop.example> 于2026年3月3日周二\n09:00写道：\n\n${OLD}`],
  ['gmail hi', `मंगल, 3 मार्च 2026 को 9:00 am बजे को Shop Desk <desk@shop.example>\nने लिखा:\n\n> ${OLD}`],
  ['gmail ca', `Missatge de Shop Desk <desk@shop.example> del dia dt., 3 de març 2026 a les 9:00:\n\n> ${OLD}`],
  ['gmail sl', `V V tor., 3. mar. 2026 ob 09:00 je oseba Shop Desk <desk@shop.example>\nnapisala:\n\n> ${OLD}`],
  ['gmail pt-PT noq', `Shop Desk <desk@shop.example> escreveu (terça, 3/03/2026 à(s)\n09:00):\n\n${OLD}`],
  ['groupwise', `>>> Shop Desk <desk@shop.example> 03/03/2026 09:00 >>>\n${OLD}`],
  ['groupwise2', `>>> "Shop Desk" <desk@shop.example> 3/3/2026 9:00 AM >>>\n\n${OLD}`],
  ['mailru noq', `Вторник, 3 марта 2026, 9:00 +03:00 от Shop Desk <desk@shop.example>:\n \n${OLD}`],
  ['yandex noq', `03.03.2026, 09:00, "Shop Desk" <desk@shop.example>:\n\n${OLD}`],
  ['ukrnet', `3 березня 2026, 09:00:00, від "Shop Desk" <desk@shop.example>:\n\n> ${OLD}`],
  [
    'seznam',
    `---------- Původní e-mail ----------\nOd: Shop Desk <desk@shop.example>\nKomu: kim@customer.example\nDatum: 3. 3. 2026 9:00:00\nPředmět: Objednávka\n\n${OLD}`,
  ],
  ['ox noq', `Shop Desk <desk@shop.example> hat am 03.03.2026 09:00 CET geschrieben:\n\n${OLD}`],
  ['zimbra', `----- On Mar 3, 2026, at 9:00 AM, Shop Desk desk@shop.example wrote:\n\n> ${OLD}`],
  ['zoho zh', `---- 在 星期二, 2026-03-03 09:00:00 Shop Desk <desk@shop.example> 撰写 ----\n\n${OLD}`],
  ['zoho de', `---- Am Di, 03 Mrz 2026 09:00:00 +0100 Shop Desk <desk@shop.example> schrieb ----\n\n${OLD}`],
  ['zoho fr', `---- Le mar., 03 mars 2026 09:00:00 +0100 Shop Desk <desk@shop.example> a écrit ----\n\n${OLD}`],
  ['zoho es', `---- El mar, 03 mar 2026 09:00:00 +0100, Shop Desk <desk@shop.example> escribió ----\n\n${OLD}`],
  ['tutanota', `3. März 2026, 09:00 von desk@shop.example:\n\n> ${OLD}`],
  ['tutanota en2', `Mar 3, 2026, 09:00 by desk@shop.example:\n\n${OLD}`],
  ['inky', `On Tue, 3 Mar 2026 09:00:00 +0000 "Shop Desk" desk@shop.example wrote\n${OLD}`],
  ['newton', `On Tue, Mar 03, 2026 at 9:00am Shop Desk <\nShop Desk <\ndesk@shop.example\n>> wrote:\n\n${OLD}`],
  [
    'emclient',
    `------ Original Message ------\nFrom "Shop Desk" <desk@shop.example>\nTo "Kim" <kim@customer.example>\nDate 3/3/2026 9:00:00 AM\nSubject Your order\n\n${OLD}`,
  ],
  [
    'airmail noq',
    `On 3 March 2026 at 09:00:00, Shop Desk (desk@shop.example(mailto:desk@shop.example)) wrote:\n\n${OLD}`,
  ],
];

test.each(OPENINGS)('history begins where %s says so', (_, history) => {
  expect(splitQuoted(`Two please.\n\n${history}`, KIM).text).toBe('Two please.');
});

describe('what only looks like the beginning of history is its author’s:', () => {
  test.each([
    'We need\n>500 pcs',
    'On 3 March 2026 at 09:00 I asked Anna <anna@x.example> and she wrote:\nthree please',
    'Am 3. März 2026 um 9:00 habe ich an Anna <anna@x.example> geschrieben:\nDrei Tassen bitte.',
    'Please write on it:\n--- Anna wrote this ---\nThanks',
    'Le 3 mars 2026 à 09:00 vous avez dit que Anna <anna@x.example> vous a écrit :\nje veux trois tasses',
    'My colleague Anna <anna@x.example> phoned on 3/3/2026 at 9:00:\nshe wants three.',
    '3/3/2026 09:00 delivery to Anna <anna@x.example>:\nplease ring twice',
    '2026年3月3日 9:00 我给 Anna <anna@x.example> 写道：\n要三个',
    '2026年3月3日客户写道关于价格的问题和发货的时间以及颜色如下：\n要三个',

    'I got your Original Message and it says two.\nBut I want three.',
    'The Original Message said two cups.\n\nI need three.',
    'Original Message:\nI want three cups.',
    'See below.\n\nOriginal Message\n\nThe sign on the cup must read "Original Message".',
    'My order list:\n\nOn 3 March 2026 at 09:00 Anna wrote to me that she wants:\n\ntwo cups',
    'You told me on 3 March 2026 at 09:00, desk@shop.example wrote:\nthat it is in stock. Is it?',
    'As Anna <anna@x.example> wrote on 03/03/2026 09:00:\nwe need three.',
    'Contact at work:\nAnna Berg <anna@x.example>\n03/03/2026 09:00\n\nis when I called. Please answer.',
    'To: my office\nSubject: delivery\nPlease send it there.',
    'Deliver on:\n3/3/2026 9:00 AM\nTo\nmy office in Leeds\nSubject\nto availability',
    '>>> please read <<<\nI want three.',
    'Please engrave:\n\n---------- Original ----------\n\non the cup. Thanks',
    'From my side all is fine.\nTo be clear: I need two.\nDate: 3/3/2026 09:00 please.',
    'Meeting on 03.03.2026, 09:00, "Cafe Blau" <desk@cafe.example>:\nplease bring samples.',
    'In a message you sent, you wrote:\ntwo cups\nThat is wrong.',
    'Please invoice "Berg, Kim" <kim@b.org>\n03/03/2026 09:00\nTwo cups\nThree pots',
    'Mar 3, 2026, 09:00 by train:\nthen I come to you.',
  ])('%j', (words) => {
    expect(splitQuoted(`Hello,\n\n${words}`, KIM)).toMatchObject({ text: `Hello,\n\n${words}`, quoted: '' });
  });
});

describe('words right above the line that begins history stay:', () => {
  test.each([
    ['Hi,\n\nTwo please\nOn Tue, 3 Mar 2026 at 09:00, Shop <d@s.org> wrote:\n> x', 'Hi,\n\nTwo please'],
    ['Hi,\n\nTwo please.\nOn Tue, 3 Mar 2026 at 09:00, Shop <d@s.org> wrote:\n\nx', 'Hi,\n\nTwo please.'],
    [
      'Hi,\n\nOn Monday I need two\nOn Tue, 3 Mar 2026 at 09:00, Shop <d@s.org> wrote:\n> x',
      'Hi,\n\nOn Monday I need two',
    ],
    [
      'Hi,\n\nAm Montag 2 Stück\nAm Di., 3. März 2026 um 09:00 Uhr schrieb Shop <d@s.org>:\n> x',
      'Hi,\n\nAm Montag 2 Stück',
    ],
    ['Hi,\n\nNeed 3 at 2026/3/4\nOn Tue, 3 Mar 2026 at 09:00, Shop <d@s.org> wrote:\n> x', 'Hi,\n\nNeed 3 at 2026/3/4'],
    [
      'Hi,\n\n我要2个，2026年3月5日要\n在 2026年3月3日，09:00，Shop <d@s.org> 写道：\n> x',
      'Hi,\n\n我要2个，2026年3月5日要',
    ],
    ['Hi,\n\nmail me at k@x.org\nOn Tue, 3 Mar 2026 at 09:00, Shop <d@s.org> wrote:\n> x', 'Hi,\n\nmail me at k@x.org'],
    ['Hi,\n\nmail me at k@x.org\nShop <d@s.org> 于2026年3月3日周二 09:00写道：\n> x', 'Hi,\n\nmail me at k@x.org'],
    [
      'Hi,\n\nmail k@x.org or call 3/3/2026 9:00\n2026年3月3日(火) 9:00 Shop Desk <d@s.org>:\n> x',
      'Hi,\n\nmail k@x.org or call 3/3/2026 9:00',
    ],
  ])('%j', (mail, words) => {
    expect(splitQuoted(mail, KIM).text).toBe(words);
  });
});
