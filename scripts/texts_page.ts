import { readdirSync } from 'node:fs';
import { type Locale, locales } from '../src/text/locale.ts';

/** One text: where it stands, and how it reads in each language, once for each way to fill it in. */
export interface Row {
  path: string;
  shown: Record<Locale, string[]>;
}

/** A room's texts in every language. */
export interface Room {
  name: string;
  texts: Record<Locale, unknown>;
}

const FOLDERS: Readonly<Record<Locale, string>> = { en: 'en', 'zh-CN': 'zh' };
const TEXTS = new URL('../src/text/', import.meta.url);

/** What is no room: where they are put together, and parts of the rooms `typed` and `commands`. */
const NO_ROOM = /^(?:index$|(?:typed|commands)\/)/;

/** The rooms there are: a file of the same name in every language's folder. */
export async function rooms(): Promise<Room[]> {
  const files = readdirSync(new URL('zh/', TEXTS), { recursive: true, encoding: 'utf8' });
  const names = files.flatMap((file) => /^(.+)\.ts$/.exec(file)?.[1] ?? []);
  const shown = names.filter((name) => !NO_ROOM.test(name));
  return Promise.all(
    shown.map(async (name) => {
      const [en, zh] = await Promise.all(
        [FOLDERS.en, FOLDERS['zh-CN']].map((folder) => import(new URL(`${folder}/${name}.ts`, TEXTS).href)),
      );
      const own = name.slice(name.lastIndexOf('/') + 1);
      return { name: own, texts: { en: en[own], 'zh-CN': zh[own] } };
    }),
  );
}

/** Every text of a room, filled in with samples. */
export function rowsOf({ texts }: Room): Row[] {
  const shown = new Map<string, Row>();
  for (const locale of locales) {
    for (const [path, ways] of shownIn(texts[locale], '', locale)) {
      const row = shown.get(path) ?? { path, shown: { en: [], 'zh-CN': [] } };
      row.shown[locale] = ways;
      shown.set(path, row);
    }
  }
  return [...shown.values()];
}

/** One page that a person can read from top to bottom. */
export function pageOf(rooms: readonly Room[]): string {
  const links = rooms.map(({ name }) => `<a href="#${name}">${name}</a>`).join(' ');
  return `<!doctype html><meta charset="utf-8"><title>solo-crm: texts</title><style>${STYLE}</style><nav>${links}</nav>
${rooms.map(sectionOf).join('\n')}`;
}

const sectionOf = (room: Room): string =>
  `<h2 id="${room.name}">${room.name}</h2><table>${rowsOf(room)
    .map(({ path, shown }) => `<tr><th>${escaped(path)}</th>${locales.map((locale) => cellOf(shown[locale])).join('')}`)
    .join('\n')}</table>`;

const cellOf = (ways: readonly string[]): string => `<td>${ways.map((way) => `<p>${escaped(way)}</p>`).join('')}</td>`;

function shownIn(value: unknown, path: string, locale: Locale): [path: string, ways: string[]][] {
  if (typeof value === 'string') return [[path, [value]]];
  if (typeof value === 'function') return [[path, waysOf(value as Text, path, locale)]];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [[path, [value.join(' · ')]]];
  return Object.entries(value as object).flatMap(([key, part]) =>
    shownIn(part, [path, key].filter(Boolean).join('.'), locale),
  );
}

type Text = (...given: unknown[]) => string | string[];

/** As it is filled in mostly, then with each of the other values that one of its parts may have. */
function waysOf(text: Text, path: string, locale: Locale): string[] {
  const samples = partsOf(text).map((part) => samplesFor(part, path, locale));
  const usual = samples.map(([first]) => first);
  const others = samples.flatMap((values, nth) => values.slice(1).map((value) => usual.with(nth, value)));
  return [...new Set([usual, ...others].map((given) => filledIn(text, given, path)))];
}

