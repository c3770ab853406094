import { describe, expect, test } from 'vitest';
import { readMail } from '../../../src/mail/read/read.ts';
import { withoutStruck } from '../../../src/text/struck.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const reading = (plain: string, html: string) =>
  readMail(
    Buffer.from(
      rawMail(
        { 'Content-Type': 'multipart/alternative; boundary=b' },
        `--b\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b--`,
      ),
    ),
    { ownerEmails: [] },
  );
const text = (plain: string, html: string) => reading(plain, html).newText;

describe('of two versions of a mail the fuller is read', () => {
  test.each([
    ['its first word', 'Hello,', '<p>Hello,</p><p>please cancel order 3001</p>', 'Hello,\n\nplease cancel order 3001'],
    ['a picture', '[image: cup.jpg]', '<p>Is it broken?</p><img src="cid:1">', 'Is it broken?'],
    ['a stub', 'Please view this email in a browser.', '<p>Refund me 50 EUR</p>', 'Refund me 50 EUR'],
    ['the line of a phone', 'Sent from my iPhone', '<p>Cancel it</p><div>Sent from my iPhone</div>', 'Cancel it'],
    ['nothing in another script', '???5?', '<p>我想要5个</p>', '我想要5个'],
    ['letters without their marks', 'Preise f?r M?nchen', '<p>Preise für München</p>', 'Preise für München'],
    ['all but the last sentence', '请报价。', '<p>请报价。</p><p>急用！</p>', '请报价。\n\n急用！'],
    ['all but one word', 'I am happy', '<p>I am <b>not</b> happy</p>', 'I am not happy'],
  ])('where the plain one holds no more than %s', (_, plain, html, shown) => {
    expect(text(plain, html)).toBe(shown);
  });

  test.each([
    ['Please view in an HTML reader. PS: my number is 020 7946 0999', 'PS: my number is 020 7946 0999'],
    ['Please view in an HTML reader.\n\nPS: my number is 020 7946 0999', 'PS: my number is 020 7946 0999'],
    [
      'Please ring before noon.\nThis message is an HTML message, please use an HTML reader.',
      'Please ring before noon.',
    ],
    ['Your mail program does not support HTML. Cancel the blue one, please.', 'Cancel the blue one, please.'],
    ['您的邮箱不支持HTML，请用浏览器打开。电话改为13800138000', '电话改为13800138000'],
    ['I cannot pay in my browser', 'I cannot pay in my browser'],
  ])('what stands beside a notice is kept: %j', (plain, kept) => {
    expect(text(plain, '<p>Refund me 50 EUR</p>')).toBe(`${kept}\n\nRefund me 50 EUR`);
    expect(text(plain, `<p>Refund me 50 EUR</p><p>${kept}</p>`)).toBe(`Refund me 50 EUR\n\n${kept}`);
  });

  test.each([
    'Your email client cannot display HTML. To view it, click the link below:\nhttps://x.example/view',
    'This is an HTML e-mail. Please open it in your browser: https://x.example/v?id=1',
    '您的邮件客户端不支持HTML格式，请点击以下链接查看：https://x.example/1',
  ])('of a notice that says where to go nothing is kept: %j', (plain) => {
    expect(text(plain, '<p>Refund me 50 EUR</p>')).toBe('Refund me 50 EUR');
  });

  test('both where each says what the other does not', () => {
    const shown = text('Please send five blue cups to Berlin', '<p>And refund the broken teapot</p>');
    expect(shown).toBe('Please send five blue cups to Berlin\n\nAnd refund the broken teapot');
  });

  test.each([
    ['order', 'Cancel red, keep blue', 'Cancel blue, keep red'],
    ['order of two', 'From Leeds to York', 'From York to Leeds'],
    ['order of signs without blanks', '取消红色，保留蓝色', '取消蓝色，保留红色'],
    ['order of lines', 'Cancel\nred\nKeep\nblue', 'Cancel<br>blue<br>Keep<br>red'],
    ['word borders', 'therapist', 'the rapist'],
    ['figures', 'at 10:30', 'at 1030'],
    ['figures with a part', '1.5 kg', '15 kg'],
    ['two figures', '1 2 cups', '12 cups'],
    ['sign of equality', 'a = b', 'a ≠ b'],
    ['answer', '✗ Friday', '✓ Friday'],
    ['word', 'I do not want it', 'I do now want it'],
    ['target', 'The label: https://x.example/a', 'The label, now: https://y.example/b'],
  ])('both where they differ in their %s', (_, plain, html) => {
    const shown = text(plain, `<div>${html}</div>`);
    expect(shown).toContain(plain);
    expect(shown).toContain(html.replaceAll('<br>', '\n'));
  });

  test.each([
    ['5 to refund', '−5 to refund'],
    ['5 please', '€5 please'],
    ['5 off', '5% off'],
    ['we need 5', 'we need &lt;5'],
    ['red blue', '✗ red ✓ blue'],
    ['you sent it.', 'you sent it?'],
    ['green', '🟢 green'],
  ])('a sign is no layout: of %j the one with it is read, whichever it is', (without, signed) => {
    const shown = signed.replace('&lt;', '<');
    expect(text(without, `<p>${signed}</p>`)).toBe(shown);
    expect(text(shown, `<p>${without}</p>`)).toBe(shown);
  });

  test('of the plain text only the paragraph is added that the HTML does not have', () => {
    const plain = 'Hello,\n\nkeep the red cup, cancel\nthe blue one\n\nThanks,\nAnna';
    const html = '<p>Hello,</p><p>keep the blue cup, cancel the red one</p><p>Thanks,<br>Anna</p>';
    expect(text(plain, html)).toBe(
      'keep the red cup, cancel\nthe blue one\n\nHello,\n\nkeep the blue cup, cancel the red one\n\nThanks,\nAnna',
    );
  });

  test('words that the HTML strikes out are no complaint', () => {
    const shown = text('I want a refund Sorry, found it!', '<p><strike>I want a refund</strike> Sorry, found it!</p>');
    expect(withoutStruck(shown).trim()).toBe('Sorry, found it!');
    expect(shown).toContain('I want a refund');
  });

  test.each([
    ['cents', 'It was $1999', '<p>It was $19<sup>99</sup></p>', 'It was $19⁹⁹'],
    ['a formula', 'H2O please', '<p>H<sub>2</sub>O please</p>', 'H₂O please'],
    [
      'where a link leads',
      'The label is here',
      '<p>The label is <a href="https://x.example/l.pdf">here</a></p>',
      'The label is here (https://x.example/l.pdf)',
    ],
  ])('%s', (_, plain, html, shown) => {
    expect(text(plain, html)).toBe(shown);
  });

  test.each([
    ['the same words', 'Two  cups,\nplease', '<p>Two <b>cups</b>, please</p>', 'Two  cups,\nplease'],
    [
      'a link that both show',
      'See here\n<https://x.example/a>',
      '<p>See <a href="https://x.example/a/">here</a></p>',
      'See here\n<https://x.example/a>',
    ],
    ['more words', 'Two cups, and the lid', '<p>Two cups</p>', 'Two cups, and the lid'],
    [
      'bullets, stars and rules',
      '- *one*\n- two\n-----\nrest',
      '<ul><li><b>one</b></li><li>two</li></ul><hr>rest',
      '- *one*\n- two\n-----\nrest',
    ],
    [
      'an address that leads to itself',
      'Write to a@x.example<mailto:a@x.example> please',
      '<p>Write to <a href="mailto:a@x.example">a@x.example</a> please</p>',
      'Write to a@x.example<mailto:a@x.example> please',
    ],
    ['a part of a letter', 'half \u00bd, \ufb01ve', '<p>half 1/2, five</p>', 'half \u00bd, \ufb01ve'],
  ])('control: the plain one stays where it has %s', (_, plain, html, shown) => {
    expect(text(plain, html)).toBe(shown);
  });

  test('control: history that only the HTML shows is not what more it says', () => {
    const html =
      '<div>Yes please</div><div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Mar 2026, Shop &lt;a@shop.example&gt; wrote:</div><blockquote>Shall we send the invoice?</blockquote></div>';
    expect(text('Yes please', html)).toBe('Yes please');
  });

  test('in time that grows with the mail', () => {
    const read = (words: string) => text(`${words} more`, `<p>${words} <s>else</s></p>`);
    expect(growsTooFast(read, repeated('a b? ä~~x ⁹ 好'))).toBeUndefined();
    expect(growsTooFast(read, repeated('a\na a\nb <5 https://x.example/a\n\n'))).toBeUndefined();
  });
});
