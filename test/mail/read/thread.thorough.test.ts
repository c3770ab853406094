import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { readMail, readPart } from '../../../src/mail/read/read.ts';
import { openMailReader } from '../../../src/mail/read/reader.ts';

const options = { ownerEmails: ['owner@example.com'], authservId: 'mx.example.com' };
const fixture = (name: string) => readFileSync(new URL(`../../fixtures/mail/${name}.eml`, import.meta.url));
const mail = (fault: string) => Buffer.from(`From: a@b.example\r\nX-Fault: ${fault}\r\n\r\nhello`);

const program = new URL('../../support/fragile_reader.ts', import.meta.url);
/** Long enough to read a small mail on a busy machine. */
const hasty = openMailReader({ program, patienceMs: 3_000 });
const small = openMailReader({ program, memoryMb: 32 });
afterAll(() => Promise.all([hasty.close(), small.close()]));

describe('a mail that cannot be read kills nothing but its thread', () => {
  test.each([
    ['loop', hasty, /no answer within 3000 ms/],
    ['throw', hasty, /too deep/],
    ['memory', small, /memory/i],
  ])('%s', async (fault, reader, why) => {
    const [bad, good] = [reader.read(mail(fault), options), reader.read(mail('none'), options)];
    await expect(bad).rejects.toThrow(why);
    expect(await good).toMatchObject({ newText: 'hello', sender: { email: 'a@b.example' } });
  });
});

describe('the reader’s thread', () => {
  test('says what reading here says, opens the same files, and leaves the sender its bytes', async () => {
    const raw = fixture('outlook/forward_attached');
    const kept = Buffer.from(raw);
    const reading = await small.read(raw, options);
    expect(reading).toEqual(readMail(raw, options));
    const part = reading.files[0]!.part;
    expect(Buffer.from((await small.part(raw, part))!.content)).toEqual(readPart(raw, part)!.content);
    expect(await small.part(raw, '99')).toBeUndefined();
    expect(raw.equals(kept)).toBe(true);
  });

  test('leaves this one free while it reads', async () => {
    let ticks = 0;
    const clock = setInterval(() => ticks++, 5);
    const reader = openMailReader({ program, patienceMs: 100 });
    await expect(reader.read(mail('loop'), options)).rejects.toThrow(/no answer/);
    clearInterval(clock);
    expect(ticks).toBeGreaterThan(0);
    await reader.close();
  });

  test('that was ended says so', async () => {
    const reader = openMailReader();
    await reader.close();
    await expect(reader.read(mail('none'), options)).rejects.toThrow(/ended/);
  });
});