function filledIn(text: Text, given: readonly unknown[], path: string): string {
  const what = text(...given);
  const said = Array.isArray(what) ? what.join(' · ') : String(what);
  if (/undefined|NaN|\[object/.test(said)) throw new Error(`${path} reads “${said}”: it needs another sample`);
  return said;
}

/** The names of what a text is given, as they stand in its source. */
function partsOf(text: Text): string[] {
  const given = /^(?:\(([\s\S]*?)\)|(\w+))\s*=>/.exec(String(text));
  const names = given?.[1] ?? given?.[2] ?? '';
  return names.startsWith('{') ? ['sides'] : names.split(',').flatMap((name) => name.trim().replace(/^_/, '') || []);
}

/** What stands for a part of this name: what it is mostly, then what else it may be. */
const samplesFor = (part: string, path: string, locale: Locale): readonly unknown[] =>
  SPECIAL[`${path} ${part}`] ?? NAMED[locale][part] ?? SAME[part] ?? [`‹${part}›`];

const COUNTS = [3, 1, 0];
const ADDRESSES = [['office@example.com', 'li@example.com'], []];

const each = (parts: string, samples: readonly unknown[]) =>
  Object.fromEntries(parts.split(' ').map((part) => [part, samples]));

const SAME: Readonly<Record<string, readonly unknown[]>> = {
  ...each('answers before changed count dropped had later messages number orders people queued seconds', COUNTS),
  ...each('copied copies instead left refused written others counts lines parts', ADDRESSES),
  ...each('usual silent needs has back', [21, 1]),
  ...each('blocked inquiry', [false, true]),
  ...each('total most pages all', [12]),
  ...each('shown page done every', [2]),
  ...each('pid port bytes right oldest', [4711]),
  is: ['replaced', 'added', 'removed'],
  moved: [{ contact_identities: 2, conversations: 1, leads: 2, tickets: 1, feedback: 1, orders: 3, tasks: 1 }],
  sides: [{ one: 'Anna', other: 'Ann', value: 'ann@example.com', channel: 'Mail' }],
  address: ['li@example.com'],
  stored: ['+8657188886666;ext=12'],
  id: ['12'],
  ref: ['#12', ''],
  ...each('dir file log', ['/home/mei/solo-crm/data']),
};

/** Where a part of that name is something else. */
const SPECIAL: Readonly<Record<string, readonly unknown[]>> = {
  'reply.onlyAmong to': ADDRESSES,
  'delete.goes all': [{ messages: 12, leads: 1, tickets: 2, tasks: 0, later: 1, orders: 3 }],
  'card.unfit of': [''],
  'mail.calendarExcept days': ADDRESSES,
  'link.sendIt days': COUNTS,
  'status.days count': COUNTS,
  'repeat.date date': [1, 2, 3, 11, 21],
  'triage.because reasons': ADDRESSES,
  'consent.list names': [['News', 'Offers']],
  'consent.how source': ['one_click', 'reply', 'chat', 'shop:1', 'page'],
  'archive.clashes names': [['VIP'], ['VIP', 'B2B']],
  'find.addressedEither names': [['Mia', 'Mia Wong']],
  'confirm.wouldGo shown': ['li@example.com'],
  'order.title number': ['1042'],
};

const NAMED: Readonly<Record<Locale, Readonly<Record<string, readonly unknown[]>>>> = {
  'zh-CN': {
    name: ['林小梅', 'Anna'],
    business: ['山里茶铺', 'Hill Tea', ''],
    ...each('words quote query part', ['明天能到吗', '']),
    ...each('title subject', ['龙井 10 斤', '']),
    when: ['明天 09:00', ''],
    age: ['3 小时'],
    amount: ['¥1,280.00', ''],
  },
  en: {
    name: ['Anna Smith'],
    business: ['Hill Tea', ''],
    ...each('words quote query part', ['can it be here tomorrow', '']),
    ...each('title subject', ['Spring tea', '']),
    when: ['tomorrow 09:00', ''],
    age: ['3 hours'],
    amount: ['$1,280.00', ''],
  },
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const STYLE = `body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", sans-serif; margin: 1rem 2rem }
nav { position: sticky; top: 0; background: white; padding: .5rem 0 } nav a { margin-right: 1rem }
table { border-collapse: collapse; width: 100%; table-layout: fixed } tr { border-top: 1px solid #ddd }
th { width: 16rem; text-align: left; font: 12px/1.8 monospace; color: #777; overflow-wrap: anywhere; vertical-align: top }
td { vertical-align: top; padding: .2rem .6rem; white-space: pre-wrap } p { margin: 0 } p + p { color: #777 }`;
