import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';

const read = (head: Record<string, string>, text: string) =>
  readMail(Buffer.from(rawMail({ To: 'desk@tea.example', ...head }, text)), { ownerEmails: [] });
const asHtml = { 'Content-Type': 'text/html; charset=utf-8' };

describe('what of a mail cannot be read here is said', () => {
  it.each([
    [
      'S/MIME',
      { 'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m' },
      'MIAGCSqG',
      'sealed_mail',
    ],
    ['PGP in the text', {}, '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----', 'sealed_mail'],
    ['Outlook’s package', { 'Content-Type': 'application/ms-tnef; name=winmail.dat' }, 'eJ8+', 'winmail'],
  ])('%s', (_, head, text, strange) => {
    expect(read(head, text).strange).toBe(strange);
  });

  it('and enriched text is read', () => {
    const { newText, strange } = read({ 'Content-Type': 'text/enriched' }, '<bold>Two</bold> pots <<small>, please');
    expect([newText, strange]).toEqual(['Two pots <small>, please', null]);
  });
});

describe('answers typed into the copy Outlook makes of our mail', () => {
  const history = (answer: string) =>
    `<div id="divRplyFwdMsg"><b>From:</b> Tea Shop &lt;desk@tea.example&gt;<br><b>Sent:</b> Friday, 20 November 2026 10:12<br><b>To:</b> Ann<br><b>Subject:</b> Tea</div><p>Which tin?</p>${answer}<p>How many?</p>`;
  it.each([
    ['in bold', 'My answers are below.', '<p><b>The round one</b></p>'],
    ['highlighted', 'See my comments inline', '<p><span style="background:yellow">The round one</span></p>'],
    ['behind a name', 'Please see below', '<p>[Ann] The round one</p>'],
    ['in Chinese', '见下面', '<p>The round one</p>'],
    ['in the line of the question', 'See my answers in red below.', '<p>Which lid? The round one</p>'],
    ['in German', 'Meine Antworten siehe unten.', '<p>The round one</p>'],
  ])('%s are found where the words above say so', (_, above, answer) => {
    expect(read(asHtml, `<p>${above}</p>${history(answer)}`).newText).toContain('The round one');
  });

  it('control: without such words the copy is history', () => {
    expect(read(asHtml, `<p>Yes, two please.</p>${history('')}`).newText).toBe('Yes, two please.');
  });
});

describe('words in a charset that their label does not tell', () => {
  const bytes = (label: string, body: Buffer) =>
    readMail(
      Buffer.concat([Buffer.from(`From: a@b.example\r\nSubject: x\r\nContent-Type: text/plain${label}\r\n\r\n`), body]),
      { ownerEmails: [] },
    ).newText;
  it.each([
    ['Greek', '', 'windows-1253', 'Καλησπέρα, πότε θα σταλεί η παραγγελία μου;'],
    ['Polish', '', 'windows-1250', 'Dzień dobry, chciałabym zamówić żółtą filiżankę, proszę o wiadomość'],
    ['Japanese under another Japanese label', '; charset=iso-2022-jp', 'shift_jis', '注文した茶碗はいつ届きますか'],
    ['control: French', '', 'windows-1252', 'Très bien, la théière a été livrée où vous êtes'],
    ['control: Portuguese', '', 'windows-1252', 'Você pode enviar três xícaras até amanhã? Não há pressa'],
    ['control: Spanish', '', 'windows-1252', '¿Cuándo llegará? ¡Mañana salgo de viaje! Él también'],
    ['control: Russian', '', 'windows-1251', 'Здравствуйте, когда придёт мой заказ?'],
  ])('%s', (_, label, charset, text) => {
    expect(bytes(label, iconv.encode(text, charset))).toBe(text);
  });

  it('UTF-8 with a foreign piece in the same line keeps both', () => {
    const mixed = Buffer.concat([Buffer.from('Gr\xfc\xdfe / ', 'latin1'), Buffer.from('您好，请发货')]);
    expect(bytes('; charset=utf-8', mixed)).toBe('Grüße / 您好，请发货');
  });

  it('a subject in base64 that was cut anywhere is put together', () => {
    const text = '关于您的订单和发货时间的问题';
    const code = Buffer.from(text).toString('base64');
    const words = [code.slice(0, 10), code.slice(10, 27), code.slice(27)].map((piece) => `=?utf-8?B?${piece}?=`);
    expect(read({ Subject: words.join('\r\n ') }, 'x').subject).toBe(text);
  });
});

it.each([
  'من: Tea Shop <desk@tea.example>\nتم الإرسال: الجمعة 20 نوفمبر 2026 10:12\nإلى: Ann\nالموضوع: Tea',
  'Nuo: Tea Shop <desk@tea.example>\nIšsiųsta: 2026 m. lapkričio 20 d. 10:12\nKam: Ann\nTema: Tea',
  'No: Tea Shop <desk@tea.example>\nNosūtīts: 2026. gada 20. novembris 10:12\nKam: Ann\nTēma: Tea',
  'Daripada: Tea Shop <desk@tea.example>\nDihantar: Jumaat, 20 November 2026 10:12\nKepada: Ann\nSubjek: Tea',
  'Dari: Tea Shop <desk@tea.example>\nTerkirim: Jumat, 20 November 2026 10:12\nKe: Ann\nSubjek: Tea',
  'प्रेषक: Tea Shop <desk@tea.example>\nभेजा गया: शुक्रवार, 20 नवंबर 2026 10:12\nप्रति: Ann\nविषय: Tea',
  'از: Tea Shop <desk@tea.example>\nارسال شده: جمعه 20 نوامبر 2026 10:12\nبه: Ann\nموضوع: Tea',
  'Од: Tea Shop <desk@tea.example>\nПослато: петак, 20. новембар 2026. 10:12\nЗа: Ann\nТема: Tea',
  'Кімнен: Tea Shop <desk@tea.example>\nЖіберілді: 20 қараша 2026 ж. 10:12\nКімге: Ann\nТақырыбы: Tea',
  'Mula kay: Tea Shop <desk@tea.example>\nIpinadala: Nobyembre 20, 2026 10:12\nPara kay: Ann\nPaksa: Tea',
])('%s begins history', (block) => {
  expect(read({}, `Two pots.\n\n${block}\n\nWe have pots.`).newText).toBe('Two pots.');
});
