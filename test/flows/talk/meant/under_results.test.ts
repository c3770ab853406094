import { beforeEach, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'GBP', country: 'GB' });
beforeEach(
  house.startingWith(async () => {
    for (const [at, name] of ['Tom Ford', 'Priya Shah'].entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
    }
    await house.deliver();
  }),
);

it.each(['/lead Tom Ford flyer', '/ticket Tom Ford cup broken', '/note Tom Ford likes blue', '/task Tom Ford: call'])(
  'words under what a command says it did are for whom that is about, never for who waits: %s',
  async (line) => {
    await house.type(line);
    await house.deliver();
    const card = (await house.outbox()).findLast(({ audience }) => audience === 'owner')!;
    await house.type('350', { answers: [card.externalId!] });
    const commands = buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
    // of a lead it may be the amount
    expect(commands.filter((command) => !command.startsWith('/quote '))[0]).toBe('/reply v1 350');
    expect(commands.join('\n')).not.toContain('v2');
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
  },
);
