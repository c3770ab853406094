import { describe, expect, it } from 'vitest';
import { refusesRobots } from '../../../src/text/question/robots.ts';

describe('somebody who wants nothing that a machine says', () => {
  it.each([
    ...['别再自动回我了', '能不能别自动回复', '自动回复烦死了', '不想看自动回复', '别拿机器人糊弄我', '不用机器回'],
    ...['关掉自动回复', '取消自动回复', '不需要自动回复', '机器回复太烦了', '这自动回复有意思吗', '不要用模板回我'],
    ...[
      '别发模板消息',
      '别再系统回复了',
      '别再给我发这种自动的',
      '能不能来个人回',
      '找个人跟我说',
      '人工呢',
      '让真人来',
    ],
    ...['No more automatic emails, please', 'Stop these canned responses', 'unsubscribe me from auto replies'],
    ...[
      "Don't auto-reply to me",
      'Do not answer me automatically',
      'stop replying automatically',
      'no machine answers',
    ],
    ...['your automated answers are driving me mad', 'human please', 'a real person, please', 'can a human answer?'],
    ...['Is anyone real there?', 'Let me speak to Anna, not a machine', "I'm sick of your auto replies"],
  ])('says so: %s', (words) => {
    expect(refusesRobots(words)).toBe(true);
  });

  it.each([
    ...[
      '我想买扫地机器人',
      '扫地机器人不动了',
      '自动伞有吗',
      '自动咖啡机坏了',
      '不要自动挡的',
      '模板发我一份',
      '叫人来装一下',
    ],
    ...['Do you sell robots?', 'I need an automatic watch', 'Is this machine washable?', 'automatic payment stopped'],
    ...['I want a person to install it', 'Please stop by tomorrow'],
  ])('does not: %s', (words) => {
    expect(refusesRobots(words)).toBe(false);
  });
});
