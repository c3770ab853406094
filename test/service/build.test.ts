import { build, type Metafile } from 'esbuild';
import { expect, it } from 'vitest';
import { plan } from '../../scripts/build.ts';

const { metafile } = await build({ ...plan, write: false, metafile: true });
const outputs: Metafile['outputs'] = metafile!.outputs;

/** The part an entry or a lazy import ended up in. */
const partOf = (source: string) => Object.keys(outputs).find((name) => outputs[name]!.entryPoint === source)!;

/** What is read at once with this part: our own parts, and libraries by name. */
function readWith(part: string, seen = new Set<string>()): Set<string> {
  if (seen.has(part)) return seen;
  seen.add(part);
  for (const { path, kind } of outputs[part]?.imports ?? []) if (kind === 'import-statement') readWith(path, seen);
  return seen;
}

it('reads a few files at the start, and no library before it is needed', () => {
  const parts = [partOf('src/main.ts'), partOf('src/service/service.ts')];
  const read = [...new Set(parts.flatMap((part) => [...readWith(part)]))];
  expect(read.filter((name) => name.startsWith('dist/')).length).toBeLessThan(92);
  expect(read).toContain('postgres');
  for (const late of [
    '@slack/bolt',
    'grammy',
    'imapflow',
    'mailauth',
    'pinyin-pro',
    'libphonenumber-js',
    'html-to-text',
  ]) {
    expect(read.filter((name) => name === late || name.startsWith(`${late}/`))).toEqual([]);
  }
});

it('holds the libraries that each start reads, but nothing of them that nobody uses', () => {
  const read = [...readWith(partOf('src/service/service.ts'))];
  for (const within of ['zod', 'hono', '@hono/node-server']) {
    expect(read.filter((name) => name === within || name.startsWith(`${within}/`))).toEqual([]);
  }
  const zod = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([source, { bytesInOutput }]) => source.includes('/zod/') && bytesInOutput > 0);
  expect(zod.length).toBeGreaterThan(10);
  // its messages in fifty languages
  expect(zod.filter(([source]) => source.includes('/locales/')).length).toBeLessThan(3);
});

it('talks to Telegram by the fetch that is there, and reads no other HTTP client', () => {
  const lazy = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(lazy.filter((name) => name.startsWith('grammy'))).toEqual(['grammy/web']);
});

it('builds the threads under the names by which they are started', () => {
  expect(partOf('src/mail/read/reader_thread.ts')).toBe('dist/reader_thread.js');
  expect(partOf('src/files/table/table_thread.ts')).toBe('dist/table_thread.js');
});
