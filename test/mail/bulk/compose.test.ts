import fc from 'fast-check';
import { type ParsedMail, simpleParser } from 'mailparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../src/lib/escape_html.ts';
import { composerOf, composeWritten } from '../../../src/mail/bulk/compose.ts';
import { Job } from '../../../src/mail/bulk/job.ts';
import { readHeaders } from '../../../src/mail/mime/headers.ts';
import type { BulkForm, FilledMail, WrittenMail } from '../../../src/outbox/bulk.ts';
import { head } from '../../../src/text/cut.ts';

const NOW = new Date('2026-11-27T03:09:27Z');
const LIST = {
  'List-Unsubscribe': '<https://crm.example.com/u/abc>, <mailto:stop@example.com>',
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  'Feedback-ID': 'c12:shop:news:solocrm',
};

function written(over: Partial<WrittenMail> = {}): WrittenMail {
  return {
    ...{ id: '1', from: 'Tea Shop <shop@example.com>', to: 'mei@example.net', messageId: '<1@example.com>' },
    ...{ subject: 'New harvest', html: '<p>hello</p>', text: 'hello', headers: LIST },
    ...over,
  };
}

/** As the server stores it, dots undone. */
function rawOf(mail: WrittenMail | FilledMail): Buffer {
  const job = new Job(mail, () => {});
  job.write('form' in mail ? composerOf(mail.form).compose(mail, NOW) : composeWritten(mail, NOW), []);
  return Buffer.from(job.pieces.join(''));
}

async function nodemailers(mail: WrittenMail): Promise<Buffer> {
  const { from, to, messageId, subject, html, text, headers } = mail;
  const composer = new MailComposer({ from, to, messageId, subject, html, text, headers, date: NOW });
  return composer.compile().build();
}

async function shown(raw: Buffer) {
  const mail: ParsedMail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
  const { from, to, subject, html, text, messageId, date, headers } = mail;
  return {
    ...{ from: from?.value, to: to && !Array.isArray(to) ? to.value : [], subject, html, text, messageId, date },
    list: headers.get('list'),
    feedback: headers.get('feedback-id'),
  };
}

/** What is hard to encode: scripts, emoji, what is longer than a line, dots and blanks where they must not stay. */
const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('a', 'Z', '1', ' ', ' ', '.', '=', '-', '<', '&', '"', '?', '_') },
  { weight: 2, arbitrary: fc.constantFrom('\n', '\n.', '\n..', ' \n', '\t', '\r\n', 'From ', '=20', '=?utf-8?') },
  { weight: 2, arbitrary: fc.constantFrom('中', '文', '茶', '。', '😀', '👨‍👩‍👧', 'é', 'ß', 'я', '\u00a0', '\u2028') },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(75), 'y'.repeat(76), 'z'.repeat(77), '长'.repeat(60), 'w'.repeat(1100)) },
); // biome-ignore format: a list
const words = fc.string({ unit, maxLength: 60 }).map((all) => `a${all}z`);
const line = words.map((all) =>
  all
    .replace(/[\r\n\t\u2028\u00a0]/g, '')
    .replace(/ +/g, ' ')
    .replaceAll('=?', '?'),
);

describe('a written mail', () => {
  test('arrives as nodemailer’s would, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, line, line, async (text, html, subject, name) => {
        // nodemailer folds at two blanks and loses one
        const from = `${head(name.replace(/[<>"\\]/g, '').replace(/ +/g, ' '), 200)} <shop@example.com>`;
        const mail = written({ text, html: `<p>${html}</p>`, subject, from });
        expect(await shown(rawOf(mail))).toEqual(await shown(await nodemailers(mail)));
      }),
      { numRuns: 60 },
    );
  });
});

