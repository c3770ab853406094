import { expect, it } from 'vitest';
import { isBareName } from '../../../src/text/person/bare_name.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

it.each([
  ...['Anna Smith', 'Lucy Gray', 'lucy gray', 'Sarah', 'Ludwig van Beethoven', "Siobhan O'Connor", 'Jean-Luc Picard'],
  ...['Priya', 'J. Carter', 'maria lopez', 'María José García', 'Kim Lee', 'De Vries', 'Tom Baker', 'Zoë Kravitz'],
  ...[
    '孙丽',
    '林小梅',
    '欧阳娜娜',
    '王建国',
    '陈姐',
    '赵老板',
    '小梅',
    '老张',
    '阿芳',
    '悦来茶馆',
    '小茶铺',
    '周敏',
    '李先生',
    '沈亦舟',
  ],
])('“%s” may be somebody’s name', (text) => expect(isBareName(text)).toBe(true));

it.each([
  ...[
    'Anna prefers blue',
    "Ben's budget is around 3k",
    'call Anna tomorrow at 10',
    "had a call with Ben, he'll decide",
  ],
  ...[
    'postpone 1 to tomorrow 9am',
    'remindme tomorrow 8am gym',
    'Sarah Lee website redesign',
    'lead Tom business cards 150',
  ],
  ...[
    'complete 1',
    'James paid',
    "shipped Maria's order",
    'refund Maria 50',
    'cancel order 3001',
    'what did I earn yesterday',
  ],
  ...[
    'who owes me money',
    "I'm back",
    'change language to Chinese',
    'oops, not that',
    'oops',
    'Ben went with someone else',
  ],
  ...[
    'Buy milk',
    'thank Anna for the payment',
    'unpaid orders',
    'Ben #vip',
    'lunch with Ben',
    'is Sarah around',
    'Friday',
  ],
  ...[
    '每月25号交社保',
    '完成1',
    '推迟1 明天9点',
    '春节放假 2月14到2月22',
    '取消订单3001',
    '3001退款50',
    '英文界面',
    '谁还没付',
  ],
  ...[
    '成交',
    '查单',
    '方案改一下',
    '明天盘点',
    '周五',
    '退款',
    '发货',
    '林小梅喜欢明前龙井',
    '任务',
    '安排发货',
    '张伟付款了',
    '完成任务1',
  ],
])('“%s” says something, and is nobody’s name', (text) => expect(isBareName(text)).toBe(false));

it('takes a time that grows with the words', () => {
  for (const unit of ['Anna ', "O'a ", '王小']) expect(growsTooFast(isBareName, repeated(unit))).toBeUndefined();
});
