import { beforeEach, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const NAMES = ['Dan Whitfield', 'Van Morris', 'Bao Tran', 'Mon Ade', 'Will Marsh', 'May Lind', 'Jan van Dijk'];
const house = await testHouse({ locale: 'en', timezone: 'Europe/London', country: 'GB', currency: 'GBP' });
beforeEach(
  house.startingWith(async () => {
    for (const name of NAMES) await house.say(`/add ${name} ${name.split(' ').join('.').toLowerCase()}@example.com`);
    await house.happen(
      telegramMessage('Is it ready?', { from: { address: '1001', name: 'Mia Cole', language: 'en' } }),
    );
  }),
);

const offered = async (text: string) => {
  await house.type(text);
  return buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);
};

it.each([
  ['dan is vegan', '/note c1 dan is vegan'],
  ["Dan's budget is 3k", "/note c1 Dan's budget is 3k"],
  [
    'quote dan 3000 for brand identity',
    '/lead c1 brand identity\n/quote c1 item:"brand identity" quantity:"1" price:"3000"',
  ],
  ['tell Dan the menu is ready', '/reply c1 the menu is ready'],
  ['van is vegan', '/note c2 van is vegan'],
  ['Bao is vegan', '/note c3 Bao is vegan'],
  ['mon is vegan', '/note c4 mon is vegan'],
  ['will is vegan', '/note c5 will is vegan'],
  ['may is vegan', '/note c6 may is vegan'],
])('%s is of whoever is called so, though the name is a word elsewhere', async (text, command) => {
  expect(await offered(text)).toContain(command);
});

it('the van of a surname is nobody’s first name', async () => {
  await house.say('/delete c2');
  const commands = await offered('van is late again');
  expect(commands.filter((one) => one.includes('c7'))).toEqual([]);
});

it.each([
  ['Dan wants it by Friday', 0],
  // among words of that language it is one of them
  ['Dan terima kasih', 1],
])('%s under another card: %i leaves', async (text, left) => {
  await house.deliver();
  const rows = await house.outbox();
  const card = rows.findLast(({ audience, conversationId }) => audience === 'owner' && conversationId !== null)!;
  await house.type(text, { answers: [card.externalId!] });
  expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(left);
});
