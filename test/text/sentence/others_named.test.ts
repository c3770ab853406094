import { describe, expect, it } from 'vitest';
import { namesOnlyOthers, othersNamed } from '../../../src/text/sentence/front/others_named.ts';

const NAMED: [string, string, string, string][] = [
  ['also to Bob: we are open', 'adds', 'Bob', 'we are open'],
  ['& Bob: we are open', 'adds', 'Bob', 'we are open'],
  ['(Bob too) we are open', 'adds', 'Bob', 'we are open'],
  ['and her sister: it is ready', 'adds', 'her sister', 'it is ready'],
  ['and her sister and Bob it is ready', 'adds', 'her sister and Bob', 'it is ready'],
  ['we are open, cc Bob and Ann', 'adds', 'Bob and Ann', 'we are open'],
  ['it is ready (tell Tom too)', 'adds', 'Tom', 'it is ready'],
  ['sorry, meant bob: we are open', 'instead', 'bob', 'we are open'],
  ['wrong chat, this was for Olu: we are open', 'instead', 'Olu', 'we are open'],
  ['only to Bob: we are open', 'instead', 'Bob', 'we are open'],
  ['not Tom: 20 EUR', 'leavesOut', 'Tom', '20 EUR'],
  ['not Tom please we close at 5', 'leavesOut', 'Tom', 'please we close at 5'],
  ['not Tom sorry we are closed', 'leavesOut', 'Tom', 'sorry we are closed'],
  ['not tom jones: we are closed', 'leavesOut', 'tom jones', 'we are closed'],
  ['oops, not Bob: we are open', 'leavesOut', 'Bob', 'we are open'],
  ['not Bob or Ann: we are closed', 'leavesOut', 'Bob, Ann', 'we are closed'],
  [`${'we are closed '.repeat(30)}but not to Tom`, 'leavesOut', 'Tom', 'we are closed '.repeat(30).trim()],
  ['we are closed, loop in Bob', 'adds', 'Bob', 'we are closed'],
  ['we are closed, keep Bob in the loop', 'adds', 'Bob', 'we are closed'],
  ['we are closed, don’t tell Bob', 'leavesOut', 'Bob', 'we are closed'],
  ['we are closed (do not tell Bob)', 'leavesOut', 'Bob', 'we are closed'],
  ['only: we are closed', 'alone', '', 'we are closed'],
  ['and tell Bob as well, that we open at 9', 'adds', 'Bob', 'we open at 9'],
  ['and also tell Bob, we open at 9', 'adds', 'Bob', 'we open at 9'],
  ['(and Bob) we open at 9', 'adds', 'Bob', 'we open at 9'],
  ['with Bob in copy: we open at 9', 'adds', 'Bob', 'we open at 9'],
  ['we open at 9, Bob gets the same', 'adds', 'Bob', 'we open at 9'],
  ['we open at 9 and say the same to Bob', 'adds', 'Bob', 'we open at 9'],
  ['we open at 9 (not Bob)', 'leavesOut', 'Bob', 'we open at 9'],
  ['顺便告诉王强，九点开门', 'adds', '王强', '九点开门'],
  ['另外王强也要，九点开门', 'adds', '王强', '九点开门'],
  ['同时转给王强，九点开门', 'adds', '王强', '九点开门'],
  ['顺便跟王强讲，九点开门', 'adds', '王强', '九点开门'],
  ['也发给王伟：店里有货', 'adds', '王伟', '店里有货'],
  ['店里有货，顺便告诉王和平', 'adds', '王和平', '店里有货'],
  ['做好了（也告诉王磊）', 'adds', '王磊', '做好了'],
  ['到了，让王伟也知道', 'adds', '王伟', '到了'],
  ['到了，别告诉王伟', 'leavesOut', '王伟', '到了'],
  ['发错了，是给王伟的：店里有货', 'instead', '王伟', '店里有货'],
  ['不是给王伟的：店里有货', 'leavesOut', '王伟', '店里有货'],
];
const CERTAIN = [
  'and Karl we are closed',
  'also tell Zed: hello',
  'we are open, cc Zed',
  'not Zoe: hello',
  'only: hello',
  'and tell Zed as well, that we open at 9',
  '(and Zed) we are open',
  'with Zed in copy: hello',
];
const KNOWN_ONLY = [
  ...[
    'and Monday we are closed',
    'plus VAT: see below',
    'also to Leeds: two days',
    'same to Zed: hello',
    'tell me: why?',
    'and tell your mum, we miss her',
    '(and handmade) cups',
    'it comes in blue (not green)',
    'it costs 20, blue gets the same',
    '顺便告诉快递，放门口',
    '颜色也要，蓝的',
  ],
  ...['not blue: green', 'we are open, same to Christmas', 'also to be clear: we open at 9', 'not sure, it may rain'],
];
const NOBODY = [
  'Andrea: we are open',
  'alone it costs 20, with the lid 25',
  '9:30 works',
  '不是张三做的',
  'cc',
  'only',
];

describe('who is named beside a message', () => {
  it.each(NAMED)('%s', (text, does, whom, words) => {
    expect(othersNamed(text)).toContainEqual(expect.objectContaining({ does, whom, words }));
  });

  it('is somebody whom nobody need know, where it is said so', () => {
    expect(CERTAIN.filter((text) => !othersNamed(text).some(({ certain }) => certain))).toEqual([]);
    expect(KNOWN_ONLY.filter((text) => othersNamed(text).some(({ certain }) => certain))).toEqual([]);
  });

  it('is nobody where nothing names them', () => {
    expect(NOBODY.flatMap((text) => othersNamed(text))).toEqual([]);
  });

  it('is all that is said', () => {
    expect(['也告诉王磊一声', '通知小李一下'].filter((text) => !namesOnlyOthers(text))).toEqual([]);
    expect(['告诉大家一声', '店里有货', '好了，也告诉王磊一声', 'we are open'].filter(namesOnlyOthers)).toEqual([]);
  });

  it('is read in linear time', () => {
    const long = ['and Bob, ', 'not Tom ', 'sorry, oops, ', '也告诉', '，再发给王伟', '(Bob too '].map((one) =>
      one.repeat(20_000),
    );
    const began = performance.now();
    for (const text of long) othersNamed(text);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
