import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import type { OutboxMessage, Outcome } from '../../../src/outbox/message.ts';
import { buttonsOf, OWNER, type SentRow, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', undoSend: 5 });
let count = 0;

beforeEach(
  house.startingWith(async () => {
    await house.happen(
      telegramMessage('My cup arrived broken, I want a refund', { from: { address: '77', name: 'Dave' }, chat: '77' }),
    );
    await house.deliver();
  }),
);

const rowOf = async (which: (row: SentRow) => boolean) => (await house.outbox()).findLast(which)!;
const isCard = ({ payload, conversationId }: SentRow) =>
  payload.kind === 'message' && conversationId !== null && payload.reply.quote !== undefined;
/** What the message shows by now. */
const shows = async (id: string): Promise<Reply> => {
  const { payload } = await rowOf((row) => row.id === id);
  return payload.kind === 'message' ? payload.reply : {};
};
const labels = async (id: string) => buttonsOf(await shows(id)).map(({ label }) => label);
const edits = async () => (await house.outbox()).filter(({ payload }) => payload.kind === 'edit');
const messages = async () =>
  (await house.outbox()).filter(({ audience, payload }) => audience === 'owner' && payload.kind === 'message');

async function pressId(id: string, pressed = `again-${++count}`): Promise<string> {
  const from = { address: OWNER, name: 'me' };
  await house.happen({
    kind: 'button.pressed',
    channel: 'telegram',
    chat: OWNER,
    from,
    buttonId: id,
    pressId: pressed,
  });
  const toast = await rowOf((row) => row.idempotencyKey === `toast:telegram:${pressed}`);
  return toast.payload.kind === 'button_answer' ? toast.payload.text : '';
}
const idOf = async (row: string, label: string) =>
  buttonsOf(await shows(row)).find((button) => button.label === label)!.id!;

describe('a card whose button was pressed', () => {
  it('says what was done and when, without that button, with its way back, and no other message comes', async () => {
    await house.say('/ticket c1 cup');
    const card = await house.say('/tickets');
    expect(card.lists).toBeDefined();
    await house.type('/tickets');
    await house.deliver();
    const list = await rowOf(({ payload }) => payload.kind === 'message' && payload.reply.lists !== undefined);
    const before = (await messages()).length;
    const first = (await shows(list.id)).lists![0]!.items[0]!;
    await pressId(first.buttons!.find(({ command }) => command.startsWith('/resolve'))!.id!);
    const item = (await shows(list.id)).lists![0]!.items[0]!;
    expect(item.buttons!.map(({ command }) => command.split(' ')[0])).toEqual(
      first
        .buttons!.map(({ command }) => command.split(' ')[0]!)
        .filter((one) => one !== '/resolve')
        .concat('/undo'),
    );
    expect((await shows(list.id)).done).toEqual([expect.stringMatching(/Resolved.*\(you, 12:00\)/)]);
    expect(await messages()).toHaveLength(before);
    expect((await edits()).filter(({ payload }) => payload.kind === 'edit' && payload.of === list.id)).toHaveLength(1);
  });

  it.each(['button', 'typed'])('undone (%s) has its button again, and that works again', async (way) => {
    const card = await rowOf(isCard);
    const before = await shows(card.id);
    await pressId(await idOf(card.id, 'Resolve'));
    expect(await labels(card.id)).not.toContain('Resolve');
    await (way === 'button' ? pressId(await idOf(card.id, 'Undo')) : house.type('/undo'));
    const { done, ...looks } = await shows(card.id);
    expect(looks).toEqual(before);
    expect(done?.length ?? 0).toBe(way === 'button' ? 1 : 0);
    expect(await pressId(await idOf(card.id, 'Resolve'))).toBe('');
    expect(await house.db.sql`select state from tickets`).toEqual([{ state: 'resolved' }]);
    expect((await shows(card.id)).done).toEqual([expect.stringMatching(/^✓ Resolved/)]);
  });

  it('names whoever pressed it where others read it too', async () => {
    await house.act(async ({ tx }) => {
      await tx`insert into users (name, role, locale) values ('Hana', 'helper', 'en')`;
      await tx`insert into user_identities (channel, address, user_id) values ('telegram', '77000', 2)`;
    });
    const card = await rowOf(isCard);
    const id = await idOf(card.id, 'Resolve');
    await house.happen({
      ...{ kind: 'button.pressed', channel: 'telegram', chat: OWNER, buttonId: id, pressId: 'p' },
      from: { address: '77000', name: 'Hana' },
    });
    expect((await shows(card.id)).done).toEqual([expect.stringContaining('(Hana, 12:00)')]);
  });

  it('that had not left yet leaves as it is now', async () => {
    await house.happen(
      telegramMessage('The other cup that I ordered arrived broken too', {
        from: { address: '78', name: 'Eve' },
        chat: '78',
      }),
    );
    const card = await rowOf(isCard);
    expect(card.state).toBe('queued');
    await pressId(await idOf(card.id, 'Resolve'));
    expect(await edits()).toHaveLength(0);
    expect((await shows(card.id)).done).toHaveLength(1);
  });

  it('tells its outcome in a message of its own where it can no longer be changed', async () => {
    const card = await rowOf(isCard);
    await pressId(await idOf(card.id, 'Resolve'));
    const refused = ({ payload }: OutboxMessage): Outcome =>
      payload.kind === 'edit'
        ? { result: 'failed', error: 'message to edit not found', reason: 'rejected' }
        : { result: 'sent', externalId: `s${++count}` };
    await house.deliver(refused);
    const said = await rowOf(({ idempotencyKey }) => idempotencyKey.startsWith('instead:'));
    expect(said.payload).toMatchObject({ kind: 'message', reply: { text: expect.stringMatching(/^✓ Resolved/) } });
    expect((await house.say('/unsent')).text).toBe('Everything was delivered.');
  });

  it('says no old news in a message of its own once it was written anew', async () => {
    const card = await rowOf(isCard);
    await pressId(await idOf(card.id, 'Resolve'));
    await house.type('/undo');
    await house.deliver(({ payload }) =>
      payload.kind === 'edit'
        ? { result: 'failed', error: 'message to edit not found', reason: 'rejected' }
        : { result: 'sent', externalId: `s${++count}` },
    );
    expect((await messages()).filter(({ idempotencyKey }) => idempotencyKey.startsWith('instead:'))).toEqual([]);
    expect(await house.db.sql`select state from tickets`).toEqual([{ state: 'open' }]);
  });

  it('shows several things that were done, each with its way back', async () => {
    await house.say('/lead c1 cups 300');
    await house.type('/leads');
    await house.deliver();
    const list = await rowOf(({ payload }) => payload.kind === 'message' && payload.reply.lists !== undefined);
    await pressId(await idOf(list.id, 'Won'));
    expect(await labels(list.id)).toContain('Lost');
    await pressId(await idOf(list.id, 'Lost'));
    expect((await shows(list.id)).done).toHaveLength(2);
    // won was overtaken: it can be said again, and only the last can be taken back
    expect(await labels(list.id)).toContain('Won');
    expect((await labels(list.id)).filter((label) => label === 'Undo')).toHaveLength(1);
    await house.type('/undo');
    expect((await shows(list.id)).done).toEqual([expect.stringContaining('Won')]);
    expect(await labels(list.id)).toContain('Lost');
    expect(await labels(list.id)).not.toContain('Won');
  });

  it('keeps apart a ticket and a task that have the same number', async () => {
    await house.say('/task today 11pm ring Dave');
    await house.say('/digest');
    await house.type('/digest');
    await house.deliver();
    const list = await rowOf(({ payload }) => payload.kind === 'message' && payload.reply.lists !== undefined);
    await pressId(await idOf(list.id, 'Resolve'));
    await pressId(await idOf(list.id, 'Done'));
    expect(await labels(list.id)).not.toContain('Resolve');
    expect((await labels(list.id)).filter((label) => label === 'Undo')).toHaveLength(2);
  });

  it('that only shows something is left as it is', async () => {
    const card = await rowOf(isCard);
    const before = await shows(card.id);
    await house.press('See contact');
    expect(await shows(card.id)).toEqual(before);
    expect(await edits()).toHaveLength(0);
  });
});

describe('a card whose thing was settled elsewhere', () => {
  const cardIn = (channel: string) => rowOf((row) => isCard(row) && row.channel === channel);
  const twoDesks = () =>
    house.act(async ({ tx }) => {
      await tx`insert into user_identities (channel, address, user_id) values ('slack', 'U01', 1)`;
    });
  const another = async () => {
    await house.happen(
      telegramMessage('The lid is broken, I want a refund', { from: { address: '79', name: 'Finn' }, chat: '79' }),
    );
    await house.deliver();
  };

  it.each([
    ['typed', () => house.type('/resolve 1')],
    ['in the terminal', () => house.say('/resolve 1')],
    ['with others', () => house.say('/ticket c1 cup').then(() => house.say('/resolve 1 2'))],
  ])('(%s) says so where it stands, with the way back', async (_, settle) => {
    const card = await rowOf(isCard);
    const before = await shows(card.id);
    await settle();
    expect((await shows(card.id)).done).toEqual(['✓ Resolved (you, 12:00)']);
    expect(await labels(card.id)).not.toContain('Resolve');
    await pressId(await idOf(card.id, 'Undo'));
    const { done, ...looks } = await shows(card.id);
    expect(looks).toEqual(before);
    expect(done).toHaveLength(1);
    expect(await house.db.sql`select state from tickets where id = 1`).toEqual([{ state: 'open' }]);
  });

  it('on one desk says so on the other, each in its place, and an undo there shows on both', async () => {
    await twoDesks();
    await another();
    const [here, there] = [await cardIn('telegram'), await cardIn('slack')];
    const looks = [await shows(here.id), await shows(there.id)];
    await pressId(await idOf(here.id, 'Resolve'));
    expect((await shows(there.id)).done).toEqual(['✓ Resolved (you, 12:00)']);
    await house.type('/undo');
    expect([await shows(here.id), await shows(there.id)]).toEqual(looks);
  });

  it('names whoever did it, in the language of whoever reads it', async () => {
    await house.act(async ({ tx }) => {
      await tx`insert into users (name, role, locale) values ('小花', 'helper', 'zh-CN')`;
      await tx`insert into user_identities (channel, address, user_id) values ('telegram', '77000', 2)`;
    });
    const card = await rowOf(isCard);
    await house.happen(
      telegramMessage('/resolve 1', { chat: '77000', from: { address: '77000', name: '小花' }, externalId: 'z' }),
    );
    expect((await shows(card.id)).done).toEqual(['✓ Resolved (小花, 12:00)']);
  });

  it('and opened again can be settled again', async () => {
    await house.say('/lead c1 cups 300');
    await house.type('/leads');
    await house.deliver();
    const list = await rowOf(({ payload }) => payload.kind === 'message' && payload.reply.lists !== undefined);
    await house.type('/won 1');
    expect((await shows(list.id)).done).toEqual(['✓ #1 · Won (you, 12:00)']);
    expect(await labels(list.id)).not.toContain('Won');
    await house.type('/reopen 1');
    expect((await shows(list.id)).done).toEqual([expect.any(String), 'Reopened: #1 (you, 12:00)']);
    expect(await labels(list.id)).toContain('Won');
  });

  it.each(['typed', 'pressed'])('(%s) sets its way back apart from the one of the message itself', async (way) => {
    await house.type('/lead c1 cups 300');
    await house.deliver();
    const said = await rowOf(({ idempotencyKey }) => idempotencyKey.startsWith('said:telegram:42:'));
    await (way === 'typed' ? house.type('/lost 1 too expensive') : pressId(await idOf(said.id, 'Lost')));
    expect((await labels(said.id)).filter((label) => label.includes('Undo'))).toEqual(['Undo', 'Undo: Lost']);
    await pressId(await idOf(said.id, 'Undo: Lost'));
    expect((await labels(said.id)).filter((label) => label.includes('Undo'))).toEqual(['Undo']);
    expect(await house.db.sql`select stage from leads`).toEqual([{ stage: 'new' }]);
  });

  it('is left as it is where nothing changed, or another thing', async () => {
    await house.say('/ticket c1 cup');
    const card = await rowOf(isCard);
    const before = await shows(card.id);
    await house.say('/resolve 2');
    expect(await shows(card.id)).toEqual(before);
    await house.say('/resolve 1');
    const settled = await shows(card.id);
    await house.say('/resolve 1');
    expect(await shows(card.id)).toEqual(settled);
  });

  it.each(['pressed', 'typed'])('leaves no way back to press after it was gone (%s)', async (way) => {
    await house.type('/resolve 1');
    await house.deliver();
    const said = await rowOf(({ idempotencyKey }) => idempotencyKey.startsWith('said:telegram:42:'));
    expect(await labels(said.id)).toContain('Undo');
    await (way === 'pressed' ? pressId(await idOf(said.id, 'Undo')) : house.type('/undo'));
    expect(await labels(said.id)).not.toContain('Undo');
    expect((await shows(said.id)).done).toEqual([expect.stringMatching(/^↩︎ Undone: .*\(you, 12:00\)$/)]);
  });
});

describe('a list of several pages', () => {
  beforeEach(async () => {
    for (let nth = 1; nth <= 9; nth++) await house.say(`/ticket c1 crack ${nth}`);
    await house.type('/tickets');
    await house.deliver();
  });

  it('turns its pages where it stands', async () => {
    const list = await rowOf(({ payload }) => payload.kind === 'message' && payload.reply.lists !== undefined);
    const [before, first] = [(await messages()).length, await shows(list.id)];
    await pressId((await shows(list.id)).buttons!.flat().find(({ command }) => command === '/tickets 2')!.id!);
    const second = await shows(list.id);
    expect(second.lists).not.toEqual(first.lists);
    await pressId(second.buttons!.flat().find(({ command }) => command === '/tickets 1')!.id!);
    const words = (reply: Reply) => reply.lists!.map(({ items }) => items.map(({ text }) => text));
    expect(words(await shows(list.id))).toEqual(words(first));
    expect(await messages()).toHaveLength(before);
  });
});

describe('the line about an answer that is held', () => {
  const line = () => rowOf(({ idempotencyKey }) => idempotencyKey.startsWith('said:telegram:42:'));
  const over = () =>
    house.db.autocommit`update outbox set run_at = now() where state = 'queued' and audience = 'customer'`;
  const answerOnCard = async (text: string, externalId = `a-${++count}`) => {
    const card = await rowOf(isCard);
    await house.type(text, { answers: [card.externalId!], externalId });
    await house.deliver();
    return externalId;
  };

  it('says when it has left, and that it still answers the customer', async () => {
    await answerOnCard('a new one leaves today');
    const { id, conversationId } = await line();
    await over();
    await house.deliver();
    expect(await shows(id)).toMatchObject({ text: '✓ Sent to Dave (Telegram) · 12:00' });
    expect(await labels(id)).toEqual([]);
    expect(conversationId).not.toBeNull();
    expect((await messages()).filter(({ idempotencyKey }) => idempotencyKey.startsWith('receipt:'))).toEqual([]);
  });

  it('says that it was not sent, while what can be done is told in a message that is heard', async () => {
    await answerOnCard('a new one leaves today');
    const { id } = await line();
    await over();
    await house.deliver(({ audience, id: row }) =>
      audience === 'customer'
        ? { result: 'failed', error: '403', reason: 'blocked' }
        : { result: 'sent', externalId: `x${row}` },
    );
    expect(await shows(id)).toMatchObject({ text: '✗ Not sent to Dave (Telegram) · 12:00' });
    const failure = await rowOf(
      ({ payload }) => payload.kind === 'message' && payload.reply.title?.startsWith('✗') === true,
    );
    expect(await labels(failure.id)).toEqual(['Send again', 'Leave it']);
    await pressId(await idOf(failure.id, 'Send again'));
    await over();
    await house.deliver();
    expect((await shows(id)).text).toMatch(/^✓ Sent to Dave/);
    expect((await shows(failure.id)).text).toMatch(/^✓ Sent to Dave/);
    expect(await labels(failure.id)).toEqual([]);
  });

  it.each(['button', 'typed'])('cancelled (%s) says so where it stands, and it can be sent after all', async (way) => {
    await answerOnCard('a new one leaves today');
    const { id } = await line();
    await (way === 'button' ? pressId(await idOf(id, 'Cancel')) : house.type('/cancel'));
    expect((await shows(id)).text).toMatch(/^✓ Not sent to Dave\./);
    expect(await labels(id)).not.toContain('Cancel');
    await house.deliver();
    await house.press('Send it after all');
    await over();
    await house.deliver();
    const sent = (await house.outbox()).filter(({ audience, state }) => audience === 'customer' && state === 'sent');
    expect(sent.map(({ payload }) => payload.kind === 'message' && payload.reply.text)).toEqual([
      'a new one leaves today',
    ]);
    if (way === 'button') expect((await shows(id)).text).toMatch(/^✓ Sent to Dave/);
  });

  it.each(['/block Dave', '/resume drop'])('says that it was not sent when it is kept back by %s', async (line_) => {
    await answerOnCard('a new one leaves today');
    const { id } = await line();
    if (line_ === '/resume drop')
      await house.db
        .autocommit`insert into sites (id, facts, starts, doubt, waiting, waiting_since) values ('a', '{}', 1, 'restored', '{}', now())`;
    await house.type(line_);
    expect((await shows(id)).text).toMatch(/not sent/);
    expect(await labels(id)).toEqual([]);
  });

  it('undone says that it was not sent', async () => {
    await answerOnCard('a new one leaves today');
    const { id } = await line();
    await house.type('/undo');
    expect(await labels(id)).toEqual([]);
    expect((await shows(id)).text).toMatch(/not sent/);
  });

  const edited = async (externalId: string, text: string, answers: string[] = []) =>
    house.happen({
      ...{ kind: 'message.edited', channel: 'telegram', chat: OWNER, from: { address: OWNER, name: 'me' } },
      ...{ externalId, text, answers, editedAt: new Date(house.now.getTime() + 2000) },
    });
  const words = async () =>
    (await house.outbox())
      .filter(({ audience, state }) => audience === 'customer' && state !== 'cancelled')
      .map(({ payload }) => payload.kind === 'message' && payload.reply.text);

  it.each([
    ['under a card', 'it is 58', 'it is 85', 'it is 85'],
    ['as a command', '/reply Dave it is 58', '/reply Dave it is 85', 'it is 85'],
  ])('edited (%s) goes as it is now, and the line shows the new words', async (_, before, now, goes) => {
    const card = await rowOf(isCard);
    const answers = before.startsWith('/') ? [] : [card.externalId!];
    await house.type(before, { answers, externalId: 'line' });
    await house.deliver();
    const { id } = await line();
    await edited('line', now, answers);
    expect(await words()).toEqual([goes]);
    expect(await shows(id)).toMatchObject({ text: '→ Sending to Dave (Telegram) in 5 s', quote: now });
    expect(await labels(id)).toEqual(['Cancel']);
    await over();
    await house.deliver();
    expect(await words()).toEqual([goes]);
    expect((await shows(id)).text).toMatch(/^✓ Sent to Dave/);
  });

  it('edited into a note stays here', async () => {
    const card = await rowOf(isCard);
    const externalId = await answerOnCard('it is 58');
    const { id } = await line();
    await edited(externalId, '//it is 58 for friends', [card.externalId!]);
    expect(await words()).toEqual([]);
    expect((await shows(id)).text).toMatch(/^✓ Not sent to Dave\./);
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([
      { text: 'it is 58 for friends' },
    ]);
  });

  it('edited into another command does nothing by itself', async () => {
    const card = await rowOf(isCard);
    const externalId = await answerOnCard('it is 58');
    await edited(externalId, '/delete Dave', [card.externalId!]);
    expect(await words()).toEqual(['it is 58']);
    expect(await house.db.sql`select from contacts where id = 1`).toHaveLength(1);
  });
});