describe('on the line', () => {
  test('nothing is beyond ASCII, no line is too long, ends with a blank or begins with a dot, no blanks stand in a row', () => {
    fc.assert(
      fc.property(words, words, line, (text, html, subject) => {
        const raw = rawOf(written({ text, html, subject })).toString('latin1');
        expect(raw).toMatch(/^[\r\n -~]*$/);
        for (const one of raw.split('\r\n')) {
          expect(one.length).toBeLessThanOrEqual(76);
          expect(one).not.toMatch(/^\./);
          expect(one).not.toMatch(/[\r\n]/);
        }
        const body = raw.slice(raw.indexOf('\r\n\r\n'));
        expect(body).not.toMatch(/ {2}| \r\n|\t/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a filled mail', () => {
  const form: BulkForm = {
    from: 'Tea Shop <shop@example.com>',
    subject: ['For ', { slot: 'name' }, ': new harvest'],
    html: ['<p>Dear ', { slot: 'name' }, ',</p>\n<p>it is <b>here</b>.</p><a href="', { slot: 'url' }, '">stop</a>'],
    text: ['Dear ', { slot: 'name' }, ',\n\nit is here.\n\n', { slot: 'url' }],
    headers: { 'List-Unsubscribe': ['<', { slot: 'url' }, '>'], 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
  const filled = (values: Record<string, string>, over: Partial<BulkForm> = {}): FilledMail => ({
    ...{ id: '1', to: 'mei@example.net', messageId: '<1@example.com>' },
    ...{ form: { ...form, ...over }, values },
  });
  const url = 'https://crm.example.com/u/x?a=1&b=2';

  test.each([
    ['in quoted-printable', ''],
    ['in base64', '春茶到了，'.repeat(40)],
  ])('arrives as the same words written out do, %s', async (_, foreign) => {
    await fc.assert(
      fc.asyncProperty(line, words, async (name, more) => {
        const [html, text] = [
          [...form.html, foreign, { slot: 'more' }],
          [...form.text, foreign, { slot: 'more' }],
        ] as [BulkForm['html'], BulkForm['text']];
        const mail = filled({ name, url, more }, { html, text });
        const same = written({
          subject: `For ${name}: new harvest`,
          html: `<p>Dear ${escapeHtml(name)},</p>\n<p>it is <b>here</b>.</p><a href="${escapeHtml(url)}">stop</a>${foreign}${escapeHtml(more)}`,
          text: `Dear ${name},\n\nit is here.\n\n${url}${foreign}${more}`,
          headers: { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        });
        expect(await shown(rawOf(mail))).toEqual(await shown(rawOf(same)));
      }),
      { numRuns: 40 },
    );
  });

  test('is not sent with a gap: a slot without a value is refused, and so is one that only a prototype has', () => {
    expect(() => rawOf(filled({ url }))).toThrow('no value for name');
    expect(() => rawOf(filled({ url, name: 'Mei' }, { subject: [{ slot: 'constructor' }] }))).toThrow('no value');
  });

  test('a name cannot open a tag', () => {
    const raw = rawOf(filled({ name: '<img src=x onerror=alert(1)>', url })).toString();
    expect(raw).toContain('&lt;img src=3Dx');
    expect(raw.slice(raw.indexOf('text/html'))).not.toContain('<img');
  });
});

describe('what would make fields of its own is refused', () => {
  const breaks = ['\r\nBcc: all@example.org', '\nBcc: all@example.org', '\rBcc: all@example.org', '\0'];
  test.each(breaks)('a break in any field: %j', (foul) => {
    expect(() => rawOf(written({ subject: `hi${foul}` }))).toThrow('line break');
    expect(() => rawOf(written({ from: `Shop${foul} <shop@example.com>` }))).toThrow('not an address');
    expect(() => rawOf(written({ to: `mei@example.net${foul}` }))).toThrow('not an address');
    expect(() => rawOf(written({ messageId: `<1${foul}@example.com>` }))).toThrow('Message-ID');
    for (const name of ['List-Unsubscribe', 'Feedback-ID', 'X-Campaign'])
      expect(() => rawOf(written({ headers: { [name]: `a${foul}` } }))).toThrow('line break');
    expect(() => rawOf(written({ headers: { 'Reply-To': `a@example.com${foul}` } }))).toThrow('not an address');
    expect(() => rawOf(written({ headers: { [`X-A${foul}`]: 'a' } }))).toThrow('a field');
  });

  test('a field that we write ourselves', () => {
    for (const name of ['From', 'bcc', 'Content-Type', 'DKIM-Signature'])
      expect(() => rawOf(written({ headers: { [name]: 'a' } }))).toThrow('a field');
  });

  test('a second recipient', () => {
    expect(() => rawOf(written({ to: 'mei@example.net, tom@example.net' }))).toThrow('not an address');
    expect(() => rawOf(written({ to: 'mei@example.net>, <tom@example.net' }))).toThrow('not an address');
  });
});

describe('fields', () => {
  test('a long unsubscribe link stays whole, and the reader of the house finds what was written', () => {
    const link = `<https://crm.example.com/u/${'x'.repeat(300)}>`;
    const headers = readHeaders(
      rawOf(written({ headers: { 'List-Unsubscribe': `${link}, <mailto:stop@example.com>` } })),
    );
    expect(headers.get('list-unsubscribe')).toEqual([`${link}, <mailto:stop@example.com>`]);
  });

  test('a mail of one version has no parts', async () => {
    const text = rawOf(written({ html: '' }));
    expect(text.toString()).toContain('Content-Type: text/plain; charset=utf-8');
    expect(await shown(text)).toMatchObject({ text: 'hello\n', html: false });
    const html = rawOf(written({ text: '' }));
    expect(await shown(html)).toMatchObject({ html: '<p>hello</p>\n' });
  });

  test('an address beyond ASCII stays as it is', () => {
    expect(rawOf(written({ to: '李@example.net' })).toString()).toContain('To: 李@example.net\r\n');
  });
});
