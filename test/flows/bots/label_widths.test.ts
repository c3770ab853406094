import { beforeAll, describe, expect, it } from 'vitest';
import { keyboardOf } from '../../../src/bots/telegram/keyboard.ts';
import { commands } from '../../../src/domain/commands/table.ts';
import type { Button, Reply } from '../../../src/domain/reply.ts';
import { widthOf } from '../../../src/text/cut.ts';
import { type Locale, locales } from '../../../src/text/locale.ts';
import { texts } from '../../../src/text/texts.ts';
import { type House, telegramMessage, testHouse } from '../../support/house.ts';

/** What a phone shows whole where three stand side by side, in Latin letters: twelve Chinese characters are 24. */
const WIDEST: Record<Locale, number> = { en: 18, 'zh-CN': 24 };
/** Amounts, times, names, phones and addresses as people have them. */
const SAID: Record<Locale, string[]> = {
  en: [
    'How much are 2,000 boxes? Our budget is $128,450.50, we need them by 24 December',
    'Please call me on +44 7400 123456 tomorrow at 4:30pm or on Thursday at 10am, WeChat: tea_lover_of_hangzhou',
    'The lid is broken and I want my money back!! my mail is bartholomew.featherstonehaugh@lindqvist-and-sons.example',
  ],
  'zh-CN': [
    '2000 盒多少钱？预算 128450.50 元，12月24日之前要',
    '明天下午四点半给我打电话 13800138000，或者下周四上午十点，加我微信 tea_lover_of_hangzhou。',
    '盖子碎了，我要退款！！我的邮箱是 bartholomew.featherstonehaugh@lindqvist-and-sons.example',
  ],
};
const NAMES: Record<Locale, string> = {
  en: 'Bartholomew Featherstonehaugh-Cholmondeley',
  'zh-CN': '欧阳娜娜的上海浦东新区分店采购部王经理',
};

let house: House;
beforeAll(async () => {
  house = await testHouse();
});

/** Everything that is told of a day with long values, and what each command answers about it. */
async function told(locale: Locale): Promise<Reply[]> {
  await house.reset();
  await house.say(`/settings language ${locale}`);
  for (const [nth, text] of SAID[locale].entries()) {
    const chat = `7${nth}`;
    const from = { address: chat, name: nth === 0 ? NAMES[locale] : `${NAMES[locale]} ${nth}` };
    await house.happen(telegramMessage(text, { chat, from, externalId: `w${locale}${nth}` }));
  }
  await house.say('/lead c1 gift boxes 128450.50 USD');
  await house.say('/ticket c2 the lid is broken');
  await house.say('/task tomorrow 10am c1 call about the boxes');
  const replies: Reply[] = [];
  for (const { name, secret } of commands) {
    if (secret) continue;
    for (const line of [`/${name}`, `/${name} c1`, ...texts(locale).commands[name].example.split(' · ')])
      replies.push(await house.rehearse('owner', line, { locale, about: '1' }));
  }
  return [...(await house.cards()), ...replies];
}

const labelsOf = (row: readonly Button[]): string[] => row.map(({ label }) => label);
const tooWide = (row: readonly string[], locale: Locale): string[] =>
  row.length < 3 ? [] : row.filter((label) => widthOf(label) > WIDEST[locale]);

describe.each(locales)('three buttons side by side, in %s,', (locale) => {
  it('are as narrow as a phone shows them whole, whatever names, amounts and dates they hold', async () => {
    const replies = await told(locale);
    const rows = replies.flatMap(({ buttons = [], lists = [] }) => [
      ...buttons,
      ...lists.flatMap(({ items }) => items.map((item) => item.buttons ?? [])),
    ]);
    expect(rows.filter((row) => row.length >= 3).length).toBeGreaterThan(20);
    expect([...new Set(rows.flatMap((row) => tooWide(labelsOf(row), locale)))]).toEqual([]);
    // as Telegram gets them
    let nth = 0;
    const withIds = (row: Button[]) => row.map((button) => ({ ...button, id: `b${++nth}` }));
    const keyed = replies.flatMap(({ buttons = [] }) => keyboardOf({ buttons: buttons.map(withIds) }) ?? []);
    for (const { inline_keyboard } of keyed)
      for (const row of inline_keyboard)
        expect(
          tooWide(
            row.map(({ text }) => text),
            locale,
          ),
        ).toEqual([]);
  }, 120_000);

  it('control: a wide label is found', () => {
    expect(tooWide(['a', 'b', '一二三四五六七八九十一二三'], locale)).toHaveLength(1);
    expect(tooWide(['a', '一二三四五六七八九十一二三'], locale)).toEqual([]);
  });
});
