import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { wordsOfBlocks } from '../../../src/bots/slack/blocks.ts';
import { typedText } from '../../../src/bots/slack/mrkdwn.ts';
import { wordsWith } from '../../../src/bots/telegram/words.ts';
import { triage } from '../../../src/domain/triage/index.ts';
import { strike, withoutStruck } from '../../../src/text/struck.ts';
import { type House, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse());
});
beforeEach(async () => {
  await house.reset();
});

const html = async (body: string) => {
  await mailsIn(house, rawMail({ 'Content-Type': 'text/html; charset=utf-8' }, body));
  return (await house.cards()).at(-1)!;
};
const seen = (text = '') => text.replaceAll('\u2060', '');
const ANGRY = 'I want a refund, this is a scam.';

describe('words their writer has struck out are shown so, and not judged', () => {
  it.each([
    `<del>${ANGRY}</del> Sorry, found the parcel!`,
    `<s>${ANGRY}</s> Sorry, found the parcel!`,
    `<strike>${ANGRY}</strike> Sorry, found the parcel!`,
    `<span style="text-decoration: line-through">${ANGRY}</span> Sorry, found the parcel!`,
    `<p style="color:red; text-decoration-line:line-through">${ANGRY}</p><p>Sorry, found the parcel!</p>`,
  ])('%s', async (body) => {
    const card = await html(body);
    expect(seen(card.quote)).toContain(`~~${ANGRY}~~`);
    expect(JSON.stringify(card.fields ?? [])).not.toMatch(/complaint|refund|紧急|退款|投诉/);
    expect(await house.db.sql`select from tickets`).toHaveLength(0);
  });

  it('control: the same words as they stand make a ticket', async () => {
    await html(`<p>${ANGRY}</p>`);
    expect(await house.db.sql`select from tickets`).toHaveLength(1);
  });

  it('in Telegram', () => {
    const { text } = wordsWith('$500 $300', [{ type: 'strikethrough', offset: 0, length: 4 }]);
    expect([seen(text), withoutStruck(text).trim()]).toEqual(['~~$500~~ $300', '$300']);
  });

  it('in Slack, as text and as rich text', () => {
    expect(seen(typedText('~$500~ $300'))).toBe('~~$500~~ $300');
    expect(typedText('about ~5 or ~ 6, ~10~20')).toBe('about ~5 or ~ 6, ~10~20');
    const elements = [
      { type: 'text', text: '$500', style: { strike: true } },
      { type: 'text', text: ' $300' },
    ];
    const said = wordsOfBlocks([{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]);
    expect(seen(said)).toBe('~~$500~~ $300');
    expect(withoutStruck(said).trim()).toBe('$300');
  });

  it('but tildes that people type strike nothing', () => {
    expect(withoutStruck('好的~~我要退款~~')).toBe('好的~~我要退款~~');
    expect(triage({ text: '~~我要退款~~', signals: {} }).label).toBe('ticket');
  });

  it('whatever they are, and nothing else is lost', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (before, words, after) => {
        const plain = (text: string) => text.replaceAll(/[\u2060~]/g, '');
        const [a, b] = [plain(before), plain(after)];
        const left = withoutStruck(`${a}${strike(plain(words))}${b}`);
        expect(left.startsWith(a) && left.endsWith(b)).toBe(true);
        expect(left.slice(a.length, left.length - b.length).trim()).toBe('');
      }),
    );
  });
});

describe('figures set high or low do not run into those before them', () => {
  it.each([
    ['It costs $19<sup>99</sup> now', '$19⁹⁹'],
    ['10<sup>3</sup> pieces', '10³'],
    ['H<sub>2</sub>O', 'H₂O'],
    ['on the 1<sup>st</sup>', '1st'],
  ])('%s', async (body, words) => {
    expect((await html(body)).quote).toContain(words);
  });
});
