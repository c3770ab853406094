import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/text/en/index.ts';
import { zh } from '../../src/text/zh/index.ts';
import { importsOf, sourcesIn } from '../support/imports.ts';

/** Stands for whatever a text is given. */
const anything: unknown = new Proxy(() => 'X', {
  get: (_target, key) => {
    if (key === Symbol.toPrimitive) return () => 'X';
    if (key === Symbol.iterator) return [][Symbol.iterator];
    if (key === 'map' || key === 'join') return () => (key === 'map' ? anything : 'X');
    return key === 'length' ? 2 : anything;
  },
});

/** Where a text is anything but a string, a list of strings, or a function that gives one of them. */
function noWords(value: unknown, path: string): string[] {
  if (typeof value === 'string') return [];
  if (Array.isArray(value)) return value.flatMap((part, nth) => noWords(part, `${path}.${nth}`));
  if (typeof value === 'function') return isWords(value(...Array(value.length).fill(anything))) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) =>
    ['command', 'buttons'].includes(key) ? [`${path}.${key}`] : noWords(part, `${path}.${key}`),
  );
}

const isWords = (value: unknown): boolean =>
  // what it was given may be shown as it is
  value === anything ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'));

const languages = { en, zh };
const files = sourcesIn('src/text').filter((file) => /^src\/text\/(?:en|zh)\//.test(file));

describe('a text', () => {
  it('is words: no reply, no button, nothing that a button runs', () => {
    expect(noWords(languages, '')).toEqual([]);
    // the control: this is how a button shows
    const button = { undo: { label: 'Undo', command: '/undo' }, saved: (name: string) => ({ text: name }) };
    expect(noWords({ button }, '')).toEqual(['.button.undo.command', '.button.saved']);
  });

  it('stands in one room only: none is hidden by another of its name', async () => {
    for (const [language, all] of Object.entries(languages)) {
      const rooms = files.filter(
        (file) => file.startsWith(`src/text/${language}/`) && !/(?:index|plural)\.ts$/.test(file),
      );
      const sections: string[] = [];
      for (const file of rooms) {
        const [room] = Object.values((await import(/* @vite-ignore */ `../../${file}`)) as Record<string, object>);
        sections.push(...Object.keys(room!));
      }
      expect(sections.sort()).toEqual(Object.keys(all).sort());
    }
  });

  it('knows nothing of the domain', () => {
    const up = sourcesIn('src/text').flatMap((file) => importsOf(file).filter(({ to }) => !to.startsWith('src/text/')));
    expect(up).toEqual([]);
    expect(importsOf('src/text/en/sell.ts', "import type { A } from '../../domain/reply.ts';")).toHaveLength(1);
  });

  it('has a room of the same name in every language, of less than three hundred lines', () => {
    const of = (language: string) =>
      files.filter((file) => file.startsWith(`src/text/${language}/`)).map((file) => file.slice('src/text/zh/'.length));
    expect(of('zh')).toEqual(of('en').filter((file) => file !== 'plural.ts'));
    for (const file of files) expect(readFileSync(file, 'utf8').split('\n').length, file).toBeLessThan(300);
  });
});
