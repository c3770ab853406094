import { describe, expect, test } from 'vitest';
import { splitQuoted } from '../../../src/mail/words/quote.ts';

const KIM = { name: 'Kim Customer', address: 'kim@customer.example' };
const split = (body: string) => splitQuoted(body, KIM);
const OLD = 'One or two?';

/** Above quoted lines, Gmail and its sisters say who wrote when. */
const INTRODUCTIONS: [string, string][] = [
  ['Polish', 'wt., 3 mar 2026 o 09:00 Shop Desk <desk@shop.example> napisał(a):'],
  ['Turkish', 'Shop Desk <desk@shop.example>, 3 Mar 2026 Sal, 09:00 tarihinde şunu yazdı:'],
  ['Finnish', 'ti 3. maalisk. 2026 klo 9.00 Shop Desk (desk@shop.example) kirjoitti:'],
  ['Czech', 'út 3. 3. 2026 v 9:00 odesílatel Shop Desk <desk@shop.example> napsal:'],
  ['Slovak', 'ut 3. 3. 2026 o 9:00 Shop Desk <desk@shop.example> napísal(a):'],
  ['Vietnamese', 'Vào Th 3, 3 thg 3, 2026 vào lúc 09:00 Shop Desk <desk@shop.example> đã viết:'],
  ['Thai', 'เมื่อ อ. 3 มี.ค. 2026 เวลา 09:00 Shop Desk <desk@shop.example> เขียนว่า:'],
  ['Indonesian', 'Pada tanggal Sel, 3 Mar 2026 pukul 09.00 Shop Desk <desk@shop.example> menulis:'],
  ['Japanese', '2026年3月3日(火) 9:00 Shop Desk <desk@shop.example>:'],
  ['Korean', '2026년 3월 3일 (화) 오전 9:00, Shop Desk <desk@shop.example>님이 작성:'],
  ['Russian', 'вт, 3 мар. 2026 г. в 09:00, Shop Desk <desk@shop.example>:'],
  ['Ukrainian', 'вт, 3 бер. 2026 р. о 09:00 Shop Desk <desk@shop.example> пише:'],
  ['Swedish', 'Den tis 3 mars 2026 kl 09:00 skrev Shop Desk <desk@shop.example>:'],
  ['Danish', 'Den tir. 3. mar. 2026 kl. 09.00 skrev Shop Desk <desk@shop.example>:'],
  ['Norwegian', 'tir. 3. mars 2026 kl. 09:00 skrev Shop Desk <desk@shop.example>:'],
  ['Hungarian', 'Shop Desk <desk@shop.example> ezt írta (időpont: 2026. márc. 3., K, 9:00):'],
  ['Romanian', 'mar., 3 mar. 2026 la 09:00, Shop Desk <desk@shop.example> a scris:'],
  ['Greek', 'Στις Τρί 3 Μαρ 2026 στις 9:00 π.μ., ο χρήστης Shop Desk <desk@shop.example> έγραψε:'],
  ['Dutch', 'Op di 3 mrt 2026 om 09:00 schreef Shop Desk <desk@shop.example>:'],
  ['German', 'Am Di., 3. März 2026 um 09:00 Uhr schrieb Shop Desk <desk@shop.example>:'],
  ['French', 'Le mar. 3 mars 2026 à 09:00, Shop Desk <desk@shop.example> a écrit :'],
  ['Spanish', 'El mar, 3 mar 2026 a las 9:00, Shop Desk (<desk@shop.example>) escribió:'],
  ['Portuguese', 'Em ter., 3 de mar. de 2026 às 09:00, Shop Desk <desk@shop.example> escreveu:'],
  ['Italian', 'Il giorno mar 3 mar 2026 alle ore 09:00 Shop Desk <desk@shop.example> ha scritto:'],
  ['Croatian', 'uto, 3. ožu 2026. u 09:00 Shop Desk <desk@shop.example> napisao je:'],
  ['Bulgarian', 'На вт, 3.03.2026 г. в 9:00 Shop Desk <desk@shop.example> написа:'],
  ['Hebrew', '‫בתאריך יום ג׳, 3 במרץ 2026 ב-9:00 מאת ‪Shop Desk‬‏ <‪desk@shop.example‬‏>:‬'],
];

