import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTelegram } from '../../../src/bots/telegram/parse.ts';
import { toInboxEvent } from '../../../src/bots/telegram/update.ts';

const fixtures = new URL('../../fixtures/telegram/', import.meta.url);
const names = readdirSync(fixtures).map((file) => file.replace('.json', ''));
const raw = (name: string): Buffer => readFileSync(new URL(`${name}.json`, fixtures));
const parsed = (name: string) => parseTelegram({ body: raw(name) });

const mei = { address: '5550001234', name: '小梅 林', language: 'zh-hans' };
const CHAT = '5550001234';

describe('a message in a private chat', () => {
  test('carries who, where, when and what', () => {
    expect(parsed('text')).toEqual({
      kind: 'message.received',
      channel: 'telegram',
      chat: CHAT,
      private: true,
      from: mei,
      externalId: '101',
      text: '请问这款乌龙茶还有货吗？ https://example.com',
      attachments: [],
      answers: [],
      sentAt: new Date('2025-11-21T04:40:00Z'),
    });
  });

  test('has a time that the database can write, or is none', () => {
    const at = (date: number) =>
      parseTelegram({
        body: Buffer.from(
          raw('text')
            .toString()
            .replace(/"date": ?\d+/, `"date": ${date}`),
        ),
      });
    expect(at(253_402_300_799)).toMatchObject({ kind: 'message.received', sentAt: new Date('9999-12-31T23:59:59Z') });
    expect(at(253_402_300_800).kind).toBe('ignored');
  });

  test('keeps a start parameter as the text it is', () => {
    expect(parsed('command')).toMatchObject({ kind: 'message.received', text: '/start ref_42' });
  });

  test('answers the message it replies to, and keeps the quoted words', () => {
    expect(parsed('reply_with_quote')).toMatchObject({ text: '//私下记一笔', answers: ['91'], quotedText: '卡' });
  });

  test('loses what neither Postgres nor a terminal can hold, and nothing else', () => {
    expect(parsed('odd_characters')).toMatchObject({
      text: 'nul: half:\ufffd end\nnext',
      from: { name: 'evilname \ufffd' },
    });
  });
});

describe('what is attached', () => {
  test('is the largest photo that can still be downloaded, under its caption', () => {
    expect(parsed('photo_caption')).toMatchObject({
      text: '杯子碎了',
      attachments: [{ kind: 'photo', bytes: 210_533, ref: 'AgAClarge' }],
    });
  });

  test.each([
    ['document', { kind: 'document', name: '订单.pdf', type: 'application/pdf', bytes: 48_213, ref: 'BQACdoc' }],
    ['voice', { kind: 'voice', type: 'audio/ogg', bytes: 17_230, ref: 'AwACvoice' }],
    ['animation', { kind: 'document', name: 'giphy.mp4', type: 'video/mp4', bytes: 54_000, ref: 'CgACanim' }],
    ['video_note', { kind: 'other', bytes: 700_123, ref: 'DQACnote' }],
    ['sticker', { kind: 'sticker', name: '👍', bytes: 30_210, ref: 'CAACstick' }],
    ['venue', { kind: 'location', name: '茶馆', address: '南京东路 1 号', ref: '31.2304,121.4737' }],
  ])('is kept by its handle: %s', (name, attachment) => {
    expect(parsed(name)).toMatchObject({ kind: 'message.received', text: '', attachments: [attachment] });
  });

  test('says which album it is part of', () => {
    expect(parsed('album_part')).toMatchObject({ album: '13579', attachments: [{ ref: 'AgACpart' }] });
  });

  test('is at least named when it can only be seen in Telegram', () => {
    expect(parsed('poll')).toMatchObject({ strange: 'poll', text: '周几送货？\n· 周一\n· 周五', attachments: [] });
  });
});

