import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });

/** Contacts c1 and c2, and a third who calls themselves by the second's number. */
beforeEach(
  house.startingWith(async () => {
    for (const [at, name] of ['Anna', 'Bob', 'c2'].entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
    }
  }),
);

const written = () => house.db.sql`select text from messages where direction <> 'in'`;

/** Whom the button means is asked, with both of them to choose from, and nothing is done. */
async function expectWhich(text: string, wanted: RegExp): Promise<void> {
  const before = await house.state();
  await house.type(text);
  const suggested = buttonsOf((await house.cards()).at(-1)!).find(({ command }) => wanted.test(command));
  expect(suggested, `${text}: ${wanted}`).toBeDefined();
  const reply = await house.press(suggested!);
  expect(reply.failed, `${text}: ${JSON.stringify(reply)}`).toBe(true);
  const refs = buttonsOf(reply).map(({ command }) => / (c\d+)\b/.exec(command)?.[1]);
  expect(refs, text).toEqual(expect.arrayContaining(['c2', 'c3']));
  expect(await house.state(), text).toEqual(before);
  expect(await written()).toEqual([]);
}

describe('a suggestion made of typed words asks whom they mean where a number is also a name:', () => {
  it.each([
    ['reply c2 it ships', /^\/reply c2 it ships/],
    ['note c2 likes tea', /^\/note c2 likes tea/],
    ['later c2 tomorrow 9am hello', /^\/later c2/],
    ['block c2', /^\/block c2/],
    ['snooze c2 2d', /^\/snooze c2/],
    ['ticket c2 broken cup', /^\/ticket c2/],
    ['lead c2 logo 500', /^\/lead c2/],
    ['tell c2 it ships', /^\/reply c2/],
    ['c2: it ships', /^\/reply c2/],
    ['c2: it ships', /^\/note c2/],
    ['/replay c2 it ships', /^\/reply c2/],
    ['/nte c2 likes tea', /^\/note c2/],
  ])('%s (%s)', (text, wanted) => expectWhich(text, wanted));

  it('several lines at once', async () => {
    await house.type('note c2 likes tea\nnote Anna likes coffee');
    const [first] = buttonsOf((await house.cards()).at(-1)!);
    await house.press(first!);
    const noted = await house.db.sql`
      select c.name from messages m join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
      where m.direction = 'note'`;
    expect(noted.map(({ name }) => name)).not.toContain('Bob');
  });

  it('and still means the number where nobody is called so', async () => {
    await house.type('reply c1 it ships');
    await house.press('/reply c1 it ships');
    expect(await written()).toEqual([{ text: 'it ships' }]);
  });
});
