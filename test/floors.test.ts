import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  circlesOf,
  exportsOf,
  type Import,
  importsOf,
  namesTaken,
  sourcesIn,
  textOf,
} from './support/sources/imports.ts';

/** Lowest first. A room imports rooms below it, never one beside it or above. */
const HOUSE = [
  'lib',
  'text',
  'db vault',
  'words', // the root of the domain: what all its rooms speak of
  'outbox',
  'files',
  'domain',
  'inbox delivery http',
  'channel',
  'api bots mail webforms webhooks jobs',
  'service',
  'cli root',
];
const DOMAIN = [
  'words',
  'triage',
  'owner people',
  'tasks serve sell',
  'webforms segments templates',
  'talk',
  'public_json',
  'hooks',
  'merge',
  'undo',
  'desk',
  'exchange campaigns posts',
  'intake',
  'commands',
  'on',
];

const floorsOf = (rooms: string[]) =>
  new Map(rooms.flatMap((floor, height) => floor.split(' ').map((room) => [room, height] as const)));
const house = floorsOf(HOUSE);
const domain = floorsOf(DOMAIN);

/** 'src/domain/talk/answer.ts' is in 'domain', and there in 'talk'. */
function roomsOf(file: string): { room: string; inside: string } {
  const [, room = '', inside = '', ...deeper] = file.split('/');
  if (!inside) return { room: room === 'config.ts' ? 'service' : 'root', inside: '' };
  if (room !== 'domain') return { room, inside: '' };
  return deeper.length > 0 ? { room, inside } : { room: 'words', inside: 'words' };
}

/** What runs up, or stays on its floor between two rooms. */
function climb({ from, to }: Import): string | undefined {
  const [a, b] = [roomsOf(from), roomsOf(to)];
  if (a.room !== b.room) return up(house, a.room, b.room) ? `${from} -> ${to}` : undefined;
  return a.room === 'domain' && a.inside !== b.inside && up(domain, a.inside, b.inside)
    ? `${from} -> ${to}`
    : undefined;
}

function up(floors: Map<string, number>, from: string, to: string): boolean {
  const [low, high] = [floors.get(from), floors.get(to)];
  if (low === undefined || high === undefined)
    throw new Error(`no floor is known for ${low === undefined ? from : to}`);
  return high >= low;
}

/** Still to be untied; the list only gets shorter. */
const NOT_YET: string[] = [];

/** What all rooms of the domain speak of; a new noun belongs in a room. */
const OF_ALL_ROOMS = [
  'act',
  'attachment',
  'calendar_act',
  'card',
  'channel',
  'context',
  'delivery',
  'event',
  'form',
  'goods_event',
  'not_yet',
  'press_event',
  'reply',
  'row_event',
  'settings',
  'shop_ask_event',
  'shop_event',
  'shown',
  'subscription_event',
  'user',
  'web_form_event',
];

const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));

/** Folders of more than thirty files at one level: one looks through no more at a glance. */
function crowded(files: string[]): string[] {
  const count = new Map<string, number>();
  for (const folder of files.map(folderOf)) count.set(folder, (count.get(folder) ?? 0) + 1);
  return [...count].filter(([, of]) => of > 30).map(([folder]) => folder);
}

/** Foreign text that is bounded by `slice`, which may leave half a number or half a character; a list is bounded by its most. */
const BOUNDED =
  /\.slice\(0, (?:\d \* )?(?:\w*(?:LONGEST|_CHARACTERS|LINE_LIMIT|READ_AT_MOST)\w*|[4-9]\d|\d[\d_]{2,})\)/;
const boundedIn = (text: string) => text.split('\n').filter((line) => BOUNDED.test(line));
/** Lists, and the number of an order with its words, which is no number if it is longer. */
const NO_WORDS = [
  'src/bots/telegram/api.ts: const menu = commands.slice(0, 100).map(({ command, description }) => ({',
  'src/domain/sell/order_number.ts: const text = narrow(cleanText(typed.slice(0, 2 * LONGEST_NUMBER)))',
  'src/mail/mime/headers.ts: headers.set(name, [...(headers.get(name) ?? []).slice(0, 99), field.slice(colon + 1).trim()]);',
];

const unusedIn = (file: string, taken: ReadonlySet<string>, text = textOf(file)): string[] =>
  exportsOf(text).flatMap((name) => (taken.has(`${file}#${name}`) ? [] : [`${file}: ${name}`]));

const imports = sourcesIn('src').flatMap((file) => importsOf(file));

describe('the house', () => {
  it('has only imports that go down its floors', () => {
    expect(imports.flatMap((one) => climb(one) ?? [])).toEqual(NOT_YET);
  });

  it('has no circle of imports', () => {
    expect(circlesOf(imports)).toEqual([]);
  });

  it('has no new file in its roots', () => {
    const standing = (folder: string) => sourcesIn(folder).filter((file) => folderOf(file) === folder);
    expect(standing('src')).toEqual(['src/config.ts', 'src/main.ts']);
    expect(standing('src/domain')).toEqual(OF_ALL_ROOMS.map((noun) => `src/domain/${noun}.ts`));
  });

  it('has at most thirty files in a folder, its tests and scripts as well', () => {
    expect(crowded(['src', 'test', 'scripts'].flatMap(sourcesIn))).toEqual([]);
    const control = Array.from({ length: 31 }, (_, n) => `test/a/${n}.ts`);
    expect(crowded([...control, 'test/b/1.ts'])).toEqual(['test/a']);
  });

  it('bounds what it reads by words (`headWords`) and what it keeps by characters (`head`)', () => {
    const found = sourcesIn('src').flatMap((file) =>
      boundedIn(readFileSync(file, 'utf8')).map((line) => `${file}: ${line.trim()}`),
    );
    expect(found.sort()).toEqual(NO_WORDS);
    expect(boundedIn('plainly(text.slice(0, LONGEST))\n  .slice(0, 1000)\n[...all].slice(0, MOST)')).toHaveLength(2);
  });

  it('exports what somebody else uses, and nothing beside it', () => {
    const all = ['src', 'test', 'scripts', 'bench', 'chaos', 'demo'].flatMap(sourcesIn);
    const taken = new Set(all.flatMap((file) => namesTaken(file)));
    const unused = sourcesIn('src').flatMap((file) => (taken.has(`${file}#*`) ? [] : unusedIn(file, taken)));
    expect(unused).toEqual([]);
    expect(unusedIn('src/a.ts', new Set(['src/a.ts#b']), 'export const b = 1;\nexport function c() {}')).toEqual([
      'src/a.ts: c',
    ]);
  });

  it('control: an import that climbs, one to the room next door, and a circle are seen', () => {
    const climbing = importsOf('src/domain/people/contact.ts', "import { a } from '../on/index.ts';");
    expect(climbing.map(climb)).toEqual(['src/domain/people/contact.ts -> src/domain/on/index.ts']);
    const beside = importsOf('src/mail/index.ts', "const a = await import('../bots/slack/index.ts');");
    expect(beside.map(climb)).toEqual(['src/mail/index.ts -> src/bots/slack/index.ts']);
    const [a, b, c] = ['src/a.ts', 'src/b.ts', 'src/c.ts'];
    const round = [[a, b], [b, c], [c, a]].map(([from, to]) => ({ from: from!, to: to! })); // biome-ignore format: a list
    expect(circlesOf([...round, { from: a, to: 'src/d.ts' }])).toEqual([[a, b, c]]);
  });
});
