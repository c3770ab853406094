import { describe, expect, it } from 'vitest';
import { isAway } from '../../src/db/errors.ts';
import { whenBack } from '../../src/db/patience.ts';

const failing = (error: object) => Object.assign(new Error('x'), error);

describe('what must be written down', () => {
  it.each([
    { code: 'CONNECTION_CLOSED' },
    { code: '57P03' },
    { code: '57P01' },
    { code: '53300' },
    { code: 'ECONNREFUSED' },
    { code: 'CONNECT_TIMEOUT' },
    { code: 'ENOENT', syscall: 'connect' },
  ])('is tried again while the database says %o', async (error) => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      if (tries < 4) throw failing(error);
      return 'done';
    };
    expect([await whenBack(work, 1), tries]).toEqual(['done', 4]);
  });

  it.each([{ code: '23505' }, { code: 'ENOENT', syscall: 'open' }, {}])('is not because of %o', async (error) => {
    expect(isAway(failing(error))).toBe(false);
    let tries = 0;
    const work = async () => {
      tries += 1;
      throw failing(error);
    };
    await expect(whenBack(work, 1)).rejects.toThrow('x');
    expect(tries).toBe(1);
  });
});
