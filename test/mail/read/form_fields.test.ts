import { describe, expect, it } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { formWords } from '../../../src/mail/words/form_words.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const read = (text: string, head: Record<string, string> = {}) =>
  readMail(
    Buffer.from(
      rawMail(
        { To: 'desk@tea.example', From: 'Site <noreply@tea.example>', Subject: 'New form submission', ...head },
        text,
      ),
    ),
    { ownerEmails: ['owner@example.com'] },
  );
const form = (email: string) => `Name: Kim Berg\nEmail: ${email}\nMessage: Do you ship to Norway?`;

describe('an address in a form that is none as it stands', () => {
  it.each([
    'kim@berg,example',
    'kim@berg',
    'kim berg@x.example',
    'kim @berg.example',
    'kim@ berg.example',
    'kim@@berg.example',
    'kim at berg.example',
    'kim(at)berg.example',
    'kim.berg.example',
    'kim@berg..example',
    'kim@.example',
    'kim,berg@x.example',
    'kim@berg.example,org',
    '@berg.example',
  ])('%s is shown, and nobody is guessed from it', (typed) => {
    const reading = read(form(typed));
    expect(reading).toMatchObject({ claimed: false, visitor: { name: 'Kim Berg', unusable: typed } });
  });

  it('is not taken from where the form asks for answers either', () => {
    for (const [typed, asked] of [
      ['kim@berg,example', 'kim@berg,example'],
      ['kim,berg@x.example', 'kim,berg@x.example'],
    ])
      expect(read(form(typed!), { 'Reply-To': asked! }), typed).toMatchObject({ claimed: false });
  });

  it.each([
    'kim@berg.example',
    'Kim Berg <kim@berg.example>',
    'kim@berg.example.',
    '<kim@berg.example>',
    'mailto:kim@berg.example',
    'kim@berg.example (https://berg.example)',
    'KIM@BERG.EXAMPLE',
  ])('control: %s is one', (typed) =>
    expect(read(form(typed))).toMatchObject({ claimed: true, sender: { email: 'kim@berg.example', name: 'Kim Berg' } }),
  );

  it.each(['-', 'n/a', ''])('control: “%s” says nothing, and is not shown', (typed) =>
    expect(read(form(typed)).visitor?.unusable ?? '').toBe(''),
  );
});

describe('a name in two fields of a form is one name', () => {
  it.each([
    ['First Name: Kim\nLast Name: Berg', 'Kim Berg'],
    ['Last name: Berg\nFirst name: Kim', 'Kim Berg'],
    ['Your first name: Kim\nYour surname: Berg', 'Kim Berg'],
    ['firstname: Kim\nlastname: Berg', 'Kim Berg'],
    ['Vorname: Kim\nNachname: Berg', 'Kim Berg'],
    ['Name: Berg\nVorname: Kim', 'Kim Berg'],
    ['Nom : Berg\nPrénom : Kim', 'Kim Berg'],
    ['Nombre: Kim\nApellidos: Berg Ruiz', 'Kim Berg Ruiz'],
    ['Nome: Kim\nCognome: Berg', 'Kim Berg'],
    ['Имя: Ким\nФамилия: Берг', 'Ким Берг'],
    ['Imię: Kim\nNazwisko: Berg', 'Kim Berg'],
    ['姓：王\n名：小明', '王小明'],
    ['名字：小明\n姓氏：王', '王小明'],
    ['姓: Wang\n名: Xiaoming', 'Wang Xiaoming'],
    ['성: 김\n이름: 민수', '김민수'],
    ['Full name: Kim Berg\nFirst name: Kim', 'Kim Berg'],
    ['First name: Kim', 'Kim'],
    ['Name: Kim Berg', 'Kim Berg'],
  ])('%s', (fields, name) => {
    expect(read(`${fields}\nEmail: kim@berg.example\nMessage: Hi there`).sender?.name).toBe(name);
  });

  it('is the whole one, where the Reply-To holds half of it', () => {
    const head = { 'Reply-To': 'Kim <kim@berg.example>' };
    expect(read('First name: Kim\nLast name: Berg\nEmail: kim@berg.example\nMessage: Hi', head).sender?.name).toBe(
      'Kim Berg',
    );
  });
});

const SAID = 'My kettle exploded and my hand is burnt, I want my money back today';

