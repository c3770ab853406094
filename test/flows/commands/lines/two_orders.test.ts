import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'GBP', country: 'GB', timezone: 'Europe/London' });
beforeEach(
  house.startingWith(async () => {
    for (const [at, name] of ['Mark Lee', 'Tom Reed', 'Dave Hill', 'Mark Twain', '李雷', '韩梅梅'].entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
    }
    await house.deliver();
  }),
);

const toCustomers = async () => (await house.outbox()).filter(({ audience }) => audience === 'customer');
const labelled = async (line: string) => buttonsOf(await house.say(line)).map(({ label, command }) => [label, command]);

describe('a second line that tells somebody something is an order of its own', () => {
  it.each([
    ['/task call the bank\nlet Dave know it ships', 'call the bank', 'it ships', 'Dave Hill', '/reply v3 it ships'],
    [
      '/task call the bank\n\ntell Dave it ships tomorrow',
      'call the bank',
      'it ships tomorrow',
      'Dave Hill',
      '/reply v3 it ships tomorrow',
    ],
    ['/task 打电话给银行\n告诉李雷明天发货', '打电话给银行', '明天发货', '李雷', '/reply v5 明天发货'],
    [
      '/task call the bank\nbring papers\nlet Dave know it ships',
      'call the bank\nbring papers',
      'it ships',
      'Dave Hill',
      '/reply v3 it ships',
    ],
  ])('%j', async (line, title, words, name, command) => {
    const reply = await house.say(line);
    expect(await house.db.sql`select title, due_at from tasks`).toEqual([{ title, due_at: null }]);
    expect(buttonsOf(reply)[0]).toMatchObject({ label: `Only “${words}” to ${name}`, command });
    expect(await toCustomers()).toEqual([]);
  });

  it('a lead keeps its amount and a ticket its title', async () => {
    const lead = await house.say('/lead Dave flyer £1280\nlet Tom Reed know it ships');
    expect(lead.text).toContain('£1,280.00');
    expect(lead.text).not.toContain('ships');
    expect(buttonsOf(lead)[0]?.command).toBe('/reply v2 it ships');
    const ticket = await house.say('/ticket Dave cup broken\nlet Dave know we replace it');
    expect(ticket.text).not.toContain('replace');
    expect(buttonsOf(ticket)[0]?.command).toBe('/reply v3 we replace it');
  });

  it('control: other lines are more of the title', async () => {
    await house.say('/task shopping\nbuy milk\nbuy bread');
    expect(await house.db.sql`select title from tasks`).toEqual([{ title: 'shopping\nbuy milk\nbuy bread' }]);
  });
});

describe('words for several in a row are offered to each, and each button names whom it answers', () => {
  it.each([
    [
      'tell Mark and Tom Reed the shop is closed',
      [
        ['Only “the shop is closed” to Mark', '/reply Mark: the shop is closed'],
        ['Only “the shop is closed” to Tom Reed', '/reply v2 the shop is closed'],
        ['Task', '/task Mark, Tom Reed: the shop is closed'],
      ],
    ],
    [
      'tell Tom Reed and Mark Lee the shop is closed',
      [
        ['Send to these 2: Tom Reed, Mark Lee', '/reply v2 the shop is closed\n/reply v1 the shop is closed'],
        ['Only “the shop is closed” to Tom Reed', '/reply v2 the shop is closed'],
        ['Only “the shop is closed” to Mark Lee', '/reply v1 the shop is closed'],
        ['Task', '/task Tom Reed, Mark Lee: the shop is closed'],
      ],
    ],
    [
      '告诉李雷和韩梅梅明天发货',
      [
        ['Send to these 2: 李雷, 韩梅梅', '/reply v5 明天发货\n/reply v6 明天发货'],
        ['Only “明天发货” to 李雷', '/reply v5 明天发货'],
        ['Only “明天发货” to 韩梅梅', '/reply v6 明天发货'],
        ['Task', '/task 李雷, 韩梅梅: 明天发货'],
      ],
    ],
  ])('%s', async (line, expected) => {
    expect(await labelled(line)).toEqual(expected);
    expect(await toCustomers()).toEqual([]);
  });

  it('among several lines, too, each is offered by name', async () => {
    const labels = (await labelled('remind me to call the bank\ntell Tom Reed and Mark Lee we ship')).map(
      ([label]) => label,
    );
    expect(labels).toEqual(expect.arrayContaining(['Only “we ship” to Tom Reed', 'Only “we ship” to Mark Lee']));
    expect(labels.filter((label) => label?.includes(', '))).toEqual([]);
  });

  it('where nothing joins them, the second name begins the words', async () => {
    const commands = (await labelled('tell Dave, Tom Reed is here')).map(([, command]) => command);
    expect(commands).toEqual([
      '/reply v3 Tom Reed is here',
      '/note c3 Tom Reed is here',
      '/task Dave Hill: Tom Reed is here',
    ]);
  });

  it('of several who are called so it is asked which, and only they are', async () => {
    await house.say('tell Mark and Tom Reed the shop is closed');
    const reply = await house.press('Only “the shop is closed” to Mark');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([
      '/reply c1 the shop is closed',
      '/reply c4 the shop is closed',
    ]);
  });
});
