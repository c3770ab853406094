import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/domain/commands/names.ts';
import { commands } from '../../src/domain/commands/table.ts';
import { en } from '../../src/text/en/index.ts';
import { zh } from '../../src/text/zh/index.ts';
import { importsOf, sourcesIn } from '../support/sources/imports.ts';

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

/** What each text is called: the last name on the way to it. Those with other signs are made from what is kept, like `shopify_guest`. */
function namesIn(value: object): string[] {
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? namesIn(part) : (/^[a-z]+$/i.exec(name) ?? []),
  );
}

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
        (file) =>
          file.startsWith(`src/text/${language}/`) && !/(?:index|plural)\.ts$|\/(?:typed|commands)\//.test(file),
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

  it('is said somewhere: its name stands in the code that shows it', () => {
    const code = sourcesIn('src').filter((file) => !/^src\/text\/(?:en|zh)\//.test(file));
    const words = new Set(code.flatMap((file) => readFileSync(file, 'utf8').match(/\w+/g) ?? []));
    expect(namesIn(en).filter((name) => !words.has(name))).toEqual([]);
    // the control: the last part of a path is what is looked for
    expect(namesIn({ campaign: { said: 'x', saidByNobody: () => 'y' } }).filter((name) => !words.has(name))).toEqual([
      'saidByNobody',
    ]);
  });

  it('in Chinese names only commands that there are', () => {
    const known = new Set<string>(commands.flatMap(({ name }) => namesOf(name)));
    const named = (text: string) =>
      [...text.matchAll(/(?<![\p{L}\d/])\/(\p{Script=Han}{2,6})/gu)].flatMap(([, word = '']) =>
        // a sentence may go on without a blank: /设置里
        [...word].some((_, end) => known.has(word.slice(0, end + 1))) ? [] : word,
      );
    const shown = files.filter((file) => file.startsWith('src/text/zh/') && !file.includes('/typed'));
    expect(shown.flatMap((file) => named(readFileSync(file, 'utf8')))).toEqual([]);
    expect(named('设置方法见 /安装。或 /设置')).toEqual(['安装']);
  });

  it('has a room of the same name in every language, of less than three hundred lines', () => {
    const of = (language: string) =>
      files.filter((file) => file.startsWith(`src/text/${language}/`)).map((file) => file.slice('src/text/zh/'.length));
    expect(of('zh')).toEqual(of('en').filter((file) => file !== 'plural.ts'));
    for (const file of files) expect(readFileSync(file, 'utf8').split('\n').length, file).toBeLessThan(300);
  });
});

/** Readers of what people write, in the languages they write in; they show nobody anything. The list only gets shorter. */
const READERS = [
  'src/domain/commands/owner/absence_read.ts',
  'src/domain/commands/owner/settings_read.ts',
  'src/domain/commands/people/bulk.ts',
  'src/domain/commands/who/addressed.ts',
  'src/domain/commands/who/said_to_be_for.ts',
  'src/domain/commands/words/bare.ts',
  'src/domain/commands/words/bare_words.ts',
  'src/domain/commands/words/line_meant.ts',
  'src/domain/commands/words/own_words.ts',
  'src/domain/owner/quiet.ts',
  'src/domain/people/city.ts',
  'src/domain/sell/order_number.ts',
  'src/domain/talk/order_meant.ts',
  'src/domain/talk/received.ts',
  'src/domain/talk/variable.ts',
  'src/domain/triage/addressee/features.ts',
  'src/domain/triage/beyond_thanks.ts',
  'src/domain/triage/cues.zh.ts',
  'src/domain/triage/features.ts',
  'src/domain/triage/hotlines.ts',
  'src/domain/triage/ideas.zh.ts',
  'src/domain/triage/lure.ts',
  'src/domain/triage/pressing/cues.zh.ts',
  'src/domain/triage/reasons.ts',
  'src/domain/triage/signals.ts',
  'src/domain/triage/simplify.ts',
  'src/domain/triage/stop_words.ts',
  'src/webhooks/shared/paid_later.ts',
];
/** Mail comes in every language: all of its rooms read. */
const READS_MAIL = /^src\/mail\/(?:machines|mime|read|send|words)\//;

const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
const hasHan = (code: string): boolean => /\p{Script=Han}/u.test(withoutComments(code));

