import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { InboxRow } from '../../../src/inbox/event.ts';
import { parseMailAddress } from '../../../src/mail/read/address.ts';
import { messageIdFor } from '../../../src/mail/read/message_id.ts';
import { parseMail } from '../../../src/mail/read/parse.ts';
import { replyAddress } from '../../../src/mail/read/reply_token.ts';
import { readHere } from '../../support/letters/mail_reader.ts';

const OUR_ID = '<crm.0123456789abcdef0123456789abcdef.01234567@example.com>';
const house = { ownerEmails: ['owner@example.com'], key: 'secret', reader: readHere };
const receivedAt = new Date('2026-11-20T02:00:05Z');

function row(body: Buffer, headers: Record<string, string> | null = null): InboxRow {
  return {
    id: '1',
    source: 'email:me@x/INBOX',
    externalId: 'x',
    lane: 'email:x',
    headers,
    body,
    attempts: 1,
    receivedAt,
  };
}

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/mail/${name}.eml`, import.meta.url));

async function parse(body: Buffer | string, headers: Record<string, string> | null = null): Promise<MessageReceived> {
  const event = await parseMail(row(Buffer.from(body), headers), house);
  if (event.kind !== 'message.received') throw new Error(`it became ${event.kind}`);
  return event;
}

const head = (fields: string) => `From: Mei <mei@x.example>\r\nMessage-ID: <m1@x.example>\r\n${fields}\r\n\r\n`;

describe('an answer from a mail program keeps the new words and puts the history aside', () => {
  test.each([
    ['gmail_zh_reply', '你好，价格可以，下周一能发货吗？', '乌龙茶 100 克'],
    ['gmail_en_reply', 'Looks good, please send me the invoice.\n\nBest,\nAnna', 'Oolong 100 g'],
    ['qq_zh_reply', '王总，您好！\n样品收到了，质量不错，想订 50 盒，请问什么价格？', '样品已寄出'],
    ['netease_163_reply', '收到，麻烦再发一份合同。\n\n张三', '报价单见附件'],
    ['netease_mobile_reply', '好的，谢谢！', '您的订单已发货'],
    ['outlook_zh_reply', '您好，\n\n我们对代理合作很感兴趣，方便周三下午电话沟通吗？\n\n赵敏\n采购部', '赵经理您好'],
    ['outlook_en_reply', 'Hi,\n\nThe parcel arrived damaged. Can you send a replacement?', 'Your order has shipped'],
    ['apple_zh_reply', '可以开增值税发票吗？', '订单已确认'],
    ['apple_en_reply', 'Medium, please.\n\nTom', 'Which size?'],
    ['inline_answers', '> Which colour?\n\nRed, please.\n\n> How many?\n\nTwelve.', 'Berg GmbH'],
  ])('%s', async (name, text, quoted) => {
    const message = await parse(fixture(name));
    expect(message.text).toBe(text);
    expect(message.quotedText).toContain(quoted);
    expect(message.answers).toEqual([OUR_ID, '<first@customer.example>']);
    expect(message.automatic).toBeUndefined();
  });
});

describe('who wrote', () => {
  test('a mail becomes a message from its From address, lower-cased, with the name decoded', async () => {
    expect(await parse(fixture('gmail_zh_reply'))).toMatchObject({
      kind: 'message.received',
      channel: 'email',
      chat: 'wang.min@gmail.example',
      private: false,
      from: { address: 'wang.min@gmail.example', name: '王敏' },
      externalId: '<CAF+wm1@mail.gmail.example>',
      subject: 'Re: 乌龙茶报价',
      attachments: [],
      sentAt: new Date('2026-11-20T02:00:00Z'),
    });
  });

  test('the language comes from Content-Language', async () => {
    expect((await parse(fixture('outlook_zh_reply'))).from).toEqual({
      address: 'zhao.min@corp.example',
      name: '赵 敏',
      language: 'zh-CN',
    });
  });

  test('an answer never goes to a Reply-To that names somebody else', async () => {
    expect((await parse(`${head('Reply-To: thief@evil.example')}hi`)).chat).toBe('mei@x.example');
  });

  test('of what was typed into a website’s form, whoever typed it: claimed, not proven', async () => {
    expect(await parse(fixture('form/wordpress_cf7'))).toMatchObject({
      chat: 'laura@cafe-sol.example',
      from: { address: 'laura@cafe-sol.example', name: 'Laura Díaz' },
      claimed: true,
    });
    expect((await parse(fixture('form/not_receipt'))).automatic).toBe('list');
  });

  test.each(['To', 'Cc', 'Delivered-To', 'X-Original-To', 'Envelope-To'])(
    'the address that answers are asked to names the conversation, in %s',
    async (field) => {
      const reply = replyAddress('42', parseMailAddress('shop@example.com')!, { way: 'plus' }, house.key);
      const to = `Ann <ann@example.net>, "Shop, us" <${reply}>`;
      expect((await parse(`${head(`${field}: ${to}`)}hi`)).conversation).toBe('42');
      expect((await parse(`${head(`${field}: ${to.replace(/\+../, '+zz')}`)}hi`)).conversation).toBeUndefined();
    },
  );

  test('two different From headers name nobody: the mail is refused, not guessed at', async () => {
    await expect(parse(fixture('two_from'))).rejects.toThrow(/several different From/);
  });

  test('without From the Sender counts, then the Return-Path; without any the mail is refused', async () => {
    expect((await parse('Sender: a@b.example\r\n\r\nhi')).from.address).toBe('a@b.example');
    expect((await parse('Return-Path: <c@d.example>\r\nSubject: x\r\n\r\nhi')).from.address).toBe('c@d.example');
    await expect(parse('Subject: x\r\n\r\nhi')).rejects.toThrow(/names no sender/);
  });

  test('a copy of a mail we sent is no message of a customer; an id that only looks like ours is', async () => {
    const copy = (id: string) => Buffer.from(head('X: y').replace('<m1@x.example>', id));
    expect(await parseMail(row(copy(messageIdFor('1', 'example.com', house.key))), house)).toMatchObject({
      kind: 'ignored',
    });
    const theirs = messageIdFor('1', 'other-shop.example', 'the secret of another house');
    expect(await parseMail(row(copy(theirs)), house)).toMatchObject({ chat: 'mei@x.example', externalId: theirs });
    expect(await parseMail(row(fixture('own_copy')), house)).toMatchObject({ kind: 'message.received' });
  });
});

describe('mail that a machine wrote is marked', () => {
  test.each([
    ['auto_reply_zh', 'auto_reply'],
    ['auto_reply_en', 'auto_reply'],
    ['bounce_dsn', 'bounce'],
    ['bounce_qq_zh', 'bounce'],
    ['list', 'list'],
  ])('%s', async (name, automatic) => {
    expect((await parse(fixture(name))).automatic).toBe(automatic);
  });

  test.each([
    ['Auto-Submitted: auto-replied', 'auto_reply'],
    ['X-Autoreply: yes', 'auto_reply'],
    ['X-Autogenerated: Reply', 'auto_reply'],
    ['Content-Type: text/calendar; method=REQUEST', 'calendar'],
    ['Precedence: bulk\r\nList-Unsubscribe: <mailto:l@x.example>', 'list'],
    ['List-Post: <mailto:l@x.example>\r\nList-ID: <l.x.example>', 'list'],
    ['Auto-Submitted: no', undefined],
    ['X-Auto-Response-Suppress: DR, RN', undefined],
    ['Return-Path: <mei@x.example>', undefined],
    ['Subject: Re: Out of office', undefined],
    ['Subject: 外出: Re: 订单', 'auto_reply'],
    ['Subject: 【自动回复】您好', 'auto_reply'],
    ['Subject: 外出登山装备咨询', undefined],
  ])('%s is %s', async (field, automatic) => {
    expect((await parse(`${head(field)}hi`)).automatic).toBe(automatic);
  });

  test('a bounce names the mail of ours that failed, who did not get it and why', async () => {
    const bounce = await parse(fixture('bounce_dsn'));
    expect(bounce.answers).toEqual([OUR_ID]);
    expect(bounce.quotedText).toContain('nobody@customer.example failed 5.1.1 550 5.1.1');
    expect(bounce.quotedText).toContain('rejected: User unknown');
  });

  test('a bounce in free Chinese text still names our mail when it quotes its id', async () => {
    const bounce = await parse(fixture('bounce_qq_zh'));
    expect(bounce.answers).toEqual([OUR_ID]);
    expect(bounce.text).toContain('收件人邮件地址不存在');
  });
});

describe('what clients and networks do to mail', () => {
  test('a body in GBK that claims GB2312 is read', async () => {
    expect((await parse(fixture('gbk_body_8bit'))).text).toBe('朱镕基的镕字不在 GB2312 里，请问大红袍有货吗？');
  });

  test('raw GBK bytes in headers are read', async () => {
    expect(await parse(fixture('raw_gbk_header'))).toMatchObject({
      subject: '大红袍报价',
      from: { name: '王小明' },
      text: '请报价。',
    });
  });

  test('a mail without Message-ID gets a stable id of its own', async () => {
    const [first, again] = [await parse(fixture('no_message_id')), await parse(fixture('no_message_id'))];
    expect(first.externalId).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(again.externalId).toBe(first.externalId);
    const other = await parse(fixture('no_message_id').toString().replace('without', 'with no'));
    expect(other.externalId).not.toBe(first.externalId);
  });

  test('a Message-ID too long for an index is hashed', async () => {
    const id = `<${'x'.repeat(3000)}@x.example>`;
    expect((await parse(`From: a@b.example\r\nMessage-ID: ${id}\r\n\r\nhi`)).externalId).toMatch(/^sha256:/);
  });

  test('attachments stay in the stored mail and are named by their part', async () => {
    const message = await parse(fixture('attachments'));
    expect(message.text).toBe('见附件。');
    expect(message.attachments).toEqual([
      { kind: 'photo', name: 'box.png', type: 'image/png', bytes: 70, ref: 'part:1:1' },
      { kind: 'document', name: '合同.pdf', type: 'application/pdf', bytes: 13, ref: 'part:1:2' },
    ]);
  });

  test('a mail in HTML only becomes its words, and where its links lead', async () => {
    const message = await parse(fixture('html_only'));
    expect(message.text).toMatch(/^Hello,\n\nis the blue one in stock \(https?:\/\/\S+\)\?\nThanks$/);
    expect(message.quotedText).toContain('old text');
  });

  test('a bare forward is all text: there is nothing else to read', async () => {
    expect((await parse(fixture('gmail_en_forward'))).text).toContain('Do you know who sells oolong?');
  });

  test('a date in the future or none at all becomes the time of arrival', async () => {
    const arrived = new Date('2026-11-18T00:00:00Z');
    expect((await parse(`${head('Date: Fri, 20 Nov 2099 10:00:00 +0800')}hi`)).sentAt).toEqual(receivedAt);
    expect((await parse(`${head('Date: yesterday')}hi`)).sentAt).toEqual(receivedAt);
    expect((await parse(`${head('X: y')}hi`, { 'imap-received': arrived.toISOString() })).sentAt).toEqual(arrived);
  });

  test('a mail stored by its headers only says how large the rest is', async () => {
    const message = await parse(head('Subject: film'), { 'mail-bytes': '50000000' });
    expect(message).toMatchObject({
      text: '',
      subject: 'film',
      attachments: [{ kind: 'other', bytes: 50_000_000, ref: 'mailbox' }],
    });
  });
});

describe('hostile mail', () => {
  const strings = (message: MessageReceived) => JSON.stringify(message);

  test('NUL, escape sequences and lone surrogates never come out', async () => {
    const dirty = `From: "A\0B\x1b[31m" <a@b.example>\r\nSubject: =?utf-8?B?${Buffer.from('x\0\x1by').toString('base64')}?=\r\nMessage-ID: <a\0b@c>\r\n\r\nhe\0llo\x1b[2J`;
    const message = await parse(dirty);
    expect(strings(message)).not.toMatch(/\\u0000|\\u001b|\\ud[89ab]/i);
    expect(message.text).toContain('hello');
  });

  test.each([
    ['100,000 nested divs', `${head('Content-Type: text/html')}${'<div>'.repeat(100_000)}deep`],
    [
      '250 nested quotations',
      `${head('Content-Type: text/html')}${'<blockquote>'.repeat(250)}${'a<br>'.repeat(90_000)}`,
    ],
    ['500,000 opening brackets', `${head('Content-Type: text/html')}${'<div>'.repeat(1000)}${'<'.repeat(400_000)}`],
    ['200,000 empty lines', `${head('Content-Type: text/plain')}hi${'\r\n'.repeat(200_000)}end`],
    [
      '50,000 introductions',
      `${head('Content-Type: text/plain')}${'On 2026-11-20 x@y wrote:\r\n\r\n> a\r\n'.repeat(50_000)}`,
    ],
    ['a line of 2 MB', `${head('Content-Type: text/plain')}${'在 >@'.repeat(500_000)}`],
    ['900 kB of headers', `${head(`X-Long: ${'y'.repeat(900_000)}`)}hi`],
    ['nothing but From', 'From: a@b.example'],
  ])('%s is read', async (_, raw) => {
    expect((await parse(raw)).from.address).toMatch(/@/);
  });

  test('of 5,000 parts the first thousand are read', async () => {
    const parts = '--b\r\nContent-Type: application/pdf\r\n\r\nx\r\n'.repeat(5000);
    const body = `--b\r\nContent-Type: text/plain\r\n\r\nwords\r\n${parts}--b--`;
    const message = await parse(`${head('MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b')}${body}`);
    expect(message.text).toBe('words');
    expect(message.attachments).toHaveLength(100);
  });

  test('whatever bytes come, the answer is a message or an error, and what is stored is clean text', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, bytes, async (name, field, body) => {
        const raw = Buffer.concat(
          ['From: "', name, '" <a@b.example>\r\nSubject: ', field, '\r\n\r\n', body].map((part) => Buffer.from(part)),
        );
        const event = await parseMail(row(raw), house).catch((error: unknown) => error);
        if (event instanceof Error) return;
        expect(JSON.stringify(event)).not.toMatch(/\\u00(0[0-8b-f]|1[0-9a-f])|\\ud[89ab]/i);
      }),
      { numRuns: 300 },
    );
  });

  test('nesting beyond reason is a file nobody opens', async () => {
    let raw = 'Content-Type: text/plain\r\n\r\nx';
    for (let depth = 0; depth < 2000; depth++)
      raw = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${raw}\r\n--b${depth}--`;
    const message = await parse(`From: a@b.example\r\n${raw}`);
    expect(message).toMatchObject({ text: '', attachments: [{ type: 'application/octet-stream' }] });
  });
});
