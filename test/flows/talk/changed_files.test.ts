import { beforeEach, describe, expect, it } from 'vitest';
import { parseSlack } from '../../../src/bots/slack/parse.ts';
import { parseTelegram } from '../../../src/bots/telegram/parse.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { OWNER, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(async () => {
  await house.reset();
  edits = 0;
});

let edits = 0;
const CARA = 1001;
const last = async (): Promise<Reply> => (await house.cards()).at(-1)!;
const count = async () => (await house.cards()).length;
const kept = async () =>
  (
    await house.db.sql<{ refs: string[] }>`
    select coalesce(jsonb_path_query_array(attachments, '$[*].ref'), '[]') as refs from messages
    where direction = 'in' order by id desc limit 1`
  )[0]?.refs;

/** As Telegram sends it, in the private chat of this person. */
async function telegram(content: object, { member = 'message', by = CARA, ...more }: Where = {}): Promise<void> {
  const message = {
    ...{ message_id: 7, date: Math.floor(house.now.getTime() / 1000) },
    ...(member.startsWith('edited') && { edit_date: Math.floor(house.now.getTime() / 1000) + ++edits }),
    chat: { id: by, type: 'private', first_name: 'Cara' },
    from: { id: by, is_bot: false, first_name: 'Cara' },
    ...more,
    ...content,
  };
  await house.happen(parseTelegram({ body: Buffer.from(JSON.stringify({ update_id: 1, [member]: message })) }));
}
interface Where {
  member?: string;
  by?: number;
  [more: string]: unknown;
}
const edit = (content: object, where: Where = {}) => telegram(content, { ...where, member: 'edited_message' });

const photo = (id: string, handle = `handle-${id}`) => ({
  photo: [{ file_id: handle, file_unique_id: id, width: 9, height: 9, file_size: 900 }],
});
const pdf = (id: string, file_name = 'plan.pdf') => ({
  document: { file_id: `handle-${id}`, file_unique_id: id, file_name, mime_type: 'application/pdf', file_size: 5 },
});
const place = (latitude: number, more = {}) => ({ location: { latitude, longitude: 1.5, ...more } });

