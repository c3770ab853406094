import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageReceived } from '../../../src/domain/event.ts';
import type { Item, Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
let nth = 0;

const COMPLAINT = 'Outrageous, it arrived broken and I want my money back!';
const HARM = 'Help, your tea burned my mouth and I am in hospital';
const from = { address: '77', name: 'Dave' };

beforeEach(async () => {
  await house.reset();
});

const later = () => new Date(house.now.getTime() + ++nth * 10);
const dave = (text: string, externalId = 'm1', more: Partial<MessageReceived> = {}) =>
  house.happen(telegramMessage(text, { from, chat: '77', externalId, sentAt: later(), ...more }));
const changes = (text: string, externalId = 'm1') =>
  house.happen({
    ...{ kind: 'message.edited' as const, channel: 'telegram' as const, chat: '77', from, externalId, text },
    editedAt: later(),
  });
const withdraws = (...externalIds: string[]) =>
  house.happen({
    ...{ kind: 'messages.withdrawn' as const, channel: 'telegram' as const, chat: '77', from, externalIds },
  });
const isDeleted = (...externalIds: string[]) =>
  house.happen({ ...{ kind: 'messages.withdrawn' as const, channel: 'telegram' as const, chat: '77', externalIds } });

const itemsOf = ({ lists = [] }: Reply): Item[] => lists.flatMap(({ items }) => items);
const itemWith = (reply: Reply, words: string): string => {
  const items = itemsOf(reply).filter(({ text }) => text.includes(words));
  return items.map(({ text, detail = '' }) => `${text} | ${detail}`).join('\n');
};
const labelled = (reply: Reply) => Object.fromEntries((reply.fields ?? []).map(({ label, value }) => [label, value]));
const cardNamed = async (pattern: RegExp): Promise<Reply> =>
  (await house.cards()).findLast(({ title }) => pattern.test(title ?? ''))!;
const answers = async (text: string, settle = true) => {
  await house.deliver();
  const card = (await house.outbox()).findLast(
    ({ audience, conversationId }) => audience === 'owner' && conversationId,
  )!;
  await house.type(text, { answers: [card.externalId!] });
  if (settle) await house.deliver();
};
const tickets = () => house.db.sql<{ id: string }>`select id from tickets where resolved_at is null order by id`;

const lists: [string, (words: string) => Promise<string>][] = [
  ['/timeline', async (words) => itemWith(await house.say('/timeline Dave'), words)],
  ['/contact', async (words) => itemWith(await house.say('/contact Dave'), words)],
  ['/search', async (words) => itemWith(await house.say('/search parcel'), words)],
  ['/message', async () => (await house.say('/message 1')).hint ?? 'none'],
  ['/inbox', async (words) => itemWith(await house.say('/inbox'), words)],
  ['/inbox v1', async () => (await house.say('/inbox v1')).quote ?? 'none'],
];

describe.each(lists)('%s', (_, shown) => {
  it('marks words that were changed since', async () => {
    await dave('Where is the box?');
    await changes('Where is the parcel?');
    expect(await shown('parcel')).toContain('edited');
  });

  it('marks words of which nobody says who deleted them', async () => {
    await dave('Where is the parcel?');
    await isDeleted('m1');
    expect(await shown('parcel')).toContain('deleted in the chat');
    expect(await shown('parcel')).not.toContain('withdrawn');
  });
});

// nobody waits for an answer to withdrawn words
it.each(lists.filter(([name]) => name !== '/inbox'))('%s marks words that were withdrawn', async (_, shown) => {
  await dave('Where is the parcel?');
  expect(await shown('parcel')).not.toContain('withdrawn');
  await withdraws('m1');
  expect(await shown('parcel')).toContain('withdrawn');
});

describe('words that were withdrawn', () => {
  it('are marked where they are the last of somebody who waits for more', async () => {
    await dave('How much are 20 of the blue cups?');
    await dave('And where is the parcel?', 'm2');
    await withdraws('m2');
    expect(itemWith(await house.say('/inbox'), 'parcel')).toContain('withdrawn');
    const { lists: digest } = await house.say('/digest');
    expect(JSON.stringify(digest)).toMatch(/parcel[^}]*withdrawn/);
  });

  it('are marked on a card that has not left yet, which is no longer urgent', async () => {
    await dave(HARM);
    expect(labelled(await cardNamed(/💬/))).toHaveProperty('Urgent');
    await withdraws('m1');
    const card = await cardNamed(/💬/);
    expect(card.quote).toBe(`${HARM} (withdrawn)`);
    expect(labelled(card)).not.toHaveProperty('Urgent');
  });

  it.each([
    ['/tickets', COMPLAINT],
    ['/contact Dave', COMPLAINT],
    ['/digest', COMPLAINT],
    ['/leads', 'How much are 20 of the blue cups?'],
    ['/contact Dave', 'How much are 20 of the blue cups?'],
  ])('are marked in %s, where what was made of them stays', async (line, words) => {
    await dave(words);
    await answers('I am looking into it');
    await house.say('/quote 1 cups 3x8');
    await withdraws('m1');
    const { lists = [] } = await house.say(line);
    const work = lists
      .flatMap(({ items }) => items)
      .find(({ buttons = [] }) => /resolve|won/.test(JSON.stringify(buttons)));
    expect(work?.detail).toContain('withdrawn');
  });

  it('say so in Chinese, too', async () => {
    await dave('我的包裹在哪里？');
    await withdraws('m1');
    await house.say('/settings language zh');
    expect(JSON.stringify(await house.say('/时间线 Dave'))).toContain('已撤回');
  });
});

