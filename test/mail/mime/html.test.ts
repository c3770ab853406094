import { describe, expect, test } from 'vitest';
import { withStyleMarks } from '../../../src/mail/mime/html_style.ts';
import { readMail } from '../../../src/mail/read/read.ts';
import { withoutStruck } from '../../../src/text/struck.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast } from '../../support/linear.ts';

const read = (body: string, type = 'text/html') =>
  readMail(Buffer.from(rawMail({ 'Content-Type': `${type}; charset=utf-8` }, body)), { ownerEmails: [] });
const text = (body: string, type?: string) => read(body, type).newText;
const both = (plain: string, html: string) =>
  text(
    `--b\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b--`,
    'multipart/alternative; boundary=b',
  );

describe('a link shows where it leads, when its words do not', () => {
  test.each([
    ['a file', '<a href="https://drive.example/file/abc">logo.ai</a>', 'logo.ai (https://drive.example/file/abc)'],
    [
      'another site than it says',
      '<a href="https://evil.example/">bank.example</a>',
      'bank.example (https://evil.example/)',
    ],
    ['its own address', '<a href="https://www.shop.example/">www.shop.example</a>', 'www.shop.example'],
    [
      'its own address in full',
      '<a href="https://shop.example/a?b=1">https://shop.example/a?b=1</a>',
      'https://shop.example/a?b=1',
    ],
    ['a script', '<a href="javascript:alert(1)">click</a>', 'click'],
    ['data', '<a href="data:text/html,x">click</a>', 'click'],
    ['a place in the page', '<a href="#top">top</a>', 'top'],
    ['a picture', 'x<a href="https://shop.example/"><img src="a.png"></a>', 'x'],
    ['an address', '<a href="mailto:kim@x.example">Kim</a>', 'Kim <kim@x.example>'],
  ])('%s', (_, html, shown) => {
    expect(text(`<p>${html}</p>`)).toBe(shown);
  });

  test('a target longer than anybody reads is its site', () => {
    expect(text(`<a href="https://x.example/${'a'.repeat(2000)}">here</a>`)).toBe('here (https://x.example/…)');
  });
});

describe('what the sender’s program hides is not shown', () => {
  test.each([
    '<div style="display:none;max-height:0">PREHEADER</div>',
    '<div style="DISPLAY : NONE !important">PREHEADER</div>',
    "<span style='font-size:0;line-height:0'>PREHEADER</span>",
    '<span style="font-size:1px;color:#ffffff">PREHEADER</span>',
    '<span style="mso-hide:all">PREHEADER</span>',
    '<span style="opacity:0">PREHEADER</span>',
    '<span style="visibility:hidden">PREHEADER</span>',
    '<div style="max-height:0px;overflow:hidden">PREHEADER</div>',
    '<span style="color:#fff;background:#FFF">PREHEADER</span>',
    '<p hidden>PREHEADER</p>',
  ])('%s', (html) => {
    expect(text(`<body>${html}<p>Two please</p></body>`)).toBe('Two please');
  });

  test.each([
    '<p style="font-size:0.9em">Two please</p>',
    '<p style="opacity:0.8">Two please</p>',
    '<p style="color:#fff;background:#000">Two please</p>',
    '<div style="font-size:0"><p style="font-size:16px">Two please</p></div>',
    '<div style="display:none">Two please</div>',
    '<p class="hidden">Two please</p>',
  ])('control: %s', (html) => {
    expect(text(`<body>${html}</body>`)).toBe('Two please');
  });
});