describe('a contact card', () => {
  test('proves the phone of whoever shares their own', () => {
    expect(parsed('own_contact')).toMatchObject({
      from: { ...mei, phone: '+8613800138000' },
      sharedContact: { own: true, name: '小梅 林', channel: 'phone', address: '+8613800138000' },
    });
  });

  test('has every phone and mail address that its vCard has, each once', () => {
    const update = JSON.parse(raw('other_contact').toString());
    update.message.contact.vcard = [
      ...['BEGIN:VCARD', 'VERSION:3.0', 'FN:老王', 'TEL;MOBILE:+86 138 0013 9999', 'TEL;TYPE=WORK:021-6250 1234'],
      ...['item1.TEL:13800139999', 'EMAIL:wang@tea.example', 'EMAIL;TYPE=HOME:lao@wang.example', 'NOTE:x', 'END:VCARD'],
    ].join('\r\n');
    update.message.contact.phone_number = '13800139999';
    expect(parseTelegram({ body: Buffer.from(JSON.stringify(update)) })).toMatchObject({
      sharedContact: {
        address: '13800139999',
        others: ['+86 138 0013 9999', '021-6250 1234', 'wang@tea.example', 'lao@wang.example'],
      },
    });
  });

  test.each([
    ['other_contact', { own: false, name: '老王', address: '138 0013 9999' }],
    ['impostor_contact', { own: false, name: 'Boss', address: '+447700900123' }],
  ])('of somebody else proves nothing: %s', (name, sharedContact) => {
    expect(parsed(name)).toMatchObject({ from: mei, sharedContact });
    expect(parsed(name)).not.toHaveProperty('from.phone');
  });
});

test.each([
  ['forward_user', { name: '王 小明', channel: 'telegram', address: '6660002222', sentAt: expect.any(Date) }],
  ['forward_hidden', { name: '王小明' }],
  ['forward_chat', { name: '茶友群, 管理员' }],
  ['forward_channel', { name: '茶频道' }],
])('a forwarded message names its author as far as Telegram tells: %s', (name, forwardedFrom) => {
  expect(parsed(name)).toMatchObject({ kind: 'message.received', from: mei, forwardedFrom });
});

test('an edit names the message it changes', () => {
  expect(parsed('edited')).toEqual({
    kind: 'message.edited',
    channel: 'telegram',
    chat: CHAT,
    from: mei,
    externalId: expect.stringMatching(/^\d+$/),
    text: '要 3 盒，不是 2 盒',
    answers: [],
    whole: expect.objectContaining({ kind: 'message.received', text: '要 3 盒，不是 2 盒' }),
    sentAt: new Date(1_763_700_000_000),
    editedAt: new Date('2025-11-21T04:41:00Z'),
  });
});

describe('in a user’s own account', () => {
  const account = { id: 'AbCdEf', with: mei };
  const chat = `AbCdEf/${CHAT}`;
  const changed = (name: string, change: (update: { business_message: Record<string, unknown> }) => void) => {
    const update = JSON.parse(raw(name).toString());
    change(update);
    return parseTelegram({ body: Buffer.from(JSON.stringify(update)) });
  };

  test('a customer’s message is in a chat of its own, and no command', () => {
    expect(parsed('business_message')).toMatchObject({
      kind: 'message.received',
      chat,
      private: false,
      from: mei,
      account,
    });
  });

  test('an edit keeps its place, and so does the whole message in it', () => {
    expect(parsed('business_edited')).toMatchObject({
      kind: 'message.edited',
      chat,
      account,
      whole: { chat, account },
    });
  });

  test('what was deleted names the messages, and nobody who did it', () => {
    const deleted = { kind: 'messages.withdrawn', channel: 'telegram', chat, externalIds: ['126'] };
    const who = { id: 'AbCdEf', with: { address: CHAT, name: '小梅 林' } };
    expect(parsed('business_deleted')).toEqual({ ...deleted, account: who });
  });

  test('the user’s own words name whom they are to', () => {
    const own = changed('business_message', ({ business_message: one }) => {
      one.from = { id: 42, is_bot: false, first_name: 'Me' };
    });
    expect(own).toMatchObject({ from: { address: '42' }, account: { with: { address: CHAT, name: '小梅 林' } } });
  });

  test.each([
    [{ sender_business_bot: { id: 1, is_bot: true, first_name: 'Solo' } }, 'sent by the bot itself'],
    [{ business_connection_id: undefined }, 'no business connection named'],
    [{ chat: { id: -5, type: 'group', title: 'x' } }, 'group chat'],
  ])('%o is ignored', (more, reason) => {
    const event = changed('business_message', ({ business_message: one }) => Object.assign(one, more));
    expect(event).toEqual({ kind: 'ignored', reason });
  });

  test.each([
    ['business_connection', { canReply: true, enabled: true }],
    ['business_connection_old', { canReply: true, enabled: true }],
    ['business_connection_ended', { canReply: false, enabled: false }],
  ])('the connection tells what the bot may do: %s', (name, may) => {
    expect(parsed(name)).toMatchObject({
      kind: 'account.updated',
      account: { channel: 'telegram', id: 'AbCdEf', userAddress: '42', userChat: '42', name: 'Owner', ...may },
    });
  });
});

