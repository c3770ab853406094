import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (head: Record<string, string>, text: string) =>
  readMail(Buffer.from(rawMail({ To: 'desk@tea.example', ...head }, text)), { ownerEmails: ['owner@example.com'] });
const SITE = { From: 'Site <noreply@tea.example>', Subject: 'Website' };
const HTML = { ...SITE, 'Content-Type': 'text/html; charset=utf-8' };
const table = (rows: string[][]) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

describe('a website’s form that names its visitor nowhere but in its fields', () => {
  it.each([
    ['Italian', SITE, 'Nome: Gino\nLa tua email: gino@bar.example\nMessaggio: Spedite a Bari?'],
    ['Russian', SITE, 'Ваше имя: Олег\nЭл. почта: gino@bar.example\nТелефон: +7 900 1\nВаш вопрос: Есть чашки?'],
    ['Portuguese', SITE, 'Nome completo: Rui\nSeu e-mail: gino@bar.example\nSua mensagem: Enviam para Faro?'],
    ['Dutch', SITE, 'Voornaam: Jan\nUw e-mailadres: gino@bar.example\nUw bericht: Levert u in Gent?'],
    ['Polish', SITE, 'Imię i nazwisko: Ola\nTwój e-mail: gino@bar.example\nTreść wiadomości: Czy są kubki?'],
    ['Czech', SITE, 'Jméno: Eva\nE-mail: gino@bar.example\nVáš dotaz: Máte hrnky?'],
    ['Turkish', SITE, 'Adınız: Can\nE-posta adresi: gino@bar.example\nMesajınız: Fincan var mı?'],
    ['Japanese', SITE, 'お名前：山田\nメールアドレス：gino@bar.example\nお問い合わせ内容：在庫はありますか'],
    ['Korean', SITE, '이름: 김\n이메일: gino@bar.example\n문의내용: 재고 있나요'],
    ['Chinese, a builder’s', SITE, '客户姓名：王\n手机号：13800138000\n电子邮箱：gino@bar.example\n咨询内容：多少钱'],
    ['Swedish', SITE, 'Namn: Åsa\nE-post: gino@bar.example\nMeddelande: Skickar ni hit?'],
    [
      'German, as a letter',
      SITE,
      'Von: Gino B <gino@bar.example>\nBetreff: Tassen\n\nNachrichtentext:\nHaben Sie Tassen?',
    ],
    ['labels above their values', SITE, 'Your Name\nGino\n\nYour Email\ngino@bar.example\n\nMessage\nCups?'],
    [
      'a table without colons',
      HTML,
      table([
        ['Name', 'Gino B'],
        ['Email', '<a href="mailto:gino@bar.example">gino@bar.example</a>'],
        ['Message', 'Any cups?'],
      ]),
    ],
    [
      'a list of terms',
      HTML,
      '<dl><dt>Name</dt><dd>Gino</dd><dt>Email</dt><dd>gino@bar.example</dd><dt>Message</dt><dd>Cups?</dd></dl>',
    ],
    [
      'labels of a form that was sent as it stood',
      HTML,
      '<label>Name</label>Gino<br><label>Email</label>gino@bar.example<br><label>Message</label>Cups?',
    ],
    ['fields that run into one another', SITE, 'Name: Gino\nEmail: gino@bar.exampleMessage: Any cups?'],
    ['Chinese fields that run into one another', SITE, '姓名：王 邮箱：gino@bar.example留言：多少钱？'],
    [
      'a booking',
      { ...SITE, Subject: 'New Event: Gino B' },
      'Invitee: Gino B\n\nInvitee Email:\ngino@bar.example\n\nEvent Date/Time:\n10:00',
    ],
    [
      'a form that names itself and nothing else',
      { ...SITE, Subject: 'New contact form submission' },
      'gino@bar.example wrote:\nAny cups?',
    ],
  ])('%s: the visitor wrote it, as claimed', (_, head, text) => {
    expect(read(head, text)).toMatchObject({ kind: 'message', claimed: true, sender: { email: 'gino@bar.example' } });
  });

  it('takes the name from below its label, too', () => {
    expect(read(SITE, 'Your Name\nGino B\nYour Email\ngino@bar.example\nMessage\nCups?').sender?.name).toBe('Gino B');
  });

  it('is whose answers its Reply-To asks for elsewhere, though it has no fields', () => {
    const head = {
      From: 'Shop <hello@tea.example>',
      'Reply-To': 'gino@bar.example',
      Subject: 'New message from your website',
    };
    expect(read(head, 'Do you have cups?')).toMatchObject({ claimed: true, sender: { email: 'gino@bar.example' } });
  });

  it.each([
    [
      'a phone alone',
      SITE,
      'Name: Gino B\nPhone: 0171 234567\nMessage: Call me about cups',
      { name: 'Gino B', phone: '0171 234567' },
    ],
    ['Chinese', SITE, '姓名：王\n手机：13800138000\n留言：想订杯子', { name: '王', phone: '13800138000' }],
    [
      'a website’s own program',
      { From: 'wordpress@tea.example', Subject: 'New order' },
      'Somebody bought cups.',
      { name: '' },
    ],
    [
      'a review',
      { From: 'Maps <noreply@maps.example>', Subject: 'Gino left a review for Tea Shop' },
      '★★☆ The lid was loose.',
      { name: '' },
    ],
  ])('%s: shown as nobody’s when it holds no address', (_, head, text, visitor) => {
    expect(read(head, text)).toMatchObject({ claimed: false, visitor });
  });

  it.each([
    [
      'a receipt',
      { From: 'Pay <noreply@pay.example>', Subject: 'You got paid' },
      'Customer email: gino@bar.example\nName: Gino\nAmount: 20 EUR',
    ],
    [
      'a parcel',
      { From: 'Post <noreply@post.example>', Subject: 'On its way' },
      'Name: Gino\nPhone: 0171 1\nParcel 1 arrives today',
    ],
    ['a person', { From: 'Bea <bea@x.example>', Subject: 'Cups' }, 'Name: Bea\nPhone: 1\nMessage: hi'],
  ])('control: %s is no form', (_, head, text) => {
    expect(read(head, text)).toMatchObject({ claimed: false, visitor: null });
  });

  it('is read in time in proportion to its length', () => {
    for (const unit of ['Name: x\n', 'Email ', 'a@b.example ', '姓名：王\n', 'message\n'])
      expect(
        growsTooFast((text) => read(SITE, text), repeated(unit)),
        unit,
      ).toBeUndefined();
  });
});

describe('forms of other programs', () => {
  it.each([
    [
      '问卷星',
      { From: '问卷星 <service@forms.example>', Subject: '您的问卷有新答卷' },
      '您的问卷收到一份新答卷：\n\n1. 您的姓名：金小姐\n2. 您的邮箱：kim@berg.example\n3. 您想咨询什么：可以寄到挪威吗？',
      '金小姐',
    ],
    [
      'Webflow, which names the form itself',
      { From: 'Webflow <no-reply@forms.example>', Subject: 'You have a new form submission' },
      'Form name: Contact\nSite: tea\nName: Kim\nEmail: kim@berg.example\nMessage: ship?',
      'Kim',
    ],
    [
      'Netlify',
      { From: 'Netlify <formresponses@forms.example>', Subject: '[Netlify] New form submission' },
      'name: Kim\nemail: kim@berg.example\nmessage: ship?',
      'Kim',
    ],
  ])('are their visitor’s: %s', (_, head, text, name) => {
    expect(read(head, text)).toMatchObject({ claimed: true, sender: { name, email: 'kim@berg.example' } });
  });
});
