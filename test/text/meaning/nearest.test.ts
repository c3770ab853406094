import { describe, expect, it } from 'vitest';
import { english } from '../../../src/text/meaning/en/index.ts';
import { indexOf, meantBy, nearest } from '../../../src/text/meaning/nearest.ts';
import { marked } from '../../../src/text/meaning/slots.ts';
import { chinese } from '../../../src/text/meaning/zh/index.ts';
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

/** Of the sentences that mean something: for how many that is offered, and offered first. */
function figuresOf(aside: string, index?: Parameters<typeof meantBy>[1]) {
  const rows = rowsOf(aside).filter(({ meaning }) => meaning !== '');
  const meant = rows.map(({ meaning, text }) => ({ meaning, offered: meantBy(text, index) as string[] }));
  return {
    offered: share(meant.filter(({ meaning, offered }) => offered.includes(meaning)).length, rows),
    first: share(meant.filter(({ meaning, offered }) => offered[0] === meaning).length, rows),
  };
}

describe.each([
  ['English', keptAsideInEnglish, english],
  ['Chinese', keptAsideInChinese, chinese],
] as const)('what sentences in %s are nearest to', (_, aside, examples) => {
  it('is what they mean, among the three that are offered and mostly first', () => {
    const { offered, first } = figuresOf(aside);
    expect(offered).toBeGreaterThanOrEqual(0.85);
    expect(first).toBeGreaterThanOrEqual(0.7);
    // the control: with the labels of other examples next to nothing is right
    const labels = Object.keys(examples);
    const shuffled = Object.fromEntries(
      Object.values(examples).map((said, nth) => [labels[(nth + 61) % labels.length]!, said]),
    );
    expect(figuresOf(aside, indexOf(shuffled as typeof examples, [])).offered).toBeLessThan(0.05);
  });

  it('is nothing where they say nothing that could be done', () => {
    const chat = rowsOf(aside).filter(({ meaning }) => meaning === '');
    expect(chat.length).toBeGreaterThanOrEqual(20);
    expect(chat.filter(({ text }) => meantBy(text).length > 0)).toEqual([]);
  });

  it('are none of the sentences that are kept aside', () => {
    const taught = new Set(Object.values(examples).flatMap((said) => said.split('|')));
    expect(taught.size).toBeGreaterThan(1000);
    const kept = aside.split('\n').map((row) => row.split('|')[1]?.trim() ?? '');
    expect(kept.filter((text) => taught.has(text))).toEqual([]);
  });
});

it('knows the same meanings in both languages', () => {
  expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
});

it.each([
  ['move the call to friday 3pm', 'move the call to  \ue002', { when: 'friday 3pm' }],
  ['Toms deal is 950', ' \ue001  deal is  \ue004', { money: '950' }],
  ['10% off for Sarah', ' \ue004 % off for  \ue001', { n: '10' }],
  ['王强那单改成3000元', ' \ue001 那单改成 \ue003', { money: '3000元' }],
  ['下周三之前给赵敏', ' \ue002 之前给 \ue001', { when: '下周三' }],
])('puts marks in place of what is named: %s', (text, said, found) => {
  const { text: read, ...slots } = marked(text, NAMES);
  expect(read.trim()).toBe(said.trim());
  expect(slots).toMatchObject(found);
});

it('takes linear time, whatever is typed', () => {
  for (const part of ['tom ', '请', '1 ', 'a', '3月', "s'"])
    expect(growsTooFast((text) => nearest(marked(text, NAMES).text), repeated(part))).toBeUndefined();
});
