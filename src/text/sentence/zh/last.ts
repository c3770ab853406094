import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** What fits many words, and is meant where nothing else is: words to look for, and somebody with what they are to pay. */
export const last: Rule[] = rulesOf(pieces, [
  ['(?:搜索?|检索)(?:一下|下|一搜|搜|搜看|看看?)?[\\s:：]+(?<rest>\\S[\\s\\S]*)', 'search', '$rest'],
  ['(?:找|查)(?:一下|下|一找|一查|找|查|人)?[\\s:：]+(?<rest>\\S[\\s\\S]*)', 'find', '$rest'],
  [
    '$WHO(?:[\\s,，:：、]+|(?<=\\p{Script=Han})|(?=\\p{Script=Han}))(?:(?:订|定|买|拍|要|下单)(?:了)?[\\s,，:：]+)?(?=\\p{L})(?!(?:已经?|还|没|不|说|付|欠|给|收|转|退|打|和|跟|的|是|都|又|会|问|来)(?!\\s))(?!.*(?:电话|手机|单号|订单号?|快递|微信|分钟|房间|验证码)\\s?\\d)(?=.*(?:[¥￥$€£]\\s?\\d|\\d\\s?(?:元|块|万|千|[kKwW]|欧元?|刀|美元|英镑)|[一二两三四五六七八九十百千][万千百]|[^\\d\\s.:：/-]\\s\\d{2,6}(?:\\.\\d{1,2})?$))$REST',
    'lead',
    '$rest',
    'loose',
  ],
]);