describe('what a visitor wrote in a form', () => {
  it.each([
    [
      'Wix',
      'You have a new message:\nFirst Name: Kim\nLast Name: Berg\nEmail: kim@berg.example\nPhone: 123\nSubject: Delivery\nMessage: Do you ship?\nSoon?',
      'Delivery\nDo you ship?\nSoon?',
    ],
    [
      'Squarespace',
      'Sent via form submission from Tea\n\nName: Kim Berg\nEmail: kim@berg.example\nHow did you hear about us?: A refund blog\nMessage: Do you ship?',
      'Do you ship?',
    ],
    [
      'Contact Form 7',
      'From: Kim <kim@berg.example>\nSubject: Cups\n\nMessage Body:\nDo you ship?\n\n-- \nThis e-mail was sent from a contact form on Tea (https://tea.example)',
      'Cups\nDo you ship?',
    ],
    [
      'Elementor',
      'Name: Kim\nEmail: kim@berg.example\nMessage: Do you ship?\n\n---\n\nDate: May 1\nTime: 9:00\nPage URL: https://tea.example\nPowered by: Elementor',
      'Do you ship?',
    ],
    [
      'labels above their values',
      'Your Name\nKim\n\nYour Email\nkim@berg.example\n\nHow did you hear about us?\nA friend\n\nMessage\nDo you ship?\nThanks',
      'Do you ship?\nThanks',
    ],
    [
      '问卷星',
      '1. 您的姓名：金小姐\n2. 您的邮箱：kim@berg.example\n3. 您从哪里得知我们：投诉网站\n4. 您想咨询什么：可以寄到挪威吗？',
      '可以寄到挪威吗？',
    ],
    ['金数据', '姓名：金小姐\n手机：13800138000\n留言：想订 20 个杯子\n提交时间：2026-11-20 10:00', '想订 20 个杯子'],
    ['a question of its own', 'Name: Kim\nEmail: kim@berg.example\nWhich tea do you like: Green', 'Green'],
    [
      'a colon in the words',
      'Name: Kim\nMessage: One thing: my cup broke\nNote: it was new',
      'One thing: my cup broke\nNote: it was new',
    ],
  ])('%s: labels, addresses and what the site says are no words of theirs', (_, text, words) => {
    const found = formWords(text);
    expect(found?.words.replace(/\n{2,}/g, '\n')).toBe(words);
    expect(found?.perhaps).toBe('');
  });

  it.each([
    ['above the fields', `${SAID}\nName: Kim\nEmail: kim@berg.example\nMessage: Hi`, 'Hi'],
    ['below a rule they typed', `Name: Kim\nMessage: Hi\n---\n${SAID}`, 'Hi'],
    ['behind a word that is a label', `Name: Kim\nMessage: Hi\nDate: ${SAID}`, 'Hi'],
    ['below such a line', `Name: Kim\nMessage: Hi\nSource: web\n${SAID}`, 'Hi'],
    ['below a field for something else', `Name: Kim\nMessage: Hi\nCompany: none\n${SAID}`, 'Hi'],
    ['in a field for something else', `Name: Kim\nTopic: ${SAID}\nMessage: Hi`, 'Hi'],
    ['in the field for a name', `Name: ${SAID}\nMessage: Hi`, 'Hi'],
    ['below a question of its own', `Name: Kim\nEmail: kim@berg.example\nAnything else?\n${SAID}`, ''],
    ['in two cells without a colon', `Name Kim\nEmail kim@berg.example\nMessage ${SAID}`, ''],
    ['in several lines', `Name: Kim\nCompany: none\nwell,\n${SAID}\nMessage: Hi`, 'Hi'],
    ['below a line that looks like a footer', `Name: Kim\nMessage: Hi\nYou received this tea from me: ${SAID}`, 'Hi'],
  ])('%s may be theirs as well', (_, text, words) => {
    const found = formWords(text)!;
    expect(found.words).toBe(words);
    expect(found.perhaps).toContain(SAID);
  });

  it.each(['您好，水壶炸了把我的手烫伤了，今天必须退款', '水壶今天突然炸了孩子手上全是泡'])(
    '%s: so it is in Chinese',
    (said) => {
      for (const text of [
        `${said}\n姓名：金\n留言：你好`,
        `姓名：金\n留言：你好\n---\n${said}`,
        `姓名：金\n公司：${said}\n留言：你好`,
      ])
        expect(formWords(text)).toMatchObject({ words: '你好', perhaps: said });
    },
  );

  it.each([
    'You have a new message:',
    'You received a new message from your website.',
    'The following submission was made on your site',
    'Please do not reply to this email',
    'Report this as spam',
    '© 2026 Tea Ltd. All rights reserved.',
    'Tea Ltd, 12 Main Street, Leeds',
    'https://tea.example/contact',
    'Dear shop owner,',
    '您收到一条新的网站留言',
    '此邮件由系统自动发送，请勿回复',
  ])('%s: is the site’s own', (line) => {
    for (const text of [`${line}\nName: Kim\nMessage: Hi`, `Name: Kim\nMessage: Hi\n---\n${line}`])
      expect(formWords(text)).toEqual({ words: 'Hi', perhaps: '' });
  });

  it('is all of it where no field is known', () => expect(formWords('gino wrote:\nAny cups?')).toBeUndefined());

  it('is read in time in proportion to its length', () => {
    for (const unit of ['Message: x\n', 'a: ', '：', 'How did you ', '1. ', '- '])
      expect(growsTooFast(formWords, repeated(unit)), unit).toBeUndefined();
  });
});
