import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', country: 'GB', currency: 'GBP' });
const PEOPLE = ['Priya Shah', 'Tom Ford', '韩梅梅', '林小美'];
beforeEach(
  house.startingWith(async () => {
    for (const [at, name] of PEOPLE.entries()) {
      const address = `${700 + at}`;
      await house.happen(telegramMessage('hello', { chat: address, from: { address, name }, externalId: address }));
    }
    await house.deliver();
  }),
);

async function under(id: string, text: string): Promise<void> {
  const card = (await house.outbox()).find(
    ({ audience, conversationId }) => audience === 'owner' && conversationId === id,
  )!;
  await house.type(text, { answers: [card.externalId!] });
}
const sent = async () =>
  (await house.outbox()).flatMap(({ audience, address, payload }) =>
    audience === 'customer' && payload.kind === 'message' ? [`${address}: ${payload.reply.text}`] : [],
  );
const asked = async () => buttonsOf((await house.cards()).at(-1)!).map(({ command }) => command);

describe('a name that is nearly somebody else’s, under a card', () => {
  it.each([
    ['/reply fordd done', '/reply c2 done'],
    ['/reply tomford done', '/reply c2 done'],
    ['/reply Frod: done', '/reply c2 done'],
    ['@tomford its done', '/reply v2 its done'],
    ['@fordd its done', '/reply v2 its done'],
    ['tomford: done', '/reply v2 done'],
    ['Tom Frod: done', '/reply v2 done'],
    ['tom its done', '/reply v2 its done'],
    ['Tom your link is ready', '/reply v2 your link is ready'],
  ])('is asked about: %s', async (text, theirs) => {
    await under('1', text);
    expect(await sent()).toEqual([]);
    expect(await asked()).toContain(theirs);
    expect((await asked()).some((command) => /^\/reply [cv]1 /.test(command))).toBe(true);
  });

  it.each([
    ['/回复 林 到了', '/reply c4 到了'],
    ['/回复 小林 到了', '/reply c4 到了'],
    ['/回复 林小妹 到了', '/reply c4 到了'],
    ['林：到了', '/reply v4 到了'],
    ['小林：到了', '/reply v4 到了'],
    ['林小妹：到了', '/reply v4 到了'],
    ['@林小妹 到了', '/reply v4 到了'],
  ])('is asked about in Chinese: %s', async (text, theirs) => {
    await under('3', text);
    expect(await sent()).toEqual([]);
    expect(await asked()).toContain(theirs);
  });

  it('is nobody’s where it is a word of the answer, a label, or their own', async () => {
    const theirs = [
      ...['Total: 80', 'Size: M', 'Date: monday', 'form: attached', 'Price: 20'],
      ...['Tom will bring it', 'priya: done', 'Prya: done', 'its done', 'for monday', 'from 9 to 5', 'food is ready'],
    ];
    for (const text of theirs) await under('1', text);
    expect((await sent()).map((line) => line.slice(5))).toEqual(theirs);
    for (const text of ['/reply for you its 20', '/reply form: attached', '/reply Prya done']) await under('1', text);
    expect(await sent()).toHaveLength(theirs.length + 3);
  });

  it('is nobody’s in Chinese where it is a label or their own', async () => {
    const theirs = ['钱：80', '注：请带证件', '地址：南京路1号', '韩梅妹：到了', '共：三盒', '林子里有蚊子'];
    for (const text of theirs) await under('3', text);
    expect(await sent()).toHaveLength(theirs.length);
  });
});
