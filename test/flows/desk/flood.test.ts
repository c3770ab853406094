import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Pace } from '../../../src/delivery/pace.ts';
import { settle } from '../../../src/delivery/settle.ts';
import { claim as claimToSend } from '../../../src/delivery/worker.ts';
import type { Attachment } from '../../../src/domain/attachment.ts';
import type { MessageReceived } from '../../../src/domain/event.ts';
import { claim } from '../../../src/inbox/claim.ts';
import { work } from '../../../src/inbox/worker.ts';
import type { Sender } from '../../../src/outbox/message.ts';
import { buttonsOf, type House, NOON, OWNER, telegramMessage, testHouse } from '../../support/house.ts';
import { whileHeld } from '../../support/lock.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(() => house.reset());

const says = (text: string, chat = '1001', more: Partial<MessageReceived> = {}) =>
  telegramMessage(text, { chat, from: { address: chat, name: `客户${chat}` }, ...more });
const writes = (text: string, more: Partial<MessageReceived> = {}) => says(text, '1001', more);
const photo = (nth: number): Attachment => ({ kind: 'photo', ref: `photo-${nth}`, bytes: 10 });
const sendsPhoto = (nth: number, more: Partial<MessageReceived> = {}) =>
  writes('', { externalId: `photo-${nth}`, attachments: [photo(nth)], ...more });
const part = (nth: number, text = '') =>
  writes(text, { album: 'A', externalId: `part-${nth}`, attachments: [photo(nth)] });
const mail = (thread: string, more: Partial<MessageReceived> = {}) =>
  telegramMessage(`关于${thread}`, {
    ...{ channel: 'email', chat: 'anna@example.com', from: { address: 'anna@example.com', name: 'Anna' } },
    ...{ subject: thread, externalId: `<${thread}@example.com>` },
    ...more,
  });
/** So many seconds after noon. */
const at = (seconds: number) => ({ sentAt: new Date(NOON.getTime() + seconds * 1000) });
const COMPLAINT = '我要投诉！杯子到货就碎了，马上给我退款';
const quietHours = () => house.say('/settings quiet 11:00-23:00');
const waiting = async () =>
  (await house.outbox()).filter(({ state, address }) => state === 'queued' && address === OWNER);
/** What waits for the owner without what commands answered. */
const cards = async () => (await waiting()).map(replyOf);
const refs = (reply: { attachments?: Attachment[] | undefined }) => reply.attachments?.map(({ ref }) => ref);
const deliverAll = async () => {
  await house.db.autocommit`update outbox set run_at = now(), parked_until = null where state = 'queued'`;
  await house.deliver();
};
const hours = () =>
  house.db.sql<{ quiet: boolean; priority: number }>`
    select quiet, priority from outbox
    where state = 'queued' and shows_contact is not null order by id`;
const replyOf = (row: { payload: unknown }) => (row.payload as { reply: Parameters<typeof buttonsOf>[0] }).reply;

