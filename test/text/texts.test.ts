import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Texts } from '../../src/text/texts.ts';
import { texts } from '../../src/text/texts.ts';

/** Stands for whatever a text is given: a name, a count, an order; it shows as one letter. */
const anything: unknown = new Proxy(() => 'X', {
  get: (_target, key) => {
    if (key === Symbol.toPrimitive) return () => 'X';
    if (key === Symbol.iterator) return [][Symbol.iterator];
    if (key === 'map' || key === 'join') return () => (key === 'map' ? anything : 'X');
    return key === 'length' ? 2 : anything;
  },
});

/** Every text there is, with its path. */
function textsOf(value: unknown, path: string): [path: string, text: string][] {
  if (value === anything) return [[path, 'X']];
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return textsOf(value(...Array(value.length).fill(anything)), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}.${key}`));
}

const pathsOf = (texts: [string, string][]) => new Set(texts.map(([path]) => path));
/** What is typed has as many words as a language has for it. */
const everything = ({ typed: _, ...t }: Texts) => textsOf(t, '');
const zh = everything(texts('zh-CN'));
const en = everything(texts('en'));

/** Words that are the same in every language: names of things, commands, settings, formats. */
const technical =
  /https?:\S+|imaps?:\S+|smtps?:\S+|\/[a-z]+( [a-z]\d*)?|\b[A-Z][A-Z_]+\S*|npm run -s crm -- (?:say|import|export|triage|parse-mail)|Bot User OAuth Token|OAuth & Permissions|Basic Information|App-Level Tokens|Signing Secret|Copy member ID|Socket Mode|\S+@\S+|solo-crm|Telegram|Shopify|Slack|PostgreSQL|BotFather|webhook\w*|Webhooks|JSON|Ctrl-C|shopify|#vip|\bUSD\b/g;

describe('the texts', () => {
  it('are many, and the same ones in both languages', () => {
    expect(zh.length).toBeGreaterThan(200);
    expect(pathsOf(zh)).toEqual(pathsOf(en));
  });

  it('in English have no Chinese character or punctuation', () => {
    // the sign of a doubt is one sign in both languages
    const words = (text: string) => text.replace(/^？ /, '');
    expect(en.filter(([, text]) => /[\p{Script=Han}，。：；？！（）「」、]/u.test(words(text)))).toEqual([]);
  });

  it('in Chinese have no English words in a row', () => {
    const leftovers = (texts: [string, string][]) =>
      texts.filter(([, text]) => /[a-z]{2,}[ ,]+[a-z]{2,}/i.test(text.replace(technical, '')));
    expect(leftovers(zh)).toEqual([]);
    // the control: this is how English shows
    expect(leftovers(en).length).toBeGreaterThan(80);
  });

  it('in Chinese have no half-width comma, question mark or bracket between Chinese characters', () => {
    expect(zh.filter(([, text]) => /\p{Script=Han}[,;?!()]|[,;?!()]\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('of a command always have an example that begins with it, in the words of that language', () => {
    const { commands } = texts('zh-CN');
    for (const { example } of Object.values(commands)) expect(example).toMatch(/^\/\p{Script=Han}+/u);
    for (const [name, { example }] of Object.entries(texts('en').commands))
      expect(example.split(' ')[0]).toBe(`/${name}`);
  });
});

describe('a command that a text names', () => {
  const english = new Set(Object.keys(texts('en').commands));
  const namedIn = (words: string) =>
    [...words.matchAll(/(?<![\w:./<])\/([a-z]+)(?![\w/.])/g)].flatMap(([, word = '']) =>
      english.has(word) ? word : [],
    );

  it('is called by its Chinese word in Chinese, but for the line that goes to a bot before it knows who writes', () => {
    const folder = new URL('../../src/text/zh/', import.meta.url);
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
      if (!file.endsWith('.ts')) return [];
      const words = readFileSync(new URL(file, folder), 'utf8').replace(/^import .*$/gm, '');
      return namedIn(words).map((word) => `${file}: ${word}`);
    });
    expect(new Set(found)).toEqual(new Set(['owner.ts: pair']));
    // the control
    expect(namedIn('已存入 /automatic。')).toEqual(['automatic']);
  });
});
