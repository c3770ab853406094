import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfBlocks } from '../../../src/bots/slack/blocks.ts';
import { toInboxEvent } from '../../../src/bots/slack/intake.ts';
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
      'tea | 2',
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

const cell = (text: string) => ({ type: 'raw_text', text });
const table = {
  type: 'table',
  rows: [
    [cell('Item'), cell('Qty')],
    [cell('Blue pot'), { type: 'rich_text', elements: [section(word('30'))] }],
  ],
};
const pasted = { id: 1, fallback: '[no preview available]', blocks: [table] };

describe('what the text of a message leaves out', () => {
  it.each([
    ['in an attachment', { attachments: [pasted] }],
    ['among its blocks', { blocks: [...rich(section(word('Which of these?'))), table] }],
    ['alone among its blocks', { blocks: [table] }],
  ])('is read: a table %s', (_, more) => {
    expect(parsed({ text: 'Which of these?', ...more })).toMatchObject({
      text: expect.stringMatching(/^Which of these\?\n+Item \| Qty\nBlue pot \| 30$/),
    });
    expect(parsed({ text: 'Which of these?', ...more })).not.toHaveProperty('strange');
  });

  it.each(['This message contains interactive elements.', "This content can't be displayed."])(
    'takes the place of words that only stand in for it: %s',
    (text) => {
      expect(parsed({ text, blocks: rich(section(word('I want 3 pots'))) })).toMatchObject({ text: 'I want 3 pots' });
    },
  );

  it.each([
    [
      'two *big* :tea: cups',
      section(
        word('two '),
        { ...word('big'), style: { bold: true } },
        { type: 'emoji', name: 'tea', unicode: '1f375' },
        word(' cups'),
      ),
    ],
    [
      'for <@U0BOB|bob>: <https://a.example/x|this one>, ok',
      section(
        word('for '),
        { type: 'user', user_id: 'U0BOB' },
        word(': '),
        { type: 'link', url: 'https://a.example/x', text: 'this one' },
        word(', ok'),
      ),
    ],
    [
      '1. two pots\n2. one cup',
      { type: 'rich_text_list', style: 'ordered', elements: [section(word('two pots')), section(word('one cup'))] },
    ],
    [
      'write <mailto:a@b.example|a@b.example>',
      section(word('write '), { type: 'link', url: 'mailto:a@b.example', text: 'a@b.example' }),
    ],
    ['a &lt; b ~gone~', section(word('a < b '), { ...word('gone'), style: { strike: true } })],
    [':wave::skin-tone-2: hi', section({ type: 'emoji', name: 'wave', unicode: '1f44b-1f3fb' }, word(' hi'))],
    [
      'press :one: now',
      section(word('press '), { type: 'emoji', name: 'one', unicode: '0031-fe0f-20e3' }, word(' now')),
    ],
  ])('is nothing where blocks only repeat it: %s', (text, element) => {
    const alone = parsed({ text });
    expect(parsed({ text, blocks: rich(element) })).toEqual(alone);
  });

  it.each([
    ['do you know now', 'no'],
    ['I want 100 cups', '00 cups'],
    ['red blue', '❌ red ✅ blue'],
    ['✅ red ❌ blue', '❌ red ✅ blue'],
    ['balance 50', 'balance -50'],
    ['balance -50', '50'],
    ['it costs 5', 'it costs €5'],
    ['off 5', 'off 5%'],
    ['ready by 1.5', '5'],
    ['a b', 'a ≠ b'],
    ['不要退款', '退款'],
  ])('is told beside a text that has only its letters: %s, %s', (text, words) => {
    expect(parsed({ text, blocks: rich(section(word(words))) })).toMatchObject({ text: `${text}\n\n${words}` });
    const plain = [{ type: 'section', text: { type: 'plain_text', text: words } }];
    expect(parsed({ text, blocks: plain })).toMatchObject({ text: `${text}\n\n${words}` });
  });

  it('is told instead of a text that it holds, and a sign more', () => {
    expect(parsed({ text: 'Approved', blocks: rich(section(word('❌ Approved'))) })).toMatchObject({
      text: '❌ Approved',
    });
    expect(parsed({ text: 'Approved', attachments: [{ text: '❌ Approved' }] })).toMatchObject({
      text: expect.stringContaining('❌ Approved'),
    });
  });

  it('is read of what is passed on, too', () => {
    const text = 'Our order:';
    expect(parsed({ attachments: [{ ...share, text, blocks: [table] }] })).toMatchObject({
      text: expect.stringContaining('Blue pot | 30'),
    });
    const fields = [{ title: 'Size', value: 'XL' }];
    expect(parsed({ text: 'see', attachments: [{ title: 'Form', fields }] })).toMatchObject({
      text: 'see\n\nForm\nSize: XL',
    });
  });

  it.each([
    { attachments: [{ id: 1, fallback: '[no preview available]' }] },
    { attachments: [{ id: 1 }] },
    { blocks: [...rich(section(word('Our prices:'))), { type: 'chart_of_tomorrow', data: [1, 2] }] },
  ])('and we cannot read is said to be there: %j', (more) => {
    expect(parsed({ text: 'Our prices:', ...more })).toMatchObject({
      text: expect.stringContaining('Our prices:'),
      strange: 'message',
    });
  });

  it('is a sign alone, or somebody else’s words that are the writer’s too', () => {
    const emoji = rich(section({ type: 'emoji', name: 'tea', unicode: '1f375' }));
    expect(parsed({ text: 'ok', blocks: emoji })).toMatchObject({ text: 'ok\n\n🍵' });
    expect(parsed({ text: 'It leaks', attachments: [{ ...share, text: 'It leaks' }] })).toMatchObject({
      text: 'It leaks\n\nBob: It leaks',
    });
    expect(parsed({ text: 'Mine is', blocks: rich(section(word('Mine is #1001'))) })).toMatchObject({
      text: 'Mine is #1001',
    });
  });

  it('is the words of a mail that was put in as a file', () => {
    const mail = {
      id: 'F0MAIL',
      mode: 'email',
      name: 'Order',
      mimetype: 'text/html',
      subject: 'Order',
      from: [{ original: 'Bob <bob@x.example>' }],
      plain_text: 'Ten cups, please',
    };
    const event = parsed({ text: 'look', files: [mail] });
    expect(event).toMatchObject({
      text: 'look\n\n✉ Bob <bob@x.example> “Order”\nTen cups, please',
      attachments: [{ kind: 'document', name: 'Order', type: 'text/html', ref: 'slack:F0MAIL' }],
    });
  });
});

