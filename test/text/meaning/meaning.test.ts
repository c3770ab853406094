import { describe, expect, it } from 'vitest';
import { meaningExamples, meaningsKeptAside } from '../../../scripts/learned/meaning_examples.ts';
import { likelyMeanings, meantBy } from '../../../src/domain/commands/meant/learned/index.ts';
import { type Shipped, shippedMeanings } from '../../../src/domain/commands/meant/learned/shipped.ts';
import { type Tongue, WAYS } from '../../../src/domain/commands/meant/learned/signs.ts';
import { LINES } from '../../../src/domain/commands/meant/lines.ts';
import { alike as alikeInEnglish } from '../../../src/text/meaning/en/alike.ts';
import { meanings } from '../../../src/text/meaning/meaning.ts';
import { saidWords } from '../../../src/text/meaning/rest.ts';
import { marked, withMarks } from '../../../src/text/meaning/slots.ts';
import { alike as alikeInChinese } from '../../../src/text/meaning/zh/alike.ts';
import { plainly } from '../../../src/text/plainly.ts';
import { asked as askedInEnglish } from '../../../src/text/sentence/en/asked.ts';
import { asked as askedInChinese } from '../../../src/text/sentence/zh/asked.ts';
import { texts } from '../../../src/text/texts.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';
import { keptAsideInEnglish } from './kept_aside_en.ts';
import { keptAsideInChinese } from './kept_aside_zh.ts';

const NAMES = ['Tom Reed', 'Tom', 'Sarah', '王强', '赵敏', '阿杰'];

const rowsOf = (aside: string) =>
  aside
    .trim()
    .split('\n')
    .map((row) => {
      const [meaning = '', text = ''] = row.split('|').map((part) => part.trim());
      return { meaning, text: marked(text, NAMES).text };
    });

const share = (count: number, rows: readonly unknown[]): number => count / rows.length;

/** Without what parts its words. */
const plain = (text: string) => text.replace(/[\s\p{P}]+/gu, ' ').trim();

/** Of the sentences that mean something: for how many that is offered, and offered first. */
function figuresOf(all: readonly { meaning: string; text: string }[], shipped?: Shipped) {
  const rows = all.filter(({ meaning }) => meaning !== '' && meaning !== 'chat');
  const meant = rows.map(({ meaning, text }) => ({
    meaning,
    offered: meantBy(text, shipped).map((one) => one.meaning as string),
  }));
  return {
    offered: share(meant.filter(({ meaning, offered }) => offered.includes(meaning)).length, rows),
    first: share(meant.filter(({ meaning, offered }) => offered[0] === meaning).length, rows),
  };
}

/** Of what somebody wrote who did not see what is learned. */
const others = (tongue: Tongue) =>
  meaningsKeptAside(tongue).map(({ meaning, text }) => ({ meaning, text: marked(text, NAMES).text }));

/** The same weights, each for the meaning some places further on. */
function shuffled(tongue: Tongue): Shipped {
  const { step, weights } = shippedMeanings(tongue);
  return { step, weights: weights.map((_, at) => weights[at - (at % WAYS) + (((at % WAYS) + 61) % WAYS)]!) };
}

describe.each([
  ['English', 'en', keptAsideInEnglish, alikeInEnglish, { offered: 0.92, first: 0.85 }],
  ['Chinese', 'zh', keptAsideInChinese, alikeInChinese, { offered: 0.94, first: 0.87 }],
] as const)('what sentences in %s likely mean', (_, tongue, aside, alike, least) => {
  it.each([
    ['that were kept aside', () => rowsOf(aside)],
    ['of others', () => others(tongue)],
  ])('is what they mean, among the three that are offered and mostly first: those %s', (__, rows) => {
    const { offered, first } = figuresOf(rows());
    expect(offered).toBeGreaterThanOrEqual(least.offered);
    expect(first).toBeGreaterThanOrEqual(least.first);
  });

  it('is next to never right where each is taken for another (control)', () => {
    expect(figuresOf(rowsOf(aside), shuffled(tongue)).offered).toBeLessThan(0.05);
  });

  it('is mostly nothing where they say nothing that could be done', () => {
    const chat = rowsOf(aside).filter(({ meaning }) => meaning === '');
    expect(chat.length).toBeGreaterThanOrEqual(20);
    expect(share(chat.filter(({ text }) => meantBy(text).length > 0).length, chat)).toBeLessThan(0.15);
  });

  it('is learned from none of the sentences that are kept aside', () => {
    const taught = new Set(meaningExamples(tongue).map(({ text }) => plain(withMarks(text))));
    expect(taught.size).toBeGreaterThan(5000);
    const kept = [...rowsOf(aside), ...others(tongue)];
    expect(kept.filter(({ text }) => taught.has(plain(text)))).toEqual([]);
  });

  it('is learned from a score of examples of each meaning', () => {
    const said = meaningExamples(tongue).map(({ meaning }) => meaning);
    expect(meanings.filter((meaning) => said.filter((one) => one === meaning).length < 20)).toEqual([]);
  });

  it('are words that say the same as those of one group at most', () => {
    const words = alike.flatMap((group) => group.split(' '));
    expect(words.filter((word, nth) => words.indexOf(word) !== nth)).toEqual([]);
  });
});

