import { beforeEach, describe, expect, it } from 'vitest';
import type { Attachment } from '../../../src/domain/attachment.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { telegramMessage, testHouse } from '../../support/house.ts';

const [english, chinese] = [await testHouse({ locale: 'en' }), await testHouse()];
beforeEach(async () => {
  await english.reset();
  await chinese.reset();
});

const photo: Attachment = { kind: 'photo', ref: 'p1' };
const voice: Attachment = { kind: 'voice', ref: 'v1', seconds: 17 };
const bill: Attachment = { kind: 'document', ref: 'd1', name: '报价.pdf' };
const linesOf = ({ lists = [] }: Reply) => lists.flatMap(({ items }) => items.map(({ text }) => text)).join('\n');

let sent = 0;
const sends = (house: typeof english, attachments: Attachment[], text = '') =>
  house.happen(
    telegramMessage(text, {
      ...{ chat: '71', from: { address: '71', name: 'Ann' }, externalId: `named-${++sent}`, attachments },
    }),
  );

describe.each(['/inbox', '/digest', '/timeline Ann', '/find Ann'])('in %s', (line) => {
  it.each([
    [[photo], '🖼 photo', '🖼 图片'],
    [[voice], '🎤 17 s', '🎤 17 秒'],
    [[{ ...voice, seconds: 75 }], '🎤 1:15', '🎤 1:15'],
    [[{ kind: 'voice', ref: 'v2' }], '🎤 voice message', '🎤 语音'],
    [[bill], '📎 报价.pdf', '📎 报价.pdf'],
    [[{ kind: 'location', ref: '31.2,121.5', name: '外滩' }], '📍 外滩', '📍 外滩'],
    [[photo, voice], '🖼 photo, 🎤 17 s', '🖼 图片, 🎤 17 秒'],
  ] as [Attachment[], string, string][])('%j without words is said as %s', async (files, inEnglish, inChinese) => {
    for (const [house, said] of [
      [english, inEnglish],
      [chinese, inChinese],
    ] as const) {
      await sends(house, files);
      expect(linesOf(await house.say(line))).toContain(said);
    }
  });

  it('words stand for themselves', async () => {
    await sends(english, [photo], 'this one');
    expect(linesOf(await english.say(line))).toMatch(/this one/);
    expect(linesOf(await english.say(line))).not.toContain('🖼');
  });
});

it('is named in the list at the return, and in what came from somebody blocked', async () => {
  await english.say('/away 3d');
  await sends(english, [voice]);
  expect(linesOf(await english.say('/away off'))).toContain('Ann: 🎤 17 s');
  await english.say('/block Ann');
  await sends(english, [photo]);
  expect(linesOf(await english.say('/unblock Ann'))).toContain('🖼 photo');
});
