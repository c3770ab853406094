import { beforeEach, describe, expect, it } from 'vitest';
import { formatConsole } from '../../../src/bots/console/format.ts';
import { formatSlack } from '../../../src/bots/slack/format.ts';
import { formatTelegram } from '../../../src/bots/telegram/format.ts';
import type { Item, Reply } from '../../../src/domain/reply.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });

/** Tickets 1 to 12, tasks whose order is not that of their numbers, a lead: so no number is a position by chance. */
beforeEach(
  house.startingWith(async () => {
    await house.happen(
      telegramMessage('My cup arrived broken', { chat: '7', from: { address: '7', name: 'Amy Jones' } }),
      telegramMessage('How much is the teapot?', { chat: '8', from: { address: '8', name: 'Bo Lee' } }),
    );
    for (let nth = 1; nth <= 10; nth++) await house.say(`/ticket Amy problem ${nth}`);
    for (const text of ['Friday 9am call Kim', 'tomorrow 9am water', 'post the parcel'])
      await house.say(`/task ${text}`);
    await house.say('/lead Bo teapot 90 USD');
  }),
);

const itemsOf = (reply: Reply): Item[] => (reply.lists ?? []).flatMap(({ items }) => items);

describe('the number of a line', () => {
  it.each([
    ['/tasks', '/done', 'tasks', 'title'],
    ['/tickets 2', '/resolve', 'tickets', 'title'],
    ['/leads', '/won', 'leads', 'title'],
  ])('in %s is the number %s takes', async (list, command, table, column) => {
    const item = itemsOf(await house.say(list)).at(-1)!;
    const id = item.ref!.slice(1);
    const [row] = await house.db
      .sql`select ${house.db.sql(column)} as title from ${house.db.sql(table)} where id = ${id}`;
    expect(item.text).toContain(row!.title);
    expect((await house.say(`${command} ${item.ref}`)).text).toContain(row!.title);
    expect(buttonsOf({ lists: [{ items: [item] }] }).some((button) => button.command.includes(id))).toBe(true);
  });

  it.each([
    ['/inbox', '/inbox'],
    ['/digest', '/answered'],
  ])('in %s of who waits is what %s takes', async (list, command) => {
    const item = itemsOf(await house.say(list)).find(({ ref }) => ref?.startsWith('v'))!;
    const reply = await house.say(`${command} ${item.ref}`);
    expect(reply.failed).toBeUndefined();
    expect(`${reply.title} ${reply.text}`).toContain(item.text.split(':')[0]);
  });

  it('in the digest is the one typed, not a position', async () => {
    const items = itemsOf(await house.say('/digest')).filter(({ ref }) => ref?.startsWith('#'));
    expect(items.length).toBeGreaterThan(4);
    for (const item of items) {
      const [first] = item.buttons!;
      const acts = item.buttons!.find(({ command }) => /^\/(resolve|done|won)/.test(command)) ?? first!;
      expect(acts.command.split(' ')[1]).toBe(item.ref!.slice(1));
    }
  });

  it('is on the line and on its buttons alike, on every channel', async () => {
    const reply: Reply = {
      lists: [
        { items: [{ text: 'Amy', ref: '#9', buttons: [{ label: 'Resolve', command: '/resolve 9', id: 'b1' }] }] },
      ],
    };
    const [telegram] = formatTelegram(reply);
    expect(telegram).toMatchObject({
      text: '• #9 · Amy',
      reply_markup: { inline_keyboard: [[{ text: '#9 · Resolve' }]] },
    });
    expect(JSON.stringify(formatSlack(reply))).toContain('#9 · Amy');
    expect(formatConsole(reply)).toContain('#9 · Amy');
  });
});

describe('a number of another noun', () => {
  it.each([
    ['/resolve 99', 'There is no ticket #99.'],
    ['/won 99', 'There is no lead #99.'],
    ['/done 99', 'There is no task #99.'],
    ['/postpone 99 tomorrow', 'There is no task #99.'],
    ['/snooze 99 tomorrow', 'There is no ticket #99.'],
  ])('%s says so, and where to look', async (text, words) => {
    const reply = await house.say(text);
    expect(reply).toMatchObject({ failed: true, text: words });
    expect(buttonsOf(reply)).toHaveLength(1);
  });

  it('is named for what it is, a tap away, and nothing happens by itself', async () => {
    const before = await house.state();
    const reply = await house.say('/done 9');
    expect(reply.text).toBe('There is no task #9.\n#9 is a ticket: Amy Jones · problem 8');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual(['/ticket 9', '/resolve 9', '/tasks']);
    expect(await house.state()).toEqual(before);
  });

  it('never shadows somebody whose phone ends so', async () => {
    await house.say('/add Carl +12025550199');
    await house.say('/lead Carl signs 50 USD');
    expect((await house.say('/won 0199')).text).toContain('Carl');
  });
});
