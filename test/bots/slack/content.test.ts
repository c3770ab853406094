import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfBlocks } from '../../../src/bots/slack/blocks.ts';
import { parseSlack } from '../../../src/bots/slack/parse.ts';

const READ_AT = new Date('2026-11-21T05:00:00Z');
function parsed(event: object) {
  const payload = {
    type: 'event_callback',
    event: { type: 'message', user: 'U0ANN', ts: '1763700000.000100', channel: 'D0ANN', channel_type: 'im', ...event },
  };
  return parseSlack({
    body: Buffer.from(JSON.stringify(payload)),
    headers: null,
    externalId: 'x',
    receivedAt: READ_AT,
  });
}
const share = {
  ...{ is_share: true, author_id: 'U0BOB', author_name: 'Bob', ts: '1763600000.000200' },
  ...{ text: 'The broken cup is from order 1001', fallback: '[date] Bob: The broken cup' },
};
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const rich = (...elements: object[]) => [{ type: 'rich_text', elements }];
const word = (text: string) => ({ type: 'text', text });

describe('what was passed on', () => {
  it('alone has its words, and who wrote them when', () => {
    expect(parsed({ text: '', attachments: [share] })).toMatchObject({
      kind: 'message.received',
      text: 'The broken cup is from order 1001',
      forwardedFrom: { name: 'Bob', channel: 'slack', address: 'U0BOB', sentAt: new Date(1_763_600_000_000) },
    });
  });

  it('by a bot is nobody’s to write to', () => {
    const { author_id: _, ...rest } = share;
    expect(parsed({ attachments: [{ ...rest, bot_id: 'B0SHOP' }] })).toMatchObject({
      forwardedFrom: { name: 'Bob', bot: true },
    });
  });

  it.each(['is_share', 'is_msg_unfurl'])('with a comment (%s) stands under it, with who wrote it', (mark) => {
    const { is_share: _, ...rest } = share;
    const event = parsed({ text: 'please see', attachments: [{ ...rest, [mark]: true }] });
    expect(event).toMatchObject({ text: 'please see\n\nBob: The broken cup is from order 1001' });
    expect(event).not.toHaveProperty('forwardedFrom');
  });

  it('brings its files, of whoever they are', () => {
    const files = [{ id: 'F0CUP', name: 'cup.jpg', mimetype: 'image/jpeg' }, { mode: 'hidden' }];
    expect(parsed({ text: '', attachments: [{ ...share, text: '', fallback: '', files }] })).toMatchObject({
      attachments: [{ kind: 'photo', name: 'cup.jpg', ref: 'slack:F0CUP' }],
    });
  });

  it('says its words though they stand in blocks only', () => {
    const message_blocks = [{ team: 'T', channel: 'C', message: { blocks: rich(section(word('It leaks'))) } }];
    expect(parsed({ attachments: [{ ...share, text: '', message_blocks }] })).toMatchObject({ text: 'It leaks' });
  });

  it('several at once are all there', () => {
    const other = { ...share, author_name: 'Cleo', text: 'Mine too' };
    expect(parsed({ attachments: [share, other] })).toMatchObject({
      text: 'Bob: The broken cup is from order 1001\n\nCleo: Mine too',
    });
  });
});

describe('a message', () => {
  it('shows no preview of the links in it', () => {
    const preview = { from_url: 'https://x.example', title: 'X', text: 'a shop', fallback: 'X' };
    expect(parsed({ text: 'see x.example', attachments: [preview] })).toMatchObject({ text: 'see x.example' });
  });

  it.each([
    [rich(section(word('Two '), { type: 'emoji', name: 'tea', unicode: '1f375' }, word(' please'))), 'Two 🍵 please'],
    [rich(section({ type: 'link', url: 'https://a.example', text: 'this' })), 'this (https://a.example)'],
    [
      rich(section(word('I want')), {
        type: 'rich_text_list',
        elements: [section(word('tea')), section(word('cups'))],
      }),
      'I want\ntea\ncups',
    ],
    [rich({ type: 'rich_text_quote', elements: [word('as agreed')] }, section(word('no'))), 'as agreed\nno'],
    [[{ type: 'section', text: { type: 'mrkdwn', text: 'a &amp; b' } }], 'a & b'],
    [[{ type: 'header', text: { type: 'plain_text', text: 'Order' } }, { type: 'divider' }], 'Order'],
    [
      [
        { type: 'toString', text: 'a' },
        { type: 'constructor', text: 'b' },
      ],
      'a\nb',
    ],
    [
      [
        {
          type: 'table',
          rows: [
            [
              { type: 'raw_text', text: 'tea' },
              { type: 'raw_text', text: '2' },
            ],
          ],
        },
      ],
      'tea\n2',
    ],
    [[{ type: 'new_block', elements: [word('from tomorrow')] }], 'from tomorrow'],
  ])('of blocks only says their words: %j', (blocks, text) => {
    expect(parsed({ text: '', blocks })).toMatchObject({ kind: 'message.received', text });
  });

  it.each([
    {},
    { text: '', blocks: [{ type: 'call' }] },
    { files: [{ mode: 'hidden' }] },
    { subtype: 'huddle_invite' },
  ])('that says nothing we can read has come all the same: %j', (event) =>
    expect(parsed(event)).toMatchObject({ kind: 'message.received', text: '', strange: 'message' }),
  );

  it('of a subtype we never heard of is somebody’s words', () => {
    expect(parsed({ subtype: 'voice_clip', text: 'hello' })).toMatchObject({ kind: 'message.received', text: 'hello' });
  });

  it.each(['channel_topic', 'group_join', 'bot_message', 'message_deleted', 'huddle_thread', 'reminder_add'])(
    'of subtype %s is Slack’s own, or a bot’s',
    (subtype) => expect(parsed({ subtype, text: 'x' })).toMatchObject({ kind: 'ignored' }),
  );

  it('changed in what it passes on or in its blocks was edited', () => {
    const message = { user: 'U0ANN', ts: '1763700000.000100', edited: { ts: '1763700009.000000' } };
    const before = { ...message, blocks: rich(section(word('two'))) };
    const after = { ...message, blocks: rich(section(word('three'))) };
    const change = (previous: object, now: object) =>
      parsed({ subtype: 'message_changed', message: now, previous_message: previous });
    expect(change(before, after)).toMatchObject({ kind: 'message.edited', text: 'three' });
    expect(change(after, after)).toMatchObject({ kind: 'ignored' });
  });
});

it('whatever the blocks are, reading them ends and throws nothing', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 20 }), (blocks) => typeof wordsOfBlocks(blocks) === 'string'));
});