it('whatever the blocks are, reading them ends and throws nothing', () => {
  fc.assert(fc.property(fc.jsonValue({ maxDepth: 20 }), (blocks) => typeof wordsOfBlocks(blocks) === 'string'));
});

describe('a changed message whose writer is not named where they belong', () => {
  const changed = (more: object) => ({
    subtype: 'message_changed',
    user: undefined,
    ts: '1763700009.000100',
    message: { text: 'two cups', ts: '1763700000.000100', edited: { ts: '1763700009.000000', user: 'U0ANN' } },
    ...more,
  });

  it('is its changer’s', () => {
    expect(parsed(changed({}))).toMatchObject({ kind: 'message.edited', text: 'two cups', from: { address: 'U0ANN' } });
    const previous_message = { user: 'U0BOB', text: 'a cup', ts: '1763700000.000100' };
    expect(parsed(changed({ previous_message }))).toMatchObject({ kind: 'message.edited', from: { address: 'U0BOB' } });
  });

  it('has the name looked up that is shown with it', () => {
    const event = { type: 'message', channel: 'D0ANN', channel_type: 'im', ...changed({}) };
    expect(toInboxEvent({ type: 'event_callback', event }, Buffer.from('{}'))).toMatchObject({ sender: 'U0ANN' });
  });

  it('control: is nobody’s where a bot wrote it', () => {
    const { message } = changed({});
    expect(parsed(changed({ message: { ...message, bot_id: 'B0' } }))).toMatchObject({ kind: 'ignored' });
  });
});

describe('a file that was deleted', () => {
  const gone = { id: 'F0GONE', mode: 'tombstone' };

  it('alone is said to have been there', () => {
    expect(parsed({ text: '', files: [gone] })).toMatchObject({ strange: 'deleted_file', attachments: [] });
  });

  it('beside words or files says nothing', () => {
    expect(parsed({ text: 'see', files: [gone] })).not.toHaveProperty('strange');
    expect(parsed({ text: '', files: [gone, { id: 'F0CUP', name: 'cup.jpg' }] })).not.toHaveProperty('strange');
  });
});
