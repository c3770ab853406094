import { expect, it } from 'vitest';
import { maySayIt } from '../../../src/domain/commands/who/may_say.ts';
import { sentencesIn } from '../../../src/text/sentence/sentence.ts';

it.each([
  ...['hi', 'hello there', 'good morning!', 'thanks', 'Thank you so much!', 'cheers', 'hey'],
  ...['你好', '早上好！', '谢谢', '谢谢啦', '辛苦了', '大家好', '晚上好'],
  ...[
    'no, 11am',
    'no, tomorrow',
    'sorry, Friday',
    'I meant Thursday',
    'it should be 600',
    'make it 11',
    'not 3pm, 4pm',
  ],
  ...['不对，是11点', '不是明天，是后天', '改成11点', '说错了，600元', '应该是周五'],
  ...['shipped M-2', 'M-2 is paid', 'M-2已发货', "I'm back", 'I am back now', '我回来了', '我已经回来啦'],
  ...["I'm out tomorrow", '明天我不在店里', '我出去三天', 'we are closed on Friday', '周四我们不营业'],
])('“%s” is offered to no customer who is not named', (text) => expect(maySayIt(text)).toBe(false));

it.each([
  ...['ten pounds and it ships then', 'Hi, your order ships today', "thanks, I'll check", 'no, we do not ship there'],
  ...['yes, we have it in stock', 'about 400', 'it is ready', 'no problem', 'Good morning, we have two left'],
  ...[
    '有的，今天发',
    '你好，龙井有货',
    '谢谢，已经发货了',
    '大概400元',
    '好的',
    '不好意思，没货了',
    '早上好，您的茶到了',
  ],
  ...['we open at nine on Friday', '我们周六也开门的，欢迎您过来'],
])('“%s” may be said to whoever waits', (text) => expect(maySayIt(text)).toBe(true));

const saidTo = (text: string) =>
  sentencesIn(text).flatMap(({ does, who, words }) => (does === 'reply' ? [`${who}: ${words}`] : []))[0];

it.each([
  ['跟王建国说声抱歉，新罐子明天寄出', '王建国: 抱歉，新罐子明天寄出'],
  ['告诉陈姐一声，今天发货', '陈姐: 今天发货'],
  ['跟陈姐说一下今天发货', '陈姐: 今天发货'],
  ['跟陈姐说一声：今天发货', '陈姐: 今天发货'],
  ['和林小梅说句谢谢', '林小梅: 谢谢'],
  ['给王建国说声对不起', '王建国: 对不起'],
  ['跟李娜讲一声发票开好了', '李娜: 发票开好了'],
  ['通知陈姐一下，明天停电', '陈姐: 明天停电'],
  ['告诉陈姐一下茶到了', '陈姐: 茶到了'],
  ['回复陈姐一声 已经补发', '陈姐: 已经补发'],
  ['转告李娜一声，周五交货', '李娜: 周五交货'],
  ['跟陈姐说下，明天发', '陈姐: 明天发'],
  ['告诉李娜一声说发票好了', '李娜: 发票好了'],
  // what is said may begin so
  ['告诉陈姐一下午都没人', '陈姐: 一下午都没人'],
  ['跟陈姐说下周到货', '陈姐: 下周到货'],
  ['跟陈姐说声音太小了', '陈姐: 声音太小了'],
  ['跟王建国说好的', '王建国: 好的'],
])('%s', (text, said) => expect(saidTo(text)).toBe(said));
