import { readdirSync } from 'node:fs';
import type { AnyCommand } from '../src/domain/commands/command.ts';
import { formsOf } from '../src/domain/commands/help.ts';
import { namesFor } from '../src/domain/commands/names.ts';
import { commands } from '../src/domain/commands/table.ts';
import type { Locale } from '../src/text/locale.ts';
import { texts } from '../src/text/texts.ts';

const ROOMS = new URL('../src/domain/commands/', import.meta.url);

/** The pages that hold the tables. */
export const pages: [Locale, URL][] = [
  ['en', new URL('../docs/commands.md', import.meta.url)],
  ['zh-CN', new URL('../docs/commands.zh-CN.md', import.meta.url)],
];

const titles: Record<string, Record<Locale, string>> = {
  people: { en: 'Contacts', 'zh-CN': '客户' },
  segments: { en: 'Segments', 'zh-CN': '分组' },
  templates: { en: 'Templates', 'zh-CN': '模板' },
  talk: { en: 'Messages and answers', 'zh-CN': '消息和答复' },
  sell: { en: 'Leads, quotes, shops', 'zh-CN': '意向、报价、店铺' },
  serve: { en: 'Tickets', 'zh-CN': '售后' },
  tasks: { en: 'Tasks', 'zh-CN': '任务' },
  owner: { en: 'You, the team, the service', 'zh-CN': '您、团队、程序' },
};

const heads: Record<Locale, string> = {
  en: '| Command | What it does | Example | At least |',
  'zh-CN': '| 命令 | 做什么 | 例子 | 谁能用 |',
};

const forButtons: Record<Locale, string> = {
  en: 'Mostly behind buttons',
  'zh-CN': '多半由按钮代劳',
};

const moreForms: Record<Locale, string> = {
  en: '### All that some of them can be told',
  'zh-CN': '### 有些命令还可以这样用',
};

const formHead: Record<Locale, string> = {
  en: '| Line | What it does |',
  'zh-CN': '| 这样写 | 做什么 |',
};

const BEGIN = '<!-- from here: npm run docs -->';
const END = '<!-- to here -->';

/** The page with the current tables between its marks. */
export async function withCommandTables(page: string, locale: Locale): Promise<string> {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the page needs the marks ${BEGIN} and ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${await commandTables(locale)}\n\n${page.slice(end)}`;
}

/** All commands: a Markdown table for each room; those that /help leaves out come last. */
async function commandTables(locale: Locale): Promise<string> {
  const listed = commands.filter((command) => !command.hidden);
  const rooms = new Map(await Promise.all(listed.map(async (one) => [one, await roomOf(one)] as const)));
  const tables = Object.entries(titles).map(([room, title]) =>
    tableOf(
      title[locale],
      listed.filter((one) => rooms.get(one) === room),
      locale,
    ),
  );
  const hidden = commands.filter((command) => command.hidden);
  return [...tables, tableOf(forButtons[locale], hidden, locale), formsIn(locale)].join('\n\n');
}

/** What some of them can be told besides. */
function formsIn(locale: Locale): string {
  const lines = commands.flatMap(({ name }) => formsOf(texts(locale), name) ?? []);
  return [
    moreForms[locale],
    '',
    formHead[locale],
    '|---|---|',
    ...lines.map(([line, does]) => `| \`${line}\` | ${does} |`),
  ].join('\n');
}

/** The folder of a command's file; a file in no folder, such as /help, is about the service. */
async function roomOf(command: AnyCommand): Promise<string> {
  for (const room of Object.keys(titles)) {
    const folder = new URL(`${room}/`, ROOMS);
    const modules = await Promise.all(
      readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => import(new URL(file, folder).href)),
    );
    if (modules.some((one) => Object.values(one).includes(command))) return room;
  }
  return 'owner';
}

function tableOf(title: string, listed: readonly AnyCommand[], locale: Locale): string {
  return [`### ${title}`, '', heads[locale], '|---|---|---|---|', ...listed.map((one) => rowOf(one, locale))].join(
    '\n',
  );
}

function rowOf({ name, role }: AnyCommand, locale: Locale): string {
  const t = texts(locale);
  const { summary, example } = t.commands[name];
  const names = namesFor(locale, name).map((one) => `/${one}`);
  return `| ${names.join(' · ')} | ${summary} | ${example
    .split(' · ')
    .map((line) => `\`${line}\``)
    .join(' · ')} | ${t.helper.role[role]} |`;
}
