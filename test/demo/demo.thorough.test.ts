import { rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifeIn } from '../../demo/life.ts';
import { paceWithin } from '../../demo/pace.ts';
import { widthOf, wrap } from '../../demo/width.ts';
import { writeStartNote } from '../../src/db/postgres/start_note.ts';
import { spokenAloud } from '../../src/service/environment.ts';
import type { Locale } from '../../src/text/locale.ts';
import { temporaryDir } from '../support/global_setup.ts';
import { hasTerminals, run } from '../support/terminal.ts';

const HAN = /\p{Script=Han}/u;
const DATA_DIR = '/nowhere/solo-crm-demo';

/** Everything of the story, in its order. */
function toldIn(locale: Locale) {
  const { words, asks, answer, apology, mailAnswer, tryNext } = lifeIn(locale);
  const { captions } = words;
  return [
    ...[words.title, captions.asks, asks.text, captions.answer, answer, captions.complains, apology, captions.mails],
    ...[mailAnswer, captions.buys, captions.task, captions.undo, captions.evening, words.next, ...tryNext],
  ];
}

function expectInOrder(shown: string, parts: string[]): void {
  // words are wrapped at the phone's edge
  const flat = (text: string) => text.replace(/[\s│]+/g, '');
  let at = 0;
  for (const part of parts) {
    at = flat(shown).indexOf(flat(part), at);
    expect(at, part).toBeGreaterThan(-1);
  }
}

describe('the demo', () => {
  it('speaks what LOCALE says, whatever the data here speak; without it their language', () => {
    const dir = temporaryDir();
    writeStartNote(dir, { id: 'a', starts: 1, holder: 'h', locale: 'zh-CN' });
    expect(spokenAloud({ DATA_DIR: dir, LOCALE: 'en' })).toBe('en');
    expect(spokenAloud({ DATA_DIR: dir, LANG: 'en_US.UTF-8' })).toBe('zh-CN');
    rmSync(dir, { recursive: true });
  });

  it('without a terminal tells the whole story at once, in the language of the machine, and ends with what to do', async () => {
    const told = run('demo/main.ts', { environment: { LANG: 'en_US.UTF-8', DATA_DIR } });
    expect(await told.ended).toBe(0);
    const lines = told.shown().trim().split('\n');
    expect(lines[0]).toBe(lifeIn('en').words.title);
    expectInOrder(told.shown(), toldIn('en'));
    expect(told.shown()).not.toMatch(HAN);
    // the customer has the answer on a phone of their own
    expect(told.shown()).toMatch(/─ Tom Baker ─+╮\n│ The gift box is \$128 a pound/);
    const rows = lines.filter((line) => /^[│╭╰]/.test(line));
    expect(new Set(rows.map(widthOf)).size).toBe(1);
    expect(told.shown()).not.toContain('\u001b');
  }, 300_000);

  it.runIf(hasTerminals)(
    'on a wide terminal shows both phones beside each other, and each key as it is typed',
    async () => {
      const told = run('demo/main.ts', {
        ...{ environment: { LOCALE: 'zh-CN', LANG: 'en_US.UTF-8', DATA_DIR }, terminal: true, columns: 120 },
      });
      expect(await told.ended).toBe(0);
      expect(told.shown()).toContain('\u001b[1m请\u001b[0m\u001b[1m问\u001b[0m');
      const lines = stripVTControlCharacters(told.shown()).split(/\r?\n/);
      const edges = lines.filter((line) => line.startsWith('╭'));
      expect(edges[0]).toMatch(/─ 王小明 ─+╮ {2}╭─ 您的 Telegram ─+╮/);
      const rows = lines.filter((line) => /^[│╭╰]/.test(line));
      expect(rows.length).toBeGreaterThan(60);
      expect(new Set(rows.map(widthOf)).size).toBe(1);
      expect(widthOf(rows[0]!)).toBeLessThanOrEqual(120);
      expect(lines.find((line) => line.includes('LOCALE=zh-CN npm start'))).toBeDefined();
    },
    300_000,
  );

  it('is told faster on a slow machine, and ends in time', async () => {
    // on this machine everything takes twice as long as it is slept for
    let now = 0;
    const clock = {
      now: () => now,
      sleep: async (ms: number) => {
        now += 2 * ms;
      },
    };
    const pace = paceWithin(30_000, 100_000, clock);
    for (let told = 0; told < 100; told++) await pace.pause(1_000);
    // without a budget it would take 200 s
    expect(now).toBeGreaterThan(25_000);
    expect(now).toBeLessThanOrEqual(30_000);
    const keys: string[] = [];
    await pace.type('你好👋', (key) => keys.push(key));
    expect(keys).toEqual(['你', '好', '👋']);
  });
});

describe('a line on a phone', () => {
  it.each([
    ['abc', 3],
    ['请问', 4],
    ['¥1280，', 7],
    ['💬 王小明', 9],
    ['✉ Re:', 5],
    ['é', 1],
  ])('%s takes %i columns', (text, columns) => expect(widthOf(text)).toBe(columns));

  it('is never wider than the phone, and nothing of it is lost', () => {
    const words = fc.array(fc.constantFrom('请', '问', 'a', 'shop', ' ', '，', '💬', '¥1280', '\n'), { maxLength: 60 });
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 40 }), (parts, columns) => {
        const text = parts.join('');
        const lines = wrap(text, columns);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        // a line begins with a blank only where one was written
        expect(wrap(text.replace(/\s+/g, ' ').trim(), columns).filter((line) => line.startsWith(' '))).toEqual([]);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
