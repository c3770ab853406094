import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { jsonLines } from '../../src/files/json_lines.ts';
import { type Bytes, openZip } from '../../src/files/unzip.ts';
import { zipped } from '../support/exchange/archives.ts';
import { unzip } from '../support/unzip.ts';

const bytesOf = (all: Buffer): Bytes => ({
  size: all.length,
  read: async (at, length) => all.subarray(at, at + length),
});

async function contentOf(zip: Buffer, name: string): Promise<string> {
  const opened = await openZip(bytesOf(zip));
  const pieces: Buffer[] = [];
  for await (const piece of opened.read(name)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const rows = async (text: string | Buffer, size = 3): Promise<string[]> => {
  const all = Buffer.from(text as string);
  async function* pieces() {
    for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
  }
  const lines: string[] = [];
  for await (const line of jsonLines(pieces())) lines.push(line);
  return lines;
};

const made = () =>
  zipped(
    new Map([
      ['a.txt', Buffer.from('first 茶')],
      ['b.txt', Buffer.alloc(100_000, 'x')],
    ]),
  );
const DIRECTORY = 'PK\x01\x02';

/** A zip with its directory changed at this offset of its nth entry. */
async function withDirectory(nth: number, change: (zip: Buffer, at: number) => void): Promise<Buffer> {
  const zip = await made();
  let at = -1;
  for (let entry = 0; entry <= nth; entry++) at = zip.indexOf(DIRECTORY, at + 1, 'latin1');
  change(zip, at);
  return zip;
}

describe('a zip', () => {
  it('is read as it was written', async () => {
    const zip = await made();
    expect(await contentOf(zip, 'a.txt')).toBe('first 茶');
    expect((await contentOf(zip, 'b.txt')).length).toBe(100_000);
    expect([...unzip(zip).keys()]).toEqual(['a.txt', 'b.txt']);
  });

  it('that is cut off anywhere is refused', async () => {
    const zip = await made();
    for (const length of [0, 10, 21, zip.length - 1, Math.floor(zip.length / 2)])
      await expect(openZip(bytesOf(zip.subarray(0, length)))).rejects.toThrow('the zip');
  });

  it('whose bytes are not as they were is refused when they are read', async () => {
    const zip = await made();
    zip[zip.indexOf('b.txt') + 30]! ^= 0xff;
    await expect(contentOf(zip, 'b.txt')).rejects.toThrow('the zip');
  });

  it('that unpacks to more than it says is refused before it does', async () => {
    const bomb = await withDirectory(1, (zip, at) => zip.writeUInt32LE(10, at + 24));
    await expect(contentOf(bomb, 'b.txt')).rejects.toThrow('unpacks to more');
  });

  it('whose files share bytes is refused', async () => {
    const bomb = await withDirectory(1, (zip, at) => zip.writeUInt32LE(0, at + 42));
    await expect(openZip(bytesOf(bomb))).rejects.toThrow('overlap');
  });

  it.each(['../evil.txt', '/etc/passwd', 'a/../../b', 'c:\\x', 'a\\..\\b'])(
    'that names %s is refused',
    async (name) => {
      const zip = await zipped(new Map([['x'.repeat(name.length), Buffer.from('1')]]));
      const bad = Buffer.from(zip.toString('latin1').replaceAll('x'.repeat(name.length), name), 'latin1');
      await expect(openZip(bytesOf(bad))).rejects.toThrow('outside');
    },
  );

  it('that names a file twice is refused', async () => {
    const zip = await made();
    const bad = Buffer.from(zip.toString('latin1').replaceAll('b.txt', 'a.txt'), 'latin1');
    await expect(openZip(bytesOf(bad))).rejects.toThrow('twice');
  });

  it('that is encrypted is refused', async () => {
    await expect(openZip(bytesOf(await withDirectory(0, (zip, at) => zip.writeUInt16LE(1, at + 8))))).rejects.toThrow(
      'packed in a way',
    );
  });

  it('of random bytes is refused and never breaks anything', async () => {
    for (let seed = 1; seed < 200; seed++) {
      const zip = await made();
      for (let nth = 0; nth < 5; nth++) zip[(seed * 7919 + nth * 104_729) % zip.length] = (seed * 31 + nth) & 255;
      const reading = openZip(bytesOf(zip)).then(async (opened) => {
        for (const name of opened.entries.keys())
          for await (const piece of opened.read(name)) expect(piece).toBeDefined();
      });
      await reading.catch((error: Error) => expect(error.name).toBe('BrokenZip'));
    }
  });
});

describe('a list of rows', () => {
  it('is read row by row, wherever its pieces end', async () => {
    const text = '[\n{"a":"茶𠮷"},\n{"b":2}\n]\n';
    for (const size of [1, 2, 3, 7, 100]) expect(await rows(text, size)).toEqual(['{"a":"茶𠮷"}', '{"b":2}']);
    expect(await rows('[]\n')).toEqual([]);
  });

  it.each([
    ['', 'no end'],
    ['[\n{"a":1},\n', 'no end'],
    ['{"a":1}\n', 'no list'],
    ['[\n{"a":1}\n{"a":2}\n]\n', 'no list'],
    ['[\n{"a":1}\n]\n[\n', 'no list'],
  ])('%j is none', async (text, why) => {
    await expect(rows(text)).rejects.toThrow(why);
  });

  it('in no charset that we write is none', async () => {
    await expect(rows(Buffer.from([0x5b, 0x0a, 0x7b, 0xff, 0xfe]))).rejects.toThrow('no text');
  });
});

it('a bomb of a thousand times its size is refused by the length of its first row', async () => {
  const packed = deflateRawSync(Buffer.alloc(40 * 1024 * 1024, 'a'));
  expect(packed.length).toBeLessThan(100_000);
  await expect(rows(Buffer.alloc(40 * 1024 * 1024, 'a'), 1024 * 1024)).rejects.toThrow('too long');
});
