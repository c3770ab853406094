import { describe, expect, test } from 'vitest';
import { formatMail } from '../../../src/mail/send/format.ts';

const body = (html: string) => /<body>\n([\s\S]*)\n<\/body>/.exec(html)![1];

describe('a mail is written', () => {
  test('as text and the same as HTML: paragraphs, breaks, indents and links', () => {
    const { text, html } = formatMail({
      text: '您好,\n  一斤 ¥1280 <含税> & 包邮\n\n详见 https://shop.example.com/a?b=1&c=2。',
    });
    expect(text).toBe('您好,\n  一斤 ¥1280 <含税> & 包邮\n\n详见 https://shop.example.com/a?b=1&c=2。\n');
    expect(body(html)).toBe(
      '<p>您好,<br>\n&nbsp; 一斤 ¥1280 &lt;含税&gt; &amp; 包邮</p>\n' +
        '<p>详见 <a href="https://shop.example.com/a?b=1&amp;c=2">https://shop.example.com/a?b=1&amp;c=2</a>。</p>',
    );
  });

  test('with titles, fields and lists; without buttons', () => {
    const reply = {
      title: 'Your order',
      fields: [{ label: 'Total', value: '¥20' }],
      lists: [{ title: 'Items', items: [{ text: 'tea', detail: '2' }, { text: 'cup' }] }],
      buttons: [[{ label: 'Pay', command: '/pay' }]],
      hint: 'Thanks',
    };
    const { text, html } = formatMail(reply);
    expect(text).toBe('Your order\n\nTotal: ¥20\n\nItems\n- tea (2)\n- cup\n\nThanks\n');
    expect(body(html)).toBe(
      '<p><b>Your order</b></p>\n<p>Total: ¥20</p>\n<p>Items</p>\n<ul>\n<li>tea (2)</li>\n<li>cup</li>\n</ul>\n<p>Thanks</p>',
    );
  });

  test('in no colour of its own, so that dark clients show it dark', () => {
    const { html } = formatMail({ text: 'x' });
    expect(html).toContain('<meta charset="utf-8">');
    expect(html).not.toMatch(/style=|color:|bgcolor|<font/);
  });

  test('with nothing of a customer’s words becoming markup', () => {
    const { html } = formatMail({ text: '<script>x</script> https://e.test/"onclick="x', quote: '</blockquote><b>' });
    expect(html).not.toMatch(/<script|"onclick|<b>/);
  });
});