describe('the list at the return', () => {
  const away = () => house.say('/away 2h');
  const back = () => house.say('/away off');

  it('says that words were withdrawn, and what went with them, and brings it back', async () => {
    await away();
    await dave(COMPLAINT);
    expect(itemWith(await house.rehearse('owner', '/away off', { locale: 'en' }), 'Outrageous')).toContain('❗');
    await withdraws('m1');
    const list = await back();
    expect(itemWith(list, 'Outrageous')).toMatch(/^Dave: Outrageous.*withdrawn.*Taken off the list: Ticket #1/);
    expect(JSON.stringify(list)).not.toContain('❗');
    const undo = buttonsOf(list).find(({ command }) => command.startsWith('/undo'))!;
    await house.press(undo.command);
    expect(await tickets()).toHaveLength(1);
    expect(itemWith(await house.say('/away list 1'), 'Outrageous')).not.toContain('Taken off');
  });

  it('says what words were changed to, and is no more urgent than they are now', async () => {
    await away();
    await dave(COMPLAINT);
    await changes('Thank you so much!');
    const list = await back();
    expect(itemWith(list, 'so much')).toMatch(/^Dave: Thank you.*edited.*Taken off the list: Ticket #1/);
    expect(JSON.stringify(list)).not.toContain('❗');
  });

  it('stays urgent for what still is', async () => {
    await away();
    await dave(HARM);
    await dave('Where is the parcel?', 'm2');
    await withdraws('m2');
    expect(JSON.stringify(await back())).toContain('❗');
  });

  it('tells of words from before the absence that were withdrawn meanwhile', async () => {
    await dave(COMPLAINT);
    await house.deliver();
    await away();
    await withdraws('m1');
    expect(itemWith(await back(), 'Outrageous')).toMatch(/withdrawn.*Taken off the list: Ticket #1/);
  });

  it('marks a ticket whose words were withdrawn and that stays', async () => {
    await away();
    await dave(COMPLAINT);
    await dave('The second parcel is broken as well, please refund it', 'm2');
    await withdraws('m1');
    const { lists: shown = [] } = await back();
    expect(JSON.stringify(shown.find(({ title }) => title === 'Tickets opened'))).toContain('withdrawn');
  });
});

describe('the card of words that were withdrawn', () => {
  it('says what they had been answered', async () => {
    await dave(COMPLAINT);
    await answers('The money is on its way');
    await withdraws('m1');
    expect(labelled(await cardNamed(/withdrew/))).toMatchObject({ 'You had answered': 'The money is on its way' });
  });

  it('holds an answer that has not left, and offers to keep it back', async () => {
    await dave(COMPLAINT);
    await answers('The money is on its way', false);
    await withdraws('m1');
    const card = await cardNamed(/withdrew/);
    expect(labelled(card)).toMatchObject({ 'Your answer goes out in a moment': 'The money is on its way' });
    const keepBack = buttonsOf(card).find(({ command }) => command.startsWith('/cancel o'))!;
    await house.press(keepBack.command);
    await house.deliver();
    const [answer] = (await house.outbox()).filter(({ audience }) => audience === 'customer');
    expect(answer).toMatchObject({ state: 'cancelled' });
  });

  it('says the same of an answer to the first of several, and where nobody says who deleted them', async () => {
    await dave(COMPLAINT);
    await answers('The money is on its way');
    await dave('Hello?', 'm2');
    await isDeleted('m1', 'm2');
    expect(labelled(await cardNamed(/deleted in the chat/))).toMatchObject({
      'You had answered': 'The money is on its way',
    });
  });
});

describe('a ticket all of whose words were withdrawn', () => {
  const SECOND = 'The second parcel is broken as well, please refund it';

  it.each([
    ['together', [['m1', 'm2']]],
    ['one after the other', [['m1'], ['m2']]],
    ['the last first', [['m2'], ['m1']]],
  ])('goes, and can be brought back: %s', async (_, waves) => {
    await dave(COMPLAINT);
    await dave(SECOND, 'm2');
    await house.deliver();
    expect(await tickets()).toHaveLength(1);
    for (const ids of waves) await withdraws(...ids);
    expect(await tickets()).toHaveLength(0);
    const card = await cardNamed(/withdrew/);
    expect(labelled(card)).toMatchObject({ 'Taken off the list': 'Ticket #1' });
    await house.press(buttonsOf(card).find(({ command }) => command.startsWith('/undo'))!.command);
    expect(await tickets()).toHaveLength(1);
  });

  it('stays where a user has worked on it: the last card says so, and offers to resolve it', async () => {
    await dave(COMPLAINT);
    await dave(SECOND, 'm2');
    await answers('I am looking into it');
    await withdraws('m1');
    await withdraws('m2');
    const card = await cardNamed(/withdrew/);
    expect(labelled(card)).toMatchObject({ 'Stays open': 'Ticket #1' });
    expect(buttonsOf(card).map(({ command }) => command)).toContain('/resolve 1');
  });
});
