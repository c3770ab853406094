import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitPost } from '../../../src/text/post/fit.ts';
import { LONGEST_POST, NETWORKS, STYLES } from '../../../src/text/post/networks.ts';
import { partsOf } from '../../../src/text/post/parts.ts';
import { weighX } from '../../../src/text/post/weigh_x.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

describe('the weight of a text on X', () => {
  it('counts Latin letters once, Chinese ones and emoji twice, and every link as 23', () => {
    expect(weighX('Spring tea')).toBe(10);
    expect(weighX('春茶到了')).toBe(8);
    expect(weighX('👨‍👩‍👧‍👦')).toBe(2);
    expect(weighX('🇨🇳')).toBe(2);
    expect(weighX('见 https://crm.example.com/s/abcdefghij/and/much/more?of=it')).toBe(2 + 1 + 23);
    expect(weighX('cafe\u0301')).toBe(4);
  });
});

describe('the parts of a post', () => {
  const kinds = (text: string) => partsOf(text).map((part) => `${part.kind}:${part.typed}`);

  it('are words, links and hashtags, open or closed', () => {
    expect(kinds('New: #tea, see https://tea.example/a.')).toEqual([
      'words:New: ',
      'tag:#tea',
      'words:, see ',
      'link:https://tea.example/a',
      'words:.',
    ]);
    expect(kinds('#新茶#今天到店')).toEqual(['tag:#新茶#', 'words:今天到店']);
    expect(kinds('好茶#茶#春天#新品')).toEqual(['words:好茶', 'tag:#茶', 'tag:#春天', 'tag:#新品']);
    expect(kinds('C#新 a#b')).toEqual(['words:C#新 a#b']);
    expect(kinds('好茶 #茶#春天#新品')).toEqual(['words:好茶 ', 'tag:#茶', 'tag:#春天', 'tag:#新品']);
    expect(kinds('#tea#spring')).toEqual(['tag:#tea', 'tag:#spring']);
    expect(kinds('买：https://tea.example/茶。快来')).toEqual([
      'words:买：',
      'link:https://tea.example/茶',
      'words:。快来',
    ]);
  });

  it('are, joined, the post', () => {
    fc.assert(
      fc.property(anyPost, (text) => {
        expect(
          partsOf(text)
            .map(({ typed }) => typed)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '茶',
    '春茶到店了。',
    'tea ',
    "can't ",
    'https://tea.example/a?b=1',
    ' #新茶 ',
    '#新茶#',
    '#tea',
    '👨‍👩‍👧‍👦',
    '🍵',
    '\n',
    '，',
  ),
  fc.constantFrom(
    '¥1,280',
    '20%',
    '(only here)',
    '「好」',
    ' ',
    'internationalisation',
    'e\u0301',
    '1️⃣',
    '🇨🇳',
    '第一泡',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const anyPost = fc.array(piece, { maxLength: 400 }).map((pieces) => pieces.join(''));
const network = fc.constantFrom(...NETWORKS);

describe('a post fitted for a network', () => {
  it('takes time in proportion to its length, whatever it is made of', () => {
    for (const unit of ['#', '#茶', '茶#', 'https://a', '#a#', 'x', '👨‍👩‍👧‍👦', '1,', '（']) {
      const grown = growsTooFast((text) => fitPost(text, 'x'), repeated(unit), LONGEST_POST);
      expect([unit, grown]).toEqual([unit, undefined]);
    }
  });

  it('is never heavier than the network takes, and tells all that it left out', () => {
    fc.assert(
      fc.property(anyPost, network, (post, on) => {
        const { text, title, weight, left } = fitPost(post, on);
        const { longest, longestTitle, weigh } = STYLES[on];
        expect(weigh(text)).toBeLessThanOrEqual(longest);
        expect(weight).toBe(weigh(text));
        expect(weigh(title ?? '')).toBeLessThanOrEqual(longestTitle ?? 0);
        const said = (words: string) => words.replace(/[\s#…]/gu, '');
        const whole = said(post).split('').sort().join('');
        const told = said(`${longestTitle === undefined ? '' : titleAlone(post, title, text, left)}${text}${left}`);
        expect(told.split('').sort().join('')).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });

  /** A title that is the first line stands in the text no more. */
  const titleAlone = (post: string, title = '', text: string, left: string): string => {
    const bare = (words: string) => words.replace(/[\s#…]/gu, '');
    return bare(post).length > bare(text + left).length ? title : '';
  };

  it('ends with a sentence or behind a word, and keeps its first link', () => {
    const long = `${'新茶今天到店，欢迎来喝。'.repeat(20)}https://tea.example/shop`;
    const { text, left } = fitPost(long, 'x', () => 'https://crm.example.com/s/abcdefghij');
    expect(text).toMatch(/来喝。\nhttps:\/\/crm\.example\.com\/s\/abcdefghij$/);
    expect(left).toMatch(/^新茶今天/);
    const english = fitPost(`Come and taste ${'our wonderful oolong '.repeat(30)}`, 'x');
    expect(english.text).toMatch(/(?:our|wonderful|oolong)…$/);
    expect(weighX(english.text)).toBeGreaterThan(260);
  });

  it('never cuts a price, a percentage, an emoji or a hashtag', () => {
    for (let filler = 0; filler < 40; filler++) {
      const text = fitPost(
        `${'x '.repeat(115 + filler)}¥1,280 20% 👨‍👩‍👧‍👦 #springtea and ${'more '.repeat(30)}`,
        'x',
      ).text;
      expect(text).not.toMatch(/(?:¥|¥1|¥1,|¥1,2|¥1,28|20|#|#s|#spring)…$/u);
      expect(text).not.toMatch(/\u200d…$/u);
    }
  });

  it('has hashtags as each network has them', () => {
    expect(fitPost('春天来了#新茶#欢迎 #喝茶', 'weibo').text).toBe('春天来了#新茶#欢迎 #喝茶#');
    expect(fitPost('春天来了#新茶#欢迎', 'instagram').text).toBe('春天来了 #新茶 欢迎');
    expect(fitPost('春天 #新茶#', 'weibo').text).toBe('春天 #新茶#');
    const many = Array.from({ length: 12 }, (_, nth) => `#茶${nth}`).join(' ');
    const { text, unmarked } = fitPost(`标题\n${many}`, 'xiaohongshu');
    expect(text.match(/#/g)).toHaveLength(10);
    expect(unmarked).toEqual(['茶10', '茶11']);
  });

  it('has a title on 小红书: its first line, or the beginning of it', () => {
    expect(fitPost('明前龙井到店\n每年只有这几天。', 'xiaohongshu')).toMatchObject({
      title: '明前龙井到店',
      text: '每年只有这几天。',
    });
    expect(fitPost('明前龙井到店 #新茶\n每年只有这几天。', 'xiaohongshu')).toMatchObject({
      title: '明前龙井到店',
      text: '每年只有这几天。\n#新茶',
    });
    const long = fitPost('今年的明前龙井昨天晚上终于从杭州的山里送到了我们小店里，欢迎来喝。', 'xiaohongshu');
    expect(long.title!.length).toBeLessThanOrEqual(20);
    expect(long.title).toMatch(/^今年的明前龙井.*…$/);
    expect(long.text).toMatch(/^今年的明前龙井.*欢迎来喝。$/);
  });
});