describe('a file that a customer changes by an edit', () => {
  it.each([
    [
      'a photo with the same caption',
      { ...photo('A'), caption: 'this one' },
      { ...photo('B'), caption: 'this one' },
      'replaced the photo',
      'handle-B',
    ],
    ['a photo without a caption', photo('A'), photo('B'), 'replaced the photo', 'handle-B'],
    ['a PDF of the same name', pdf('A'), pdf('B'), 'replaced the file', 'handle-B'],
    ['a photo that became a PDF', photo('A'), pdf('B'), 'replaced the file', 'handle-B'],
    [
      'a text that became a photo',
      { text: 'this one' },
      { ...photo('B'), caption: 'this one' },
      'added this photo',
      'handle-B',
    ],
    ['a pin on the map', place(51.5), place(51.6), 'moved the pin', '51.6,1.5'],
  ])('%s: the owner is told, and shown the new one', async (_, before, now, title, ref) => {
    await telegram(before);
    await house.deliver();
    await edit(now);
    expect(await last()).toMatchObject({
      title: expect.stringContaining(`Cara ${title}`),
      attachments: [expect.objectContaining({ ref })],
      changed: expect.anything(),
    });
    expect((await last()).hint).toBeUndefined();
    expect(await kept()).toEqual([ref]);
  });

  it('with other words too: both are shown', async () => {
    await telegram({ ...photo('A'), caption: 'this one' });
    await house.deliver();
    await edit({ ...photo('B'), caption: 'no, this one' });
    expect(await last()).toMatchObject({
      ...{ title: '✏️ Cara replaced the photo', quote: 'no, this one', hint: 'Before: this one' },
      attachments: [expect.objectContaining({ ref: 'handle-B' })],
    });
  });

  it('twice in one second is told twice', async () => {
    await telegram(photo('A'));
    await house.deliver();
    await edit(photo('B'), { edit_date: 1_795_233_700 });
    await edit(photo('C'), { edit_date: 1_795_233_700 });
    const shown = (await house.cards()).map(({ attachments }) => attachments?.[0]?.ref);
    expect(shown.slice(-2)).toEqual(['handle-B', 'handle-C']);
  });

  it('in an album: the new one is told and kept with the others', async () => {
    await telegram(photo('A'), { message_id: 7, media_group_id: '9' });
    await telegram(photo('B'), { message_id: 8, media_group_id: '9' });
    await house.deliver();
    await edit(photo('C'), { message_id: 8, media_group_id: '9' });
    expect(await last()).toMatchObject({
      title: '✏️ Cara replaced the photo',
      attachments: [expect.objectContaining({ ref: 'handle-C' })],
    });
    expect(await kept()).toEqual(['handle-A', 'handle-B', 'handle-C']);
  });

  it('and that is the same file under another handle is nothing new', async () => {
    await telegram({ ...photo('A', 'x1'), caption: 'this one' });
    const cards = await count();
    await edit({ ...photo('A', 'x2'), caption: 'this one' });
    expect(await count()).toBe(cards);
  });

  it('and was kept before files had marks is known by what it was', async () => {
    await telegram({ ...pdf('A'), caption: 'plan' });
    await house.db.autocommit`update messages set attachments = attachments #- '{0,mark}'`;
    const cards = await count();
    await edit({ document: { ...pdf('A').document, file_id: 'other' }, caption: 'plan' });
    expect(await count()).toBe(cards);
    await edit({ ...pdf('B', 'plan-2.pdf'), caption: 'plan' });
    expect(await last()).toMatchObject({ title: '✏️ Cara replaced the file' });
  });

  it('is no edit where a place moves with its sender, and when it comes to rest', async () => {
    await telegram(place(51.5, { live_period: 900 }));
    const cards = await count();
    await edit(place(51.6, { live_period: 900 }));
    await edit(place(51.7));
    expect(await count()).toBe(cards);
  });

  it('of somebody blocked is kept and not shown', async () => {
    await telegram(photo('A'));
    await house.say('/block Cara');
    const cards = await count();
    await edit(photo('B'));
    expect(await count()).toBe(cards);
    expect(await kept()).toEqual(['handle-B']);
  });
});

describe('a file that the owner changes in an answer already sent', () => {
  const own = { by: Number(OWNER), message_id: 70 };
  const toCara = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
  let under: object;
  beforeEach(async () => {
    await telegram({ text: 'Which colour?' });
    await house.deliver();
    await house.db
      .autocommit`update outbox set external_id = '900' where audience = 'owner' and external_id is not null`;
    under = { reply_to_message: { message_id: 900 } };
    await telegram({ ...photo('A'), caption: 'this one', ...under }, own);
    await house.deliver();
  });

  it('is answered: what was sent stays as it was', async () => {
    const sent = await toCara();
    expect(sent).toHaveLength(1);
    await edit({ ...photo('B'), caption: 'this one', ...under }, own);
    const said = await last();
    expect(said.text).toMatch(/^✎ Your edit stays here: what was sent/);
    expect(said.buttons).toEqual([]);
    expect(await toCara()).toHaveLength(1);
  });

  it('is not told of where the file is the same', async () => {
    const cards = await count();
    await edit({ ...photo('A', 'x2'), caption: 'this one', ...under }, own);
    expect(await count()).toBe(cards);
  });
});

/** As Slack posts it, in the chat with this person. */
async function slack(event: object): Promise<void> {
  const body = { type: 'event_callback', event: { type: 'message', channel: 'D0CARA', channel_type: 'im', ...event } };
  await house.happen(
    parseSlack({
      body: Buffer.from(JSON.stringify(body)),
      ...{ headers: { 'person-name': 'Cara' }, externalId: 'x', receivedAt: house.now },
    }),
  );
}
const ts = '1795233600.000100';
const message = (text: string, ids: string[], more: object = {}) => ({
  ...{ user: 'U0CARA', text, ts, ...more },
  files: ids.map((id) => ({ id, name: 'photo.png', mimetype: 'image/png', size: 5 })),
});
const changes = (before: object, now: object) =>
  slack({ subtype: 'message_changed', ts: '1795233700.000100', message: now, previous_message: before });