/** Words to choose from: `to|till|until`. */
const WORD_LIST = /(?<![\w\\])(?:[a-z]{2,}(?:['’][a-z]+)?[?*+]?\|){2,}[a-z]{2,}/;
const hasWordList = (code: string): boolean => WORD_LIST.test(withoutComments(code));
/** Readers of words that programs and people who program write; the list only gets shorter. */
const IN_ENGLISH = [
  'src/domain/commands/words/secret.ts',
  'src/domain/talk/mail/bounce.ts',
  'src/domain/talk/mail/quoted_words.ts',
  'src/domain/templates/dead_link.ts',
];

/** The files and folders that AGENTS.md names for a further language, from the root; those the compiler names stand before them. */
function namedForLanguage(): string[] {
  const [, list = ''] = /\nIt does not see[^\n]*\n([\s\S]*?)\n\*\*/.exec(readFileSync('AGENTS.md', 'utf8')) ?? [];
  const names = [...list.matchAll(/`([a-z][^`]*)`/g)].map((found) => found[1]!);
  return names
    .flatMap((name) => {
      const [, front, inside, end] = /^(.*)\{(.*)\}(.*)$/.exec(name) ?? [];
      return inside === undefined ? [name] : inside.split(',').map((one) => `${front}${one}${end}`);
    })
    .map((name) => [`src/text/${name}`, `src/${name}`, name].find((path) => existsSync(path)) ?? `nowhere: ${name}`);
}

/** What a reply shows, written where it is made: `title: 'Not sent'`. */
const SHOWN = /\b(?:title|text|hint|quote|label|detail)(?::| =) *['"`](?=[^'"`]*\p{L}{2,} +\p{L})[^'"`]*['"`]/gu;
/** Why a channel is down, still said in English to everybody; the list only gets shorter. */
const NOT_YET = [
  'src/bots/slack/socket.ts: detail = `Slack refuses',
  "src/bots/slack/socket.ts: detail: 'Slack cannot be",
  "src/mail/fetch/receive.ts: detail: 'the mail server",
];

describe('natural language', () => {
  const outside = sourcesIn('src').filter((file) => !/^src\/(?:text|domain\/triage\/rules)\//.test(file));

  it('stands in the texts: nowhere else is a Chinese word, but for readers', () => {
    const chinese = outside.filter((file) => hasHan(readFileSync(file, 'utf8')));
    expect(chinese.filter((file) => !READS_MAIL.test(file))).toEqual(READERS);
    // the controls
    expect(hasHan('const WORDS = /^(off|关)$/;')).toBe(true);
    expect(hasHan("/** '/away 明天' */ const a = 1; // 明天")).toBe(false);
  });

  it('stands in the texts: nowhere else in the domain are words to choose from, but for readers', () => {
    const others = outside.filter((file) => /^src\/domain\/(?!triage\/)/.test(file) && !READERS.includes(file));
    expect(others.filter((file) => hasWordList(readFileSync(file, 'utf8')))).toEqual(IN_ENGLISH);
    expect(hasWordList('const JOINT = /(?:to|till|until)$/;')).toBe(true);
    expect(hasWordList("type Kind = 'new' | 'old' | 'won'; // to|till|until")).toBe(false);
  });

  it('is named in AGENTS.md wherever a further language has to be added, and nothing is that is not there', () => {
    const named = namedForLanguage();
    expect(named.filter((path) => path.startsWith('nowhere'))).toEqual([]);
    const isNamed = (file: string) => named.some((path) => file === path || file.startsWith(`${path}/`));
    const holding = sourcesIn('src/text')
      .filter((file) => !/^src\/text\/(?:en|zh)\//.test(file))
      .filter((file) => [hasHan, hasWordList].some((has) => has(readFileSync(file, 'utf8'))));
    expect(holding.filter((file) => !isNamed(file))).toEqual([]);
    expect(isNamed('src/text/truncate.ts')).toBe(false);
  });

  it('stands in the texts: no reply is written where it is made', () => {
    const shown = outside.flatMap((file) =>
      (withoutComments(readFileSync(file, 'utf8')).match(SHOWN) ?? []).map(
        (found) => `${file}: ${found.split(' ', 4).join(' ')}`,
      ),
    );
    expect(shown).toEqual(NOT_YET);
    expect("return { title: 'Not sent yet', text };".match(SHOWN)).toEqual(["title: 'Not sent yet'"]);
  });
});