describe('the line above a quotation goes with it in', () => {
  test.each(INTRODUCTIONS)('%s', (_, introduction) => {
    expect(split(`Two please.\n\n${introduction}\n\n> ${OLD}\n`).text).toBe('Two please.');
  });

  test.each(INTRODUCTIONS.filter(([, line]) => !line.startsWith('Shop Desk')))(
    '%s, wrapped before the address',
    (_, line) => {
      const wrapped = line.replace(/ ([<(]+desk@)/, '\n$1');
      expect(split(`Two please.\n\n${wrapped}\n\n> ${OLD}\n`).text).toBe('Two please.');
    },
  );
});

describe('history without quotation marks begins where a line says who wrote when', () => {
  test.each([
    ['Zoho', 'On Wed, 4 Mar 2026 08:14:43 +0000 Shop Desk <desk@shop.example> wrote'],
    ['Gmail, older', '2026-03-03 9:00 GMT+01:00 Shop Desk <desk@shop.example>:'],
    ['Gmail, older, wrapped', '2016-10-24 15:36 GMT+02:00 Shop Desk With A Very Long Name <\ndesk@shop.example>:'],
    ['German', 'Am 03.03.2026 um 09:00 schrieb Shop Desk <desk@shop.example>:'],
    ['German, without colon', 'Am 03.03.2026 um 09:00 schrieb Shop Desk <desk@shop.example>'],
    ['Swedish', 'Den tis 3 mars 2026 kl 09:00 skrev Shop Desk <desk@shop.example>:'],
    ['Outlook, Turkish', '"Shop Desk" <desk@shop.example>, 3.03.2026 09:00 tarihinde şunu yazdı:'],
    ['Outlook, Norwegian', '"Shop Desk" <desk@shop.example> skrev følgende den 03.03.2026 09:00:'],
  ])('%s', (_, introduction) => {
    expect(split(`Two please.\n\n${introduction}\n\n${OLD}`).text).toBe('Two please.');
  });
});

/** Outlook's header blocks: sender, date, receiver, subject. */
const LABELS: [string, string, string, string, string][] = [
  ['Swedish', 'Från', 'Skickat', 'Till', 'Ämne'],
  ['Polish', 'Od', 'Wysłane', 'Do', 'Temat'],
  ['Danish', 'Fra', 'Sendt', 'Til', 'Emne'],
  ['Turkish', 'Gönderen', 'Gönderildi', 'Kime', 'Konu'],
  ['Czech', 'Od', 'Odesláno', 'Komu', 'Předmět'],
  ['Hungarian', 'Feladó', 'Elküldve', 'Címzett', 'Tárgy'],
  ['Dutch', 'Van', 'Verzonden', 'Aan', 'Onderwerp'],
  ['Italian', 'Da', 'Inviato', 'A', 'Oggetto'],
  ['Spanish', 'De', 'Enviado el', 'Para', 'Asunto'],
  ['Portuguese', 'De', 'Enviada em', 'Para', 'Assunto'],
  ['French', 'De', 'Envoyé', 'À', 'Objet'],
  ['Russian', 'От', 'Отправлено', 'Кому', 'Тема'],
  ['Ukrainian', 'Від', 'Надіслано', 'Кому', 'Тема'],
  ['Finnish', 'Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe'],
  ['Japanese', '差出人', '送信日時', '宛先', '件名'],
  ['Korean', '보낸 사람', '보낸 날짜', '받는 사람', '제목'],
  ['Romanian', 'De la', 'Trimis', 'Către', 'Subiect'],
  ['Greek', 'Από', 'Στάλθηκε', 'Προς', 'Θέμα'],
  ['Thai', 'จาก', 'ส่ง', 'ถึง', 'เรื่อง'],
];
const blockOf = (from: string, date: string, to: string, subject: string) =>
  `${from}: Shop Desk <desk@shop.example>\n${date}: 3. 3. 2026 09:00\n${to}: Kim <kim@customer.example>\n${subject}: Your order`;

describe('a header block begins history', () => {
  test.each(LABELS)('in %s, with and without a rule above', (_, from, date, to, subject) => {
    const block = blockOf(from, date, to, subject);
    expect(split(`Two please.\n\n${'_'.repeat(32)}\n${block}\n\n${OLD}`).text).toBe('Two please.');
    expect(split(`Two please.\n\n${block}\n\n${OLD}`).text).toBe('Two please.');
  });

  test('under a rule in a language nobody listed, by an address, a time, and the order of the lines', () => {
    const block = blockOf('Nuotë', 'Iškeliavo', 'Kamgi', 'Apieką');
    expect(split(`Two please.\n\n${'_'.repeat(32)}\n${block}\n\n${OLD}`).text).toBe('Two please.');
  });

  test.each([
    [
      'Samsung',
      '-------- Original message --------From: Shop Desk <desk@shop.example> Date: 3/3/26  09:00  (GMT+00:00) To: kim@customer.example Subject: Your order',
    ],
    [
      'Samsung, German',
      '-------- Ursprüngliche Nachricht --------Von: Shop Desk <desk@shop.example> Datum: 03.03.26 09:00 (GMT+01:00) An: kim@customer.example Betreff: Ihre Bestellung',
    ],
    [
      'Samsung, Chinese',
      '-------- 原始邮件 --------发件人： Shop Desk <desk@shop.example> 日期： 2026/3/3 09:00 收件人： kim@customer.example 主题： 订单',
    ],
  ])('all in one line: %s', (_, line) => {
    expect(split(`Two please.\n\n${line}\n${OLD}`).text).toBe('Two please.');
  });
});

describe('what stands below a "reply above this line" is the help desk’s', () => {
  test.each([
    '##- Please type your reply above this line -##',
    '--- Reply above this line ---',
    'Please reply above this line',
    '-- do not edit below this line --',
    '—— 请在此行上方回复 ——',
    '== 在此行上方回复 ==',
    '--- Bitte antworten Sie oberhalb dieser Linie ---',
    '--- Veuillez répondre au-dessus de cette ligne ---',
    '=== Responda por encima de esta línea ===',
    '--- Rispondi sopra questa riga ---',
    '--- この行より上に返信してください ---',
  ])('%s', (marker) => {
    expect(split(`Two please.\n\n${marker}\n\n${OLD}\nThe shop`).text).toBe('Two please.');
  });

  test.each([
    'I wrote my reply above this line of the form, but it was not saved.',
    'Print the name above the line, please.',
    '请把名字印在这条线上方',
  ])('control: %s', (line) => {
    expect(split(`Hello,\n\n${line}\n\nKim`).text).toContain('Kim');
  });
});

describe('a quotation that a server wrapped anew', () => {
  const LONG = '> The cups of your order are ready now and we would like to send them to you';

  test('is history with the ends of its lines', () => {
    const body = `Two please.\n\n${LONG}\ntomorrow\n> or on the day after, if you tell us which\n> One or two?`;
    expect(split(body).text).toBe('Two please.');
  });

  test.each([
    ['a line that ends', `${LONG}.\ntomorrow\n> or when?`],
    ['a line that begins', `${LONG}\ntomorrow\n> One or two?`],
    ['a short line', '> when\ntomorrow\n> or on the day after'],
  ])('control: words after or before %s are an answer', (_, body) => {
    expect(split(`Hi,\n\n${body}`).text).toContain('tomorrow');
  });
});

describe('a footer under the quotation makes no answer of it', () => {
  test.each([
    ['a company’s', 'Corner Shop Ltd, registered in England No. 123456. Registered office: 12 High Street, London.'],
    [
      'a German company’s',
      'Corner GmbH, Sitz der Gesellschaft: Berlin, Amtsgericht Charlottenburg HRB 12345, Geschäftsführer: Kim',
    ],
    ['a list’s', '__\nmakers mailing list\nmakers@lists.example\nhttp://lists.example/listinfo/makers'],
    ['a phone’s', 'Sent from my iPhone'],
    ['an Austrian company’s', 'Corner GmbH, Graz, FN 123456a, UID ATU12345678'],
    ['one of lines', 'Corner Ltd\n12 High Street, London N1 9GU\nT +44 20 7946 0018\nwww.corner.example'],
    ['a Chinese company’s', '杭州云山茶业有限公司\n电话：0571-88888888'],
    ['channels', 'Follow us on Instagram @corner\nVisit our showroom!'],
    ['a Dutch company’s', 'Corner B.V.\nKvK 12345678\nBTW NL123456789B01'],
    ['its stars', 'Rate us on Google!'],
    ['channels in Chinese', '关注我们的公众号：云山茶'],
    ['a lawyer’s', 'This email is confidential. If you are not the intended recipient, delete it.'],
  ])('%s', (_, footer) => {
    const introduction = 'On Tue, 3 Mar 2026 at 09:00, Shop Desk <desk@shop.example> wrote:';
    expect(split(`Two please.\n\n${introduction}\n\n> ${OLD}\n> Regards\n\n${footer}`).text).toBe('Two please.');
  });

  test('control: words under it are an answer to it', () => {
    expect(split(`Hi\n\n> ${OLD}\n\nTwo, and to 12 High Street.`).text).toContain(OLD);
  });

  test.each([
    ['wants it', 'Yes, please put us on the invoice.', OLD, 'Corner GmbH, Graz, UID ATU12345678'],
    ['was asked for it', 'Hello,', 'What is your VAT number?', 'Corner GmbH, Graz, UID ATU12345678'],
    [
      'was asked for it in no question',
      'Hello,',
      'Please send us your VAT number and company name.',
      'Corner GmbH, UID ATU12345678',
    ],
    [
      'was asked for it in German',
      'Hallo,',
      'Bitte noch die Anschrift und die UID ergänzen.',
      'Corner GmbH, Graz, UID ATU12345678',
    ],
    ['was asked for it, in Chinese', '您好', '请问发票抬头是什么？', '杭州云山茶业有限公司\n税号：91330100MA2B1C3D4E'],
    ['only greets', 'Hi Mia,', 'Something is still open.', 'Corner GmbH, UID ATU12345678'],
    ['only greets, with a !', 'Hello Mia!', 'We only have half of it.', 'Corner GmbH, UID ATU12345678'],
    ['greets and signs', 'Bonjour,\n\nCordialement', 'Il reste une chose.', 'Corner SARL\nTVA FR12345678901'],
    ['only greets in a language nobody listed', 'Tere Mia,', 'Midagi.', 'Corner Ltd\nT +44 20 7946 0018'],
    ['only greets, in Chinese', '早上好！', '还差一项', '杭州云山茶业有限公司\n电话：0571-88888888'],
    ['assents to what was asked', 'Of course, gladly.', 'Who gets it', 'Corner GmbH, UID ATU12345678'],
    ['assents, in Chinese', '好的，没问题', '方便说一下给哪位', '杭州云山茶业有限公司\n电话：0571-88888888'],
    ['announces it', 'We are this one:', 'Something is still open.', 'Corner GmbH, UID ATU12345678'],
    ['invites', 'Two please.', OLD, 'Visit our showroom on Monday, we open at nine for you'],
    ['says where to', 'Yes.', OLD, 'Visit our showroom and bring both, please.'],
    ['says something else', 'Yes.', OLD, 'Corner Ltd, T +44 20 7946 0018\nand two for my sister'],
    ['names a person', 'Yes.', OLD, 'Kim Other'],
  ])('control: it is no mere footer where its author %s', (_, said, asked, below) => {
    const introduction = 'On Tue, 3 Mar 2026 at 09:00, Shop Desk <desk@shop.example> wrote:';
    expect(split(`${said}\n\n${introduction}\n\n> ${asked}\n> Regards\n\n${below}`).text).toContain(below);
  });
});

describe('a quotation that a server wrapped once is one', () => {
  const introduction = 'On Tue, 3 Mar 2026 at 09:00, Shop Desk <desk@shop.example> wrote:';

  test.each([
    '> Hello Kim, we have got one or two tins left and would\nbe glad to hear\n> which',
    '> Hello Kim, there are still two tins left of it and we\nkeep them.\n>\n> Regards',
    '> Guten Tag, wir haben noch zwei Dosen davon und würden die\nrote schicken.\n> Mia',
    '> Hello Kim, there are two tins left, one for you and one for your\nsister',
    '> Hello Kim, we have got one or two tins of it and can\nput them aside.\n>\n> Regards',
    '> 您好，这个茶叶罐我们还有两个蓝色的，如果您需要的话我们可以\n帮您留着。\n> 谢谢',
  ])('%j', (quoted) => {
    expect(split(`Two please.\n\n${introduction}\n\n${quoted}`).text).toBe('Two please.');
  });

  test.each([
    '> Would you like to have the red one or the blue one?\nblue',
    '> Hello Kim, there are two tins left, which is the one you want\nthe blue one please',
    '> Hello Kim, tell me how many tins there are in that parcel for you\nboth for me',
    '> 您好，这个茶叶罐我们还有两个蓝色的，您要的话今天发也可以\n不用了，谢谢',
    '> 您好，这个茶叶罐我们还有两个蓝色的，您要的话明天可以寄给\n我妈妈',
  ])('control: an answer is none of it: %j', (quoted) => {
    expect(split(`Hi\n\n${introduction}\n\n${quoted}`).text).toContain(quoted.split('\n')[1]);
  });
});
