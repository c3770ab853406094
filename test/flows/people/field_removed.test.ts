import { beforeEach, expect, it } from 'vitest';
import { telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(
  house.startingWith(() =>
    house.happen(telegramMessage('Hello', { chat: '7', from: { address: '7', name: 'Anna', language: 'en' } })),
  ),
);

it('a removed field is named by its segment wherever that is asked for, and by the list of templates', async () => {
  await house.say('/field add Hat number');
  await house.say('/segment new big Hat:>30');
  await house.say('/template new hats\nYour hat\nIt is {{ fields.hat }}.');
  expect(JSON.stringify(await house.say('/template'))).not.toContain('⚠');
  await house.say('/field remove Hat');
  for (const line of ['/find segment:big', '/find segment:big #vip', '/segment big'])
    expect(await house.say(line)).toMatchObject({
      failed: true,
      title: 'big',
      text: expect.stringContaining('Hat:>30'),
    });
  expect(JSON.stringify(await house.say('/template'))).toMatch(/⚠[^"]*hat/);
});

it.each(['Size (EU)', 'Tea & cake', 'T-shirt/top', '❤ tea', 'Lieblingstee!', '鞋码（欧）'])(
  'a field that is called %s is filled in by that name',
  async (name) => {
    await house.say(`/field add ${name} text`);
    await house.say(`/edit Anna ${name} 38`);
    await house.say(`/c save siz en Yours is {${name}}, Anna`);
    await house.say('/c siz Anna');
    expect((await house.db.sql`select text from messages where direction = 'out'`).at(-1)).toEqual({
      text: 'Yours is 38, Anna',
    });
  },
);
