import { describe, expect, test } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { parseMail } from '../../../src/mail/read/parse.ts';
import { readHere } from '../../support/letters/mail_reader.ts';

const house = { ownerEmails: ['owner@shop.example'], key: 'secret', reader: readHere };

async function read(head: string): Promise<MessageReceived> {
  const body = Buffer.from(`${head.replaceAll('\n', '\r\n')}\r\nSubject: Cups\r\n\r\nDo you have cups?\r\n`);
  const row = { id: '1', source: 'email:me@x/INBOX', externalId: 'x', lane: 'email:x', headers: null, attempts: 1 };
  const event = await parseMail({ ...row, body, receivedAt: new Date('2026-11-20T02:00:05Z') }, house);
  if (event.kind !== 'message.received') throw new Error(`it became ${event.kind}`);
  return event;
}
const TO_US = '\nTo: owner@shop.example';

describe('who wrote a mail', () => {
  test.each([
    ['in a group', 'Team: Kim Berg <kim@b.example>;', 'kim@b.example', 'Kim Berg'],
    ['behind an empty member of a group', 'Team: , kim@b.example;', 'kim@b.example', ''],
    ['with a comment behind', 'kim@b.example (Kim Berg)', 'kim@b.example', 'Kim Berg'],
    ['with an address in a comment', 'Kim Berg (was <old@c.example>) <kim@b.example>', 'kim@b.example', 'Kim Berg'],
    ['with a route', 'Kim Berg <@relay.example:kim@b.example>', 'kim@b.example', 'Kim Berg'],
    ['with a comma in an encoded word', '=?utf-8?Q?Berg=2C_Kim?= <kim@b.example>', 'kim@b.example', 'Berg, Kim'],
    [
      'with an encoded word in quotation marks',
      '"=?utf-8?B?QmVyZywgS2lt?=" <kim@b.example>',
      'kim@b.example',
      'Berg, Kim',
    ],
    [
      'with part of the name in quotation marks',
      "'Kim Berg' via Sales <kim@b.example>",
      'kim@b.example',
      "'Kim Berg' via Sales",
    ],
    ['with blanks in the local part', '"kim berg"@b.example', '"kim berg"@b.example', ''],
    ['never by an address inside quotation marks', '"kim@b.example x"@c.example', '"kim@b.example x"@c.example', ''],
    [
      'never by an address inside quotation marks in brackets',
      'Eve <"kim@b.example x"@c.example>',
      '"kim@b.example x"@c.example',
      'Eve',
    ],
  ])('is read %s', async (_, from, address, name) => {
    expect((await read(`From: ${from}${TO_US}`)).from).toEqual({ address, name });
  });

  test('of several authors is the one who sent it; the others would get an answer to all', async () => {
    const both = 'From: Kim <kim@b.example>, Pat <pat@b.example>';
    expect(await read(`${both}\nSender: Pat <pat@b.example>${TO_US}`)).toMatchObject({
      ...{ chat: 'pat@b.example', from: { name: 'Pat' }, copied: ['kim@b.example'] },
    });
    expect(await read(`${both}${TO_US}`)).toMatchObject({ chat: 'kim@b.example', copied: ['pat@b.example'] });
    // a secretary
    expect(await read(`${both}\nSender: desk@b.example${TO_US}`)).toMatchObject({
      ...{ chat: 'kim@b.example', copied: ['pat@b.example'] },
    });
  });

  test.each(['Nobody:;', '', 'undisclosed'])(
    'is only claimed where From is "%s" and Reply-To alone says it',
    async (from) => {
      const mail = await read(`From: ${from}\nReply-To: Kim <kim@b.example>${TO_US}`);
      expect(mail).toMatchObject({ chat: 'kim@b.example', from: { name: 'Kim' }, claimed: true });
    },
  );
});

describe('whom a mail reached', () => {
  test.each([
    ['a group', 'Team: pat@b.example, "Zoe, Q." <zoe@b.example>;', ['pat@b.example', 'zoe@b.example']],
    ['a group among others', 'Team: pat@b.example;, zoe@b.example', ['pat@b.example', 'zoe@b.example']],
    ['a list with semicolons', 'pat@b.example; zoe@b.example', ['pat@b.example', 'zoe@b.example']],
    ['nobody', 'undisclosed-recipients:;', undefined],
  ])('%s in Cc', async (_, cc, copied) => {
    expect((await read(`From: kim@b.example${TO_US}\nCc: ${cc}`)).copied).toEqual(copied);
  });
});

describe('where a mail asks for answers', () => {
  test.each([
    ['at two addresses', 'Reply-To: pat@b.example, office@b.example'],
    ['in a group', 'Reply-To: Team: pat@b.example, office@b.example;'],
    ['in two headers', 'Reply-To: pat@b.example\nReply-To: Office <office@b.example>'],
    ['at its sender’s own and two more', 'Reply-To: kim@b.example, pat@b.example, office@b.example'],
  ])('is all of it: %s', async (_, asked) => {
    expect(await read(`From: kim@b.example${TO_US}\n${asked}`)).toMatchObject({
      ...{ chat: 'kim@b.example', replyTo: 'pat@b.example', replyToOthers: ['office@b.example'] },
    });
  });

  test('is none of our own addresses', async () => {
    const mail = await read(`From: kim@b.example${TO_US}\nReply-To: owner@shop.example, kim@b.example`);
    expect(mail.replyTo).toBeUndefined();
  });
});
