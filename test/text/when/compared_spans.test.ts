import { expect, it } from 'vitest';
import { comparedSpans } from '../../../src/text/when/past/compared.ts';

const clock = {
  now: new Date('2026-11-21T12:00:00Z'),
  timezone: 'Asia/Shanghai',
  locale: 'en',
  country: 'CN',
} as const;

it.each([
  ['october vs november', 'october | november'],
  ['November vs. October', 'November | October'],
  ['compare october and november', 'october | november'],
  ['how much did i earn in october vs november', 'october | november'],
  ['this week vs last', 'this week | last week'],
  ['is november better than october', 'november | october'],
  ['how did we do this year compared with last year', 'this year | last year'],
  ['上个月和这个月比', '上个月 | 这个月'],
  ['十月和十一月比卖得怎么样', '十月 | 十一月'],
  ['10月对比11月', '10月 | 11月'],
  ['今年跟去年比生意怎么样', '今年 | 去年'],
  ['十月和十一月哪个月卖得多', '十月 | 十一月'],
  ...['october and november', 'compare anna and bob', 'more than last week', 'anna vs bob in october'].map(
    (text) => [text, undefined] as const,
  ),
  ...['october vs october', '十月和十一月', '比上个月多', '王芳和李雷比'].map((text) => [text, undefined] as const),
] as const)('%s compares %s', (text, both) => {
  expect(
    comparedSpans(text, clock)
      ?.map(({ said }) => said)
      .join(' | '),
  ).toBe(both);
});
