import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../src/text/texts.ts';
import { type House, NOON, telegramMessage, testHouse } from '../../support/house.ts';

const { pair } = texts('zh-CN');
let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

const newCode = async () => /\/pair (\S+)/.exec((await house.say('/pair')).text!)![1]!;
const sendCode = async (code: string, more: Parameters<typeof telegramMessage>[1] = {}) => {
  await house.happen(telegramMessage(`/pair ${code}`, { externalId: String(Math.random()), ...more }));
  const row = (await house.outbox()).findLast(({ address }) => address === '1001');
  return row?.payload.kind === 'message' ? row.payload.reply : undefined;
};
const isPaired = async (chat = '1001') =>
  (await house.db.sql`select from user_identities where channel = 'telegram' and address = ${chat}`).length === 1;

describe('pairing', () => {
  it('takes the right code once: the chat is the owner’s, and a second chat is refused', async () => {
    const code = await newCode();
    expect(await sendCode(code)).toEqual({ title: pair.welcome, text: pair.fromNowOn });
    expect(await isPaired()).toBe(true);
    await sendCode(code, { chat: '1002', from: { address: '1002', name: '坏人' } });
    expect(await isPaired('1002')).toBe(false);
    await house.happen(telegramMessage('请问龙井多少钱？', { chat: '1003', from: { address: '1003', name: '客' } }));
    expect((await house.outbox()).filter(({ address }) => address === '1001')).toHaveLength(2);
  });

  it('reads the code in small letters and without hyphens, and the Chinese word', async () => {
    const code = await newCode();
    await house.happen(telegramMessage(`／配对 ${code.toLowerCase().replaceAll('-', ' ')}`));
    expect(await isPaired()).toBe(true);
  });

  it('hears nobody for an hour who was wrong five times, and everybody else as before', async () => {
    const code = await newCode();
    for (let tries = 0; tries < 5; tries++)
      expect(await sendCode('AAAA-AAAA-AAAA-AAAA')).toEqual({ text: pair.refused });
    expect(await sendCode(code)).toEqual({ text: pair.refused });
    expect(await isPaired()).toBe(false);
    await sendCode(code, { chat: '1002', from: { address: '1002', name: '店主' } });
    expect(await isPaired('1002')).toBe(true);
    house.now = new Date(NOON.getTime() + 3_600_000);
    expect(await sendCode(await newCode())).toEqual({ title: pair.welcome, text: pair.fromNowOn });
    expect(await house.db.sql`select from pairing_tries`).toHaveLength(5);
  });

  it('ends a code for everybody after a thousand wrong tries, whoever made them', async () => {
    const code = await newCode();
    await house.db.autocommit`update pairing_codes set tries = 999`;
    await sendCode('AAAA-AAAA-AAAA-AAAA', { chat: '1002', from: { address: '1002', name: '坏人' } });
    expect(await sendCode(code)).toEqual({ text: pair.refused });
  });

  it('still takes the code after four wrong ones', async () => {
    const code = await newCode();
    for (let tries = 0; tries < 4; tries++) await sendCode('AAAA-AAAA-AAAA-AAAA');
    expect(await sendCode(code)).toEqual({ title: pair.welcome, text: pair.fromNowOn });
  });

  it('ends after ten minutes', async () => {
    const code = await newCode();
    house.now = new Date(NOON.getTime() + 10 * 60_000);
    expect(await sendCode(code)).toEqual({ text: pair.refused });
    const next = await newCode();
    house.now = new Date(house.now.getTime() + 10 * 60_000 - 1000);
    expect(await sendCode(next)).toEqual({ title: pair.welcome, text: pair.fromNowOn });
  });

  it('a second code ends the first', async () => {
    const first = await newCode();
    const second = await newCode();
    expect(await sendCode(first)).toEqual({ text: pair.refused });
    expect(await sendCode(second)).toEqual({ title: pair.welcome, text: pair.fromNowOn });
  });

  it('is not for groups nor for mail, and leaves no contact behind', async () => {
    const code = await newCode();
    expect(await sendCode(code, { private: false, chat: '-100' })).toBeUndefined();
    expect(await isPaired('-100')).toBe(false);
    expect(await isPaired()).toBe(false);
    await house.happen(
      telegramMessage(`/pair ${code}`, { channel: 'email', chat: 'a@b.cn', from: { address: 'a@b.cn', name: '' } }),
    );
    expect(await house.db.sql`select from user_identities where channel = 'email'`).toHaveLength(0);
    expect(await sendCode('AAAA')).toEqual({ text: pair.refused });
    expect(await house.db.sql`select from contacts where name = '王小明'`).toHaveLength(0);
  });
});
