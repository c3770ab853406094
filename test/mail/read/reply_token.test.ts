import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import type { MailAddress } from '../../../src/mail/read/address.ts';
import { type ReplyWay, readReplyToken, replyAddress } from '../../../src/mail/read/reply_token.ts';

const SECRET = 'test secret';
const from: MailAddress = { name: 'Tea Shop', address: 'shop@example.com', domain: 'example.com' };
const ways: ReplyWay[] = [{ way: 'plus' }, { way: 'catch-all', domain: 'replies.example.com' }];
const anyId = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String);

test('what the environment says of it is checked', () => {
  expect(readConfig({}).channels.email.mailReply).toBeUndefined();
  expect(readConfig({ MAIL_REPLY_TOKEN: 'plus' }).channels.email.mailReply).toEqual({ way: 'plus' });
  const wanted = { MAIL_REPLY_TOKEN: 'catch-all', MAIL_REPLY_DOMAIN: 'Replies.example.com' };
  expect(readConfig(wanted).channels.email.mailReply).toEqual({ way: 'catch-all', domain: 'replies.example.com' });
  expect(() => readConfig({ MAIL_REPLY_TOKEN: 'catch-all' })).toThrow(/MAIL_REPLY_DOMAIN/);
  expect(() => readConfig({ ...wanted, MAIL_REPLY_DOMAIN: 'a b' })).toThrow(/MAIL_REPLY_DOMAIN must look like/);
});

describe('the address that answers go to', () => {
  test.each(ways)('%o names its conversation, in any case, among others', (reply) => {
    fc.assert(
      fc.property(anyId, (id) => {
        const address = replyAddress(id, from, reply, SECRET)!;
        const others = ['Shop <shop@example.com>', 'shop+news@example.com', ''];
        expect(readReplyToken([...others, `Tea Shop <${address.toUpperCase()}>`], SECRET)).toBe(id);
        expect(address.split('@')[0]!.length).toBeLessThanOrEqual(64);
      }),
      { numRuns: 100 },
    );
  });

  test('looks like an address everybody takes', () => {
    expect(replyAddress('7', from, ways[0]!, SECRET)).toMatch(/^shop\+[a-z2-7]{14}@example\.com$/);
    expect(replyAddress('7', from, ways[1]!, SECRET)).toMatch(/^[a-z2-7]{14}@replies\.example\.com$/);
  });

  test('cannot be made up: neither another conversation nor another secret fits', () => {
    const address = replyAddress('7', from, ways[0]!, SECRET)!;
    expect(readReplyToken([address], 'another secret')).toBeUndefined();
    fc.assert(
      fc.property(fc.nat({ max: 13 }), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), (at, character) => {
        const place = 'shop+'.length + at;
        const forged = `${address.slice(0, place)}${character}${address.slice(place + 1)}`;
        expect(readReplyToken([forged], SECRET)).toBe(forged === address ? '7' : undefined);
      }),
      { numRuns: 100 },
    );
  });

  test('is left out where it would be too long for an address', () => {
    const long = { ...from, address: `${'a'.repeat(55)}@example.com` };
    expect(replyAddress('7', long, ways[0]!, SECRET)).toBeUndefined();
  });
});
