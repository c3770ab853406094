import { expect, it } from 'vitest';
import { wayNamed } from '../../../src/text/sentence/front/way_named.ts';
import { everyLanguage } from '../../../src/text/texts.ts';
import { growsTooFast } from '../../support/linear.ts';

const ways = everyLanguage.flatMap(({ typed }) =>
  Object.entries<readonly string[]>(typed.filter.channel)
    .filter(([channel]) => channel !== 'phone')
    .flatMap(([channel, words]) => [channel, ...words].map((word) => [channel, word] as const)),
);

it.each(ways)('%s is named in front of a message as where one filters by it: %s', (channel, word) => {
  const said = /\p{Script=Han}/u.test(word) ? `发${word}：好的，有货` : `by ${word}: we have it`;
  expect(wayNamed(said)?.channel).toBe(channel);
});

it.each([
  ['via e-mail we have it', 'email'],
  ['by text message: we have it', 'sms'],
  ['on tg: we have it', 'telegram'],
  ['用电子邮件回复：有货', 'email'],
  ['发短消息：有货', 'sms'],
  ['on whatsapp: we have it', undefined],
  ['on telegram yes it is', 'telegram'],
  ['on whatsapp yes it is', undefined],
  ['用邮件 有货', 'email'],
  ['发短信 有货', 'sms'],
  ['用微信回复：有货', undefined],
])('%s names %s', (said, channel) => {
  expect(wayNamed(said)).toBeDefined();
  expect(wayNamed(said)?.channel).toBe(channel);
});

it.each([
  'by mail it takes two days',
  'text me when it is there',
  '邮件已经发了',
  'on WhatsApp we have a catalogue',
  '用微信 可以付',
  'mail: info@studio.example',
])('no way is named by %s', (said) => expect(wayNamed(said)).toBeUndefined());

it('is looked for in time that grows with the words', () => {
  for (const unit of ['by mail ', 'please, ', 'reply it ', '用邮件', '请', 'at a@b.co '])
    expect(growsTooFast(wayNamed, (size) => unit.repeat(size / unit.length))).toBeUndefined();
});
