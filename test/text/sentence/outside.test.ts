import { describe, expect, it } from 'vitest';
import { outsideOf } from '../../../src/text/sentence/own/outside.ts';
import { growsTooFast } from '../../support/linear.ts';

describe('what is none of the shop’s', () => {
  it.each([
    ['what day is it today?', 'day'],
    ['what’s the date', 'day'],
    ['今天星期几', 'day'],
    ['今天是几号啊？', 'day'],
    ['what time is it', 'clock'],
    ['现在几点了', 'clock'],
    ["what's the weather like in London tomorrow?", 'weather'],
    ['will it rain tomorrow', 'weather'],
    ['明天天气怎么样', 'weather'],
    ['今天冷不冷', 'weather'],
    ['are you a bot?', 'person'],
    ['你是机器人吗', 'person'],
    ['can you read voice messages?', 'voice'],
    ['能不能语音', 'voice'],
    ['can you turn the sound off', 'sound'],
    ['把提醒声音关了', 'sound'],
  ])('is known: %s', (text, kind) => expect(outsideOf(text)).toBe(kind));

  it.each([
    'what day is the order due',
    'weather delayed the parcel',
    'is it cold brew',
    'tell Tom what time it is',
    'are you a bot, asked Tom',
    '天气好的时候再来',
    '今天星期几发货',
    '她问你是机器人吗',
    '阿珍发了语音',
  ])('control: %s', (text) => expect(outsideOf(text)).toBeUndefined());

  it.each(['weather ', 'turn off ', '天气', '今天'])('is found in linear time: “%s”', (piece) =>
    expect(growsTooFast(outsideOf, (size) => piece.repeat(size / piece.length))).toBeUndefined(),
  );
});