describe('the words are taken where they are', () => {
  test.each([
    'Your email client does not support HTML messages',
    'This is an HTML email. Please enable HTML to view it.',
    "Your mail reader doesn't display HTML",
    '您的邮件客户端不支持HTML格式',
    'Ihr E-Mail-Programm unterstützt kein HTML.',
    'Votre logiciel ne supporte pas les messages HTML',
  ])('in the HTML beside "%s"', (stub) => {
    expect(both(stub, '<p>Is the blue cup in stock?</p>')).toBe('Is the blue cup in stock?');
  });

  test('control: in the plain text that speaks of HTML', () => {
    const words = 'Does your newsletter support HTML, and can I send you a template?';
    expect(both(words, `<p>${words}</p>`)).toBe(words);
  });

  test.each([
    '<html><body><p>Please <b>cancel</b> order 1001</p></body></html>',
    '<div>Please <b>cancel</b> order 1001</div>',
    '<!DOCTYPE html><html><head><style>p{}</style></head><body>Please <b>cancel</b> order 1001</body></html>',
  ])('in HTML that was sent as plain text: %s', (html) => {
    expect(text(html, 'text/plain')).toBe('Please cancel order 1001');
  });

  test('control: a customer who asks about HTML keeps it', () => {
    expect(text('<p> or <br>, which is right?', 'text/plain')).toBe('<p> or <br>, which is right?');
  });
});

describe('answers in colour inside the history are found', () => {
  test('where all of it is coloured, in the lines of the questions, and the author speaks of it', () => {
    const html = `<div>See my answers in red.</div><div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Mar 2026, Shop &lt;a@shop.example&gt; wrote:</div><blockquote class="gmail_quote"><div>Which colour? <span style="color:red">Blue</span></div><div>How many? <font color="#ff0000">Three</font></div></blockquote></div>`;
    expect(text(html)).toContain('Which colour? Blue');
    expect(text(html.replace('in red', 'soon'))).not.toContain('Blue');
  });

  const gmail = (own: string, colour = 'color:red') =>
    `<div>${own}</div><br><div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Mar 2026, Shop &lt;desk@shop.example&gt; wrote:<br></div><blockquote class="gmail_quote"><div>One or two?</div><div><span style="${colour}">Two, in blue</span></div><div>Which address?</div><div><span style="${colour}">12 High Street</span></div></blockquote></div>`;
  const outlook = (own: string) =>
    `<div>${own}</div><div id="divRplyFwdMsg"><b>From:</b> Shop &lt;desk@shop.example&gt;<br><b>Sent:</b> Tuesday, March 3, 2026 9:00 AM<br><b>To:</b> Kim<br><b>Subject:</b> Order</div><p>Which address?</p><p><font color="#C00000">12 High Street</font></p><p>Regards</p>`;

  test.each([
    ['Gmail', gmail('See my answers in red below.')],
    ['Gmail, nothing said', gmail('Hi')],
    ['Outlook', outlook('My comments in red.')],
    ['Outlook, nothing said, under a question', outlook('Thank you very much for your mail.')],
    ['in Chinese', gmail('红字部分是我的答复', 'color:rgb(255, 0, 0)')],
  ])('%s', (_, html) => {
    expect(text(html)).toMatch(/Which address\?[\s\S]*12 High Street/);
  });

  test.each([
    ['black and grey', gmail('Thank you for everything so far.', 'color:#222222')],
    ['a program’s own blue', gmail('Thank you for everything so far.', 'color:#1F497D')],
  ])('control: %s mean nothing', (_, html) => {
    expect(text(html)).toBe('Thank you for everything so far.');
  });
});

describe('what people type into the part their program marks as signature is kept', () => {
  test.each([
    [
      'Gmail',
      '<div>Two</div><div class="gmail_signature">Kim<br>Corner Shop<br>PS: can you gift wrap?</div>',
      'gift wrap',
    ],
    ['Outlook', '<div>Hello</div><div id="Signature"><p>Please cancel order 1001.</p><p>Kim</p></div>', 'cancel order'],
    ['Thunderbird', '<p>你好</p><div class="moz-signature">要 3 个，请尽快<br>张三</div>', '3 个'],
  ])('%s', (_, html, words) => {
    expect(text(html)).toContain(words);
    expect(text(html)).not.toMatch(/Corner Shop|张三|Kim/);
  });

  test('control: a card and a notice in it go aside', () => {
    const card =
      '<p>Head of Buying</p><p>T: +44 20 7946 0018</p><p>Tea for all.</p><p>This email is confidential and intended only for the addressee.</p>';
    expect(text(`<p>Two</p><div id="Signature">${card}</div>`)).toBe('Two');
  });
});

