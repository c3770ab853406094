import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rename } from '../../../src/domain/people/contact.ts';
import { BY_USER } from '../../../src/domain/people/name.ts';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse({ locale: 'en' });
});
beforeEach(async () => {
  await house.reset();
});

let count = 0;
const writes = (name: string, more: object = {}) =>
  telegramMessage('hello there', { from: { address: '1001', name }, externalId: `m${++count}`, ...more });
const mail = (name: string) =>
  writes(name, { channel: 'email', chat: 'a@x.org', private: false, from: { address: 'a@x.org', name } });
const named = async () => (await house.db.sql<{ name: string }>`select name from contacts order by id`)[0]?.name;
const renamed = (name: string, source: string) => house.act(({ tx }) => rename(tx, '1', name, source));

describe('a name that changes', () => {
  it('on the channel it came from is the contact’s new name, and they are found by it', async () => {
    await house.happen(writes('Old Name'), writes('Fresh Name'));
    expect(await named()).toBe('Fresh Name');
    expect((await house.cards()).at(-1)?.title).toContain('Fresh Name');
    expect((await house.say('/find fresh')).title).toContain('Fresh Name');
  });

  it('does not replace what the owner has chosen', async () => {
    await house.happen(writes('Old Name'));
    expect(await renamed('Aunt May', BY_USER)).toBe(true);
    await house.happen(writes('Fresh Name'));
    expect(await named()).toBe('Aunt May');
  });

  it('in a mail’s sender line is not believed: every mail writes it anew', async () => {
    await house.happen(mail('Anna'), mail('Anna via Shop'));
    expect(await named()).toBe('Anna');
  });

  it('is no id that stands in where the channel does not say the name in time', async () => {
    await house.happen(writes('Old Name'), writes('1001'));
    expect(await named()).toBe('Old Name');
  });

  it('of one of two accounts there does not go to and fro', async () => {
    await house.happen(
      writes('Anna'),
      writes('Anna at work', { chat: '1002', from: { address: '1002', name: 'Anna at work' } }),
    );
    await house.say('/merge c1 c2');
    await house.happen(writes('Anna at work', { chat: '1002', from: { address: '1002', name: 'Anna at work' } }));
    expect(await named()).toBe('Anna');
  });

  it('of another source does not replace it, unless the name only stands in for one', async () => {
    await house.happen(writes('Old Name'));
    expect(await renamed('Shop Name', 'shopify')).toBe(false);
    expect(await named()).toBe('Old Name');
    await house.db.autocommit`update contacts set name = '1001', name_from = null`;
    expect(await renamed('Shop Name', 'shopify')).toBe(true);
    expect(await renamed('Shop Name II', 'shopify')).toBe(true);
    expect(await renamed('Other', 'telegram')).toBe(false);
    expect(await renamed('', BY_USER)).toBe(false);
    expect(await named()).toBe('Shop Name II');
  });

  it('of a contact from before sources were kept is that of the channel they came by first', async () => {
    await house.happen(writes('Old Name'));
    await house.db.autocommit`update contacts set name_from = null`;
    expect(await renamed('By the shop', 'shopify')).toBe(false);
    await house.happen(writes('Fresh Name'));
    expect(await named()).toBe('Fresh Name');
  });
});
