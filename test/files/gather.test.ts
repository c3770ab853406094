import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../src/domain/attachment.ts';
import { FileRefused } from '../../src/files/fault.ts';
import { gather } from '../../src/files/gather.ts';
import type { Files } from '../../src/files/index.ts';

const MB = 1024 * 1024;
const file = (name: string, more: Partial<Attachment> = {}): Attachment => ({
  kind: 'document',
  name,
  ref: name,
  ...more,
});
const list = file('list.pdf');
const signal = new AbortController().signal;

const holding = (bytes: number): Files => ({
  read: async ({ name }) => ({ bytes: Buffer.alloc(bytes), name: name ?? '', type: 'application/pdf' }),
});
const failing = (error: Error): Files => ({ read: () => Promise.reject(error) });
const away = failing(new Error('the file server answers 503'));
const gone = failing(new FileRefused('file_gone', 'the file is gone'));

const toCustomer = (files: Files, totalBytes?: number) => ({
  files,
  signal,
  message: { channel: 'slack', audience: 'customer' as const, attempts: 7 },
  ...(totalBytes && { totalBytes }),
});
const toOwner = (files: Files, attempts = 1) => ({
  files,
  signal,
  message: { channel: 'slack', audience: 'owner' as const, attempts },
});

describe('the files of a message to a customer', () => {
  it('all go, or the message does not', async () => {
    expect(await gather(toCustomer(holding(10)), [list, file('b')])).toHaveLength(2);
    expect(await gather(toCustomer(gone), [list])).toMatchObject({ result: 'failed', reason: 'file_gone' });
    expect(await gather(toCustomer(away), [list])).toMatchObject({ result: 'retry', scope: 'chat' });
  });

  it('must be within what the channel takes, all together and whatever the sender says of them', async () => {
    const tooLarge = { result: 'failed', reason: 'file_too_large' };
    expect(await gather(toCustomer(holding(6 * MB), 10 * MB), [list, file('b')])).toMatchObject(tooLarge);
    expect(await gather(toCustomer(holding(1), 10 * MB), [file('c', { bytes: 11 * MB })])).toMatchObject(tooLarge);
    expect(await gather(toCustomer(holding(5 * MB), 10 * MB), [list, file('b')])).toHaveLength(2);
  });

  it('are asked of the channel that holds them, by default of the one the message goes to', async () => {
    const asked: (string | undefined)[] = [];
    const files: Files = {
      read: async ({ channel }) => {
        asked.push(channel);
        return { bytes: Buffer.alloc(1), name: '', type: '' };
      },
    };
    await gather(toCustomer(files), [list, file('b', { channel: 'telegram' }), file('c', { kind: 'location' })]);
    expect(asked).toEqual(['slack', 'telegram']);
  });
});

describe('a card for the owner', () => {
  it('waits for a file that may still come, but not for ever, and for none that never will', async () => {
    expect(await gather(toOwner(away, 1), [list])).toMatchObject({ result: 'retry' });
    expect(await gather(toOwner(away, 2), [list])).toMatchObject({ result: 'retry' });
    expect(await gather(toOwner(away, 3), [list])).toEqual(new Map());
    expect(await gather(toOwner(gone), [list])).toEqual(new Map());
  });

  it('goes without what is too large for a desk', async () => {
    const small = file('small', { bytes: 1 });
    const contents = await gather(toOwner(holding(1 * MB)), [file('large', { bytes: 11 * MB }), small]);
    expect([...(contents as Map<Attachment, unknown>).keys()]).toEqual([small]);
  });
});
