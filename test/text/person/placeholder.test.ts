import { describe, expect, it } from 'vitest';
import { placeholdersIn } from '../../../src/text/person/placeholder.ts';
import { growsTooFast } from '../../support/linear.ts';

describe('a place that another system would fill in is seen', () => {
  it.each([
    ['{first_name}', 'first_name'],
    ['{name}', 'name'],
    ['{姓名}', 'name'],
    ['【姓名】', 'name'],
    ['*|FNAME|*', 'first_name'],
    ['[FIRST_NAME]', 'first_name'],
    ['[first name]', 'first_name'],
    ['%recipient.name%', 'name'],
    [['$', '{name}'].join(''), 'name'],
    ['<<First Name>>', 'first_name'],
    ['::name::', 'name'],
    ['%FIRSTNAME%', 'first_name'],
    ['#姓名#', 'name'],
    ['{ first_name }', 'first_name'],
    ['｛姓名｝', 'name'],
    ['＜姓名＞', 'name'],
    ['（姓名）', 'name'],
    ['《姓名》', 'name'],
    ['{first_name}}', 'first_name'],
    ['{$name}', 'name'],
    ['%first name%', 'first_name'],
    ['$FNAME$', 'first_name'],
    ['|FNAME|', 'first_name'],
    ['__NAME__', 'name'],
    ['@first_name', 'first_name'],
    ['[insert name]', 'name'],
    ['[your name]', 'name'],
    ['XXX', 'first_name'],
    ['___', 'first_name'],
    ['{尺码}', undefined],
    ['*|MMERGE7|*', undefined],
  ])('%s', (typed, is) => {
    expect(placeholdersIn(`Hello ${typed}, 您好`)).toEqual([expect.objectContaining({ typed, is, at: 6 })]);
  });

  it('where it is called like what its owner keeps of people', () => {
    expect(placeholdersIn('【鞋码】')).toEqual([]);
    expect(placeholdersIn('【鞋码】', ['鞋码'])).toHaveLength(1);
  });

  it.each([
    '【新茶上市】全场八折',
    '20% off, 30% more for two',
    '100%纯棉，50%羊毛',
    'See [our shop](https://tea.example) [here]',
    'https://tea.example/?q=%E8%8C%B6&n={name}',
    'Hello {{ first_name }}, {% if city %}from {{ city }}{% endif %}',
    '{{ "{name}" }}',
    '#新茶 #姓名学 是门学问',
    'Order (name) 3 < 4 > 2',
    'std::vector and {1, 2}',
    '{}',
    '（新茶）《茶经》＜3 斤＞',
    '|Name|Price|\n|---|---|\n|Tea|3|',
    '__Today__ only, ask @anna_meier or a@first_name.example',
    'Size XXXL, hugs XXX',
    'Costs $5 or $6, 20% today and 30% tomorrow',
    '___',
  ])('control: nothing of that is one: %s', (text) => {
    expect(placeholdersIn(text)).toEqual([]);
  });
});

it.each([
  '{a ',
  '{{ ',
  '[[',
  '*|',
  '::a',
  '%aaa',
  '【',
  '#a',
  '@a',
  '<<a',
  '｛',
  '|A',
  '$A',
  '%a ',
  '__A',
  '（',
  '@a_',
  'hi XX',
  'https://a{',
  '{% ',
])('is looked for in linear time: %s', (piece) => {
  expect(growsTooFast(placeholdersIn, (size) => piece.repeat(size / piece.length))).toBeUndefined();
});
