import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadKey, open, seal } from '../../src/vault/seal.ts';

async function keyFile(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'solo-crm-key-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return join(dir, 'key');
}

describe('the key', () => {
  it('is made once, for its owner’s eyes only, and read from then on', async () => {
    const file = await keyFile();
    const [made, alsoMade] = await Promise.all([loadKey(file), loadKey(file)]);
    expect(made.equals(alsoMade)).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await loadKey(file)).equals(made)).toBe(true);
    expect(await readFile(file)).toHaveLength(32);
  });

  it('that is damaged or out of reach is not replaced', async () => {
    const file = await keyFile();
    await writeFile(file, 'short');
    await expect(loadKey(file)).rejects.toThrow('is not an encryption key (5 bytes instead of 32)');
    expect(await readFile(file, 'utf8')).toBe('short');
    await expect(loadKey(join(file, 'below'))).rejects.toThrow('cannot be read (ENOTDIR)');
    await expect(loadKey(join(await keyFile(), 'missing', 'key'))).rejects.toThrow('cannot be written (ENOENT)');
  });
});

describe('a sealed secret', () => {
  const about = 'connection:abc';

  it('opens with its key for what it was sealed for', async () => {
    const key = await loadKey(await keyFile());
    for (const secret of ['', 'shpss_1', '密钥'.repeat(1000)])
      expect(open(key, seal(key, secret, about), about)).toBe(secret);
  });

  it('looks different each time and never shows what it hides', async () => {
    const key = await loadKey(await keyFile());
    const [one, two] = [seal(key, 'shpss_1', about), seal(key, 'shpss_1', about)];
    expect(one).not.toEqual(two);
    expect(one.includes('shpss_1')).toBe(false);
  });

  it('stays shut for another key, another place, and after any change', async () => {
    const key = await loadKey(await keyFile());
    const sealed = seal(key, 'shpss_1', about);
    const other = await loadKey(await keyFile());
    expect(() => open(other, sealed, about)).toThrow('ENCRYPTION_KEY_FILE is not the key it was sealed with');
    expect(() => open(key, sealed, 'connection:abd')).toThrow('cannot be opened');
    expect(() => open(key, sealed.subarray(0, 20), about)).toThrow('damaged');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at]! ^= 1;
      expect(() => open(key, changed, about)).toThrow(/^The secret of a connection (?:is damaged|cannot be opened)/);
    }
  });
});
