import { expect, test } from 'vitest';
import { parseTelegram } from '../../../src/bots/telegram/parse.ts';

const parse = (update: object) => parseTelegram({ body: Buffer.from(JSON.stringify({ update_id: 1, ...update })) });

const from = { id: 42, is_bot: false, first_name: 'Owner' };
const group = { id: -1_001_234, title: 'Desk', type: 'supergroup', is_forum: true };
const inTopic = { message_thread_id: 7, is_topic_message: true };
const written = { message_id: 9, date: 1_763_700_000, chat: group, from };

test('what is written, edited and pressed in a topic says so', () => {
  const message = { ...written, ...inTopic, text: 'hi', reply_to_message: { message_id: 7 } };
  expect(parse({ message })).toMatchObject({ kind: 'message.received', topic: '7', answers: ['7'], private: false });
  expect(parse({ edited_message: { ...message, edit_date: 1_763_700_001 } })).toMatchObject({ topic: '7' });
  const press = { id: '4', from, chat_instance: '1', data: 'b1' };
  const shown = { message_id: 9, date: 0, chat: group, ...inTopic };
  expect(parse({ callback_query: { ...press, message: shown } })).toMatchObject({ topic: '7', chat: '-1001234' });
  expect(parse({ callback_query: press })).not.toHaveProperty('topic');
});

test('a thread of answers in a group without topics is no topic', () => {
  const message = { ...written, text: 'hi', message_thread_id: 7 };
  expect(parse({ message })).not.toHaveProperty('topic');
});

test.each([
  ['forum_topic_created', { name: 'Anna', icon_color: 7322096 }],
  ['forum_topic_edited', { name: 'Anna B' }],
  ['forum_topic_closed', {}],
  ['forum_topic_reopened', {}],
])('%s is nothing anybody wrote', (kind, content) => {
  const message = { ...written, ...inTopic, [kind]: content };
  expect(parse({ message })).toEqual({ kind: 'ignored', reason: 'service message' });
});

test.each([
  ['an admin who manages topics of a forum', { status: 'administrator', can_manage_topics: true }, group, true],
  ['an admin who does not', { status: 'administrator', can_manage_topics: false }, group, false],
  ['a member', { status: 'member' }, group, false],
  ['gone', { status: 'kicked' }, group, false],
  [
    'an admin without topics',
    { status: 'administrator', can_manage_topics: true },
    { ...group, is_forum: undefined },
    false,
  ],
])('the bot, %s, may serve the desk there or not', (_what, member, chat, offered) => {
  const user = { id: 1, is_bot: true, first_name: 'Bot' };
  const update = {
    chat,
    from,
    date: 0,
    old_chat_member: { user, status: 'left' },
    new_chat_member: { user, ...member },
  };
  expect(parse({ my_chat_member: update })).toMatchObject({
    ...{ kind: 'desk.offered', chat: '-1001234', title: 'Desk', from: { address: '42' }, offered },
  });
});
