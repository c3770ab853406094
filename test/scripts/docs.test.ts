import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages, withCommandTables } from '../../scripts/command_tables.ts';
import { variableDefaults } from '../../src/config.ts';
import { namesFor } from '../../src/domain/commands/names.ts';
import { commands } from '../../src/domain/commands/table.ts';

const read = (path: string | URL): string => readFileSync(new URL(path, new URL('../../', import.meta.url)), 'utf8');

describe.each(pages)('the page of commands (%s)', (locale, page) => {
  it('is as the program parses today; npm run docs makes it so', async () => {
    expect(await withCommandTables(read(page), locale)).toBe(read(page));
  });

  it('names every command once, the hidden ones too', () => {
    const rows = read(page)
      .split('\n')
      .map((line) => /^\| (\/[^|]+) \|/.exec(line)?.[1]);
    for (const { name } of commands) {
      const names = namesFor(locale, name)
        .map((one) => `/${one}`)
        .join(' · ');
      expect(
        rows.filter((row) => row === names),
        name,
      ).toHaveLength(1);
    }
  });

  it('is refused without the marks its tables stand between', async () => {
    await expect(withCommandTables('# Commands\n', locale)).rejects.toThrow('needs the marks');
  });
});

/** Name and default of each variable in the page's table, as they stand there. */
const documented = (page: string): [string, string][] =>
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => {
      const [names = '', defaults = ''] = line.split('|').slice(1);
      const given = inCode(defaults);
      return inCode(names).map((name, nth): [string, string] => [name, given[nth] ?? '']);
    });

const inCode = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

describe.each(['docs/configuration.md', 'docs/configuration.zh-CN.md'])('%s', (page) => {
  it('names every variable the program reads, and no other', () => {
    expect(
      documented(page)
        .map(([name]) => name)
        .sort(),
    ).toEqual(Object.keys(variableDefaults).sort());
  });

  it('gives the default that counts where the program has one', () => {
    const told = Object.fromEntries(documented(page));
    for (const [name, otherwise] of Object.entries(variableDefaults))
      if (otherwise !== undefined && otherwise !== '')
        expect({ name, told: told[name] }).toEqual({ name, told: String(otherwise) });
  });
});

it('the file to copy, .env.example, names only variables the program reads', () => {
  const names = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name!);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !(name in variableDefaults))).toEqual([]);
});

const root = new URL('../../', import.meta.url);
const docs = ['', 'docs/'].flatMap((folder) =>
  readdirSync(new URL(folder || '.', root))
    .filter((file) => file.endsWith('.md'))
    .map((file) => folder + file),
);

/** As the pages' host makes them: small letters and hyphens, no punctuation. */
const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('links between the pages', () => {
  it.each(docs)('of %s lead somewhere', (file) => {
    for (const [, target] of read(file).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target!)) continue;
      const [path, anchor] = target!.split('#');
      const page = path ? new URL(path, new URL(file, root)) : new URL(file, root);
      expect(existsSync(page), target).toBe(true);
      if (anchor) expect(anchorsOf(read(page)), target).toContain(decodeURIComponent(anchor));
    }
  });
});