test('hidden, coloured and linked elements take time in proportion to how many there are', () => {
  const unit = '<a href="https://x.example/a"><span style="color:red;font-size:0">x</span></a>';
  expect(growsTooFast(text, (size) => `<p>hi</p>${unit.repeat(size / unit.length)}`)).toBeUndefined();
});

describe('what stands apart for the eye stands apart in the text', () => {
  test.each([
    [
      'a list of terms',
      '<dl><dt>Size</dt><dd>4</dd><dd>2 pieces</dd><dt>Tables</dt><dd>12</dd></dl>',
      'Size\n4\n2 pieces\nTables\n12',
    ],
    ['a legend', '<fieldset><legend>Size</legend>L</fieldset>', 'Size\nL'],
    ['a summary', '<details><summary>Answer</summary>cancel</details>', 'Answer\ncancel'],
    ['a caption', '<figure>Broken cup<figcaption>cup 2</figcaption></figure>', 'Broken cup\ncup 2'],
    ['the caption of a table', '<table><caption>Cups</caption><tr><td>2</td></tr></table>', 'Cups\n2'],
    ['an address', 'Send it to<address>Moon Street 1</address>today', 'Send it to\nMoon Street 1\ntoday'],
    ['points without a list', 'Two<li>red</li><li>blue</li>', 'Two\nred\nblue'],
    ['points of a menu', '<menu><li>red</li><li>blue</li></menu>', 'red\nblue'],
    ['a list from a number on', '<ol start="3"><li>red</li><li>blue</li></ol>', ' 3. red\n 4. blue'],
    ['a list backwards', '<ol reversed><li>red</li><li>blue</li><li>tea</li></ol>', ' 3. red\n 2. blue\n 1. tea'],
    ['a list backwards from a number', '<ol reversed start=10><li>red</li><li>blue</li></ol>', ' 10. red\n 9.  blue'],
    ['points with numbers of their own', '<ol><li value="5">red</li><li>blue</li></ol>', ' 5. red\n 6. blue'],
    ['letters', '<ol type="A" start="26"><li>red</li><li>blue</li></ol>', ' Z.  red\n AA. blue'],
    ['Roman figures', '<ol type=i start=9><li>red</li><li>blue</li></ol>', ' ix. red\n x.  blue'],
    ['Roman figures beyond reason', '<ol type=I start=900000000><li>red</li></ol>', ' 900000000. red'],
    ['a start that is no number', '<ol start="x"><li>red</li></ol>', ' 1. red'],
    [
      'lists in a list',
      '<ol><li>red<ol start=7><li>small</li></ol></li><li>tea</li></ol>',
      ' 1. red\n    7. small\n 2. tea',
    ],
    [
      'spans on lines',
      'a<span style="display:block">b</span><span style="color:red;display: block">c</span>',
      'a\nb\nc',
    ],
    [
      'links on lines',
      '<a style="display:block" href="#y">Yes</a><a style="display:block" href="#n">No</a>',
      'Yes\nNo',
    ],
    ['cells made of spans', '<b style="display:table-cell">Qty</b><span style="display:table-cell">5</span>', 'Qty 5'],
    [
      'boxes beside each other',
      '<a style="display:inline-block;padding:4px">Yes</a><a style="float:right">No</a>',
      'Yes No',
    ],
    ['a margin', 'Qty<span style="margin-left:12px">5</span>', 'Qty 5'],
    [
      'what a style sheet sets apart',
      '<style>.l{display:block}</style>a<span class="l">b</span><span class=l>c</span>',
      'a\nb\nc',
    ],
    ['control: a span in a word', 'c<span style="color:#333">u</span>p<b style="margin-left:0">s</b>', 'cups'],
    ['buttons', '<button>Yes</button><button>No</button>', 'Yes No'],
    ['labels', '<label>Qty</label>5<label>Size</label>4', 'Qty 5 Size 4'],
    ['control: a label before a comma', 'I want <label>two</label>, please', 'I want two, please'],
    ['a fraction', '<math><mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>kg', '1 1/2 kg'],
    [
      'all of it in HTML nested beyond reason',
      `${'<i>'.repeat(600)}<dl><dt>Size</dt><dd>4</dd></dl><table><tr><td>2</td><td>0</td></tr></table>`,
      'Size\n\n4\n\n 2  0',
    ],
  ])('%s', (_, html, shown) => {
    expect(text(`<body>${html}</body>`)).toBe(shown);
  });
});