/** All that is typed for one and the same: overdue, late, past due. */
const groupsIn = (typed: unknown): string[][] =>
  Array.isArray(typed)
    ? [typed as string[]]
    : typed && typeof typed === 'object'
      ? Object.values(typed).flatMap((one) => groupsIn(one))
      : [];

it.each([
  ['en', 'en', keptAsideInEnglish, askedInEnglish, 'last month'],
  ['zh-CN', 'zh', keptAsideInChinese, askedInChinese, '上个月'],
] as const)('%s: a question comes to one command, by whatever it is read', (locale, tongue, aside, asked, month) => {
  const y = texts(locale).typed;
  const groups = groupsIn(y);
  const isSame = (one: string, other: string) =>
    one === other || groups.some((group) => group.includes(one) && group.includes(other));
  const rows = [
    ...aside.split('\n').map((row) => row.split('|').map((part) => part.trim())),
    ...meaningExamples(tongue).map(({ meaning, text }) => [meaning, text]),
  ].map(([meaning = '', text = '']) => ({ meaning, text: text.replaceAll('{when}', month) }));
  const read = rows.flatMap(({ meaning, text }) => {
    const line = LINES[meaning as keyof typeof LINES];
    const rule = asked.find(({ says }) => says.test(plainly(text)));
    if (line === undefined || rule === undefined || text.includes('{')) return [];
    const groupsRead = rule.says.exec(plainly(text))?.groups ?? {};
    const byRule = `${rule.does} ${(rule.words ?? '').replace(/\$([a-z]+)/g, (_, name: string) => groupsRead[name] ?? '')}`;
    const { when = '', money = '', n = '' } = marked(text);
    const said = {
      y,
      words: saidWords[locale],
      when,
      days: when,
      money,
      n,
      several: false,
      text,
      who: '',
      other: '',
      behind: '',
      rest: '',
    };
    const byExample = typeof line === 'string' ? line : line(said);
    return [{ text, rule: byRule.trim().split(/\s+/u), example: byExample.slice(1).trim().split(/\s+/u) }];
  });
  expect(read.length).toBeGreaterThan(15);
  expect(
    read.filter(
      ({ rule, example }) =>
        !rule.every((word, nth) => isSame(word, example[nth] ?? '')) || rule.length !== example.length,
    ),
  ).toEqual([]);
});

it.each([
  ['move the call to friday 3pm', 'move the call to  \ue002', { when: 'friday 3pm' }],
  ['Toms deal is 950', ' \ue001  deal is  \ue004', { n: '950' }],
  ['snooze Tom until the day after tomorrow 3pm', 'snooze  \ue001   \ue002', { when: 'the day after tomorrow 3pm' }],
  ['大后天再处理王强', '\ue002 再处理 \ue001', { when: '大后天' }],
  ['the money of Tom came 2 days ago', 'the money of  \ue001  came  \ue002', { when: '2 days ago' }],
  ['Tom pays on the 3rd', '\ue001  pays  \ue002', { when: 'the 3rd' }],
  ['王强3号之前给钱', '\ue001  \ue002 给钱', { when: '3号之前' }],
  ['Tom decides if he may by market day', '\ue001  decides if he may by market day', {}],
  ['10% off for Sarah', ' \ue004 % off for  \ue001', { n: '10' }],
  ['王强那单改成3000元', ' \ue001 那单改成 \ue003', { money: '3000元' }],
  ['下周三之前给赵敏', ' \ue002 之前给 \ue001', { when: '下周三' }],
])('puts marks in place of what is named: %s', (text, said, found) => {
  const { text: read, ...slots } = marked(text, NAMES);
  expect(read.trim()).toBe(said.trim());
  expect(slots).toEqual(found);
});

it('takes neither of two times or amounts', () => {
  const { when, money } = marked('from monday to friday Tom pays £5 or £6', NAMES);
  expect([when, money]).toEqual([undefined, undefined]);
});

it('takes linear time, whatever is typed', () => {
  for (const part of ['tom ', '请', '1 ', 'a', '3月', "s'"])
    expect(growsTooFast((text) => likelyMeanings(marked(text, NAMES).text), repeated(part))).toBeUndefined();
});