describe('cards of one customer that wait', () => {
  it('become one, with the words of all and how many there are', async () => {
    await house.happen(says('在吗'), says('想买茶'));
    expect(await waiting()).toHaveLength(1);
    await house.happen(says('龙井有吗'));
    const [card, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(replyOf(card!).quote).toBe('在吗\n想买茶\n龙井有吗');
    expect(replyOf(card!).fields?.[0]?.value).toBe('本条合并了 3 条');
    expect(buttonsOf(replyOf(card!)).map(({ command }) => command)).toContain('/timeline c1');
    expect(await house.db.sql`select from messages`).toHaveLength(3);
  });

  it('are of nobody else', async () => {
    await house.happen(...['1', '2', '3', '4'].map((chat) => says('在吗', chat)));
    expect(await waiting()).toHaveLength(4);
  });

  it('are as many as messages when each leaves at once', async () => {
    for (const text of ['一', '二', '三', '四']) {
      await house.happen(says(text));
      await house.deliver();
    }
    const sent = (await house.outbox()).filter(({ state, address }) => state === 'sent' && address === OWNER);
    expect(sent).toHaveLength(4);
  });

  it('wait for no card of which something is being written down at this moment', async () => {
    await house.happen(says('一'), says('二'));
    await house.db
      .autocommit`update outbox set state = 'sending' where id = (select min(id) from outbox where state = 'queued' and address = ${OWNER})`;
    await whileHeld(
      house.db,
      (tx) => tx`update outbox set state = 'sent', external_id = '1' where state = 'sending'`,
      () => house.happen(says('三')),
    );
  });

  it('in a flood are one card a minute, however fast they leave, with a way to shut its sender out', async () => {
    for (let nth = 0; nth < 12; nth += 1) {
      await house.happen(says(`${nth}`));
      await house.deliver();
    }
    const rows = (await house.outbox()).filter(({ address }) => address === OWNER);
    expect(rows.filter(({ state }) => state === 'sent')).toHaveLength(6);
    const [card, ...more] = await waiting();
    expect(more).toEqual([]);
    const reply = replyOf(card!);
    expect(reply.fields?.[0]?.value).toBe('本条合并了 6 条，只显示最后 5 条');
    expect(reply.quote).toBe('7\n8\n9\n10\n11');
    expect(buttonsOf(reply).map(({ command }) => command)).toContain('/block c1');
    expect(await house.db.sql`select from messages`).toHaveLength(12);
    await house.db.autocommit`update outbox set run_at = now() where state = 'queued'`;
    await house.deliver();
    expect(await waiting()).toEqual([]);
  });
});

describe('a card that gathered messages', () => {
  it('keeps their words when an album follows, and shows all of the album', async () => {
    await house.happen(writes('第一句'), writes('第二句'), part(1), part(2));
    const [card, ...more] = await cards();
    expect(more).toEqual([]);
    expect(card?.quote).toBe('第一句\n第二句\n🖼 图片\n🖼 图片');
    expect(refs(card!)).toEqual(['photo-1', 'photo-2']);
    expect(card?.fields?.[0]?.value).toBe('本条合并了 3 条');
  });

  it('shows all of an album that was begun before a word came between', async () => {
    await house.happen(writes('第一句'), part(1), writes('看到了吗'), part(2, '杯口裂了'));
    const [card, ...more] = await cards();
    expect(more).toEqual([]);
    expect(card?.quote).toBe('第一句\n杯口裂了\n看到了吗');
    expect(refs(card!)).toEqual(['photo-1', 'photo-2']);
  });

  it('waits for the rest of an album, and what still comes late is told by itself', async () => {
    await house.happen(writes('第一句'), writes('第二句'), part(1));
    const [row] = await house.db.sql<{ soon: boolean }>`
      select run_at > now() as soon from outbox where state = 'queued' and shows_contact is not null`;
    expect(row?.soon).toBe(true);
    await deliverAll();
    await house.happen(part(2));
    expect((await cards()).map(refs)).toEqual([['photo-2']]);
  });

  it('carries the files of all, and names what has no words', async () => {
    await quietHours();
    const voice: Attachment = { kind: 'voice', ref: 'voice', bytes: 10 };
    await house.happen(
      ...[writes('请看裂纹'), sendsPhoto(1), sendsPhoto(2)],
      ...[writes('', { externalId: 'voice', attachments: [voice] }), writes('谢谢')],
    );
    const [card, ...more] = (await cards()).filter(({ quote }) => quote);
    expect(more).toEqual([]);
    expect(card?.quote).toBe('请看裂纹\n🖼 图片\n🖼 图片\n🎤 语音\n谢谢');
    expect(refs(card!)).toEqual(['photo-1', 'photo-2', 'voice']);
  });

  it('shows the words as they are when it leaves', async () => {
    await house.happen(...['要红色', '在吗', '急用'].map((text, nth) => writes(text, { externalId: `e${nth}` })));
    const from = { address: '1001', name: '客户1001' };
    await house.happen({
      ...{ kind: 'message.edited', channel: 'telegram', chat: '1001', private: true, from },
      ...{ externalId: 'e0', text: '要蓝色', editedAt: NOON },
    });
    const [card, edit] = await cards();
    expect(card?.quote).toBe('要蓝色（已修改）\n在吗\n急用');
    expect(edit?.quote).toBe('要蓝色');
    await house.happen(writes('谢谢'));
    expect((await cards())[0]?.quote).toBe('要蓝色（已修改）\n在吗\n急用\n谢谢');
  });

  it('says whose words are whose', async () => {
    await house.happen(writes('我朋友说的'), writes('第二句'), writes('很好喝', { forwardedFrom: { name: '李四' } }));
    expect((await cards())[0]?.quote).toBe('我朋友说的\n第二句\n↪ 李四：很好喝');
  });

  it('keeps the place of its first in the chat, and an answer to it goes where that came from', async () => {
    await house.happen(writes('一'), says('别人', '2'), writes('二'), writes('三'));
    expect((await cards()).map(({ quote }) => quote)).toEqual(['一\n二\n三', '别人']);
    await house.deliver();
    const sent = (await house.outbox()).filter(({ state, address }) => state === 'sent' && address === OWNER);
    expect(sent.map(({ conversationId }) => conversationId)).toEqual(['1', '2']);
  });
});

describe('at two desks', () => {
  it('what has left one of them is told late there, and shown with the rest at the other', async () => {
    await house.db.autocommit`
      insert into user_identities (user_id, channel, address) select id, 'slack', 'D1' from users`;
    await house.happen(writes('第一句'), part(1));
    await house.db.autocommit`update outbox set state = 'sent' where channel = 'slack'`;
    await house.happen(part(2));
    const rows = (await house.outbox()).filter(({ payload }) => payload.kind === 'message');
    const at = (channel: string) => rows.filter((row) => row.channel === channel).map((row) => refs(replyOf(row)));
    expect(at('telegram')).toEqual([['photo-1', 'photo-2']]);
    expect(at('slack')).toEqual([['photo-1'], ['photo-2']]);
  });
});

describe('what may not wait', () => {
  it('is not put off by what comes after it in quiet hours', async () => {
    await quietHours();
    for (let nth = 0; nth < 6; nth += 1) {
      await house.happen(writes(`${COMPLAINT}${nth}`));
      await house.deliver();
    }
    await house.happen(writes(`${COMPLAINT}！`), writes('在吗'), writes('好的'));
    const [hour, ...more] = await hours();
    expect(more).toEqual([]);
    expect(hour).toMatchObject({ quiet: false });
    const card = (await cards()).at(-1)!;
    expect(card.fields?.map(({ label }) => label)).toContain('紧急');
  });

  it('takes what waits for the morning along', async () => {
    await quietHours();
    await house.happen(writes('在吗'), writes('晚上好'), writes('有个问题'));
    expect(await hours()).toEqual([{ quiet: true, priority: 3 }]);
    await house.happen(writes(COMPLAINT));
    expect(await hours()).toEqual([{ quiet: false, priority: 2 }]);
    const card = (await cards()).at(-1)!;
    expect(card.quote).toBe(`在吗\n晚上好\n有个问题\n${COMPLAINT}`);
    expect(card.fields?.map(({ label }) => label)).toContain('紧急');
  });

  it('is still said to be urgent, and can be resolved, when calm words follow', async () => {
    await house.happen(writes(COMPLAINT), writes('嗯'), writes('好'));
    const [card] = await cards();
    expect(card?.fields?.map(({ label }) => label)).toContain('紧急');
    expect(buttonsOf(card!).map(({ command }) => command)).toContain('/resolve 1');
  });
});

describe('several conversations of one customer', () => {
  it('each have a card that answers them, however many arrive at once', async () => {
    await house.happen(
      ...['一', '二', '三', '四', '五', '六', '七', '八'].map((thread, nth) => mail(thread, at(nth * 600))),
    );
    const rows = await waiting();
    expect(rows.map(({ conversationId }) => conversationId)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(rows.map((row) => replyOf(row).quote)).toEqual(
      ['一', '二', '三', '四', '五', '六', '七', '八'].map((n) => `关于${n}`),
    );
  });

  it('are gathered each by itself', async () => {
    await house.happen(mail('茶'), mail('杯'));
    const more = (text: string) =>
      mail('茶', { text, answers: ['<茶@example.com>'], externalId: `<${text}@example.com>` });
    await house.happen(more('再问'), more('急'));
    expect((await cards()).map(({ quote }) => quote)).toEqual(['关于茶\n再问\n急', '关于杯']);
  });

  it('in a flood are a list that no answer can go astray from', async () => {
    for (let nth = 0; nth < 6; nth += 1) {
      await house.happen(mail(`话题${nth}`));
      await house.deliver();
    }
    await house.happen(mail('话题6'), mail('话题7', { attachments: [photo(1)] }));
    const [row, ...more] = await waiting();
    expect(more).toEqual([]);
    expect(row?.conversationId).toBeNull();
    const reply = replyOf(row!);
    expect(reply.lists?.[0]?.items.map(({ ref }) => ref)).toEqual(['v7', 'v8']);
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([
      '/inbox v7',
      '/inbox v8',
      '/timeline c1',
      '/block c1',
    ]);
    expect(refs(reply)).toEqual(['photo-1']);
    await deliverAll();
    await house.type('好的', { answers: [`sent-${row!.id}`] });
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
  });
});

describe('while a flood is held back', () => {
  it('the cards of others go on', async () => {
    for (let nth = 0; nth < 7; nth += 1) {
      await house.happen(writes(`${nth}`));
      await house.deliver();
    }
    await house.happen(says('您好', '2'));
    await house.deliver();
    const sent = (await house.outbox()).filter(({ state }) => state === 'sent');
    expect(replyOf(sent.at(-1)!).quote).toBe('您好');
    expect(await waiting()).toHaveLength(1);
  });

  it('its card leaves at its time, though more and more comes', async () => {
    for (let nth = 0; nth < 7; nth += 1) {
      await house.happen(writes(`${nth}`));
      await house.deliver();
    }
    const at = () => house.db.sql<{ runAt: Date }>`select run_at as "runAt" from outbox where state = 'queued'`;
    const before = await at();
    await house.happen(writes('还有'), writes('再来'));
    expect(await at()).toEqual(before);
  });

  it('its sender is shut out: nothing of it is shown, and unblocking tells it', async () => {
    await house.happen(writes('一'), writes('二'), writes('三'), says('别人', '2'));
    await house.say('/block c1');
    expect((await cards()).map(({ quote }) => quote)).toEqual(['别人']);
    await house.say('/unblock c1');
    expect((await cards()).map(({ quote }) => quote)).toEqual(['一\n二\n三', '别人']);
    await house.say('/undo');
    expect((await cards()).map(({ quote }) => quote)).toEqual(['别人']);
  });

  it('a block that is taken back shows what it kept from being shown', async () => {
    await house.happen(writes('一'), writes('二'), writes('三'));
    const before = await house.state();
    await house.say('/block c1');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
    expect((await cards()).map(({ quote }) => quote)).toEqual(['一\n二\n三']);
  });
});

it('nothing is shown of a contact that was deleted, and again when they come back', async () => {
  await house.happen(writes('一'), writes('二'), writes('三'));
  await house.say('/delete c1 !');
  expect(await cards()).toEqual([]);
  await house.say('/undo');
  expect((await cards()).map(({ quote }) => quote)).toEqual(['一\n二\n三']);
});

it('a correction that may not wait is told at once in quiet hours', async () => {
  await quietHours();
  await house.happen(writes('在吗', { externalId: 'first' }));
  const from = { address: '1001', name: '客户1001' };
  await house.happen({
    ...{ kind: 'message.edited', channel: 'telegram', chat: '1001', private: true, from },
    ...{ externalId: 'first', text: COMPLAINT, editedAt: NOON },
  });
  expect(await hours()).toEqual([
    { quiet: true, priority: 3 },
    { quiet: false, priority: 2 },
  ]);
});

it('the list of who waits names what has no words', async () => {
  await house.happen(writes('请看'), sendsPhoto(1));
  expect((await house.say('/inbox v1')).quote).toBe('请看\n🖼 图片');
});

describe('what was taken for a machine’s', () => {
  const thread = { answers: ['<茶@example.com>'] };

  it('and is a person’s has a card, on which what waits is not lost', async () => {
    await house.happen(mail('茶'));
    await house.deliver();
    await house.happen(
      mail('茶', {
        ...thread,
        text: '外出中，另外要二十个',
        externalId: '<auto@example.com>',
        automatic: 'auto_reply',
      }),
    );
    await house.deliver();
    await house.happen(
      ...['在吗', '急'].map((text) => mail('茶', { ...thread, text, externalId: `<${text}@example.com>` })),
    );
    await house.say('/person m2');
    const [card, ...more] = await cards();
    expect(more).toEqual([]);
    expect(card?.quote).toBe('外出中，另外要二十个\n在吗\n急');
  });

  it('and is a machine’s after all is not shown: what waited before it is', async () => {
    await house.happen(mail('茶', { automatic: 'list' }));
    await house.say('/person a1');
    expect(await cards()).toHaveLength(1);
    await house.say('/undo');
    expect(await cards()).toEqual([]);
    await house.say('/person a1');
    expect(await cards()).toHaveLength(1);
  });
});

/** Sends what is first at the desk, if it is due. */
async function sendOne(): Promise<void> {
  const sender: Sender = { send: async () => ({ result: 'sent' }), deadlineMs: 1000, chatGapMs: 0, perSecond: 1000 };
  const rows = await claimToSend({ db: house.db, senders: { telegram: sender } }, new Pace(), 1);
  for (const row of rows) await settle(house, row, { result: 'sent', externalId: `sent-${row.id}` });
}

it('messages of several customers at once wait for each other at no desk', async () => {
  const failures: unknown[] = [];
  const worker = { ...house.worker, onError: (error: unknown) => failures.push(error) };
  const lanes = ['1', '2', '3', '4'];
  const events = Array.from({ length: 15 }, (_, nth) =>
    lanes.map((chat) => ({
      ...{ source: 'test', externalId: `p-${chat}-${nth}`, lane: `lane-${chat}` },
      body: Buffer.from(JSON.stringify(says(`${nth}`, chat))),
    })),
  );
  await house.store(...events.flat());
  for (;;) {
    const rows = await claim(house.db, lanes.length);
    if (rows.length === 0) break;
    await Promise.all([...rows.map((row) => work(worker, row)), sendOne()]);
  }
  expect(failures).toEqual([]);
  const shown = await house.db.sql<{ id: string }>`
    select one ->> 'messageId' as id from outbox, jsonb_array_elements(shows) one
    where state <> 'cancelled' and payload ->> 'kind' = 'message' and not one ? 'told' order by (one ->> 'messageId')::bigint`;
  expect(shown).toEqual(await house.db.sql`select id from messages order by id`);
});