test.each(['button', 'button_inaccessible'])('a press carries the short id and how to answer it: %s', (name) => {
  expect(parsed(name)).toMatchObject({ kind: 'button.pressed', chat: CHAT, from: mei, buttonId: 'k7qp2xw4' });
  expect(parsed(name)).toHaveProperty('pressId', expect.stringMatching(/^238373612345678901/));
});

test('a block and its end reach the identity', () => {
  const identity = { kind: 'identity.blocked', channel: 'telegram', address: CHAT };
  expect(parsed('blocked')).toEqual({ ...identity, blocked: true });
  expect(parsed('unblocked')).toEqual({ ...identity, blocked: false });
});

test('a group is never private, whatever is written there', () => {
  expect(parsed('group_text')).toMatchObject({ private: false, chat: '-1001987654321', from: mei });
});

test('a migrated group is reported once', () => {
  expect(parsed('migrated_to')).toEqual({
    kind: 'chat.migrated',
    channel: 'telegram',
    from: '-498765432',
    to: '-1001987654321',
  });
  expect(parsed('migrated_from')).toMatchObject({ kind: 'ignored' });
});

test.each([
  ['joined', 'service message'],
  ['other_bot', 'not written by a person'],
  ['channel_post', 'update kind channel_post'],
  ['reaction', 'update kind message_reaction'],
  ['live_location', 'moving location'],
])('%s is ignored, and says why', (name, reason) => {
  expect(parsed(name)).toEqual({ kind: 'ignored', reason });
});

test('a group that takes the bot in as a plain member offers no desk', () => {
  expect(parsed('added_to_group')).toMatchObject({ kind: 'desk.offered', chat: '-1001987654321', offered: false });
});

test.each(['', 'not json', 'null', '[]', '7', '{}', '{"update_id":1}', '{"__proto__":{"a":1}}', '[['.repeat(50_000)])(
  'a body that is no update is ignored: %s',
  (body) => {
    expect(parseTelegram({ body: Buffer.from(body) })).toMatchObject({ kind: 'ignored' });
  },
);

test('an id that JSON cannot hold exactly is refused, not rounded', () => {
  const body = raw('text').toString().replaceAll('5550001234', '9007199254740993');
  expect(parseTelegram({ body: Buffer.from(body) })).toEqual({
    kind: 'ignored',
    reason: expect.stringContaining('malformed'),
  });
});

test('an unknown shape of one part does not lose the rest', () => {
  const update = JSON.parse(raw('photo_caption').toString());
  update.message.photo = 'new format';
  update.message.from.language_code = 7;
  expect(parseTelegram({ body: Buffer.from(JSON.stringify(update)) })).toMatchObject({ text: '杯子碎了' });
});

test('no JSON makes it throw, not even a real update with anything in any place', () => {
  const damaged = fc.record({ name: fc.constantFrom(...names), at: fc.nat(), value: fc.jsonValue() }).map(damage);
  const anything = fc.jsonValue().map((value) => ({ message: value, edited_message: value, callback_query: value }));
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), damaged, anything), (value) => {
      const event = parseTelegram({ body: Buffer.from(JSON.stringify(value)) });
      expect(event.kind).toBeTypeOf('string');
      const strings = JSON.stringify(event);
      expect(strings).not.toMatch(/\\u0000|\\ud[89a-f]/);
      toInboxEvent('1', { update_id: 1, ...(value as object) });
    }),
    { numRuns: 1000 },
  );
});

/** Puts a value at some place of a real update. */
function damage({ name, at, value }: { name: string; at: number; value: unknown }): unknown {
  const update = JSON.parse(raw(name).toString());
  const places: (() => void)[] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push(() => Object.assign(node, { [key]: value }));
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(update);
  places[at % places.length]!();
  return update;
}

describe('lanes', () => {
  const lane = (name: string) => toInboxEvent('110201543', JSON.parse(raw(name).toString())).lane;

  test('keep a chat in order, edits included', () => {
    expect(lane('text')).toBe(`telegram:${CHAT}`);
    expect(lane('edited')).toBe(lane('text'));
    expect(lane('group_text')).toBe('telegram:-1001987654321');
  });

  test('keep presses in order for each person, apart from what the person writes', () => {
    expect(lane('button')).toBe(`telegram:press:${CHAT}`);
    expect(lane('button_inaccessible')).toBe(lane('button'));
  });

  test('tell a business chat from the chat with the same id', () => {
    expect(lane('business_message')).toBe(`telegram:business:AbCdEf:${CHAT}`);
  });
});
