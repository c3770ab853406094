import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, OWNER, type SentRow, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });

beforeEach(
  house.startingWith(async () => {
    await house.happen(
      telegramMessage('Do you ship to Norway?', { from: { address: '77', name: 'Dave' }, chat: '77', externalId: 'q' }),
    );
    await house.deliver();
  }),
);

const rows = async (): Promise<(SentRow & { reply: Reply })[]> =>
  (await house.outbox()).flatMap((row) =>
    row.address === OWNER && row.payload.kind === 'message' ? [{ ...row, reply: row.payload.reply }] : [],
  );
const last = async () => (await rows()).at(-1)!;
/** Types it as an answer to the newest message. */
async function answers(text: string): Promise<Reply> {
  await house.deliver();
  const { id } = await last();
  await house.type(text, { answers: [`sent-${id}`] });
  return (await last()).reply;
}
const sent = async () =>
  (await house.outbox()).flatMap(({ audience, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [payload.reply.text] : [],
  );

describe('what a command lacks', () => {
  it.each([
    ['/tag Dave', '#vip', 'select tags from contacts', [{ tags: ['vip'] }]],
    ['/add', 'Anna 13800138000', "select name from contacts where name = 'Anna'", [{ name: 'Anna' }]],
    ['/task', 'tomorrow 9am call Kim', 'select title from tasks', [{ title: 'call Kim' }]],
    ['/note Dave', 'likes green', "select text from messages where direction = 'note'", [{ text: 'likes green' }]],
    ['/tag #vip', 'Dave', 'select tags from contacts', [{ tags: ['vip'] }]],
    ['/rename Dave', 'David', 'select name from contacts', [{ name: 'David' }]],
  ])('(%s) is typed next as an answer to what asks for it: %s', async (line, rest, query, found) => {
    await house.type(line);
    expect((await last()).reply).toMatchObject({ failed: true, asks: expect.any(String) });
    await answers(rest);
    expect(await house.db.sql.unsafe(query)).toEqual(found);
    expect(await sent()).toEqual([]);
  });

  it('is words for a customer where the command says them', async () => {
    await house.type('/reply Dave');
    await answers('Yes, we do');
    expect(await sent()).toEqual(['Yes, we do']);
  });

  it('is no part of another command that is typed instead, nor of a note', async () => {
    await house.type('/tag Dave');
    await answers('/find Dave');
    expect(await house.db.sql`select tags from contacts`).toEqual([{ tags: [] }]);
  });

  it('is asked for by no question about a secret', async () => {
    await house.type('/connect shopify');
    expect((await last()).reply).not.toHaveProperty('rest');
  });

  it('can be asked for again', async () => {
    await house.type('/note');
    await answers('Dave');
    await answers('likes green');
    expect(await house.db.sql`select text from messages where direction = 'note'`).toEqual([{ text: 'likes green' }]);
  });
});

describe('[Reply] on a card', () => {
  it('opens a field that names the person, and what is typed there goes to them', async () => {
    await house.press('Reply');
    expect((await last()).reply).toMatchObject({
      text: '✍️ For Dave: type your answer here.',
      asks: 'Your answer to Dave',
    });
    await answers('Yes, we do');
    expect(await sent()).toEqual(['Yes, we do']);
  });

  it('can be pressed again, and leaves the card as it is', async () => {
    const [card] = await rows();
    await house.press('Reply');
    await house.press('Reply');
    const asked = (await rows()).filter(({ reply }) => reply.asks !== undefined);
    expect(asked).toHaveLength(2);
    expect((await rows())[0]!.reply).toEqual(card!.reply);
  });

  it('keeps back there what is kept back under the card', async () => {
    await house.press('Reply');
    await answers('// a note');
    expect(await sent()).toEqual([]);
  });
});

it('[Canned] stands on cards once there are canned replies, and one is sent by two taps', async () => {
  expect(buttonsOf((await last()).reply).map(({ label }) => label)).not.toContain('Canned ▸');
  await house.say('/c save ship en We ship everywhere.');
  await house.happen(
    telegramMessage('And to Sweden?', {
      from: { address: '78', name: 'Eve', language: 'en' },
      chat: '78',
      externalId: 'r',
    }),
  );
  await house.press('Canned ▸');
  await house.press('ship');
  expect(await sent()).toEqual(['We ship everywhere.']);
});

describe('words that follow an answer', () => {
  it('are offered to whoever was answered, last, and leave by that tap', async () => {
    const [card] = await rows();
    await house.type('Yes, we do', { answers: [`sent-${card!.id}`] });
    await house.deliver();
    await house.type('it takes a week');
    const also = buttonsOf((await last()).reply).at(-1)!;
    expect(also).toMatchObject({ label: 'Also to Dave' });
    expect(await sent()).toEqual(['Yes, we do']);
    await house.press(also);
    expect(await sent()).toEqual(['Yes, we do', 'it takes a week']);
  });

  it.each([
    ...['mark the seo guy as spam', 'gareth is furious, do that first', 'need to order more', 'how much did i sell'],
    ...['what a pain', 'she wants gift wrap', 'add assam to the shopping list', '问问仓库', '骗子', '本月卖了多少'],
  ])('are offered to nobody where they are a remark, an order or a question to us: %s', async (text) => {
    const [card] = await rows();
    await house.type('Yes, we do', { answers: [`sent-${card!.id}`] });
    await house.deliver();
    await house.type(text);
    const commands = buttonsOf((await last()).reply).map(({ command }) => command);
    expect(commands.filter((command) => command.startsWith('/reply'))).toEqual([]);
  });

  it('are not offered to them later, nor for another user', async () => {
    const [card] = await rows();
    await house.type('Yes, we do', { answers: [`sent-${card!.id}`] });
    house.now = new Date(house.now.getTime() + 3_600_000);
    await house.type('it takes a week');
    expect(buttonsOf((await last()).reply).map(({ label }) => label)).not.toContain('Also to Dave');
  });
});
