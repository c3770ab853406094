import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILE_BYTES, type FileStore, isKept, openFileStore } from '../../src/files/store.ts';

let dir: string;
let store: FileStore;

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'solo-crm-test-store-')), 'files');
  store = openFileStore(dir);
});
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pathOf = (ref: string): string => join(dir, ref.slice(5, 7), ref.slice(5));
const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []));

describe('the store of files', () => {
  it('gives back what was put, under one ref for the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        const [ref, again] = await Promise.all([store.put(bytes), store.put(Buffer.from(bytes))]);
        expect(ref).toBe(`file:${hashOf(bytes)}`);
        expect(again).toBe(ref);
        expect((await store.read(ref)).equals(bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps one file for bytes that many put at once, readable by its owner only', async () => {
    const refs = await Promise.all(Array.from({ length: 8 }, () => store.put(Buffer.from('price list'))));
    expect(filesIn(dir)).toEqual([refs[0]!.slice(5)]);
    expect(statSync(pathOf(refs[0]!)).mode & 0o777).toBe(0o600);
    expect(statSync(dir).mode & 0o777).toBe(0o700);
  });

  it('shows nothing of a file whose writer died before the rename', async () => {
    const bytes = Buffer.from('half of');
    mkdirSync(join(dir, 'incoming'), { recursive: true });
    writeFileSync(join(dir, 'incoming', 'a1b2'), bytes);
    await expect(store.read(`file:${hashOf(bytes)}`)).rejects.toMatchObject({ reason: 'file_gone' });
    await store.put(bytes);
    expect((await store.read(`file:${hashOf(bytes)}`)).equals(bytes)).toBe(true);
  });

  it('leaves nothing behind when it cannot write', async () => {
    const ref = await store.put(Buffer.from('first'));
    const other = Buffer.from('second');
    writeFileSync(join(dir, hashOf(other).slice(0, 2)), 'a file where a directory must be');
    await expect(store.put(other)).rejects.toThrow();
    expect(readdirSync(join(dir, 'incoming'))).toEqual([]);
    expect((await store.read(ref)).toString()).toBe('first');
  });

  it('notices that a file was changed on the disk, and puts it right when it comes again', async () => {
    const ref = await store.put(Buffer.from('the truth'));
    chmodSync(pathOf(ref), 0o600);
    writeFileSync(pathOf(ref), 'not the truth');
    await expect(store.read(ref)).rejects.toMatchObject({ reason: 'file_gone', message: 'the file is damaged' });
    await store.put(Buffer.from('the truth'));
    expect((await store.read(ref)).toString()).toBe('the truth');
  });

  it('takes 25 MB and not a byte more', async () => {
    await expect(store.put(Buffer.alloc(FILE_BYTES + 1))).rejects.toMatchObject({ reason: 'file_too_large' });
    expect((await store.read(await store.put(Buffer.alloc(FILE_BYTES)))).length).toBe(FILE_BYTES);
  });

  it('reads nothing outside itself, whatever a ref says', async () => {
    const outside = join(dir, '..', 'secret');
    writeFileSync(outside, 'secret');
    const refs = ['file:../secret', `file:${'../'.repeat(21)}x`, outside, 'file:', '', `file:${'A'.repeat(64)}`];
    for (const ref of [...refs, `file:${'a'.repeat(64)}\n`, `file:${'a'.repeat(63)}/`]) {
      expect(isKept(ref)).toBe(false);
      await expect(store.read(ref)).rejects.toMatchObject({ message: 'not a file we keep' });
    }
  });
});