describe('a style sheet of the mail', () => {
  const styled = (css: string, body: string) =>
    text(`<html><head><style type="text/css">${css}</style></head><body>${body}<p>Two please</p></body></html>`);

  test.each([
    ['by a class', '.pre {display:none !important}', '<div class="a pre">PREHEADER</div>'],
    [
      'by a name and a class, or an id',
      'div.pre, #p{visibility:hidden}',
      '<div class="pre">PRE</div><p id=p>HEADER</p>',
    ],
    ['inside a comment of HTML', '<!-- .pre{font-size:0} -->', '<div class="pre">PREHEADER</div>'],
    ['between comments', '/* a */ .pre{mso-hide:all} /* b', '<div class="pre">PREHEADER</div>'],
    ['in the colour of its ground', '.pre{color:#fff;background-color:#FFF}', '<div class="pre">PREHEADER</div>'],
    [
      'over an attribute, where it insists',
      '.pre{display:none!important}',
      '<p class="pre" style="display:block">PRE</p>',
    ],
    ['off the page', '.sr{position:absolute;left:-9999px}', '<span class="sr">PREHEADER</span>'],
    ['without room', '.sr{width:1px;height:1px;overflow:hidden}', '<span class="sr">PREHEADER</span>'],
  ])('hides what the program of its reader would not show: %s', (_, css, body) => {
    expect(styled(css, body)).toBe('Two please');
  });

  test.each([
    ['shown by its own attribute', '.a{display:none}', '<p class="a" style="display:block">My pot broke</p>'],
    ['hidden on phones alone', '@media (max-width:600px){.a{display:none}}', '<p class="a">My pot broke</p>'],
    ['hidden on paper', '@media print{.a{display:none}} .b{}', '<p class="a">My pot broke</p>'],
    [
      'shown on phones alone',
      '.a{display:none}@media (max-width:600px){.a{display:block!important}}',
      '<p class="a">My pot broke</p>',
    ],
    ['hidden in a place it may not be in', '.quote .a{display:none}', '<p class="a">My pot broke</p>'],
    [
      'of a size in a cell of none',
      'td{font-size:0} .in{font-size:14px}',
      '<table><tr><td><p class="in">My pot broke</p></td></tr></table>',
    ],
    ['shown in a place', '.a{display:none} body .a{display:inline}', '<p class="a">My pot broke</p>'],
    ['shown beside another class', '.a{display:none} .a.on{display:block}', '<p class="a on">My pot broke</p>'],
    ['shown as a child', '.a{display:none} body > .a{display:block}', '<p class="a">My pot broke</p>'],
    ['shown by an attribute', '.a{display:none} [class="a"]{display:block}', '<p class="a">My pot broke</p>'],
    ['shown by its name in a place', '.a{display:none} .in p{display:block}', '<p class="a">My pot broke</p>'],
    ['hidden by a sheet for paper', '</style><style media="print">.a{display:none}', '<p class="a">My pot broke</p>'],
    ['hidden in a comment', '</style><!-- <style>.a{display:none}</style> --><style>', '<p class="a">My pot broke</p>'],
    ['of a least height', '', '<p style="height:0;overflow:hidden;min-height:40px">My pot broke</p>'],
    ['the last rule shows', '.a{display:none} .a{display:block}', '<p class="a">My pot broke</p>'],
  ])('never hides words that may be meant to be read: %s', (_, css, body) => {
    expect(styled(css, body)).toBe('My pot broke\n\nTwo please');
  });

  test('that hides everything is not believed', () => {
    expect(styled('body{display:none}', '')).toBe('Two please');
  });

  test.each([
    ['.x{text-decoration:line-through}', '<span class="x">three</span>'],
    ['u{text-decoration-line:line-through}', '<u>three</u>'],
    ['#x{text-decoration:underline line-through}', '<span id="x">three</span>'],
  ])('strikes words out: %s', (css, body) => {
    expect(withoutStruck(styled(css, `<p>${body} pots</p>`))).not.toContain('three');
    expect(styled(css, body)).toContain('three');
  });

  test('takes time in proportion to the rules and to the elements', () => {
    const of = (open: string, unit: string, close: string) => (size: number) =>
      `${open}${unit.repeat(size / unit.length)}${close}<p>Two</p>`;
    const texts = [
      of('<style>', '.a{display:none}', '</style>'),
      of('<style>', '.a,', '</style>'),
      of('<style>', '@media a{', '</style>'),
      of('<style>.a{color:red}</style>', '<b class="a b c" id=x>x</b>', ''),
      of('', '<style>/*<!--@import', ''),
    ];
    for (const make of texts) expect(growsTooFast(withStyleMarks, make)).toBeUndefined();
  });
});

