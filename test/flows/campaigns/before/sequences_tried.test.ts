import { beforeEach, describe, expect, it } from 'vitest';
import { mailArrives } from '../../../support/campaigns.ts';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', timezone: 'Europe/Berlin', businessName: 'Tea House' });
beforeEach(
  house.startingWith(async () => {
    await house.act(({ tx }) => mailArrives(tx));
    await house.say('/sequence birthday');
  }),
);
const left = async () => (await house.outbox()).filter(({ channel }) => channel !== 'console');

describe('a follow-up before anybody gets it', () => {
  it('is read as the next of its people would read it, and nothing leaves', async () => {
    const nobody = await house.say('/sequence 1 preview');
    expect(nobody.text).toContain('somebody made up');
    await house.say('/add Anna Smith anna@example.com');
    await house.say('/edit Anna birthday 1985-11-23');
    await house.say('/consent Anna newsletter offers reminders said so');
    const read = await house.say('/sequence 1 preview');
    expect(read.text).toContain('As Anna Smith');
    const [item] = read.lists![0]!.items;
    expect(item!.text).toBe('1. Happy birthday!');
    expect(item!.detail).toContain('Hello Anna,');
    expect(item!.detail).toContain('Unsubscribe');
    expect(await left()).toEqual([]);
  });

  it('comes to its owner as a test, all of its steps, and to nobody else', async () => {
    await house.say('/sequence 1 add Again\nAnd a good year.');
    expect((await house.say('/sequence 1 test')).text).toBe('A test goes to me@example.com.');
    const mails = await left();
    expect(mails.map(({ address }) => address)).toEqual(['me@example.com', 'me@example.com']);
    expect(mails.map(({ payload }) => (payload.kind === 'message' ? payload.subject : ''))).toEqual([
      '[Test 1] Happy birthday!',
      '[Test 2] Again',
    ]);
    expect(await house.say('/sequence 1 test anna@example.com')).toMatchObject({ failed: true });
    expect(await left()).toHaveLength(2);
  });

  it('comes to its owner’s own chat where it leaves in a chat', async () => {
    await house.say('/sequence 1 by telegram');
    expect((await house.say('/sequence 1 test')).text).toContain('your own chat on Telegram');
    expect(await left()).toMatchObject([{ channel: 'telegram', address: '42', audience: 'owner' }]);
    expect(JSON.stringify(await left())).toContain('Reply STOP to get no more of these.');
  });

  it('says of no wish that it is advertising, unless it offers something', async () => {
    await house.say('/settings ad-label always');
    const subject = async () => (await house.say('/sequence 1 preview')).lists![0]!.items[0]!.text;
    expect(await subject()).toBe('1. Happy birthday!');
    await house.say('/sequence 1 text 1 Happy birthday!\n20 % off for you today.');
    expect(await subject()).toBe('1. AD: Happy birthday!');
  });
});