describe('a customer by Slack', () => {
  const edited = { edited: { user: 'U0CARA', ts: '1795233700.000000' } };

  it.each([
    ['a file taken out by an edit', message('see here', [], edited)],
    [
      'a file deleted, which Slack does not call an edit',
      { ...message('see here', []), files: [{ id: 'F1', mode: 'tombstone' }] },
    ],
  ])('%s: the owner is told', async (_, now) => {
    const before = message('see here', ['F1']);
    await slack(before);
    await house.deliver();
    await changes(before, now);
    expect(await last()).toMatchObject({ title: '✏️ Cara took the photo out of a message', quote: 'see here' });
    expect(await kept()).toEqual([]);
  });

  it('a file replaced: the owner is shown the new one', async () => {
    const before = message('', ['F1']);
    await slack(before);
    await house.deliver();
    await changes(before, message('', ['F2'], edited));
    expect(await last()).toMatchObject({
      title: '✏️ Cara replaced the photo',
      attachments: [expect.objectContaining({ ref: 'slack:F2' })],
    });
  });

  it.each([
    ['deleted', { subtype: 'message_deleted', ts: '1795233700.000200', deleted_ts: ts }],
    [
      'deleted, with answers under it',
      {
        ...{ subtype: 'message_changed', ts: '1795233700.000200' },
        message: { subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', ts },
      },
    ],
  ])('a message %s: the owner hears that it was withdrawn, and what it said', async (_, event) => {
    const gone = message('Please cancel my order', ['F1']);
    await slack(gone);
    await house.deliver();
    await slack({ ...event, previous_message: gone });
    expect(await last()).toMatchObject({
      title: '🗑 Cara withdrew a message',
      quote: expect.stringMatching(/^Please cancel my order\n(?:🖼|📎)/),
    });
    const cards = await count();
    await slack({ ...event, previous_message: gone });
    expect(await count()).toBe(cards);
    const [row] = await house.db.sql`select text, edits -> -1 -> 'withdrawn' as withdrawn from messages`;
    expect(row).toEqual({ text: 'Please cancel my order', withdrawn: true });
  });

  it.each([
    ['sent', true, /it was sent/, 0],
    ['held', false, /it goes out in a minute/, 1],
  ])(
    'is answered, and the owner deletes the answer when it is %s: it says that this takes nothing back',
    async (_, isSent, words, buttons) => {
      await slack(message('Which colour?', []));
      await house.deliver();
      if (!isSent) await house.say('/settings undosend 5');
      const {
        channel,
        address: chat,
        externalId,
      } = (await house.outbox()).findLast(({ audience, conversationId }) => audience === 'owner' && conversationId)!;
      const from = { address: OWNER, name: '' };
      await house.type('Blue', { externalId: 'line', answers: [externalId!] });
      if (isSent) await house.db.autocommit`update outbox set state = 'sent' where audience = 'customer'`;
      await house.happen({
        ...{ kind: 'messages.withdrawn', channel: channel as 'telegram', chat, from },
        ...{ externalIds: ['line', 'other'], answers: [externalId!] },
      });
      const said = await last();
      expect(said).toMatchObject({ text: expect.stringMatching(words), quote: 'Blue' });
      expect(said.buttons).toHaveLength(buttons);
    },
  );

  it('a message deleted by somebody blocked, or that nobody knows: nothing is told', async () => {
    const gone = message('hello', []);
    await slack(gone);
    await house.say('/block Cara');
    const cards = await count();
    await slack({ subtype: 'message_deleted', ts: '1.1', previous_message: gone });
    await slack({ subtype: 'message_deleted', ts: '1.2', previous_message: { ...gone, ts: '1.3' } });
    await slack({ subtype: 'message_deleted', ts: '1.2', deleted_ts: ts });
    expect(await count()).toBe(cards);
  });
});