test('a style attribute without quotation marks hides, too', () => {
  expect(text('<div style=display:none>PREHEADER</div><p>Two please</p>')).toBe('Two please');
});

describe('what stands in a mail beside its text is read with it', () => {
  test.each([
    ['a word as a picture', 'I am <img alt=not src="cid:a"> happy', 'I am not happy'],
    ['a picture of a keyboard', 'good <img alt="👎" src="https://x.example/e.png">', 'good 👎'],
    ['an answer as a picture', 'Is it ok? <img alt="No" src="https://x.example/no.png">', 'Is it ok? No'],
    ['nothing but a picture’s words', '<img alt="我要退款" src="cid:a">', '我要退款'],
    ['a field', 'Pieces: <input type=number value="7">', 'Pieces: 7'],
    ['a choice', 'Colour: <select><option>blue</option><option selected>red</option></select>', 'Colour: red'],
    ['a choice nobody made', 'Colour: <select><option>blue</option><option>red</option></select>', 'Colour: blue, red'],
    ['a tick', '<input type=radio> S <input type=radio checked> XL', '[ ] S [x] XL'],
    ['a long field', 'Words: <textarea>Happy birthday</textarea>', 'Words: Happy birthday'],
  ])('%s', (_, html, shown) => {
    expect(text(html)).toBe(shown);
  });

  test.each([
    'image001.png',
    'Image 3',
    'Company logo',
    'Facebook',
    'cid:abc@x',
    'A cup on a table Description automatically generated',
  ])('control: what programs write of a picture is not: %s', (alt) => {
    expect(text(`Two please<img alt="${alt}" src="cid:a">`)).toBe('Two please');
  });

  test.each(['<img alt="No" src="https://x.example/t.gif" width=1 height=1>', '<input type=hidden value="No">'])(
    'control: what nobody sees is not: %s',
    (html) => {
      expect(text(`<p>Two please</p>${html}`)).toBe('Two please');
    },
  );

  test('control: pictures that are only linked are still said to be', () => {
    expect(read('<img src="https://x.example/a.png" alt="Sale">')).toMatchObject({ strange: 'linked_pictures' });
  });
});
